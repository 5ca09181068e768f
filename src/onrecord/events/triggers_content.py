"""A phrase's head -> the heads that say what it is about: itself, its fellows, and what a measure measures ("tonnes of rice", "half of the town")."""

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children

_MEASURES = frozenset(
    {
        "number", "group", "dozen", "hundred", "thousand", "score", "million", "billion", "lot", "series", "wave", "ton", "tonne", "metric", "load",
        "kind", "type", "piece", "batch", "shipment", "barrage", "volley", "hail", "round", "pair", "couple", "handful", "kilogram", "kilo",
        "one", "two", "three", "some", "many", "most", "several", "all", "rest", "majority", "half", "remainder", "consignment", "worth", "convoy",
        "boatload", "truckload", "planeload", "percent", "third", "quarter", "fifth", "tenth", "part", "swathe", "swath", "share", "stretch", "bulk", "cent", "litre", "barrel", "bag", "box", "crate", "deployment", "contingent", "imposition", "use",
    }
)  # fmt: skip


def content(reading: Reading, token: Token) -> list[Token]:
    """The heads that say what a phrase is about: itself, its fellows, and what a measure measures ("tonnes of rice")."""
    found = [token]
    for fellow in children(reading, token.index, "conj")[:4]:
        found.append(fellow)
        found += children(reading, fellow.index, "conj")[:4]
    for held in tuple(found):
        if held.lemma.lower() in _MEASURES or held.pos == "NUM":
            of = next((p for p in children(reading, held.index, "prep") if p.lemma == "of"), None)
            inner = child(reading, of.index, "pobj") if of is not None else None
            if inner is not None:
                found.append(inner)
    return found
