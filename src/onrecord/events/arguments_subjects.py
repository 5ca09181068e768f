"""A verb's token -> its deep subject and deep object: through passives, relatives, participles, control, raising and coordination."""

from dataclasses import dataclass

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children, first_conjunct

REACH = 25
"""Steps at most that a search for a shared subject climbs; a sentence that nests deeper is a list, not syntax."""

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_OBJECT_CONTROL = frozenset({"of", "for", "from", "against", "over", "into"})
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "offer", "agree", "swear", "use", "employ"})
_ASKING = frozenset({"call", "appeal", "plead", "ask", "urge", "order", "press", "beg", "instruct", "tell", "push", "lobby", "petition"})
BLAMING = frozenset(
    {
        "accuse", "suspect", "charge", "convict", "acquit", "prevent", "stop", "ban", "bar", "prohibit", "blame", "criticise", "criticize", "condemn",
        "arrest", "jail", "detain", "praise", "thank", "denounce", "prosecute", "try", "indict", "find", "deter", "discourage", "dissuade",
    }
)  # fmt: skip
"""Verbs whose object is who does what the gerund after it says."""
REACHING = frozenset({"call", "phone", "telephone", "ring", "meet", "visit", "contact", "summon", "receive", "cable", "write"})
"""Verbs of reaching somebody: what their infinitive says is said by who reaches ("called the king to thank him")."""
SPOKEN = frozenset(
    {
        "congratulate", "thank", "assure", "discuss", "explain", "express", "convey", "offer", "complain", "protest", "condemn", "denounce", "demand",
        "deliver", "apologise", "apologize", "praise", "urge", "ask", "warn", "tell", "inform", "talk", "negotiate", "console", "wish", "invite",
        "reassure", "press", "lobby", "persuade", "lodge", "register", "deplore", "criticise", "criticize", "accuse", "reiterate", "voice", "request", "plead", "appeal", "seek",
    }
)  # fmt: skip
_THWARTING = frozenset(
    {"thwart", "foil", "uncover", "prevent", "stop", "frustrate", "disrupt", "expose", "reveal", "condemn", "denounce", "investigate"}
)
"""Verbs whose subject is not who has the plan ("thwarted a plot to overthrow the government")."""
_PLOTS = frozenset({"plot", "attempt", "bid", "plan", "effort", "conspiracy", "scheme", "move", "campaign", "operation"})
_SHOWING = frozenset({"show", "depict", "film", "capture", "see", "hear", "record"})
_PAPERS = frozenset({"resolution", "statement", "letter", "communique", "communiqué", "declaration", "note", "decree", "motion", "message"})
"""What somebody says something in: its participle says what they do by it."""


HARM = frozenset({"kill", "wound", "injure", "hurt", "slay", "maim", "die"})
"""Verbs of the outcome: beside the act that did it they are its toll, not an event of their own."""

OUTCOME_PREPOSITIONS = frozenset({"in", "by", "during", "after", "from", "following", "when", "amid"})


@dataclass(frozen=True, slots=True)
class Filler:
    """The head token of a phrase in a slot, and the readable rule that found it."""

    token: Token
    rule: str


def is_passive(reading: Reading, verb: int) -> bool:
    """Whether a verb stands in the passive: with its auxiliary, with a passive subject, or as a participle after or before its noun."""
    token = reading.tokens[verb]
    if token.tag not in ("VBN", "VBD", "JJ"):
        return False
    if child(reading, verb, "auxpass", "nsubjpass") is not None or _shot_dead(reading, verb):
        return True
    if child(reading, verb, "nsubj") is not None:
        return False
    if token.dep == "acomp" and token.tag == "VBN" and reading.tokens[token.head].lemma in ("be", "get", "remain"):
        return True
    if token.dep in ("acl", "amod") and token.tag != "VBG":
        return token.tag in ("VBN", "JJ") or child(reading, verb, "agent") is not None
    if token.dep == "conj":
        first = first_conjunct(reading, token)
        own_object = child(reading, verb, "dobj") is not None
        return token.tag == "VBN" and not own_object and first.index != verb and is_passive(reading, first.index)
    if token.dep == "advcl" and token.tag == "VBN":
        return child(reading, verb, "aux", "dobj") is None
    return child(reading, verb, "agent") is not None and child(reading, verb, "dobj") is None


def _shot_dead(reading: Reading, verb: int) -> bool:
    """Whether a headline says without an auxiliary what was done to its subject ("Prosecutor shot dead in Guayaquil")."""
    dead = any(t.lemma == "dead" for t in children(reading, verb, "oprd", "acomp"))
    return dead and child(reading, verb, "dobj", "aux") is None


def surface_subject(reading: Reading, verb: int, *, depth: int = 0) -> Filler | None:
    """The phrase that stands as the subject of a clause, its own or shared, whatever the voice."""
    if depth > REACH:
        return None
    token = reading.tokens[verb]
    own = child(reading, verb, *SUBJECTS)
    if own is not None and own.dep != "csubj":
        return _antecedent(reading, own, token) or Filler(own, "subject")
    if own is not None:
        return None
    head = reading.tokens[token.head]
    if head.index == verb:
        return None
    return _shared_subject(reading, token, head, depth)


def _shared_subject(reading: Reading, token: Token, head: Token, depth: int) -> Filler | None:
    if token.dep == "conj":
        if head.pos in ("VERB", "AUX"):
            found = surface_subject(reading, head.index, depth=depth + 1)
            return found and Filler(found.token, "shared-subject")
        return None
    if token.dep in ("acomp", "attr", "oprd") and head.pos in ("VERB", "AUX"):
        # "is due to visit": the adjective has the verb's subject
        return surface_subject(reading, head.index, depth=depth + 1)
    if token.dep == "xcomp":
        return _controller(reading, token, head, depth)
    if token.dep == "advcl" and token.tag == "VB" and head.lemma in _ASKING:
        return _controller(reading, token, head, depth)
    if token.dep in ("advcl", "ccomp", "dep", "parataxis") and token.tag in ("VBG", "VBN", "VB"):
        return _of_clause_above(reading, token, head, depth) if head.pos in ("VERB", "AUX") else None
    if token.dep == "pcomp":
        return _through_preposition(reading, head, depth)
    if token.dep in ("acl", "relcl"):
        return _of_modified(reading, token, head, depth)
    if token.dep == "amod" and token.tag == "VBG":
        return Filler(head, "participle")
    return None


def _of_clause_above(reading: Reading, token: Token, head: Token, depth: int) -> Filler | None:
    """Who does what a clause without a subject says, from the verb it stands under."""
    held = child(reading, head.index, "dobj")
    if head.lemma in _SHOWING and token.tag == "VBG":
        # "footage showed airmen dropping bombs": never the footage
        return Filler(held, "object-control") if held is not None else None
    if token.dep == "ccomp" and held is not None and token.tag != "VBN":
        return Filler(held, "object-control")
    if head.lemma in _THWARTING and token.tag == "VB" and held is not None and held.lemma in _PLOTS:
        return _owner_or_clause(reading, held, depth)
    found = surface_subject(reading, head.index, depth=depth + 1)
    return found and Filler(found.token, "adverbial-control")


def _controller(reading: Reading, token: Token, head: Token, depth: int) -> Filler | None:
    """Who does what an infinitive or gerund says, under its governing verb or adjective."""
    if head.lemma not in _SUBJECT_CONTROL and token.tag == "VB":
        held = child(reading, head.index, "dobj", "dative")
        if held is not None and held.dep == "dative" and held.pos == "ADP":
            held = child(reading, held.index, "pobj")
        if held is None:
            preposition = next((p for p in children(reading, head.index, "prep") if p.lemma in ("on", "upon", "for", "to")), None)
            addressee = child(reading, preposition.index, "pobj") if preposition is not None and preposition.index < token.index else None
            held = addressee if head.lemma in ("call", "appeal", "plead", "prevail", "wait", "look") else None
        if held is not None and held.index < token.index and not (head.lemma in REACHING and token.lemma in SPOKEN):
            return Filler(held, "object-control")
        if is_passive(reading, head.index):
            found = surface_subject(reading, head.index, depth=depth + 1)
            return found and Filler(found.token, "object-control")
    if head.lemma in _THWARTING and token.tag == "VB":
        return None
    found = surface_subject(reading, head.index, depth=depth + 1)
    return found and Filler(found.token, "subject-control")


def _through_preposition(reading: Reading, preposition: Token, depth: int) -> Filler | None:
    """ "accused X of shelling": X; "in response, after shelling": the clause's subject."""
    governor = reading.tokens[preposition.head]
    if governor.pos in ("VERB", "AUX"):
        held = child(reading, governor.index, "dobj")
        if preposition.lemma in _OBJECT_CONTROL:
            if held is not None and held.index < preposition.index:
                return Filler(held, "object-control")
            if is_passive(reading, governor.index):
                found = surface_subject(reading, governor.index, depth=depth + 1)
                return found and Filler(found.token, "object-control")
        found = surface_subject(reading, governor.index, depth=depth + 1)
        return found and Filler(found.token, "adverbial-control")
    if governor.pos in ("NOUN", "PROPN", "PRON"):
        if _blamed(reading, governor, preposition):
            return Filler(governor, "object-control")
        return _owner_or_clause(reading, governor, depth)
    return None


def _blamed(reading: Reading, noun: Token, preposition: Token) -> bool:
    """Whether a noun is who is said to do what its gerund says: "accused the coalition of killing", the phrase hung on the noun."""
    verb = reading.tokens[noun.head]
    if noun.dep == "conj":
        verb = reading.tokens[first_conjunct(reading, noun).head]
    return noun.dep in ("dobj", "nsubjpass", "conj") and verb.lemma in BLAMING and preposition.lemma in _OBJECT_CONTROL | {"with"}


def _of_modified(reading: Reading, token: Token, head: Token, depth: int) -> Filler | None:
    """The doer of a clause on a noun: the noun itself ("troops shelling"), or who has the plan, vow or decision ("a plan to attack")."""
    if token.tag == "VBG" and head.lemma.lower() in _PAPERS and head.dep in ("dobj", "nsubjpass", "pobj"):
        # "adopted a resolution condemning the attack": who adopted it condemns
        return _owner_or_clause(reading, head, depth) or Filler(head, "participle")
    if token.tag in ("VBG", "VBN", "VBD"):
        return Filler(head, "participle")
    to = any(t.lemma == "to" for t in children(reading, token.index, "aux"))
    if token.dep == "acl" and to:
        return _owner_or_clause(reading, head, depth)
    return Filler(head, "participle")


def _owner_or_clause(reading: Reading, noun: Token, depth: int) -> Filler | None:
    if (owner := child(reading, noun.index, "poss")) is not None:
        return Filler(owner, "owner-control")
    by = next((p for p in children(reading, noun.index, "prep", "agent") if p.lemma == "by"), None)
    if by is not None and (held := child(reading, by.index, "pobj")) is not None:
        return Filler(held, "owner-control")
    governor = reading.tokens[noun.head]
    if governor.pos == "ADP":
        governor = reading.tokens[governor.head]
    if governor.lemma in _THWARTING:
        return None
    if governor.index != noun.index and governor.pos in ("VERB", "AUX") and noun.dep not in SUBJECTS:
        found = surface_subject(reading, governor.index, depth=depth + 1)
        return found and Filler(found.token, "owner-control")
    return None


def _antecedent(reading: Reading, pronoun: Token, verb: Token) -> Filler | None:
    """The noun that a relative pronoun stands for."""
    if pronoun.text.lower() not in _RELATIVE or pronoun.tag not in ("WDT", "WP", "IN", "DT"):
        return None
    here = verb
    for _ in range(REACH):
        if here.dep == "relcl":
            return Filler(reading.tokens[here.head], "relative-clause")
        if here.dep not in ("conj", "xcomp", "ccomp") or here.head == here.index:
            return None
        here = reading.tokens[here.head]
    return None


def deep_subject(reading: Reading, verb: int) -> Filler | None:
    """Who does it: the subject of an active verb, the by-phrase of a passive; None where nobody is named."""
    if not is_passive(reading, verb):
        return surface_subject(reading, verb)
    for preposition in children(reading, verb, "agent", "prep"):
        if preposition.lemma == "by" and (held := child(reading, preposition.index, "pobj")) is not None:
            return Filler(held, "by-agent")
    for other in children(reading, verb, "conj"):
        # "arrested and beaten by police": the by-phrase hangs on the last of them
        if is_passive(reading, other.index) and child(reading, other.index, "nsubjpass") is None:
            for preposition in children(reading, other.index, "agent"):
                if (held := child(reading, preposition.index, "pobj")) is not None:
                    return Filler(held, "shared-by-agent")
    return None


def deep_object(reading: Reading, verb: int) -> Filler | None:
    """What it is done to: the object of an active verb, the subject of a passive, the noun of a participle or relative clause."""
    token = reading.tokens[verb]
    if is_passive(reading, verb):
        head = reading.tokens[token.head]
        if token.dep in ("acl", "amod") and child(reading, verb, "nsubjpass") is None:
            return Filler(head, "participle")
        found = surface_subject(reading, verb)
        return found and Filler(found.token, "passive-subject" if found.rule == "subject" else found.rule)
    held = child(reading, verb, "dobj")
    if held is not None:
        if held.text.lower() in _RELATIVE and held.tag in ("WDT", "WP"):
            return _antecedent(reading, held, token)
        return Filler(held, "object")
    if token.dep == "relcl" and child(reading, verb, "nsubj") is not None and not _relative_subject(reading, verb):
        return Filler(reading.tokens[token.head], "relative-clause")
    if token.dep == "conj":
        # "attacked and burned the village": the object follows the last verb
        return None
    later = next((t for t in children(reading, verb, "conj") if t.pos == "VERB" and child(reading, t.index, *SUBJECTS) is None), None)
    if later is not None and (held := child(reading, later.index, "dobj")) is not None and not _between(reading, verb, later):
        return Filler(held, "shared-object")
    return None


def _between(reading: Reading, verb: int, later: Token) -> bool:
    """Whether more than "and" stands between two conjoined verbs."""
    return later.index - verb > 3


def _relative_subject(reading: Reading, verb: int) -> bool:
    subject = child(reading, verb, "nsubj")
    return subject is not None and subject.text.lower() in _RELATIVE
