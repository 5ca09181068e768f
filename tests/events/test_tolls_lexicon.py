"""Every example of the toll lexicon, found by the real parser's readings."""

import re

from onrecord.documents.document import new_document
from onrecord.events.tolls_find import find_tolls
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources


def number(word: str) -> int | None:
    return None if word == "-" else int(word)


def test_every_example_of_the_toll_lexicon_holds(parser: SpacyParser, resources: Resources) -> None:
    examples = resources.tolls.examples
    plain = [re.sub(r"[\[\]]", "", s.split(" => ")[0]) for _, s, _ in examples]
    text = "\n\n".join(plain)
    document = new_document(text)
    parse = parser.parse(document)
    found = find_tolls(Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens)), resources=resources)
    wrong, start = [], 0
    for (rule, sentence, counter), bare in zip(examples, plain, strict=True):
        here = [t for t in found if start <= t.people.span.start < start + len(bare)]
        if counter:
            wrong += [f"{sentence}: {t}" for t in here if t.rule == rule]
        else:
            kind, low, high = sentence.split(" => ")[1].split()
            begin = start + sentence.index("[")
            end = start + sentence.index("]") - 1
            right = [t for t in here if t.kind == kind and t.people.low == number(low) and t.people.high == number(high)]
            if not any(t.people.span.start == begin and t.people.span.end == end for t in right):
                wrong.append(f"{sentence}: {[(t.kind, t.people.low, t.people.high, t.people.span.of(text)) for t in here]}")
        start += len(bare) + 2
    assert not wrong, "\n".join(wrong)
