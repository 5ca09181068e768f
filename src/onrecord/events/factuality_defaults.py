"""A governor without a signature -> the stand of what hangs on it: what syntax alone says of purposes, relatives, named things and clauses."""

from dataclasses import replace

from onrecord.events.factuality_effects import of_effect
from onrecord.events.factuality_hops import Hop, indefinite
from onrecord.events.factuality_negation import noun_negation
from onrecord.events.factuality_stand import ASSERTED, Stand, negated, unreal
from onrecord.events.factuality_voice import Voice
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.markers import Markers
from onrecord.span import Span


def by_default(reading: Reading, token: Token, hop: Hop, governor: Stand, voice: Voice, markers: Markers) -> Stand:
    """What a governor without a signature makes of what hangs on it."""
    kind = hop.kind
    marker = hop.word.span if hop.word else hop.governor.span
    if kind in ("adverbial", "prepositional", "gerund") and hop.word is not None:
        opener = markers.subordinators.get(hop.word.text.lower())
        if opener is not None and opener.effect == "fact" and kind == "adverbial" and (timed := _timed(reading, token, hop, governor)):
            return timed
        if opener is not None and not (opener.effect == "fact" and (governor.unreal and kind != "prepositional")):
            return of_effect(governor, opener.effect, opener.rule, marker, eventive=True)
    if kind == "be-to":
        return _arranged(reading, token, governor, marker)
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
    if kind in ("gerund", "adverbial"):
        return _participle(reading, token, hop, governor)
    if kind == "relative":
        return _relative(reading, token, hop, governor)
    return _named(reading, token, governor, kind)


def _participle(reading: Reading, token: Token, hop: Hop, governor: Stand) -> Stand:
    """What a participle or a clause is that nothing opens: what goes with its governor, or what is so beside it."""
    by = hop.word is not None and hop.word.text.lower() == "by"
    if hop.kind == "gerund":
        if governor.rule in ("tries", "attempt-at") and by:
            return replace(ASSERTED, rule="means-of-an-attempt")
        if governor.happened is False and (hop.governor.pos != "VERB" or by):
            return unreal(ASSERTED, "hypothetical", "uncommitted", "gerund-beside-the-negated", *governor.markers)
        return governor
    stative = token.tag == "VBN" and hop.word is None and not children(reading, token.index, "aux", "auxpass")
    return governor if governor.unreal and not stative else replace(ASSERTED, rule="participle-or-clause")


NOT_YET = frozenset({"until", "till", "once", "before"})
BACKSHIFT = frozenset({"would", "could", "might", "'d", "’d"})


def _timed(reading: Reading, token: Token, hop: Hop, governor: Stand) -> Stand | None:
    """What tense says of a clause of time: a past is a fact beside any plan, a present after "until" and its like is yet to come."""
    word = hop.word.text.lower() if hop.word else ""
    aux = [t.text.lower() for t in children(reading, token.index, "aux", "auxpass")]
    if word == "before" and {"could", "can"} & set(aux) and governor.happened:
        return negated(ASSERTED, "before-it-could", *([hop.word.span] if hop.word else []))
    above = {t.text.lower() for t in children(reading, hop.governor.index, "aux")}
    past = (token.tag == "VBD" and not aux) or {"was", "were", "had", "did"} & set(aux)
    if governor.unreal and past and not above & BACKSHIFT and not governor.said:
        return replace(ASSERTED, rule="past-beside-a-plan")
    finite = aux[0] if aux else ""
    present = finite in ("is", "are", "has", "have") or (not aux and token.tag in ("VBZ", "VBP"))
    if word in NOT_YET and present and hop.word and not governor.unreal:
        return unreal(ASSERTED, "hypothetical", "uncommitted", "time-to-come", hop.word.span)
    return None


def _arranged(reading: Reading, token: Token, governor: Stand, word: Span) -> Stand:
    """What "is to" makes of its verb: an arrangement; "was to have" one that came to nothing."""
    if governor.unreal:
        return governor
    if any(t.lemma.lower() == "have" for t in children(reading, token.index, "aux")):
        return negated(ASSERTED, "was-to-have", word)
    if governor.happened is False:
        return unreal(ASSERTED, "demanded", "uncommitted", "is-not-to", word)
    return unreal(ASSERTED, governor.future or "planned", "certain", "is-to", word)


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
    if past and any(t.text.lower() == "only" and t.index < token.index for t in children(reading, token.index, "advmod")):
        return True
    return past and token.lemma.lower() in RESULTS


def _relative(reading: Reading, token: Token, hop: Hop, governor: Stand) -> Stand:
    """A relative clause says what is so, except of nobody in particular ("any mayor who stood")."""
    antecedent = hop.governor
    if (no := _of_nothing(reading, antecedent)) is not None:
        return negated(ASSERTED, "clause-of-nothing", no)
    loose = any(t.text.lower() in ("any", "whichever") for t in children(reading, antecedent.index, "det"))
    if loose or antecedent.lemma.lower() in ("anyone", "anybody", "whoever", "anything"):
        return unreal(ASSERTED, "hypothetical", "uncommitted", "whoever-clause", antecedent.span)
    one = any(t.text.lower() in ("a", "an") for t in children(reading, antecedent.index, "det"))
    if governor.unreal and one and token.tag in ("VBZ", "VBP", "VB", "VBG"):
        return replace(governor, rule="relative-of-unreal")
    return replace(ASSERTED, rule="relative-clause")


def _of_nothing(reading: Reading, antecedent: Token) -> Span | None:
    """The "no" of a thing that is said not to be there, whose clause then tells of nothing ("there is nothing that stops them")."""
    verb = reading.tokens[antecedent.head]
    there = antecedent.dep == "attr" and child(reading, verb.index, "expl") is not None
    held = antecedent.dep == "dobj" and verb.lemma.lower() in ("have", "see", "find", "know", "hear", "get")
    return noun_negation(reading, antecedent) if there or held else None


def _named(reading: Reading, token: Token, governor: Stand, kind: str) -> Stand:
    """A noun that is named, not claimed: it is presupposed, unless it is indefinite and what it hangs on is not real."""
    if governor.unreal and indefinite(reading, token):
        article = any(t.text.lower() in ("a", "an", "any", "another") for t in children(reading, token.index, "det"))
        if kind in ("object", "subject") or article or (kind != "aside" and governor.status in ("hypothetical", "demanded")):
            return replace(governor, rule="named-in-the-unreal")
    if governor.happened is False and indefinite(reading, token) and kind == "object":
        return unreal(ASSERTED, "hypothetical", "uncommitted", "named-in-the-negated", *governor.markers)
    return replace(ASSERTED, rule="presupposed")
