"""Which of several readings of a word stands as an event: places and people captured, frames that take each other, phrases that only date."""

import pytest
from tests import build

from onrecord.events.event import EventMention
from onrecord.pipeline import read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def _events(text: str, parser: SpacyParser, resources: Resources) -> tuple[EventMention, ...]:
    return read_document(build.document(text), parser=parser, resources=resources).events.events


CASES = [
    # sentence, (trigger, type, mode) of each event
    ("Rebels captured Goma and Bukavu.", [("captured", "COERCE", "seize")]),
    ("The army captured three cities west of the capital.", [("captured", "COERCE", "seize")]),
    ("The army captured Moussa Traore in May.", [("captured", "COERCE", "arrest")]),
    ("Iraqi forces freed Mosul.", [("freed", "COERCE", "seize")]),
    ("The ministry filed a complaint to the council.", [("filed a complaint", "ACCUSE", "disapprove")]),
    ("The premier called the emir on Friday to discuss the budget.", [("called", "CONSULT", "phone")]),
    ("The premier called on the emir to release the budget.", [("called on", "REQUEST", "change")]),
    ("Chad and Niger held military exercises.", [("held military exercises", "COOPERATE", None)]),
    ("Chad held military exercises.", [("held military exercises", "MOBILIZE", "troops")]),
    ("The talks between Peru and Chile failed to produce a deal.", [("talks", "CONSULT", None), ("failed", "REJECT", None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:45] for c in CASES])
def test_events_of_a_sentence(text: str, expected: list[tuple[str, str, str | None]], parser: SpacyParser, resources: Resources) -> None:
    found = [(e.trigger.span.of(text), e.plain_type, e.mode) for e in _events(text, parser, resources)]
    assert [f for f in found if f[0].split()[0] in {w.split()[0] for w, _, _ in expected}] == expected


def test_a_captured_place_is_no_captive(parser: SpacyParser, resources: Resources) -> None:
    assert all(not e.tolls for e in _events("Rebels captured Kidal and Gao.", parser, resources))
    assert [t.kind for e in _events("Rebels captured six soldiers.", parser, resources) for t in e.tolls] == ["captured"]
