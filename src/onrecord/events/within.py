"""Events -> the same, each with the event in whose clause or phrase it is told: "urged Peru to withdraw", "condemned the raid", "killed in riots"."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.events.event import EventMention
from onrecord.reading.reading import Reading

CLIMB = 60
"""Words up at most: a sentence that nests deeper is a list."""


def told_within(reading: Reading, events: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    """The events, each with the id of the nearest event above it in the syntax of its sentence; joined clauses stand side by side."""
    by_head = {e.trigger.head: e.id for e in events}
    return tuple(replace(e, within=next((by_head[i] for i in _above(reading, e.trigger.head) if i in by_head), None)) for e in events)


def _above(reading: Reading, index: int) -> Iterator[int]:
    """The tokens above a token, nearest first, a conjunct's fellows left out."""
    here, seen = index, {index}
    for _ in range(CLIMB):
        token = reading.tokens[here]
        joined = token.dep == "conj"
        here = token.head
        if here in seen:
            return
        seen.add(here)
        if not joined:
            yield here
