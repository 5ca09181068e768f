"""Every example of the marker lexicons, judged by the real parser's readings."""

import re

from onrecord.documents.document import new_document
from onrecord.events.factuality import judge
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.reading.tree import token_at
from onrecord.resources.resources import Resources
from onrecord.statements.statement import Statements

HAPPENED = {"true": True, "false": False, "null": None}


def test_every_example_of_the_marker_lexicons_holds(parser: SpacyParser, resources: Resources) -> None:
    examples = [e.sentence.split(" => ") for e in resources.markers.examples]
    plain = [re.sub(r"[\[\]]", "", s) for s, _ in examples]
    document = new_document("\n\n".join(plain))
    parse = parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    wrong, start = [], 0
    for example, (sentence, expected), text in zip(resources.markers.examples, examples, plain, strict=True):
        head = token_at(reading, start + sentence.index("["))
        assert head is not None
        found = judge(reading, head.index, Statements(), resources=resources).factuality
        words = expected.split()
        said = {found.certainty, found.status, *(k for k, v in HAPPENED.items() if v is found.happened)}
        if not set(words) <= said:
            wrong.append(f"{example.entry}: {sentence} => {expected}; found {found}")
        start += len(text) + 2
    assert not wrong, "\n".join(wrong)
