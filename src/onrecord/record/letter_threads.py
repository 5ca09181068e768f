"""A record's letters a page at a time, with names instead of ids, each tied to the one it answers where that is on record."""

import json
from dataclasses import dataclass, replace
from typing import Any

from onrecord.record.claim import Correspondence
from onrecord.record.plain import from_plain
from onrecord.record.store import Record

_LETTERS = "FROM letters x JOIN current_accounts a ON a.id = x.account"
_ROW = f"SELECT a.document, x.body, x.sender, x.recipients, x.answers_by, x.rowid AS number {_LETTERS}"
SAME_DAY = 40
"""Letters of one day that are looked through for the one an answer is to."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter with names. `number` is its row; `answers` is what it answers ("letter", "note" ...), by whom and of what day where known; `parent` the row
    of that letter where it is on record, `held_in` the document that has it and where in the text."""

    number: int
    document: str
    start: int
    sender: str | None
    recipients: tuple[str, ...]
    date: str | None
    subject: str | None
    relayed: bool
    answers: str | None
    answers_by: str | None
    answers_date: str | None
    parent: int | None = None
    held_in: tuple[str, int] | None = None


def letter_count(record: Record) -> int:
    """How many letters are on record."""
    return int(record.queries.value(f"SELECT count(*) {_LETTERS}") or 0)


def letters_page(record: Record, *, limit: int, offset: int = 0) -> list[Written]:
    """Letters, oldest first, undated last."""
    rows = record.queries.rows(f"{_ROW} ORDER BY x.date IS NULL, x.date, x.rowid LIMIT ? OFFSET ?", (limit, offset))
    return [_tied(record, _written(r)) for r in rows]


def _tied(record: Record, letter: Written) -> Written:
    if letter.answers_date is None:
        return letter
    same_day = record.queries.rows(f"{_ROW} WHERE x.date = ? ORDER BY x.rowid LIMIT ?", (letter.answers_date, SAME_DAY))
    found = [w for w in map(_written, same_day) if w.number != letter.number and w.sender and letter.answers_by in (None, w.sender)]
    # A letter that is itself on record before a report that relays it.
    best = min(found, key=lambda w: (w.relayed, w.number), default=None)
    return replace(letter, parent=best.number, held_in=(best.document, best.start)) if best else letter


def _written(row: Any) -> Written:
    letter = from_plain(Correspondence, json.loads(row["body"]))
    answers = letter.answers
    return Written(
        row["number"], row["document"], letter.span.start, row["sender"], tuple(json.loads(row["recipients"])),
        letter.date.isoformat() if letter.date else None, letter.subject, letter.relayed, answers.what if answers else None,
        row["answers_by"], answers.date.isoformat() if answers and answers.date else None,
    )  # fmt: skip
