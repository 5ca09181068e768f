"""Everything that can be asked of a record, as typed values."""

import datetime
import json
import sqlite3
from collections.abc import Iterable
from typing import Literal

from onrecord.basis import Reason
from onrecord.errors import UsageError
from onrecord.record.answered import document_row, event_row
from onrecord.record.answers import DocumentRow, EventRow, Hit, Link, LinkKind
from onrecord.record.claim import Account, Correspondence
from onrecord.record.corrections import corrected, corrections_of, rekeyed
from onrecord.record.database import said_clearly
from onrecord.record.filters import Filter, where
from onrecord.record.ids import document_short
from onrecord.record.plain import from_plain
from onrecord.record.questions import Questions, day_of
from onrecord.record.rows import account_from, told_from
from onrecord.record.told import Told

EVERYTHING = Filter()
MANY = 4000
"""Claims that meet a filter, from which on it is treated as one that lets much through."""
Sort = Literal["time", "document"]
_CLAIMS = "FROM standing s JOIN claims c ON c.number = s.claim"
_CLAIM = "SELECT s.claim AS number, c.body, s.event, s.verdict, s.edited"
_ORDER = {
    "time": "coalesce(s.earliest, s.latest) IS NULL, coalesce(s.earliest, s.latest), s.latest, s.claim",
    "document": "s.claim",
}
_DOCUMENT = """
    SELECT d.id, d.short, d.publisher, d.title, d.language, d.path, d.member, d.url, d.external_id, d.added, d.raw_sha256, d.characters,
           d.text IS NULL AS forgotten, a.kind, a.published, a.voice, a.claims,
           (SELECT original FROM copies k WHERE k.document = d.id ORDER BY score DESC, original LIMIT 1) AS original
    FROM documents d LEFT JOIN accounts a ON a.id = (SELECT max(id) FROM accounts WHERE document = d.id)
"""
_EVENT = """
    SELECT s.event, group_concat(DISTINCT s.type) AS types, count(*) AS claims, count(DISTINCT s.counted) AS documents,
           min(coalesce(s.earliest, s.latest)) AS first_day, max(coalesce(s.latest, s.earliest)) AS last_day, sum(s.against IS 'denied') AS denied, sum(s.against IS 'refused') AS refused,
           coalesce(min(CASE WHEN substr(s.id, 2) = substr(s.event, 2) THEN s.claim END), min(s.claim)) AS first
    FROM standing s WHERE s.event IN ({marks}) AND s.verdict IS NOT 'rejected' GROUP BY s.event
"""


class Queries(Questions):
    """Questions to an open record. Each takes plain values and gives typed ones; none changes anything. Raises RecordError where the file fails."""

    # ---- documents

    def documents(self, *, limit: int = -1, offset: int = 0, published: datetime.date | None = None) -> list[DocumentRow]:
        """Documents in the order they were added, all or those published on one day."""
        of_day = "WHERE d.id IN (SELECT document FROM accounts WHERE published = ?)" if published else ""
        values = (*((str(published),) if published else ()), limit, offset)
        return [document_row(r) for r in self.rows(f"{_DOCUMENT} {of_day} ORDER BY d.number LIMIT ? OFFSET ?", values)]

    def document(self, ident: str) -> DocumentRow:
        """A document by its id. Raises UsageError where there is none."""
        found = self.rows(f"{_DOCUMENT} WHERE d.id = ?", (ident,))
        if not found:
            raise UsageError(f"No document {ident} is on record.", "onrecord show lists them.")
        return document_row(found[0])

    def text(self, document: str) -> str:
        """A document's text as it was read; "" once forgotten."""
        found = self.rows("SELECT text, exact FROM documents WHERE id = ?", (document,))
        if not found or found[0]["text"] is None:
            return ""
        return found[0]["exact"].decode("utf-8", "surrogatepass") if found[0]["exact"] else str(found[0]["text"])

    def account(self, document: str) -> Account | None:
        """The newest account of a document, or None where it was forgotten."""
        found = self.rows("SELECT body FROM accounts WHERE document = ? ORDER BY id DESC LIMIT 1", (document,))
        if not found or found[0]["body"] is None:
            return None
        return account_from(found[0]["body"], self.text(document))

    def newest_account(self, document: str) -> int:
        """The row of the newest account of a document; 0 where there is none."""
        return int(self.value("SELECT coalesce(max(id), 0) FROM accounts WHERE document = ?", (document,)))

    def newest_claim(self) -> int:
        """The row of the newest claim; 0 where there is none."""
        return int(self.value("SELECT coalesce(max(number), 0) FROM claims"))

    def search(self, words: str, asked: Filter = EVERYTHING, *, limit: int = 20) -> list[Hit]:
        """Documents that hold all of the words (the last may be a beginning), best first; case and diacritics do not matter. With a filter, those that
        also hold a claim which meets it."""
        terms = ['"' + w.replace('"', '""') + '"' for w in words.split()]
        if not terms:
            return []
        condition, values = where(asked, each=asked.broad)
        # What holds the words is found before it is asked for claims: asked the other way, the words would be looked up once for each document.
        holding = "" if asked == EVERYTHING else f"WHERE number IN (SELECT s.document FROM standing s WHERE {condition})"
        if asked.broad and holding:  # most documents have such a claim: so the best are asked one by one until there are enough
            holding = f"WHERE EXISTS (SELECT 1 FROM standing s INDEXED BY standing_document WHERE s.document = number AND {condition})"
        # The best are chosen first and their words cut out afterwards: cutting them out of every document that holds a word takes long.
        question = f"""
            WITH matched AS MATERIALIZED (SELECT rowid AS number, bm25(search, 4.0, 1.0) AS rank FROM search WHERE search MATCH ? ORDER BY 2, 1 LIMIT -1),
                 best AS MATERIALIZED (SELECT number, rank FROM matched {holding} LIMIT ?)
            SELECT d.id, d.short, d.publisher, d.title, a.published, snippet(search, -1, '«', '»', ' … ', 24) AS words
            FROM best JOIN search ON search.rowid = best.number JOIN documents d ON d.number = best.number
            LEFT JOIN accounts a ON a.id = (SELECT max(id) FROM accounts WHERE document = d.id)
            WHERE search MATCH ? ORDER BY best.rank, best.number
        """
        matched = " ".join(terms) + "*"
        found = self.rows(question, (matched, *(values if holding else ()), limit, matched))
        return [Hit(r["id"], r["short"], r["publisher"], day_of(r["published"]), r["title"], " ".join(r["words"].split())) for r in found]

    def letters(self) -> list[tuple[str, Correspondence]]:
        """Every letter with the id of the document that holds it, oldest first, undated last."""
        question = """SELECT a.document, x.body FROM letters x JOIN current_accounts a ON a.id = x.account ORDER BY x.date IS NULL, x.date, x.rowid"""
        return [(r["document"], from_plain(Correspondence, json.loads(r["body"]))) for r in self.rows(question)]

    # ---- claims and events

    def claims(self, asked: Filter = EVERYTHING, *, sort: Sort = "time", limit: int = -1, offset: int = 0) -> list[Told]:
        """Claims that stand now, with people's corrections."""
        condition, values = where(asked)
        # Which ones is found in the narrow index first: the claims' own rows are wide.
        wanted = f"SELECT s.claim FROM standing s WHERE {condition} ORDER BY {_ORDER[sort]} LIMIT ? OFFSET ?"
        question = f"{_CLAIM} FROM ({wanted}) w CROSS JOIN standing s ON s.claim = w.claim JOIN claims c ON c.number = s.claim ORDER BY {_ORDER[sort]}"
        return self.standing(self.rows(question, (*values, limit, offset)))

    def count(self, asked: Filter = EVERYTHING) -> int:
        """How many claims meet a filter."""
        if asked == EVERYTHING:
            return int(self.value("SELECT (SELECT count(*) FROM standing) - (SELECT count(*) FROM standing WHERE verdict = 'rejected')"))
        condition, values = where(asked)
        lying = "NOT INDEXED" if asked.broad else ""  # what lets much through is asked of claims in the order they lie in
        return int(self.value(f"SELECT count(*) FROM standing s {lying} WHERE {condition}", values))

    def many(self, asked: Filter) -> bool:
        """Whether so many claims meet a filter that they are better met with than looked up. A place takes as long to count as to look up."""
        if asked.place:
            return False
        condition, values = where(asked)
        return int(self.value(f"SELECT count(*) FROM (SELECT 1 FROM standing s WHERE {condition} LIMIT ?)", (*values, MANY))) == MANY

    def claim(self, ident: str) -> Told:
        """A claim by its id. Raises UsageError where there is none."""
        found = self.standing(self.rows(f"{_CLAIM} {_CLAIMS} WHERE s.id = ?", (ident,)))
        if not found:
            raise UsageError(f"No claim {ident} is on record.", "onrecord events lists events and their claims.")
        return found[0]

    def by_number(self, numbers: Iterable[int]) -> dict[int, Told]:
        """Standing claims by their rows."""
        wanted: list[int] = list(numbers)
        found: dict[int, Told] = {}
        for at in range(0, len(wanted), 500):
            part = wanted[at : at + 500]
            marks = ",".join("?" * len(part))
            rows = self.rows(f"{_CLAIM} {_CLAIMS} WHERE c.number IN ({marks})", part)
            found |= {t.number: t for t in self.standing(rows)}
        return found

    def numbers(self, idents: Iterable[str]) -> list[int]:
        """The rows of standing claims by their ids."""
        wanted: list[str] = list(idents)
        marks = ",".join("?" * len(wanted))
        return [r[0] for r in self.rows(f"SELECT claim FROM standing WHERE id IN ({marks})", wanted)]

    def standing(self, rows: list[sqlite3.Row]) -> list[Told]:
        """Claims from their rows, corrected where people corrected them, their parties as people joined them."""
        joined = self._joined() if rows else {}
        found = []
        for row in rows:
            body = json.loads(row["body"])
            body["event"], body["verdict"], body["number"] = row["event"], row["verdict"], row["number"]
            if row["edited"]:
                with said_clearly(self.record.path):
                    body = corrected(body, corrections_of(self.record.connection, body["id"]))
            found.append(told_from(rekeyed(body, joined) if joined else body))
        return found

    def _joined(self) -> dict[tuple[str, str], str]:
        return {(r["key"], r["document"]): r["actor"] for r in self.rows("SELECT key, document, actor FROM aliases")}

    def events(
        self,
        asked: Filter = EVERYTHING,
        *,
        limit: int = -1,
        offset: int = 0,
        together: bool = False,
        accounts: int = 1,
        dated: bool = False,
    ) -> list[EventRow]:
        """Events with at least one claim that meets the filter, by the day of the claim that names them, undated last.

        `together`: only those that several claims tell, or that somebody denies or refuses; `accounts`: only those that so many accounts tell (a copy
        counts with its original), or that somebody denies or refuses; `dated`: only those with a day.
        """
        condition, values = where(asked)
        some = "" if asked == EVERYTHING else f"AND event IN (SELECT s.event FROM standing s WHERE {condition})"
        if some and self.many(asked):  # a good part of all events meets it: so each is asked in turn until there are enough
            some = f"AND EXISTS (SELECT 1 FROM standing s INDEXED BY standing_event WHERE s.event = h.event AND {condition})"
        many = f"count(*) > 1 AND count(DISTINCT t.counted) >= {int(accounts)}" if accounts > 1 else "count(*) > 1"
        # Asked of each event in the order of their days, until there are enough.
        several = f"AND (SELECT {many} OR count(t.against) > 0 FROM standing t INDEXED BY standing_event WHERE t.event = h.event)"
        question = f"""SELECT event FROM standing h WHERE substr(id, 2) = substr(event, 2) {some} {several if together or accounts > 1 else ""}
                       {"AND coalesce(earliest, latest) IS NOT NULL" if dated else ""}
                       ORDER BY coalesce(earliest, latest) IS NULL, coalesce(earliest, latest), latest, claim LIMIT ? OFFSET ?"""
        wanted = [r[0] for r in self.rows(question, (*(values if some else ()), limit, offset))]
        found: dict[str, EventRow] = {}
        for at in range(0, len(wanted), 500):
            part = wanted[at : at + 500]
            rows = self.rows(_EVENT.format(marks=",".join("?" * len(part))), part)
            found |= {r["event"]: event_row(r) for r in rows}
        return [found[e] for e in wanted if e in found]

    def named(self, event: str) -> EventRow:
        """An event by its id, as a line of a list. Raises UsageError where there is none."""
        found = self.rows(_EVENT.format(marks="?"), (event,))
        if not found:
            raise UsageError(f"No event {event} is on record.", "onrecord events lists them.")
        return event_row(found[0])

    def event(self, ident: str) -> list[Told]:
        """All claims that tell an event, in the order they were recorded."""
        found = self.telling([ident])
        if ident not in found:
            raise UsageError(f"No event {ident} is on record.", "onrecord events lists them.")
        return found[ident]

    def telling(self, events: Iterable[str]) -> dict[str, list[Told]]:
        """All claims that tell some events, of each in the order they were recorded; nothing for what is no event of the record."""
        wanted: list[str] = list(dict.fromkeys(events))
        found: dict[str, list[Told]] = {}
        for at in range(0, len(wanted), 500):
            part = wanted[at : at + 500]
            rows = self.rows(f"{_CLAIM} {_CLAIMS} WHERE s.event IN ({','.join('?' * len(part))}) ORDER BY {_ORDER['document']}", part)
            for claim in self.standing(rows):
                found.setdefault(claim.event or "", []).append(claim)
        return {event: found[event] for event in wanted if event in found}

    def links(self, numbers: Iterable[int], *, kind: LinkKind | None = None) -> list[Link]:
        """The links (of one kind) that begin or end at some claims' rows."""
        wanted = list(numbers)
        those = f"'{kind}'" if kind else "'same_event', 'denies'"
        found: dict[int, Link] = {}
        for at in range(0, len(wanted), 400):
            part = wanted[at : at + 400]
            marks = ",".join("?" * len(part))
            # Each end by its own index: with the kind, where they begin; and where they end.
            question = f"""SELECT near.id, near.kind, near.score, near.reasons, sa.id AS a, sb.id AS b
                           FROM (SELECT * FROM links WHERE kind IN ({those}) AND a IN ({marks})
                                 UNION ALL SELECT * FROM links WHERE b IN ({marks}) AND kind IN ({those})) near
                           JOIN standing sa ON sa.claim = near.a JOIN standing sb ON sb.claim = near.b"""
            for row in self.rows(question, (*part, *part)):
                reasons = tuple(from_plain(Reason, r) for r in json.loads(row["reasons"]))
                found[row["id"]] = Link(row["kind"], row["a"], row["b"], row["score"], reasons)
        return [found[k] for k in sorted(found)]

    # ---- names

    def find(self, words: str) -> tuple[Literal["document", "claim", "event"], str]:
        """What a full or shortened id, a document's external id, or its path stands for. Raises UsageError where nothing or more than one fits."""
        exact: list[tuple[Literal["document", "claim", "event"], str]] = []
        if words.startswith("c"):
            exact += [("claim", r[0]) for r in self.rows("SELECT id FROM standing WHERE id >= ? AND id < ? LIMIT 3", _prefix(words))]
        if words.startswith("e"):
            claims = self.rows("SELECT DISTINCT event FROM standing WHERE id >= ? AND id < ? LIMIT 3", _prefix("c" + words[1:]))
            exact += [("event", r[0]) for r in claims]
        question = """SELECT id FROM documents WHERE (short >= ? AND short < ?) OR id = ? OR external_id = ? OR path = ? OR path LIKE '%/' || ?
                      OR (? LIKE 'sha256:_%' AND id LIKE ? || '%') LIMIT 3"""
        exact += [("document", r[0]) for r in self.rows(question, (*_prefix(words), words, words, words, words, words, words))]
        if not exact:
            raise UsageError(
                f"Nothing on record is called {words!r}.", "onrecord show lists documents; onrecord events lists events and claims."
            )
        if len(exact) > 1:
            several = ", ".join(document_short(i) if kind == "document" else i[:12] for kind, i in exact)
            raise UsageError(f"{words!r} fits more than one: {several}.", "Give one of these.")
        return exact[0]


def _prefix(words: str) -> tuple[str, str]:
    return words, words + "\U0010ffff"
