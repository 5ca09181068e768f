"""Reading, events -> the speaker's loaded words, and events with those that stand on them."""

import re
from bisect import bisect_left
from dataclasses import replace

from onrecord.events.event import EventMention, Framing
from onrecord.reading.reading import Reading, Sentence, Token
from onrecord.resources.resources import Resources
from onrecord.span import Span


def find_framing(reading: Reading, *, resources: Resources) -> tuple[Framing, ...]:
    """The loaded words of a text, in text order; none inside the name of a bridge, a street or a court."""
    return tuple(f for sentence in reading.sentences for f in _in_sentence(reading, sentence, resources))


Part = tuple[str, str, Token]


def _in_sentence(reading: Reading, sentence: Sentence, resources: Resources) -> list[Framing]:
    parts: list[Part] = []
    for token in reading.tokens[sentence.first : sentence.last]:
        pieces = [p for p in re.split(r"[-–]", token.text.lower()) if p]
        lemma = token.lemma.lower()
        parts += [(p, lemma if len(pieces) == 1 else p, token) for p in pieces]
    found, at = [], 0
    while at < len(parts):
        size, word = _match(parts, at, resources)
        if size and not _excused(parts, at, size, resources):
            found.append(Framing(Span(parts[at][2].start, parts[at + size - 1][2].end), word))
        at += size or 1
    return found


def _match(parts: list[Part], at: int, resources: Resources) -> tuple[int, str]:
    text, lemma, _ = parts[at]
    for key in dict.fromkeys((text, lemma)):
        for phrase, name in resources.framing.phrases.get(key, ()):
            size = len(phrase)
            here = parts[at : at + size]
            if len(here) == size and all(w in (t, le) for w, (t, le, _) in zip(phrase, here, strict=True)):
                return size, name
    return 0, ""


def _excused(parts: list[Part], at: int, size: int, resources: Resources) -> bool:
    """Whether the word is part of a name, or has its common sense here."""
    token = parts[at][2]
    before = parts[at - 1] if at else None
    after = parts[at + size] if at + size < len(parts) else None
    named = token.pos == "PROPN" and any(p is not None and p[2].pos == "PROPN" and p[2].text[:1].isupper() for p in (before, after))
    opens = at == 0 and token.text.lower().endswith("ed")
    if named and not opens and token.text[:1].isupper() and not token.text.isupper():
        return True
    near = {p[0] for p in parts[max(0, at - 2) : at] + parts[at + size : at + size + 2]}
    if near & resources.framing.not_beside.get(parts[at][1], frozenset()):
        return True
    if parts[at][0] == "occupation" and (before is not None and before[2].tag == "PRP$"):
        return True
    return token.lemma.lower() == "lie" and token.pos == "VERB"


def attach_framing(reading: Reading, events: tuple[EventMention, ...], framing: tuple[Framing, ...]) -> tuple[EventMention, ...]:
    """The same events with the loaded words of their trigger and of who acts and who is acted on."""
    starts = [f.span.start for f in framing]
    made = []
    for event in events:
        spans = [event.trigger.span, *(a.span for a in event.arguments if a.role in ("actor", "recipient"))]
        mine: list[Framing] = []
        for span in spans:
            at = max(0, bisect_left(starts, span.start) - 1)
            while at < len(framing) and framing[at].span.start < span.end:
                if framing[at].span.overlaps(span) and framing[at] not in mine:
                    mine.append(framing[at])
                at += 1
        made.append(replace(event, framing=tuple(sorted(mine, key=lambda f: f.span))) if mine else event)
    return tuple(made)
