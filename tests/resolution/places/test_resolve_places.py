"""Places resolved: what is said to lie in what, company, kinds, disputes, NIL; and where events happened."""

from dataclasses import replace

import pytest

from onrecord.documents.document import new_document
from onrecord.events.event import Events
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.reading.toponyms import find_toponyms
from onrecord.resolution.places.resolve_places import resolve_places
from onrecord.resolution.resolution import Place
from onrecord.resources.resources import Resources


def resolved(text: str, parser: SpacyParser, resources: Resources, **given: str) -> list[Place]:
    document = new_document(text, **given)
    parse = parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    reading = replace(reading, toponyms=find_toponyms(reading, resources=resources))
    return list(resolve_places(reading, Events(), resources=resources))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Two men died in Tripoli, Lebanon, on Monday.", "Tripoli", "LBN"),
        ("Two men died in Tripoli on Monday, the Libyan government in Benghazi said.", "Tripoli", "LBY"),
        ("The court in Savannah, Augusta and Atlanta heard that Georgia had paid.", "Georgia", "USA"),
        ("Talks between Tbilisi, Yerevan and Baku ended; Georgia agreed.", "Georgia", "GEO"),
        ("Venezuelan police raided offices in Valencia and Caracas.", "Valencia", "VEN"),
        ("Police in Paris, Texas, arrested a man.", "Paris", "USA"),
        ("Police in Paris arrested a man.", "Paris", "FRA"),
        ("The Azerbaijani city of Ganja was hit.", "Ganja", "AZE"),
        ("Ships in the Strait of Hormuz were warned.", "Strait of Hormuz", None),
        ("Guards in Springfield, Ill., closed the road.", "Springfield", "USA"),
    ],
)
def test_context_chooses(text: str, name: str, country: str | None, parser: SpacyParser, resources: Resources) -> None:
    place = next(p for p in resolved(text, parser, resources) if p.span.of(text) == name)
    assert place.outcome == "resolved"
    assert place.country == country
    assert place.basis.reasons
    assert place.candidates[0].entry == place.entry


def test_an_unknown_village_is_nil(parser: SpacyParser, resources: Resources) -> None:
    text = "They burned the village of Ulubatan Gorsk."
    assert [(p.outcome, p.entry, p.feature) for p in resolved(text, parser, resources)] == [("nil", None, "town")]


def test_an_unknown_village_in_a_known_country_lies_somewhere_there(parser: SpacyParser, resources: Resources) -> None:
    place = resolved("They burned the village of Ulubatan Gorsk, Chad, in May.", parser, resources)[0]
    assert (place.outcome, place.entry, place.country) == ("nil", None, "TCD")
    assert place.radius_km
    assert place.radius_km > 100


def test_an_unknown_town_joined_to_a_known_one_lies_near_it(parser: SpacyParser, resources: Resources) -> None:
    text = "Chad must stop its air raids on Assab and Uluvatta."
    known, unknown = (p for p in resolved(text, parser, resources) if p.span.of(text) in {"Assab", "Uluvatta"})
    assert (unknown.outcome, unknown.entry, unknown.country) == ("nil", None, "ERI")
    assert (unknown.latitude, unknown.basis.rule) == (known.latitude, "no-entry-near-list-mate")
    assert unknown.radius_km
    assert unknown.radius_km >= 100


def test_what_is_called_the_capital_is_the_seat(parser: SpacyParser, resources: Resources) -> None:
    text = "Troops invaded the Falkland Islands and seized Stanley, the capital. London protested; Britain sent ships to Plymouth."
    place = next(p for p in resolved(text, parser, resources) if p.span.of(text) == "Stanley")
    assert (place.entry, place.feature) == ("geonames:3426691", "town")
    assert "called-the-capital" in {r.feature for r in place.basis.reasons}


def test_a_list_of_continents_is_no_chain_of_places(parser: SpacyParser, resources: Resources) -> None:
    found = {p.name: p.entry for p in resolved("Envoys from Asia, Africa, Europe and Peru met.", parser, resources)}
    assert found["Africa"] == "onrecord:africa"


def test_somebody_between_two_places_links_them_not(parser: SpacyParser, resources: Resources) -> None:
    found = {p.name: p.country for p in resolved("The Hollywood actress in Athens waved.", parser, resources)}
    assert found["Athens"] == "GRC"


def test_a_disputed_place_has_claimants_and_no_country(parser: SpacyParser, resources: Resources) -> None:
    text = "Shells fell on Nagorno-Karabakh."
    place = resolved(text, parser, resources)[-1]
    assert (place.country, place.claimants) == (None, ("ARM", "AZE"))
    plover = resolved(text, parser, Resources(disputed="plover"))[-1]
    assert plover.country == "AZE"


def test_demonyms_stand_for_their_country(parser: SpacyParser, resources: Resources) -> None:
    place = resolved("Egyptian troops left.", parser, resources)[0]
    assert (place.feature, place.country) == ("demonym", "EGY")


def test_a_name_that_is_every_place_at_once_is_resolved_in_bounds(resources: Resources) -> None:
    from tests import build

    reading = build.reading("\n\n".join("in in ADP IN prep 0\nSan san PROPN NNP pobj 0\nJose jose PROPN NNP pobj 0" for _ in range(300)))
    reading = replace(reading, toponyms=find_toponyms(reading, resources=resources))
    places = resolve_places(reading, Events(), resources=resources)
    assert len(places) == 300
    assert len({p.entry for p in places}) == 1
    assert all(len(p.candidates) <= 5 for p in places)


def test_a_name_that_is_many_places_and_none_more_than_the_others_is_refused_with_a_few_of_them(
    parser: SpacyParser, resources: Resources
) -> None:
    place = resolved("Police in Springfield arrested a man.", parser, resources)[0]
    assert (place.outcome, place.entry) == ("ambiguous", None)
    assert 2 <= len(place.candidates) <= 10


def test_the_capital_of_a_small_country_that_the_text_names(parser: SpacyParser, resources: Resources) -> None:
    text = "British aircraft bombed the airfield at Stanley. The United Kingdom wants the Falkland Islands back."
    place = next(p for p in resolved(text, parser, resources) if p.name == "Stanley")
    assert place.entry == "geonames:3426691"
    assert "capital-of-a-named-country" in {r.feature for r in place.basis.reasons}
