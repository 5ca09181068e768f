"""Events, times -> each event's own interval, from its own time expressions and the clause it stands in.

The day of publication is never an event's day by itself: what the text does not date stays undated.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.basis import Basis
from onrecord.events.event import EventMention, Events
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import children, head_of, tokens_in
from onrecord.resolution.dates.time_hosts import CLAUSAL, TIME_NOUNS, Hosted, dates_something, host_times
from onrecord.resolution.dates.values import narrow
from onrecord.resolution.resolution import Publication, Time
from onrecord.statements.statement import Statements
from onrecord.timespan import Timespan, add_days, format_edtf

SPEECH = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"))
"""Types that speak of other events: their time is not the time of what they speak of."""
_BEGINNINGS = frozenset(("begin", "start", "erupt"))
_EARLY = re.compile(r"\b(?:early|first|opening)\b[^.]{0,40}\bwhich\b", re.I)
_LATE = re.compile(r"\b(?:late|last|final|closing)\b[^.]{0,40}\bwhich\b", re.I)
_REACH = 6


@dataclass(frozen=True, slots=True)
class EventTime:
    """An event's interval, the ids of the times it comes from, and why."""

    timespan: Timespan = Timespan()
    times: tuple[str, ...] = ()
    basis: Basis = Basis("no-time-in-text")


@dataclass(frozen=True, slots=True)
class _Scene:
    reading: Reading
    hosted: dict[int, list[Hosted]]
    by_head: dict[int, EventMention]
    cues: frozenset[int]
    times: dict[int, Time]
    listed: tuple[Time, ...]


def event_times(
    reading: Reading, statements: Statements, events: Events, times: tuple[Time, ...], publication: Publication
) -> dict[str, EventTime]:
    """An EventTime for each event id. An event the text does not date stays undated."""
    if not reading.tokens:
        return {}
    by_head = {e.trigger.head: e for e in events.events}
    hosted = host_times(reading, times, frozenset(by_head))
    cues = frozenset(s.cue_head for s in statements.statements if s.cue_head is not None)
    heads = {index: t for t in times if dates_something(t) for index in _ends(reading, t)}
    scene = _Scene(reading, hosted, by_head, cues, heads, times)
    return {e.id: _time_of(scene, e) for e in events.events}


def _ends(reading: Reading, time: Time) -> list[int]:
    """The head and the last token of a time's words."""
    inside = tokens_in(reading, time.span)
    head = head_of(reading, time.span)
    return [inside[-1].index, *([head.index] if head else [])] if inside else []


def _time_of(scene: _Scene, event: EventMention) -> EventTime:
    for host, rule in _hosts(scene, event):
        if rule == "time-that-a-clause-tells-of":
            return _told_of(scene, event, scene.times[host])
        found = [h for h in scene.hosted.get(host, ()) if _may_take(h, rule)]
        if found:
            return _interval(scene, event, found, rule)
    return EventTime()


def _told_of(scene: _Scene, event: EventMention, time: Time) -> EventTime:
    """The time of "1974, when ..." or "October, in the early days of which ..."."""
    between = scene.reading.document.text[time.span.end : event.trigger.span.start]
    mod = "START" if _EARLY.search(between) else "END" if _LATE.search(between) else ""
    span = time.timespan
    if mod and span.earliest and span.latest:
        span = _span(*narrow(span.earliest, span.latest, mod))
    return EventTime(span, (time.id,), Basis("time-that-a-clause-tells-of"))


def _may_take(hosted: Hosted, rule: str) -> bool:
    """Whether an event may take a time from there: of a clause before it in the sentence only a time that stands in front of both."""
    if rule == "time-after-the-event-noun":
        return not hosted.fronted
    return hosted.fronted if rule == "time-before-both-clauses" else True


def _hosts(scene: _Scene, event: EventMention) -> Iterator[tuple[int, str]]:
    """Where an event's time may stand, nearest first."""
    reading, head = scene.reading, event.trigger.head
    yield head, "time-of-the-event"
    here = reading.tokens[head]
    if here.pos not in CLAUSAL:
        clause = _clause_above(scene, here)
        if clause is None:
            return
        if not _inherits(scene, event, here, clause):
            if event.factuality.status != "actual":
                yield clause.index, "time-after-the-event-noun"
            return
        yield clause.index, "time-of-its-clause"
        here = clause
    else:
        for noun in _event_nouns(scene, event, here):
            yield noun, "time-of-the-event-it-names"
        for clause in children(reading, head, "advcl"):
            if any(t.lemma.lower() == "since" for t in children(reading, clause.index, "mark")):
                yield clause.index, "since-that-clause"
    for _ in range(_REACH):
        told = _told_time(scene, here)
        if told is not None:
            yield told, "time-that-a-clause-tells-of"
            return
        step = _step_up(scene, here)
        if step is None:
            return
        here, rule = step
        yield here.index, rule


def _clause_above(scene: _Scene, token: Token) -> Token | None:
    for _ in range(_REACH * 2):
        if token.head == token.index:
            return None
        token = scene.reading.tokens[token.head]
        if token.pos in CLAUSAL:
            return token
    return None


def _inherits(scene: _Scene, event: EventMention, noun: Token, clause: Token) -> bool:
    """Whether an event noun happens when its clause does: not where the clause speaks of it ("condemned the attack on Monday")."""
    if clause.index in scene.cues and noun.dep not in ("nsubj", "nsubjpass"):
        return False
    other = scene.by_head.get(clause.index)
    if other is None:
        return noun.dep in ("dobj", "nsubj", "nsubjpass", "attr", "pobj", "conj", "ROOT")
    if noun.dep in ("nsubj", "nsubjpass"):
        return other.plain_type not in SPEECH
    by = scene.reading.tokens[noun.head]
    if noun.dep == "pobj" and (by.dep == "agent" or by.lemma in ("with", "in", "during", "by")) and by.head == clause.index:
        return other.plain_type not in SPEECH
    return noun.dep == "dobj" and other.plain_type == event.plain_type


def _event_nouns(scene: _Scene, event: EventMention, verb: Token) -> Iterator[int]:
    """Event nouns in a verb's own clause that carry its time: "killed in an attack on Monday"."""
    if event.plain_type in SPEECH or verb.index in scene.cues:
        return
    for preposition in children(scene.reading, verb.index, "prep", "agent"):
        if preposition.lemma in ("in", "during", "by", "with", "at"):
            for noun in children(scene.reading, preposition.index, "pobj"):
                if noun.index in scene.by_head:
                    yield noun.index
    for noun in children(scene.reading, verb.index, "dobj", "nsubj"):
        if noun.index in scene.by_head and scene.by_head[noun.index].plain_type == event.plain_type:
            yield noun.index


def _told_time(scene: _Scene, verb: Token) -> int | None:
    """The token of the time that a clause tells of: the noun it is relative to, or the words right before its "when"."""
    if verb.dep not in ("relcl", "advcl", "acl", "ccomp"):
        return None
    if verb.dep == "relcl" and verb.head in scene.times:
        return verb.head
    if verb.dep == "relcl" and scene.reading.tokens[verb.head].lemma.lower() in TIME_NOUNS:
        return next((i for i in range(verb.head, max(0, verb.head - _REACH * 2), -1) if i in scene.times), None)
    when = next((t for t in children(scene.reading, verb.index, "advmod") if t.lemma.lower() == "when"), None)
    if when is None:
        return None
    before = when.index - 1
    if before > 0 and scene.reading.tokens[before].text == ",":
        before -= 1
    return before if before in scene.times else None


def _step_up(scene: _Scene, verb: Token) -> tuple[Token, str] | None:
    """From a clause to the one whose time it shares."""
    reading, above = scene.reading, scene.reading.tokens[verb.head]
    if above.index == verb.index:
        return None
    speech = above.index in scene.cues or (above.index in scene.by_head and scene.by_head[above.index].plain_type in SPEECH)
    if verb.dep in ("xcomp", "advcl", "pcomp") and above.pos in CLAUSAL and not speech:
        marks = {t.lemma.lower() for t in children(reading, verb.index, "mark", "advmod")}
        if verb.dep == "advcl" and marks & {"after", "before", "since", "until", "if", "although", "though", "because", "once", "unless"}:
            return None
        return above, "time-of-the-clause-above"
    if verb.dep == "conj" and above.pos in CLAUSAL:
        return above, "time-before-both-clauses"
    return None


def _interval(scene: _Scene, event: EventMention, found: list[Hosted], rule: str) -> EventTime:
    """The interval of one or more times on one host: a range, the narrowest of those that hold each other, else the nearest."""
    head = event.trigger.head
    parts = [(h, _bounded(scene, event, h)) for h in found]
    parts.sort(key=lambda p: abs(p[0].head - head))
    first, span = parts[0]
    taken = [first.time.id]
    for other, theirs in parts[1:]:
        both = _together(span, theirs)
        if both is not None:
            span = both
            taken.append(other.time.id)
    for end in _partners(scene, first.time):
        span = _span(
            min(span.earliest or date.max, end.timespan.earliest or date.max),
            max(span.latest or date.min, end.timespan.latest or date.min),
        )
        taken.append(end.id)
    if rule == "since-that-clause":
        span = _span(first.time.timespan.earliest, None)
    taken = list(dict.fromkeys(taken))
    return EventTime(span, tuple(sorted(taken, key=lambda t: int(t[1:]))), Basis(rule))


def _partners(scene: _Scene, time: Time) -> Iterator[Time]:
    """The other end of a range: "between 3 and 7 March", "from May to June", "12-16 July"."""
    place = bisect_left(scene.listed, time.span.start, key=lambda t: t.span.start)
    text = scene.reading.document.text
    for early, late in ((place - 1, place), (place, place + 1)):
        if not 0 <= early < late < len(scene.listed):
            continue
        one, other = scene.listed[early], scene.listed[late]
        link = text[one.span.end : other.span.start].strip().lower() if other.span.start - one.span.end < 12 else "."
        before = text[max(0, one.span.start - 12) : one.span.start].lower()
        ranged = link in ("-", "–", "—", "to", "until", "till", "through") or (link in ("and", "and the") and "between" in before)
        if ranged and one.timespan.earliest and one.timespan.latest and other.timespan.earliest and other.timespan.latest:
            yield other if one.id == time.id else one


def _together(span: Timespan, theirs: Timespan) -> Timespan | None:
    """Two times of which one lies in the other: a day with its year."""
    if span.earliest and span.latest and theirs.earliest and theirs.latest and span.overlaps(theirs):
        return _span(max(span.earliest, theirs.earliest), min(span.latest, theirs.latest))
    return None


def _bounded(scene: _Scene, event: EventMention, hosted: Hosted) -> Timespan:
    """A time's days as its preposition bounds the event: since 2014 leaves the end open, by June the beginning."""
    span, preposition = hosted.time.timespan, hosted.preposition
    host = scene.reading.tokens[hosted.host]
    if preposition == "since":
        return _span(span.earliest, None)
    if preposition in ("by", "until", "till"):
        return _span(None, span.latest)
    if preposition == "before" and span.earliest:
        return _span(None, _next(span.earliest, -1))
    if preposition == "after" and span.latest:
        return _span(_next(span.latest, 1), None)
    long = span.earliest is not None and span.latest is not None and (span.latest - span.earliest).days > 31
    began = long and host.lemma in _BEGINNINGS and event.trigger.head != hosted.host
    if began and preposition in ("in", "on", "") and scene.reading.tokens[event.trigger.head].pos not in CLAUSAL:
        return _span(span.earliest, None)
    return span


def _next(day: date, days: int) -> date | None:
    try:
        return add_days(day, days)
    except ValueError:
        return None


def _span(earliest: date | None, latest: date | None) -> Timespan:
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    return Timespan(earliest, latest, format_edtf(earliest, latest))
