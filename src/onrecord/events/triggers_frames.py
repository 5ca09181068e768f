"""A token and a lexicon entry -> whether the entry's frame holds there, and the tokens that make up the trigger."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.events.arguments_paths import fill
from onrecord.events.arguments_phrases import can_act, names_actor
from onrecord.events.arguments_settings import DAYS_AND_MONTHS, toponym_at
from onrecord.events.arguments_subjects import is_passive
from onrecord.events.triggers_conditions import SPECIAL, is_word
from onrecord.events.triggers_content import content
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.triggers import OPEN_CLASSES, Condition, TriggerEntry

_PARTICLE_DEPS = ("prt", "advmod", "prep", "oprd", "acomp", "dobj", "attr", "npadvmod", "ccomp", "xcomp", "dep", "agent", "amod", "intj")


@dataclass(frozen=True, slots=True)
class Held:
    """The tokens of a trigger, head first, and those its frame's conditions took besides ("sanctions" of "imposed sanctions")."""

    words: tuple[Token, ...]
    taken: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """Why a frame does not hold: the word or condition that is not met, or the one that speaks against it."""

    rule: str
    detail: str


def matches(reading: Reading, index: int, entry: TriggerEntry, classes: NounClasses) -> Held | Lack:
    """The tokens of the trigger where the frame holds at a token; what it lacks where it does not."""
    found = [reading.tokens[index]]
    taken: list[Token] = []
    for word in entry.rest:
        token = _companion(reading, index, word, entry)
        if token is None:
            return Lack("word-missing", word)
        found.append(token)
    for condition in entry.needs:
        token = holds(reading, index, condition, entry, classes)
        if token is None:
            return Lack("frame-needs", condition.text)
        if condition.slot in SPECIAL or token.index == index or not (condition.words or condition.classes):
            continue
        taken.append(token)
        if condition.words and not condition.classes:
            found.append(token)
    for condition in entry.unless:
        if holds(reading, index, condition, entry, classes, excludes=True) is not None:
            return Lack("frame-excludes", condition.text)
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
                if not _of_time(reading, token):
                    return token
                continue
            if token.pos in ("ADP", "ADV", "PART"):
                queue.append(token.index)
    return None


def _of_time(reading: Reading, token: Token) -> bool:
    """Whether a preposition only dates its clause ("called the envoy on Friday")."""
    held = child(reading, token.index, "pobj") if token.pos == "ADP" and token.lemma == "on" else None
    return held is not None and (held.entity in ("DATE", "TIME") or held.text in DAYS_AND_MONTHS)


def holds(
    reading: Reading, index: int, condition: Condition, entry: TriggerEntry, classes: NounClasses, *, excludes: bool = False
) -> Token | None:
    """The token that meets a condition of a frame in one of its slots, or None. `excludes`: what is met speaks against the frame."""
    for slot in condition.slot.split("/"):
        special = SPECIAL.get(slot)
        if special is not None:
            found = special(reading, index, condition, classes)
        else:
            candidates = [f.token for f in fill(reading, index, entry, slot, classes, repair=not excludes)]
            if slot == "obj" and entry.form == "verb":
                # "denied it passage", "was denied passage": what is given stands beside who it is given to
                candidates += [t for t in children(reading, index, "dobj") if candidates and t.index not in {c.index for c in candidates}]
            found = _meets(reading, candidates, condition, classes, lenient=slot == "subj", excludes=excludes)
            if found is None and slot == "subj" and not candidates and not excludes and _somebody_unnamed(reading, index, condition, entry):
                found = reading.tokens[index]
        if found is not None:
            return found
    return None


_BY_CIRCUMSTANCE_TOO = frozenset({"hit", "strike", "force", "compel"})
"""What a storm or a need does as often as somebody: "the coast was hit", "was forced to land" do not say that anybody did it."""
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "SANCTION"})


def _somebody_unnamed(reading: Reading, index: int, condition: Condition, entry: TriggerEntry) -> bool:
    """ "The bridge was destroyed": a deed told in the passive, without a by-phrase, was done by somebody, where its frame asks for no more than that."""
    token = reading.tokens[index]
    if token.lemma in _BY_CIRCUMSTANCE_TOO:
        return False
    return (
        entry.type in _DEEDS and "actor" in condition.classes and token.dep != "amod" and token.pos == "VERB" and is_passive(reading, index)
    )


def _meets(
    reading: Reading, candidates: Iterable[Token], condition: Condition, classes: NounClasses, *, lenient: bool, excludes: bool
) -> Token | None:
    """The first token that meets a condition; what a subject names is taken on trust, other phrases must show that they name somebody."""
    acts = can_act if lenient else names_actor
    anything = not condition.words and not condition.classes
    # "@people" that asks takes names and pronouns too; where it excludes, only nouns for people
    somebody = "actor" in condition.classes or ("people" in condition.classes and not excludes)
    listed = tuple(c for c in condition.classes if c not in OPEN_CLASSES)
    for token in candidates:
        for inner in content(reading, token):
            if anything or is_word(reading, inner, condition.words) or any(is_word(reading, inner, classes[c]) for c in listed):
                return inner
            if somebody and acts(reading, inner, classes) and ("actor" in condition.classes or inner.lemma.lower() != "it"):
                return inner
            if "state" in condition.classes and inner.pos == "PROPN" and (inner.entity == "GPE" or _names_place(reading, inner)):
                return inner
            if "nationals" in condition.classes and inner.entity == "NORP" and inner.tag in ("NNPS", "NNS"):
                return inner
    return None


def _names_place(reading: Reading, token: Token) -> bool:
    """Whether a name that the parser takes for somebody is a place's."""
    toponym = toponym_at(reading, token)
    return toponym is not None and toponym.feature != "demonym"
