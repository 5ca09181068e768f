"""Events -> the same, with the mode that what is inside them gives ("threatened to bomb": violence) and the contexts their words show ("heroin")."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.events.event import EventMention
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import children
from onrecord.resources.kinds import KindWords
from onrecord.resources.resources import Resources

NEAR = 60
"""Words of an event's own phrase that are looked at."""
LONGEST = 3
"""Words of an entry of the lexicon."""
_OTHER_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "conj", "csubj", "acl"})
_COMPLEMENTS = frozenset({"dobj", "nsubjpass", "prep", "pobj", "xcomp", "ccomp", "oprd", "dative", "agent", "acl", "compound", "amod", "conj", "pcomp"})  # fmt: skip


def with_kinds(reading: Reading, events: tuple[EventMention, ...], *, resources: Resources) -> tuple[EventMention, ...]:
    """The events; threats, requests, refusals and mobilisations with the mode that the lexicon gives them, all with their contexts."""
    known = resources.kinds
    inside: dict[str, list[EventMention]] = {}
    for event in events:
        if event.within is not None and reading.tokens[event.trigger.head].dep != "nsubj":
            inside.setdefault(event.within, []).append(event)
    return tuple(
        replace(e, mode=_mode(reading, e, inside.get(e.id, []), known), contexts=_contexts(reading, e, known.contexts)) for e in events
    )


def _mode(reading: Reading, event: EventMention, inside: list[EventMention], known: KindWords) -> str | None:
    """By the first act inside it, or else by a word of what hangs on it; as it was where neither says."""
    rules = known.modes.get(event.type, ())
    for inner in inside if rules else ():
        for rule in rules:
            if inner.plain_type in rule.inner or f"{inner.plain_type}/{inner.trigger.mode}" in rule.inner:
                return rule.mode
    if rules:
        words = [key for t in _hanging(reading, event) for key in _keys(reading, t)]
        for rule in rules:
            if rule.words.intersection(words):
                return rule.mode
    return event.mode


def _hanging(reading: Reading, event: EventMention) -> Iterator[Token]:
    """What hangs on a trigger as its object or complement, some steps down; for a mobilisation also who is mobilised."""
    doers = ("nsubj",) if event.type == "MOBILIZE" else ()
    queue = [(t, 0) for t in children(reading, event.trigger.head, *_COMPLEMENTS, *doers)]
    for n in range(NEAR):
        if n >= len(queue):
            return
        token, depth = queue[n]
        yield token
        if depth < 2:
            queue += [(t, depth + 1) for t in children(reading, token.index, *_COMPLEMENTS)[:8]]


def _contexts(reading: Reading, event: EventMention, words: dict[str, str]) -> tuple[str, ...]:
    found = list(event.contexts)
    for token in _phrase(reading, event.trigger.head):
        for key in _keys(reading, token):
            if key in words and words[key] not in found:
                found.append(words[key])
    return tuple(found)


def _keys(reading: Reading, token: Token) -> Iterator[str]:
    """What a lexicon may call a token, the longest first: it and as many as LONGEST - 1 words before it, by its lemma and as it is written."""
    for first in range(max(0, token.index - LONGEST + 1), token.index + 1):
        before = "".join(f"{t.text.lower()} " for t in reading.tokens[first : token.index])
        yield before + token.lemma.lower()
        yield before + token.text.lower()


def _phrase(reading: Reading, head: int) -> Iterator[Token]:
    """The nouns and adjectives of an event's own clause or phrase, other clauses left out."""
    queue = [head]
    for n in range(NEAR):
        if n >= len(queue):
            return
        token = reading.tokens[queue[n]]
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            yield token
        fellows = token.index != head and token.pos in ("NOUN", "PROPN", "ADJ")
        queue += [t.index for t in children(reading, token.index) if t.dep not in _OTHER_CLAUSES or (fellows and t.dep == "conj")][:20]
