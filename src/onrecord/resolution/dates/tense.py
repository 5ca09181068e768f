"""Reading, a span -> past, present or future: the tense of the verb that governs a time expression, or of the words around it."""

import re
from typing import Literal

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import ancestors, child, children, head_of
from onrecord.span import Span

Tense = Literal["past", "present", "future"]

_MODALS = frozenset(("will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "would", "should", "must"))
_PLANS = frozenset(
    [
        "plan",
        "expect",
        "schedule",
        "due",
        "set",
        "intend",
        "hope",
        "want",
        "agree",
        "promise",
        "vow",
        "prepare",
        "threaten",
        "seek",
        "need",
        "order",
        "ask",
        "urge",
        "decide",
        "likely",
        "slate",
        "aim",
        "propose",
        "poise",
        "bind",
        "ready",
        "authorize",
        "call",
        "demand",
        "invite",
    ]
)
_FUTURE_WORDS = re.compile(r"\b(?:will|shall|going to|is to|are to|due|scheduled|expected to|plans? to|set to|upcoming|deadline)\b", re.I)
_REPORT = frozenset(["say", "tell", "report", "announce", "state", "add", "note", "write", "claim"])
_WINDOW = 120


def tense_at(reading: Reading, span: Span) -> Tense:
    """The tense at a span: of its governing verb where the text was parsed, else by the words around it."""
    if not reading.tokens:
        return _by_words(reading.document.text, span)
    head = head_of(reading, span)
    if head is None:
        return "past"
    for token in (head, *ancestors(reading, head.index)):
        if token.pos in ("VERB", "AUX"):
            return _of_verb(reading, token, span)
    return "past"


def _of_verb(reading: Reading, verb: Token, span: Span) -> Tense:
    for aux in children(reading, verb.index, "aux", "auxpass"):
        if aux.text.lower() in _MODALS and not _perfect(reading, verb):
            return "future"
    if verb.tag == "MD":
        return "future"
    if verb.tag in ("VBD", "VBN") and _planned(reading, verb):
        return "future"
    if verb.tag == "VBD":
        return "past"
    finite = next((a for a in children(reading, verb.index, "aux", "auxpass") if a.tag in ("VBD", "VBZ", "VBP", "MD")), None)
    if finite is not None:
        if finite.tag == "VBD":
            return "past"
        if verb.tag == "VBG" and finite.lemma == "be":
            return "future"
        return "past" if verb.tag == "VBN" else "present"
    if verb.tag == "VB" and child(reading, verb.index, "aux") is not None:
        return _of_infinitive(reading, verb)
    if verb.tag in ("VBZ", "VBP"):
        return (
            "future"
            if verb.lemma in _PLANS or verb.lemma in ("be", "begin", "start", "open", "end", "expire", "run", "take")
            else "present"
        )
    if verb.tag == "VBG":
        above = next((t for t in ancestors(reading, verb.index) if t.pos in ("VERB", "AUX")), None)
        return _of_verb(reading, above, span) if above is not None else "past"
    return "past"


def _perfect(reading: Reading, verb: Token) -> bool:
    return verb.tag == "VBN" and any(a.lemma == "have" for a in children(reading, verb.index, "aux"))


def _planned(reading: Reading, verb: Token) -> bool:
    """ "is scheduled for Friday", "due on Monday": a plan, when its auxiliary is not itself past."""
    past = any(a.tag == "VBD" for a in children(reading, verb.index, "aux", "auxpass"))
    return (
        verb.tag == "VBN"
        and verb.lemma in _PLANS
        and not past
        and any(a.lemma == "be" for a in children(reading, verb.index, "auxpass", "aux"))
    )


def _of_infinitive(reading: Reading, verb: Token) -> Tense:
    """ "to meet on Friday": future under a verb or noun of planning, else as the verb above it."""
    above = next(ancestors(reading, verb.index), None)
    if above is None or above.index == verb.index:
        return "future"
    if above.lemma.lower() in _PLANS or above.pos in ("NOUN", "ADJ"):
        return "future"
    return "future" if above.pos in ("VERB", "AUX") and above.tag in ("VBZ", "VBP", "VB", "VBG") else "past"


def _by_words(text: str, span: Span) -> Tense:
    low = max(0, span.start - _WINDOW)
    start = max(text.rfind(". ", low, span.start), text.rfind("\n", low, span.start), low)
    if _FUTURE_WORDS.search(text, start, span.start):
        return "future"
    first = span.start - start < 25 and _FUTURE_WORDS.search(text, span.end, span.end + _WINDOW // 2)
    return "future" if first else "past"
