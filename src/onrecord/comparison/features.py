"""A claim -> what the score looks at in it, worked out once: a claim is compared with many."""

import datetime
from functools import lru_cache

from onrecord.comparison.naming import named_places
from onrecord.comparison.positions import own_view
from onrecord.comparison.wording import stem, stems
from onrecord.record.told import Told
from onrecord.timespan import Timespan

UNREAL = frozenset({"hypothetical", "general"})
Days = tuple[int | None, int | None]
"""The first and last day of an interval, as ordinals; None is an open end."""


class Features:
    """What the score looks at in a claim. `said` are the stems of its sentence, `words` those that name nobody; `days` are its own, `told` those its report stands for where it has none; `width` is how many they are."""

    __slots__ = (
        "actors",
        "claim",
        "days",
        "document",
        "known",
        "means",
        "places",
        "real",
        "recipients",
        "said",
        "sided",
        "sides",
        "stem",
        "told",
        "tolls",
        "unreal",
        "view",
        "where",
        "whom",
        "width",
        "words",
    )

    def __init__(self, claim: Told, document: frozenset[str] = frozenset()) -> None:
        """`document` holds the names its whole document mentions (`wording.names_in`)."""
        self.claim = claim
        self.document = document
        self.stem = stem(claim.lemma)
        # Names count as actors and places; of the sentence only the other words do.
        self.said = stems(claim.sentence)
        names = [*(p.name for p in (*claim.actors, *claim.recipients)), *(p.name for p in claim.places)]
        self.words = frozenset(self.said).difference(_stems_of(*names))
        self.actors = frozenset(p.key for p in claim.actors)
        self.recipients = frozenset(p.key for p in claim.recipients)
        self.places = frozenset(p.key for p in claim.places)
        self.sides = {
            r: frozenset(p.side for p in parties if p.side) for r, parties in (("actor", claim.actors), ("recipient", claim.recipients))
        }
        self.sided = {"actor": all(p.side for p in claim.actors), "recipient": all(p.side for p in claim.recipients)}
        self.known = claim.when.known
        self.days = days_of(claim.when)
        reported = claim.published.toordinal() if claim.published else None
        self.told = self.days if self.known else (reported, reported)
        self.width = width(claim.when)
        self.tolls: dict[str, set[tuple[int | None, int | None]]] = {}
        for toll in claim.tolls:
            self.tolls.setdefault(toll.kind, set()).add((toll.low, toll.high))
        self.whom = frozenset(t.of for t in claim.tolls if t.of in ("military", "civilian"))
        self.where = named_places(claim)
        self.means = frozenset(claim.instruments)
        self.real = claim.happened is not None
        self.unreal = claim.status in UNREAL
        self.view = own_view(claim)


@lru_cache(maxsize=8192)
def _stems_of(*names: str) -> tuple[str, ...]:
    """The stems of some names: the same ones come again and again."""
    return stems(" ".join(names))


def days_of(when: Timespan) -> Days:
    """The days of an interval."""
    return _ordinal(when.earliest), _ordinal(when.latest)


def _ordinal(day: datetime.date | None) -> int | None:
    return day.toordinal() if day else None


def width(when: Timespan) -> int:
    """Days of an interval; an open one counts as a year."""
    return (when.latest - when.earliest).days + 1 if when.earliest and when.latest else 365


def gap(a: Days, b: Days) -> int:
    """Days between two intervals; 0 where they may share a day."""
    (first_a, last_a), (first_b, last_b) = a, b
    if last_a is not None and first_b is not None and last_a < first_b:
        return first_b - last_a
    if last_b is not None and first_a is not None and last_b < first_a:
        return first_a - last_b
    return 0
