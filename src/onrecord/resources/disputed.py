"""Disputed places: every party's name for them, who claims them, who held them when (data/places/disputed.toml -> DisputedPlaces)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from onrecord.resources.folding import fold
from onrecord.resources.gazetteer import PlaceEntry, kilometres
from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class PartyName:
    """What one party calls a place; `party` is an alpha-3 code, or a name where it has none."""

    party: str
    name: str


@dataclass(frozen=True, slots=True)
class Holding:
    """Who held a place, since and until when (EDTF; None: unknown, or still so)."""

    by: str
    since: str | None = None
    until: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DisputedPlace:
    """A place whose state is disputed. It covers the gazetteer's `entries`, `units` and `countries`, and its `towns` within `radius_km` of the point."""

    id: str
    name: str
    point: tuple[float, float]
    radius_km: float
    claimants: tuple[str, ...]
    parties: tuple[PartyName, ...]
    held: tuple[Holding, ...]
    plover: str | None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    entries: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()

    @property
    def own_entry(self) -> bool:
        """Whether the gazetteer has the place from this table alone."""
        return not self.entries

    @property
    def codes(self) -> tuple[str, ...]:
        """The claimants that have an alpha-3 code."""
        return tuple(c for c in self.claimants if len(c) == 3 and c.isupper())


class DisputedPlaces:
    """The table, and which of its places a place of the gazetteer lies in."""

    def __init__(self, places: Iterable[DisputedPlace]) -> None:
        self.all = tuple(places)

    @cached_property
    def _by_entry(self) -> dict[str, DisputedPlace]:
        return {e: p for p in reversed(self.all) for e in (*p.entries, f"onrecord:{p.id}")}

    @cached_property
    def _by_unit(self) -> dict[str, DisputedPlace]:
        return {u: p for p in reversed(self.all) for u in (*p.units, *p.countries)}

    def of(self, entry: PlaceEntry) -> DisputedPlace | None:
        """The disputed place that an entry is or lies in; None where its state is not disputed here. A country as such lies in none but itself."""
        if (found := self._by_entry.get(entry.id)) is not None:
            return found
        if entry.level == 0:
            return None
        if entry.unit and (found := self._by_unit.get(entry.unit) or self._by_unit.get(entry.unit.split(".")[0])) is not None:
            return found
        if entry.feature != "town":
            return None
        name, here = fold(entry.name), (entry.latitude, entry.longitude)
        return next((p for p in self.all if name in p.towns and kilometres(p.point, here) <= p.radius_km), None)


def load_disputed(folders: Iterable[Path] = ()) -> DisputedPlaces:
    """The disputed places of the package, with a user's over them. Raises ResourceError for a bad file."""
    optional = {"names", "adjectives", "is", "units", "countries", "towns"}
    required = {"name", "point", "radius_km", "claimants", "parties", "held", "plover"}
    entries = load_entries("places/disputed.toml", required=required, optional=optional, examples=False, folders=folders)
    return DisputedPlaces(_place(e) for e in entries.values())


def _place(entry: dict[str, Any]) -> DisputedPlace:
    latitude, longitude = entry["point"]
    return DisputedPlace(
        id=entry["id"],
        name=entry["name"],
        point=(float(latitude), float(longitude)),
        radius_km=float(entry["radius_km"]),
        claimants=tuple(entry["claimants"]),
        parties=tuple(PartyName(**p) for p in entry["parties"]),
        held=tuple(Holding(**h) for h in entry["held"]),
        plover=entry["plover"] or None,
        names=tuple(entry.get("names", ())),
        adjectives=tuple(entry.get("adjectives", ())),
        entries=frozenset(entry.get("is", ())),
        units=frozenset(entry.get("units", ())),
        countries=frozenset(entry.get("countries", ())),
        towns=frozenset(fold(t) for t in entry.get("towns", ())),
    )
