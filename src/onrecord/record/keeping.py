"""A record kept: backed up, merged with another, and documents taken out of it for good."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from onrecord.errors import UsageError
from onrecord.record.database import cleared, said_clearly
from onrecord.record.index import recount, sweep
from onrecord.record.joined import settle_actors
from onrecord.record.rows import account_from, add_account, insert
from onrecord.record.store import Record, now


def back_up(record: Record, target: Path) -> None:
    """A copy of the record as one compact file. Raises UsageError where there is a file already, RecordError where it cannot be written."""
    if target.exists():
        raise UsageError(f"There is a file at {target} already.", "Name another.")
    if not target.parent.is_dir():
        raise UsageError(f"There is no folder {target.parent}.", "Make it, or name another.")
    with said_clearly(target):
        record.connection.execute("VACUUM INTO ?", (str(target),))


def forget(record: Record, document: str, *, who: str, why: str) -> None:
    """Take a document out for good: its text, title, names and claims are gone from the file; its id, hash, the day and the reason stay.

    Raises UsageError where it is gone already or no reason is given.
    """
    if not why.strip() or not who.strip():
        raise UsageError("Forgetting needs who and why.", "Give --who NAME and --why TEXT.")
    if record.queries.document(document).forgotten:
        raise UsageError(f"{document} was forgotten before.", "")
    with record.writing() as connection:
        connection.execute("INSERT OR REPLACE INTO forgotten VALUES (?, ?, ?, ?)", (document, now(), who, why))
        claims = [r[0] for r in connection.execute("SELECT DISTINCT id FROM claims WHERE document = ?", (document,))]
        # What people wrote about its claims may quote it: the decisions stay, their words do not.
        connection.executemany(
            "UPDATE decisions SET value = CASE kind WHEN 'merge' THEN value END, machine = NULL, why = '' WHERE target = ?",
            [(c,) for c in claims],
        )
        for table in ("omissions", "flags", "letters", "undertakings"):
            connection.execute(f"DELETE FROM {table} WHERE account IN (SELECT id FROM accounts WHERE document = ?)", (document,))
        connection.execute("DELETE FROM claims WHERE document = ?", (document,))
        connection.execute("DELETE FROM bands WHERE document = ?", (document,))
        carriers = [
            r[0]
            for r in connection.execute(
                "SELECT d.number FROM copies k JOIN documents d ON d.id = k.document WHERE k.original = ?", (document,)
            )
        ]
        connection.execute("DELETE FROM copies WHERE document = ? OR original = ?", (document, document))
        connection.execute("DELETE FROM waiting WHERE document = (SELECT number FROM documents WHERE id = ?)", (document,))
        for carrier in carriers:
            recount(connection, carrier)
        sweep(connection)
        # Decisions on actors hold names: those of actors that are named nowhere any more go, too.
        gone = "NOT EXISTS (SELECT 1 FROM parties p WHERE p.key = json_extract(decisions.{}, '$.key'))"
        for held in ("machine", "value"):
            lost = f"target LIKE 'a%' AND json_extract({held}, '$.key') IS NOT NULL AND {gone.format(held)}"
            connection.execute(f"UPDATE decisions SET machine = NULL, value = NULL, why = '' WHERE {lost}")
        settle_actors(connection)
        connection.execute("UPDATE accounts SET body = NULL, voice = NULL, author = NULL WHERE document = ?", (document,))
        connection.execute(
            """UPDATE documents SET text = NULL, exact = NULL, title = NULL, metadata = '{}', signature = NULL, publisher = NULL, outlet = NULL, path = NULL,
               member = NULL, url = NULL, external_id = NULL, origin = NULL WHERE id = ?""",
            (document,),
        )
        # Deleted pages are overwritten (secure_delete); the search index and the log are rewritten so that no word of it stays in the file.
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    cleared(record.connection, record.path)


def merge(record: Record, other: Path) -> tuple[int, int]:
    """Take in what another record holds and this one lacks: documents with their readings, and decisions. How many of each.

    Documents forgotten in either stay forgotten. Comparison is to follow (`pipeline.compare_record`).
    """
    if other.exists() and record.path.exists() and other.samefile(record.path):
        raise UsageError("A record cannot be merged with itself.", "Name another.")
    with Record(other, read_only=True) as source, record.writing() as connection:
        source.connection.row_factory = sqlite3.Row
        runs: dict[int, int] = {}
        documents = 0
        for row in source.connection.execute("SELECT * FROM documents WHERE text IS NOT NULL ORDER BY number").fetchall():
            if connection.execute("SELECT 1 FROM forgotten WHERE document = ?", (row["id"],)).fetchone():
                continue
            if not connection.execute("SELECT 1 FROM documents WHERE id = ?", (row["id"],)).fetchone():
                documents += 1
                insert(
                    connection,
                    "documents",
                    _columns(row, without="number") | {"run": _run(source, connection, row["run"], runs)},
                )
                for gone in source.connection.execute("SELECT * FROM forgotten WHERE document = ?", (row["id"],)).fetchall():
                    insert(connection, "forgotten", _columns(gone))  # a person's name was taken out of it
            _merge_accounts(source, connection, row["id"], runs)
        decisions = 0
        for row in source.connection.execute("SELECT * FROM decisions ORDER BY number").fetchall():
            number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM decisions").fetchone()[0]
            given = _columns(row) | {"number": number}
            columns, marks = ", ".join(given), ", ".join("?" * len(given))
            decisions += connection.execute(f"INSERT OR IGNORE INTO decisions ({columns}) VALUES ({marks})", tuple(given.values())).rowcount
    return documents, decisions


def _run(source: Record, connection: sqlite3.Connection, number: int, runs: dict[int, int]) -> int:
    """The run of the other record, taken over once."""
    if number not in runs:
        row = source.connection.execute("SELECT * FROM runs WHERE id = ?", (number,)).fetchone()
        runs[number] = insert(connection, "runs", _columns(row, without="id"))
    return runs[number]


def _merge_accounts(source: Record, connection: sqlite3.Connection, document: str, runs: dict[int, int]) -> None:
    for row in source.connection.execute(
        "SELECT * FROM accounts WHERE document = ? AND body IS NOT NULL ORDER BY id", (document,)
    ).fetchall():
        if connection.execute("SELECT 1 FROM accounts WHERE document = ? AND fingerprint = ?", (document, row["fingerprint"])).fetchone():
            continue
        account = account_from(row["body"], source.queries.text(document))
        voice = json.loads(row["voice"]) if row["voice"] else {}
        home = voice.get("side") if voice.get("kind") == "media" else None
        add_account(connection, account, _run(source, connection, row["run"], runs), row["fingerprint"], row["made"], home)


def _columns(row: sqlite3.Row, *, without: str = "") -> dict[str, Any]:
    return {k: v for k, v in zip(row.keys(), tuple(row), strict=True) if k != without}
