"""A predicate's own clause -> its mood: modals, negation, adverbs, conditions, tense; and a noun's -> its modifiers."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.markers import Marker, Markers
from onrecord.span import Span

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha", "ll"})
MAY = frozenset({"may", "might"})
CAN = frozenset({"can", "could", "ca"})
OUGHT = frozenset({"must", "should", "ought"})
NOBODY = frozenset({"nobody", "none", "nothing", "nowhere", "neither"})
ZERO = frozenset({"no", "neither", "zero", "0"})
FOCUS = frozenset({"only", "just", "merely", "simply", "until", "till", "necessarily"})
OCCASION = frozenset({"time", "way", "circumstance", "means", "account", "condition", "point", "case", "event", "moment"})
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


def subject(reading: Reading, index: int) -> Token | None:
    """The grammatical subject of a verb's own clause."""
    return child(reading, index, "nsubj", "nsubjpass", "csubj", "expl")


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


def _modal(modal: Token, *, perfect: bool, negated: bool) -> tuple[str | None, str, tuple[Span, ...]]:
    word, marker = modal.text.lower(), (modal.span,)
    if word in FUTURE:
        return "planned", "future-modal", marker
    if word in MAY:
        return "possible", "possibility-modal", marker
    if word in CAN:
        if perfect:
            return "possible", "possibility-modal", marker
        return (None, "not-able", marker) if negated else ("possible", "ability-modal", marker)
    if word in OUGHT:
        if perfect:
            return ("probable", "inference-modal", marker) if word == "must" else (None, "counterfactual", marker)
        return "demanded", "obligation-modal", marker
    if word in ("would", "'d", "’d"):
        return "hypothetical", "conditional-modal", marker
    return None, "plain-assertion", ()


def negations(reading: Reading, token: Token, markers: Markers, *, skip: int | None = None) -> Iterator[Span]:
    """The words that negate a verb: not, never, neither, "no" in its subject or object, "at no time"."""
    for t in [reading.tokens[i] for i in reading.children[token.index]]:
        word = t.text.lower()
        if t.dep == "neg" or (t.dep == "advmod" and (m := markers.adverbs.get(word)) and m.effect == "not" and m.rule == "never"):
            if not _focus(reading, t):
                yield t.span
        elif t.dep in ("preconj", "cc") and word in ("neither", "nor"):
            if t.index < token.index:
                yield t.span
        elif t.dep == "advmod" and word in ("longer", "yet") and (no := child(reading, t.index, "neg", "det")):
            yield no.span
        elif t.dep in ("nsubj", "nsubjpass", "dobj", "attr", "expl", "dative") and t.index != skip:
            yield from _nothing(reading, t)
        elif t.dep == "prep" and (at := child(reading, t.index, "pobj")) and at.lemma.lower() in OCCASION:
            yield from _nothing(reading, at)
    if token.dep == "conj":
        yield from _shared_negation(reading, token)


def _focus(reading: Reading, negation: Token) -> bool:
    """Whether a "not" belongs to "not only" and its like, which negate no event."""
    after = reading.tokens[negation.index + 1] if negation.index + 1 < len(reading.tokens) else None
    return after is not None and after.text.lower() in FOCUS


def _nothing(reading: Reading, noun: Token) -> Iterator[Span]:
    if noun.text.lower() in NOBODY:
        yield noun.span
        return
    for t in children(reading, noun.index, "det", "neg", "preconj", "cc", "nummod", "amod", "advmod"):
        word = t.text.lower()
        if word in ZERO or (t.dep == "neg" and t.index < noun.index):
            yield t.span
            return


def _shared_negation(reading: Reading, token: Token) -> Iterator[Span]:
    """What negates the first conjunct and reaches this one: "did not stop or search", "neither A nor B"."""
    first = reading.tokens[token.head]
    joined = {t.text.lower() for t in children(reading, first.index, "cc")}
    nor = next((t for t in children(reading, first.index, "cc") if t.text.lower() == "nor"), None)
    if nor is not None:
        yield nor.span
    elif "but" not in joined and not subject(reading, token.index) and not children(reading, token.index, "aux", "auxpass", "neg"):
        for t in children(reading, first.index, "neg"):
            if ("or" in joined or token.tag == "VB" == first.tag) and not _focus(reading, t):
                yield t.span


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
        if t.index < token.index and inverted_auxiliary(reading, t, children(reading, t.index, "aux", "auxpass")):
            return True
    return False


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
            return marker, t
    return None


def noun_negation(reading: Reading, token: Token) -> Span | None:
    """The "no" of "no attack", "neither attack", "zero deaths", that of the first conjunct too ("no deaths or injuries")."""
    found = next(_nothing(reading, token), None)
    if found is None and token.dep == "conj":
        first = reading.tokens[token.head]
        if {t.text.lower() for t in children(reading, first.index, "cc")} & {"or", "nor"}:
            found = next(_nothing(reading, first), None)
    return found
