"""A pronoun in what somebody says -> the sayer it most likely stands for ("Kenya said it ...", "the Greek claim that it ...")."""

from onrecord.reading import tree
from onrecord.reading.coreference_entities import Entities
from onrecord.reading.reading import Token

CLAIMS = frozenset(
    {"claim", "assertion", "statement", "announcement", "insistence", "admission", "promise", "pledge", "vow", "threat", "assurance", "boast",
     "declaration", "contention", "argument", "confession", "decision", "offer"}
)  # fmt: skip
"""Nouns by which somebody speaks of oneself: "the Greek claim that it shot down a jet" is of Greece's act, unless somebody denies it."""
CHARGES = frozenset({"accusation", "allegation", "charge", "complaint", "criticism", "insinuation", "suspicion"})
"""Nouns by which somebody speaks of the other: "rejected the Greek accusation that it ..." is of the act of who rejects."""
REACH = 6
"""Clauses climbed from a pronoun to the verb of saying."""
_COMPLEMENTS = frozenset({"ccomp", "acl", "conj", "xcomp", "advcl", "relcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def sayers(entities: Entities, here: Token) -> tuple[int | None, int | None]:
    """The mentions a pronoun's clause points to and bars: (who speaks of oneself there, who speaks of another there), by index."""
    reading = entities.reading
    verb = _clause(entities, here)
    for _ in range(REACH):
        if verb is None or verb.dep not in _COMPLEMENTS or verb.head == verb.index:
            return None, None
        above = reading.tokens[verb.head]
        if above.pos in {"NOUN", "PROPN"} and above.lemma.lower() in CLAIMS | CHARGES:
            owner = _owner(entities, above)
            governor = reading.tokens[above.head]
            if above.lemma.lower() in CLAIMS and governor.lemma != "deny":
                return owner, None
            return _subject(entities, governor), owner
        if verb.dep == "ccomp" and above.pos in {"VERB", "AUX"}:
            # "said it had" and "said its troops had", but not "said the firm had lost its planes"
            return (_subject(entities, above) if _in_subject(entities, here) else None), None
        verb = above if above.pos in {"VERB", "AUX"} else None
    return None, None


def _clause(entities: Entities, here: Token) -> Token | None:
    """The verb of the pronoun's own clause."""
    if here.dep in _SUBJECTS:
        return entities.reading.tokens[here.head]
    return next((t for t, _ in zip(tree.ancestors(entities.reading, here.index), range(8), strict=False) if t.pos in {"VERB", "AUX"}), None)


def _in_subject(entities: Entities, here: Token) -> bool:
    """Whether a pronoun is the subject of its clause, or whose the subject is."""
    return here.dep in _SUBJECTS or (here.dep == "poss" and entities.reading.tokens[here.head].dep in _SUBJECTS)


def _subject(entities: Entities, verb: Token) -> int | None:
    """The mention that is the subject of a verb, its own or the one it shares."""
    for _ in range(REACH):
        for subject in tree.children(entities.reading, verb.index, *_SUBJECTS):
            return entities.by_head.get(subject.index)
        if verb.dep not in {"conj", "xcomp"} or verb.head == verb.index:
            return None
        verb = entities.reading.tokens[verb.head]
    return None


def _owner(entities: Entities, noun: Token) -> int | None:
    """The mention whose claim it is: before the noun, or after it by "by" or "of"."""
    reading = entities.reading
    for token in tree.children(reading, noun.index, "poss", "amod", "compound", "nmod"):
        if token.index in entities.by_head:
            return entities.by_head[token.index]
    for preposition in tree.children(reading, noun.index, "prep"):
        if preposition.lemma in {"by", "of", "from"} and (held := tree.child(reading, preposition.index, "pobj")) is not None:
            return entities.by_head.get(held.index)
    return None
