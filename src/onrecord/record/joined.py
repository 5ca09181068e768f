"""Actors that people joined or parted: decisions -> under which actor each key goes, in all documents or in one."""

import json
import sqlite3
from typing import Any

from onrecord.errors import UsageError
from onrecord.record.ids import actor_id, document_short
from onrecord.record.index import reindex


def is_actor(target: str) -> bool:
    """Whether a decision's target is an actor's id."""
    return target.startswith("a")


def actor_of(connection: sqlite3.Connection, words: str) -> dict[str, str]:
    """The actor (id, key, name) of an id or its beginning, or of a key. Raises UsageError where nobody, or more than one, is meant."""
    found: dict[str, dict[str, str]] = {}
    for key, name in connection.execute("SELECT key, min(name) FROM parties GROUP BY key"):
        ident = actor_id(key)
        if key == words or (len(words) > 3 and ident.startswith(words)):
            found[ident] = {"id": ident, "key": key, "name": name}
    if len(found) != 1:
        raise UsageError(
            f"{words!r} is {'no' if not found else 'more than one'} actor on record.", "onrecord actors lists them with their ids."
        )
    return next(iter(found.values()))


def value_of(connection: sqlite3.Connection, kind: str, target: dict[str, str], value: Any) -> dict[str, str]:
    """What a decision on an actor keeps: for "merge" the actor it is joined with, for "split" the document in which it is another one."""
    if kind == "merge":
        other = actor_of(connection, str(value))
        if other["key"] == target["key"]:
            raise UsageError("An actor cannot be joined with itself.", "Name another with --value.")
        return other
    if kind == "split":
        row = connection.execute("SELECT id FROM documents WHERE id = ? AND text IS NOT NULL", (value,)).fetchone()
        if row is None:
            raise UsageError(f"{value!r} is no document on record.", "Say with --value in which document it is another actor.")
        return {"document": row[0]}
    raise UsageError(f"An actor cannot be given a {kind}.", "Actors are joined (merge) and parted (split); undo takes either back.")


def settle_actors(connection: sqlite3.Connection) -> None:
    """Bring the index in line with the decisions on actors that stand."""
    before = _aliases(connection)
    joined: dict[tuple[str, str], str] = {}
    question = "SELECT kind, machine, value FROM current_decisions WHERE target LIKE 'a%' AND kind IN ('merge', 'split') ORDER BY number"
    for kind, machine, value in connection.execute(question).fetchall():
        if machine is None or value is None:
            continue
        key, held = json.loads(machine)["key"], json.loads(value)
        if kind == "split":
            joined[key, held["document"]] = f"{key}#{document_short(held['document'])}"
            continue
        actor = joined.get((held["key"], ""), held["key"])
        if actor == key:
            continue  # they are one already, the other way round
        joined = {k: actor if a == key else a for k, a in joined.items()} | {(key, ""): actor}
    connection.execute("DELETE FROM aliases")
    connection.executemany("INSERT INTO aliases VALUES (?, ?, ?)", [(k, d, a) for (k, d), a in joined.items()])
    moved = sorted({k for k, _ in set(before.items()) ^ set(joined.items())})
    keys = sorted({key for key, _ in moved})
    marks = ",".join("?" * len(keys))
    touched = f"SELECT DISTINCT q.claim FROM claim_parties q JOIN parties p ON p.number = q.party WHERE p.key IN ({marks})"
    reindex(connection, [r[0] for r in connection.execute(touched, keys).fetchall()])


def _aliases(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    return {(k, d): a for k, d, a in connection.execute("SELECT key, document, actor FROM aliases")}
