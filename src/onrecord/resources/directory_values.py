"""What the directory holds: bodies, persons and the offices they held, titles, nouns."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

KNOWN_ON = date(2025, 1, 1)
"""The day for which the directory was written: an office with a known beginning and no known end was surely held until then."""
Kind = Literal["state", "government", "armed_force", "organization", "party", "person", "group", "population", "media", "unknown"]
TitleClass = Literal["office", "rank", "honorific", "role"]
Stands = Literal["state", "body", "force", "none"]
Gender = Literal["male", "female"]

SECTORS = frozenset(
    [
        "AGR",
        "BUS",
        "COP",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "ENV",
        "GOV",
        "HLH",
        "HRI",
        "IGO",
        "JUD",
        "LAB",
        "LEG",
        "MED",
        "MIL",
        "NGO",
        "OPP",
        "PRE",
        "PTY",
        "REB",
        "REF",
        "REL",
        "SPY",
        "UAF",
    ]
)
"""PLOVER's sector codes that the directory uses, with REF for the displaced, HRI for human rights bodies and ENV for environmental ones."""


@dataclass(frozen=True, slots=True)
class Years:
    """The first and last day something may have held, and the days between which it held for certain; None is unknown."""

    since: date | None = None
    since_surely: date | None = None
    until: date | None = None
    until_surely: date | None = None

    def may_hold(self, day: date) -> bool:
        """Whether nothing known speaks against that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def surely_holds(self, day: date) -> bool:
        """Whether that day lies between two known ends."""
        return self.since_surely is not None and self.until_surely is not None and self.since_surely <= day <= self.until_surely


@dataclass(frozen=True, slots=True)
class Body:
    """A body with a name of its own. `country` is ISO 3166-1 alpha-3, None for one of no single country; `part_of` is another body's id."""

    id: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    kind: Kind
    country: str | None
    sectors: tuple[str, ...]
    years: Years
    part_of: str | None = None
    not_after: tuple[str, ...] = ()

    def may_follow(self, word: str) -> bool:
        """Whether the name may stand after a word; "National" makes another body of a "Security Council"."""
        return word not in self.not_after

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Held:
    """An office held: a title's id, of a country (ISO code) or a body (its id), and when."""

    title: str
    of: str
    years: Years


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name and the offices the directory knows."""

    id: str
    names: tuple[str, ...]
    country: str | None
    gender: Gender | None
    offices: tuple[Held, ...]

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Title:
    """A title or role that stands before or beside a name. `stands` says for whom its holder says "we"."""

    id: str
    words: tuple[str, ...]
    rank: TitleClass
    stands: Stands
    sectors: tuple[str, ...]
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Noun:
    """Nouns people and their groups go by, of one class."""

    id: str
    words: tuple[str, ...]
    kind: Kind
    sectors: tuple[str, ...]
    collective: bool
    gender: Gender | None = None
