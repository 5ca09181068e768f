"""The gazetteer: places by name, from a compact index compiled once from GeoNames' cities and tables of our own.

A name -> every place that may bear it. The index is made by `gazetteer_build` and kept by `gazetteer_cache`.
"""

import hashlib
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any, Literal

from onrecord.resources.folding import fold

PlaceFeature = Literal["town", "district", "region", "country", "water", "border", "line", "camp", "area"]
PlaceNaming = Literal["name", "alternate", "former", "adjective"]
Progress = Callable[[str, int, int], None]
"""What is being done, how much of it is done, how much there is."""


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place of the gazetteer. Degrees in WGS 84; `radius_km` is how far from the point it reaches.

    `country` is ISO 3166-1 alpha-3 of the one country it lies in (GeoNames' view; disputed places are a table of their own), `unit` the first-level
    unit ("AZ.20"); `level` is 0 for a country, 1 and 2 for units, None else. `capital`: the seat of a country's government.
    """

    id: str
    name: str
    feature: PlaceFeature
    country: str | None
    unit: str | None
    latitude: float
    longitude: float
    radius_km: float
    population: int = 0
    level: int | None = None
    capital: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place with how the looked-up name stands to it."""

    entry: PlaceEntry
    naming: PlaceNaming


def key_of(folded: str) -> int:
    """The 64-bit key of a folded name in the membership table."""
    return int.from_bytes(hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class Gazetteer:
    """Every place by name, over an index on disk. Look-ups are cached; a name that is in no index costs one search in a table of keys."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
        row = self._connection.execute("SELECT keys, longest FROM about").fetchone()
        self._keys: array[int] = array("Q")
        self._keys.frombytes(row[0])
        self.longest: int = row[1]
        """Words of the longest name."""
        self._matches = lru_cache(maxsize=50_000)(self._search)
        self.knows = lru_cache(maxsize=200_000)(self._knows)

    def _knows(self, name: str) -> bool:
        """Whether any place may bear this name, in any writing."""
        key = key_of(fold(name))
        at = bisect_left(self._keys, key)
        return at < len(self._keys) and self._keys[at] == key

    def lookup(self, name: str) -> tuple[PlaceMatch, ...]:
        """Every place that may bear the name, the most populous first; empty where there is none."""
        return self._matches(name) if self.knows(name) else ()

    def entry(self, ident: str) -> PlaceEntry | None:
        """The place with this id."""
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM place WHERE id = ?", (ident,)).fetchone()
        return _entry(row) if row else None

    def _search(self, name: str) -> tuple[PlaceMatch, ...]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS}, name.naming FROM name JOIN place ON place.number = name.place WHERE name.folded = ?"
            " ORDER BY place.population DESC, place.id LIMIT 300",
            (fold(name),),
        )
        return tuple(PlaceMatch(_entry(row), NAMINGS[row[11]]) for row in rows)

    def close(self) -> None:
        """Give the index back."""
        self._connection.close()


NAMINGS: tuple[PlaceNaming, ...] = ("name", "alternate", "former", "adjective")
_COLUMNS = "place.id, place.name, place.feature, place.country, place.unit, place.latitude, place.longitude, place.radius, place.population, place.level, place.capital"


def _entry(row: tuple[Any, ...]) -> PlaceEntry:
    ident, name, feature, country, unit, latitude, longitude, radius, population, level, capital = row[:11]
    return PlaceEntry(ident, name, feature, country, unit, latitude, longitude, radius, population, level, bool(capital))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude in degrees) in kilometres, on a sphere of 6,371 km."""
    a, b, c, d = map(radians, (*one, *other))
    h = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(h)))
