"""Times on one host -> an event's interval: ranges, a day with its year, and the bounds that since, by, until, before and after leave."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.basis import Basis
from onrecord.events.event import EventMention
from onrecord.reading.reading import Reading
from onrecord.resolution.dates.time_hosts import CLAUSAL, Hosted
from onrecord.resolution.resolution import Time
from onrecord.timespan import Timespan, add_days, format_edtf

_BEGINNINGS = frozenset(("begin", "start", "erupt"))


@dataclass(frozen=True, slots=True)
class EventTime:
    """An event's interval, the ids of the times it comes from, and why."""

    timespan: Timespan = Timespan()
    times: tuple[str, ...] = ()
    basis: Basis = Basis("no-time-in-text")


def interval_of(reading: Reading, listed: tuple[Time, ...], event: EventMention, found: list[Hosted], rule: str) -> EventTime:
    """The interval of one or more times on one host: a range, the narrowest of those that hold each other, else the nearest."""
    head = event.trigger.head
    parts = [(h, _bounded(reading, event, h)) for h in found]
    parts.sort(key=lambda p: abs(p[0].head - head))
    first, span = parts[0]
    taken = [first.time.id]
    for other, theirs in parts[1:]:
        both = _together(span, theirs)
        if both is not None:
            span = both
            taken.append(other.time.id)
    for end in (*_partners(reading, listed, first.time), *_joined(reading, listed, first.time)):
        span = span_of(
            min(span.earliest or date.max, end.timespan.earliest or date.max),
            max(span.latest or date.min, end.timespan.latest or date.min),
        )
        taken.append(end.id)
    if rule == "since-that-clause":
        span = span_of(first.time.timespan.earliest, None)
    taken = list(dict.fromkeys(taken))
    return EventTime(span, tuple(sorted(taken, key=lambda t: int(t[1:]))), Basis(rule))


def _partners(reading: Reading, listed: tuple[Time, ...], time: Time) -> Iterator[Time]:
    """The other end of a range: "between 3 and 7 March", "from May to June", "12-16 July"."""
    place = bisect_left(listed, time.span.start, key=lambda t: t.span.start)
    text = reading.document.text
    for early, late in ((place - 1, place), (place, place + 1)):
        if not 0 <= early < late < len(listed):
            continue
        one, other = listed[early], listed[late]
        link = text[one.span.end : other.span.start].strip().lower() if other.span.start - one.span.end < 12 else "."
        before = text[max(0, one.span.start - 12) : one.span.start].lower()
        ranged = link in ("-", "–", "—", "to", "until", "till", "through") or (link in ("and", "and the") and "between" in before)
        if ranged and one.timespan.earliest and one.timespan.latest and other.timespan.earliest and other.timespan.latest:
            yield other if one.id == time.id else one


_AND = frozenset({"and", "and the", "and on", "&", ", and", "and again on", "as well as", "and in"})
_APART = 10
"""Days between joined days that are still one event's ("on 3, 5 and 9 May")."""
_MOST_JOINED = 8


def _joined(reading: Reading, listed: tuple[Time, ...], time: Time) -> Iterator[Time]:
    """The other days that an "and" joins to a time ("on 11 and 12 May", "on Monday and Tuesday"); longer times only where one follows the other."""
    place = bisect_left(listed, time.span.start, key=lambda t: t.span.start)
    first = last = place
    while first > 0 and place - first < _MOST_JOINED and _linked(reading, listed[first - 1], listed[first]):
        first -= 1
    while last + 1 < len(listed) and last - place < _MOST_JOINED and _linked(reading, listed[last], listed[last + 1]):
        last += 1
    row = listed[first : last + 1]
    if len(row) < 2 or not any(_between(reading, a, b) in _AND for a, b in pairwise(row)):
        return
    yield from (t for t in row if t.id != time.id)


def _between(reading: Reading, one: Time, other: Time) -> str:
    apart = other.span.start - one.span.end
    return reading.document.text[one.span.end : other.span.start].strip().lower() if 0 < apart < 16 else "."


def _linked(reading: Reading, one: Time, other: Time) -> bool:
    """Whether two neighbouring times are joined and near enough to be one event's."""
    if _between(reading, one, other) not in _AND | {","} or one.type != other.type:
        return False
    a, b = one.timespan, other.timespan
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    first, second = (b.latest - b.earliest).days, (a.latest - a.earliest).days
    apart = (b.earliest - a.latest).days
    return 0 < apart <= _APART if first == second == 0 else apart == 1 and min(first, second) > 5


def _together(span: Timespan, theirs: Timespan) -> Timespan | None:
    """Two times of which one lies in the other: a day with its year."""
    if span.earliest and span.latest and theirs.earliest and theirs.latest and span.overlaps(theirs):
        return span_of(max(span.earliest, theirs.earliest), min(span.latest, theirs.latest))
    return None


def _bounded(reading: Reading, event: EventMention, hosted: Hosted) -> Timespan:
    """A time's days as its preposition bounds the event: since 2014 leaves the end open, by June the beginning."""
    span, preposition = hosted.time.timespan, hosted.preposition
    host = reading.tokens[hosted.host]
    if preposition == "since":
        return span_of(span.earliest, None)
    if preposition in ("by", "until", "till"):
        return span_of(None, span.latest)
    if preposition == "before" and span.earliest:
        return span_of(None, _next(span.earliest, -1))
    if preposition == "after" and span.latest:
        return span_of(_next(span.latest, 1), None)
    long = span.earliest is not None and span.latest is not None and (span.latest - span.earliest).days > 31
    began = long and host.lemma in _BEGINNINGS and event.trigger.head != hosted.host
    if began and preposition in ("in", "on", "") and reading.tokens[event.trigger.head].pos not in CLAUSAL:
        return span_of(span.earliest, None)
    return span


def _next(day: date, days: int) -> date | None:
    try:
        return add_days(day, days)
    except ValueError:
        return None


def span_of(earliest: date | None, latest: date | None) -> Timespan:
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    return Timespan(earliest, latest, format_edtf(earliest, latest))
