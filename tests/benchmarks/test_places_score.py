"""The scorer of places: matching, identity of countries, distance, and what counts in which figure."""

from benchmarks.scores.places import is_right, pairs, score_places

from onrecord.basis import Basis
from onrecord.resolution.resolution import Place
from onrecord.resources.countries import load_countries
from onrecord.span import Span

COUNTRIES = load_countries()


def place(
    start: int,
    end: int,
    lat: float | None = None,
    lon: float | None = None,
    entry: str | None = None,
    feature: str = "town",
    country: str | None = None,
) -> Place:
    return Place("p", Span(start, end), "x", feature, "resolved", Basis("r"), entry, lat, lon, None, country)  # type: ignore[arg-type]


def test_exact_spans_are_paired_before_overlaps_and_one_to_one() -> None:
    gold = [{"start": 0, "end": 5}, {"start": 6, "end": 10}]
    found = [place(0, 10), place(6, 10)]
    assert [(g["start"], p.span.start) for g, p in pairs(gold, found)] == [(6, 6), (0, 0)]


def test_a_country_is_right_by_identity_and_not_by_distance() -> None:
    gold = {"start": 0, "end": 6, "lat": 40.0, "lon": -100.0, "fcode": "PCLI", "gaz_name": "United States"}
    assert is_right(gold, place(0, 6, 39.76, -98.5, "geonames:6252001", "country", "USA"), COUNTRIES)
    assert not is_right(gold, place(0, 6, 40.0, -100.0, "geonames:1", "country", "CAN"), COUNTRIES)


def test_a_town_is_right_within_161_km() -> None:
    gold = {"start": 0, "end": 6, "lat": 52.5, "lon": 13.4, "fcode": "PPLC", "gaz_name": "Berlin", "country": "Germany"}
    assert is_right(gold, place(0, 6, 52.4, 13.1), COUNTRIES)
    assert not is_right(gold, place(0, 6, 48.1, 11.6), COUNTRIES)
    assert not is_right(gold, place(0, 6), COUNTRIES)


def test_a_wikipedia_title_of_a_country_is_a_country_and_of_a_state_is_not() -> None:
    gold = {"start": 0, "end": 4, "lat": 42.0, "lon": 43.5, "wikipedia": "https://en.wikipedia.org/wiki/Georgia_(country)"}
    state = {"start": 0, "end": 4, "lat": 33.0, "lon": -83.5, "wikipedia": "https://en.wikipedia.org/wiki/Georgia_(U.S._state)"}
    nation = place(0, 4, 42.0, 43.5, "geonames:614540", "country", "GEO")
    assert is_right(gold, nation, COUNTRIES)
    assert not is_right(state, nation, COUNTRIES)


def test_figures() -> None:
    near = {"start": 0, "end": 3, "lat": 10.0, "lon": 10.0}
    unlocated = {"start": 4, "end": 7, "lat": None, "lon": None}
    missed = {"start": 8, "end": 11, "lat": 1.0, "lon": 1.0}
    figures = score_places([([near, unlocated, missed], [place(0, 3, 10.1, 10.1), place(4, 6, 1.0, 1.0), place(20, 22)])], COUNTRIES)
    assert figures["exact_f1"] == 2 * 1 / 6
    assert figures["overlap_f1"] == 2 * 2 / 6
    assert figures["right_of_found"] == 1.0
    assert figures["right_of_all"] == 0.5
