"""Names of places and parties compared: one is the same in two documents although only one of them could tell which it is."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from onrecord.record.tell import folded
from onrecord.record.told import Party, Spot, Told

UNLISTED = "name:"
"""How the keys of places and parties begin that are known by their name alone."""
SPELT = 0.75
"""The likeness from which two names may be spellings of one."""


def named_places(claim: Told) -> frozenset[str]:
    """The places below countries that a claim names, by their names; what was struck may be a place that nobody could look up ("the strike on Pazigyi")."""
    towns = {f"{UNLISTED}{folded(p.name)}" for p in claim.places if p.feature != "country"}
    struck = {p.key.partition("|")[0] for p in claim.recipients if p.kind == "unknown" and p.key.startswith(UNLISTED)}
    return frozenset(towns | struck)


def unlisted(spot: Spot) -> bool:
    """Whether a place is known by its name alone."""
    return spot.key.startswith(UNLISTED)


POINTS = frozenset({"town", "camp"})
"""Features of places that lie at one point."""
_AREA = re.compile(
    r"\b(?:regions?|provinces?|districts?|states?|zones?|areas?|front|valley|border|sectors?|county|governorate|township|territor(?:y|ies)|mountains?|sea|coast|"
    r"peninsula|islands?|river|road|highway|forest|desert|basin|strait|gulf|bay|line|enclave|north\w*|south\w*|east\w*|west\w*)\b"
)


def is_point(spot: Spot) -> bool:
    """Whether a place lies at one point: a town, or what is known by its name alone and is not called a region, a valley or a front."""
    return spot.feature in POINTS or (unlisted(spot) and not _AREA.search(folded(spot.name)))


def located(a: Spot, b: Spot) -> bool:
    """Whether the way between two places is known: not where one is only somewhere in a country and may be the other's neighbour."""
    return "country" in (a.feature, b.feature) or not any(unlisted(p) and (p.radius_km or 0) > WIDE for p in (a, b))


def siblings(a: Iterable[Spot], b: Iterable[Spot]) -> bool:
    """Whether two claims lie in two different provinces of one country: neighbours, and yet not one place."""
    ours, theirs = list(a), list(b)
    if not ours or not theirs or not all(p.feature == "region" and p.country and not unlisted(p) for p in (*ours, *theirs)):
        return False
    return not any(p.key.startswith(q.key) or q.key.startswith(p.key) or p.country != q.country for p in ours for q in theirs)


def may_be_one(a: Spot, b: Spot) -> bool:
    """Whether two places of unknown distance may be one: either is an area, or their names are spelt alike."""
    return not is_point(a) or not is_point(b) or spelt_alike(a.name, b.name)


WIDE = 60.0
"""Kilometres of the circle in which an unlisted place lies somewhere, from which it says nothing of where."""


@lru_cache(maxsize=65536)
def spelt_alike(a: str, b: str) -> bool:
    """Whether two names may be spellings of one ("Kishishe", "Kisheshe")."""
    return SequenceMatcher(None, folded(a), folded(b), autojunk=False).ratio() >= SPELT


@lru_cache(maxsize=65536)
def proper(name: str) -> frozenset[str]:
    """The words of a name that make it one: those with a capital or a number, beyond what any army or ministry is called."""
    words = (w.strip("'’s,.()") for w in name.split())
    return frozenset(folded(w) for w in words if (w[:1].isupper() or any(c.isdigit() for c in w)) and folded(w) not in _COMMON)


def one_name(a: Party, b: Party) -> bool:
    """Whether two parties are one by key, or one's own words are all in the other's name: "M23" and "M23 rebels"."""
    ours, theirs = proper(a.name), proper(b.name)
    return a.key == b.key or bool(ours and theirs and (ours <= theirs or theirs <= ours))


_COMMON = frozenset(
    [
        "armed",
        "forces",
        "force",
        "army",
        "navy",
        "military",
        "ministry",
        "defence",
        "defense",
        "foreign",
        "interior",
        "government",
        "police",
        "guard",
        "republic",
        "united",
        "nations",
        "council",
        "security",
        "people",
        "front",
        "movement",
        "party",
        "state",
        "national",
    ]
)


def could_speak(party: Party) -> bool:
    """Whether a party's silence says something: it is somebody one can name, not "gunmen", "soldiers", "both governments" or the people of a place."""
    if party.kind in ("unknown", "population"):
        return False
    if party.kind in ("group", "armed_group", "person"):
        return bool(party.entry or _NAMED.search(party.name))
    return bool(party.entry or party.side or party.kind == "state" or _NAMED.search(party.name))


_NAMED = re.compile(r"\b[^\W\d_]*[A-Z\d]{2}|\S\s+[A-Z]")
"""A name that is one: an abbreviation, a number, or a capital that does not only begin it."""
