from onrecord import pipeline
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def test_places_in_a_list_are_all_the_events(parser: SpacyParser, resources: Resources) -> None:
    text = "Russia launched missile attacks on the cities of Kharkiv, Odesa and Sumy."
    found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources)
    places = {p.id: p.name for p in found.resolution.places}
    assert [places[p] for p in found.resolution.roles[0].places] == ["Kharkiv", "Odesa", "Sumy"]


def test_a_time_behind_the_means_is_the_attacks(parser: SpacyParser, resources: Resources) -> None:
    text = "Rebels launched an attack on the garrison, using mortars and artillery on 27 September 2020."
    found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources)
    assert [e.trigger.span.of(text) for e in found.events.events] == ["attack"]
    assert str(found.resolution.roles[0].timespan.earliest) == "2020-09-27"


def test_a_list_that_the_parser_breaks_up_is_still_one(parser: SpacyParser, resources: Resources) -> None:
    text = "Russia has launched missile attacks on Ukrainian cities of Odesa, Mykolaiv, Kherson as well as Izmail district."
    found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources)
    places = {p.id: p.name for p in found.resolution.places}
    assert [places[p] for p in found.resolution.roles[0].places] == ["Odesa", "Mykolaiv", "Kherson", "Izmail"]


def test_the_land_after_a_comma_is_no_further_place(parser: SpacyParser, resources: Resources) -> None:
    text = "A bomb killed nine people in Tripoli, Lebanon."
    found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources)
    places = {p.id: p.name for p in found.resolution.places}
    assert [places[p] for p in found.resolution.roles[0].places] == ["Tripoli"]


def test_a_name_known_by_its_neighbours_alone_is_looked_up_where_the_document_lies(parser: SpacyParser, resources: Resources) -> None:
    text = "Ethiopian troops stormed the police station in Lalibela on Monday."
    found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources)
    place = next(p for p in found.resolution.places if p.name == "Lalibela")
    assert (place.outcome, place.country) == ("resolved", "ETH")


def test_a_country_that_bombs_does_not_hold_what_it_bombs(parser: SpacyParser, resources: Resources) -> None:
    found = pipeline.read_document(pipeline.document_from_text("Kenyan planes bombed Orvunda."), parser=parser, resources=resources)
    place = next(p for p in found.resolution.places if p.name == "Orvunda")
    assert (place.outcome, place.country) == ("nil", None)


def test_a_deed_joined_to_another_is_where_that_is(parser: SpacyParser, resources: Resources) -> None:
    def places(text: str) -> list[list[str]]:
        found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources)
        names = {p.id: p.name for p in found.resolution.places}
        return [[names[p] for p in r.places] for r in found.resolution.roles]

    assert places("Militants attacked the village of Ulubatan before dawn and killed a farmer.") == [["Ulubatan"], ["Ulubatan"]]
    assert places("Gunmen kidnapped a priest and later burned a school in Goma.") == [[], ["Goma"]]
