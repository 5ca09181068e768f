"""Who speaks, who acts and what was agreed: a record's claims summed up by source, actor and commitment."""

import datetime
import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.record.answers import ActorRow, CommitmentRow, Shares, SourceRow
from onrecord.record.correspondence import Post, answer_words, posts
from onrecord.record.database import said_clearly
from onrecord.record.filters import Filter, where
from onrecord.record.queries import EVERYTHING
from onrecord.record.sides import Spread
from onrecord.record.store import Record
from onrecord.record.tell import folded

_WHO = """coalesce(min(CASE WHEN p.key = p.actor THEN p.name END), min(p.name)) AS name, min(p.kind) AS kind"""

_DEEDS = (("actor", "did"), ("recipient", "suffered"), ("speaker", "said"))


def sources(record: Record, asked: Filter = EVERYTHING, *, limit: int = -1) -> list[SourceRow]:
    """Everybody who says something, most claims first: speakers, and the documents' own voices where no speaker is named."""
    condition, values = where(asked)
    # A filter that lets much through is asked of each party's claims; one that lets little through gives the claims whose parties are asked for.
    joined = """parties p CROSS JOIN claim_parties q ON q.party = p.number AND q.role IN ('speaker', 'voice') CROSS JOIN standing s ON s.claim = q.claim"""
    if not asked.broad:
        joined = """standing s CROSS JOIN claim_parties q ON q.claim = s.claim AND q.role IN ('speaker', 'voice') CROSS JOIN parties p ON p.number = q.party"""
    question = f"""
        SELECT p.actor AS key, {_WHO}, max(p.side) AS side, count(DISTINCT s.counted) AS documents, count(*) AS claims,
               sum(s.against IS 'denied') AS denials, sum(s.against IS 'refused') AS refusals
        FROM {joined} WHERE {condition} GROUP BY p.actor ORDER BY claims DESC, name LIMIT ?
    """
    return [SourceRow(**dict(r)) for r in record.queries.rows(question, (*values, limit))]


def actors(record: Record, asked: Filter = EVERYTHING, *, limit: int = -1, offset: int = 0) -> list[ActorRow]:
    """Everybody who does, suffers or says something, by how often."""
    queries, sign = record.queries, ""
    condition, values = where(asked)
    names = [name for _, name in _DEEDS]
    told = []
    if asked.broad and queries.count(asked) * 2 > queries.count():
        # Those of all standing claims, which one index holds, less those of the claims that do not meet it: they are fewer.
        sign, condition = "-", "s.verdict = 'rejected'" if asked == EVERYTHING else f"({condition}) IS NOT TRUE"
        counted = ", ".join(f"n * (role = '{role}') AS {name}" for role, name in _DEEDS)
        told.append(f"SELECT party, {counted} FROM (SELECT party, role, count(*) AS n FROM claim_parties GROUP BY party, role)")
        values = [] if asked == EVERYTHING else values
    for own in names:
        counted = ", ".join(f"{sign}value AS {name}" if name == own else f"0 AS {name}" for name in names)
        told.append(f"SELECT CAST(key AS INTEGER) AS party, {counted} FROM json_each(?)")
    summed = ", ".join(f"sum({name}) AS {name}" for name in names)
    question = f"""
        WITH told AS ({" UNION ALL ".join(told)}),
             summed AS (SELECT p.actor AS key, {summed} FROM told JOIN parties p ON p.number = told.party
                        GROUP BY p.actor HAVING {" + ".join(f"sum({name})" for name in names)} > 0),
             known AS (SELECT p.actor, {_WHO}, max(p.country) AS country FROM parties p GROUP BY p.actor)
        SELECT key, name, kind, country, {", ".join(names)} FROM summed JOIN known ON known.actor = summed.key
        ORDER BY {" + ".join(names)} DESC, name LIMIT ? OFFSET ?
    """
    times = [json.dumps(counts) for counts in _named(record, condition, values, lying_together=asked.broad and asked != EVERYTHING)]
    return [ActorRow(**dict(r)) for r in queries.rows(question, (*times, limit, offset))]


def _named(record: Record, condition: str, values: list[Any], *, lying_together: bool) -> list[Counter[str]]:
    """How often each party (its row, as a word) stands in each role of claims.

    They are asked for in one string a role and counted here: SQLite sorts what it groups, which takes twice as long. What lets much through
    (`lying_together`) is asked of claims in the order they lie in: their parties lie beside each other.
    """
    asked_for = ", ".join(f"group_concat(q.party) FILTER (WHERE q.role = '{role}')" for role, _ in _DEEDS)
    question = f"""SELECT {asked_for} FROM standing s {"NOT INDEXED" if lying_together else ""}
                   CROSS JOIN claim_parties q ON q.claim = s.claim AND q.role NOT IN ('voice', 'carrier') WHERE {condition}"""
    (row,) = record.queries.rows(question, values)
    return [Counter(parties.split(",") if parties else ()) for parties in row]


def commitments(record: Record, asked: Filter = EVERYTHING) -> list[CommitmentRow]:
    """Every commitment that claims are about, with how often it is said to be made, kept, broken, demanded or left undone."""
    condition, values = where(asked)
    question = f"""
        SELECT k.key, min(k.name) AS name, min(k.kind) AS kind, k.relation, count(DISTINCT s.claim) AS times
        FROM claim_commitments k JOIN standing s ON s.claim = k.claim WHERE {condition}
        GROUP BY k.key, k.relation ORDER BY k.key
    """
    found: dict[str, CommitmentRow] = {}
    for row in record.queries.rows(question, values):
        made = found.setdefault(row["key"], CommitmentRow(row["key"], row["name"], row["kind"], {}))
        made.relations[row["relation"]] = row["times"]
    return sorted(found.values(), key=lambda r: (-sum(r.relations.values()), r.name))


@dataclass(frozen=True, slots=True)
class BoundRow:
    """A claim (its row) about a commitment, and how it stands to it."""

    claim: int
    name: str
    kind: str
    relation: str


def bound(record: Record, asked: Filter = EVERYTHING, *, limit: int = -1) -> list[BoundRow]:
    """The claims about commitments: those most spoken of first, and of each in the order of their days."""
    condition, values = where(asked)
    question = f"""
        SELECT k.claim, k.name, k.kind, k.relation FROM claim_commitments k JOIN standing s ON s.claim = k.claim
        JOIN (SELECT key, count(*) AS times FROM claim_commitments GROUP BY key) t ON t.key = k.key
        WHERE {condition} ORDER BY t.times DESC, k.key, coalesce(s.earliest, s.latest) IS NULL, coalesce(s.earliest, s.latest), s.claim LIMIT ?
    """
    return [BoundRow(**dict(r)) for r in record.queries.rows(question, (*values, limit))]


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter of the record with names instead of ids. `answered` is the document that holds the letter it answers, None where it answers none, or
    none that is on record (`answers` then says what is missing). `also` is the letter again for each thing more that it answers."""

    document: str
    sender: str | None
    recipients: tuple[str, ...]
    date: str | None
    subject: str | None
    relayed: bool
    answers: str | None
    answered: str | None
    answers_what: str | None = None
    answers_by: str | None = None
    answers_on: datetime.date | None = None
    also: tuple["LetterRow", ...] = ()


def _letter(post: Post) -> LetterRow:
    answers = post.letter.answers
    what, on = (answers.what, answers.date) if answers else (None, None)
    return LetterRow(
        post.document, post.sender, post.recipients, str(post.letter.date) if post.letter.date else None, post.letter.subject, post.letter.relayed,
        answer_words(post) if answers else None, post.answered, what, post.answers_by if answers else None, on, tuple(map(_letter, post.also)),
    )  # fmt: skip


def letters(record: Record, asked: Filter = EVERYTHING) -> list[LetterRow]:
    """Letters, oldest first, each tied to what it answers where that is on record.

    Of a filter, `actor` is who writes or gets the letter (or their body or country), `source` who writes it, `since` and `until` its day; the rest asks for a claim of its document.
    """
    written = posts(record)
    rows = [_letter(p) for p in written]
    rest = replace(asked, actor=None, source=None, since=None, until=None)
    holding = None if rest == EVERYTHING else holding_any(record, {r.document for r in rows}, rest)
    kept = [(r, p) for r, p in zip(rows, written, strict=True) if _within(r, asked) and (holding is None or r.document in holding)]
    return [r for r, p in kept if _meets(p, asked)]


def holding_any(record: Record, documents: Collection[str], asked: Filter) -> set[str]:
    """Which of some documents hold a claim that meets a filter."""
    condition, values = where(asked, each=True)
    question = f"""SELECT DISTINCT d.id FROM json_each(?) j CROSS JOIN documents d ON d.id = j.value CROSS JOIN standing s ON s.document = d.number
                   WHERE {condition}"""
    return {r[0] for r in record.queries.rows(question, (json.dumps(sorted(documents)), *values))}


def _within(letter: LetterRow, asked: Filter) -> bool:
    return (not asked.since or (letter.date or "") >= str(asked.since)) and (
        not asked.until or "" < (letter.date or "") <= str(asked.until)
    )


def _meets(post: Post, asked: Filter) -> bool:
    """Whether the writer is whom the filter has as source, and the writer or one who gets it whom it has as actor: by name, body or country."""
    for wanted, known, names in (
        (asked.source, post.called, (post.sender,)),
        (asked.actor, (*post.called, *post.recipients_called), (post.sender, *post.recipients)),
    ):
        plain = folded(wanted or "")
        named = any(plain in folded(n or "") for n in names) or any(plain in folded(word) for word in known if len(word) > CODE)
        if wanted and not named and wanted.upper() not in known:
            return False
    return True


CODE = 3
"""Letters of a country's code."""


def shares(record: Record, asked: Filter = EVERYTHING, *, known: Mapping[int, Spread] | None = None) -> Shares:
    """The claims that meet a filter by their sides. `known` are the spreads of the record, where they have been asked for."""
    condition, values = where(asked)
    every: Shares = {}
    with said_clearly(record.path):
        known = known if known is not None else spreads(record)
        question = f"SELECT s.spread, group_concat(s.document) FROM standing s WHERE {condition} GROUP BY s.spread"
        for spread, documents in record.connection.execute(question, values):
            every[known[spread]] = documents.split(",")
    return every


def bond_shares(
    record: Record, asked: Filter = EVERYTHING, *, limit: int | None = None, known: Mapping[int, Spread] | None = None
) -> tuple[dict[str, tuple[str, Shares]], int]:
    """The claims that meet a filter about the first commitments (by key, with its name), by their sides; and how many more commitments there are."""
    condition, values = where(asked)
    told = "FROM claim_commitments k CROSS JOIN standing s ON s.claim = k.claim"
    if asked.broad:  # most commitments have a claim that meets it: so each is asked for the first
        keys = f"""SELECT key FROM (SELECT DISTINCT key FROM claim_commitments) c
                   WHERE EXISTS (SELECT 1 {told} WHERE k.key = c.key AND {condition}) ORDER BY key"""
    else:
        keys = f"SELECT DISTINCT k.key {told} WHERE {condition} ORDER BY k.key"
    bonds: dict[str, tuple[str, Shares]] = {}
    with said_clearly(record.path):
        ask = record.connection.execute
        found = [r[0] for r in ask(keys, values)]
        wanted = found[:limit]
        if wanted:
            known = known if known is not None else spreads(record)
            question = f"""SELECT k.key, min(k.name), s.spread, s.document {told}
                           WHERE k.key IN (SELECT value FROM json_each(?)) AND {condition} GROUP BY k.key, k.claim"""
            for key, name, spread, document in ask(question, (json.dumps(wanted), *values)):
                bonds.setdefault(key, (name, {}))[1].setdefault(known[spread], []).append(str(document))
    return bonds, len(found) - len(wanted)


def spreads(record: Record) -> dict[int, Spread]:
    """Every way in which claims of the record are spread over sides, by its number."""
    sides = "SELECT number, said || ';' || named || ';' || pairs || ';' || accused FROM spreads"
    return {number: Spread.of_words(words) for number, words in record.connection.execute(sides)}


def originals(record: Record) -> dict[str, str]:
    """The document that each copy counts with, by their rows (as words)."""
    question = """SELECT d.number, (SELECT s.counted FROM standing s WHERE s.document = d.number LIMIT 1) FROM documents d
                  WHERE d.id IN (SELECT document FROM copies)"""
    return {str(document): str(counted) for document, counted in record.queries.rows(question) if counted not in (None, document)}
