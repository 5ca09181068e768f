"""A trigger's token and a slot, or a path of slots -> the phrases there: "over.owner" is whose act the over-phrase names.

Beside the slots of `arguments_slots`: `owner` (whose a thing or act is), `clause` (the subject of the complement clause), `xobj`, `xwith` ...
(the object and the prepositions of the complement clause), and paths of these joined by dots.
"""

from collections.abc import Iterator

from onrecord.events.arguments_phrases import owners
from onrecord.events.arguments_slots import fillers, prepositional
from onrecord.events.arguments_subjects import Filler, deep_object, deep_subject
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import children
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.triggers import Form, TriggerEntry

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself"})


def fill(reading: Reading, head: int, entry: TriggerEntry, slot: str, classes: NounClasses, *, repair: bool = True) -> list[Filler]:
    """The fillers of a slot or path from a trigger's head, without reflexives. `repair`: an object may hang on the verb's particle."""
    found = _path(reading, head, entry.form, slot, classes)
    if repair and slot == "obj" and not found and entry.form == "verb" and entry.rest and "obj" in entry.recipient:
        # "sealed off the town": a small parser may hang the object on the particle
        found = list(prepositional(reading, [head], entry.rest[-1]))
    return [f for f in found if f.token.text.lower() not in _REFLEXIVE]


def _path(reading: Reading, head: int, form: Form, slot: str, classes: NounClasses) -> list[Filler]:
    if "/" in slot and "." not in slot:
        return [f for s in slot.split("/") for f in _path(reading, head, form, s, classes)]
    first, _, rest = slot.partition(".")
    found = _step(reading, head, form, first, classes)
    if not rest:
        return found
    return [f for held in found for f in _path(reading, held.token.index, "noun", rest, classes)]


def _step(reading: Reading, head: int, form: Form, slot: str, classes: NounClasses) -> list[Filler]:
    if slot == "none":
        return []
    if slot == "owner":
        return owners(reading, reading.tokens[head], classes)
    if slot == "clause" or slot == "xobj" or (slot.startswith("x") and slot != "xobj"):
        return list(_complement(reading, head, slot))
    return fillers(reading, head, form, slot)


def _complement(reading: Reading, head: int, slot: str) -> Iterator[Filler]:
    for token in complements(reading, head):
        if slot == "clause":
            found = deep_subject(reading, token.index)
            if found is not None:
                yield Filler(found.token, "subject-of-complement")
        elif slot == "xobj":
            found = deep_object(reading, token.index)
            if found is not None:
                yield Filler(found.token, "object-of-complement")
        else:
            for found in prepositional(reading, [token.index, *(t.index for t in children(reading, token.index, "dobj"))], slot[1:]):
                yield Filler(found.token, f"{found.rule}-of-complement")


def complements(reading: Reading, head: int) -> list[Token]:
    """The verbs of a trigger's complement clauses: "to close", "that it would close", "of closing"."""
    found = children(reading, head, "ccomp", "xcomp")
    for preposition in children(reading, head, "prep"):
        found += children(reading, preposition.index, "pcomp")
    if not found:
        found = [t for t in children(reading, head, "advcl", "acl") if t.tag == "VB"]
    return found
