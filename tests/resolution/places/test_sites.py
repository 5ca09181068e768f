"""Sites: what stands for a place where an event names none, what "the town" means, and what a name before a word for a site names."""

import pytest
from tests.resolution.actors.told import Told

from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def where(told: Told) -> list[list[tuple[str, str]]]:
    """The words and the feature of each event's places."""
    text, places = told.stages.reading.document.text, {p.id: p for p in told.stages.resolution.places}
    return [[(places[i].span.of(text), places[i].feature) for i in r.places] for r in told.stages.resolution.roles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shelled a bakery and a mosque.", [("a bakery", "site"), ("a mosque", "site")]),
        ("Gunmen attacked a police checkpoint.", [("a police checkpoint", "site")]),
        ("Paratroopers seized the airport on Monday.", [("the airport", "site")]),
        ("Gunmen attacked a checkpoint in Kidal.", [("Kidal", "region")]),
        ("Soldiers seized Djibo University.", [("Djibo University", "town")]),
        ("The envoy praised the hospital.", []),
    ],
)
def test_a_site_stands_where_no_place_is_named(
    text: str, expected: list[tuple[str, str]], parser: SpacyParser, resources: Resources
) -> None:
    assert where(Told(text, parser, resources))[0] == expected


def test_the_town_is_the_last_town_named(parser: SpacyParser, resources: Resources) -> None:
    told = Told("The convoy had reached Djibo by noon. At dusk militiamen attacked the town.", parser, resources)
    places = {p.id: p for p in told.stages.resolution.places}
    (place,) = [places[i] for i in told.stages.resolution.roles[-1].places]
    assert (place.name, place.country, place.basis.rule) == ("Djibo", "BFA", "place-named-before")
    assert place.span.of(told.stages.reading.document.text) == "the town"


def test_a_commune_is_a_town_named_before_and_a_port_none(parser: SpacyParser, resources: Resources) -> None:
    told = Told("The convoy had reached Djibo by noon. At dusk militiamen attacked the commune.", parser, resources)
    assert told.stages.resolution.places[-1].name == "Djibo"
    told = Told("The convoy had reached Djibo by noon. At dusk militiamen attacked the port.", parser, resources)
    assert told.stages.resolution.places[-1].feature == "site"


def test_what_is_taken_up_again_is_not_looked_for_without_end(
    parser: SpacyParser, resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The convoy had reached Djibo from Mali and Niger by noon. At dusk militiamen attacked the town."
    assert Told(text, parser, resources).stages.resolution.places[-1].name == "Djibo"
    monkeypatch.setattr("onrecord.resolution.places.sites.WINDOW", 2)
    assert Told(text, parser, resources).stages.resolution.places[-1].feature == "site"


def test_a_town_with_a_word_of_its_own_points_nowhere(parser: SpacyParser, resources: Resources) -> None:
    told = Told("The convoy had reached Djibo by noon. At dusk militiamen attacked the border town.", parser, resources)
    assert where(told)[-1] == [("the border town", "site")]
    place = told.stages.resolution.places[-1]
    assert (place.outcome, place.country, place.latitude, place.entry) == ("nil", None, None, None)


def test_sites_are_numbered_after_the_toponyms(parser: SpacyParser, resources: Resources) -> None:
    told = Told("Gunmen attacked a checkpoint. Others attacked Djibo.", parser, resources)
    assert [p.id for p in told.stages.resolution.places] == ["p1", "p2"]
    assert [p.feature for p in told.stages.resolution.places] == ["town", "site"]
