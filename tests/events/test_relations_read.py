"""Relations from plain sentences, read with the parser and the whole lexicon: answers, causes, follows, part of, the same event again."""

import pytest
from tests import build

from onrecord.pipeline import read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources

CASES = [
    ("Rebels shelled the fort. In response, jets bombed their camp.", ("answers", "bombed", "shelled")),
    ("Jets bombed the camp in retaliation for the ambush.", ("answers", "bombed", "ambush")),
    ("The arrest of the mayor sparked riots in Lomar.", ("causes", "arrest", "riots")),
    ("The army shelled the village after rebels attacked a convoy.", ("follows", "shelled", "attacked")),
    ("Police arrested nine students during the protest.", ("part_of", "arrested", "protest")),
    ("The minister refused to accept a ceasefire.", ("refuses", "refused", "ceasefire")),
    ("Gunmen attacked a bus near Gao. The attack was filmed.", ("same_event", "attack", "attacked")),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_relation(text: str, expected: tuple[str, str, str], parser: SpacyParser, resources: Resources) -> None:
    made = read_document(build.document(text), parser=parser, resources=resources).events
    words = {e.id: made_word(text, e.trigger.span.of(text)) for e in made.events}
    assert expected in {(r.kind, words[r.source], words[r.target]) for r in made.relations}


def made_word(text: str, trigger: str) -> str:
    """The last word of a trigger."""
    return trigger.split()[-1]


def test_two_attacks_that_no_word_joins_have_no_relation(parser: SpacyParser, resources: Resources) -> None:
    text = "Rebels shelled the fort. Gunmen shot a judge in Lomar."
    assert read_document(build.document(text), parser=parser, resources=resources).events.relations == ()
