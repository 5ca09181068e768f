"""What the rest of a document says about a name: which country, unit and neighbourhood its other places lie in, and what holds what."""

import itertools
from collections import Counter
from dataclasses import dataclass, field
from math import floor

from onrecord.basis import Reason
from onrecord.reading.reading import Reading
from onrecord.resolution.places.candidates import Group
from onrecord.resources.gazetteer import PlaceEntry

HOLDS = 2.2
"""Weight of "Tripoli, Lebanon": the text itself says where it lies."""
CELL = 1.5
"""Degrees of the squares that stand for a neighbourhood (about 160 km at the equator)."""


@dataclass(slots=True)
class Weights:
    """How much of the document lies in each country, unit and square."""

    countries: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    cells: Counter[tuple[int, int]] = field(default_factory=Counter)

    def add(self, entry: PlaceEntry, weight: float) -> None:
        """Count a place."""
        if entry.country:
            self.countries[entry.country] += weight  # type: ignore[assignment]
        if entry.unit:
            self.units[entry.unit] += weight  # type: ignore[assignment]
        if entry.level != 0 and entry.radius_km < 150:
            for cell in cells_around(entry):
                self.cells[cell] += weight  # type: ignore[assignment]


def cells_around(entry: PlaceEntry) -> list[tuple[int, int]]:
    """The square of a point and its eight neighbours."""
    row, column = cell_of(entry)
    return [(row + a, column + b) for a in (-1, 0, 1) for b in (-1, 0, 1)]


def cell_of(entry: PlaceEntry) -> tuple[int, int]:
    """The square a point lies in."""
    return floor(entry.latitude / CELL), floor(entry.longitude / CELL)


def lies_in(inner: PlaceEntry, outer: PlaceEntry) -> bool:
    """Whether one place lies in another, as far as the gazetteer can tell."""
    if inner.id == outer.id:
        return False
    if outer.level == 0 or outer.feature == "country":
        return inner.country is not None and inner.country == outer.country and inner.level != 0
    if outer.level == 1 and outer.unit:
        return inner.unit == outer.unit and inner.level != 1
    if outer.level == 2 or outer.feature == "town":
        return inner.feature in ("town", "district", "area", "camp") and inner.unit == outer.unit and _near(inner, outer, 0.7)
    reach = outer.radius_km / 111
    return inner.radius_km < outer.radius_km and _near(inner, outer, reach)


def _near(one: PlaceEntry, other: PlaceEntry, degrees: float) -> bool:
    return abs(one.latitude - other.latitude) <= degrees and abs(one.longitude - other.longitude) <= degrees * 1.5


def apply_containment(reading: Reading, groups: list[Group]) -> set[int]:
    """Weigh what the text says holds what, for the inner place and for the outer. Returns the toponyms that only stand in a list."""
    group_of = {n: g for g in groups for n in g.members}
    done: set[tuple[int, int]] = set()
    equals: set[int] = set()
    for number, toponym in enumerate(reading.toponyms):
        if toponym.within is None or number not in group_of or toponym.within not in group_of:
            continue
        inner, outer = group_of[number], group_of[toponym.within]
        if inner is outer or (id(inner), id(outer)) in done:
            continue
        done.add((id(inner), id(outer)))
        if _list_of_equals(inner, outer, reading.toponyms[toponym.within].basis.rule):
            equals.add(number)
            continue
        held = [o for o in inner.options if any(lies_in(o.entry, h.entry) for h in outer.options)]
        holding = [h for h in outer.options if any(lies_in(o.entry, h.entry) for o in inner.options)]
        for option in held:
            option.reasons.append(Reason("lies-in-named-place", HOLDS, outer.name))
        for option in holding:
            option.reasons.append(Reason("holds-named-place", 0.6 if len(holding) < len(outer.options) else 0.0, inner.name))
    return equals


def _list_of_equals(inner: Group, outer: Group, rule: str) -> bool:
    """Whether both names are first of all countries' or units' ("Oregon, Tennessee", "Russia, Ukraine"): then nothing lies in anything.

    An abbreviation after a comma holds what stands before it ("Nevada, Mo."), whatever else that may be.
    """
    one, two = rank_by_name(inner), rank_by_name(outer)
    return one is not None and two is not None and two >= one and not (rule.startswith("abbreviation") and one == 1)


def rank_by_name(group: Group) -> int | None:
    """The level (0 country, 1 unit) of what a name stands for first of all, None for towns and features."""
    first = max(group.options, key=lambda o: o.reasons[0].score if o.reasons else 0.0, default=None)
    return first.entry.level if first is not None and first.entry.level in (0, 1) else None


LISTED_WITH = 1.3
"""Weight for a unit that stands in a list with units of its country ("Florida, Georgia and Alabama")."""


def apply_lists(reading: Reading, groups: list[Group]) -> None:
    """Weigh lists: beside a name that is first of all a unit, the unit of the same country is meant, not a namesake."""
    group_of = {n: g for g in groups for n in g.members}
    done: set[int] = set()
    for number, (one, two) in enumerate(itertools.pairwise(reading.toponyms)):
        between = reading.document.text[one.span.end : two.span.start].strip()
        if between not in (",", "and", ", and", "or", "&") or number not in group_of or number + 1 not in group_of:
            continue
        for group, beside in ((group_of[number], group_of[number + 1]), (group_of[number + 1], group_of[number])):
            if id(group) in done or group is beside or rank_by_name(beside) != 1:
                continue
            countries = {o.entry.country for o in beside.options if o.entry.level == 1}
            units = [o for o in group.options if o.entry.level == 1 and o.entry.country in countries]
            if units:
                done.add(id(group))
            for option in units:
                option.reasons.append(Reason("listed-with-units", LISTED_WITH, beside.name))


def weigh(groups: list[Group], homes: list[PlaceEntry]) -> Weights:
    """Where the document's places lie, by each group's best option so far; `homes` (dateline, publisher) count twice."""
    weights = Weights()
    for group in groups:
        if (best := group.best) is not None:
            weights.add(best.entry, group.weight * confidence(group))
    for home in homes:
        weights.add(home, 2.0)
    return weights


def confidence(group: Group) -> float:
    """How sure a group's best option is (0.1..1), by its lead over the next that lies elsewhere."""
    best = group.best
    if best is None:
        return 0.0
    rest = [o.score for o in group.options if o is not best and not _same_spot(o.entry, best.entry)]
    return max(0.1, min(1.0, 0.3 + best.score - max(rest))) if rest else 1.0


def _same_spot(one: PlaceEntry, other: PlaceEntry) -> bool:
    return one.unit is not None and one.unit == other.unit and _near(one, other, 1.0)


def support(group: Group, weights: Weights) -> list[list[Reason]]:
    """Reasons from the rest of the document for each option of a group; the group's own share is taken out."""
    best, own = group.best, Weights()
    if best is not None:
        own.add(best.entry, group.weight * confidence(group))
    return [_supported(o.entry, weights, own) for o in group.options]


def _supported(entry: PlaceEntry, weights: Weights, own: Weights) -> list[Reason]:
    found = []
    if entry.country and (share := weights.countries[entry.country] - own.countries[entry.country]) > 0.05:
        found.append(Reason("country-of-other-places", 0.7 * share / (share + 1.5), entry.country))
    if entry.unit and (share := weights.units[entry.unit] - own.units[entry.unit]) > 0.05:
        found.append(Reason("unit-of-other-places", 0.9 * share / (share + 1.0), entry.unit))
    if entry.level != 0 and entry.radius_km < 150 and (share := weights.cells[cell_of(entry)] - own.cells[cell_of(entry)]) > 0.05:
        found.append(Reason("near-other-places", 0.8 * share / (share + 1.2)))
    return found
