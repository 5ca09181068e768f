"""Reading -> triggers: the words that may stand for an event, matched against the trigger lexicon."""

from dataclasses import dataclass

from onrecord.basis import Basis
from onrecord.events.event import Refused, Trigger
from onrecord.events.triggers_duplicates import Matched, duplicates
from onrecord.events.triggers_frames import Held, Lack, matches
from onrecord.events.triggers_refusals import refusal
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child
from onrecord.resources.commitments import CommitmentWords
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
    return seek_triggers(reading, resources=resources)[0]


def seek_triggers(reading: Reading, *, resources: Resources, watch: Span | None = None) -> tuple[tuple[Trigger, ...], tuple[Refused, ...]]:
    """The triggers of a reading and, for the sentences that share a character with `watch`, the entries that were tried there and refused."""
    lexicon, classes, commitments = resources.triggers, resources.noun_classes, resources.commitments
    watched = frozenset(n for n, s in enumerate(reading.sentences) if watch is not None and s.span.overlaps(watch))
    refused: list[Refused] = []
    found: list[Match] = []
    for token in reading.tokens:
        if (match := _best(reading, token, lexicon, classes, commitments, refused if token.sentence in watched else None)) is not None:
            found.append(match)
    dropped = duplicates(
        reading,
        [Matched(m.head, m.entry, frozenset(t.index for t in m.held.taken)) for m in found if not m.entry.points_back],
        thrown=classes["projectile"],
    )
    for match in found:
        if match.head in dropped and reading.tokens[match.head].sentence in watched:
            outer = next((m for m in found if m.head != match.head and any(t.index == match.head for t in m.held.taken)), None)
            detail = reading.tokens[outer.head].text if outer is not None else ""
            refused.append(Refused(reading.tokens[match.head].span, match.entry.id, match.entry.type, dropped[match.head], detail))
    return tuple(_trigger(m) for m in found if m.head not in dropped), tuple(sorted(refused, key=lambda r: r.span))


def _best(
    reading: Reading,
    token: Token,
    lexicon: TriggerLexicon,
    classes: NounClasses,
    commitments: CommitmentWords,
    refused: list[Refused] | None = None,
) -> Match | None:
    """The first entry that holds at a token; those refused before it are added to `refused`, where one is given."""
    for form in _forms(reading, token):
        for entry in lexicon.find(form, token.lemma.lower(), token.text.lower()):
            held = matches(reading, token.index, entry, classes)
            rule, detail = (
                (held.rule, held.detail)
                if isinstance(held, Lack)
                else (refusal(reading, token.index, entry, classes, commitments=commitments), "")
            )
            if isinstance(held, Held) and rule is None:
                return Match(token.index, entry, held)
            if refused is not None and rule is not None:
                refused.append(Refused(token.span, entry.id, entry.type, rule, detail))
    return None


def _forms(reading: Reading, token: Token) -> tuple[Form, ...]:
    if token.pos in ("VERB", "AUX"):
        return ("verb", "noun") if token.tag == "VBG" and child(reading, token.index, "dobj") is None else ("verb",)
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
