"""A governor without a signature -> the stand of what hangs on it: what syntax alone says of purposes, relatives, named things and clauses."""

from dataclasses import replace

from onrecord.events.factuality_effects import of_effect
from onrecord.events.factuality_hops import Hop, indefinite
from onrecord.events.factuality_stand import ASSERTED, Stand, unreal
from onrecord.events.factuality_voice import Voice
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import children
from onrecord.resources.markers import Markers


def by_default(reading: Reading, token: Token, hop: Hop, governor: Stand, voice: Voice, markers: Markers) -> Stand:
    """What a governor without a signature makes of what hangs on it."""
    kind = hop.kind
    marker = hop.word.span if hop.word else hop.governor.span
    if kind in ("adverbial", "prepositional", "gerund") and hop.word is not None:
        opener = markers.subordinators.get(hop.word.text.lower())
        if opener is not None and not (opener.effect == "fact" and (governor.unreal and kind != "prepositional")):
            return of_effect(governor, opener.effect, opener.rule, marker, eventive=True)
    if kind in ("copular", "compound", "bare", "subject-of"):
        return governor
    if kind == "that":
        rule, effect = ("clause-of-noun", "said") if hop.governor.pos == "NOUN" else ("clause-of-verb", "said")
        return of_effect(governor, "open" if governor.happened is False else effect, rule, marker, eventive=True)
    if kind == "whether":
        return of_effect(
            governor, "open" if hop.word and hop.word.text.lower() in ("whether", "if") else "fact", "asked-clause", marker, eventive=True
        )
    if kind in ("inf", "purpose"):
        return _infinitive(reading, token, hop, governor, voice)
    if kind == "gerund" and governor.happened is False and (hop.governor.pos != "VERB" or (hop.word and hop.word.text.lower() == "by")):
        return unreal(ASSERTED, "hypothetical", "uncommitted", "gerund-beside-the-negated", *governor.markers)
    if kind in ("gerund", "adverbial"):
        return (
            governor
            if governor.unreal and kind != "aside"
            else replace(ASSERTED, rule="participle-or-clause")
            if kind == "adverbial"
            else governor
        )
    if kind == "relative":
        return _relative(reading, token, hop, governor)
    return _named(reading, token, governor, kind)


def _infinitive(reading: Reading, token: Token, hop: Hop, governor: Stand, voice: Voice) -> Stand:
    """What an infinitive is that no signature speaks of: a purpose, mostly."""
    if hop.governor.pos == "ADJ":
        return governor
    if governor.unreal:
        return governor
    if _result(reading, token, hop, governor):
        return replace(governor, rule="result-infinitive")
    return unreal(
        ASSERTED, governor.future or voice.flavour or "planned", "possible", "purpose-infinitive", (hop.word or hop.governor).span
    )


RESULTS = frozenset(
    [
        "reach",
        "become",
        "close",
        "end",
        "finish",
        "win",
        "lose",
        "find",
        "discover",
        "total",
        "stand",
        "hit",
        "learn",
        "return",
        "realise",
        "realize",
    ]
)
ONLY = frozenset({"first", "last", "only", "latest", "second", "third", "next"})


def _result(reading: Reading, token: Token, hop: Hop, governor: Stand) -> bool:
    """Whether an infinitive tells what came of it ("fell to close at 90") or which one did it ("the first to land")."""
    if hop.governor.pos in ("NOUN", "PROPN", "ADJ"):
        words = [hop.governor, *children(reading, hop.governor.index, "amod", "det", "nummod")]
        return any(t.text.lower() in ONLY for t in words)
    past = hop.governor.tag in ("VBD", "VBN") and governor.happened is True
    return past and token.lemma.lower() in RESULTS


def _relative(reading: Reading, token: Token, hop: Hop, governor: Stand) -> Stand:
    """A relative clause says what is so, except of nobody in particular ("any mayor who stood")."""
    antecedent = hop.governor
    loose = any(t.text.lower() in ("any", "whichever") for t in children(reading, antecedent.index, "det"))
    if loose or antecedent.lemma.lower() in ("anyone", "anybody", "whoever", "anything"):
        return unreal(ASSERTED, "hypothetical", "uncommitted", "whoever-clause", antecedent.span)
    one = any(t.text.lower() in ("a", "an") for t in children(reading, antecedent.index, "det"))
    if governor.unreal and one and token.tag in ("VBZ", "VBP", "VB", "VBG"):
        return replace(governor, rule="relative-of-unreal")
    return replace(ASSERTED, rule="relative-clause")


def _named(reading: Reading, token: Token, governor: Stand, kind: str) -> Stand:
    """A noun that is named, not claimed: it is presupposed, unless it is indefinite and what it hangs on is not real."""
    if governor.unreal and indefinite(reading, token):
        article = any(t.text.lower() in ("a", "an", "any", "another") for t in children(reading, token.index, "det"))
        if kind in ("object", "subject") or article or (kind != "aside" and governor.status in ("hypothetical", "demanded")):
            return replace(governor, rule="named-in-the-unreal")
    if governor.happened is False and indefinite(reading, token) and kind == "object":
        return unreal(ASSERTED, "hypothetical", "uncommitted", "named-in-the-negated", *governor.markers)
    return replace(ASSERTED, rule="presupposed")
