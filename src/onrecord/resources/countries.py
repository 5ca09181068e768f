"""Countries and territories: their codes, names, demonyms, seats of government and the buildings that stand for their governments.

TOML (data/places/countries.toml, metonyms.toml) -> Countries. Codes are ISO 3166-1; Kosovo has none.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from onrecord.resources.folding import fold
from onrecord.resources.toml_data import load_entries

CountryKind = Literal["state", "territory", "constituent", "former"]
Naming = Literal["name", "official", "abbreviation", "former", "adjective", "person", "people"]
Body = Literal["government", "head", "foreign_ministry", "defence_ministry", "legislature", "intelligence", "police"]

_ABBREVIATION = re.compile(r"(?:[A-Z]\.? ?){2,6}$")


@dataclass(frozen=True, slots=True)
class Country:
    """A state, a territory of one (`part_of`), a constituent country (Scotland) or a state that is gone (`since`, `until`).

    `id` is the alpha-3 code where there is one. `person` and `people` are nouns ("Dane", "Danes"); `adjectives` may name the people too ("the Danish").
    `seats` are the capital, then other cities whose names stand for the government. `point` is latitude and longitude of a point inside.
    """

    id: str
    name: str
    kind: CountryKind = "state"
    alpha2: str | None = None
    alpha3: str | None = None
    part_of: str | None = None
    official: str | None = None
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    point: tuple[float, float] = (0.0, 0.0)
    geonameid: int | None = None
    since: str | None = None
    until: str | None = None

    @property
    def code(self) -> str | None:
        """The alpha-3 code to record: its own, or that of the state a constituent or former country belongs to; None for Kosovo."""
        return self.alpha3 or (self.part_of if self.kind in ("constituent", "former") else None)

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Adjectives and nouns for the people."""
        return (*self.adjectives, *self.person, *self.people)

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name of the country itself: no demonym and no seat."""
        official = (self.official,) if self.official else ()
        return (self.name, *official, *self.names, *self.abbreviations, *self.former)


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """A country with how the words name it."""

    country: Country
    naming: Naming

    @property
    def demonym(self) -> bool:
        """Whether the words are an adjective or a noun for the people."""
        return self.naming in ("adjective", "person", "people")


@dataclass(frozen=True, slots=True)
class Metonym:
    """A building, street or quarter whose name stands for a part of a government ("the Kremlin").

    `not_after` are words before it, `not_before` words after it, that make it something else ("the Kazan Kremlin", "the Pentagon Papers").
    """

    id: str
    name: str
    country: str
    body: Body
    names: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    def names_in(self, sentence: str) -> bool:
        """Whether the sentence holds one of its names in that writing, without a word beside it that makes it something else."""
        written = "|".join(re.escape(n) for n in (self.name, *self.names))
        for found in re.finditer(rf"(?:\b([\w-]+) )?\b(?:{written})\b(?:(?:'s)? ([\w-]+))?", sentence):
            before, after = (found[1] or "").lower(), found[2]
            if before not in map(str.lower, self.not_after) and after not in self.not_before:
                return True
        return False


class Countries:
    """All countries, found by code, name, demonym, seat or metonym."""

    def __init__(self, countries: Iterable[Country], metonyms: Iterable[Metonym] = ()) -> None:
        self.all = tuple(countries)
        self.metonyms = tuple(metonyms)
        self.by_id: Mapping[str, Country] = {c.id: c for c in self.all}

    @cached_property
    def _codes(self) -> dict[str, Country]:
        return {code: c for c in self.all for code in (c.alpha2, c.alpha3) if code}

    @cached_property
    def _names(self) -> dict[str, list[tuple[CountryMatch, bool]]]:
        """By folded name: each match, and whether the name counts only in capitals ("US", never "us")."""
        found: dict[str, list[tuple[CountryMatch, bool]]] = {}
        for country in self.all:
            for naming, names in _namings(country):
                for name in names:
                    capitals = _ABBREVIATION.match(name) is not None
                    found.setdefault(fold(name), []).append((CountryMatch(country, naming), capitals))
        for matches in found.values():
            # A country that exists comes before one that is gone, and a name in use before a former one.
            matches.sort(key=lambda m: (m[0].country.kind == "former", m[0].naming == "former"))
        return found

    @cached_property
    def _seats(self) -> dict[str, Country]:
        return {fold(s): c for c in reversed(self.all) if c.kind != "former" for s in c.seats}

    @cached_property
    def _metonyms(self) -> dict[str, Metonym]:
        return {n: m for m in self.metonyms for n in (m.name, *m.names)}

    def by_code(self, code: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-2 or alpha-3 code, in any case."""
        return self._codes.get(code.upper())

    def lookup(self, words: str) -> CountryMatch | None:
        """The country that a name or demonym stands for, today's states before former ones; None where it names none.

        Abbreviations count only in capitals: "US" is a country and "us" is not.
        """
        found = self.matches(words)
        return found[0] if found else None

    def matches(self, words: str) -> tuple[CountryMatch, ...]:
        """Every country the words may stand for, best first ("Congolese" stands for two)."""
        capitals = not any(c.islower() for c in words)
        found: dict[str, CountryMatch] = {}
        for match, only_capitals in self._names.get(fold(words), ()):
            if capitals or not only_capitals:
                found.setdefault(match.country.id, match)
        return tuple(found.values())

    def by_name(self, name: str) -> Country | None:
        """The country with this name, official name, abbreviation or former name (no demonym)."""
        return next((m.country for m in self.matches(name) if not m.demonym), None)

    def by_seat(self, city: str) -> Country | None:
        """The country whose government the name of this city stands for ("Ankara accused Athens")."""
        return self._seats.get(fold(city))

    def by_metonym(self, name: str) -> Metonym | None:
        """The building, street or quarter with exactly this name, without "the"."""
        return self._metonyms.get(name.removeprefix("the ").removeprefix("The "))


def _namings(country: Country) -> list[tuple[Naming, tuple[str, ...]]]:
    return [
        ("name", (country.name, *country.names)),
        ("official", (country.official,) if country.official else ()),
        ("abbreviation", country.abbreviations),
        ("adjective", country.adjectives),
        ("person", country.person),
        ("people", country.people),
        ("former", country.former),
    ]


def load_countries(folders: Iterable[Path] = ()) -> Countries:
    """The countries and metonyms of the package, with a user's over them. Raises ResourceError for a bad file."""
    told = list(folders)
    optional = {
        "kind", "part_of", "alpha2", "alpha3", "official", "names", "abbreviations", "former", "adjectives", "person", "people", "seats",
        "geonameid", "since", "until",
    }  # fmt: skip
    countries = load_entries("places/countries.toml", required={"name", "point"}, optional=optional, examples=False, folders=told)
    metonyms = load_entries(
        "places/metonyms.toml", required={"name", "country", "body"}, optional={"names", "not_after", "not_before"}, folders=told
    )
    return Countries(
        (Country(**_values(e, Country)) for e in countries.values()), (Metonym(**_values(e, Metonym)) for e in metonyms.values())
    )


def _values(entry: Mapping[str, Any], kind: type) -> dict[str, Any]:
    known = kind.__slots__  # type: ignore[attr-defined]
    return {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items() if k in known}
