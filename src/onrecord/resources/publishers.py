"""A publisher's name and address -> the country it is at home in, where they show it."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from onrecord.resources.countries import Countries
from onrecord.resources.directory import Directory
from onrecord.resources.phrase_index import fold_words
from onrecord.resources.resources import Resources

_GENERIC = frozenset({"com", "org", "net", "int", "info", "tv", "fm", "me", "io", "co", "ai", "cc", "ws", "eu", "su", "gg", "to"})
"""Endings of addresses that anybody uses, wherever they are."""
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_LONGEST = 4
"""Words of the longest country or city that is looked for in a name."""


def publisher_country(publisher: str | None, url: str | None, resources: Resources) -> str | None:
    """ISO 3166-1 alpha-3 of the country of the publisher that the directory knows by that name; else of the country its name holds ("The Baku
    Example", "Ministry of Defence of Armenia"); else of its address; None otherwise."""
    known = _by_directory(resources.directory).get(fold_words(publisher or ""))
    return known or _by_name(publisher, resources.countries) or _by_address(url, resources.countries)


@lru_cache(maxsize=4)
def _by_directory(directory: Directory) -> dict[tuple[str, ...], str]:
    """The country of each body by its folded names; a name that bodies of two countries share is left out."""
    found: dict[tuple[str, ...], set[str]] = {}
    for body in directory.bodies.values():
        for name in body.names if body.country else ():
            found.setdefault(fold_words(name), set()).add(body.country or "")
    return {name: next(iter(homes)) for name, homes in found.items() if len(homes) == 1}


def _by_name(publisher: str | None, countries: Countries) -> str | None:
    words = _WORD.findall(publisher or "")
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            name = " ".join(words[at : at + length])
            match = countries.lookup(name) if name[:1].isupper() else None
            found = match.country if match else (countries.by_seat(name) if name[:1].isupper() else None)
            if found and found.code:
                return found.code
    return None


def _by_address(url: str | None, countries: Countries) -> str | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    ending = host.rpartition(".")[2].lower()
    if len(ending) != 2 or ending in _GENERIC or "." not in host:
        return None
    found = countries.by_code("gb" if ending == "uk" else ending)
    return found.code if found else None
