"""Claims -> how they are spread over sides, and in words what that means: who speaks, who is named and never speaks."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.record.told import Party, Told
from onrecord.resources.countries import Countries

NAMED = 12
"""Parties named in one sentence at most."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How some claims are spread. `accounts` counts documents, a copy with its original as one; `sides` how many of them speak for each country (only
    it, or with others); `unsided` those whose speakers belong to no known country. `unheard` are countries that are named as doing or suffering and
    for which nobody speaks. `sentences` say it in words."""

    about: str
    claims: int
    accounts: int
    copies: int
    sides: tuple[tuple[str, int], ...]
    unsided: int
    only: str | None
    unheard: tuple[str, ...]
    sentences: tuple[str, ...]


def weigh(
    claims: Sequence[Told], *, about: str, copies: Mapping[str, str], countries: Countries, heard: frozenset[str] | None = None
) -> Balance:
    """The balance of some claims. `heard` holds the sides that speak anywhere in the record; without it, those that speak in these claims."""
    by_account: dict[str, set[str | None]] = {}
    for claim in claims:
        by_account.setdefault(copies.get(claim.document, claim.document), set()).update(sides_of(claim))
    spread = Counter(side for sides in by_account.values() for side in sides if side)
    unsided = sum(1 for sides in by_account.values() if not sides - {None})
    only = next(iter(spread)) if len(spread) == 1 and not unsided and all(None not in s for s in by_account.values()) else None
    named = Counter(side for c in claims for side in {p.side for p in (*c.actors, *c.recipients)} if side)
    speaking = heard if heard is not None else frozenset(spread)
    unheard = tuple(side for side, _ in named.most_common() if side not in speaking)
    copied = len({c.document for c in claims}) - len(by_account)
    words = tuple(_sentences(len(by_account), copied, spread, unsided, only, unheard, countries, whole=heard is not None))
    return Balance(about, len(claims), len(by_account), copied, tuple(spread.most_common()), unsided, only, unheard, words)


def sides_of(claim: Told) -> set[str | None]:
    """The countries a claim's account comes from: its speakers', and its publisher's or author's. None stands for a speaker of no known country."""
    found: set[str | None] = {p.side for v in claim.chain for p in v.parties}
    if any(not v.parties for v in claim.chain):
        found.add(None)
    if claim.voice and (claim.voice.side or not claim.chain):
        found.add(claim.voice.side)
    return found or {None}


def speaking_sides(claims: Iterable[Told]) -> frozenset[str]:
    """Every country that somebody of some claims speaks for."""
    return frozenset(s for c in claims for s in sides_of(c) if s)


def country_name(code: str, countries: Countries) -> str:
    """A country's name, or its code where there is none."""
    found = countries.by_code(code)
    return found.name if found else code


def adjective(code: str, countries: Countries) -> str:
    """A country's adjective ("Azerbaijani"), or its name where there is none."""
    found = countries.by_code(code)
    return found.adjectives[0] if found and found.adjectives else country_name(code, countries)


def _sentences(
    accounts: int,
    copies: int,
    spread: Counter[str],
    unsided: int,
    only: str | None,
    unheard: tuple[str, ...],
    countries: Countries,
    *,
    whole: bool,
) -> Iterable[str]:
    if only is not None:
        all_of = "The only account comes" if accounts == 1 else f"All {accounts} accounts come" if accounts > 2 else "Both accounts come"
        yield f"{all_of} from {adjective(only, countries)} sources or officials."
    elif spread:
        parts = [f"{n} of {accounts} from {adjective(s, countries)} sources or officials" for s, n in spread.most_common(NAMED)]
        if unsided:
            parts.append(f"{unsided} from speakers of no known country")
        yield f"Accounts: {'; '.join(parts)}. One account may come from several."
    elif accounts:
        yield f"{'The only account comes' if accounts == 1 else f'All {accounts} accounts come'} from speakers whose country is not known."
    if copies:
        yield f"{copies} more {'document carries' if copies == 1 else 'documents carry'} the same text as another and {'is' if copies == 1 else 'are'} counted with it."
    if unheard:
        names = listed([country_name(c, countries) for c in unheard[:NAMED]])
        where = "document of this record" if whole else "account of these"
        yield f"No {where} speaks for {names}."


def listed(names: Sequence[str], last: str = "or") -> str:
    """Names in a row: "A, B or C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def parties(claims: Sequence[Told]) -> list[Party]:
    """Those who do or suffer something in some claims, the most often named first."""
    counted = Counter(p for c in claims for p in (*c.actors, *c.recipients))
    return [p for p, _ in counted.most_common()]
