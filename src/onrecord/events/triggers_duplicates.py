"""Matches of one reading -> those that stand: one event for "launched an attack", for "killed in the attack", for "killed and wounded"."""

from dataclasses import dataclass

from onrecord.events.arguments_subjects import HARM, OUTCOME_PREPOSITIONS, deep_subject, surface_subject
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import ancestors, child, children
from onrecord.resources.triggers import TriggerEntry


@dataclass(frozen=True, slots=True)
class Matched:
    """A match: its head token, its entry, and the other tokens that its frame took."""

    head: int
    entry: TriggerEntry
    taken: frozenset[int]


_SPEECH = frozenset({"REQUEST", "AGREE", "THREATEN", "ACCUSE", "SUPPORT", "REJECT"})
_YIELDING = frozenset({"CONCEDE", "RETREAT"})
_CONFLICT = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE"})

MEANS_VERBS = frozenset({"use", "employ"})
"""Verbs whose participle names the means of the deed above it."""


def duplicates(reading: Reading, matched: list[Matched], *, thrown: frozenset[str] = frozenset()) -> dict[int, str]:
    """The heads of the matches that are no events of their own, each with the rule that says so. `thrown` are lemmas of what is fired, launched or dropped."""
    by_head = {m.head: m.entry for m in matched}
    taken = {m.head: m.taken for m in matched}
    dropped: dict[int, str] = {}
    for match in matched:
        for inner in match.taken - {match.head}:
            mutual = match.head in taken.get(inner, ()) and match.entry.form != "verb" and by_head[inner].form == "verb"
            # "filed a complaint": each frame takes the other; the verb's stands
            if inner in by_head and not mutual and _swallows(match.entry, by_head[inner]):
                dropped[inner] = "word-of-another-trigger"
    kept = set(by_head) - set(dropped)
    for match in matched:
        if match.head in kept and (rule := _duplicate(reading, match, by_head, kept, thrown)):
            dropped[match.head] = rule
            kept.discard(match.head)
    return dropped


def _duplicate(reading: Reading, match: Matched, by_head: dict[int, TriggerEntry], kept: set[int], thrown: frozenset[str]) -> str | None:
    head, entry = match.head, match.entry
    if _by_means(reading, head, entry, by_head, kept):
        return "means-of-another-event"
    if _purpose_of_meeting(reading, head, entry, by_head, kept):
        return "purpose-of-a-meeting"
    if entry.type == "ASSAULT" and reading.tokens[head].lemma in HARM and _outcome(reading, head, by_head, kept, thrown):
        return "outcome-of-another-event"
    if _same_protest(reading, head, entry, by_head, kept):
        return "part-of-a-protest"
    return None


def _swallows(outer: TriggerEntry, inner: TriggerEntry) -> bool:
    """Whether a fixed word of a frame is no event of its own: "sanctions" of "imposed sanctions" is none, "siege" of "lifted the siege" is.

    What is asked for, promised or condemned is an event beside the speech act.
    """
    if outer.type == inner.type:
        return True
    if outer.type in _SPEECH:
        return False
    return not (outer.type in _YIELDING and inner.type in _CONFLICT)


def _force(index: int, by_head: dict[int, TriggerEntry], kept: set[int]) -> bool:
    entry = by_head.get(index)
    return index in kept and entry is not None and entry.type == "ASSAULT"


def _outcome(reading: Reading, head: int, by_head: dict[int, TriggerEntry], kept: set[int], thrown: frozenset[str]) -> bool:
    """Whether a verb of harm tells the outcome of another trigger of its clause."""
    token = reading.tokens[head]
    if token.dep == "conj" and token.head in by_head and token.head not in kept and reading.tokens[token.head].lemma in HARM:
        # "ambushed a convoy, killing two and wounding five": both tell the outcome of the ambush
        return True
    subject = deep_subject(reading, head) if token.pos != "ADJ" else None
    if subject is not None and _force(subject.token.index, by_head, kept):
        return True
    if subject is not None and subject.token.lemma.lower() in thrown and _in_its_clause(reading, subject.token, by_head, kept):
        # "a missile that hit the depot killed three": the missile's hit is what killed
        return True
    hosts = (head, *(t.index for t in children(reading, head, "dobj", "nsubjpass")))
    for inner in (t for host in hosts for t in children(reading, host, "prep", "agent")):
        if inner.lemma in OUTCOME_PREPOSITIONS and any(_force(t.index, by_head, kept) for t in _below(reading, inner)):
            return True
    joined = (t.index for t in children(reading, head, "conj") if t.lemma in HARM)
    if any(_force(t.index, by_head, kept) for i in (head, *joined) for t in children(reading, i, "advcl")):
        return True  # also "nine were killed and four wounded when jets bombed the port"
    governor = reading.tokens[token.head]
    if token.dep in ("advcl", "conj") and _force(governor.index, by_head, kept):
        if token.dep == "advcl" or governor.lemma in HARM:
            return True
        return token.tag == "VBG" or _same_subject(reading, governor, token)
    return any(
        _force(t.index, by_head, kept) and t.lemma in HARM
        for t in ancestors(reading, head)
        if token.dep == "conj" and t.index == token.head
    )


def _in_its_clause(reading: Reading, thrown: Token, by_head: dict[int, TriggerEntry], kept: set[int]) -> bool:
    """Whether the clause on what is thrown tells of an attack with it; laying a mine is none."""
    return any(
        _force(t.index, by_head, kept) and t.lemma not in HARM and t.lemma not in LAID
        for t in children(reading, thrown.index, "relcl", "acl")
    )


LAID = frozenset({"plant", "lay", "place", "hide", "put", "set", "bury"})
"""Verbs after which a bomb or mine has yet to go off."""


def _by_means(reading: Reading, head: int, entry: TriggerEntry, by_head: dict[int, TriggerEntry], kept: set[int]) -> bool:
    """Whether a participle only says with what another attack of the clause was made: "launched an attack ..., using mortars"."""
    token = reading.tokens[head]
    if entry.type != "ASSAULT" or token.tag != "VBG" or token.lemma not in MEANS_VERBS or token.dep not in ("advcl", "acl"):
        return False
    governor = token.head
    return any(_force(i, by_head, kept) for i in (governor, *(t.index for t in children(reading, governor, "dobj", "nsubj", "nsubjpass"))))


def _purpose_of_meeting(reading: Reading, head: int, entry: TriggerEntry, by_head: dict[int, TriggerEntry], kept: set[int]) -> bool:
    """Whether talks or a complaint are only what a meeting, visit or summons is for: "met the king for talks", "summoned the envoy to protest" are one event."""
    token = reading.tokens[head]
    above = reading.tokens[token.head]
    if entry.type not in {"CONSULT", "ACCUSE"} or above.index == head:
        return False
    if token.dep == "pobj" and above.lemma == "for" and entry.type == "CONSULT":
        hosts = [above.head]
    elif token.tag == "VB" and token.dep in ("advcl", "xcomp", "acl", "relcl") and child(reading, head, "aux") is not None:
        hosts = [above.index, *(t.index for t in children(reading, above.index, "dobj"))]
    else:
        return False
    return any(i in kept and i != head and by_head[i].type == entry.type for i in hosts if i in by_head)


def _below(reading: Reading, preposition: Token) -> list[Token]:
    found = children(reading, preposition.index, "pobj", "pcomp")
    for token in tuple(found):
        found += children(reading, token.index, "conj")
        for inner in children(reading, token.index, "prep"):
            if inner.lemma == "of":
                found += children(reading, inner.index, "pobj")
    return found


def _same_subject(reading: Reading, first: Token, second: Token) -> bool:
    one, other = surface_subject(reading, first.index), surface_subject(reading, second.index)
    return one is not None and other is not None and one.token.index == other.token.index and second.lemma in ("wound", "injure", "hurt")


def _same_protest(reading: Reading, head: int, entry: TriggerEntry, by_head: dict[int, TriggerEntry], kept: set[int]) -> bool:
    """ "in protest at", "to protest": the reason that a protest already coded gives for itself."""
    token = reading.tokens[head]
    if entry.type not in ("PROTEST", "REJECT") or token.lemma != "protest":
        return False
    governor = reading.tokens[token.head]
    if governor.pos == "ADP":
        governor = reading.tokens[governor.head]
    other = by_head.get(governor.index)
    return governor.index in kept and governor.index != head and other is not None and other.type == "PROTEST"
