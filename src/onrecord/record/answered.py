"""Rows of a question -> its typed answers."""

import json
import sqlite3

from onrecord.record.answers import DocumentRow, EventRow
from onrecord.record.plain import from_plain
from onrecord.record.questions import day_of
from onrecord.record.told import Party


def event_row(row: sqlite3.Row) -> EventRow:
    """An event from its row."""
    types = tuple(sorted(row["types"].split(",")))
    return EventRow(
        row["event"],
        types,
        row["claims"],
        row["documents"],
        day_of(row["first_day"]),
        day_of(row["last_day"]),
        row["denied"],
        row["refused"],
        row["first"],
    )


def document_row(row: sqlite3.Row) -> DocumentRow:
    """A document from its row."""
    voice = from_plain(Party, json.loads(row["voice"])) if row["voice"] else None
    same = ("id", "short", "publisher", "title", "language", "path", "member", "url", "external_id", "added", "raw_sha256", "original")
    given = {k: row[k] for k in same}
    return DocumentRow(
        **given, kind=row["kind"] or "other", published=day_of(row["published"]), voice=voice, claims=row["claims"] or 0,
        characters=row["characters"] or 0, forgotten=bool(row["forgotten"]),
    )  # fmt: skip
