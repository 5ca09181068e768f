"""A trigger's token and the name of a slot -> the phrases that fill it: subject, object, prepositions, possessor, modifiers, support verb."""

from collections.abc import Callable, Iterator
from functools import cache

from onrecord.events.arguments_subjects import HARM, SUBJECTS, Filler, deep_object, deep_subject, surface_subject
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import ancestors, child, children, first_conjunct
from onrecord.resources.triggers import Form

SUPPORT = frozenset(
    {
        "launch", "carry", "conduct", "mount", "stage", "make", "hold", "pay", "give", "issue", "commit", "perpetrate", "take", "have", "open",
        "start", "begin", "resume", "continue", "wage", "undertake", "execute", "deliver", "lead", "join", "do", "stop", "end", "suspend",
        "halt", "plan", "order", "announce", "declare", "complete", "initiate", "impose", "organise", "organize", "attend", "engage", "conclude",
        "offer", "accept", "perform", "unleash", "attempt", "prepare", "see", "sustain", "step", "intensify", "escalate", "renew", "repeat",
        "call", "break", "finish", "host", "send", "express", "voice", "level", "file", "lodge", "go", "come", "be", "abandon", "cancel",
        "postpone", "participate", "face", "pursue", "direct", "inflict", "extend", "receive", "set", "sign", "reach", "use", "prevent",
        "arrive", "return", "fly", "travel", "embark", "threaten", "vow", "promise", "propose", "pledge", "win", "block",
        "respond", "retaliate", "answer", "react", "reply", "counter", "mastermind", "orchestrate", "coordinate", "spearhead", "subject",
    }
)  # fmt: skip
"""Verbs that lend their subject to an event noun they govern ("launched an attack", "took part in the talks")."""

_WANTING = frozenset({"call"})
"""Verbs that with "for" say what is wanted or awaited, not done ("called for an investigation")."""

_ANSWERING = frozenset({"respond", "retaliate", "answer", "react", "reply", "counter"})
"""Verbs that lend their subject to what they answer with, not to what they answer ("responded to the attack with a raid")."""
_AGREEING = frozenset(
    {"agree", "accept", "approve", "adopt", "broker", "ratify", "endorse", "violate", "breach", "respect", "honour", "observe", "keep"}
)
"""Verbs whose agent has a part in the accord, truce or talks that is their passive subject."""
_LIGHT = frozenset({"part", "role", "place", "force", "troop", "soldier", "fighter", "jet", "plane", "aircraft", "hand"})
"""Objects beside which a verb still lends its subject to what its preposition holds ("sent troops on a raid")."""
_PASSIVE_ROLE = frozenset({"receive", "face", "sustain", "suffer", "see", "prevent"})


HITTING = HARM | frozenset(
    {
        "hit", "strike", "target", "claim", "destroy", "damage", "displace", "leave", "rock", "shake", "affect", "devastate", "level", "flatten", "raze",
        "rip", "tear", "engulf", "ravage", "shatter", "force", "drive", "uproot", "kill", "take", "cost", "have", "cause", "involve", "focus", "pound",
        "batter", "burn", "cripple", "wreck", "gut", "sink", "paralyse", "paralyze", "terrorise", "terrorize", "spare", "miss", "threaten", "attack",
        "endanger", "scar", "decimate", "wipe", "send", "trap", "turn", "hurt",
    }
)  # fmt: skip
"""Verbs by which an attack as subject reaches whom it hits ("the raid left nine people dead"); "the raid stiffened the resolve of Peru" hits nobody."""


def fillers(reading: Reading, head: int, form: Form, slot: str) -> list[Filler]:
    """The head tokens of the phrases in a slot of a trigger, nearest first, not yet spread over coordination."""
    if form == "verb":
        return list(_of_verb(reading, head, slot))
    if form == "noun":
        return list(_of_noun(reading, head, slot))
    return list(_of_adjective(reading, head, slot))


def _of_adjective(reading: Reading, head: int, slot: str) -> Iterator[Filler]:
    token = reading.tokens[head]
    if slot == "noun" and token.dep == "amod" and token.head != head:
        yield Filler(reading.tokens[token.head], "modified-noun")
    elif slot == "subj" and token.head != head and token.dep in ("acomp", "attr", "oprd", "ROOT", "conj", "advcl"):
        yield from _some(surface_subject(reading, token.head))
    elif slot not in ("noun", "subj"):
        yield from prepositional(reading, [head], slot)


def _of_verb(reading: Reading, head: int, slot: str) -> Iterator[Filler]:
    if slot == "subj":
        yield from _some(deep_subject(reading, head))
    elif slot == "surface":
        yield from _some(surface_subject(reading, head))
    elif slot == "obj":
        yield from _some(deep_object(reading, head))
    elif slot == "iobj":
        for token in children(reading, head, "dative", "iobj"):
            held = child(reading, token.index, "pobj") if token.pos == "ADP" else token
            if held is not None:
                yield Filler(held, "indirect-object")
    elif "." in slot:
        outer, inner = slot.split(".", 1)
        for filler in _of_verb(reading, head, outer):
            yield from _of_noun(reading, filler.token.index, inner)
    elif slot == "clause":
        # who does what is asked for or promised: the subject of the complement clause
        for token in children(reading, head, "ccomp", "xcomp"):
            yield from _some(deep_subject(reading, token.index))
    else:
        yield from prepositional(reading, _verb_hosts(reading, head), slot)


def _of_noun(reading: Reading, head: int, slot: str) -> Iterator[Filler]:
    special = _NOUN_SLOTS.get(slot)
    if special is not None:
        yield from special(reading, head)
    else:
        token = reading.tokens[head]
        verb = reading.tokens[token.head]
        # "the raid was condemned by Kenya": whoever condemns it has not carried it out
        other = token.dep == "nsubjpass" and verb.lemma not in SUPPORT | _AGREEING and "by" in slot.split("/")
        yield from prepositional(reading, [h for h in _noun_hosts(reading, head) if not (other and h == verb.index)], slot)


def _possessor(reading: Reading, head: int) -> Iterator[Filler]:
    for token in children(reading, head, "poss"):
        clause = next((t for t in ancestors(reading, head) if t.dep == "relcl"), None) if token.tag == "WP$" else None
        # "the front, whose raids ...": whose is the front's
        yield Filler(token if clause is None else reading.tokens[clause.head], "possessor")


def _name_before(reading: Reading, head: int) -> Iterator[Filler]:
    for token in children(reading, head, "amod", "compound", "nmod"):
        if token.text[:1].isupper() and (token.pos in ("ADJ", "PROPN") or token.entity in ("NORP", "GPE", "ORG")):
            yield Filler(token, "name-before-noun")
            continue
        for inner in children(reading, token.index, "amod", "compound", "nmod"):
            # "Ukrainian drone strike": the name hangs on the word between
            if inner.text[:1].isupper() and inner.pos in ("ADJ", "PROPN"):
                yield Filler(inner, "name-before-noun")


def _noun_before(reading: Reading, head: int) -> Iterator[Filler]:
    """ "student protests": who, in the singular, before the noun."""
    for token in children(reading, head, "compound", "nmod", "amod"):
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            yield Filler(token, "noun-before-noun")


def _modifier(reading: Reading, head: int) -> Iterator[Filler]:
    for token in children(reading, head, "amod", "compound", "nmod"):
        yield Filler(token, "modifier")


def _of_support(reading: Reading, head: int) -> Iterator[Filler]:
    support = support_verb(reading, head)
    under = reading.tokens[reading.tokens[head].head].lemma == "under"
    if support is not None and reading.tokens[support].lemma not in _PASSIVE_ROLE and not under:
        yield from _some(deep_subject(reading, support))


def _object_after(reading: Reading, head: int) -> Iterator[Filler]:
    """ "the attack killed six soldiers", "attacks that wounded nine": whom it hit."""
    token = reading.tokens[head]
    if token.dep == "nsubj" and reading.tokens[token.head].lemma in HITTING:
        yield from _some(deep_object(reading, token.head))
    for clause in children(reading, head, "relcl"):
        subject = child(reading, clause.index, "nsubj")
        if clause.lemma in HARM and subject is not None and subject.tag in ("WDT", "WP"):
            yield from _some(deep_object(reading, clause.index))


def _of_clause(reading: Reading, head: int) -> Iterator[Filler]:
    """ "tested howitzers in a joint exercise": who does what the clause says does it in the exercise."""
    token = reading.tokens[head]
    preposition = reading.tokens[token.head]
    if token.dep == "pobj" and preposition.lemma in ("in", "during", "at"):
        governor = reading.tokens[preposition.head]
        governor = governor if governor.pos == "VERB" else reading.tokens[governor.head]
        if governor.pos == "VERB":
            yield from _some(deep_subject(reading, governor.index))


def _said_of(reading: Reading, head: int) -> Iterator[Filler]:
    """ "the town is under rebel control", "brought the towns under its control", "towns in rebel hands": what the noun's phrase is said of."""
    preposition = reading.tokens[reading.tokens[head].head]
    if preposition.pos != "ADP" or preposition.head == preposition.index:
        return
    governor = reading.tokens[preposition.head]
    if governor.pos in ("VERB", "AUX"):
        yield from _some(deep_object(reading, governor.index) or surface_subject(reading, governor.index))
    elif governor.pos in ("NOUN", "PROPN", "PRON"):
        yield Filler(governor, "said-of")


_NOUN_SLOTS: dict[str, Callable[[Reading, int], Iterator[Filler]]] = {
    "poss": _possessor,
    "demonym": _name_before,
    "mod-people": _noun_before,
    "mod": _modifier,
    "light": _of_support,
    "noun-object": _object_after,
    "clause-subject": _of_clause,
    "said-of": _said_of,
}


def _some(found: Filler | None) -> Iterator[Filler]:
    if found is not None:
        yield found


def _verb_hosts(reading: Reading, head: int) -> list[int]:
    """Where a verb's prepositional phrases may hang: on it, on its object, on a particle, or on the verb it completes."""
    hosts = [head]
    for token in children(reading, head, "dobj", "prt", "advmod", "oprd", "acomp", "attr", "nsubjpass"):
        hosts.append(token.index)
    for token in children(reading, head, "prep"):
        if child(reading, token.index, "pobj") is None or token.lemma in ("out", "away", "off", "back", "to", "in", "into", "on"):
            hosts.append(token.index)
            hosts += [t.index for t in children(reading, token.index, "pobj") if token.lemma in ("to", "in", "into", "on")]
    return hosts


def _noun_hosts(reading: Reading, head: int) -> list[int]:
    """Where a noun's prepositional phrases may hang: on it, on its support verb, or on the verb that says it broke out."""
    hosts = [head]
    support = support_verb(reading, head)
    if support is not None:
        hosts.append(support)
    token = reading.tokens[head]
    if token.dep in SUBJECTS and reading.tokens[token.head].pos == "VERB":
        hosts.append(token.head)
    for compound in children(reading, head, "prep"):
        if compound.lemma in ("of", "by", "on", "in", "with"):
            hosts += [t.index for t in children(reading, compound.index, "pobj")]
    return hosts


@cache
def _prepositions(slot: str) -> frozenset[str]:
    return frozenset({"upon": "on", "amongst": "among", "toward": "towards"}.get(slot, slot).split("/")) | (
        frozenset({"upon"}) if slot == "on" else frozenset()
    )


def prepositional(reading: Reading, hosts: list[int], slot: str) -> Iterator[Filler]:
    """The objects of a preposition that hangs on one of the hosts, in the hosts' order."""
    wanted = _prepositions(slot)
    seen: set[int] = set()
    for host in hosts:
        for token in children(reading, host, "prep", "agent", "dative", "prt", "advmod"):
            if (
                token.lemma.lower() in wanted
                and (held := child(reading, token.index, "pobj", "pcomp")) is not None
                and held.index not in seen
            ):
                seen.add(held.index)
                yield Filler(held, f"{slot}-phrase")


def support_verb(reading: Reading, noun: int) -> int | None:
    """The verb that lends its subject to an event noun: the noun is its object, its passive subject, or the object of its preposition.

    A participle or relative clause that names the doer comes first ("condemned the offensive launched by Ethiopia").
    """
    if (clause := support_clause(reading, noun)) is not None:
        return clause
    token = first_conjunct(reading, reading.tokens[noun])
    head = reading.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass", "attr", "oprd") and head.pos in ("VERB", "AUX"):
        return head.index if head.lemma in SUPPORT - _ANSWERING and not _names(reading, head, token) else None
    if token.dep == "pobj" and head.pos == "ADP" and head.lemma in ("in", "into", "to", "on", "with", "under", "for", "out", "from"):
        governor: Token = reading.tokens[head.head]
        if head.lemma == "for" and governor.lemma in _WANTING:
            return None
        if governor.pos in ("NOUN",) and governor.lemma in ("part", "role", "wave", "series", "number", "dozens", "spate", "place"):
            governor = reading.tokens[governor.head]
        inquired = head.lemma in ("into", "on", "from") or (head.lemma == "to" and governor.lemma != "subject")
        if inquired and any(t.lemma not in _LIGHT for t in children(reading, governor.index, "dobj", "nsubjpass")):
            # "opened an investigation into the attack": who opens it does not attack
            return None
        answered = head.lemma == "to" and governor.lemma in _ANSWERING
        if governor.pos in ("VERB", "AUX") and governor.lemma in SUPPORT and not answered:
            return governor.index
    if token.dep == "pobj" and head.lemma == "of":
        quantity = reading.tokens[head.head]
        if quantity.lemma in ("series", "wave", "number", "round", "spate", "string", "hundred", "dozen", "thousand", "campaign", "act"):
            return support_verb(reading, quantity.index) if quantity.index < noun else None
    return None


def _names(reading: Reading, verb: Token, noun: Token) -> bool:
    """Whether a verb only says what its object is ("called the shelling a crime", "declared the raid unlawful")."""
    if verb.lemma not in {"call", "declare", "see", "make"} or noun.dep == "oprd":
        return False
    return any(t.index > noun.index for t in children(reading, verb.index, "oprd", "acomp"))


def support_clause(reading: Reading, noun: int, *, doer: bool = True) -> int | None:
    """The verb of the clause after an event noun that says who did it ("the raid carried out by rebels", "the raid that rebels staged").

    With `doer` false also one that names nobody ("the raid staged on Monday").
    """
    for clause in children(reading, noun, "acl", "relcl"):
        if clause.lemma in SUPPORT - _PASSIVE_ROLE and clause.tag in ("VBN", "VBD", "VBZ", "VBP"):
            found = deep_subject(reading, clause.index)
            if found.token.index != noun if found is not None else not doer:
                return clause.index
    return None
