"""A claim -> the countries it comes from, those it names, and those it sets against each other: what every balance is weighed from."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.record.told import Party, Told

HOSTILE = frozenset({"ASSAULT", "COERCE", "THREATEN", "ACCUSE", "SANCTION", "MOBILIZE", "PROTEST", "REJECT"})
"""Types that set who does something against whom it is done to."""
UNKNOWN = "?"


VIOLENT = frozenset({"ASSAULT", "COERCE", "THREATEN", "MOBILIZE"})
"""Types that are held against who does them."""
SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "CONSULT", "AGREE"})
"""Types whose actor speaks: what is broken or left undone in them is another's doing."""


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """The sides of a claim, as country codes (ISO 3166-1 alpha-3): `said` those it comes from, None among them for a speaker of no known country;
    `named` those that do or suffer something in it; `pairs` those it sets against each other; `accused` those it holds something against, by others. Those of a record with equal words are one object, told apart by identity: large records
    count them by the hundred thousand."""

    said: frozenset[str | None]
    named: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    accused: frozenset[str] = frozenset()

    def words(self) -> tuple[str, str, str, str]:
        """The four as the record keeps them."""
        said = ",".join(sorted(s or UNKNOWN for s in self.said))
        return said, ",".join(sorted(self.named)), ",".join(sorted(f"{a}/{b}" for a, b in self.pairs)), ",".join(sorted(self.accused))

    @classmethod
    @lru_cache(maxsize=65_536)
    def of_words(cls, words: str) -> "Spread":
        """The spread that `words` wrote, with semicolons between the four."""
        said, named, pairs, accused = words.split(";")
        return cls(_speaking(said), _codes(named), _pairs(pairs), _codes(accused))


@lru_cache(maxsize=4096)
def _codes(words: str) -> frozenset[str]:
    """Some countries: the same ones are one object, quickly told to be equal."""
    return frozenset(code for code in words.split(",") if code)


@lru_cache(maxsize=4096)
def _speaking(words: str) -> frozenset[str | None]:
    return frozenset(None if code == UNKNOWN else code for code in _codes(words))


@lru_cache(maxsize=4096)
def _pairs(words: str) -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, _, second in (pair.partition("/") for pair in _codes(words)))


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
        against = {(home(a), home(b)) for a in claim.actors for b in claim.recipients}
        pairs = frozenset((min(a, b), max(a, b)) for a, b in against if a and b and a != b)
    said = frozenset(sides_of(claim))
    return Spread(said, named, pairs, frozenset(a for a in accused_in(claim) if a and a not in said))


def home(party: Party) -> str | None:
    """The country that a party stands for in a conflict between countries: its side, or of an armed group the country it fights in."""
    return party.side or (party.country if party.kind == "armed_group" else None)


def accused_in(claim: Told) -> frozenset[str | None]:
    """The countries that a claim holds something against: for violence done, or for a commitment broken or left undone; or whom it says another accuses."""
    if claim.type == "ACCUSE":
        return frozenset(p.side for p in claim.recipients)
    violent = claim.type in VIOLENT and claim.happened is not False
    broken = claim.type not in SPEECH and any(b.relation in ("breaks", "undone") for b in claim.commitments)
    return frozenset(p.side for p in claim.actors) if violent or broken else frozenset()
