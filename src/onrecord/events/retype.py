"""A plain type and its factuality -> the codebook's type: what tense and negation make of it (a future visit is AGREE)."""

from dataclasses import replace

from onrecord.events.arguments_subjects import is_passive
from onrecord.events.event import Factuality, Trigger
from onrecord.reading.reading import Reading
from onrecord.reading.tree import children
from onrecord.resources.ontology import Ontology

_WILL = frozenset({"will", "would", "wo", "'ll", "shall", "’ll"})
_REFUSED_MODES = {"CONSULT": "meet", "AID": "assist", "COOPERATE": "assist", "RETREAT": "yield", "CONCEDE": "yield"}

_DECLARED = frozenset({"withdraw", "ceasefire"})
"""Modes of RETREAT whose announcement is a concession; the announced rest (a release, a return) is a promise."""


def retype(trigger: Trigger, factuality: Factuality, *, ontology: Ontology, refused: bool = False) -> tuple[str, str | None]:
    """The PLOVER type and mode of an event with this trigger and factuality; `refused`: the text says that somebody will not do it."""
    plain = ontology.types[trigger.type]
    if refused and plain.refused is not None:
        return plain.refused, _REFUSED_MODES.get(trigger.type)
    if factuality.status != "planned" or factuality.happened is not None:
        return trigger.type, trigger.mode
    if trigger.type == "RETREAT" and trigger.mode in _DECLARED:
        return "CONCEDE", None
    if trigger.type == "RETREAT" and trigger.mode != "resign":
        return "AGREE", None
    if plain.future is not None:
        return plain.future, None
    return trigger.type, trigger.mode


def is_refused(reading: Reading, head: int) -> bool:
    """Whether a verb is one that its subject says it will not do ("will not lift", "would never accept")."""
    if reading.tokens[head].pos not in ("VERB", "AUX"):
        return False
    helpers = children(reading, head, "aux", "neg", "advmod")
    future = any(t.dep == "aux" and t.text.lower() in _WILL for t in helpers)
    denied = any(t.dep == "neg" or t.lemma.lower() == "never" for t in helpers)
    clauses = [head, *(t.index for t in children(reading, head, "advcl"))]
    conditional = any(t.lemma.lower() in ("if", "unless") for c in clauses for t in children(reading, c, "mark"))
    return future and denied and not conditional and not is_passive(reading, head)


def as_refusal(factuality: Factuality) -> Factuality:
    """The factuality of a refusal whose words hold the negation: it is made by being said."""
    return replace(factuality, certainty="certain", happened=True, status="actual", rule="refusal")
