"""Reading, a predicate's token, Statements -> whether it happened, for its innermost speaker and for each speaker of the chain.

The judgement walks from the top of the predicate's clause, or of the innermost statement's content, down to the predicate. Each governor on the way
turns what is held of itself into what is held of its complement (implication signatures: Karttunen 1971; Nairn, Condoravdi and Karttunen 2006), and
each clause adds its own mood. What comes out are the two halves of factuality in FactBank (Sauri and Pustejovsky 2009): how sure, and which way.
"""

from dataclasses import dataclass, replace

from onrecord.events.event import Factuality, View
from onrecord.events.factuality_clause import (
    Mood,
    auxiliaries,
    inverted_auxiliary,
    is_infinitive,
    mood_of,
    noun_modifier,
)
from onrecord.events.factuality_defaults import by_default
from onrecord.events.factuality_effects import apply, of_effect
from onrecord.events.factuality_future import to_come
from onrecord.events.factuality_hops import Hop, beside_object, hop_of, indefinite, past_object, signature_of
from onrecord.events.factuality_negation import negations, noun_negation, subject, without_grounds
from onrecord.events.factuality_obligations import kept_or_broken
from onrecord.events.factuality_stand import ASSERTED, Stand, negated, unreal, weakened
from onrecord.events.factuality_turns import goes_on, joined_to, presupposed_question, too_or_enough, was_made
from onrecord.events.factuality_voice import Voice, views_of, voice_of
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children, head_of
from onrecord.resources.markers import Markers, Signature
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.statement import Statements

DEPTH = 40
"""Hops up a tree at most: what governs from farther off decides nothing (and a parser's list of ten thousand conjuncts costs no more)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The id of the innermost statement that holds a predicate (None: the document's own voice), its factuality there, and all views."""

    statement: str | None
    factuality: Factuality
    views: tuple[View, ...] = ()


def judge(reading: Reading, head: int, statements: Statements, *, resources: Resources) -> Judged:
    """Whether the predicate at token `head` happened, and how sure its speaker is; for any predicate, event trigger or not."""
    voice = voice_of(reading, head, statements)
    stand = _stand(reading, reading.tokens[head], voice, resources.markers, DEPTH)
    if not stand.happened and (made := was_made(reading, reading.tokens[head], stand, resources.markers)):
        stand = replace(ASSERTED, rule=made)
    factuality = stand.factuality()
    return Judged(voice.statement.id if voice.statement else None, factuality, views_of(voice, factuality))


def judge_span(reading: Reading, span: Span, statements: Statements, *, resources: Resources) -> Judged | None:
    """The same for the predicate at a span of text (its syntactic head); None where the span holds no word."""
    head = head_of(reading, span)
    return judge(reading, head.index, statements, resources=resources) if head else None


def _stand(reading: Reading, token: Token, voice: Voice, markers: Markers, depth: int, *, skip: int | None = None) -> Stand:
    """What is held of a predicate: what its governors make of it, then its own clause's mood or its own modifiers."""
    coming = _coming(reading, token, voice, markers, depth)
    if token.pos in ("VERB", "AUX"):
        return _settle(reading, token, coming, mood_of(reading, token, markers, skip=skip))
    return _modified(reading, token, coming, markers, skip=skip)


def _coming(reading: Reading, token: Token, voice: Voice, markers: Markers, depth: int) -> Stand:
    """What stands over a predicate, before its own words are read."""
    if depth <= 0:
        return ASSERTED
    if token.dep == "conj":
        return _joined(reading, token, voice, markers, depth)
    hop = hop_of(reading, token, markers)
    if hop is None:
        return _top(reading, token, voice)
    if signature_of(reading, hop, markers) is None and (beside := beside_object(reading, hop, markers)) is not None:
        hop = beside
    if (fate := kept_or_broken(reading, token, hop, signature_of(reading, hop, markers), markers)) is not None:
        return apply(_stand(reading, fate[0], Voice(), markers, depth - 1), fate[1], fate[0].span, eventive=False)
    if voice.ends_at(reading, token) or voice.rejects(reading, hop.governor):
        return _below_cue(reading, token, hop, voice, markers, depth - 1)
    signature = signature_of(reading, hop, markers)
    if signature is None and (above := past_object(reading, hop, markers)) is not None:
        hop, signature = above, signature_of(reading, above, markers)
    no = without_grounds(reading, hop.governor)
    governor = negated(ASSERTED, "no-reason-to", no) if no else _stand(reading, hop.governor, voice, markers, depth - 1, skip=token.index)
    if (so := too_or_enough(reading, hop)) is not None and hop.kind == "inf":
        return negated(governor, "too-to", so.span) if so.text.lower() == "too" else replace(governor, rule="enough-to")
    if signature is not None and signature.rule in WISHES and _performed(reading, token, hop, markers):
        return replace(ASSERTED, rule="performative", said=governor.said)
    if signature is not None:
        return _under(reading, token, hop, governor, signature, markers)
    return by_default(reading, token, hop, governor, voice, markers)


def _under(reading: Reading, token: Token, hop: Hop, governor: Stand, signature: Signature, markers: Markers) -> Stand:
    """What a governor with a signature, standing thus, makes of what hangs on it."""
    if signature.rule == "confirms" and governor.rule in ("asked", "asked-content"):
        return governor  # "Can you confirm that jets bombed the port?": nobody has said so yet
    if signature.effect == "named" and governor.unreal and token.pos in ("NOUN", "PROPN") and indefinite(reading, token):
        return replace(governor, rule="named-in-the-unreal")
    made = apply(governor, signature, hop.governor.span, eventive=_eventive(reading, token, signature.effect))
    return _harmful(reading, token, made, markers)


def _joined(reading: Reading, token: Token, voice: Voice, markers: Markers, depth: int) -> Stand:
    """What stands over a coordinated predicate: what stands over the one it is joined to, or its opposite."""
    if goes_on(reading, token, markers):
        return ASSERTED
    first, against = joined_to(reading, token)
    coming = _coming(reading, first, voice, markers, depth - 1)
    return negated(coming, "rather-than", against) if against else coming


WISHES = frozenset({"wants", "hopes", "hope-of"})


def _performed(reading: Reading, token: Token, hop: Hop, markers: Markers) -> bool:
    """Whether saying one wishes to is doing it ("I would like to thank you"): the wisher speaks, of now."""
    who = subject(reading, hop.governor.index)
    now = hop.governor.tag in ("VBP", "VBZ", "VB")
    return token.lemma.lower() in markers.performatives and now and hop.kind == "inf" and who is not None and token.dep == "xcomp"


def _eventive(reading: Reading, token: Token, effect: str = "said") -> bool:
    """Whether a complement claims something that is or was: a finite or perfect verb, or a progressive or stative infinitive."""
    if token.pos not in ("VERB", "AUX"):
        return token.pos == "ADJ" and token.dep != "amod"
    aux = [t.lemma.lower() for t in children(reading, token.index, "aux")]
    gerund = token.tag == "VBG" and "be" not in aux and "have" not in aux
    if gerund and token.dep != "ccomp" and effect in ("possible", "probable", "doubted"):
        return False
    return (
        not is_infinitive(reading, token) or "have" in aux or ("be" in aux and token.tag == "VBG") or token.lemma.lower() in ("be", "have")
    )


def _top(reading: Reading, token: Token, voice: Voice) -> Stand:
    """The stand at the top of a sentence: asserted, asked, commanded, or as the statement's stance has it."""
    base = voice.base()
    last = reading.tokens[reading.sentences[token.sentence].last - 1]
    closing = reading.tokens[last.index - 1] if last.text in ('"', "'", "”", "’", ")", "''") and last.index else last
    if closing.text.startswith("?") and token.pos in ("VERB", "AUX") and not presupposed_question(reading, token):
        return unreal(base, "hypothetical", "uncommitted", "asked", closing.span)
    aux = children(reading, token.index, "aux")
    if is_infinitive(reading, token):
        return unreal(base, "planned", "certain", "headline-infinitive", aux[0].span if aux else token.span)
    if token.tag == "VB" and subject(reading, token.index) is None and all(t.lemma.lower() == "do" for t in aux):
        return unreal(base, "demanded", "uncommitted", "command", token.span)
    return base


def _below_cue(reading: Reading, token: Token, hop: Hop, voice: Voice, markers: Markers, depth: int) -> Stand:
    """The stand at the top of a content whose cue governs it: the cue's signature where it has one, else the statement's stance."""
    signature = signature_of(reading, hop, markers) if voice.governs(hop.governor.index) else None
    if signature is None or voice.rejects(reading, hop.governor) or voice.turns(signature.effect):
        return voice.base(finite=_eventive(reading, token))
    cue = replace(ASSERTED, denied=voice.denies)
    no = next(negations(reading, hop.governor, markers, skip=token.index), None) or without_grounds(reading, hop.governor)
    if no is not None:
        cue = negated(ASSERTED, "not-so-said", no)
    elif hop.governor.pos == "NOUN":
        named = _stand(reading, hop.governor, Voice(), markers, depth)
        cue = named if named.denied or (named.unreal and named.rule == "denies") else cue
    if cue.unreal:
        return unreal(ASSERTED, "hypothetical", "uncommitted", cue.rule, *cue.markers)
    made = apply(cue, signature, hop.governor.span, eventive=_eventive(reading, token))
    made = _harmful(reading, token, made, markers)
    if made.status == "actual" and made.happened and voice.flavour:
        made = replace(made, future=made.future or voice.flavour)
    return voice.checked(made, eventive=_eventive(reading, token))


def _harmful(reading: Reading, token: Token, stand: Stand, markers: Markers) -> Stand:
    """A vow or promise of harm is a threat."""
    if token.lemma.lower() not in markers.harmful or stand.rule not in ("promises", "promises-that"):
        return stand
    verb = next((s for s in stand.markers if s.of(reading.document.text).lower().startswith(("vow", "swear", "swor", "sworn"))), None)
    if verb is None:
        return stand
    status = "threatened" if stand.status == "promised" else stand.status
    return replace(stand, status=status, future="threatened" if stand.future else None, rule="vow-of-harm")


def _settle(reading: Reading, token: Token, coming: Stand, mood: Mood) -> Stand:
    """What comes from above with a clause's own mood."""
    if coming.rule == "before-it-could":
        return coming
    if coming.unreal and mood.negated and coming.status == "promised" and is_infinitive(reading, token):
        return Stand(False, "probable", rule="promised-not-to", markers=coming.markers + mood.markers)
    if coming.unreal:
        return replace(coming, markers=coming.markers + mood.markers) if mood.markers else coming
    effect = mood.effect
    if coming.future == "demanded" and effect is None and _subjunctive(reading, token):
        return unreal(coming, "demanded", "uncommitted", coming.rule, *mood.markers)
    if (
        effect == "hypothetical"
        and mood.would
        and not mood.conditional
        and not mood.perfect
        and (coming.said or token.dep in ("relcl", "advcl"))
    ):
        effect = "planned"
    denied_future = mood.rule == "future-modal" or (mood.rule == "conditional-modal" and coming.said)
    if mood.negated and effect == "planned" and not mood.conditional and denied_future and coming.happened is True:
        return replace(weakened(negated(coming, "negated-future", *mood.markers), "probable", "negated-future"), future=None)
    if mood.conditional and (effect in ("planned", "possible", "hypothetical", "demanded") or coming.unreal):
        return unreal(coming, "hypothetical", "uncommitted", "conditional", *mood.markers)
    if (who := subject(reading, token.index)) is not None and who.text.lower() in ("whoever", "whichever"):
        return unreal(coming, "hypothetical", "uncommitted", "whoever-clause", who.span)
    if _condition(reading, token):
        return unreal(coming, "hypothetical", "uncommitted", "inverted-condition", *mood.markers)
    stand = negated(coming, mood.rule, *mood.markers) if mood.negated else coming
    if effect is not None:
        stand = _with_effect(token, coming, stand, mood, effect)
    stand = replace(stand, present=mood.present)
    past = any(t.text.lower() == "had" for t in auxiliaries(reading, token))
    if mood.ongoing and not past and stand.happened and stand.status == "actual":
        stand = replace(stand, status="ongoing")
    return stand


def _with_effect(token: Token, coming: Stand, stand: Stand, mood: Mood, effect: str) -> Stand:
    """What a modal or an adverb makes of a clause; a promised or feared future keeps the promise and the fear."""
    made = of_effect(
        replace(stand, markers=()), effect, mood.rule, token.span, eventive=mood.perfect or (effect == "probable" and not mood.would)
    )
    stand = replace(made, markers=coming.markers + mood.markers, future=coming.future)
    if stand.status == "planned" and coming.certainty == "possible":
        stand = replace(stand, status="hypothetical")
    elif stand.status == "planned" and (coming.future or mood.own):
        stand = replace(stand, status=coming.future or "promised", rule="own-promise" if mood.own else stand.rule)
    if coming.certainty != "certain":
        stand = replace(stand, certainty=coming.certainty) if stand.unreal else weakened(stand, coming.certainty, stand.rule)
    return stand


def _subjunctive(reading: Reading, token: Token) -> bool:
    """Whether a clause after a demand stands without tense ("that he resign", "that it be closed")."""
    return token.tag in ("VB", "VBP") or any(
        t.tag == "VB" and t.lemma.lower() == "be" for t in children(reading, token.index, "aux", "auxpass")
    )


def _condition(reading: Reading, token: Token) -> bool:
    """Whether a clause is a condition by its order ("Had they landed")."""
    return inverted_auxiliary(reading, token, auxiliaries(reading, token)) is not None


def _modified(reading: Reading, token: Token, coming: Stand, markers: Markers, *, skip: int | None) -> Stand:
    """What comes from above with a noun's or an adjective's own modifiers."""
    stand = coming
    no = noun_negation(reading, token) if token.pos != "ADJ" else None
    if no is None and (neg := child(reading, token.index, "neg")) is not None:
        no = neg.span
    if no is not None and not stand.unreal:
        stand = negated(stand, "no-such-event", no)
    found = noun_modifier(reading, token, markers)
    if found is None:
        ahead = to_come(reading, token) if token.pos == "NOUN" and stand.happened and stand.status == "actual" else None
        return unreal(stand, "planned", "certain", "noun-of-what-is-to-come", ahead) if ahead else stand
    marker, word = found
    if stand.unreal and marker.effect != "ongoing":
        return replace(stand, markers=(*stand.markers, word.span))
    return of_effect(stand, marker.effect, marker.rule, word.span, eventive=False)
