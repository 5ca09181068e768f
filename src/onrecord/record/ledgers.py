"""Who speaks, who acts and what was agreed: a record's claims summed up by source, actor and commitment."""

import datetime
from dataclasses import dataclass, replace

from onrecord.record.answers import ActorRow, CommitmentRow, Share, SourceRow
from onrecord.record.correspondence import answer_words, posts
from onrecord.record.filters import Filter, where
from onrecord.record.queries import EVERYTHING
from onrecord.record.sides import Spread
from onrecord.record.store import Record
from onrecord.record.tell import folded

_WHO = """coalesce(min(CASE WHEN p.key = p.actor THEN p.name END), min(p.name)) AS name, min(p.kind) AS kind"""


def sources(record: Record, asked: Filter = EVERYTHING, *, limit: int = -1) -> list[SourceRow]:
    """Everybody who says something, most claims first: speakers, and the documents' own voices where no speaker is named."""
    condition, values = where(asked)
    # A filter that lets much through is asked of each party's claims; one that lets little through gives the claims whose parties are asked for.
    joined = """parties p CROSS JOIN claim_parties q ON q.party = p.number AND q.role IN ('speaker', 'voice') CROSS JOIN standing s ON s.claim = q.claim"""
    if not asked.broad:
        joined = """standing s CROSS JOIN claim_parties q ON q.claim = s.claim AND q.role IN ('speaker', 'voice') CROSS JOIN parties p ON p.number = q.party"""
    question = f"""
        SELECT p.actor AS key, {_WHO}, max(p.side) AS side, count(DISTINCT s.counted) AS documents, count(*) AS claims, sum(s.happened IS 0) AS denials
        FROM {joined} WHERE {condition} GROUP BY p.actor ORDER BY claims DESC, name LIMIT ?
    """
    return [SourceRow(**dict(r)) for r in record.queries.rows(question, (*values, limit))]


def actors(record: Record, asked: Filter = EVERYTHING, *, limit: int = -1, offset: int = 0) -> list[ActorRow]:
    """Everybody who does, suffers or says something, by how often."""
    condition, values = where(asked)
    told = f"SELECT q.party, q.role, count(*) AS n FROM standing s CROSS JOIN claim_parties q ON q.claim = s.claim WHERE {condition} GROUP BY q.party, q.role"
    if asked == EVERYTHING:
        # Those of all standing claims, less those of the few that people rejected: so no claim needs to be looked at.
        told = """SELECT party, role, count(*) AS n FROM claim_parties GROUP BY party, role UNION ALL SELECT q.party, q.role, -count(*) FROM standing s
                  JOIN claim_parties q ON q.claim = s.claim WHERE s.verdict = 'rejected' GROUP BY q.party, q.role"""
    question = f"""
        WITH told AS ({told})
        SELECT p.actor AS key, {_WHO}, max(p.country) AS country, sum(n * (role = 'actor')) AS did, sum(n * (role = 'recipient')) AS suffered,
               sum(n * (role = 'speaker')) AS said
        FROM told JOIN parties p ON p.number = told.party GROUP BY p.actor HAVING did + suffered + said > 0
        ORDER BY did + suffered + said DESC, name LIMIT ? OFFSET ?
    """
    return [ActorRow(**dict(r)) for r in record.queries.rows(question, (*values, limit, offset))]


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
    none that is on record (`answers` then says what is missing)."""

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


def letters(record: Record, asked: Filter = EVERYTHING) -> list[LetterRow]:
    """Letters, oldest first, each tied to what it answers where that is on record.

    Of a filter, `actor` is who writes or gets the letter, `source` who writes it, `since` and `until` its day; the rest asks for a claim of its document.
    """
    rows = [
        LetterRow(
            p.document, p.sender, p.recipients, str(p.letter.date) if p.letter.date else None, p.letter.subject, p.letter.relayed,
            answer_words(p) if p.letter.answers else None, p.answered, *((a.what, p.answers_by, a.date) if (a := p.letter.answers) else ()),
        )
        for p in posts(record)
    ]  # fmt: skip
    rest = replace(asked, actor=None, source=None, since=None, until=None)
    condition, values = where(rest)
    holding = None
    if rest != EVERYTHING:
        asked_of = f"SELECT DISTINCT d.id FROM standing s JOIN documents d ON d.number = s.document WHERE {condition}"
        holding = {r[0] for r in record.queries.rows(asked_of, values)}
    return [r for r in rows if _meets(r, asked) and (holding is None or r.document in holding)]


def _meets(letter: LetterRow, asked: Filter) -> bool:
    writes = folded(letter.sender or "")
    gets = [folded(name) for name in letter.recipients]
    return (
        (not asked.source or folded(asked.source) in writes)
        and (not asked.actor or any(folded(asked.actor) in name for name in (writes, *gets)))
        and (not asked.since or (letter.date or "") >= str(asked.since))
        and (not asked.until or "" < (letter.date or "") <= str(asked.until))
    )


def shares(record: Record, asked: Filter = EVERYTHING) -> list[Share]:
    """The claims that meet a filter by document and sides."""
    condition, values = where(asked)
    question = (
        f"SELECT s.document, s.counted, s.spread, count(*) FROM standing s WHERE {condition} GROUP BY s.counted, s.spread, s.document"
    )
    known = _spreads(record)
    return [Share(document, counted, known[spread], n) for document, counted, spread, n in record.queries.rows(question, values)]


def bond_shares(record: Record, asked: Filter = EVERYTHING) -> dict[str, tuple[str, list[Share]]]:
    """The claims that meet a filter by the commitment they are about: its name, and their documents and sides."""
    condition, values = where(asked)
    question = f"""SELECT k.key, min(k.name) AS name, s.document, s.counted, s.spread, count(DISTINCT k.claim) AS claims
                   FROM claim_commitments k CROSS JOIN standing s ON s.claim = k.claim WHERE {condition} GROUP BY k.key, s.document, s.spread"""
    known = _spreads(record)
    found: dict[str, tuple[str, list[Share]]] = {}
    for row in record.queries.rows(question, values):
        share = Share(row["document"], row["counted"], known[row["spread"]], row["claims"])
        found.setdefault(row["key"], (row["name"], []))[1].append(share)
    return found


def _spreads(record: Record) -> dict[int, Spread]:
    return {
        r[0]: Spread.of_words(r[1], r[2], r[3], r[4])
        for r in record.queries.rows("SELECT number, said, named, pairs, accused FROM spreads")
    }
