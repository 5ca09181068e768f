"""A token and a lexicon entry -> whether the entry's frame holds there, and the tokens that make up the trigger."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.events.arguments_paths import complements, fill
from onrecord.events.arguments_phrases import can_act, names_actor, of_class
from onrecord.events.arguments_slots import support_verb
from onrecord.events.arguments_subjects import is_passive, surface_subject
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.triggers import Condition, TriggerEntry

_PARTICLE_DEPS = ("prt", "advmod", "prep", "oprd", "acomp", "dobj", "attr", "npadvmod", "ccomp", "xcomp", "dep", "agent", "amod")
_MEASURES = frozenset(
    {
        "number", "group", "dozen", "hundred", "thousand", "score", "million", "billion", "lot", "series", "wave", "ton", "tonne", "metric", "load",
        "kind", "type", "piece", "batch", "shipment", "barrage", "volley", "hail", "round", "pair", "couple", "handful", "kilogram", "kilo",
        "one", "two", "three", "some", "many", "most", "several", "all", "rest", "majority", "half", "remainder", "consignment", "worth", "convoy",
        "boatload", "truckload", "planeload", "litre", "barrel", "bag", "box", "crate", "deployment", "contingent", "imposition", "use",
    }
)  # fmt: skip
_MODALS = frozenset({"must", "should", "need", "ought"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})


@dataclass(frozen=True, slots=True)
class Held:
    """The tokens of a trigger, head first, and those its frame's conditions took besides ("sanctions" of "imposed sanctions")."""

    words: tuple[Token, ...]
    taken: tuple[Token, ...]


def matches(reading: Reading, index: int, entry: TriggerEntry, classes: NounClasses) -> Held | None:
    """The tokens of the trigger where the frame holds at a token; None where it does not."""
    found = [reading.tokens[index]]
    taken: list[Token] = []
    for word in entry.rest:
        token = _companion(reading, index, word, entry)
        if token is None:
            return None
        found.append(token)
    for condition in entry.needs:
        token = holds(reading, index, condition, entry, classes)
        if token is None:
            return None
        if condition.slot in _SPECIAL or token.index == index or not (condition.words or condition.classes):
            continue
        taken.append(token)
        if condition.words and not condition.classes:
            found.append(token)
    if any(holds(reading, index, c, entry, classes, excludes=True) is not None for c in entry.unless):
        return None
    return Held(tuple(found), (*found[1:], *taken))


def _companion(reading: Reading, index: int, word: str, entry: TriggerEntry) -> Token | None:
    """The token of a fixed word of the entry: a particle after the verb, or a word before the noun."""
    if entry.form == "noun":
        before = (
            reading.tokens[i] for i in range(index - 1, max(index - 4, reading.sentences[reading.tokens[index].sentence].first) - 1, -1)
        )
        return next((t for t in before if word in (t.lemma.lower(), t.text.lower())), None)
    queue = [index]
    for _ in range(6):
        if not queue:
            return None
        here = queue.pop(0)
        for token in children(reading, here, *_PARTICLE_DEPS):
            if token.index > index and word in (token.lemma.lower(), token.text.lower()) and token.index - index < 12:
                return token
            if token.pos in ("ADP", "ADV", "PART"):
                queue.append(token.index)
    return None


def holds(
    reading: Reading, index: int, condition: Condition, entry: TriggerEntry, classes: NounClasses, *, excludes: bool = False
) -> Token | None:
    """The token that meets a condition of a frame in one of its slots, or None. `excludes`: what is met speaks against the frame."""
    for slot in condition.slot.split("/"):
        special = _SPECIAL.get(slot)
        if special is not None:
            found = special(reading, index, condition, classes)
        else:
            candidates = [f.token for f in fill(reading, index, entry, slot, classes)]
            found = _meets(reading, candidates, condition, classes, lenient=slot == "subj", excludes=excludes)
        if found is not None:
            return found
    return None


def _voice(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    return reading.tokens[index] if ("passive" in condition.words) == is_passive(reading, index) else None


def _comp(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    return _complement(reading, index, condition.words or frozenset({"to"}))


def _comp_verb(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The verb of the complement clause, where it is one of the words; also the deed a support verb carries ("launch an attack")."""
    for token in complements(reading, index):
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
    return next((t for t in found if _is(reading, t, condition.words)), None)


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
    near = reading.tokens[max(sentence.first, index - 60) : min(sentence.last, index + 60)]
    return next((t for t in near if _is(reading, t, condition.words) or of_class(t, classes, *condition.classes)), None)


def _light(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    support = support_verb(reading, index)
    if support is None:
        head = reading.tokens[reading.tokens[index].head]
        head = reading.tokens[head.head] if head.pos == "ADP" else head
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


def _neg(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    """The negation on a verb."""
    found = child(reading, index, "neg")
    return found or next((t for t in children(reading, index, "advmod") if t.lemma.lower() == "never"), None)


def _number(reading: Reading, index: int, condition: Condition, classes: NounClasses) -> Token | None:
    token = reading.tokens[index]
    return token if ("plural" in condition.words) == (token.tag in ("NNS", "NNPS")) else None


_SPECIAL: dict[str, Callable[[Reading, int, Condition, NounClasses], Token | None]] = {
    "voice": _voice,
    "comp": _comp,
    "comp-verb": _comp_verb,
    "comp-noun": _comp_object,
    "self": _own,
    "adv": _adv,
    "sentence": _sentence,
    "light": _light,
    "number": _number,
    "joint": _joint,
    "neg": _neg,
}


def _meets(
    reading: Reading, candidates: Iterable[Token], condition: Condition, classes: NounClasses, *, lenient: bool, excludes: bool
) -> Token | None:
    """The first token that meets a condition; what a subject names is taken on trust, other phrases must show that they name somebody."""
    acts = can_act if lenient else names_actor
    anything = not condition.words and not condition.classes
    # "@people" that asks takes names and pronouns too; where it excludes, only nouns for people
    somebody = "actor" in condition.classes or ("people" in condition.classes and not excludes)
    listed = tuple(c for c in condition.classes if c != "actor")
    for token in candidates:
        for inner in content(reading, token):
            if anything or _is(reading, inner, condition.words) or any(_is(reading, inner, classes[c]) for c in listed):
                return inner
            if somebody and acts(reading, inner, classes):
                return inner
    return None


def _is(reading: Reading, token: Token, words: frozenset[str]) -> bool:
    """Whether a token is one of the words, alone or with the word before it ("hunger strike", "cease-fire")."""
    if not words:
        return False
    lemma, text = token.lemma.lower(), token.text.lower()
    if lemma in words or text in words:
        return True
    if token.index < 2:
        return False
    before, earlier = reading.tokens[token.index - 1], reading.tokens[token.index - 2]
    if before.text == "-":
        return f"{earlier.text.lower()}-{lemma}" in words
    return any(f"{b} {t}" in words for b in (before.text.lower(), before.lemma.lower()) for t in (text, lemma))


def content(reading: Reading, token: Token) -> list[Token]:
    """The heads that say what a phrase is about: itself, its fellows, and what a measure measures ("tonnes of rice")."""
    found = [token]
    for fellow in children(reading, token.index, "conj")[:4]:
        found.append(fellow)
        found += children(reading, fellow.index, "conj")[:4]
    for held in tuple(found):
        if held.lemma.lower() in _MEASURES or held.pos == "NUM":
            of = next((p for p in children(reading, held.index, "prep") if p.lemma == "of"), None)
            inner = child(reading, of.index, "pobj") if of is not None else None
            if inner is not None:
                found.append(inner)
    return found


def _complement(reading: Reading, index: int, kinds: frozenset[str]) -> Token | None:
    """A clause that completes the verb: "that", "to", "ing", or a clause with "must" or "will"."""
    for token in children(reading, index, "ccomp", "xcomp", "pcomp", "advcl", "dep", "acl"):
        helpers = children(reading, token.index, "aux", "auxpass", "mark")
        words = {t.text.lower() for t in helpers} | {t.lemma.lower() for t in helpers}
        if "to" in kinds and "to" in words and token.tag in ("VB", "NN", "VBP"):
            return token
        if token.dep not in ("ccomp", "xcomp"):
            continue
        if "ing" in kinds and token.tag == "VBG":
            return token
        if "must" in kinds and words & _MODALS:
            return token
        negated = any(t.dep == "neg" for t in children(reading, token.index, "neg"))
        if "will" in kinds and words & _FUTURE and not negated:
            return token
        if "wont" in kinds and words & _FUTURE and negated:
            return token
        if "that" in kinds and token.dep == "ccomp":
            return token
    if "ing" in kinds:
        for preposition in children(reading, index, "prep"):
            if (held := child(reading, preposition.index, "pcomp")) is not None and held.tag == "VBG":
                return held
    return None
