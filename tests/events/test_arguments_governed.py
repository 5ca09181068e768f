"""Who did an act and whom it hit, by the words around its noun: condemned, looked into, subjected to; real sentences through the parser."""

import pytest
from tests.resolution.actors.told import Told

from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def parties(told: Told, role: str) -> dict[str, list[str]]:
    """The words of each event's arguments of a role, by the words of its trigger."""
    text = told.stages.reading.document.text
    return {e.trigger.span.of(text): [a.span.of(text) for a in e.arguments if a.role == role] for e in told.stages.events.events}


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("The attack on an aid convoy was condemned by France.", "attack", [], ["an aid convoy"]),
        ("The attack on an aid convoy was led by a colonel.", "attack", ["a colonel"], ["an aid convoy"]),
        ("The UN opened an investigation into the attack on an aid convoy.", "attack", [], ["an aid convoy"]),
        ("France condemned the attack on an aid convoy.", "condemned", ["France"], []),
        ("France condemned the policies of Togo.", "condemned", ["France"], ["Togo"]),
        ("Kenya condemned the killing of herders during the Ethiopian raids.", "condemned", ["Kenya"], ["Ethiopian"]),
        ("Police are investigating the murder of a journalist and a nun.", "investigating", ["Police"], []),
        ("Police subjected villagers to arbitrary detention.", "detention", ["Police"], ["villagers"]),
        ("Police subjected men who had fled Goma to arbitrary detention.", "detention", ["Police"], ["men"]),
        ("Rebels shelled Djibo Hospital.", "shelled", ["Rebels"], []),
    ],
)
def test_who_did_it_and_whom_it_hit(
    text: str, trigger: str, actors: list[str], recipients: list[str], parser: SpacyParser, resources: Resources
) -> None:
    told = Told(text, parser, resources)
    assert parties(told, "actor")[trigger] == actors
    assert parties(told, "recipient")[trigger] == recipients


def test_where_a_raid_is_blamed_on_is_not_where_it_was(parser: SpacyParser, resources: Resources) -> None:
    told = Told("The raid was blamed on Somalia by Kenya.", parser, resources)
    assert parties(told, "place")["raid"] == []
    assert parties(told, "actor")["raid"] == ["Somalia"]
