"""Tolls on events: to which event they belong, sums, parts, figures in words, and bounded time."""

import time

import pytest
from tests.build import reading

from onrecord.basis import Basis
from onrecord.documents.document import new_document
from onrecord.events.event import EventMention, Factuality, Toll, Trigger
from onrecord.events.tolls import attach_tolls
from onrecord.events.tolls_find import find_tolls
from onrecord.events.tolls_numbers import number_at
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.reading.tree import token_at
from onrecord.resources.resources import Resources


def tolls_of(parser: SpacyParser, resources: Resources, text: str, *triggers: str) -> dict[str, tuple[Toll, ...]]:
    """The tolls of a text's events of violence, by trigger word."""
    document = new_document(text)
    parse = parser.parse(document)
    read = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    events = []
    for number, word in enumerate(triggers):
        head = token_at(read, text.index(word) + len(word) - 1)
        assert head is not None
        trigger = Trigger(head.span, head.index, word, "ASSAULT", Basis("test"))
        held = Factuality("certain", True, "actual")
        events.append(EventMention(f"v{number}", trigger, "ASSAULT", "ASSAULT", (), None, held, head.sentence, Basis("test")))
    return {e.trigger.entry: e.tolls for e in attach_tolls(read, tuple(events), resources=resources)}


def figures(tolls: tuple[Toll, ...]) -> list[tuple[str, int | None, int | None, str]]:
    return [(t.kind, t.low, t.high, t.of) for t in tolls]


def test_the_attack_bound_by_syntax_has_the_toll(parser: SpacyParser, resources: Resources) -> None:
    text = "A grenade attack on a depot in Lomar killed at least six soldiers and wounded between 20 and 25 people."
    found = tolls_of(parser, resources, text, "attack", "killed", "wounded")
    assert figures(found["attack"]) == [("killed", 6, None, "military"), ("wounded", 20, 25, "unknown")]
    assert not found["killed"]
    assert not found["wounded"]


def test_conjuncts_of_one_word_are_summed(parser: SpacyParser, resources: Resources) -> None:
    found = tolls_of(parser, resources, "Gunmen shot dead two farmers and three soldiers near Oruma.", "shot dead")
    assert figures(found["shot dead"]) == [("killed", 5, 5, "mixed")]


def test_a_part_points_at_its_whole(parser: SpacyParser, resources: Resources) -> None:
    found = tolls_of(parser, resources, "Twelve people, including four children, died when rebels shelled the ferry.", "shelled")
    assert [(t.low, t.part_of) for t in found["shelled"]] == [(12, None), (4, 0)]


def test_what_is_only_feared_or_planned_is_no_toll(parser: SpacyParser, resources: Resources) -> None:
    found = tolls_of(parser, resources, "An attack on the dam could kill 4,000 people.", "attack")
    assert not found["attack"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "The attack left our guards and the villagers dead and wounded.",
            "attack",
            [("killed", 1, None, None), ("wounded", 1, None, None)],
        ),
        ("After the raid there were dead and wounded among the guards and villagers.", "raid", [("killed", 1, None, None)]),
        ("A raid killed nine people, raising the toll to 12.", "raid", [("killed", 9, 9, 1), ("killed", 12, 12, None)]),
        ("Thirty people were killed in the raid, among them five nurses.", "raid", [("killed", 30, 30, None), ("killed", 5, 5, 0)]),
        ("Nine people were killed in a raid, three of them children.", "raid", [("killed", 9, 9, None), ("killed", 3, 3, 0)]),
        ("Two policemen and a farmer were killed in the raid.", "raid", [("killed", 3, 3, None)]),
        ("Twenty rebels and no villagers were killed in the raid.", "raid", [("killed", 20, 20, None)]),
        ("On 23 September 28 villagers were killed in a raid.", "raid", [("killed", 28, 28, None)]),
    ],
)
def test_figures_as_texts_give_them(
    text: str, trigger: str, expected: list[tuple[str, int, int | None, int | None]], parser: SpacyParser, resources: Resources
) -> None:
    found = tolls_of(parser, resources, text, trigger)[trigger]
    assert [(t.kind, t.low, t.high, t.part_of) for t in found] == expected


def test_numbers_in_words() -> None:
    def value(text: str) -> int:
        return number_at(text.split(), 0)[1]

    assert value("two hundred and six pilgrims") == 206
    assert value("1,250 men") == 1250
    assert value("three thousand five hundred men") == 3500
    assert value("two dozen men") == 24
    assert value("dozens of men") == 24
    assert value("no men") == 0


def test_a_long_list_of_victims_is_read_in_bounded_time(resources: Resources) -> None:
    rows = ["killed kill VERB VBD ROOT 0", *(f"men man NOUN NNS conj {i}" for i in range(3000))]
    began = time.monotonic()
    find_tolls(reading("\n".join(rows)), resources=resources)
    assert time.monotonic() - began < 3
