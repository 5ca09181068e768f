"""The claims that tell one event -> who asserts it, who denies it, who passes it on, who is silent, and where they differ."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.record.told import Party, Told
from onrecord.resources.countries import Countries

Holds = Literal["asserts", "denies", "excludes", "doubts", "expects", "passes on"]
"""What somebody holds of an event: that it happened; that it did not, denying it or simply saying so; that it may have; that it is to come (planned,
demanded, threatened); or nothing of their own: they say that another says so."""
ORDER: tuple[Holds, ...] = ("asserts", "denies", "excludes", "doubts", "expects", "passes on")


@dataclass(frozen=True, slots=True)
class Position:
    """What one speaker holds of an event, in which claims (ids), in how many accounts (a copy counts with its original)."""

    who: str
    key: str
    side: str | None
    holds: Holds
    claims: tuple[str, ...]
    accounts: int


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the values that accounts give, and who gives it."""

    value: str
    who: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A point on which accounts differ: "date", "place", "type", "actor", "killed" ...; each value with its sources, and for figures the whole range."""

    point: str
    variants: tuple[Variant, ...]
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one source's account over time: from one publication day to a later one."""

    who: str
    point: str
    before: str
    after: str
    since: datetime.date
    claims: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the sources of a record say of one event. `silent` speak elsewhere in the record and not of this; `absent` are named and speak nowhere."""

    event: str
    positions: tuple[Position, ...]
    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]
    silent: tuple[Party, ...]
    absent: tuple[Party, ...]


def agree(claims: Sequence[Told], *, copies: Mapping[str, str], speaking: frozenset[str], countries: Countries | None = None) -> Agreement:
    """What is said of the event that all of the claims tell. With `countries`, those who say nothing are named by their country, where they have one.

    `copies` gives the original of each copied document; `speaking` holds the keys and sides of all who speak anywhere in the record.
    """
    positions = _positions(claims, copies)
    heard = {p.key for p in positions} | {p.side for p in positions if p.side}
    named = {p.key: p for c in claims for p in (*c.actors, *c.recipients) if p.kind not in ("unknown", "population")}
    quiet = [p for p in named.values() if p.key not in heard and (p.side is None or p.side not in heard)]
    spoke = [p for p in quiet if p.key in speaking or p.side in speaking]
    return Agreement(
        event=claims[0].event or "",
        positions=positions,
        differences=tuple(_differences(claims)),
        changes=tuple(_changes(claims)),
        silent=_by_side(spoke, countries),
        absent=_by_side([p for p in quiet if p not in spoke], countries),
    )


def _by_side(parties: Sequence[Party], countries: Countries | None) -> tuple[Party, ...]:
    """Parties with those of one country as one: the state where it is among them, which its army and its ministries speak for."""
    found: dict[str, Party] = {}
    for party in sorted(parties, key=lambda p: p.kind != "state"):
        found.setdefault(party.side or party.key, party)
    if countries is None:
        return tuple(found.values())
    states = {side: c.name for side in found if (c := countries.by_code(side))}
    return tuple(replace(p, name=states[side]) if side in states and p.side else p for side, p in found.items())


def name_of(claim: Told) -> str:
    """Who a claim is from, in a word: the innermost speakers, the words that name them, or the publisher."""
    if claim.chain:
        last = claim.chain[-1]
        return " and ".join(p.name for p in last.parties) or last.source or "somebody not named"
    return claim.voice.name if claim.voice else (claim.publisher or f"“{claim.called}”")


def holds(certainty: str | None, happened: bool | None, stance: str | None = None) -> Holds:
    """What a certainty and a yes, no or neither come to; a no is a denial where the words deny."""
    if happened is None:
        return "expects"
    if not happened:
        return "denies" if stance in ("denies", "doubts") else "excludes"
    return "asserts" if certainty in (None, "certain", "probable") else "doubts"


def _positions(claims: Sequence[Told], copies: Mapping[str, str]) -> tuple[Position, ...]:
    found: dict[tuple[str, Holds], list[tuple[Told, Party | None, str]]] = {}
    for claim in claims:
        for party, who, held in _held(claim):
            found.setdefault((party.key if party else f"words:{who.casefold()}", held), []).append((claim, party, who))
    made = []
    for (key, held), told in found.items():
        _, party, who = told[0]
        accounts = {copies.get(c.document, c.document) for c, _, _ in told}
        ids = tuple(dict.fromkeys(c.id for c, _, _ in told))
        made.append(Position(who, key, party.side if party else None, held, ids, len(accounts)))
    return tuple(sorted(made, key=lambda p: (ORDER.index(p.holds), -p.accounts, p.who)))


def _held(claim: Told) -> Iterable[tuple[Party | None, str, Holds]]:
    """Each speaker of a claim with what they hold: the innermost what the claim says, those further out what their view is, or nothing of their own."""
    inner = holds(claim.certainty, claim.happened, claim.chain[-1].stance if claim.chain else None)
    voices: list[tuple[tuple[Party, ...], str, Holds]] = []
    if claim.voice or claim.publisher or not claim.chain:
        own = inner if not claim.chain else "passes on"
        name = claim.voice.name if claim.voice else (claim.publisher or f"“{claim.called}”")
        voices.append(((claim.voice,) if claim.voice else (), name, own))
    for at, voice in enumerate(claim.chain):
        last = at == len(claim.chain) - 1
        own = inner if last else ("passes on" if voice.certainty is None else holds(voice.certainty, voice.happened, voice.stance))
        voices.append((voice.parties, voice.source or "somebody not named", own))
    for parties, words, own in voices:
        if parties:
            yield from ((p, p.name, own) for p in parties)
        else:
            yield None, words, own


def _differences(claims: Sequence[Told]) -> Iterable[Difference]:
    """Where claims of one event differ. A whole and its part, or a figure nobody gives, are no difference."""
    real = [c for c in claims if c.happened is not False]
    yield from _figures(real)
    points: list[tuple[str, dict[str, list[Told]]]] = [
        ("date", {}),
        ("place", {}),
        ("kind of event", {}),
        ("who did it", {}),
        ("to whom", {}),
    ]
    for claim in real:
        values = (days(claim), _towns(claim), claim.type, _names(claim.actors), _names(claim.recipients))
        for (_, found), value in zip(points, values, strict=True):
            if value:
                found.setdefault(value, []).append(claim)
    for point, found in points:
        if len(found) > 1:
            yield Difference(point, tuple(_variant(value, told) for value, told in found.items()))


def _figures(claims: Sequence[Told]) -> Iterable[Difference]:
    by_kind: dict[tuple[str, str], dict[tuple[int | None, int | None, str], list[Told]]] = {}
    for claim in claims:
        for toll in (t for t in claim.tolls if not t.part and (t.low is not None or t.high is not None)):
            by_kind.setdefault((toll.kind, toll.whose or ""), {}).setdefault((toll.low, toll.high, toll.of), []).append(claim)
    for (kind, whose), found in by_kind.items():
        if len({(low, high) for low, high, _ in found}) > 1:
            ends = [x for low, high, _ in found for x in (low, high) if x is not None]
            variants = tuple(_variant(figure(low, high, of), told) for (low, high, of), told in sorted(found.items(), key=str))
            yield Difference(f"{kind} of {whose}" if whose else kind, variants, min(ends), max(ends))


def figure(low: int | None, high: int | None, of: str = "unknown") -> str:
    """A toll's figure in words: "17", "at least 3", "up to 40", "12 to 20"."""
    whom = {"military": " soldiers", "civilian": " civilians"}.get(of, "")
    if low is not None and low == high:
        return f"{low}{whom}"
    if low is None:
        return f"up to {high}{whom}" if high is not None else "no figure"
    return f"at least {low}{whom}" if high is None else f"{low} to {high}{whom}"


def days(claim: Told) -> str:
    """A claim's day or days as the text gives them; "" where it gives none."""
    first, last = claim.when.earliest, claim.when.latest
    if first is None and last is None:
        return ""
    return str(first) if first == last else f"{first or '...'} to {last or '...'}"


def _towns(claim: Told) -> str:
    return ", ".join(sorted({p.name for p in claim.places if p.feature != "country"}))


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(sorted({p.name for p in parties}))


def _variant(value: str, claims: Sequence[Told]) -> Variant:
    return Variant(value, tuple(dict.fromkeys(name_of(c) for c in claims)), tuple(dict.fromkeys(c.id for c in claims)))


def _changes(claims: Sequence[Told]) -> Iterable[Change]:
    """Figures and verdicts that one source gives otherwise on a later day."""
    dated = sorted((c for c in claims if c.published), key=lambda c: (c.published, c.number))
    latest: dict[tuple[str, str], tuple[str, Told]] = {}
    for claim in dated:
        who = name_of(claim)
        said = {t.kind: figure(t.low, t.high) for t in claim.tolls if not t.part} | {
            "whether it happened": holds(claim.certainty, claim.happened)
        }
        for point, value in said.items():
            before = latest.get((who, point))
            if before and before[0] != value and claim.published and before[1].published and before[1].published < claim.published:
                yield Change(who, point, before[0], value, claim.published, (before[1].id, claim.id))
            latest[who, point] = (value, claim)
