"""One phrase for several actors, several words for one."""

import time

import pytest

from onrecord import pipeline
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources
from tests.resolution.actors.told import Told, named


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Indian and Pakistani troops attacked the rebels.", "attacked", [("Indian troops", "IND"), ("Pakistani troops", "PAK")]),
        ("U.S. and South Korean marines attacked the island.", "attacked", [("U.S. marines", "USA"), ("South Korean marines", "KOR")]),
        ("Bosnian Serb soldiers attacked the convoy.", "attacked", [("Bosnian Serb soldiers", "BIH")]),
        ("Greek Cypriot soldiers attacked the convoy.", "attacked", [("Greek Cypriot soldiers", "CYP")]),
        ("Ethnic Albanian rebels attacked the convoy.", "attacked", [("Ethnic Albanian rebels", None)]),
        ("Kenya and Uganda talked on Monday. The two countries condemned the attack.", "condemned", [("Kenya", "KEN"), ("Uganda", "UGA")]),
        ("Kenya and Uganda met. Both sides condemned the attack.", "condemned", [("Kenya", "KEN"), ("Uganda", "UGA")]),
        ("The two sides condemned the attack.", "condemned", [("sides", None)]),
        ("The European Union and Turkey met. Both sides condemned the attack.", "condemned", [("European Union", None), ("Turkey", "TUR")]),
        ("The UN Security Council warned Chad. Both sides condemned the attack.", "condemned", [("sides", None)]),
    ],
)
def test_members(text: str, trigger: str, found: list[tuple[str, str | None]], parser: SpacyParser, resources: Resources) -> None:
    assert named(Told(text, parser, resources).who(trigger)) == found


def test_two_leaders_are_the_two_named_before(parser: SpacyParser, resources: Resources) -> None:
    told = Told("Chancellor Anna Weiss met President Luc Moreau in Riga. The two leaders condemned the attack.", parser, resources)
    assert [a.name for a in told.who("condemned")] == ["Anna Weiss", "Luc Moreau"]


def test_people_in_one_phrase_are_one(parser: SpacyParser, resources: Resources) -> None:
    told = Told("Rebels killed three women and two children near Bria.", parser, resources)
    assert [a.name for a in told.whom("killed")] == ["women and two children"]
    told = Told("Rebels killed three soldiers and two children near Bria.", parser, resources)
    assert [a.name for a in told.whom("killed")] == ["soldiers", "children"]


def test_ten_thousand_names_in_a_list(parser: SpacyParser, resources: Resources) -> None:
    def seconds(size: int) -> float:
        text = "Rebels attacked " + ", ".join(f"Zorbal{n}" for n in range(size)) + " and Kita. The two sides denied it."
        started = time.perf_counter()
        Told(text, parser, resources)
        return time.perf_counter() - started

    seconds(50)
    assert seconds(2000) < 40 * max(seconds(200), 0.02)


def test_forces_of_a_government_or_a_state_are_two(parser: SpacyParser, resources: Resources) -> None:
    text = "The strike was carried out by forces of either the Malian government or Russia."
    found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources).resolution
    countries = {a.id: a.country for a in found.actors}
    assert [countries[a] for a in found.roles[0].actors] == ["MLI", "RUS"]


def test_a_word_for_forces_before_a_thing_is_whose_it_is(parser: SpacyParser, resources: Resources) -> None:
    text = "Militants ambushed a police van. Rebels attacked twelve military outposts. Bandits attacked an aid convoy."
    found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources).resolution
    names = {a.id: a.name for a in found.actors}
    assert [[names[a] for a in r.recipients] for r in found.roles] == [["police"], ["military"], ["aid convoy"]]


def test_it_that_is_thought_to_have_done_something_is_somebody(parser: SpacyParser, resources: Resources) -> None:
    text = "The Kenyan government declined to comment. It is thought to have bombed the depot."
    found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources)
    bombed = next(e for e in found.events.events if e.trigger.span.of(text) == "bombed")
    names = {a.id: a.name for a in found.resolution.actors}
    assert [names[a] for r in found.resolution.roles if r.event == bombed.id for a in r.actors] == ["Kenyan government"]
