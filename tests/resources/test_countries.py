"""Countries by code, name, demonym, seat and metonym."""

import re

import pytest

from onrecord.resources.countries import Countries, load_countries


@pytest.fixture(scope="module")
def countries() -> Countries:
    return load_countries()


def test_there_are_at_least_250_and_their_codes_are_well_formed(countries: Countries) -> None:
    living = [c for c in countries.all if c.kind in ("state", "territory")]
    assert len(living) >= 250
    assert all(c.alpha3 is None or re.fullmatch("[A-Z]{3}", c.alpha3) for c in countries.all)
    assert len({c.alpha2 for c in countries.all if c.alpha2}) == len([c for c in countries.all if c.alpha2]) == 249
    assert all(-90 <= c.point[0] <= 90 and -180 <= c.point[1] <= 180 for c in countries.all)
    assert all(c.part_of is None or c.part_of in countries.by_id for c in countries.all)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("U.S.", "USA"), ("US", "USA"), ("the United States of America", "USA"), ("UK", "GBR"), ("Britain", "GBR"), ("UAE", "ARE"), ("DRC", "COD"),
        ("Zaire", "COD"), ("Burma", "MMR"), ("Côte d’Ivoire", "CIV"), ("Cote d'Ivoire", "CIV"), ("Türkiye", "TUR"), ("Swaziland", "SWZ"), ("Scotland", "GBR"),
        ("USSR", "RUS"), ("People's Republic of China", "CHN"), ("Republic of China", "TWN"), ("the Gambia", "GMB"), ("Holy See", "VAT"),
    ],
)  # fmt: skip
def test_names(countries: Countries, words: str, code: str) -> None:
    found = countries.by_name(words)
    assert found
    assert found.code == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Azerbaijani", "AZE"), ("Azeris", "AZE"), ("Danes", "DNK"), ("Danish", "DNK"), ("Frenchmen", "FRA"), ("Nigerien", "NER"), ("Nigerian", "NGA"),
        ("Bissau-Guinean", "GNB"), ("Filipinos", "PHL"), ("British", "GBR"), ("Scots", "GBR"), ("Soviet", "RUS"), ("South Korean", "KOR"),
    ],
)  # fmt: skip
def test_demonyms(countries: Countries, word: str, code: str) -> None:
    assert [(m.country.code, m.demonym) for m in countries.matches(word)] == [(code, True)]
    assert countries.by_name(word) is None


def test_kosovo_has_no_code(countries: Countries) -> None:
    kosovo = countries.by_name("Kosovo")
    assert kosovo
    assert kosovo.alpha3 is None
    assert kosovo.code is None


@pytest.mark.parametrize("word", ["us", "Us", "it", "drc of", "", "the", "Springfield", "uk"])
def test_words_that_name_no_country(countries: Countries, word: str) -> None:
    assert countries.lookup(word) is None


def test_congolese_stands_for_two_and_a_living_state_comes_before_a_former_one(countries: Countries) -> None:
    assert {m.country.id for m in countries.matches("Congolese")} == {"COD", "COG"}
    assert [m.country.id for m in countries.matches("South Vietnamese")] == ["south-vietnam"]
    assert countries.matches("Serbia")[0].country.id == "SRB"


def test_seats(countries: Countries) -> None:
    assert [c and c.id for c in map(countries.by_seat, ["Ankara", "Kyiv", "Kiev", "Moscow", "Tel Aviv", "Springfield"])] == [
        "TUR", "UKR", "UKR", "RUS", "ISR", None,
    ]  # fmt: skip


def test_every_metonym_is_found_in_its_examples_only(countries: Countries) -> None:
    for metonym in countries.metonyms:
        assert metonym.country in countries.by_id, metonym.id
        assert metonym.examples, metonym.id
        assert metonym.counterexamples, metonym.id
        for sentence in metonym.examples:
            assert metonym.names_in(sentence), sentence
        for sentence in metonym.counterexamples:
            assert not metonym.names_in(sentence), sentence


def test_a_metonym_by_name(countries: Countries) -> None:
    found = countries.by_metonym("the Kremlin")
    assert found
    assert (found.country, found.body) == ("RUS", "head")
    assert countries.by_metonym("kremlin") is None
