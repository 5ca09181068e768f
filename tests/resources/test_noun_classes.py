"""The classes of nouns that have examples: the word in brackets is of the class, in counterexamples it is not."""

import pytest

from onrecord.events.arguments_phrases import of_class
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources
from onrecord.resources.toml_data import load_entries
from tests import build

ENTRIES = [e for e in load_entries("en/noun_classes.toml", required=("words",), examples=False).values() if "examples" in e]
SENTENCES = [(e["id"], s, key == "examples") for e in ENTRIES for key in ("examples", "counterexamples") for s in e.get(key, ())]


@pytest.mark.parser
def test_every_example_of_a_class_is_of_it_and_no_counterexample_is(parser: SpacyParser, resources: Resources) -> None:
    assert len(SENTENCES) > 10
    document = build.document("\n\n".join(s.replace("[", "").replace("]", "") for _, s, _ in SENTENCES))
    tokens = {t.start: t for t in parser.parse(document).tokens}
    wrong, start = [], 0
    for name, sentence, wanted in SENTENCES:
        if of_class(tokens[start + sentence.index("[")], resources.noun_classes, name) is not wanted:
            wrong.append(f"{name}: {sentence}")
        start += len(sentence)
    assert not wrong
