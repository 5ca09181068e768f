"""Toponyms -> toponyms that say which other of the text they lie in ("Tripoli, Lebanon"; "Niger's Tillabéri region"; "the Azerbaijani city of Ganja")."""

import re
from dataclasses import replace

from onrecord.reading.reading import Reading, Toponym
from onrecord.resources.place_words import PlaceWords

_THEN_LARGER = re.compile(
    r"\s*(?:,\s*(?:in\s+|a\s+[\w-]+\s+(?:[\w-]+\s+)?(?:of|in)\s+)?(?:the\s+)?|\(|\s+in\s+(?:the\s+)?|\s*[–-]\s*)(?:(?:north|south|east|west|central)\w*\s+)?$",
    re.IGNORECASE,
)
_THEN_SMALLER = re.compile(r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)
_KIND_BETWEEN = re.compile(
    r"\s+(?:[\w-]+\s+)?([\w-]+)\s*(?:,\s*(?:in\s+)?|\s+in\s+|\s+of\s+)(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?$",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"(?:ress|ist|ian|man|men|woman|women|[^t]er|or|ident|ant)s?$")
"""Endings of nouns for people."""
FARTHEST = 40
"""Characters between two toponyms of which one may hold the other."""


def _by_kind(between: str, words: PlaceWords) -> bool:
    """Whether a noun that is nobody links two names ("Bab district of Damascus"; not "the Hollywood actress in Athens")."""
    found = _KIND_BETWEEN.match(between) if between.count(" ") <= 5 else None
    noun = found[1].lower() if found is not None else ""
    return found is not None and (noun in words.kind_after or noun in words.kind_of or not _SOMEBODY.search(noun))


def _listed(reading: Reading, one: Toponym, two: Toponym) -> bool:
    """Whether the parser joins two names as equals ("Asia, Africa and Europe")."""
    second = reading.tokens[two.head]
    return second.dep == "conj" and second.head == one.head


def link_within(reading: Reading, toponyms: tuple[Toponym, ...], words: PlaceWords) -> tuple[Toponym, ...]:
    """The toponyms in the same order, `within` set where the words between two neighbours say that one lies in the other.

    The words only allow it: whether it is so (and "Paris, London" is a list) is for resolution to see.
    """
    made = list(toponyms)
    for n in range(len(made) - 1):
        one, two = made[n], made[n + 1]
        between = reading.document.text[one.span.end : two.span.start]
        if not 0 < len(between) <= FARTHEST or "\n\n" in between:
            continue
        if two.feature == "demonym" or _listed(reading, one, two):
            continue
        acting = any(t.pos == "VERB" for t in reading.tokens[one.head + 1 : min(two.head, one.head + 6)])
        if (one.feature == "demonym" or between.startswith(("'s", "’s"))) and _THEN_SMALLER.match(between) and not acting:
            made[n + 1] = replace(two, within=n)
        elif one.feature != "demonym" and (_THEN_LARGER.match(between) or _by_kind(between, words)):
            made[n] = replace(made[n], within=n + 1)
    return tuple(made)
