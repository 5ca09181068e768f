"""A claim -> the countries it comes from, those it names, and those it sets against each other: what every balance is weighed from."""

from dataclasses import dataclass

from onrecord.record.told import Told

HOSTILE = frozenset({"ASSAULT", "COERCE", "THREATEN", "ACCUSE", "SANCTION", "MOBILIZE", "PROTEST", "REJECT"})
"""Types that set who does something against whom it is done to."""
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Spread:
    """The sides of a claim, as country codes (ISO 3166-1 alpha-3): `said` those it comes from, None among them for a speaker of no known country;
    `named` those that do or suffer something in it; `pairs` those it sets against each other."""

    said: frozenset[str | None]
    named: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def words(self) -> tuple[str, str, str]:
        """The three as the record keeps them."""
        said = ",".join(sorted(s or UNKNOWN for s in self.said))
        return said, ",".join(sorted(self.named)), ",".join(sorted(f"{a}/{b}" for a, b in self.pairs))

    @classmethod
    def of_words(cls, said: str, named: str, pairs: str) -> "Spread":
        """The spread that `words` wrote."""
        against = frozenset((p.partition("/")[0], p.partition("/")[2]) for p in pairs.split(",") if p)
        return cls(
            frozenset(None if s == UNKNOWN else s for s in said.split(",") if s), frozenset(n for n in named.split(",") if n), against
        )


def sides_of(claim: Told) -> set[str | None]:
    """The countries a claim's account comes from: its speakers', and its publisher's or author's. None stands for a speaker of no known country."""
    found: set[str | None] = {p.side for v in claim.chain for p in v.parties}
    if any(not v.parties for v in claim.chain):
        found.add(None)
    if claim.voice and (claim.voice.side or not claim.chain):
        found.add(claim.voice.side)
    return found or {None}


def spread_of(claim: Told) -> Spread:
    """The sides of a claim."""
    named = frozenset(p.side for p in (*claim.actors, *claim.recipients) if p.side)
    pairs: frozenset[tuple[str, str]] = frozenset()
    if claim.type in HOSTILE:
        pairs = frozenset(
            (min(a.side, b.side), max(a.side, b.side))
            for a in claim.actors
            for b in claim.recipients
            if a.side and b.side and a.side != b.side
        )
    return Spread(frozenset(sides_of(claim)), named, pairs)
