"""Two claims -> whether they tell the same event: a score with its reasons.

A sum of weights, each for one thing that speaks for or against (in the spirit of Fellegi and Sunter 1969), turned into 0..1 by the logistic function.
"""

from functools import lru_cache
from math import exp, inf, log
from typing import Any

from onrecord.basis import Reason
from onrecord.comparison.distance import kilometres
from onrecord.comparison.features import Features, gap
from onrecord.comparison.kinds import related
from onrecord.comparison.naming import UNLISTED, located, may_be_one, one_name, siblings, unlisted
from onrecord.comparison.wording import GENERAL, shared
from onrecord.record.told import Party, Spot

THRESHOLD = 0.5
SEVERAL = 10
"""Parties of one role that are held against another's by their names."""
LATER = 30
"""Days beyond which a claim without a day is hardly of an event of another time: news without a date is mostly new."""
SOON = 7
"""Days within which a claim without a day is told of one that has its day."""
REASONED = 3.0
"""How far below an even chance (in log-odds) two claims may be for reasons to be given."""
Found = tuple[str, float, str, tuple[Any, ...]]
"""What is looked at, its weight, and the detail with what is to be put in it: a reason in the making. Most are never read, so few are put into words."""
BASE = -3.2
"""What speaks against any two claims before anything is known of them."""
SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONSULT"})
"""Types of which one actor does several a day: only who, when and in which words tell them apart."""
STORY, UNRELATED = 5.0, 0.3
"""What shared names of two documents weigh, and the share that two documents on other stories of one part of the world have."""
CLOSE, FAR = 30.0, 150.0
"""Kilometres within which two places may be one, and beyond which they are not."""

ORDER = {
    f: n for n, f in enumerate(("type", "wording", "sentence", "story", "actor", "recipient", "place", "time", "toll", "means", "status"))
}
"""The order in which reasons are added up and given."""
PARTY, PLACE = 1.3, 1.6
"""The most that a party in one role, and a place, can speak for two claims being one."""


def score(a: Features, b: Features, *, base: float = BASE, at_least: float = 0.0) -> tuple[float, tuple[Reason, ...]]:
    """How surely two claims tell the same event (0..1), and why. `base` is what is known before: in a few documents known to be on one story less speaks against.

    Where it is as good as certain that they do not, no reasons are given: most pairs are of that kind, and nobody asks. With `at_least`, pairs that stay
    below it whatever is still to be looked at are given up with 0.
    """
    found: list[Found] = []
    floor = log(at_least / (1 - at_least)) - MARGIN if at_least else -inf
    for part in (_time, _tolls, _reality, _means, _kind, _words, _story):
        part(a, b, found)
    so_far = base + sum([weight for _, weight, _, _ in found])
    if so_far + 2 * PARTY + PLACE < floor:
        return 0.0, ()
    so_far += _parties("actor", (a, a.actors, a.recipients, a.claim.actors), (b, b.actors, b.recipients, b.claim.actors), found)
    so_far += _parties("recipient", (a, a.recipients, a.actors, a.claim.recipients), (b, b.recipients, b.actors, b.claim.recipients), found)
    if so_far + PLACE < floor:
        return 0.0, ()
    _place(a, b, found)
    found.sort(key=_place_in_order)
    total = base
    for _, weight, _, _ in found:
        total += weight
    reasons = (
        tuple([Reason(f, weight, words.format(*given)) for f, weight, words, given in found]) if total >= max(-REASONED, floor) else ()
    )
    return 1 / (1 + exp(-total)), reasons


MARGIN = 1e-6
"""What adding up in another order may change at most, and far more."""


def _place_in_order(found: Found) -> int:
    return ORDER[found[0]]


def _kind(one: Features, other: Features, found: list[Found]) -> None:
    a, b = one.claim, other.claim
    if not a.type or not b.type:
        # Of what kind they are is not known: then only their words can show it.
        if one.stem != other.stem:
            found.append(("type", -6.0, "kinds not known, other words", ()))
        return
    if a.type == b.type or a.plain_type == b.plain_type:
        found.append(("type", 0.6, "{}", (a.type,)))
    elif related(a.type, b.type) or related(a.plain_type, b.plain_type):
        found.append(("type", -0.7, "{} and {} may be one", (a.type, b.type)))
    else:
        found.append(("type", -2.5, "{} and {}", (a.type, b.type)))


def _words(one: Features, other: Features, found: list[Found]) -> None:
    a, b = one.claim, other.claim
    if one.stem == other.stem:
        found.append(("wording", 0.2 if one.stem in GENERAL else 1.2, "{!r} and {!r}", (a.trigger, b.trigger)))
    else:
        found.append(("wording", -1.0 if a.type in SPEECH else -0.2, "{!r} and {!r}", (a.trigger, b.trigger)))
    if a.document == b.document and a.sentence_span == b.sentence_span:
        found.append(("sentence", -2.0, "one sentence tells both", ()))
        return
    common = shared(one.words, other.words)
    if common > 0.15:
        found.append(("sentence", round(3.5 * common, 2), "words in common", ()))


def _story(one: Features, other: Features, found: list[Found]) -> None:
    """Two documents that name the same people and places are mostly on one story."""
    if one.document and other.document and one.claim.document != other.claim.document:
        weight, names = _in_both(one.document, other.document)
        found.append(("story", weight, "{} names in both documents", (names,)))


@lru_cache(maxsize=8192)
def _in_both(one: frozenset[str], other: frozenset[str]) -> tuple[float, int]:
    """What the names that two documents share weigh, and how many they are: the claims of two documents meet again and again."""
    return round(STORY * (shared(one, other) - UNRELATED), 2), len(one & other)


Side = tuple[Features, frozenset[str], frozenset[str], tuple[Party, ...]]
"""A claim, the keys of those in one role, of those in the other, and those in the role."""


def _parties(role: str, one: Side, other: Side, found: list[Found]) -> float:
    """The same party in one role speaks for one event, two of different countries against it: how much."""
    (a, keys_a, turned_a, parties_a), (b, keys_b, turned_b, parties_b) = one, other
    if not keys_a or not keys_b:
        return 0.0
    weight, words = -0.5, "{} and {}"
    given: tuple[Any, ...] = (parties_a[0].name, parties_b[0].name)
    if same := keys_a & keys_b:
        weight, words, given = PARTY, "{}", (min([p.name for p in parties_a if p.key in same]),)
    elif sides := a.sides[role] & b.sides[role]:
        weight, words, given = 0.9, "both of {}", (min(sides),)
    elif keys_a & turned_b or keys_b & turned_a:
        weight, words, given = -0.3, "the other way round", ()
    elif (name := _shared_name(parties_a, parties_b)) is not None:
        weight, words, given = 0.9, "{}", (name,)
    elif a.sided[role] and b.sided[role]:
        weight = -2.2
    found.append((role, weight, words, given))
    return weight


def _shared_name(a: tuple[Party, ...], b: tuple[Party, ...]) -> str | None:
    """The name of a party whose own words are all in one of the other's: "M23" and "M23 rebels"."""
    return next((min(p.name, q.name, key=len) for p in a[:SEVERAL] for q in b[:SEVERAL] if one_name(p, q)), None)


def _place(one: Features, other: Features, found: list[Found]) -> None:
    a, b = one.claim, other.claim
    if not one.places & other.places and (called := one.where & other.where) and any(map(unlisted, (*a.places, *b.places))):
        found.append(("place", 1.3, "{}", (min(called).removeprefix(UNLISTED),)))
        return
    if not a.places or not b.places:
        if shown := one.where & other.where:
            found.append(("place", 1.0, "{}", (min(shown).removeprefix(UNLISTED),)))
        return
    if one.places & other.places:
        same = next(p for p in a.places if p.key in other.places)
        found.append(("place", 0.8 if same.feature in ("country", "region") else PLACE, "{}", (same.name,)))
        return
    nearest = min((d for p in a.places for q in b.places if located(p, q) and (d := apart(p, q)) is not None), default=None)
    if nearest is None:
        other_town = not any(may_be_one(p, q) for p in a.places for q in b.places)
        found.append(("place", -1.6 if other_town else -0.2, "{} and {}", (a.places[0].name, b.places[0].name)))
    elif siblings(a.places, b.places):
        found.append(("place", -1.8, "two provinces, {} and {}", (a.places[0].name, b.places[0].name)))
    elif CLOSE / 3 < nearest <= FAR and all(p.feature == "town" for p in (*a.places, *b.places)):
        found.append(("place", -1.8, "two towns, {:.0f} km apart", (nearest,)))
    elif nearest <= CLOSE and all("country" in (p.feature, q.feature) for p in a.places for q in b.places):
        found.append(("place", 0.0, "both in {}", (next(p.name for p in (*a.places, *b.places) if p.feature == "country"),)))
    elif nearest <= CLOSE:
        found.append(("place", 0.7, "{:.0f} km apart", (nearest,)))
    elif nearest > FAR:
        found.append(("place", -2.0, "{:.0f} km apart", (nearest,)))
    else:
        found.append(("place", -0.6, "{:.0f} km apart", (nearest,)))


def apart(a: Spot, b: Spot) -> float | None:
    """Kilometres between two places, beyond what their points may be off; 0 where one is the country of the other; None where unknown."""
    if "country" in (a.feature, b.feature) and a.country and b.country:
        return 0.0 if a.country == b.country else FAR + 1
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    between = kilometres(a.latitude, a.longitude, b.latitude, b.longitude)
    return max(0.0, between - (a.radius_km or 0) - (b.radius_km or 0))


def _time(one: Features, other: Features, found: list[Found]) -> None:
    if not one.known or not other.known:
        if one.known != other.known:
            near = _told_after(one, other)
            words = "one is undated, and told within days of the other" if near else "one is undated"
            found.append(("time", 0.5 if near else -0.4, words, ()))
        else:
            found.append(("time", -0.8, "both are undated", ()))
        # The day of its report stands for one that has no day of its own.
        if (days := gap(one.told, other.told)) > LATER:
            found.append(("time", -1.5, "told {} days apart", (days,)))
        return
    days = gap(one.days, other.days)
    if days > 0:
        found.append(("time", -0.8 if days == 1 else -4.0, "{} days apart", (days,)))
        return
    widest = max(one.width, other.width)
    weight = 1.6 if widest <= 1 else 0.9 if widest <= 7 else 0.4 if widest <= 31 else 0.0
    found.append(("time", weight, "the same day" if widest <= 1 else "times that overlap", ()))


def _told_after(a: Features, b: Features) -> bool:
    """Whether the one without a day is told on the other's day or within a week of it: news without a date is of what just happened."""
    dated, undated = (a, b) if a.known else (b, a)
    day, told = dated.days[1] or dated.days[0], undated.told[0]
    return bool(day and told and 0 <= told - day <= SOON and dated.width <= SOON)


def _tolls(one: Features, other: Features, found: list[Found]) -> None:
    if not one.tolls or not other.tolls:
        return
    if len(one.whom) == 1 and len(other.whom) == 1 and one.whom != other.whom:
        found.append(("toll", -0.8, "soldiers and civilians", ()))
    for kind in sorted(one.tolls.keys() & other.tolls.keys()):
        if one.tolls[kind] & other.tolls[kind]:
            found.append(("toll", 0.9, "the same number {}", (kind,)))
        else:
            found.append(("toll", -0.2, "other numbers {}", (kind,)))


def _means(one: Features, other: Features, found: list[Found]) -> None:
    if both := one.means & other.means:
        found.append(("means", 0.4, "{}", (min(both),)))


def _reality(one: Features, other: Features, found: list[Found]) -> None:
    """What happened and what is planned or demanded are not one event, unless much else speaks for it."""
    if one.real != other.real:
        found.append(("status", -1.2, "{} and {}", (one.claim.status, other.claim.status)))
    if one.unreal or other.unreal:
        found.append(("status", -1.5, "spoken of in general", ()))


def contradict(one: Features, other: Features) -> bool:
    """Whether two claims can hardly be of one event: days, or towns, that exclude each other, or one sentence that tells of both in other words."""
    a, b = one.claim, other.claim
    if a.part_of == b.id or b.part_of == a.id:
        return False
    if one.known and other.known and gap(one.days, other.days) > 3:
        return True
    if a.document == b.document and a.sentence_span == b.sentence_span and one.stem != other.stem:
        return True
    if one.places & other.places:
        return False
    if one.where & other.where:
        return False
    if siblings(a.places, b.places):
        return True
    far = [d for p in a.places for q in b.places if located(p, q) and (d := apart(p, q)) is not None]
    if far:
        towns = all(p.feature == "town" for p in (*a.places, *b.places))
        return min(far) > (CLOSE if towns else FAR)
    return bool(a.places and b.places) and not any(may_be_one(p, q) for p in a.places for q in b.places)
