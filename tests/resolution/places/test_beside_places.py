"""A place that no gazetteer has, beside one that is known; and a place that only says where another lies."""

import pytest
from tests.resolution.actors.told import Told

from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


@pytest.mark.parametrize(
    ("text", "radius"),
    [
        ("Rebels attacked people in Orvunda Lok, about 45km (28 miles) south of Mosul.", 45.0),
        ("Rebels attacked people in Orvunda Lok, an area outside Mosul.", 60.0),
    ],
)
def test_somewhere_around_the_place_beside_it(text: str, radius: float, parser: SpacyParser, resources: Resources) -> None:
    stages = Told(text, parser, resources).stages
    place = next(p for p in stages.resolution.places if p.name == "Orvunda Lok")
    assert (place.outcome, place.country, place.entry) == ("nil", "IRQ", None)
    assert place.radius_km is not None
    assert place.radius_km >= radius
    assert place.basis.rule == "no-entry-beside-named-place"


def test_a_known_place_in_a_list_says_nothing_of_the_one_before(parser: SpacyParser, resources: Resources) -> None:
    stages = Told("Rebels attacked people in Orvunda Lok, Mosul and Kirkuk.", parser, resources).stages
    place = next(p for p in stages.resolution.places if p.name == "Orvunda Lok")
    assert place.basis.rule != "no-entry-beside-named-place"


def test_it_happened_where_it_happened(parser: SpacyParser, resources: Resources) -> None:
    told = Told("Rebels attacked people in Orvunda Lok, about 45km (28 miles) south of Mosul.", parser, resources)
    (role,) = told.stages.resolution.roles
    names = {p.id: p.name for p in told.stages.resolution.places}
    assert [names[p] for p in role.places] == ["Orvunda Lok"]


@pytest.mark.parametrize(
    "text", ["France condemned the killing of nine farmers in Mosul.", "France condemns the shelling of a clinic near Mosul."]
)
def test_what_is_condemned_has_the_place(text: str, parser: SpacyParser, resources: Resources) -> None:
    told = Told(text, parser, resources)
    kinds = {e.id: e.type for e in told.stages.events.events}
    assert {kinds[r.event]: len(r.places) for r in told.stages.resolution.roles} == {"ACCUSE": 0, "ASSAULT": 1}
