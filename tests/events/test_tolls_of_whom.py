"""Whose toll a figure is: no more than the words say, of no other event, by the real parser."""

import pytest
from tests.events.test_tolls_told_anew import DAY

from onrecord import pipeline
from onrecord.events.event import POINTS_BACK
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def tolls(text: str, parser: SpacyParser, resources: Resources) -> list[tuple[str, list[tuple[str, int | None, int | None]]]]:
    account = pipeline.account_of(pipeline.document_from_text(text, published=DAY), parser=parser, resources=resources)
    return [(e.basis.rule, [(t.kind, t.low, t.high) for t in e.tolls]) for e in account.events if e.tolls]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels shelled Sake on Sunday. No civilians were harmed.", [("killed", 0, 0), ("wounded", 0, 0)]),
        ("Rebels shelled Sake on Sunday. There were no casualties.", [("killed", 0, 0), ("wounded", 0, 0)]),
        ("Rebels shelled Sake on Sunday. Nobody was hurt, the mayor said.", [("wounded", 0, 0)]),
    ],
)
def test_nobody_harmed_is_said_of_the_attack_before(
    text: str, found: list[tuple[str, int, int]], parser: SpacyParser, resources: Resources
) -> None:
    assert tolls(text, parser, resources) == [(POINTS_BACK, found)]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Sake. There would be no casualties, the colonel promised.",
        "Rebels shelled Sake. There were no casualties among the monitors.",
        "No passengers were hurt in the crash.",
        "The army denied that any civilians were harmed.",
    ],
)
def test_where_nothing_shows_that_nobody_was_harmed(text: str, parser: SpacyParser, resources: Resources) -> None:
    assert tolls(text, parser, resources) == []


def test_the_dead_of_a_war_are_not_of_the_ambush_that_dates_its_beginning(parser: SpacyParser, resources: Resources) -> None:
    text = "Some 6,000 people have died since the war erupted in 1983, when rebels ambushed a patrol near Sake, killing 13 soldiers."
    assert [t for _, t in tolls(text, parser, resources)] == [[("killed", 13, 13)]]


def test_the_year_of_a_killing_counts_nobody(parser: SpacyParser, resources: Resources) -> None:
    assert [t for _, t in tolls("The March 1980 assassination of the archbishop by gunmen shocked Lomar.", parser, resources)] == [
        [("killed", 1, 1)]
    ]


def test_the_dead_since_an_attack_are_of_it(parser: SpacyParser, resources: Resources) -> None:
    assert [t for _, t in tolls("Four people have died since rebels attacked Sake on Monday.", parser, resources)] == [[("killed", 4, 4)]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Soldiers caught the scouts, killing six of them, among them an officer.", [("killed", 6, 6)]),
        (
            "A raid hit a clinic. Two people were killed and seven injured, among them three nurses.",
            [("killed", 2, 2), ("wounded", 7, 7), ("wounded", 3, 3)],
        ),
        ("Eleven men are tied up and burned alive at the mill.", [("killed", 11, 11)]),
        ("The front killed six of the scouts and wounded two of them.", [("killed", 6, 6), ("wounded", 2, 2)]),
    ],
)
def test_of_them(text: str, found: list[tuple[str, int, int]], parser: SpacyParser, resources: Resources) -> None:
    got = [t for _, held in tolls(text, parser, resources) for t in held]
    assert [t for t in got if t in found] == found
    assert sum(t[1] or 0 for t in got if t[0] == "killed") <= found[0][1] + 1
