"""Lemma -> its inflected forms by the regular rules of English, for words a lemmatiser does not know ("waterboarded", "SHELLED")."""

_VOWELS = "aeiou"
_IRREGULAR = {
    "retake": ("retook", "retaken"), "overrun": ("overran",), "forgive": ("forgave", "forgiven"), "freeze": ("froze", "frozen"),
    "withhold": ("withheld",), "overthrow": ("overthrew", "overthrown"), "wage": ("waged", "waging"), "swear": ("swore", "sworn"),
    "foreswear": ("foreswore",), "resupply": ("resupplied",), "overfly": ("overflew", "overflown"), "outgun": ("outgunned",),
}  # fmt: skip
"""Forms that small lemmatisers leave as they are."""


def verb_forms(lemma: str) -> frozenset[str]:
    """The third person, participle and past forms of a regular verb, with and without a doubled consonant."""
    if lemma in _IRREGULAR:
        return frozenset({lemma, *plurals(lemma), *_IRREGULAR[lemma], (lemma[:-1] if lemma.endswith("e") else lemma) + "ing"})
    if lemma.endswith("e"):
        stems = {lemma[:-1]}
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return frozenset({lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"})
    else:
        stems = {lemma}
        if lemma[-1:] not in _VOWELS + "wxy" and lemma[-2:-1] in tuple(_VOWELS):
            stems.add(lemma + lemma[-1])
    return frozenset({lemma, *plurals(lemma), *(s + ending for s in stems for ending in ("ed", "ing"))})


def plurals(lemma: str) -> frozenset[str]:
    """The regular plural of a noun, or the third person of a verb."""
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return frozenset({lemma + "es"})
    if lemma.endswith("y") and lemma[-2:-1] not in tuple(_VOWELS):
        return frozenset({lemma[:-1] + "ies"})
    return frozenset({lemma + "s"})
