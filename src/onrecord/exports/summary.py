"""What a record holds -> what an analyst wants first, as plain values: who says what, the timeline, one-sidedness, differences, what was left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.comparison.agreement import Agreement, agree
from onrecord.comparison.balance import Balance, country_name, speaking_sides, weigh
from onrecord.record.answers import EventRow
from onrecord.record.store import Record
from onrecord.record.told import Told
from onrecord.resources.countries import Countries


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two countries that are said to act against each other, with the claims that say so."""

    sides: tuple[str, str]
    name: str
    claims: tuple[Told, ...]


HOSTILE = frozenset({"ASSAULT", "COERCE", "THREATEN", "ACCUSE", "SANCTION", "MOBILIZE", "PROTEST", "REJECT"})


def conflicts(claims: Sequence[Told], countries: Countries) -> list[Conflict]:
    """The pairs of countries that claims set against each other, most claims first."""
    found: dict[tuple[str, str], list[Told]] = {}
    for claim in (c for c in claims if c.type in HOSTILE):
        pairs = {
            (min(a.side, b.side), max(a.side, b.side))
            for a in claim.actors
            for b in claim.recipients
            if a.side and b.side and a.side != b.side
        }
        for pair in pairs:
            found.setdefault(pair, []).append(claim)
    named = [Conflict(p, f"{country_name(p[0], countries)} and {country_name(p[1], countries)}", tuple(c)) for p, c in found.items()]
    return sorted(named, key=lambda c: (-len(c.claims), c.name))


def balances(claims: Sequence[Told], *, copies: Mapping[str, str], countries: Countries) -> list[Balance]:
    """The balance of the whole record, then of each conflict told of in it, then of each commitment."""
    heard = speaking_sides(claims)
    if not claims:
        return []
    found = [weigh(claims, about="The whole record", copies=copies, countries=countries, heard=heard)]
    for conflict in conflicts(claims, countries):
        found.append(weigh(conflict.claims, about=conflict.name, copies=copies, countries=countries, heard=heard))
    by_bond: dict[str, list[Told]] = {}
    for claim in claims:
        for bond in claim.commitments:
            by_bond.setdefault(bond.key, []).append(claim)
    for told in by_bond.values():
        name = told[0].commitments[0].name
        found.append(weigh(told, about=f"What is said of “{name}”", copies=copies, countries=countries, heard=heard))
    return found


def disagreements(
    record: Record, rows: Sequence[EventRow], copies: Mapping[str, str], speaking: frozenset[str]
) -> list[tuple[EventRow, list[Told], Agreement]]:
    """The events on which sources differ: somebody denies, or values differ, or one source changed its account."""
    found = []
    for row in rows:
        claims = [c for c in record.queries.event(row.id) if c.verdict != "rejected"]
        said = agree(claims, copies=copies, speaking=speaking)
        held = {p.holds for p in said.positions}
        figures = [d for d in said.differences if d.low is not None]
        if "denies" in held or {"asserts", "excludes"} <= held or figures or said.changes:
            found.append((row, claims, said))
    return found
