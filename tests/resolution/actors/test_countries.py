"""Countries that a text shows without naming them, each with its reason."""

import pytest

from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources
from tests.resolution.actors.told import Told


@pytest.mark.parametrize(
    ("text", "name", "country", "reason"),
    [
        ("Rebels in Chad attacked a convoy.", "Rebels", "TCD", "place-in-its-name"),
        ("Foreign fighters in Chad attacked a convoy.", "Foreign fighters", None, None),
        ("Police in Tunis arrested a student.", "student", "TUN", "country-of-the-scene"),
        ("Malian rebels attacked Kidal. The army bombed the rebels.", "army", "MLI", "country-of-the-last-place"),
        ("Moldovan farmers denounced President Ursu.", "Ursu", "MDA", "only-country-of-the-text"),
        ("President Ursu accused Moldova of an attack.", "Ursu", None, None),
        ("Minister Ursu wrote to his Moldovan colleague and condemned the attack.", "Ursu", None, None),
        ("Greece's partners attacked the rebels.", "Greece's partners", None, None),
        ("Soldiers attacked a camp in Chad.", "Soldiers", None, None),
        ("Kosovo police arrested a Serb student.", "Kosovo police", None, None),
        ("GOMA (Ogo) - Congolese soldiers attacked the rebels.", "Congolese soldiers", "COD", None),
        ("BRAZZAVILLE (Ogo) - Congolese soldiers attacked the rebels.", "Congolese soldiers", "COG", None),
        ("Congolese soldiers attacked the rebels.", "Congolese soldiers", None, None),
        ("DAKAR (Ogo) - Senegalese troops fought rebels. Norway urged talks. The government denounced Norway.", "government", "SEN", "country-of-the-dateline"),
        ("DAKAR (Ogo) - Malian troops fought rebels. Norway urged talks. The government denounced Norway.", "government", None, None),
    ],
)  # fmt: skip
def test_the_country_and_why(
    text: str, name: str, country: str | None, reason: str | None, parser: SpacyParser, resources: Resources
) -> None:
    actor = Told(text, parser, resources).by_name[name]
    assert actor.country == country
    assert reason is None or reason in {r.feature for r in actor.basis.reasons}


def test_the_publishers_country_is_its_presidents(parser: SpacyParser, resources: Resources) -> None:
    text = "President Ursu denounced the attack."
    assert Told(text, parser, resources).by_name["Ursu"].country is None
    actor = Told(text, parser, resources, publisher="Ministry of Defence of Moldova").by_name["Ursu"]
    assert actor.country == "MDA"
    assert "country-of-the-publisher" in {r.feature for r in actor.basis.reasons}


@pytest.mark.parametrize("words", ["UN peacekeepers", "African Union mediators", "EU foreign ministers", "ECOWAS leaders"])
def test_who_acts_for_an_international_body_has_its_sector_and_no_country(words: str, parser: SpacyParser, resources: Resources) -> None:
    actor = Told(f"{words} condemned the coup in Niger.", parser, resources).by_name[words]
    assert actor.country is None
    assert "IGO" in actor.sectors
    assert "GOV" not in actor.sectors


def test_fighters_have_the_sector_of_their_group(parser: SpacyParser, resources: Resources) -> None:
    actor = Told("Taliban fighters attacked the base.", parser, resources).by_name["Taliban fighters"]
    assert (actor.country, actor.sectors) == ("AFG", ("REB", "UAF"))


@pytest.mark.parametrize(
    "words", ["Iran-backed militias", "Russian-backed separatists", "Pro-Russian gunmen", "Saudi-led jets", "Turkish-backed rebels"]
)
def test_whose_side_somebody_is_on_is_not_where_he_is_from(words: str, parser: SpacyParser, resources: Resources) -> None:
    actors = Told(f"{words} attacked a convoy.", parser, resources).by_name
    assert actors[words].country is None
    assert list(actors) == [words, "convoy"]


def test_the_country_is_the_last_one_named(parser: SpacyParser, resources: Resources) -> None:
    told = Told("Haitian gangs stormed the palace. The country condemned the attack.", parser, resources)
    assert [(a.kind, a.country) for a in told.who("condemned")] == [("state", "HTI")]
    told = Told("Kenyan and Ugandan gangs stormed the palace. The country condemned the attack.", parser, resources)
    assert [a.country for a in told.who("condemned")] == [None]


@pytest.mark.parametrize(
    ("text", "country", "sectors"),
    [
        ("UN Secretary-General Kofi Annan condemned the attack.", None, ("IGO",)),
        ("A UN spokesman condemned the attack.", None, ("IGO",)),
        ("Israel's ambassador to the United Nations condemned the attack.", "ISR", ("GOV",)),
        ("Former UN Secretary-General Kofi Annan condemned the attack.", "GHA", ("IGO",)),
    ],
)
def test_an_officer_of_an_international_body_has_no_country(
    text: str, country: str | None, sectors: tuple[str, ...], parser: SpacyParser, resources: Resources
) -> None:
    (actor,) = Told(text, parser, resources).who("condemned")
    assert (actor.country, actor.sectors) == (country, sectors)
