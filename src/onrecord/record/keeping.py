"""A record kept: backed up, merged with another, and documents taken out of it for good."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from onrecord.errors import UsageError
from onrecord.record.database import cleared, said_clearly
from onrecord.record.decisions import export_decisions, import_decisions
from onrecord.record.hidden import Hidden
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
    """Take a document out for good: its text, title, names and claims are gone; its id, hash, the day and the reason stay. What is left of it in freed
    pages and in the log goes with `clear`.

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
        undone = "UPDATE decisions SET why = '' WHERE kind = 'undo' AND target IN (SELECT id FROM decisions WHERE target = ?)"
        connection.executemany(undone, [(c,) for c in claims])
        named = "SELECT coalesce(path, ''), member FROM documents WHERE id = ?1 UNION SELECT coalesce(origin, ''), member FROM documents WHERE id = ?1"
        for path, member in connection.execute(named, (document,)).fetchall():
            connection.execute("DELETE FROM unread WHERE path = ? AND member IS ?", (path, member))  # an earlier reading that failed
        for table in ("omissions", "flags", "letters", "undertakings"):
            connection.execute(f"DELETE FROM {table} WHERE account IN (SELECT id FROM accounts WHERE document = ?)", (document,))
        connection.execute("DELETE FROM claims WHERE document = ?", (document,))
        connection.execute("DELETE FROM bands WHERE document = ?", (document,))
        carriers = connection.execute(
            "SELECT d.number, d.id FROM copies k JOIN documents d ON d.id = k.document WHERE k.original = ?", (document,)
        ).fetchall()
        connection.execute("DELETE FROM copies WHERE document = ? OR original = ?", (document, document))
        connection.execute("DELETE FROM waiting WHERE document = (SELECT number FROM documents WHERE id = ?)", (document,))
        for number, carrier in carriers:
            # What carried its text may carry each other's: that is found out anew (`pipeline.forget` compares).
            recount(connection, number)
            connection.execute("DELETE FROM bands WHERE document = ?", (carrier,))
            connection.execute("INSERT OR IGNORE INTO waiting VALUES (?)", (number,))
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
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")  # else its words stay in the index until that is next merged


def clear(record: Record) -> None:
    """Rewrite the file and its log, so that no word of what was taken out stays in either. Raises RecordError where another program keeps the log open."""
    cleared(record.connection, record.path)


def merge(record: Record, other: Path) -> tuple[int, int, list[str]]:
    """Take in what another record holds and this one lacks: documents with their readings, and decisions. How many of each, and the claims that the
    decisions bear on.

    What is forgotten here stays so, also in the words of decisions; what the other forgot and this one never held is not read in later. Of a document that
    both hold a reading is taken over that is newer than those here. Comparison is to follow (`pipeline.merge`).
    """
    if other.exists() and record.path.exists() and other.samefile(record.path):
        raise UsageError("A record cannot be merged with itself.", "Name another.")
    with Record(other, read_only=True) as source, record.writing() as connection:
        source.connection.row_factory = sqlite3.Row
        runs: dict[int, int] = {}
        documents = 0
        hidden = Hidden()
        for (ident,) in source.connection.execute("SELECT id FROM documents ORDER BY number").fetchall():
            row = source.connection.execute("SELECT * FROM documents WHERE id = ?", (ident,)).fetchone()
            if connection.execute("SELECT 1 FROM forgotten WHERE document = ?", (row["id"],)).fetchone():
                hidden.learn(connection, row)
                continue
            if not connection.execute("SELECT 1 FROM documents WHERE id = ?", (row["id"],)).fetchone():
                documents += row["text"] is not None
                insert(
                    connection,
                    "documents",
                    _columns(row, without="number") | {"run": _run(source, connection, row["run"], runs)},
                )
                for gone in source.connection.execute("SELECT * FROM forgotten WHERE document = ?", (row["id"],)).fetchall():
                    insert(connection, "forgotten", _columns(gone))  # the document, or a person's name in it
            if row["text"] is not None:
                _merge_accounts(source, connection, row["id"], runs)
        stand = "SELECT id, document, first, last, type FROM claims WHERE id IN (SELECT target FROM decisions UNION SELECT json_extract(value, '$') FROM decisions)"
        elsewhere = {r["id"]: (r["document"], (r["id"], r["first"], r["last"], r["type"])) for r in source.connection.execute(stand)}
        decided, claims = import_decisions(connection, map(hidden.masked, export_decisions(source)), elsewhere=elsewhere)
    return documents, decided, claims


def _run(source: Record, connection: sqlite3.Connection, number: int, runs: dict[int, int]) -> int:
    """The run of the other record, taken over once."""
    if number not in runs:
        row = source.connection.execute("SELECT * FROM runs WHERE id = ?", (number,)).fetchone()
        runs[number] = insert(connection, "runs", _columns(row, without="id"))
    return runs[number]


def _merge_accounts(source: Record, connection: sqlite3.Connection, document: str, runs: dict[int, int]) -> None:
    newest = connection.execute("SELECT max(made) FROM accounts WHERE document = ?", (document,)).fetchone()[0] or ""
    question = "SELECT * FROM accounts WHERE document = ? AND body IS NOT NULL AND made > ? ORDER BY id"
    for row in source.connection.execute(question, (document, newest)).fetchall():
        if connection.execute("SELECT 1 FROM accounts WHERE document = ? AND fingerprint = ?", (document, row["fingerprint"])).fetchone():
            continue
        account = account_from(row["body"], source.queries.text(document))
        voice = json.loads(row["voice"]) if row["voice"] else {}
        home = voice.get("side") if voice.get("kind") == "media" else None
        add_account(connection, account, _run(source, connection, row["run"], runs), row["fingerprint"], row["made"], home)


def _columns(row: sqlite3.Row, *, without: str = "") -> dict[str, Any]:
    return {k: v for k, v in zip(row.keys(), tuple(row), strict=True) if k != without}
