"""A matched trigger -> why it is no event: a name, a modifier, a subject that cannot act, sport, film, weather, markets."""

from onrecord.events.arguments_phrases import can_act, of_class
from onrecord.events.arguments_slots import fillers
from onrecord.events.arguments_subjects import deep_object, deep_subject, surface_subject
from onrecord.events.triggers_conditions import is_word
from onrecord.events.triggers_content import content
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.commitments import CommitmentWords
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.triggers import TriggerEntry

SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "AGREE", "CONCEDE", "THREATEN"})
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
_FICTION_VERBS = frozenset(
    {
        "show",
        "depict",
        "portray",
        "feature",
        "tell",
        "follow",
        "star",
        "describe",
        "recount",
        "imagine",
        "narrate",
        "end",
        "culminate",
    }
)
WINDOW = 40
"""Words to either side that may show the domain; a sentence longer than that is several."""

_DOMAINS = ("sport", "fiction", "market", "computing", "medicine", "weather", "kitchen")


def refusal(
    reading: Reading, index: int, entry: TriggerEntry, classes: NounClasses, *, commitments: CommitmentWords | None = None
) -> str | None:
    """The readable reason why a matched trigger is not coded; None where it stands. `commitments` says what breaks and what ends one."""
    token = reading.tokens[index]
    if entry.form == "noun" and (reason := _noun_refusal(reading, token, classes)):
        return reason
    if entry.form == "noun" and entry.mode == "ceasefire" and _has_ended(reading, token, commitments):
        return "truce-that-ended"
    if entry.form == "verb" and (reason := _verb_refusal(reading, token, entry, classes, commitments)):
        return reason
    if entry.type in FORCE and (reason := domain(reading, index, entry, classes)):
        return reason
    return None


def _noun_refusal(reading: Reading, token: Token, classes: NounClasses) -> str | None:
    if token.pos == "PROPN":
        return "part-of-a-name"
    above = reading.tokens[token.head]
    if token.dep in ("compound", "amod", "nmod") and (
        above.pos in ("NOUN", "PROPN") or (above.tag == "VBG" and above.dep in ("compound", "amod"))
    ):
        return "modifier-of-a-noun"
    if token.dep == "pobj" and above.lemma.lower() in ("about", "on") and of_class(reading.tokens[above.head], classes, "work"):
        return "subject-of-a-work"
    if token.dep == "pobj" and above.lemma.lower() == "of" and reading.tokens[above.head].lemma.lower() == "cessation":
        return "part-of-a-truce"
    if token.pos not in ("NOUN", "VERB"):
        return "not-a-noun"
    return None


def _verb_refusal(
    reading: Reading, token: Token, entry: TriggerEntry, classes: NounClasses, commitments: CommitmentWords | None
) -> str | None:
    if token.pos == "PROPN":
        return "part-of-a-name"
    if token.dep == "compound":
        return "modifier-of-a-noun"
    subject = deep_subject(reading, token.index)
    if any("subj" in c.slot.split("/") and (c.words or set(c.classes) - {"actor", "people"}) for c in entry.needs):
        # the frame has said for itself who may do it
        return None
    if subject is not None and not (
        _may_do(reading, subject.token, entry, classes) or _acts_told_before(reading, token, subject.token, commitments)
    ):
        return "subject-cannot-act"
    return None


_ACTS = frozenset({"act", "action", "deed", "conduct", "behaviour", "behavior", "practice", "step", "incident"})


def _does(reading: Reading, commitments: CommitmentWords | None, verb: Token, relation: str) -> bool:
    """Whether a verb, with its particle or alone, does that to a commitment."""
    lemma = verb.lemma.lower()
    keys = (lemma, *(f"{lemma} {t.text.lower()}" for t in children(reading, verb.index, "prt")))
    return commitments is not None and any(relation in commitments.relations.get(key, ()) for key in keys)


def _has_ended(reading: Reading, noun: Token, commitments: CommitmentWords | None) -> bool:
    """Whether a truce is said to be over: "the truce expired", "the raid ended the truce"; "could end" tells of none that is made either."""
    above = reading.tokens[noun.head]
    verb = reading.tokens[above.head] if noun.dep == "pobj" and above.dep == "prt" else above
    if verb.pos != "VERB" or (noun.dep not in ("nsubj", "dobj", "nsubjpass") and verb is above):
        return False
    return _does(reading, commitments, verb, "ends") or (noun.dep != "nsubj" and _does(reading, commitments, verb, "breaks"))


def _acts_told_before(reading: Reading, verb: Token, subject: Token, commitments: CommitmentWords | None) -> bool:
    """Whether acts that the text told before break something: "these acts violate the agreement"; who did them is said there."""
    pointing = {t.text.lower() for t in children(reading, subject.index, "det", "predet", "amod")} & {
        "this",
        "these",
        "that",
        "those",
        "such",
    }
    return _does(reading, commitments, verb, "breaks") and subject.lemma.lower() in _ACTS and bool(pointing)


def _may_do(reading: Reading, subject: Token, entry: TriggerEntry, classes: NounClasses) -> bool:
    for inner in content(reading, subject):
        if inner.pos == "PRON" and inner.tag not in ("WDT",):
            return True
        if _natural(reading, inner, classes) and not of_class(inner, classes, "people", "forces"):
            return False
        if can_act(reading, inner, classes):
            return True
        if entry.type in SPEECH and of_class(inner, classes, "acting-text", "media"):
            return True
        if entry.type == "ASSAULT" and of_class(inner, classes, "weapon", "deadly-act"):
            return True
        if of_class(inner, classes, "warfare") and (entry.type == "ASSAULT" or entry.mode == "deport"):
            return True
        if entry.type not in SPEECH and of_class(inner, classes, "acting-text"):
            return True
    return False


def _natural(reading: Reading, token: Token, classes: NounClasses) -> bool:
    """Whether a word, or the name it stands in, is of a force of nature ("Cyclone Nargis")."""
    named = children(reading, token.index, "compound", "nmod") if token.pos == "PROPN" else []
    return any(of_class(t, classes, "nature") for t in (token, *(t for t in named if t.pos == "PROPN")))


def domain(reading: Reading, index: int, entry: TriggerEntry, classes: NounClasses) -> str | None:
    """The domain in whose sense a word of force is used: its arguments belong to it, or two other words of the sentence do and none is of war."""
    sentence = reading.sentences[reading.tokens[index].sentence]
    tokens = reading.tokens[max(sentence.first, index - WINDOW) : min(sentence.last, index + WINDOW)]
    if (story := _in_a_story(reading, index, classes)) is not None:
        return story
    if any(of_class(t, classes, "conflict") for t in tokens if t.index != index):
        return None
    arguments = _arguments(reading, index, entry)
    for name in _DOMAINS:
        key = f"domain-{name}"
        own = [t for t in arguments if _belongs(reading, t, classes, key)]
        near = [t for t in tokens if t.index != index and t.pos in ("NOUN", "ADJ") and is_word(reading, t, classes[key])]
        around = {t.lemma.lower() for t in near} - {t.lemma.lower() for t in own}
        if len(around) >= 2 or (own and around):
            return f"sense-of-{name}"
    return None


def _belongs(reading: Reading, token: Token, classes: NounClasses, key: str) -> bool:
    """Whether an argument is of a domain: a thing of it, or somebody by two words that are only its ("home team")."""
    if token.pos == "PROPN":
        return False
    alone = of_class(token, classes, key)
    return (alone and not of_class(token, classes, "people")) or (not alone and is_word(reading, token, classes[key]))


def _arguments(reading: Reading, index: int, entry: TriggerEntry) -> list[Token]:
    if entry.form == "verb":
        found = [deep_subject(reading, index), deep_object(reading, index)]
        return [t for f in found if f is not None for t in content(reading, f.token)]
    slots = ("poss", "of", "by", "on", "mod", "light")
    return [f.token for s in slots for f in fillers(reading, index, entry.form, s)]


def _in_a_story(reading: Reading, index: int, classes: NounClasses) -> str | None:
    """Whether the clause stands under "the film shows ..." or "in her novel ..."."""
    token = reading.tokens[index]
    for _ in range(6):
        if token.pos in ("VERB", "AUX"):
            if token.index != index and token.lemma in _FICTION_VERBS:
                subject = surface_subject(reading, token.index)
                if subject is not None and of_class(subject.token, classes, "fiction"):
                    return "told-in-fiction"
            for preposition in children(reading, token.index, "prep"):
                held = child(reading, preposition.index, "pobj")
                if preposition.lemma in ("in", "of") and held is not None and of_class(held, classes, "fiction"):
                    return "told-in-fiction"
        if token.head == token.index:
            return None
        token = reading.tokens[token.head]
    return None
