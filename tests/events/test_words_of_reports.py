"""Deeds in the words of communiqués, situation reports, monitors and resolutions, on the real parser; all sentences are ours."""

import pytest

from onrecord.events.event import EventMention
from onrecord.pipeline import document_from_text, read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def events(parser: SpacyParser, resources: Resources, text: str) -> tuple[EventMention, ...]:
    return read_document(document_from_text(text), parser=parser, resources=resources).events.events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bridge was destroyed.", "ASSAULT"),
        ("Tanks were moved to the front line.", "MOBILIZE"),
        ("The planting was delayed because of fighting.", "ASSAULT"),
        ("The monitors were denied access to the camp.", "COERCE"),
        ("The clinic was ransacked.", "ASSAULT"),
        ("It was attacked by armed elements.", "ASSAULT"),
        ("It was attacked by militant elements.", "ASSAULT"),
        ("Kuala Lumpur is due to host talks in May.", "AGREE"),
        ("The Council,\n\nRequests the Secretary-General to report by May;", "REQUEST"),
        ("Kenya welcomed the truce announced in Cairo.", "SUPPORT"),
        ("Rockets landed in a market.", "ASSAULT"),
        ("The war was won by the front, whose acts of terror shocked the country.", "ASSAULT"),
    ],
)
def test_told(parser: SpacyParser, resources: Resources, text: str, kind: str) -> None:
    assert kind in {e.type for e in events(parser, resources, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The coast was hit.",
        "The pilot was forced to land.",
        "The country made progress fighting crime.",
        "Elements of the plan were rejected by nobody.",
        "The families were forced to march home through the snow.",
    ],
)
def test_not_told(parser: SpacyParser, resources: Resources, text: str) -> None:
    assert not [e for e in events(parser, resources, text) if e.type in {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"}]


def test_who_goes_on(parser: SpacyParser, resources: Resources) -> None:
    text = "Rebels beat six men. They were also whipped."
    lent = [(a.role, a.span.of(text), a.rule) for e in events(parser, resources, text) if e.sentence == 1 for a in e.arguments]
    assert sorted(lent) == [("actor", "Rebels", "of-the-sentence-before"), ("recipient", "six men", "of-the-sentence-before")]


def test_those_who_did_it_are_not_whom_it_was_done_to_next(parser: SpacyParser, resources: Resources) -> None:
    for text in ("Protesters burned a car. They were later arrested.", "Protesters beat an officer. They were later arrested."):
        assert [e.sentence for e in events(parser, resources, text) for a in e.arguments if a.role == "actor"] == [0]


def test_whose_is_of_the_noun_before_it(parser: SpacyParser, resources: Resources) -> None:
    text = "The army fought the front, whose attacks in May shocked the country."
    attacks = next(e for e in events(parser, resources, text) if e.trigger.span.of(text) == "attacks")
    assert [a.span.of(text) for a in attacks.arguments if a.role == "actor"] == ["the front"]


def test_men_they_hold(parser: SpacyParser, resources: Resources) -> None:
    found = events(parser, resources, "Rebels killed nine policemen they had been holding in a cave.")
    assert {(t.kind, t.low, t.high) for e in found for t in e.tolls} == {("killed", 9, 9), ("captured", 9, 9)}
