"""A record -> what its readings left out and what could not be read at all, one by one or by reason."""

from dataclasses import dataclass

from onrecord.record.answers import OmissionRow
from onrecord.record.filters import Filter, where
from onrecord.record.queries import EVERYTHING
from onrecord.record.store import Record

WORDS = 160
"""Characters quoted of what was left out."""
_FROM = "FROM omissions o JOIN current_accounts a ON a.id = o.account JOIN documents d ON d.id = a.document"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that were read and left out: where, by which stage, why. What could not be read has no words, and its path as document."""

    document: str
    short: str
    first: int | None
    last: int | None
    stage: str
    reason: str
    words: str


def left_out(record: Record, asked: Filter = EVERYTHING, *, limit: int = -1) -> list[LeftOut]:
    """What the current readings left out of the documents that hold a claim which meets a filter, in the order of the text."""
    condition, values = _holding(asked)
    question = f"""SELECT d.id AS document, d.short, o.first, o.last, o.stage, o.reason,
                          coalesce(substr(d.text, o.first + 1, min(o.last - o.first, {WORDS})), '') AS words
                   {_FROM} WHERE {condition} ORDER BY d.number, o.first, o.rowid LIMIT ?"""
    return [LeftOut(**dict(r) | {"words": " ".join(r["words"].split())}) for r in record.queries.rows(question, (*values, limit))]


def by_reason(record: Record, asked: Filter = EVERYTHING, *, limit: int = -1) -> list[OmissionRow]:
    """The same by stage and reason, the most frequent first."""
    condition, values = _holding(asked)
    question = f"""SELECT o.stage, o.reason, count(*) AS times, count(DISTINCT a.document) AS documents, min(d.short) AS example
                   {_FROM} WHERE {condition} GROUP BY o.stage, o.reason ORDER BY times DESC, o.stage, o.reason LIMIT ?"""
    return [OmissionRow(**dict(r)) for r in record.queries.rows(question, (*values, limit))]


def unread(record: Record) -> list[LeftOut]:
    """What no reading could open or decode, each path once, as it failed last, unless it was read since."""
    question = """SELECT u.path, u.member, u.reason FROM unread u
                  WHERE u.rowid IN (SELECT max(rowid) FROM unread GROUP BY path, member)
                  AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.path = u.path AND d.member IS u.member) ORDER BY u.rowid"""
    rows = record.queries.rows(question)
    return [LeftOut(f"{r['path']}{' #' + r['member'] if r['member'] else ''}", "", None, None, "documents", r["reason"], "") for r in rows]


def _holding(asked: Filter) -> tuple[str, list[object]]:
    if asked == EVERYTHING:
        return "TRUE", []
    condition, values = where(asked)
    return f"d.number IN (SELECT s.document FROM standing s WHERE {condition})", values
