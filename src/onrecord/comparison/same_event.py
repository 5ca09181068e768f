"""Two claims -> whether they tell the same event: a score with its reasons.

A sum of weights, each for one thing that speaks for or against (in the spirit of Fellegi and Sunter 1969), turned into 0..1 by the logistic function.
"""

from math import exp

from onrecord.basis import Reason
from onrecord.comparison.distance import kilometres
from onrecord.comparison.kinds import related
from onrecord.comparison.wording import GENERAL, shared, stem, stems
from onrecord.record.told import Party, Spot, Told
from onrecord.timespan import Timespan

THRESHOLD = 0.5
LATER = 30
"""Days beyond which a claim without a day is hardly of an event of another time: news without a date is mostly new."""
REASONED = 3.0
"""How far below an even chance (in log-odds) two claims may be for reasons to be given."""
Found = tuple[str, float, str]
"""What is looked at, its weight, and the detail: a reason in the making."""
BASE = -3.2
"""What speaks against any two claims before anything is known of them."""
UNREAL = frozenset({"hypothetical", "general"})
SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONSULT"})
"""Types of which one actor does several a day: only who, when and in which words tell them apart."""
STORY, UNRELATED = 5.0, 0.3
"""What shared names of two documents weigh, and the share that two documents on other stories of one part of the world have."""
CLOSE, FAR = 30.0, 150.0
"""Kilometres within which two places may be one, and beyond which they are not."""


class Features:
    """What the score looks at in a claim, worked out once: a claim is compared with many."""

    __slots__ = ("actors", "claim", "document", "places", "recipients", "sides", "stem", "words")

    def __init__(self, claim: Told, document: frozenset[str] = frozenset()) -> None:
        """`document` holds the names its whole document mentions (`wording.names_in`)."""
        self.claim = claim
        self.document = document
        self.stem = stem(claim.lemma)
        # Names count as actors and places; of the sentence only the other words do.
        names = stems(" ".join([*(p.name for p in (*claim.actors, *claim.recipients)), *(p.name for p in claim.places)]))
        self.words = frozenset(stems(claim.sentence)).difference(names)
        self.actors = frozenset(p.key for p in claim.actors)
        self.recipients = frozenset(p.key for p in claim.recipients)
        self.places = frozenset(p.key for p in claim.places)
        self.sides = {
            r: frozenset(p.side for p in parties if p.side) for r, parties in (("actor", claim.actors), ("recipient", claim.recipients))
        }


def score(a: Features, b: Features, *, base: float = BASE) -> tuple[float, tuple[Reason, ...]]:
    """How surely two claims tell the same event (0..1), and why. `base` is what is known before: in a few documents known to be on one story less speaks against.
    Where it is as good as certain that they do not, no reasons are given: most pairs are of that kind, and nobody asks."""
    found: list[Found] = []
    for part in (_kind, _words, _story, _who, _whom, _place, _time, _tolls, _means, _reality):
        part(a, b, found)
    total = base
    for _, weight, _ in found:
        total += weight
    return 1 / (1 + exp(-total)), tuple([Reason(*f) for f in found]) if total >= -REASONED else ()


def _kind(one: Features, other: Features, found: list[Found]) -> None:
    a, b = one.claim, other.claim
    if not a.type or not b.type:
        # Of what kind they are is not known: then only their words can show it.
        if one.stem != other.stem:
            found.append(("type", -6.0, "kinds not known, other words"))
        return
    if a.type == b.type or a.plain_type == b.plain_type:
        found.append(("type", 0.6, a.type))
    elif related(a.type, b.type) or related(a.plain_type, b.plain_type):
        found.append(("type", -0.7, f"{a.type} and {b.type} may be one"))
    else:
        found.append(("type", -2.5, f"{a.type} and {b.type}"))


def _words(one: Features, other: Features, found: list[Found]) -> None:
    a, b = one.claim, other.claim
    if one.stem == other.stem:
        found.append(("wording", 0.2 if one.stem in GENERAL else 1.2, f"{a.trigger!r} and {b.trigger!r}"))
    else:
        found.append(("wording", -1.0 if a.type in SPEECH else -0.2, f"{a.trigger!r} and {b.trigger!r}"))
    if a.document == b.document and a.sentence_span == b.sentence_span:
        found.append(("sentence", -2.0, "one sentence tells both"))
        return
    common = shared(one.words, other.words)
    if common > 0.15:
        found.append(("sentence", round(3.5 * common, 2), "words in common"))


def _story(one: Features, other: Features, found: list[Found]) -> None:
    """Two documents that name the same people and places are mostly on one story."""
    if one.claim.document != other.claim.document and one.document and other.document:
        common = shared(one.document, other.document)
        found.append(("story", round(STORY * (common - UNRELATED), 2), f"{len(one.document & other.document)} names in both documents"))


def _who(one: Features, other: Features, found: list[Found]) -> None:
    _parties(
        "actor", (one, one.actors, one.recipients, one.claim.actors), (other, other.actors, other.recipients, other.claim.actors), found
    )


def _whom(one: Features, other: Features, found: list[Found]) -> None:
    _parties(
        "recipient",
        (one, one.recipients, one.actors, one.claim.recipients),
        (other, other.recipients, other.actors, other.claim.recipients),
        found,
    )


Side = tuple[Features, frozenset[str], frozenset[str], tuple[Party, ...]]
"""A claim, the keys of those in one role, of those in the other, and those in the role."""


def _parties(role: str, one: Side, other: Side, found: list[Found]) -> None:
    """The same party in one role speaks for one event, two of different countries against it."""
    (a, keys_a, turned_a, parties_a), (b, keys_b, turned_b, parties_b) = one, other
    if not keys_a or not keys_b:
        return
    if same := keys_a & keys_b:
        found.append((role, 1.3, min(p.name for p in parties_a if p.key in same)))
    elif sides := a.sides[role] & b.sides[role]:
        found.append((role, 0.9, f"both of {min(sides)}"))
    elif keys_a & turned_b or keys_b & turned_a:
        found.append((role, -0.3, "the other way round"))
    elif all(p.side for p in (*parties_a, *parties_b)):
        found.append((role, -2.2, f"{parties_a[0].name} and {parties_b[0].name}"))
    else:
        found.append((role, -0.5, f"{parties_a[0].name} and {parties_b[0].name}"))


def _place(one: Features, other: Features, found: list[Found]) -> None:
    a, b = one.claim, other.claim
    if not a.places or not b.places:
        return
    if one.places & other.places:
        same = next(p for p in a.places if p.key in other.places)
        found.append(("place", 0.8 if same.feature in ("country", "region") else 1.6, same.name))
        return
    nearest = min((d for p in a.places for q in b.places if (d := apart(p, q)) is not None), default=None)
    if nearest is None:
        found.append(("place", -0.2, f"{a.places[0].name} and {b.places[0].name}"))
    elif nearest <= CLOSE:
        found.append(("place", 0.7, f"{nearest:.0f} km apart"))
    elif nearest > FAR:
        found.append(("place", -2.0, f"{nearest:.0f} km apart"))
    else:
        found.append(("place", -0.6, f"{nearest:.0f} km apart"))


def apart(a: Spot, b: Spot) -> float | None:
    """Kilometres between two places, beyond what their points may be off; 0 where one is the country of the other; None where unknown."""
    if "country" in (a.feature, b.feature) and a.country and b.country:
        return 0.0 if a.country == b.country else FAR + 1
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    between = kilometres(a.latitude, a.longitude, b.latitude, b.longitude)
    return max(0.0, between - (a.radius_km or 0) - (b.radius_km or 0))


def _time(one: Features, other: Features, found: list[Found]) -> None:
    a, b = one.claim, other.claim
    if not a.when.known or not b.when.known:
        if a.when.known != b.when.known:
            found.append(("time", -0.4, "one is undated"))
        else:
            found.append(("time", -0.8, "both are undated"))
        if (days := _reported_apart(a, b)) > LATER:
            found.append(("time", -1.5, f"told {days} days apart"))
        return
    days = gap(a.when, b.when)
    if days > 0:
        found.append(("time", -0.8 if days == 1 else -4.0, f"{days} days apart"))
        return
    widest = max(width(a.when), width(b.when))
    weight = 1.6 if widest <= 1 else 0.9 if widest <= 7 else 0.4 if widest <= 31 else 0.0
    found.append(("time", weight, "the same day" if widest <= 1 else "times that overlap"))


def _reported_apart(a: Told, b: Told) -> int:
    """Days between two claims of which one has no day of its own: its report's day stands for it; 0 where that is not known either."""
    first, second = (c.when if c.when.known else Timespan(c.published, c.published) for c in (a, b))
    return gap(first, second) if first.known and second.known else 0


def width(when: Timespan) -> int:
    """Days of an interval; an open one counts as a year."""
    return (when.latest - when.earliest).days + 1 if when.earliest and when.latest else 365


def gap(a: Timespan, b: Timespan) -> int:
    """Days between two intervals; 0 where they may share a day."""
    if a.latest and b.earliest and a.latest < b.earliest:
        return (b.earliest - a.latest).days
    if b.latest and a.earliest and b.latest < a.earliest:
        return (a.earliest - b.latest).days
    return 0


def _tolls(one: Features, other: Features, found: list[Found]) -> None:
    a, b = one.claim, other.claim
    for kind in sorted({t.kind for t in a.tolls} & {t.kind for t in b.tolls}):
        ours, theirs = ({(t.low, t.high) for t in x.tolls if t.kind == kind} for x in (a, b))
        if ours & theirs:
            found.append(("toll", 0.9, f"the same number {kind}"))
        else:
            found.append(("toll", -0.2, f"other numbers {kind}"))


def _means(one: Features, other: Features, found: list[Found]) -> None:
    a, b = one.claim, other.claim
    both = set(a.instruments) & set(b.instruments)
    if both:
        found.append(("means", 0.4, sorted(both)[0]))


def _reality(one: Features, other: Features, found: list[Found]) -> None:
    """What happened and what is planned or demanded are not one event, unless much else speaks for it."""
    a, b = one.claim, other.claim
    real_a, real_b = a.happened is not None, b.happened is not None
    if real_a != real_b:
        found.append(("status", -1.2, f"{a.status} and {b.status}"))
    if a.status in UNREAL or b.status in UNREAL:
        found.append(("status", -1.5, "spoken of in general"))


def contradict(one: Features, other: Features) -> bool:
    """Whether two claims can hardly be of one event: days, or towns, that exclude each other, or one sentence that tells of both in other words."""
    a, b = one.claim, other.claim
    if a.when.known and b.when.known and gap(a.when, b.when) > 3:
        return True
    if a.document == b.document and a.sentence_span == b.sentence_span and one.stem != other.stem:
        return True
    if one.places & other.places:
        return False
    far = [d for p in a.places for q in b.places if (d := apart(p, q)) is not None]
    return bool(far) and min(far) > FAR
