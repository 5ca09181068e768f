"""What a record holds -> what an analyst wants first, as plain values: who says what, the timeline, one-sidedness, differences, what was left out."""

from collections.abc import Mapping, Sequence

from onrecord.comparison.agreement import Agreement, agree
from onrecord.comparison.balance import Balance, country_name, heard_in, shares_of, weigh_shares
from onrecord.record import ledgers
from onrecord.record.answers import EventRow, Shares
from onrecord.record.filters import Filter
from onrecord.record.sides import Spread
from onrecord.record.store import Record
from onrecord.record.told import Told
from onrecord.resources.countries import Countries


def balances(claims: Sequence[Told], *, copies: Mapping[str, str], countries: Countries) -> list[Balance]:
    """The balance of the whole record, of each conflict told of in it, of what others say against each country, and of each commitment."""
    by_bond: dict[str, tuple[str, Shares]] = {}
    for claim in claims:
        for bond in {b.key: b for b in claim.commitments}.values():
            by_bond.setdefault(bond.key, (bond.name, {}))[1].update(shares_of([claim]))
    shares = shares_of(claims)
    heard = heard_in(shares)
    return [
        weigh_shares(t, originals=copies, about=about, countries=countries, heard=heard)
        for about, t in [*_topics(shares, countries), *_of_bonds(by_bond)]
    ]


def first_balances(
    record: Record,
    asked: Filter,
    *,
    countries: Countries,
    at_most: int | None,
    heard: frozenset[str] | None = None,
    originals: Mapping[str, str] | None = None,
    spreads: Mapping[int, Spread] | None = None,
) -> tuple[list[Balance], int]:
    """The same of all claims of a record that meet a filter, without reading them one by one: the first (all where `at_most` is None), and how many more
    there are. `heard` are all who speak in the record, `originals` what each copy counts with, `spreads` the ways of being spread over sides, where they
    have been asked for."""
    spreads = spreads if spreads is not None else ledgers.spreads(record)
    topics = _topics(ledgers.shares(record, asked, known=spreads), countries)
    # Commitments come last: those that are not reached are only counted.
    bonds, more = (
        ledgers.bond_shares(record, asked, limit=None if at_most is None else max(0, at_most - len(topics)), known=spreads)
        if topics
        else ({}, 0)
    )
    topics += _of_bonds(bonds)
    heard = heard if heard is not None else record.queries.speaking(())
    copies = originals if originals is not None else ledgers.originals(record)
    weighed = [weigh_shares(t, originals=copies, about=about, countries=countries, heard=heard) for about, t in topics[:at_most]]
    return weighed, len(topics) - len(weighed) + more


def _of_bonds(by_bond: Mapping[str, tuple[str, Shares]]) -> list[tuple[str, Shares]]:
    return [(f"What is said of “{name}”", told) for name, told in by_bond.values()]


def _topics(shares: Shares, countries: Countries) -> list[tuple[str, Shares]]:
    """What balances are about beside commitments, each with its claims: everything; the conflicts and the accused, those most told of first."""
    if not shares:
        return []
    against: dict[tuple[str, str], Shares] = {}
    accused: dict[str, Shares] = {}
    for spread, documents in shares.items():
        for pair in spread.pairs:
            against.setdefault(pair, {})[spread] = documents
        for side in spread.accused:
            accused.setdefault(side, {})[spread] = documents
    named = [(_claims(told), f"{country_name(a, countries)} and {country_name(b, countries)}", told) for (a, b), told in against.items()]
    held = sorted(accused.items(), key=lambda item: (-_claims(item[1]), item[0]))
    return [
        ("The whole record", shares),
        *((about, told) for _, about, told in sorted(named, key=lambda n: (-n[0], n[1]))),
        *((f"What is said against {country_name(side, countries)}", told) for side, told in held),
    ]


def _claims(shares: Shares) -> int:
    return sum(map(len, shares.values()))


def disagreements(
    record: Record, rows: Sequence[EventRow], copies: Mapping[str, str], speaking: frozenset[str], countries: Countries | None = None
) -> list[tuple[EventRow, list[Told], Agreement]]:
    """The events on which sources differ: somebody denies, or values differ, or one source changed its account."""
    found = []
    told = record.queries.telling(r.id for r in rows)
    for row in rows:
        claims = [c for c in told[row.id] if c.verdict != "rejected"]
        said = agree(claims, copies=copies, speaking=speaking, countries=countries)
        held = {p.holds for p in said.positions}
        figures = [d for d in said.differences if d.low is not None]
        if held & {"denies", "disputes"} or {"asserts", "excludes"} <= held or {"expects", "refuses"} <= held or figures or said.changes:
            found.append((row, claims, said))
    return found
