"""Decisions -> what stands: verdicts and corrected values of claims, kept in step when people decide and when documents are read anew."""

import sqlite3
from collections.abc import Iterable, Sequence

from onrecord.record.index import Index, as_it_stands
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


def settle_document(connection: sqlite3.Connection, document: str, claims: Sequence[Told], run: int) -> None:
    """After a document was read anew: decisions on its claims stand on the same claims, or on those that now say the same in other words."""
    question = """SELECT DISTINCT c.id, c.first, c.last, c.type FROM claims c JOIN decisions d ON d.target = c.id WHERE c.document = ? ORDER BY c.number"""
    here = {c.id for c in claims}
    for ident, first, last, kind in connection.execute(question, (document,)).fetchall():
        if ident in here:
            settle(connection, ident)
        elif (new := _now_said_by(claims, first, last, kind)) is not None:
            connection.execute("INSERT INTO moved VALUES (?, ?, ?, ?)", (ident, new.id, "the same words, read anew", run))
            settle(connection, new.id)


def _now_said_by(claims: Iterable[Told], first: int, last: int, kind: str) -> Told | None:
    """The one claim whose trigger shares characters with an earlier one's, or else the one of the same type in its sentence; None where there is no one such."""
    listed = list(claims)
    sharing = [c for c in listed if c.span.start < last and first < c.span.end]
    beside = [c for c in listed if c.type == kind and c.sentence_span.start <= first and last <= c.sentence_span.end]
    for found in (sharing, beside):
        if len(found) == 1:
            return found[0]
    return None
