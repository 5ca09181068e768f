"""A plain type and its factuality -> the codebook's type: what tense and negation make of it (a future visit is AGREE)."""

from onrecord.events.event import Factuality, Trigger
from onrecord.resources.ontology import Ontology

_DECLARED = frozenset({"withdraw", "ceasefire"})
"""Modes of RETREAT whose announcement is a concession; the announced rest (a release, a return) is a promise."""


def retype(trigger: Trigger, factuality: Factuality, *, ontology: Ontology, refused: bool = False) -> tuple[str, str | None]:
    """The PLOVER type and mode of an event with this trigger and factuality; `refused`: the text says that somebody will not do it."""
    plain = ontology.types[trigger.type]
    if refused and plain.refused is not None:
        return plain.refused, None
    if factuality.status != "planned" or factuality.happened is not None:
        return trigger.type, trigger.mode
    if trigger.type == "RETREAT" and trigger.mode in _DECLARED:
        return "CONCEDE", None
    if trigger.type == "RETREAT" and trigger.mode != "resign":
        return "AGREE", None
    if plain.future is not None:
        return plain.future, None
    return trigger.type, trigger.mode
