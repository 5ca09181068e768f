"""A verb -> what it says a claim lacks to be true: "has no basis in fact", "lacks any foundation", "is without merit"."""

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.markers import Markers


def is_ground(token: Token, markers: Markers) -> bool:
    """Whether a noun names what a true claim has."""
    return ("NOUN", token.lemma.lower(), "groundless") in markers.governors


def missing_ground(reading: Reading, verb: Token, markers: Markers) -> Token | None:
    """What the subject of a verb is said to have nothing of."""
    lemma = verb.lemma.lower()
    without = next((t for t in children(reading, verb.index, "prep") if t.text.lower() == "without"), None)
    without = without if lemma in ("be", "remain") else None
    thing = child(reading, without.index, "pobj") if without is not None else child(reading, verb.index, "dobj")
    if thing is None or not is_ground(thing, markers):
        return None
    none = lemma == "have" and any(t.text.lower() == "no" for t in children(reading, thing.index, "det"))
    return thing if none or lemma == "lack" or without is not None else None
