"""A document or a claim -> the run that read it and the last decision of a person on it."""

from collections.abc import Collection
from dataclasses import dataclass

from onrecord.record.decisions import Decision, decisions
from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class ReadIn:
    """The run that made a document's newest reading: when it began (UTC), with which version and parser."""

    number: int
    started: str
    version: str
    parser: str


def read_in(record: Record, document: str) -> ReadIn | None:
    """The run of a document's newest reading."""
    question = "SELECT r.id, r.started, r.version, r.parser FROM accounts a JOIN runs r ON r.id = a.run WHERE a.document = ? ORDER BY a.id DESC LIMIT 1"
    found = record.queries.rows(question, (document,))
    return ReadIn(*found[0]) if found else None


def last_decisions(record: Record, claims: Collection[str]) -> dict[str, Decision]:
    """The last decision on each of some claims, undone ones included."""
    wanted = set(claims)
    return {d.stands_on: d for d in decisions(record) if d.kind != "undo" and d.stands_on in wanted}
