"""Days of a record that are no events: when letters were written, what they answer was said, and commitments were made."""

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.record.filters import Filter
from onrecord.record.ledgers import holding_any, letters
from onrecord.record.queries import EVERYTHING
from onrecord.record.questions import day_of
from onrecord.record.store import Record
from onrecord.timespan import Timespan

Kind = Literal["letter", "answered", "commitment"]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a day: a letter, what a letter answers, or a commitment; `who` wrote or made it as far as the text says, `to` whom it went;
    `name` is the letter's subject, what was answered, or the commitment. `document` tells of it."""

    kind: Kind
    when: Timespan
    who: str | None
    to: tuple[str, ...]
    name: str | None
    document: str


def moments(record: Record, asked: Filter = EVERYTHING) -> list[Moment]:
    """The moments of the documents that hold a claim which meets a filter (of its days, those of the moment itself count), earliest first."""
    found = [*_of_letters(record, asked), *_of_commitments(record, asked)]
    inside = [m for m in found if _within(m.when, asked)]
    return sorted(
        inside, key=lambda m: (m.when.earliest or m.when.latest or datetime.date.max, m.when.latest or datetime.date.max, m.document)
    )


def _of_letters(record: Record, asked: Filter) -> list[Moment]:
    found = []
    for letter in letters(record, replace(asked, since=None, until=None)):
        day = day_of(letter.date)
        reported = (
            None
            if day
            else day_of(record.queries.value("SELECT published FROM accounts WHERE document = ? ORDER BY id DESC", (letter.document,)))
        )
        if day or reported:
            # A letter that is only reported was written by the day of the report.
            when = Timespan(day, day, str(day)) if day else Timespan(None, reported, f"../{reported}")
            found.append(Moment("letter", when, letter.sender, letter.recipients, letter.subject, letter.document))
        for said in (letter, *letter.also):
            if said.answers_on and said.answered is None:  # what is on record stands by itself
                when = Timespan(said.answers_on, said.answers_on, str(said.answers_on))
                found.append(Moment("answered", when, said.answers_by, (), said.answers_what, letter.document))
    return found


def _of_commitments(record: Record, asked: Filter) -> list[Moment]:
    """Each dated commitment once, by the first document that names it."""
    question = """
        SELECT u.key, u.name, u.earliest, u.latest, a.document, a.id FROM undertakings u JOIN accounts a ON a.id = u.account
        WHERE u.earliest IS NOT NULL AND a.id = (SELECT max(id) FROM accounts WHERE document = a.document) ORDER BY a.id"""
    rows = record.queries.rows(question)
    rest = replace(asked, since=None, until=None)
    held = None if rest == EVERYTHING else holding_any(record, {r["document"] for r in rows}, rest)
    first: dict[tuple[str, str, str | None], Moment] = {}
    for r in rows:
        if held is None or r["document"] in held:
            when = Timespan(day_of(r["earliest"]), day_of(r["latest"]), None)
            first.setdefault((r["key"], r["earliest"], r["latest"]), Moment("commitment", when, None, (), r["name"], r["document"]))
    return list(first.values())


def _within(when: Timespan, asked: Filter) -> bool:
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return not (asked.since and last and last < asked.since) and not (asked.until and first and first > asked.until)
