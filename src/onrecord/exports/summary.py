"""What a record holds -> what an analyst wants first, as plain values: who says what, the timeline, one-sidedness, differences, what was left out."""

from collections.abc import Mapping, Sequence

from onrecord.comparison.agreement import Agreement, agree
from onrecord.comparison.balance import Balance, country_name, heard_in, shares_of, weigh_shares
from onrecord.record import ledgers
from onrecord.record.answers import EventRow, Share
from onrecord.record.filters import Filter
from onrecord.record.sides import Spread
from onrecord.record.store import Record
from onrecord.record.told import Told
from onrecord.resources.countries import Countries


def balances(claims: Sequence[Told], *, copies: Mapping[str, str], countries: Countries) -> list[Balance]:
    """The balance of the whole record, of each conflict told of in it, of what others say against each country, and of each commitment."""
    by_bond: dict[str, tuple[str, list[Share]]] = {}
    for claim in claims:
        for bond in {b.key: b for b in claim.commitments}.values():
            by_bond.setdefault(bond.key, (bond.name, []))[1].extend(shares_of([claim], copies))
    shares = shares_of(claims, copies)
    return _balances(shares, by_bond, countries, heard_in(shares))


def balances_of(record: Record, asked: Filter, *, countries: Countries) -> list[Balance]:
    """The same of all claims of a record that meet a filter, without reading them one by one."""
    heard = record.queries.speaking()
    return _balances(ledgers.shares(record, asked), ledgers.bond_shares(record, asked), countries, heard)


def _balances(
    shares: Sequence[Share], by_bond: Mapping[str, tuple[str, list[Share]]], countries: Countries, heard: frozenset[str]
) -> list[Balance]:
    if not shares:
        return []
    found = [weigh_shares(shares, about="The whole record", countries=countries, heard=heard)]
    alike: dict[Spread, list[Share]] = {}
    for share in shares:
        alike.setdefault(share.spread, []).append(share)
    against: dict[tuple[str, str], list[Share]] = {}
    accused: dict[str, list[Share]] = {}
    for spread, told in alike.items():
        for pair in spread.pairs:
            against.setdefault(pair, []).extend(told)
        for side in spread.accused:
            accused.setdefault(side, []).extend(told)
    named = [
        (sum(s.claims for s in told), f"{country_name(a, countries)} and {country_name(b, countries)}", told)
        for (a, b), told in against.items()
    ]
    for _, about, told in sorted(named, key=lambda n: (-n[0], n[1])):
        found.append(weigh_shares(told, about=about, countries=countries, heard=heard))
    for side, told in sorted(accused.items(), key=lambda item: (-sum(s.claims for s in item[1]), item[0])):
        found.append(weigh_shares(told, about=f"What is said against {country_name(side, countries)}", countries=countries, heard=heard))
    for name, told in by_bond.values():
        found.append(weigh_shares(told, about=f"What is said of “{name}”", countries=countries, heard=heard))
    return found


def disagreements(
    record: Record, rows: Sequence[EventRow], copies: Mapping[str, str], speaking: frozenset[str], countries: Countries | None = None
) -> list[tuple[EventRow, list[Told], Agreement]]:
    """The events on which sources differ: somebody denies, or values differ, or one source changed its account."""
    found = []
    for row in rows:
        claims = [c for c in record.queries.event(row.id) if c.verdict != "rejected"]
        said = agree(claims, copies=copies, speaking=speaking, countries=countries)
        held = {p.holds for p in said.positions}
        figures = [d for d in said.differences if d.low is not None]
        if "denies" in held or {"asserts", "excludes"} <= held or figures or said.changes:
            found.append((row, claims, said))
    return found
