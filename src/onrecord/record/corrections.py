"""What people corrected of a claim, laid over the machine's values, which stay beside."""

import json
import sqlite3
from typing import Any, get_args, get_type_hints

from onrecord.errors import UsageError
from onrecord.record.plain import from_plain, without_none
from onrecord.record.told import Told

FIELDS = (
    "type", "mode", "status", "certainty", "happened", "earliest", "latest", "edtf", "actors", "recipients", "places", "tolls", "instruments",
    "commitments", "framing", "contexts", "cameo",
)  # fmt: skip


def corrections_of(connection: sqlite3.Connection, claim: str) -> list[tuple[str, str]]:
    """The corrections that stand on a claim (field, JSON value), in the order they were made."""
    question = "SELECT field, value FROM current_decisions WHERE now = ? AND kind = 'correct' ORDER BY number"
    return connection.execute(question, (claim,)).fetchall()


def corrected(body: dict[str, Any], corrections: list[tuple[str, str]]) -> dict[str, Any]:
    """A claim's plain form with each corrected field (name, JSON value) in place of the machine's; later ones count."""
    return body | {field: json.loads(value) for field, value in corrections}


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
    hint, optional = without_none(get_type_hints(Told).get(field, str))
    allowed = [a for a in get_args(hint) if isinstance(a, str)]
    if allowed and value not in allowed and not (optional and value is None):
        raise UsageError(f"{field} cannot be {value!r}.", f"It is one of {', '.join(allowed)}.")
    if hint is bool and value not in (True, False, None):
        raise UsageError(f"{field} cannot be {value!r}.", "It is true, false or null.")
    if field == "type" and not isinstance(value, str):
        raise UsageError(f"type cannot be {value!r}.", "It is a PLOVER type, such as ASSAULT.")
    try:
        from_plain(Told, body | {field: value})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{field} cannot be {value!r}: {error}.", "Give it the shape it has in onrecord show --format jsonl.") from error
