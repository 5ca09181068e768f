"""Questions about a record as a whole: how much it holds, what was left out, who speaks, which documents are copies."""

import datetime
import json
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from onrecord.errors import UsageError
from onrecord.record.answers import FlagRow, Overview, UnreadRow
from onrecord.record.database import said_clearly
from onrecord.record.filters import PLOVER

if TYPE_CHECKING:
    from onrecord.record.store import Record


class Questions:
    """A record's file, asked in SQL; and what concerns all of it."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def rows(self, question: str, values: Iterable[Any] = ()) -> list[sqlite3.Row]:
        """The rows of a question in SQL: for this room only."""
        with said_clearly(self.record.path):
            cursor = self.record.connection.cursor()
            cursor.row_factory = sqlite3.Row
            return cursor.execute(question, tuple(values)).fetchall()

    def value(self, question: str, values: Iterable[Any] = ()) -> Any:
        """The one value of a question."""
        found = self.rows(question, values)
        return found[0][0] if found else None

    def overview(self) -> Overview:
        """The record in numbers."""
        row = self.rows("""
            SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(DISTINCT document) FROM copies) AS copies,
                   (SELECT count(*) FROM forgotten f JOIN documents d ON d.id = f.document WHERE d.text IS NULL) AS forgotten, (SELECT count(*) FROM standing) AS claims,
                   (SELECT count(DISTINCT event) FROM standing) AS events, (SELECT count(*) FROM decisions) AS decisions,
                   (SELECT count(DISTINCT actor) FROM parties p WHERE EXISTS (SELECT 1 FROM claim_parties q WHERE q.party = p.number AND q.role = 'speaker')) AS speakers,
                   (SELECT min(earliest) FROM standing) AS earliest, (SELECT max(latest) FROM standing) AS latest, (SELECT count(*) FROM runs) AS runs
        """)[0]
        counts = {k: int(row[k]) for k in ("documents", "copies", "forgotten", "claims", "events", "speakers", "decisions", "runs")}
        return Overview(**counts, earliest=day_of(row["earliest"]), latest=day_of(row["latest"]))

    def known_type(self, wanted: str) -> None:
        """Raises UsageError for a type of event that there is none of, in PLOVER or among the claims of the record."""
        if wanted not in PLOVER and self.value("SELECT 1 FROM standing WHERE type = ? LIMIT 1", (wanted,)) is None:
            raise UsageError(f"There is no type {wanted!r}.", f"It is one of {', '.join(PLOVER)}.")

    def flags(self) -> list[FlagRow]:
        """What stands as the texts have it and deserves a second look."""
        question = """SELECT a.document, f.kind, f.detail, f.first, f.last FROM flags f JOIN current_accounts a ON a.id = f.account ORDER BY f.account, f.first"""
        return [FlagRow(**dict(r)) for r in self.rows(question)]

    def unread(self, run: int | None = None) -> list[UnreadRow]:
        """What could not be read, in one run or in all."""
        return [UnreadRow(**dict(r)) for r in self.rows("SELECT * FROM unread WHERE run = ? OR ? IS NULL ORDER BY rowid", (run, run))]

    def check(self) -> str:
        """ "sound", or what SQLite's own check finds wrong with the file."""
        found = [r[0] for r in self.rows("PRAGMA integrity_check(5)")] + [
            f"{r[0]} points at what is not there" for r in self.rows("PRAGMA foreign_key_check")
        ]
        return "sound" if found == ["ok"] else "; ".join(found)

    def copies(self) -> dict[str, str]:
        """The original of each document that copies another."""
        rows = self.rows("SELECT document, original FROM copies ORDER BY document, score, original DESC")
        return {r["document"]: r["original"] for r in rows}

    def speaking(self, keys: Iterable[str] | None = None) -> frozenset[str]:
        """The countries of all who speak in a standing claim, as a source, author or publisher, and their keys: everybody's, or those of some that are asked about."""
        speaks = "EXISTS (SELECT 1 FROM claim_parties q WHERE q.party = p.number AND q.role IN ('speaker', 'voice', 'carrier'))"
        if keys is None:
            return frozenset(x for r in self.rows(f"SELECT actor, side FROM parties p WHERE {speaks}") for x in r if x)
        # Of each country one who speaks is enough.
        sides = f"""SELECT x.side FROM (SELECT DISTINCT side FROM parties WHERE side IS NOT NULL) x
                    WHERE EXISTS (SELECT 1 FROM parties p WHERE p.side = x.side AND {speaks})"""
        question = f"{sides} UNION ALL SELECT p.actor FROM json_each(?) j CROSS JOIN parties p ON p.actor = j.value WHERE {speaks}"
        return frozenset(r[0] for r in self.rows(question, (json.dumps(sorted(set(keys))),)))


def day_of(text: str | None) -> datetime.date | None:
    """A day from its ISO 8601 form."""
    return datetime.date.fromisoformat(text) if text else None
