"""Matches of one reading -> those that stand: one event for "launched an attack", for "killed in the attack", for "killed and wounded"."""

from onrecord.events.arguments_subjects import deep_subject, surface_subject
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import ancestors, children
from onrecord.resources.triggers import TriggerEntry

Matched = tuple[int, TriggerEntry, tuple[int, ...]]
"""The head token, the entry, and all tokens taken."""

HARM = frozenset({"kill", "wound", "injure", "hurt", "slay", "maim", "die"})
"""Verbs of the outcome: beside the act that did it they are its toll, not an event of their own."""

_OUTCOME_PREPOSITIONS = frozenset({"in", "by", "during", "after", "from", "following", "when", "amid"})


def without_duplicates(reading: Reading, matched: list[Matched]) -> set[int]:
    """The heads of the matches that are events of their own."""
    by_head = {head: entry for head, entry, _ in matched}
    # a fixed word of a longer trigger ("sanctions" of "imposed sanctions") is no trigger of its own
    taken = {i for head, _, tokens in matched for i in tokens if i != head and len(tokens) > 1}
    kept = {head for head in by_head if head not in taken}
    for head, entry, _ in matched:
        if (head in kept and entry.type == "ASSAULT" and reading.tokens[head].lemma in HARM and _outcome(reading, head, by_head, kept)) or (
            head in kept and _same_protest(reading, head, entry, by_head, kept)
        ):
            kept.discard(head)
    return kept


def _force(index: int, by_head: dict[int, TriggerEntry], kept: set[int]) -> bool:
    entry = by_head.get(index)
    return index in kept and entry is not None and entry.type == "ASSAULT"


def _outcome(reading: Reading, head: int, by_head: dict[int, TriggerEntry], kept: set[int]) -> bool:
    """Whether a verb of harm tells the outcome of another trigger of its clause."""
    token = reading.tokens[head]
    subject = deep_subject(reading, head) if token.pos != "ADJ" else None
    if subject is not None and _force(subject.token.index, by_head, kept):
        return True
    for inner in children(reading, head, "prep", "agent"):
        if inner.lemma in _OUTCOME_PREPOSITIONS and any(_force(t.index, by_head, kept) for t in _below(reading, inner)):
            return True
    if any(_force(t.index, by_head, kept) for t in children(reading, head, "advcl")):
        return True
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
    if entry.type != "PROTEST" or token.lemma != "protest":
        return False
    governor = reading.tokens[token.head]
    if governor.pos == "ADP":
        governor = reading.tokens[governor.head]
    other = by_head.get(governor.index)
    return governor.index in kept and governor.index != head and other is not None and other.type == "PROTEST"
