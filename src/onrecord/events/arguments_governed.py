"""An event noun's token -> who did it and whom it hit, where the words that govern it say so: who claims it, who is blamed for it, who comes under it."""

from onrecord.events.arguments_slots import prepositional
from onrecord.events.arguments_subjects import BLAMING, Filler, deep_object, deep_subject, is_passive, surface_subject
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children, first_conjunct

_CLAIMING = frozenset({"claim", "admit", "accept", "acknowledge", "assume", "take", "bear", "share"})
_OWNED = frozenset({"responsibility", "credit", "blame", "guilt"})
ASCRIBING = frozenset({"attribute", "ascribe", "blame", "pin", "trace"})
_FOR = frozenset({"for", "of", "over", "with"})
_PARTAKING = frozenset({"participate", "engage", "join"})
_NOBODY = frozenset({"no", "neither", "nobody", "none"})

_UNDERGOING = frozenset(
    {
        "receive", "face", "suffer", "sustain", "endure", "withstand", "repel", "repulse", "survive", "encounter", "experience", "resist", "weather", "escape",
        "undergo", "thwart", "foil", "counter", "rebuff",
    }
)  # fmt: skip
"""Verbs whose subject an attack as object hits."""
_OFF = frozenset(
    {
        ("fight", "off"),
        ("beat", "back"),
        ("beat", "off"),
        ("drive", "back"),
        ("hold", "off"),
        ("fend", "off"),
        ("throw", "back"),
        ("ward", "off"),
    }
)
"""The same of a verb and its particle."""
_STANDING = frozenset({"come", "be", "remain", "fall", "stay", "live", "subject", "expose"})
"""Verbs that with "under" or "to" say that an attack hits their subject ("came under fire", "was subjected to shelling")."""


def blamed(reading: Reading, noun: int) -> Filler | None:
    """Who did what a noun says, in the words of whoever claims or ascribes it ("claimed responsibility for the raid", "blamed Chad for the raid")."""
    token = first_conjunct(reading, reading.tokens[noun])
    head = reading.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass"):
        return _by_verb(reading, head, token)
    if token.dep != "pobj" or head.pos != "ADP":
        clause = next((t for t in children(reading, noun, "acl") if t.lemma in ("claim", "blame", "attribute")), None)
        return _by_verb(reading, clause, token) if clause is not None else None
    governor = reading.tokens[head.head]
    if head.lemma == "behind":
        if governor.lemma == "be":
            return _named(reading, surface_subject(reading, governor.index), "who-is-behind-it")
        return Filler(governor, "who-is-behind-it") if governor.pos in ("NOUN", "PROPN", "PRON") and governor.index < noun else None
    if head.lemma not in _FOR:
        return None
    return _answerable(reading, governor, head)


def _answerable(reading: Reading, governor: Token, preposition: Token) -> Filler | None:
    """Who answers for what a preposition holds: responsibility claimed, who is responsible, who is blamed, accused or convicted."""
    verb = reading.tokens[governor.head]
    if governor.lemma in _OWNED and governor.dep in ("dobj", "nsubjpass"):
        return _claimant(reading, verb)
    if governor.lemma == "responsible":
        return _responsible(reading, governor)
    if governor.lemma in _CLAIMING and (held := child(reading, governor.index, "dobj", "nsubjpass")) is not None and held.lemma in _OWNED:
        return _claimant(reading, governor)
    if governor.pos == "VERB" and (governor.lemma in BLAMING or _holds_responsible(reading, governor)):
        return _named(reading, deep_object(reading, governor.index), "who-is-blamed-for-it")
    if governor.pos in ("NOUN", "PROPN", "PRON") and governor.dep in ("dobj", "nsubjpass") and preposition.lemma in ("for", "of"):
        # a small parser may hang "for the raid" on whoever is blamed
        return Filler(governor, "who-is-blamed-for-it") if verb.lemma in BLAMING and verb.pos == "VERB" else None
    return None


def _by_verb(reading: Reading, verb: Token, noun: Token) -> Filler | None:
    """Who claims an attack, or to whom it is ascribed ("the raid was blamed on rebels")."""
    if verb.lemma == "claim":
        return _claimant(reading, verb)
    if verb.lemma in ASCRIBING:
        slot = "to" if verb.lemma in ("attribute", "ascribe", "trace") else "on"
        hosts = [verb.index, noun.index]
        return next((Filler(f.token, "whom-it-is-ascribed-to") for f in prepositional(reading, hosts, slot)), None)
    return None


def _claimant(reading: Reading, verb: Token) -> Filler | None:
    negated = any(t.lemma.lower() in ("not", "n't", "never") for t in children(reading, verb.index, "neg"))
    return None if verb.lemma not in _CLAIMING or negated else _named(reading, deep_subject(reading, verb.index), "who-claims-it")


def _responsible(reading: Reading, adjective: Token) -> Filler | None:
    """Whom "responsible" is said of: the noun before it, the subject of its clause, or whom somebody holds responsible."""
    head = reading.tokens[adjective.head]
    if adjective.dep == "amod" and head.pos in ("NOUN", "PROPN", "PRON"):
        return Filler(head, "who-is-responsible-for-it")
    if head.lemma in ("hold", "find", "deem", "consider"):
        return _named(reading, deep_object(reading, head.index) or surface_subject(reading, adjective.index), "who-is-blamed-for-it")
    if any(t.lemma.lower() in ("not", "n't", "never") for t in children(reading, head.index, "neg")):
        return None
    return _named(reading, surface_subject(reading, head.index), "who-is-responsible-for-it") if head.pos in ("VERB", "AUX") else None


def _holds_responsible(reading: Reading, verb: Token) -> bool:
    return verb.lemma == "hold" and any(
        t.lemma == "responsible" for t in children(reading, verb.index, "oprd", "acomp", "advmod", "xcomp", "amod")
    )


def _named(reading: Reading, found: Filler | None, rule: str) -> Filler | None:
    """The same under another rule, unless it is nobody ("no group has claimed")."""
    if found is None or found.token.lemma.lower() in _NOBODY:
        return None
    if any(t.lemma.lower() in _NOBODY for t in children(reading, found.token.index, "det", "neg")):
        return None
    return Filler(found.token, rule)


def taking_part(reading: Reading, noun: Token) -> Filler | None:
    """Who takes part in what a noun names ("hired gunmen took part in the fighting", "troops who joined the raid")."""
    token = first_conjunct(reading, noun)
    verb = reading.tokens[token.head]
    if token.dep == "pobj" and verb.lemma == "in":
        verb = reading.tokens[verb.head]
        verb = reading.tokens[verb.head] if verb.lemma == "part" else verb
        partaking = verb.lemma in _PARTAKING or (verb.lemma in ("take", "play") and _part_of(reading, verb))
    else:
        partaking = token.dep == "dobj" and verb.lemma == "join"
    return _named(reading, deep_subject(reading, verb.index), "who-takes-part") if partaking and verb.pos == "VERB" else None


def _part_of(reading: Reading, verb: Token) -> bool:
    return any(t.lemma in ("part", "role") for t in children(reading, verb.index, "dobj"))


def undergone(reading: Reading, noun: int) -> tuple[Filler | None, Filler | None]:
    """Whom an attack hits by the verb that governs it, and who did it by that verb's "from" or "by" ("the town came under attack from rebels")."""
    token = first_conjunct(reading, reading.tokens[noun])
    head = reading.tokens[token.head]
    if token.dep == "dobj" and undergoes(reading, head):
        verb = head
    elif token.dep == "pobj" and (reading.tokens[head.head].lemma, head.lemma) in _OFF:
        # "fought off attacks": a small parser may hang the object on the particle
        verb = reading.tokens[head.head]
    elif token.dep == "pobj" and head.lemma in ("under", "to") and reading.tokens[head.head].lemma in _STANDING:
        verb = reading.tokens[head.head]
    else:
        return None, None
    passive = head.lemma == "to"
    if passive and not is_passive(reading, verb.index):
        # "subjected villagers to shelling"
        hit = deep_object(reading, verb.index) if verb.lemma == "subject" else None
        doer = deep_subject(reading, verb.index) if hit is not None else None
        return hit and Filler(hit.token, "who-is-subjected-to-it"), doer and Filler(doer.token, "who-subjects-to-it")
    hit = (deep_object if passive else deep_subject)(reading, verb.index)
    doer = next((f for slot in ("from", "by") for f in prepositional(reading, [verb.index, noun], slot)), None)
    return hit and Filler(hit.token, "who-comes-under-it"), doer and Filler(doer.token, f"{doer.rule}-of-what-is-undergone")


def undergoes(reading: Reading, verb: Token) -> bool:
    """Whether a verb's subject is whom the attack that is its object hits."""
    particles = {t.lemma.lower() for t in children(reading, verb.index, "prt", "advmod")}
    return verb.lemma in _UNDERGOING or any((verb.lemma, p) in _OFF for p in particles)
