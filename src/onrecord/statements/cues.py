"""Tokens -> cues: which classes of the lexicon a verb, noun or adjective belongs to where it stands, its words, and its stance there."""

from onrecord.reading.reading import Token
from onrecord.resources.cues import Cue, CueKind, CueLexicon
from onrecord.span import Span
from onrecord.statements.statement import Hold, Stance
from onrecord.statements.syntax import Syntax

_PARTICLES = ("prt", "prep", "advmod", "acomp", "oprd", "dative", "agent", "ccomp")
_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_UNWILLING = frozenset(
    {"decline", "refuse", "fail", "hesitate", "avoid", "forget", "neglect", "unable", "unwilling", "reluctant", "impossible", "yet"}
)
_THINKING = frozenset({"believe", "want", "concern", "be-sure", "know-something"})


def cues_of(syntax: Syntax, lexicon: CueLexicon, token: Token, kind: CueKind) -> list[tuple[Cue, Token | None]]:
    """The classes of a token, with the particle that each needs and has."""
    found: list[tuple[Cue, Token | None]] = []
    for cue in lexicon.of(kind, token.lemma.lower()):
        if not cue.particle:
            found.append((cue, None))
        elif (particle := _particle(syntax, token, cue.particle)) is not None:
            found.append((cue, particle))
    return found


def _particle(syntax: Syntax, verb: Token, words: str) -> Token | None:
    """The last of the words that must follow, each hanging on the verb or on the one before, and near it."""
    here, last = verb, None
    for word in words.split():
        among = [*syntax.kids(verb.index, *_PARTICLES), *(syntax.kids(here.index, *_PARTICLES) if here is not verb else [])]
        among += [opener for t in syntax.kids(verb.index, "advcl", "xcomp", "ccomp") if (opener := for_of(syntax, t)) is not None]
        last = next((t for t in among if t.index > here.index and t.index - verb.index <= 8 and t.text.lower() == word), None)
        if last is None:
            return None
        here = last
    return last


def for_of(syntax: Syntax, clause: Token) -> Token | None:
    """The "for" that opens an infinitive with a subject of its own ("called for the rebels to withdraw")."""
    opener = next((t for t in syntax.kids(clause.index, "mark") if t.text.lower() == "for"), None)
    whole = (
        opener is not None and opener.index == syntax.left[clause.index] and any(t.tag == "TO" for t in syntax.kids(clause.index, "aux"))
    )
    return opener if whole else None


def cue_words(syntax: Syntax, verb: Token, particle: Token | None = None) -> tuple[Span, ...]:
    """The words of a verb cue: with auxiliaries, negation and particle, and a verb that governs it ("declined to say")."""
    first = _group_start(syntax, verb)
    head = syntax.head(verb)
    if verb.dep == "xcomp" and head is not None and head.pos == "VERB" and 0 < verb.index - head.index <= 2:
        first = _group_start(syntax, head)
    if particle is None:
        particle = next((t for t in syntax.kids(verb.index) if t.index == verb.index + 1 and t.text.lower() == "about"), None)
    if particle is None:
        return (syntax.span(first, verb.index),)
    if particle.index == verb.index + 1:
        return (syntax.span(first, particle.index),)
    return (syntax.span(first, verb.index), particle.span)


def _group_start(syntax: Syntax, verb: Token) -> int:
    first = verb.index
    own = {t.index for t in syntax.kids(verb.index) if t.dep in _BEFORE_VERB}
    while first - 1 in own and syntax.left[first - 1] == syntax.right[first - 1]:
        first -= 1
    return first


def unsaid(syntax: Syntax, verb: Token) -> bool:
    """Whether a cue is negated or declined: "did not deny", "neither confirmed nor denied", "declined to say"."""
    head = syntax.head(verb)
    if any(t.dep == "neg" for t in syntax.kids(verb.index)) or any(
        t.dep in ("preconj", "cc", "advmod") and t.text.lower() in ("neither", "nor", "never") for t in syntax.kids(verb.index)
    ):
        return True
    governed = verb.dep in ("xcomp", "acl") and head is not None
    if (
        governed
        and head is not None
        and (_unwilling(syntax, head) or any(t.dep == "neg" or t.text.lower() == "no" for t in syntax.kids(head.index)))
    ):
        return True
    return _with_neither(syntax, verb) or _said_by_nobody(syntax, verb)


def _said_by_nobody(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb's subject is none of several ("neither Moscow nor Minsk", "no official", "nobody"); also by the verb it is joined to with "or"."""
    subject = syntax.kid(verb.index, "nsubj")
    if subject is not None:
        return subject.text.lower() in ("nobody", "none", "neither") or any(
            t.dep in ("preconj", "det", "cc") and t.text.lower() in ("neither", "no") for t in syntax.kids(subject.index)
        )
    head = syntax.head(verb) if verb.dep == "conj" else None
    joined = head is not None and any(t.dep == "cc" and t.text.lower() in ("or", "nor") for t in syntax.kids(head.index))
    return joined and head is not None and head.index != verb.index and unsaid(syntax, head)


def _unwilling(syntax: Syntax, head: Token) -> bool:
    """Whether a word is of declining or of not being able ("refused", "was unable", "is yet")."""
    words = [head, *syntax.kids(head.index, "acomp", "oprd", "advmod")]
    return any(t.lemma.lower() in _UNWILLING for t in words)


def stance_of(syntax: Syntax, verb: Token, cue: Cue) -> Stance:
    """The cue's stance as it stands here: negated or declined, it takes another or none."""
    stance: Stance = cue.stance  # type: ignore[assignment]
    if unsaid(syntax, verb):
        negated = any(t.dep == "neg" for t in syntax.kids(verb.index))
        return "doubts" if negated and cue.id in _THINKING and stance == "asserts" else "other"
    clause = syntax.kid(verb.index, "ccomp")
    if clause is not None and stance in ("asserts", "demands") and syntax.kid(clause.index, "nsubj", "nsubjpass") is not None:
        stance = "demands" if _subjunctive(syntax, clause) else "asserts" if verb.lemma.lower() in _BOTH else stance
    return "threatens" if clause is not None and cue.id == "warn" and _own_blow(syntax, verb, clause) else stance


_BLOWS = frozenset(
    {"attack", "strike", "bomb", "shell", "burn", "kill", "shoot", "fire", "hit", "destroy", "retaliate", "respond", "avenge", "invade", "storm",
     "seize", "target", "punish", "expel", "arrest", "blockade", "sink", "crush", "annihilate", "assassinate", "execute", "behead"}
)  # fmt: skip
_SINGULAR, _PLURAL = frozenset({"it", "he", "she", "i"}), frozenset({"they", "we"})


def _own_blow(syntax: Syntax, verb: Token, clause: Token) -> bool:
    """Whether who warns tells of a blow of his own to come ("warned that it would bomb the port"), which threatens."""
    speaker, doer = syntax.kid(verb.index, "nsubj"), syntax.kid(clause.index, "nsubj")
    if speaker is None or doer is None or clause.lemma.lower() not in _BLOWS:
        return False
    agrees = doer.text.lower() in (_PLURAL if speaker.tag in ("NNS", "NNPS") else _SINGULAR | {"we"})
    return agrees and any(t.dep == "aux" and t.text.lower() in ("will", "would", "’ll", "'ll") for t in syntax.kids(clause.index))


_CONFIRMING = frozenset({"confirm", "deny"})
_SAYING = frozenset({"say", "report"})
_COMMENTING = frozenset({"comment-on", "speak-about", "discuss", "answer-something", "claim-noun"})


def hold_of(syntax: Syntax, verb: Token, cue: Cue, shape: str) -> Hold:
    """How a negated or declined cue holds its content: its speaker takes no position on a claim, and says nothing of a thing."""
    if not unsaid(syntax, verb):
        return "full"
    claim = cue.id in _CONFIRMING or (cue.id in _SAYING and shape.startswith("clause"))
    return "withheld" if claim else "silent" if cue.id in _COMMENTING else "full"


_BOTH = frozenset({"insist", "suggest"})
"""Verbs that assert with an indicative clause and demand with a subjunctive one."""


def _with_neither(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb is one of two that "neither ... nor" join."""
    head = syntax.head(verb) if verb.dep == "conj" else None
    return head is not None and any(t.dep == "preconj" and t.text.lower() == "neither" for t in syntax.kids(head.index))


def _subjunctive(syntax: Syntax, clause: Token) -> bool:
    """Whether a clause with a subject has a bare verb ("that Baku withdraw", "that he be freed")."""
    helpers = [t for t in syntax.kids(clause.index) if t.dep in ("aux", "auxpass")]
    if any(t.text.lower() == "be" and t.dep == "auxpass" for t in helpers) and len(helpers) == 1:
        return True
    subject = syntax.kid(clause.index, "nsubj")
    singular = subject is not None and subject.tag in ("NN", "NNP") and syntax.kid(subject.index, "conj") is None
    return not helpers and (clause.tag == "VB" or (clause.tag == "VBP" and singular))
