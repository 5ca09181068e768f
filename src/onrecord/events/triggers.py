"""Reading -> triggers: the words that may stand for an event, matched against the trigger lexicon."""

from dataclasses import dataclass

from onrecord.basis import Basis
from onrecord.events.event import Trigger
from onrecord.events.triggers_duplicates import Matched, without_duplicates
from onrecord.events.triggers_frames import Held, matches
from onrecord.events.triggers_refusals import refusal
from onrecord.reading.reading import Reading, Token
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.resources import Resources
from onrecord.resources.triggers import Form, TriggerEntry, TriggerLexicon
from onrecord.span import Span, cover

_GAP = 6
"""Words at most between the parts of a trigger's span; further apart, the span is the head word's."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that holds at a token, with the tokens of its words and those its frame took."""

    head: int
    entry: TriggerEntry
    held: Held


def find_triggers(reading: Reading, *, resources: Resources) -> tuple[Trigger, ...]:
    """The triggers of a reading, in text order; at most one a head token, the most specific entry first."""
    lexicon, classes = resources.triggers, resources.noun_classes
    found = [m for t in reading.tokens if (m := _best(reading, t, lexicon, classes)) is not None]
    kept = without_duplicates(reading, [Matched(m.head, m.entry, frozenset(t.index for t in m.held.taken)) for m in found])
    return tuple(_trigger(m) for m in found if m.head in kept)


def _best(reading: Reading, token: Token, lexicon: TriggerLexicon, classes: NounClasses) -> Match | None:
    for form in _forms(token):
        for entry in lexicon.find(form, token.lemma.lower(), token.text.lower()):
            held = matches(reading, token.index, entry, classes)
            if held is not None and refusal(reading, token.index, entry, classes) is None:
                return Match(token.index, entry, held)
    return None


def _forms(token: Token) -> tuple[Form, ...]:
    if token.pos in ("VERB", "AUX"):
        return ("verb", "noun") if token.tag == "VBG" else ("verb",)
    if token.pos in ("NOUN", "PROPN"):
        return ("noun",)
    if token.pos == "ADJ":
        return ("adjective", "verb") if token.tag == "VBN" else ("adjective",)
    return ()


def _trigger(match: Match) -> Trigger:
    entry = match.entry
    return Trigger(
        span=_span(match.held.words),
        head=match.head,
        entry=entry.id,
        type=entry.type,
        basis=Basis(f"trigger-{entry.id}"),
        mode=entry.mode,
        contexts=entry.contexts,
        cameo=entry.cameo,
        symmetric=entry.symmetric,
    )


def _span(tokens: tuple[Token, ...]) -> Span:
    indices = sorted(t.index for t in tokens)
    if indices[-1] - indices[0] > len(indices) - 1 + _GAP:
        return tokens[0].span
    return cover(t.span for t in tokens)
