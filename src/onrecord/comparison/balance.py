"""Claims -> how they are spread over sides, and in words what that means: who speaks, who is named and never speaks."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.record.answers import Share
from onrecord.record.sides import Spread, sides_of, spread_of
from onrecord.record.told import Party, Told
from onrecord.resources.countries import Countries

NAMED = 12
"""Parties named in one sentence at most."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How some claims are spread. `accounts` counts documents, a copy with its original as one; `sides` how many of them speak for each country (only
    it, or with others); `unsided` those whose speakers belong to no known country; `only` is the one country that all accounts come from, where no other
    speaks in them. `unheard` are countries that are named as doing or suffering and
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
    return weigh_shares(shares_of(claims, copies), about=about, countries=countries, heard=heard)


def shares_of(claims: Iterable[Told], copies: Mapping[str, str]) -> list[Share]:
    """Claims as shares, one each."""
    return [Share(c.document, copies.get(c.document, c.document), spread_of(c), 1) for c in claims]


def weigh_shares(shares: Sequence[Share], *, about: str, countries: Countries, heard: frozenset[str] | None = None) -> Balance:
    """The balance of claims that are summed up by document and sides."""
    spreads: dict[str | int, set[Spread]] = {}
    told: Counter[Spread] = Counter()
    documents = set()
    for document, account, spread_, claims in shares:
        documents.add(document)
        told[spread_] += claims
        if account in spreads:
            spreads[account].add(spread_)
        else:
            spreads[account] = {spread_}
    named: Counter[str] = Counter()
    for spread_, claims in told.items():
        for side in spread_.named:
            named[side] += claims
    by_account = {account: frozenset().union(*[x.said for x in found]) for account, found in spreads.items()}
    spread = Counter(side for sides in by_account.values() for side in sides if side)
    unsided = sum(1 for sides in by_account.values() if not sides - {None})
    only = next(iter(spread)) if len(spread) == 1 and not unsided else None
    beside = sum(1 for sides in by_account.values() if None in sides) if only else 0
    speaking = heard if heard is not None else frozenset(spread)
    unheard = tuple(side for side, _ in named.most_common() if side not in speaking)
    copied = len(documents) - len(by_account)
    words = tuple(_sentences(len(by_account), copied, spread, unsided, only, beside, unheard, countries, whole=heard is not None))
    return Balance(about, sum(told.values()), len(by_account), copied, tuple(spread.most_common()), unsided, only, unheard, words)


def heard_in(shares: Iterable[Share]) -> frozenset[str]:
    """Every country that somebody of some claims speaks for."""
    return frozenset(s for spread in {x.spread for x in shares} for s in spread.said if s)


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
    beside: int,
    unheard: tuple[str, ...],
    countries: Countries,
    *,
    whole: bool,
) -> Iterable[str]:
    where = "document of this record" if whole else "account of these"
    silence = f"no {where} speaks for {listed([country_name(c, countries) for c in unheard[:NAMED]])}" if unheard else ""
    all_of = "The only account comes" if accounts == 1 else f"All {accounts} accounts come" if accounts > 2 else "Both accounts come"
    if only is not None:
        yield f"{all_of} from {adjective(only, countries)} sources or officials{'; ' + silence if silence else ''}."
        if beside:
            also = "It also passes" if accounts == 1 else f"{beside} of them also {'passes' if beside == 1 else 'pass'}"
            yield f"{also} on speakers of no known country."
    elif spread:
        parts = [f"{n} of {accounts} from {adjective(s, countries)} sources or officials" for s, n in spread.most_common(NAMED)]
        if unsided:
            parts.append(f"{unsided} from speakers of no known country")
        yield f"Accounts: {'; '.join(parts)}. One account may come from several."
    elif accounts:
        yield f"{all_of} from {'a speaker' if accounts == 1 else 'speakers'} whose country is not known."
    if copies:
        yield f"{copies} more {'document carries' if copies == 1 else 'documents carry'} the same text as another and {'is' if copies == 1 else 'are'} counted with it."
    if silence and only is None:
        yield f"{silence[0].upper()}{silence[1:]}."


def listed(names: Sequence[str], last: str = "or") -> str:
    """Names in a row: "A, B or C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def parties(claims: Sequence[Told]) -> list[Party]:
    """Those who do or suffer something in some claims, the most often named first."""
    counted = Counter(p for c in claims for p in (*c.actors, *c.recipients))
    return [p for p, _ in counted.most_common()]
