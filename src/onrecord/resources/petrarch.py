"""PETRARCH dictionaries -> entries as TOML, so that a user may keep the actors and agents he has coded by.

An actor dictionary, as Petrarch and Petrarch2 read it, has a line of a name (words joined by underscores, which may end in one) and its code in
square brackets, or synonyms on lines of their own with a plus sign, then codes with dates in indented brackets. Dates are YYYYMMDD, or YYMMDD with
31 to 99 in the last century and 00 to 30 in this one:

    GOLDEN_HARVEST_(GH)_  [XYZREB]  ;comment
    JOHN_DOE_  # comment
    +DOE_
        [XYZGOV >20080101]
        [XYZOPP 980101-071231]

An agent dictionary has a noun, its plural in braces where that is irregular (empty braces: none), and a code with a tilde; !SET! = A, B makes
substitution sets.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from onrecord.errors import ResourceError
from onrecord.resources.countries import Countries, load_countries
from onrecord.resources.directory import SECTORS
from onrecord.resources.petrarch_agents import Agents
from onrecord.resources.toml_text import listed, quoted

_CODE = re.compile(r"\[\s*([A-Za-z~]*)\s*(?:([<>]?\s*\d{4,8})\s*(?:-\s*(\d{4,8}))?)?\s*\]")
_SHORT = re.compile(r"[_\s]*\(\s*([A-Z][A-Z0-9-]{1,9})\s*\)[_\s]*")
_KINDS = {
    "ELI": "person", "GOV": "government", "MIL": "armed_force", "COP": "armed_force", "SPY": "government", "LEG": "government", "JUD": "government",
    "REB": "group", "UAF": "group", "CRM": "group", "OPP": "group", "PTY": "party", "CVL": "population", "MED": "media", "IGO": "organization",
    "NGO": "organization", "BUS": "organization",
}  # fmt: skip
CENTURY = 30
"""The last year of two digits that is read as one of this century, as Petrarch does."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that gave no entry, counted from 1, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A dictionary as TOML, how many entries and names it gave, and what was left out. `kind` says which file of a folder it belongs to."""

    kind: Literal["actors", "agents"]
    toml: str
    entries: int
    names: int
    left_out: tuple[LeftOut, ...]


@dataclass(slots=True)
class _Actor:
    line: int
    names: list[str]
    short: list[str]
    codes: list[tuple[str, str | None, str | None]] = field(default_factory=list)


def petrarch_to_toml(text: str) -> str:
    """The entries of a PETRARCH dictionary as one TOML file. Raises ResourceError where there are none."""
    return import_petrarch(text).toml


def import_petrarch(text: str, *, countries: Countries | None = None, label: str = "agents", known: Collection[str] = ()) -> Imported:
    """A PETRARCH actor or agent dictionary as entries, and the lines that gave none. Raises ResourceError where no line gives any.

    Each period of a name with a code of its own becomes an entry. Left out are names coded as a country alone, for the countries are known already,
    and actors whose ids are among `known`. `label` is part of the ids of agents' entries.
    """
    left: list[LeftOut] = []
    lines = _lines(text)
    coded = [match[1] for _, line in lines if (match := _CODE.search(line)) is not None]
    if sum("~" in c for c in coded) * 2 > len(coded):
        agents = Agents(label)
        for number, line in lines:
            if (why := agents.take(line)) is not None:
                left.append(LeftOut(number, why))
        rows, names = agents.entries(), agents.count
        kind: Literal["actors", "agents"] = "agents"
    else:
        actors = _actors(lines, left)
        rows, kind = _bodies(actors, countries or load_countries(), known, left), "actors"
        out = {x.line for x in left}
        names = sum(len(a.names) for a in actors if a.line not in out)
    if not rows:
        first = f" Line {left[0].line}: {left[0].reason}." if left else ""
        raise ResourceError(
            f"No actors were found.{first}", "Give a PETRARCH dictionary of actors or agents: names with codes in square brackets."
        )
    head = f'[about]\nwhat = "Imported from a PETRARCH dictionary of {kind}."\n\n'
    return Imported(kind, head + "\n".join(rows), len(rows), names, tuple(sorted(left, key=lambda x: x.line)))


def _lines(text: str) -> list[tuple[int, str]]:
    """The numbered lines that hold anything, without comments."""
    found = [(n, re.split(r"[;#]", raw, maxsplit=1)[0].rstrip()) for n, raw in enumerate(text.splitlines(), 1)]
    return [(n, line) for n, line in found if line.strip() and not line.lstrip().startswith("<!")]


def _actors(lines: Iterable[tuple[int, str]], left: list[LeftOut]) -> list[_Actor]:
    found: list[_Actor] = []
    for number, line in lines:
        codes = []
        for match in _CODE.finditer(line):
            try:
                codes.append((match[1].upper(), *_period(match[2], match[3])))
            except ValueError:
                left.append(LeftOut(number, f"{match[0]} has a date that is none"))
        name = _CODE.sub("", line).strip()
        if "[" in name or "]" in name or name.startswith("&"):
            left.append(LeftOut(number, "no name, synonym or code"))
            continue
        if name.startswith("+") and not found:
            left.append(LeftOut(number, "a synonym before any name"))
        elif name.startswith("+"):
            _take_name(found[-1], name[1:])
        elif name:
            found.append(_Actor(number, [], []))
            _take_name(found[-1], name)
        if codes and not found:
            left.append(LeftOut(number, "a code before any name"))
        elif codes:
            found[-1].codes.extend(codes)
    return found


def _take_name(actor: _Actor, written: str) -> None:
    actor.short += [s for s in _SHORT.findall(written) if s not in actor.short]
    name = _plain(_SHORT.sub("_", written))
    if any(c.isalpha() for c in name) and name not in actor.names:
        actor.names.append(name)


def _plain(name: str) -> str:
    words = re.sub(r"[_\s]+", " ", name).strip().split()
    return " ".join("-".join(p.capitalize() if p.isupper() and len(p) > 1 else p for p in w.split("-")) for w in words)


def _period(first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """Since and until, as ISO days, of "<20080101", ">20080101" or "20000101-20071231". Raises ValueError for what is no date."""
    if first is None:
        return None, None
    day = _day(first.strip("<> "))
    if first.startswith("<"):
        return None, day
    return day, _day(last) if last else None


def _day(digits: str) -> str:
    """An ISO year or day. A day that its month does not have (29 February, 31 June) is the month alone."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= CENTURY else "19") + digits
    year, month, day = int(digits[:4]), int(digits[4:6] or 1), int(digits[6:8] or 1)
    date(year, month, 1)
    try:
        date(year, month, day)
    except ValueError:
        return f"{year:04}-{month:02}"
    return "-".join(p for p in (digits[:4], digits[4:6], digits[6:8]) if p)


def _bodies(actors: Iterable[_Actor], countries: Countries, known: Collection[str], left: list[LeftOut]) -> list[str]:
    rows: list[str] = []
    taken: set[str] = set()
    for actor in actors:
        if not actor.names or not actor.codes:
            left.append(LeftOut(actor.line, "a name without a code" if actor.names else "no name of letters"))
            continue
        if _id(actor.names[0]) in known:
            left.append(LeftOut(actor.line, f"{actor.names[0]} is in the folder already"))
            continue
        codes = list(dict.fromkeys(actor.codes))
        changing = len(codes) > 1 and len({c for c, _, _ in codes}) > 1 and any(since or until for _, since, until in codes)
        person = changing or any("ELI" in _parts(c) for c, _, _ in codes)
        for letters, since, until in codes:
            country, sectors = _coded(letters, countries)
            if country is not None and not sectors and not person:
                left.append(LeftOut(actor.line, f"{actor.names[0]} is coded as a country, and those are known"))
                continue
            kind = "person" if person else next((_KINDS[s] for s in sectors if s in _KINDS), "organization")
            rows.append(_entry(actor, _free(actor.names[0], taken), kind, country, sectors, since, until))
    return rows


def _parts(letters: str) -> list[str]:
    return [letters[i : i + 3] for i in range(0, len(letters), 3)]


def _coded(letters: str, countries: Countries) -> tuple[str | None, list[str]]:
    """The country (ISO 3166-1 alpha-3) and the sectors of a code; regions and religions are neither."""
    parts = _parts(letters)
    country = parts[0] if parts and parts[0] not in SECTORS and countries.by_code(parts[0]) is not None else None
    return country, list(dict.fromkeys(p for p in parts if p in SECTORS))


def _id(name: str) -> str:
    return "petrarch-" + (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "actor")


def _free(name: str, taken: set[str]) -> str:
    """An id for a name that no entry has yet."""
    stem = _id(name)
    ident = next(i for i in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if i not in taken)
    taken.add(ident)
    return ident


def _entry(actor: _Actor, ident: str, kind: str, country: str | None, sectors: list[str], since: str | None, until: str | None) -> str:
    rows = [f"id = {quoted(ident)}", f"names = {listed(actor.names)}"]
    rows += [f"abbreviations = {listed(actor.short)}"] if actor.short else []
    rows += [f"kind = {quoted(kind)}"]
    rows += [f"country = {quoted(country)}"] if country else []
    rows += [f"sectors = {listed(sectors)}"]
    rows += [f"{key} = {quoted(day)}" for key, day in (("since", since), ("until", until)) if day]
    return "\n".join(["[[entry]]", *rows, f"examples = [{quoted(actor.names[0] + ' spoke.')}]", 'note = "imported"', ""])
