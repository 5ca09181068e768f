"""Who speaks, who acts and what was agreed: a record's claims summed up by source, actor and commitment."""

from dataclasses import dataclass

from onrecord.record.answers import ActorRow, CommitmentRow, SourceRow
from onrecord.record.claim import Correspondence
from onrecord.record.filters import Filter, where
from onrecord.record.queries import EVERYTHING
from onrecord.record.store import Record

_FROM = "FROM claim_parties p JOIN standing s ON s.claim = p.claim JOIN claims c ON c.number = s.claim"


def sources(record: Record, asked: Filter = EVERYTHING, *, limit: int = -1) -> list[SourceRow]:
    """Everybody who says something, most claims first: speakers, and the documents' own voices where no speaker is named."""
    condition, values = where(asked)
    question = f"""
        SELECT p.key, min(p.name) AS name, min(p.kind) AS kind, max(p.side) AS side, count(DISTINCT coalesce(k.original, c.document)) AS documents,
               count(DISTINCT s.id) AS claims, count(DISTINCT CASE WHEN s.happened = 0 THEN s.id END) AS denials
        {_FROM} LEFT JOIN copies k ON k.document = c.document
        WHERE (p.role = 'speaker' OR p.role = 'voice' AND NOT EXISTS (SELECT 1 FROM claim_parties q WHERE q.claim = p.claim AND q.role = 'speaker'))
              AND {condition}
        GROUP BY p.key ORDER BY claims DESC, name LIMIT ?
    """
    return [SourceRow(**dict(r)) for r in record.queries.rows(question, (*values, limit))]


def actors(record: Record, asked: Filter = EVERYTHING, *, limit: int = -1) -> list[ActorRow]:
    """Everybody who does, suffers or says something, by how often."""
    condition, values = where(asked)
    question = f"""
        SELECT p.key, min(p.name) AS name, min(p.kind) AS kind, max(p.country) AS country,
               count(DISTINCT CASE WHEN p.role = 'actor' THEN s.id END) AS did, count(DISTINCT CASE WHEN p.role = 'recipient' THEN s.id END) AS suffered,
               count(DISTINCT CASE WHEN p.role = 'speaker' THEN s.id END) AS said
        {_FROM} WHERE {condition} GROUP BY p.key HAVING did + suffered + said > 0 ORDER BY did + suffered + said DESC, name LIMIT ?
    """
    return [ActorRow(**dict(r)) for r in record.queries.rows(question, (*values, limit))]


def commitments(record: Record, asked: Filter = EVERYTHING) -> list[CommitmentRow]:
    """Every commitment that claims are about, with how often it is said to be made, kept, broken, demanded or left undone."""
    condition, values = where(asked)
    question = f"""
        SELECT k.key, min(k.name) AS name, min(k.kind) AS kind, k.relation, count(DISTINCT s.id) AS times
        FROM claim_commitments k JOIN standing s ON s.claim = k.claim JOIN claims c ON c.number = s.claim WHERE {condition}
        GROUP BY k.key, k.relation ORDER BY k.key
    """
    found: dict[str, CommitmentRow] = {}
    for row in record.queries.rows(question, values):
        made = found.setdefault(row["key"], CommitmentRow(row["key"], row["name"], row["kind"], {}))
        made.relations[row["relation"]] = row["times"]
    return sorted(found.values(), key=lambda r: (-sum(r.relations.values()), r.name))


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter of the record with names instead of ids. `answered` is the document that holds the letter it answers, None where it answers none, or
    none that is on record (`answers` then says what is missing)."""

    document: str
    sender: str | None
    recipients: tuple[str, ...]
    date: str | None
    subject: str | None
    relayed: bool
    answers: str | None
    answered: str | None


def letters(record: Record) -> list[LetterRow]:
    """Every letter, oldest first, each tied to the one it answers where that is on record: by its writer and its day."""
    found: list[tuple[str, Correspondence, dict[str, str]]] = []
    for document, letter in record.queries.letters():
        account = record.queries.account(document)
        if account is not None:
            found.append((document, letter, {a.id: a.name for a in account.actors}))
    written = [(d, names.get(x.sender or ""), x.date) for d, x, names in found]
    rows = []
    for document, letter, names in found:
        answers = letter.answers
        by = names.get(answers.by or "") if answers else None
        told = f"{answers.what}{' of ' + by if by else ''}{f', {answers.date}' if answers.date else ''}" if answers else None
        known = (
            d for d, who, day in written if answers and answers.date and day == answers.date and d != document and (by is None or who == by)
        )
        rows.append(
            LetterRow(
                document, names.get(letter.sender or ""), tuple(names[r] for r in letter.recipients if r in names), str(letter.date) if letter.date else None,
                letter.subject, letter.relayed, told, next(known, None),
            )
        )  # fmt: skip
    return rows
