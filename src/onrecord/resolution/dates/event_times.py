"""Events, times -> each event's own interval, from its own time expressions and the clause it stands in.

The day of publication is never an event's day by itself: what the text does not date stays undated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.basis import Basis
from onrecord.events.arguments_slots import support_clause
from onrecord.events.arguments_subjects import HARM
from onrecord.events.event import POINTS_BACK, EventMention, Events
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import children, head_of, tokens_in
from onrecord.resolution.dates.entries import find_entries
from onrecord.resolution.dates.event_intervals import EventTime, interval_of, span_of
from onrecord.resolution.dates.publication import names_own_day
from onrecord.resolution.dates.time_hosts import CLAUSAL, TIME_NOUNS, Hosted, dates_something, host_times
from onrecord.resolution.dates.values import narrow
from onrecord.resolution.resolution import Publication, Time
from onrecord.statements.statement import Statements

SPEECH = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"))
"""Types that speak of other events: their time is not the time of what they speak of."""
_EARLY = re.compile(r"\b(?:early|first|opening)\b[^.]{0,40}\bwhich\b", re.I)
_LATE = re.compile(r"\b(?:late|last|final|closing)\b[^.]{0,40}\bwhich\b", re.I)
_NUMBERED = re.compile(r"\d \($")
"""What stands before the year of a numbered paper ("resolution 550 (1984)"), which dates the paper alone."""
_COUNTING = frozenset(
    ("series", "wave", "string", "spate", "round", "number", "exchange", "campaign", "outbreak", "hundred", "dozen", "score")
)
_REACH = 6


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
    own = {t.span for t in reading.timexes if names_own_day(reading, t) is not None}
    text = reading.document.text
    times = tuple(t for t in times if t.span not in own and not _NUMBERED.search(text[max(0, t.span.start - 12) : t.span.start]))
    hosted = host_times(reading, times, frozenset(by_head))
    cues = frozenset(s.cue_head for s in statements.statements if s.cue_head is not None)
    heads = {index: t for t in times if dates_something(t) for index in _ends(reading, t)}
    scene = _Scene(reading, hosted, by_head, cues, heads, times)
    found = {e.id: EventTime() if e.basis.rule == POINTS_BACK else _time_of(scene, e) for e in events.events}
    entries = find_entries(text, times)
    for event in events.events:
        head = entries.at(event.trigger.span.start)
        if head is not None and found[event.id] == EventTime() and _goes_with_entry(reading, event):
            found[event.id] = EventTime(head.timespan, (head.id,), Basis("time-that-heads-the-entry"))
    again = {e.id for e in events.events if e.basis.rule == POINTS_BACK}
    return found | {
        r.source: found[r.target] for r in events.relations if r.kind == "same_event" and r.source in again and r.target in found
    }


def _goes_with_entry(reading: Reading, event: EventMention) -> bool:
    """Whether an event is what a chronology tells of the day: not what somebody says, what had come before, or what is planned."""
    if event.statement is not None or event.basis.rule == POINTS_BACK or event.factuality.status not in ("actual", "ongoing"):
        return False
    helpers = children(reading, event.trigger.head, "aux", "auxpass")
    return not any(t.text.lower() in ("had", "has", "have", "having") for t in helpers)


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
            return interval_of(scene.reading, scene.listed, event, found, rule)
    return EventTime()


def _told_of(scene: _Scene, event: EventMention, time: Time) -> EventTime:
    """The time of "1974, when ..." or "October, in the early days of which ..."."""
    between = scene.reading.document.text[time.span.end : event.trigger.span.start]
    mod = "START" if _EARLY.search(between) else "END" if _LATE.search(between) else ""
    span = time.timespan
    if mod and span.earliest and span.latest:
        span = span_of(*narrow(span.earliest, span.latest, mod))
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
        if (told := support_clause(reading, head, doer=False)) is not None:
            yield told, "time-of-the-clause-that-tells-of-it"
            return
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
        yield from _in_its_clause(scene, event, here)
    for participle in children(reading, here.index, "advcl"):
        if participle.tag == "VBG" and not children(reading, participle.index, "mark", "nsubj", "advmod"):
            yield participle.index, "time-of-its-participle"
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


def _in_its_clause(scene: _Scene, event: EventMention, verb: Token) -> Iterator[tuple[int, str]]:
    for noun in _event_nouns(scene, event, verb):
        yield noun, "time-of-the-event-it-names"
    for clause in children(scene.reading, verb.index, "advcl"):
        if any(t.lemma.lower() == "since" for t in children(scene.reading, clause.index, "mark")):
            yield clause.index, "since-that-clause"


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
        return _is_direct(scene, noun, clause)
    if noun.dep in ("nsubj", "nsubjpass"):
        return other.plain_type not in SPEECH
    by = scene.reading.tokens[noun.head]
    if noun.dep == "pobj" and (by.dep == "agent" or by.lemma in ("with", "in", "during", "by")) and by.head == clause.index:
        return other.plain_type not in SPEECH
    return noun.dep == "dobj" and other.plain_type == event.plain_type


def _is_direct(scene: _Scene, noun: Token, clause: Token) -> bool:
    """Whether an event noun is an argument of the clause itself, or of a word that only counts it ("a series of attacks")."""
    while noun.dep == "conj" and scene.reading.tokens[noun.head].pos not in CLAUSAL:
        noun = scene.reading.tokens[noun.head]
    above = scene.reading.tokens[noun.head]
    if noun.dep == "pobj":
        counted = scene.reading.tokens[above.head]
        return above.head == clause.index or (counted.lemma.lower() in _COUNTING and counted.head == clause.index)
    return noun.dep in ("dobj", "nsubj", "nsubjpass", "attr", "ROOT")


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
        if noun.dep == "nsubj" and (told := support_clause(scene.reading, noun.index, doer=False)) is not None:
            # "the raid that rebels staged on Monday killed six"
            yield told
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
    if verb.dep in ("relcl", "acl") and above.dep == "nsubj":
        # "a missile that hit the depot killed three on Monday": the outcome is no event of its own, its day is the hit's
        outcome = reading.tokens[above.head]
        if outcome.lemma in HARM and outcome.index not in scene.by_head:
            return outcome, "time-of-its-outcome"
    return None


__all__ = ["EventTime", "event_times"]
