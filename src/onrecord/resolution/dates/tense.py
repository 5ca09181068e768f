"""Reading, a span -> past, present or future: the tense of the verb that governs a time expression, or of the words around it."""

import re
from typing import Literal

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import ancestors, child, children, head_of
from onrecord.span import Span

Tense = Literal["past", "present", "future", "unknown"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MODALS = _set("will shall 'll ’ll wo may might can could would should must")
_PLANS = _set(
    "plan expect schedule due set intend hope want agree promise vow prepare threaten seek need order ask urge decide likely slate aim propose "
    "poise bind ready authorize call demand invite suppose"
)
_SETTING = _set("schedule reschedule postpone slate delay adjourn plan")
"""Verbs that set a day: even told in the past, the day is still to come."""
_STRETCHING = _set("extend prolong")
"""Verbs that set an end, where the time is one ("extended its deadline until Tuesday")."""
_COMING = _set("effective payable due valid returnable redeemable")
"""Adjectives of what a day is set for ("payable Dec. 7")."""
_PLANNED_PRESENT = _set("be begin start open end expire run take")
"""Verbs whose present tense speaks of what is to come when a time stands with them ("the truce expires on Friday")."""
_IN_NOUN_PHRASE = _set("compound nmod poss amod nummod appos npadvmod")
_FUTURE_WORDS = re.compile(r"\b(?:will|shall|going to|is to|are to|due|scheduled|expected|plans? to|set to|upcoming|deadline)\b", re.I)
_WINDOW = 120


def tense_at(reading: Reading, span: Span) -> Tense:
    """The tense at a span: of its governing verb where the text was parsed, else by the words around it.

    Unknown inside a noun phrase ("the Oct. 23 attack"), which no verb governs.
    """
    if not reading.tokens:
        return _by_words(reading.document.text, span)
    head = head_of(reading, span)
    if head is None:
        return "past"
    above = reading.tokens[head.head]
    if head.dep in _IN_NOUN_PHRASE and above.pos in ("NOUN", "PROPN"):
        return "unknown"
    until = head.dep == "pobj" and above.lemma.lower() in ("until", "till") and above.index > reading.sentences[above.sentence].first
    preposition = above.lemma.lower() if head.dep == "pobj" else ""
    for token in (head, *ancestors(reading, head.index)):
        if token.pos == "ADJ" and token.lemma.lower() in _COMING:
            return "future"
        if token.pos in ("VERB", "AUX"):
            if until:
                return "unknown" if token.tag == "VBD" and token.lemma not in _SETTING | _STRETCHING else "future"
            if token.lemma == "set" and preposition == "on":
                return "past"
            if token.tag == "VBN" and token.lemma in _SETTING and head.index < token.index and preposition not in ("for", "until", "till"):
                return "past"
            return _of_verb(reading, token)
    return "past"


def _of_verb(reading: Reading, verb: Token) -> Tense:
    if verb.lemma == "look" and any(c.text.lower() == "forward" for c in children(reading, verb.index)):
        return "future"
    auxiliaries = children(reading, verb.index, "aux", "auxpass")
    perfect = verb.tag == "VBN" and any(a.lemma == "have" for a in auxiliaries)
    if verb.tag == "MD" or (not perfect and any(a.text.lower() in _MODALS for a in auxiliaries)):
        return "future"
    if verb.tag in ("VBD", "VBN") and (verb.lemma in _SETTING or _planned(verb, auxiliaries)):
        return "future"
    if verb.tag == "VBD":
        return "past"
    finite = next((a for a in auxiliaries if a.tag in ("VBD", "VBZ", "VBP", "MD")), None)
    if finite is not None:
        if finite.tag == "VBD" or perfect:
            return "past"
        if verb.tag == "VBN":
            return "present"
        return "future" if verb.tag == "VBG" and finite.lemma == "be" else "present"
    infinitive = any(a.tag == "TO" for a in auxiliaries)
    if infinitive or (verb.tag == "VB" and child(reading, verb.index, "aux") is not None):
        return _of_infinitive(reading, verb)
    if verb.tag in ("VBZ", "VBP"):
        return "future" if verb.lemma in _PLANS | _PLANNED_PRESENT else "present"
    if verb.tag == "VBG":
        above = next((t for t in ancestors(reading, verb.index) if t.pos in ("VERB", "AUX")), None)
        return _of_verb(reading, above) if above is not None and above.tag != "VBG" else "past"
    return "past"


def _planned(verb: Token, auxiliaries: list[Token]) -> bool:
    """ "is scheduled for Friday", "talks planned for Monday": a plan, when its auxiliary is not itself past."""
    if verb.tag != "VBN" or verb.lemma not in _PLANS or any(a.tag == "VBD" for a in auxiliaries):
        return False
    return verb.dep in ("acl", "amod") or any(a.lemma == "be" for a in auxiliaries)


def _of_infinitive(reading: Reading, verb: Token) -> Tense:
    """ "to meet on Friday": future under a verb or noun of planning, else as the verb above it."""
    above = next(ancestors(reading, verb.index), None)
    if above is None or above.lemma.lower() in _PLANS or above.pos in ("NOUN", "ADJ"):
        return "future"
    return "future" if above.pos in ("VERB", "AUX") and above.tag in ("VBZ", "VBP", "VB", "VBG") else "past"


def _by_words(text: str, span: Span) -> Tense:
    low = max(0, span.start - _WINDOW)
    start = max(*(text.rfind(mark, low, span.start) for mark in (". ", "; ", "\n")), low)
    if _FUTURE_WORDS.search(text, start, span.start):
        return "future"
    first = span.start - start < 25 and _FUTURE_WORDS.search(text, span.end, span.end + _WINDOW // 2)
    return "future" if first else "past"
