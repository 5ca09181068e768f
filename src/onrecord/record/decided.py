"""Decisions -> what stands: verdicts and corrected values of claims, kept in step when people decide and when documents are read anew."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from onrecord.record.index import Index, as_it_stands
from onrecord.record.plain import from_plain
from onrecord.record.told import Told

VERDICT = {"accept": "accepted", "correct": "corrected", "reject": "rejected", "dispute": "disputed"}


def settle(connection: sqlite3.Connection, claim: str) -> None:
    """Bring a claim's standing in line with the decisions on it: the last of accept, correct, reject and dispute is its verdict."""
    row = connection.execute(
        "SELECT c.number, c.body FROM standing s JOIN claims c ON c.number = s.claim WHERE s.id = ?", (claim,)
    ).fetchone()
    if row is None:
        return
    decided = connection.execute("SELECT kind FROM current_decisions WHERE now = ? ORDER BY number", (claim,)).fetchall()
    verdict = next((VERDICT[kind] for (kind,) in reversed(decided) if kind in VERDICT), None)
    told, edited = as_it_stands(connection, row[1])
    Index(connection).change(told, row[0], verdict=verdict, edited=edited)


def moved_to(connection: sqlite3.Connection, claim: str) -> str:
    """The claim on which the decisions on one stand now: itself, unless a newer reading found it under other words."""
    row = connection.execute("SELECT new FROM moved WHERE old = ? ORDER BY rowid DESC LIMIT 1", (claim,)).fetchone()
    return str(row[0]) if row else claim


_DECIDED = """SELECT c.id, c.first, c.last, c.type, max(c.number) FROM claims c WHERE c.document = ? AND (c.id IN (SELECT target FROM decisions)
              OR c.id IN (SELECT json_extract(value, '$') FROM decisions WHERE kind = 'merge' AND value IS NOT NULL)) GROUP BY c.id ORDER BY 5"""
"""Claims of a document that people decided on, or joined another with."""


def settle_document(connection: sqlite3.Connection, document: str, claims: Sequence[Told], run: int) -> None:
    """After a document was read anew: decisions on its claims stand on the same claims, or on those that now say the same in other words."""
    decided = connection.execute(_DECIDED, (document,)).fetchall()
    _settle_all(connection, [(ident, first, last, kind) for ident, first, last, kind, _ in decided], claims, run)


Decided = tuple[str, int, int, str]
"""A claim that people decided on: its id, the characters of its trigger, its type."""


def settle_documents(
    connection: sqlite3.Connection, targets: Iterable[str], elsewhere: Mapping[str, tuple[str, Decided]] | None = None
) -> None:
    """Let decisions that came in from another record stand on claims of this one, which may know them from other readings; what is unknown here is looked
    up in `elsewhere`, by the claim's id: its document, and where it stands in that."""
    known: dict[str, list[Decided]] = {}
    for target in dict.fromkeys(targets):
        question = "SELECT document, id, first, last, type FROM claims WHERE id = ? ORDER BY number DESC LIMIT 1"
        row = connection.execute(question, (target,)).fetchone()
        found = (row[0], tuple(row[1:])) if row else (elsewhere or {}).get(target)
        if found is not None:
            known.setdefault(found[0], []).append(found[1])
    for document, decided in known.items():
        run = connection.execute("SELECT run FROM accounts WHERE document = ? ORDER BY id DESC LIMIT 1", (document,)).fetchone()
        standing = "SELECT c.body FROM claims c JOIN standing s ON s.claim = c.number WHERE c.document = ? ORDER BY c.number"
        claims = [from_plain(Told, json.loads(body)) for (body,) in connection.execute(standing, (document,)).fetchall()]
        _settle_all(connection, decided, claims, run[0] if run else None)


def _settle_all(connection: sqlite3.Connection, decided: Iterable[Decided], claims: Sequence[Told], run: int | None) -> None:
    here = {c.id for c in claims}
    for ident, first, last, kind in decided:
        new = ident if ident in here else _now_said_by(claims, first, last, kind)
        if new is not None and new != moved_to(connection, ident):
            connection.execute("INSERT INTO moved VALUES (?, ?, ?, ?)", (ident, new, "the same words, read anew", run))
        if new is not None:
            settle(connection, new)


def _now_said_by(claims: Iterable[Told], first: int, last: int, kind: str) -> str | None:
    """The id of the one claim whose trigger shares characters with an earlier one's, or else the one of the same type in its sentence; None where there is no one such."""
    listed = list(claims)
    sharing = [c for c in listed if c.span.start < last and first < c.span.end]
    beside = [c for c in listed if c.type == kind and c.sentence_span.start <= first and last <= c.sentence_span.end]
    for found in (sharing, beside):
        if len(found) == 1:
            return found[0].id
    return None
