"""A predicate's own clause -> its mood: modals, negation, adverbs, conditions, tense; and a noun's -> its modifiers."""

from dataclasses import dataclass

from onrecord.events.factuality_future import to_come
from onrecord.events.factuality_negation import negations, subject
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.markers import Marker, Markers
from onrecord.span import Span

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha", "ll"})
MAY = frozenset({"may", "might"})
CAN = frozenset({"can", "could", "ca"})
OUGHT = frozenset({"must", "should", "ought"})
AHEAD = frozenset({"planned", "demanded", "promised", "offered", "hypothetical", "possible", "aimed", "said", "named", "said:probable"})
"""Effects of verbs whose "next week" is that of what they plan, want or say."""
WEAK_PAST = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Mood:
    """What a clause's own words say: an effect of the lexicons' kind (None: plainly asserted), whether it is negated, with the words and the rule."""

    effect: str | None = None
    negated: bool = False
    markers: tuple[Span, ...] = ()
    rule: str = "plain-assertion"
    perfect: bool = False
    ongoing: bool = False
    would: bool = False
    conditional: bool = False
    present: bool = False
    own: bool = False


def is_infinitive(reading: Reading, token: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(t.tag == "TO" for t in children(reading, token.index, "aux", "mark"))


def auxiliaries(reading: Reading, token: Token) -> list[Token]:
    """The auxiliaries of a verb; those of the first conjunct where it has neither auxiliary nor subject of its own ("will A and B")."""
    own = children(reading, token.index, "aux", "auxpass")
    if own or token.dep != "conj" or subject(reading, token.index):
        return own
    first = reading.tokens[token.head]
    alike = token.tag == first.tag or (token.tag == "VBN" and first.tag == "VBD")
    return children(reading, first.index, "aux", "auxpass") if alike else []


def first_person(reading: Reading, token: Token) -> bool:
    """Whether a clause's subject is its speaker, whose "will" is a promise."""
    who = subject(reading, token.index)
    return who is not None and who.text.lower() in ("i", "we")


def mood_of(reading: Reading, token: Token, markers: Markers, *, skip: int | None = None) -> Mood:
    """The mood of a verb's (or copula's) own clause; a negative word at or under `skip` is not counted."""
    aux = auxiliaries(reading, token)
    words = {t.text.lower() for t in aux}
    perfect = any(t.lemma.lower() == "have" or t.text.lower() in ("having", "'ve", "of") for t in aux)
    negation = tuple(negations(reading, token, markers, skip=skip))
    modal = next((t for t in aux if t.tag == "MD"), None)
    conditional = inverted_auxiliary(reading, token, aux) is not None
    effect, rule, spans = _modal(modal, perfect=perfect, negated=bool(negation)) if modal else (None, "plain-assertion", ())
    if modal is None and (found := _adverb(reading, token, markers, perfect)) is not None:
        effect, rule, spans = found[0].effect, found[0].rule, (found[1].span,)
    elif (
        modal is not None
        and (found := _adverb(reading, token, markers, perfect))
        and effect in ("planned", None)
        and found[0].effect in ("possible", "probable")
    ):
        effect, rule, spans = found[0].effect, found[0].rule, (*spans, found[1].span)
    inability = modal is not None and rule == "not-able"
    if effect is None and rule == "plain-assertion" and (found_time := _arranged(reading, token, aux, markers)) is not None:
        effect, rule, spans = "planned", "present-of-what-is-to-come", (found_time,)
    present_be = any(t.lemma.lower() == "be" and t.tag in ("VBZ", "VBP") for t in aux) or (
        perfect and any(t.text.lower() == "been" for t in aux) and modal is None
    )
    ongoing = token.tag == "VBG" and present_be and modal is None
    ongoing |= token.tag in ("VBZ", "VBP") and not aux and token.lemma.lower() in markers.statives
    return Mood(
        effect=None if inability else effect,
        negated=bool(negation) or rule == "counterfactual",
        markers=(*spans, *negation),
        rule="negated" if negation and effect is None else rule,
        perfect=perfect or (token.tag in WEAK_PAST and not words & (FUTURE | MAY | CAN | OUGHT)),
        ongoing=ongoing,
        would=modal is not None and modal.text.lower() in ("would", "'d", "’d"),
        conditional=conditional or under_condition(reading, token, markers),
        own=rule == "future-modal" and not negation and first_person(reading, token),
        present=token.tag in ("VBZ", "VBP") or ongoing,
    )


def _arranged(reading: Reading, token: Token, aux: list[Token], markers: Markers) -> Span | None:
    """The time to come that a clause in the present tells of as arranged ("the talks open tomorrow", "is visiting next week")."""
    finite = aux[0] if aux else token
    if finite.tag not in ("VBZ", "VBP") or finite.lemma.lower() in ("have", "do"):
        return None
    held = (markers.governors.get(("VERB", token.lemma.lower(), frame)) for frame in ("inf", "that", "object"))
    if any(s is not None and s.effect in AHEAD for s in held):
        return None
    return to_come(reading, token)


def _modal(modal: Token, *, perfect: bool, negated: bool) -> tuple[str | None, str, tuple[Span, ...]]:
    word, marker = modal.text.lower(), (modal.span,)
    if word in FUTURE:
        return "planned", "future-modal", marker
    if word in MAY:
        return "possible", "possibility-modal", marker
    if word in CAN:
        if perfect and not negated:
            return "possible", "possibility-modal", marker
        return (None, "not-able", marker) if negated else ("possible", "ability-modal", marker)
    if word in OUGHT:
        if perfect:
            return ("probable", "inference-modal", marker) if word == "must" else (None, "counterfactual", marker)
        return "demanded", "obligation-modal", marker
    if word in ("would", "'d", "’d"):
        return "hypothetical", "conditional-modal", marker
    return None, "plain-assertion", ()


def _adverb(reading: Reading, token: Token, markers: Markers, perfect: bool) -> tuple[Marker, Token] | None:
    for t in children(reading, token.index, "advmod", "npadvmod", "intj"):
        marker = markers.adverbs.get(t.text.lower())
        if marker is None or (marker.effect == "not" and marker.rule != "almost"):
            continue
        if marker.effect == "general" and (token.tag in WEAK_PAST or perfect):
            continue
        if marker.rule == "almost" and t.index > token.index:
            continue
        return marker, t
    return None


def inverted_auxiliary(reading: Reading, token: Token, aux: list[Token]) -> Token | None:
    """The auxiliary of "Should they attack", "Had they landed": before the subject, with nothing before it in the clause, and no question."""
    who = subject(reading, token.index)
    first = aux[0] if aux else None
    if first is None or who is None or first.index > who.index or first.text.lower() not in ("should", "had", "were"):
        return None
    last = reading.sentences[token.sentence].last - 1
    before = reading.tokens[first.index - 1] if first.index > reading.sentences[token.sentence].first else None
    opens = before is None or before.text in (",", ";", ":", '"', "'", "“", "‘", "—", "-") or before.pos in ("SCONJ", "CCONJ")
    return first if opens and not reading.tokens[last].text.startswith("?") else None


def under_condition(reading: Reading, token: Token, markers: Markers) -> bool:
    """Whether a clause has a condition of its own: an "if" or "unless" clause, or an inverted one."""
    for t in children(reading, token.index, "advcl", "ccomp"):
        opener = opener_of(reading, t)
        marker = markers.subordinators.get(opener.text.lower()) if opener else None
        if t.dep == "advcl" and marker is not None and marker.effect == "hypothetical":
            return True
        if provided(reading, t, markers):
            return True
        if t.index < token.index and inverted_auxiliary(reading, t, children(reading, t.index, "aux", "auxpass")):
            return True
    return False


def provided(reading: Reading, token: Token, markers: Markers) -> bool:
    """Whether a participle is the condition that its clause hangs on: "provided that", "assuming that"."""
    marker = markers.subordinators.get(token.text.lower())
    participle = token.dep in ("advcl", "prep") and token.tag in ("VBN", "VBG")
    return participle and marker is not None and marker.effect == "hypothetical" and child(reading, token.index, "ccomp") is not None


def opener_of(reading: Reading, token: Token) -> Token | None:
    """The word that opens a clause: a mark, or a "when" or "once" as adverb, before its verb."""
    found = [t for t in children(reading, token.index, "mark", "advmod", "prep", "cc") if t.index < token.index]
    return next((t for t in found if t.dep == "mark" and t.tag != "TO"), None) or next(
        (t for t in found if t.dep == "advmod" and t.tag in ("WRB", "IN")), None
    )


def noun_modifier(reading: Reading, token: Token, markers: Markers) -> tuple[Marker, Token] | None:
    """The adjective before a noun that says something of its reality ("alleged", "planned"), the most telling first."""
    beside = children(reading, token.index, "amod", "advmod", "compound", "nmod")
    beside += [t for part in beside if part.dep in ("compound", "nmod") for t in children(reading, part.index, "amod", "compound")]
    for t in beside:
        if t.index < token.index and (marker := markers.modifiers.get(t.text.lower())):
            if (marker.rule == "unreal-event" and _is_speech(token, markers)) or reading.tokens[t.index - 1].text == "-":
                continue
            return marker, t
    return None


def _is_speech(token: Token, markers: Markers) -> bool:
    """Whether a noun is something said: a false claim was made, a false landing was not."""
    found = markers.governors.get(("NOUN", token.lemma.lower(), "that"))
    return token.lemma.lower() in SPOKEN or (found is not None and (found.effect == "credited" or found.effect.startswith("said")))


SPOKEN = frozenset(
    {"argument", "leak", "information", "answer", "evidence", "document", "promise", "denial", "confession", "pretext", "excuse"}
)
