"""Claims -> how they are spread over sides, and in words what that means: who speaks, who is named and never speaks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.record.answers import Shares
from onrecord.record.sides import spread_of
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
    return weigh_shares(shares_of(claims), originals=copies, about=about, countries=countries, heard=heard)


def shares_of(claims: Iterable[Told]) -> Shares:
    """Claims by their sides: an entry for each claim, for spreads are told apart by identity and each of these is new."""
    return {spread_of(c): [c.document] for c in claims}


def weigh_shares(
    shares: Shares, *, originals: Mapping[Any, Any], about: str, countries: Countries, heard: frozenset[str] | None = None
) -> Balance:
    """The balance of claims that are gathered by their sides. `originals` gives the document that each copy counts with."""
    # Gathered by who speaks first: the ways of being spread are many, the sets of speakers few.
    by_speakers: dict[frozenset[str | None], list[list[str]]] = defaultdict(list)
    for spread, found in shares.items():
        by_speakers[spread.said].append(found)
    speaking: dict[str | None, set[str]] = {}
    for said, lists in by_speakers.items():
        together: set[str] = set().union(*lists)
        for side in said:
            if side in speaking:
                speaking[side] |= together
            else:
                speaking[side] = set(together) if len(said) > 1 else together
    unknown = speaking.pop(None, set())
    sided: set[str] = set().union(*speaking.values())
    documents = sided | unknown
    every = _accounts(documents, originals)
    sides = _by_number({side: _accounts(found, originals) for side, found in speaking.items() if side})
    unsided = every - _accounts(sided, originals)
    only = sides[0][0] if len(sides) == 1 and not unsided else None
    beside = _accounts(unknown, originals) if only else 0
    spoke = heard if heard is not None else frozenset(side for side, _ in sides)
    named: Counter[str] = Counter()
    for spread, found in shares.items():
        if not spread.named <= spoke:
            for side in spread.named - spoke:
                named[side] += len(found)
    unheard = tuple(side for side, _ in _by_number(named))
    carried = len(documents) - every
    words = tuple(_sentences(every, carried, sides, unsided, only, beside, unheard, countries, whole=heard is not None))
    return Balance(about, sum(map(len, shares.values())), every, carried, sides, unsided, only, unheard, words)


def _accounts(documents: set[str], originals: Mapping[Any, Any]) -> int:
    """How many accounts some documents are: a copy counts with its original, whether that is among them or not."""
    copies = documents & originals.keys()
    return (
        len(documents)
        - len(copies)
        + sum(1 for original in {originals[d] for d in copies} if original not in documents or original in copies)
    )


def _by_number(counted: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """What was counted, the most first, in the order of the alphabet where as many."""
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def heard_in(shares: Shares) -> frozenset[str]:
    """Every country that somebody of some claims speaks for."""
    return frozenset(s for spread in shares for s in spread.said if s)


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
    spread: tuple[tuple[str, int], ...],
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
        parts = [f"{n} of {accounts} from {adjective(s, countries)} sources or officials" for s, n in spread[:NAMED]]
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
