"""The claims that tell one event -> where they differ: figures, days, places, kinds, parties; and what one source tells otherwise on a later day."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.comparison.naming import UNLISTED, could_speak, one_name, unlisted
from onrecord.comparison.positions import WORDS, name_of, own_view, refusing
from onrecord.record.tell import folded
from onrecord.record.told import Figure, Party, Told


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


SEVERAL = 50
"""Parties of one event that others are held against by their names."""
Value = tuple[str, str]
"""What a value is told apart by, and its words."""


def differences(claims: Sequence[Told]) -> Iterable[Difference]:
    """Where claims of one event differ. Two names of one thing, a whole and its part, or a figure nobody gives, are no difference."""
    real = [c for c in claims if c.happened is not False]
    yield from _figures(real)
    points: list[tuple[str, dict[str, tuple[str, list[Told]]]]] = [
        ("date", {}), ("place", {}), ("kind of event", {}), ("who did it", {}), ("to whom", {}),
    ]  # fmt: skip
    listed = {f"{UNLISTED}{folded(p.name)}": p.key for c in real for p in c.places if not unlisted(p)}
    same: list[Party] = []
    for claim in real:
        days_, doers, others = days(claim), _named(claim.actors, same), _named(claim.recipients, same)
        values: tuple[Value, ...] = ((days_, days_), _towns(claim, listed), (claim.type, claim.type), doers, others)
        for (_, found), (key, words) in zip(points, values, strict=True):
            if words:
                found.setdefault(key, (words, []))[1].append(claim)
    for point, found in points:
        if len(found) > 1 and not (point == "place" and _nested(found)):
            yield Difference(point, tuple(variant(words, told) for words, told in found.values()))


def _nested(found: Iterable[str]) -> bool:
    """Whether places are one and the same told more or less fully: "Kishishe", and "Kishishe in Rutshuru"."""
    told = sorted((set(key.split(",")) for key in found), key=len)
    return all(told[0] <= more for more in told[1:])


def _towns(claim: Told, listed: Mapping[str, str]) -> Value:
    """Places below countries; one is the same however it is spelt, and though only one document could tell which it is."""
    towns = [p for p in claim.places if p.feature != "country"]
    return ",".join(sorted({listed.get(p.key, p.key) for p in towns})), ", ".join(sorted({p.name for p in towns}))


def _named(parties: tuple[Party, ...], same: list[Party]) -> Value:
    """Parties, those of one country as that country: a state, its army and its marines are no different doers. Who is not named differs from nobody.
    `same` holds those told so far, under whom others of their name count."""
    told = [p for p in parties if could_speak(p)]
    keys = set()
    for party in told:
        first = next((s for s in same if one_name(party, s)), None)
        if first is None and len(same) < SEVERAL:
            same.append(party)
        keys.add(party.side or (first or party).key)
    return ",".join(sorted(keys)), ", ".join(sorted({p.name for p in told}))


def _figures(claims: Sequence[Told]) -> Iterable[Difference]:
    by_kind: dict[str, dict[str, list[tuple[Figure, Told]]]] = {}
    for claim in claims:
        for toll in filter(counted, claim.tolls):
            by_kind.setdefault(toll.kind, {}).setdefault(_whose(toll, claim), []).append((toll, claim))
    for kind, sides in by_kind.items():
        # One side alone counts with those that do not say whose people they were; of two, each is counted apart.
        apart = sum(map(bool, sides)) > 1
        groups = list(sides.items()) if apart else [("", [x for found in sides.values() for x in found])]
        for whose, found in groups:
            if len({(t.low, t.high) for t, _ in found}) > 1:
                yield _range(f"{kind} of {found[0][0].whose}" if whose else kind, found)


def counted(toll: Figure) -> bool:
    """Whether a toll gives a figure for the whole: not a part of another's, and not the one at least that "the killing of civilians" comes to."""
    unsaid = (toll.low, toll.high) == (1, None) and not _ONE.search(toll.words)
    return not toll.part and not unsaid and (toll.low, toll.high) != (None, None)


_ONE = re.compile(r"\d|\b(?:one|single)\b", re.IGNORECASE)


def _whose(toll: Figure, claim: Told) -> str:
    """Whose people a toll counts: their side where the claim shows one, else the words."""
    party = next((p for p in (*claim.recipients, *claim.actors) if p.name == toll.whose), None)
    return (party.side or toll.whose or "") if party else (toll.whose or "")


def _range(point: str, found: Sequence[tuple[Figure, Told]]) -> Difference:
    by_value: dict[tuple[int | None, int | None, str], list[Told]] = {}
    for toll, claim in found:
        by_value.setdefault((toll.low, toll.high, toll.of), []).append(claim)
    ends = [x for low, high, _ in by_value for x in (low, high) if x is not None]
    ordered = sorted(by_value.items(), key=lambda item: (item[0][0] if item[0][0] is not None else item[0][1] or 0, str(item[0])))
    variants = tuple(variant(figure(low, high, of), told) for (low, high, of), told in ordered)
    return Difference(point, variants, min(ends), max(ends))


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


def variant(value: str, claims: Sequence[Told]) -> Variant:
    """A value with those who give it."""
    return Variant(value, tuple(dict.fromkeys(name_of(c) for c in claims)), tuple(dict.fromkeys(c.id for c in claims)))


def changes(claims: Sequence[Told]) -> Iterable[Change]:
    """Figures and verdicts that one source gives otherwise on a later day."""
    latest: dict[tuple[str, str], tuple[str, Told]] = {}
    for claim in sorted((c for c in claims if c.published), key=lambda c: (c.published, c.number)):
        who = _source(claim)
        said: dict[str, str] = {t.kind: figure(t.low, t.high) for t in claim.tolls if counted(t)}
        said |= {"whether it happened": "refuses it" if refusing(claim) else WORDS[own_view(claim)]}
        for point, value in said.items():
            before = latest.get((who, point))
            if before and before[0] != value and claim.published and before[1].published and before[1].published < claim.published:
                yield Change(name_of(claim), point, before[0], value, claim.published, (before[1].id, claim.id))
            latest[who, point] = (value, claim)


def _source(claim: Told) -> str:
    """Who a claim is from: the same in every outlet for those who are known by name; witnesses, police and residents only within one outlet."""
    if not claim.chain and not claim.voice:
        return f"{claim.publisher or claim.document}"
    known = claim.speakers and all(p.entry or p.kind in ("state", "person", "media") for p in claim.speakers)
    keys = "+".join(sorted(p.key for p in claim.speakers)) or name_of(claim)
    return keys if known else f"{keys}@{claim.publisher or claim.document}"
