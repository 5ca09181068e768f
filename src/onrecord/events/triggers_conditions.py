"""Conditions of frames that no slot of arguments answers: voice, complement clause, adverb, negation, support verb, the sentence's other words."""

from bisect import bisect_left
from collections.abc import Callable

from onrecord.events.arguments_paths import complements
from onrecord.events.arguments_phrases import of_class
from onrecord.events.arguments_settings import toponym_at
from onrecord.events.arguments_slots import support_verb
from onrecord.events.arguments_subjects import deep_object, deep_subject, is_passive, surface_subject
from onrecord.events.triggers_content import content
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.triggers import Condition

_MODALS = frozenset({"must", "should", "need", "ought"})
_NEAR = 200
"""Mentions to either side among which a last name may have been given in full."""
_APART = frozenset({"after", "before", "since", "despite", "following", "amid", "during", "until", "because", "over"})
"""Prepositions whose noun is no part of what the verb above them does."""
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})


def is_word(reading: Reading, token: Token, words: frozenset[str]) -> bool:
    """Whether a token is one of the words, alone or with the word before it ("hunger strike", "cease-fire")."""
    if not words:
        return False
    lemma, text = token.lemma.lower(), token.text.lower()
    if lemma in words or text in words:
        return True
    if token.tag in ("NNPS", "NNP") and text.removesuffix("s") in words and reading.sentences[token.sentence].first == token.index:
        # "Rockets landed": a small parser takes the first word for a name
        return True
    if token.index < 2:
        return False
    before, earlier = reading.tokens[token.index - 1], reading.tokens[token.index - 2]
    if before.text == "-":
        return f"{earlier.text.lower()}-{lemma}" in words
    return any(f"{b} {t}" in words for b in (before.text.lower(), before.lemma.lower()) for t in (text, lemma))


def _voice(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    return reading.tokens[index] if ("passive" in condition.words) == is_passive(reading, index) else None


def _comp(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    return _complement(reading, index, condition.words or frozenset({"to"}))


def _comp_verb(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The verb of the complement clause, where it is one of the words; also the deed a support verb carries ("launch an attack").

    Not one that is said not to be done: who vows not to attack threatens nobody.
    """
    for token in complements(reading, index):
        if child(reading, token.index, "neg") is not None:
            continue
        for inner in (token, *children(reading, token.index, "dobj", "conj")):
            if inner.lemma.lower() in condition.words or of_class(inner, classes, *condition.classes):
                return inner
    return None


def _comp_object(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The object or noun of the complement clause ("called the vote a sham")."""
    found = [
        t
        for c in children(reading, index, "ccomp", "xcomp", "oprd", "attr", "dobj")
        for t in (c, *children(reading, c.index, "dobj", "appos"))
    ]
    return next((t for t in found if is_word(reading, t, condition.words)), None)


def _comp_adjective(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The adjective or phrase that a complement clause with "be" ascribes ("said the rebels were responsible")."""
    for token in complements(reading, index):
        for inner in children(reading, token.index, "acomp", "attr", "prep", "advmod"):
            if inner.lemma.lower() in condition.words:
                return inner
    return None


def _comp_modifier(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The adjective before the noun that the complement ascribes ("called him a stupid man")."""
    for token in children(reading, index, "ccomp", "xcomp", "oprd", "attr", "dobj"):
        for inner in (token, *children(reading, token.index, "amod", "acomp", "attr", "dobj")):
            for word in (inner, *children(reading, inner.index, "amod")):
                if word.pos == "ADJ" and word.lemma.lower() in condition.words:
                    return word
    return None


def _own(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The subject of the complement where it is the speaker again: "said it would"."""
    for token in complements(reading, index):
        subject = child(reading, token.index, "nsubj", "nsubjpass")
        if subject is not None and subject.tag == "PRP" and subject.lemma.lower() not in ("you",):
            return subject
    return None


def _adv(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    found = children(reading, index, "advmod", "prt", "oprd", "acomp", "npadvmod", "dobj", "amod", "ccomp", "xcomp", "prep", "attr")
    found += [t for c in found if c.dep in ("dobj", "ccomp", "prep") for t in children(reading, c.index)]
    return next((t for t in found if t.lemma.lower() in condition.words or t.text.lower() in condition.words), None)


def _sentence(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    sentence = reading.sentences[reading.tokens[index].sentence]
    near = reading.tokens[max(sentence.first, index - 40) : min(sentence.last, index + 40)]
    return next((t for t in near if is_word(reading, t, condition.words) or of_class(t, classes, *condition.classes)), None)


def _place_name(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The object where its name is a place's: a toponym, or ("place-name:likely") one bare word that is nobody's last name ("captured Goma")."""
    held = deep_object(reading, index)
    if held is None:
        return None
    names = [t for t in content(reading, held.token) if t.pos == "PROPN"]
    return next((t for t in names if _is_place(reading, t, likely="likely" in condition.words)), None)


def _is_place(reading: Reading, token: Token, *, likely: bool) -> bool:
    """Whether a name is a toponym; `likely`: or one bare word that is nobody's last name."""
    toponym = toponym_at(reading, token)
    if toponym is not None and toponym.feature != "demonym":
        return True
    if not likely:
        return False
    bare = not [t for t in children(reading, token.index) if t.dep in ("compound", "appos", "nmod", "amod", "det", "flat", "poss")]
    here = bisect_left(reading.mentions, token.start, key=lambda m: m.span.start)
    near = reading.mentions[max(0, here - _NEAR) : here + _NEAR]
    person = any(m.kind == "person" and m.last - m.first > 1 and reading.tokens[m.last - 1].text == token.text for m in near)
    return bare and not person and token.tag == "NNP"


def _light(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    support = support_verb(reading, index)
    if support is None:
        head = reading.tokens[reading.tokens[index].head]
        if head.pos == "ADP":
            if head.lemma.lower() in _APART:
                return None
            head = reading.tokens[head.head]
        return head if condition.words and head.lemma.lower() in condition.words else None
    found = reading.tokens[support]
    return found if not condition.words or found.lemma.lower() in condition.words else None


def _joint(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The subject where it names more than one ("the bishop and the king", "they", "both sides")."""
    subject = surface_subject(reading, index)
    if subject is None:
        return None
    token = subject.token
    plural = token.tag in ("NNS", "NNPS") or token.lemma.lower() in ("they", "we", "both")
    return token if plural or child(reading, token.index, "conj") is not None else None


def _parties(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The doers where they are two named ones ("Chad and Niger")."""
    subject = deep_subject(reading, index)
    if subject is None:
        return None
    fellow = child(reading, subject.token.index, "conj")
    return fellow if fellow is not None and subject.token.pos in ("PROPN", "NOUN") and fellow.pos in ("PROPN", "NOUN") else None


def _neg(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The negation on a verb."""
    found = child(reading, index, "neg")
    helpers = children(reading, index, "advmod")
    longer = next(
        (t for t in helpers if t.text.lower() == "longer" and any(n.text.lower() == "no" for n in children(reading, t.index))), None
    )
    return found or longer or next((t for t in helpers if t.lemma.lower() == "never"), None)


def _number(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    token = reading.tokens[index]
    return token if ("plural" in condition.words) == (token.tag in ("NNS", "NNPS")) else None


def _result(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """A participle that tells what another act led to ("..., allowing the convoy to pass")."""
    token = reading.tokens[index]
    return token if token.tag == "VBG" and token.dep == "advcl" and token.index > token.head else None


SPECIAL: dict[str, Callable[[Reading, int, Condition, NounClasses], Token | None]] = {
    "voice": _voice,
    "comp": _comp,
    "comp-verb": _comp_verb,
    "comp-noun": _comp_object,
    "comp-adj": _comp_adjective,
    "comp-mod": _comp_modifier,
    "self": _own,
    "adv": _adv,
    "sentence": _sentence,
    "light": _light,
    "place-name": _place_name,
    "number": _number,
    "joint": _joint,
    "parties": _parties,
    "neg": _neg,
    "result": _result,
}


def _complement(reading: Reading, index: int, kinds: frozenset[str]) -> Token | None:
    """A clause that completes the verb: "that", "to", "ing", or a clause with "must" or "will"."""
    for token in children(reading, index, "ccomp", "xcomp", "pcomp", "advcl", "dep", "acl"):
        helpers = children(reading, token.index, "aux", "auxpass", "mark")
        words = {t.text.lower() for t in helpers} | {t.lemma.lower() for t in helpers}
        if "to" in kinds and "to" in words and token.tag in ("VB", "NN", "VBP"):
            return token
        if token.dep in ("ccomp", "xcomp") and _finite(reading, token, words, kinds):
            return token
    if "ing" in kinds:
        for preposition in children(reading, index, "prep"):
            if (held := child(reading, preposition.index, "pcomp")) is not None and held.tag == "VBG":
                return held
    return None


def _finite(reading: Reading, token: Token, words: set[str], kinds: frozenset[str]) -> bool:
    """Whether a complement clause is of one of the kinds that its verb and helpers show."""
    negated = child(reading, token.index, "neg") is not None
    future = bool(words & _FUTURE)
    return (
        ("ing" in kinds and token.tag == "VBG")
        or ("must" in kinds and bool(words & _MODALS))
        or ("will" in kinds and future and not negated)
        or ("wont" in kinds and future and negated)
        or ("that" in kinds and token.dep == "ccomp")
        or ("subjunctive" in kinds and token.dep == "ccomp" and token.tag in ("VB", "VBP") and not words - {"that"})
    )
