"""Toponyms -> toponyms that say which other of the text they lie in ("Tripoli, Lebanon"; "Niger's Tillabéri region"; "the Azerbaijani city of Ganja")."""

import re
from dataclasses import replace

from onrecord.reading.reading import Reading, Toponym

_THEN_LARGER = re.compile(
    r"\s*(?:,\s*(?:in\s+|a\s+[\w-]+\s+(?:[\w-]+\s+)?(?:of|in)\s+)?(?:the\s+)?|\(|\s+in\s+(?:the\s+)?|\s*[–-]\s*)(?:(?:north|south|east|west|central)\w*\s+)?$",
    re.IGNORECASE,
)
_THEN_SMALLER = re.compile(r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)
_KIND_BETWEEN = re.compile(
    r"\s+[\w-]+(?:\s+[\w-]+)?\s*(?:,\s*(?:in\s+)?|\s+in\s+|\s+of\s+)(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?$", re.IGNORECASE
)
FARTHEST = 40
"""Characters between two toponyms of which one may hold the other."""


def link_within(reading: Reading, toponyms: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """The toponyms in the same order, `within` set where the words between two neighbours say that one lies in the other.

    The words only allow it: whether it is so (and "Paris, London" is a list) is for resolution to see.
    """
    made = list(toponyms)
    for n in range(len(made) - 1):
        one, two = made[n], made[n + 1]
        between = reading.document.text[one.span.end : two.span.start]
        if not 0 < len(between) <= FARTHEST or "\n\n" in between:
            continue
        if two.feature == "demonym":
            continue
        if (one.feature == "demonym" or between.startswith(("'s", "’s"))) and _THEN_SMALLER.match(between):
            made[n + 1] = replace(two, within=n)
        elif one.feature != "demonym" and (_THEN_LARGER.match(between) or (between.count(" ") <= 5 and _KIND_BETWEEN.match(between))):
            made[n] = replace(made[n], within=n + 1)
    return tuple(made)
