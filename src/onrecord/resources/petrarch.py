"""PETRARCH actor dictionary text -> directory entries as TOML, so that a user may keep the actors he has coded by.

The format, as Petrarch and Petrarch2 read it: a line of a name (words joined by underscores, which may end in one), its code in square brackets, or
synonyms on lines of their own with a plus sign, then codes with dates in indented brackets:

    GOLDEN_HARVEST_  [XYZREB]  ;comment
    JOHN_DOE_
    +DOE_
        [XYZGOV >20080101]
        [XYZOPP 20000101-20071231]
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.errors import ResourceError
from onrecord.resources.directory import SECTORS

_CODE = re.compile(r"\[\s*([A-Za-z]*)\s*(?:([<>]?\s*\d{4,8})\s*(?:-\s*(\d{4,8}))?)?\s*\]")
_KINDS = {
    "GOV": "government", "MIL": "armed_force", "COP": "armed_force", "SPY": "government", "LEG": "government", "JUD": "government", "REB": "group",
    "UAF": "group", "OPP": "group", "PTY": "party", "CVL": "population", "MED": "media", "IGO": "organization", "NGO": "organization", "BUS": "organization",
}  # fmt: skip
_INTERNATIONAL = frozenset({"IGO", "NGO", "IMG", "INT", "NGM", "MNC", "UIS"})
"""Codes that stand where a country's would."""


@dataclass(slots=True)
class _Actor:
    names: list[str]
    codes: list[tuple[str, str | None, str | None]] = field(default_factory=list)


def petrarch_to_toml(text: str) -> str:
    """The entries of a PETRARCH actor dictionary as one TOML file for a user's `actors/bodies` folder.

    Each period of a name with a code of its own becomes an entry. Raises ResourceError where a line is no name, synonym, code or comment.
    """
    entries = [_entry(actor, code, n) for actor in _actors(text.splitlines()) for n, code in enumerate(actor.codes)]
    if not entries:
        raise ResourceError("No actors were found.", "Give a PETRARCH actor dictionary: names with codes in square brackets.")
    head = '[about]\nwhat = "Imported from a PETRARCH actor dictionary."\n\n'
    return head + "\n".join(dict.fromkeys(entries))


def _actors(lines: Iterable[str]) -> list[_Actor]:
    found: list[_Actor] = []
    for number, raw in enumerate(lines, 1):
        line = re.split(r"[;#]", raw, maxsplit=1)[0].rstrip()
        if not line.strip() or line.startswith(("<!--", "<!")):
            continue
        codes = [(m[1].upper(), *_period(m[2], m[3])) for m in _CODE.finditer(line)]
        name = _CODE.sub("", line).strip()
        if name.startswith("+") and found:
            found[-1].names.append(_plain(name[1:]))
        elif name and not name.startswith(("&", "[", "]")):
            found.append(_Actor([_plain(name)]))
        elif name:
            raise ResourceError(f"Line {number} is no name, synonym or code: {raw.strip()[:60]!r}.", "Mend the line or take it out.")
        if codes and not found:
            raise ResourceError(f"Line {number} has a code before any name.", "Put the name on a line before it.")
        if codes:
            found[-1].codes.extend(codes)
    return found


def _plain(name: str) -> str:
    words = re.sub(r"[_\s]+", " ", name).strip().split()
    return " ".join(w.capitalize() if w.isupper() and len(w) > 1 else w for w in words)


def _period(first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """Since and until, as ISO days, of "<20080101", ">20080101" or "20000101-20071231"."""
    if first is None:
        return None, None
    day = _day(first.strip("<> "))
    if first.startswith("<"):
        return None, day
    return day, _day(last) if last else None


def _day(digits: str) -> str:
    digits = digits if len(digits) in {4, 6, 8} else f"{1900 + int(digits[:2])}{digits[2:]}"
    return "-".join(p for p in (digits[:4], digits[4:6], digits[6:8]) if p)


def _entry(actor: _Actor, code: tuple[str, str | None, str | None], number: int) -> str:
    letters, since, until = code
    parts = [letters[i : i + 3] for i in range(0, len(letters), 3)]
    country = parts[0] if parts and parts[0] not in _INTERNATIONAL and parts[0] not in SECTORS else None
    sectors = [p for p in parts[1 if country else 0 :] if p in SECTORS]
    kind = next((_KINDS[p] for p in sectors if p in _KINDS), "state" if country and not sectors else "organization")
    ident = "petrarch-" + re.sub(r"[^a-z0-9]+", "-", actor.names[0].lower()).strip("-") + (f"-{number + 1}" if number else "")
    rows = [f"id = {_quoted(ident)}", f"names = [{', '.join(_quoted(n) for n in dict.fromkeys(actor.names))}]", f"kind = {_quoted(kind)}"]
    rows += [f"country = {_quoted(country)}"] if country else []
    rows += [f"sectors = [{', '.join(_quoted(s) for s in sectors)}]"]
    rows += [f"{key} = {_quoted(day)}" for key, day in (("since", since), ("until", until)) if day]
    return "\n".join(["[[entry]]", *rows, f"examples = [{_quoted(actor.names[0] + ' spoke.')}]", 'note = "imported"', ""])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
