"""The gazetteer's index: names that meet, what is kept of alternates, staleness, broken and read-only caches."""

import os
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import ResourceError
from onrecord.resources import gazetteer_cache
from onrecord.resources.countries import Countries, load_countries
from onrecord.resources.disputed import load_disputed
from onrecord.resources.gazetteer import Gazetteer, PlaceEntry, kilometres
from onrecord.resources.gazetteer_build import write
from onrecord.resources.gazetteer_cache import cache_folder, fingerprint, open_gazetteer
from onrecord.resources.gazetteer_sources import Row, city_rows, country_rows, feature_rows, unit_rows, usable
from onrecord.resources.resources import Resources

CITIES = [
    {"geonameid": 1, "name": "Ganja", "latitude": 40.68, "longitude": 46.36, "countrycode": "AZ", "population": 330000, "admin1code": "20",
     "alternatenames": ["Gəncə", "Gandzha", "KVD", "gngh", "Гянджа"]},
    {"geonameid": 2, "name": "Tripoli", "latitude": 32.9, "longitude": 13.2, "countrycode": "LY", "population": 1300000, "admin1code": "77", "alternatenames": []},
    {"geonameid": 3, "name": "Tripoli", "latitude": 34.4, "longitude": 35.8, "countrycode": "LB", "population": 229000, "admin1code": "09", "alternatenames": []},
]  # fmt: skip


@pytest.fixture(scope="module")
def countries() -> Countries:
    return load_countries()


@pytest.fixture
def small(tmp_path: Path, countries: Countries) -> Gazetteer:
    write(tmp_path / "small.sqlite", city_rows(CITIES, countries))
    return Gazetteer(tmp_path / "small.sqlite")


def test_spellings_meet(small: Gazetteer) -> None:
    assert {small.lookup(n)[0].entry.id for n in ("Ganja", "GANJA", "Gəncə", "Gandzha")} == {"geonames:1"}
    assert small.lookup("KVD") == small.lookup("gngh") == small.lookup("Springfield") == ()
    assert not small.knows("Springfield")


def test_namesakes_come_most_populous_first(small: Gazetteer) -> None:
    assert [m.entry.country for m in small.lookup("Tripoli")] == ["LBY", "LBN"]
    assert [m.entry.capital for m in small.lookup("Tripoli")] == [True, False]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Kirovabad", True), ("Sana'a", True), ("ANK", False), ("gyanja", False), ("Гянджа", False), ("Bab 2", False), ("Al", False)],
)
def test_alternates_that_english_may_use(name: str, kept: bool) -> None:
    assert usable(name) is kept


def test_a_place_whose_id_was_there_is_left_out(tmp_path: Path) -> None:
    entry = PlaceEntry("a", "A", "town", None, None, 0.0, 0.0, 1.0)
    write(tmp_path / "x.sqlite", [Row(entry, [("A", "name")]), Row(entry, [("B", "name")])])
    gazetteer = Gazetteer(tmp_path / "x.sqlite")
    assert gazetteer.knows("A")
    assert not gazetteer.knows("B")
    assert gazetteer.entry("a") == entry


def test_tables_of_ours_are_well_formed(countries: Countries) -> None:
    features = list(feature_rows(countries))
    units = list(unit_rows(countries, {}))
    nations = list(country_rows(countries, {}))
    for row in (*features, *units, *nations):
        assert -90 <= row.entry.latitude <= 90, row.entry
        assert -180 <= row.entry.longitude <= 180, row.entry
        assert row.names, row.entry
    assert len({r.entry.id for r in features}) == len(features) > 700
    assert len(units) > 8000


def test_a_table_with_a_missing_column_is_refused(tmp_path: Path, countries: Countries) -> None:
    (tmp_path / "units.tsv").write_text("AZ\t20\t1\tGanja\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="line 1"):
        list(unit_rows(countries, {}, tmp_path / "units.tsv"))


def test_the_cache_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("ONRECORD_CACHE", raising=False)
    assert cache_folder() == tmp_path / "xdg" / "onrecord"
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"


def _fake_build(made: list[Path], countries: Countries) -> object:
    def build(path: Path, countries: Countries, **_: object) -> None:
        made.append(path)
        write(path, city_rows(CITIES, countries))

    return build


def test_the_index_is_made_once_and_again_when_broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, countries: Countries) -> None:
    made: list[Path] = []
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path))
    monkeypatch.setattr(gazetteer_cache, "build", _fake_build(made, countries))
    open_gazetteer(countries).close()
    open_gazetteer(countries).close()
    assert len(made) == 1
    kept = next(tmp_path.glob("gazetteer-*.sqlite"))
    kept.write_bytes(b"no database at all" * 500)
    assert open_gazetteer(countries).knows("Ganja")
    assert len(made) == 2
    assert not list(tmp_path.glob(".gazetteer-*"))


def test_a_cache_that_cannot_be_written_gets_an_index_of_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, countries: Countries
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path / "file" / "below"))
    monkeypatch.setattr(gazetteer_cache, "build", _fake_build([], countries))
    assert open_gazetteer(countries).knows("Ganja")


def test_the_fingerprint_knows_a_users_folder(tmp_path: Path) -> None:
    (tmp_path / "places" / "features").mkdir(parents=True)
    before = fingerprint([tmp_path])
    (tmp_path / "places" / "features" / "own.toml").write_text('[[entry]]\nid = "x"\n', encoding="utf-8")
    assert fingerprint([tmp_path]) != before


def test_an_older_index_beyond_those_kept_is_removed(tmp_path: Path) -> None:
    for n in range(5):
        path = tmp_path / f"gazetteer-{n}.sqlite"
        path.write_bytes(b"")
        os.utime(path, (n, n))
    gazetteer_cache._forget_old(tmp_path, tmp_path / "gazetteer-4.sqlite")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["gazetteer-2.sqlite", "gazetteer-3.sqlite", "gazetteer-4.sqlite"]


def test_a_file_that_is_no_index_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"nothing")
    with pytest.raises(sqlite3.DatabaseError):
        Gazetteer(tmp_path / "x")


def test_kilometres() -> None:
    assert kilometres((0, 0), (0, 180)) == pytest.approx(20015, abs=1)
    assert kilometres((52.5, 13.4), (52.5, 13.4)) == 0


def test_disputed_places_cover_what_they_say(resources: Resources) -> None:
    gazetteer, disputed = resources.gazetteer, load_disputed()
    for place in disputed.all:
        assert place.claimants == tuple(sorted(place.claimants)), place.id
        assert place.parties, place.id
        assert place.held, place.id
        assert all(gazetteer.entry(e) for e in place.entries) or place.id in ("kashmir", "abkhazia", "ceuta-and-melilla"), place.id
        assert place.entries or gazetteer.lookup(place.name), place.id


@pytest.mark.parametrize(
    ("name", "country", "dispute"),
    [
        ("Nagorno-Karabakh", None, "nagorno-karabakh"), ("Artsakh", None, "nagorno-karabakh"), ("Stepanakert", "AZE", "nagorno-karabakh"), ("Sevastopol", "UKR", "crimea"),
        ("Sukhumi", "GEO", "abkhazia"), ("Tskhinvali", "GEO", "south-ossetia"), ("Srinagar", "IND", "kashmir"), ("Hebron", "PSE", "west-bank"), ("Taipei", "TWN", "taiwan"),
        ("Hargeisa", "SOM", "somaliland"), ("Tiraspol", "MDA", "transnistria"), ("Diaoyu Islands", None, "senkaku-islands"), ("Baku", "AZE", None), ("Kyiv", "UKR", None),
        ("Tbilisi", "GEO", None), ("Islamabad", "PAK", None), ("Tel Aviv", "ISR", None),
    ],
)  # fmt: skip
def test_which_dispute_a_place_lies_in(name: str, country: str | None, dispute: str | None, resources: Resources) -> None:
    entry = next(m.entry for m in resources.gazetteer.lookup(name) if m.entry.country == country)
    found = resources.disputed_places.of(entry)
    assert (found.id if found else None) == dispute
