"""What people corrected of a claim, laid over the machine's values, which stay beside."""

import datetime
import json
import re
import sqlite3
import types
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from onrecord.errors import UsageError
from onrecord.record.plain import from_plain, parts_of, without_none
from onrecord.record.tell import folded
from onrecord.record.told import Told
from onrecord.timespan import parse_edtf

FIELDS = (
    "type", "mode", "status", "certainty", "happened", "earliest", "latest", "edtf", "actors", "recipients", "places", "tolls", "instruments",
    "commitments", "framing", "contexts", "cameo",
)  # fmt: skip
DAYS = ("earliest", "latest", "edtf")
LISTS = ("actors", "recipients", "places", "tolls", "instruments", "commitments", "framing", "contexts")
NO_TOLL = {"low": None, "high": None, "of": "unknown", "whose": None, "part": False, "words": ""}
"""What is not known of a toll of which a person gives the kind and the figures alone."""
LOOKED_AT = 50
"""Claims that name a party, in which what else is known of it is looked for: those that people corrected to name it hold no more than its name."""
_PARTIES = "It is a name, a list of names, or the objects of onrecord show --format jsonl."
_WORDS = "It is a word or a list of words."
SHAPES = {
    "happened": "It is true, false or null.", "type": "It is a PLOVER type, such as ASSAULT.", "cameo": "It is a CAMEO code of two to four digits, or null.",
    "mode": "It is a word, or null.", "earliest": "It is a day, such as 2020-03-31, or null.", "latest": "It is a day, such as 2020-03-31, or null.",
    "edtf": "It is a date in EDTF, such as 2020-03-31, 2020-03 or 2020-03-01/2020-03-05, or null.", "actors": _PARTIES, "recipients": _PARTIES,
    "places": _PARTIES, "contexts": _WORDS, "instruments": _WORDS, "framing": _WORDS,
    "tolls": 'It is a list such as [{"kind": "killed", "low": 2, "high": 2}].',
    "commitments": "It is a list of the objects that onrecord show --format jsonl gives.",
}  # fmt: skip
"""What a field can hold, in words."""
_HINTS = get_type_hints(Told)


def corrections_of(connection: sqlite3.Connection, claim: str) -> list[tuple[str, str]]:
    """The corrections that stand on a claim (field, JSON value), in the order they were made."""
    question = "SELECT field, value FROM current_decisions WHERE now = ? AND kind = 'correct' AND value IS NOT NULL ORDER BY number"
    return connection.execute(question, (claim,)).fetchall()


def corrected(body: dict[str, Any], corrections: list[tuple[str, str]]) -> dict[str, Any]:
    """A claim's plain form with each corrected field (name, JSON value) in place of the machine's; later ones count. A date in EDTF sets its days.
    What a field cannot hold, as older versions and other programs may have written it, changes nothing."""
    made = dict(body)
    for field, value in corrections:
        if not sound(field, given := json.loads(value)):
            continue
        made[field] = given
        if field == "edtf" and made["edtf"]:
            when = parse_edtf(made["edtf"])
            made |= {"earliest": str(when.earliest) if when.earliest else None, "latest": str(when.latest) if when.latest else None}
    return made


def rekeyed(body: dict[str, Any], joined: dict[tuple[str, str], str]) -> dict[str, Any]:
    """A claim's plain form with its parties under the keys of the actors that people said they are."""
    document = body["document"]

    def under(party: dict[str, Any] | None) -> dict[str, Any] | None:
        actor = party and (joined.get((party["key"], document)) or joined.get((party["key"], "")))
        return (party or {}) | {"key": actor} if actor else party

    chain = [voice | {"parties": [under(p) for p in voice["parties"]]} for voice in body["chain"]]
    roles = {role: [under(p) for p in body[role]] for role in ("actors", "recipients")}
    return body | roles | {"chain": chain, "voice": under(body["voice"])}


def check(body: dict[str, Any], field: str, value: Any) -> None:
    """Raises UsageError, in words, where a field cannot hold a value."""
    if field not in FIELDS:
        raise UsageError(f"{field!r} is not a field that can be corrected.", f"These can: {', '.join(FIELDS)}.")
    allowed = [a for a in get_args(without_none(_HINTS.get(field, str))[0]) if isinstance(a, str)]
    advice = SHAPES.get(field) or (
        f"It is one of {', '.join(allowed)}." if allowed else "Give it the shape it has in onrecord show --format jsonl."
    )
    if not sound(field, value):
        raise UsageError(f"{field} cannot be {value!r}.", advice)
    try:
        from_plain(Told, corrected(body, [(field, json.dumps(value))]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{field} cannot be {value!r}: {error}.", advice) from error


def sound(field: str, value: Any) -> bool:
    """Whether a field can hold a value, whatever the claim."""
    if field not in FIELDS or (field == "cameo" and value is not None and not re.fullmatch(r"\d{2,4}", str(value))):
        return False
    if field not in DAYS or value is None:
        return field in DAYS or fits(_HINTS.get(field, str), value)
    try:
        parse_edtf(value) if field == "edtf" else datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True


def fits(hint: Any, value: Any) -> bool:
    """Whether a value in its plain form is of a type."""
    bare, optional = without_none(hint)
    if value is None:
        return optional
    if get_origin(bare) is Literal:
        return value in get_args(bare)
    if get_origin(bare) is tuple:
        return isinstance(value, list) and all(fits(get_args(bare)[0], v) for v in value)
    if get_origin(bare) in (Union, types.UnionType):
        return any(fits(each, value) for each in get_args(bare))
    if is_dataclass(bare):
        parts = parts_of(cast(Any, bare))
        known = isinstance(value, dict) and all(p.key in value for p in parts if not p.later)
        return known and all(fits(p.type | None if p.optional else p.type, value[p.key]) for p in parts if p.key in value)
    if bare is bool or isinstance(value, bool):
        return bare is bool and isinstance(value, bool)
    return isinstance(value, (int, float) if bare is float else bare)


def spelt_out(connection: sqlite3.Connection, field: str, value: Any, *, document: str = "") -> Any:
    """A value as a person gives it for a claim of a document, in the shape the field has: names of parties and places as the record knows them, one word as a list of it, a
    toll without what is not known of it."""
    if field not in LISTS or value is None:
        return value
    listed = value if isinstance(value, list) else [value]
    if field in ("actors", "recipients"):
        return [_party(connection, v, document) if isinstance(v, str) else v for v in listed]
    if field == "places":
        return [_place(connection, v) if isinstance(v, str) else v for v in listed]
    if field == "tolls":
        return [NO_TOLL | v if isinstance(v, dict) and v.keys() <= NO_TOLL.keys() | {"kind"} else v for v in listed]
    return listed


def _party(connection: sqlite3.Connection, name: str, document: str) -> dict[str, Any]:
    """The party that the record knows by a name or a key, with its office, body and entry as a claim has them: one of the same document, else the one that
    names it first. One that is known by that name alone where there is none."""
    question = (
        "SELECT number, key, name, kind, country, side FROM parties WHERE folded = ? OR key = ? OR name = ? ORDER BY key = ? DESC, number"
    )
    row = connection.execute(question, (folded(name), name, name, name)).fetchone()
    number, *known = row or (None, f"name:{folded(name)}", name, "unknown", None, None)
    alone = dict(zip(("key", "name", "kind", "country", "side"), known, strict=True))
    where = """SELECT c.body FROM claim_parties q JOIN claims c ON c.number = q.claim WHERE q.party = ? ORDER BY c.document = ? DESC, q.claim LIMIT ?"""
    for (body,) in connection.execute(where, (number, document, LOOKED_AT)):
        for party in _parties(json.loads(body)):
            if alone.items() <= party.items():
                return party
    return alone | {"body": None, "office": None, "entry": None}


def _parties(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Everybody whom a claim names."""
    yield from (*body["actors"], *body["recipients"], *(p for voice in body["chain"] for p in voice["parties"]))
    if body["voice"]:
        yield body["voice"]


def _place(connection: sqlite3.Connection, name: str) -> dict[str, Any]:
    """The place that the record knows by a name or a key, as the claim has it that names it first; else one known by that name alone."""
    question = "SELECT p.key, c.body FROM claim_places p JOIN claims c ON c.number = p.claim WHERE p.folded = ? OR p.key = ? ORDER BY p.claim LIMIT 1"
    row = connection.execute(question, (folded(name), name)).fetchone()
    found = next((p for p in json.loads(row[1])["places"] if p["key"] == row[0]), None) if row else None
    unknown = {
        "key": f"name:{folded(name)}",
        "name": name,
        "feature": "area",
        "country": None,
        "latitude": None,
        "longitude": None,
        "radius_km": None,
    }
    return dict(found or unknown)
