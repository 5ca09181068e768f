"""A commitment's wording -> the key under which a record counts it: one for a ceasefire, a cease-fire and a truce, one for a resolution however it is cited."""

import re

TRUCES = frozenset({"ceasefire", "ceasefires", "truce", "truces", "armistice"})
TAILS = frozenset({"agreement", "agreements", "accord", "accords", "deal", "pact", "regime", "arrangement"})
"""Nouns that add nothing to "ceasefire", and are one noun elsewhere: "the Lomar accords" is the Lomar agreement."""
COUNCIL = frozenset(
    {"security", "council", "un", "unsc", "unscr", "united", "nations", "resolution", "resolutions", "no", "number", "s", "of", "the"}
)


def bond_key(name: str) -> str:
    """The key of a folded name (small letters, no punctuation). Years and names in it are kept: two agreements that differ in them are two."""
    words = re.sub(r"\bcease fires?\b", "ceasefire", name).split()
    if (number := _council_resolution(words)) is not None:
        return f"resolution {number}"
    if TRUCES & set(words):
        kept = ["ceasefire" if w in TRUCES else w for w in words if w not in TAILS]
        return " ".join(w for n, w in enumerate(kept) if w != "ceasefire" or "ceasefire" not in kept[:n])
    return " ".join("agreement" if w in TAILS - {"regime", "arrangement"} and n == len(words) - 1 else w for n, w in enumerate(words))


def _council_resolution(words: list[str]) -> str | None:
    """The number of a resolution of the Security Council, which numbers its own through; None for another body's, or for several at once."""
    if not {"resolution", "resolutions", "unscr"} & set(words):
        return None
    numbers = [w for w in words if w.isdigit()]
    if not numbers or any(w not in COUNCIL and not w.isdigit() for w in words):
        return None
    first, *others = numbers
    years = all(len(w) == 4 and w.startswith(("19", "20")) for w in others)
    return first if years and len(others) <= 1 else None
