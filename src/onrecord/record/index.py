"""What stands now -> the tables that find it: each standing claim's parties, places, commitments and sides, as people corrected them.

An index: everything in it follows from the claims and the decisions, and can be made anew from them.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from onrecord.record.corrections import corrected, corrections_of
from onrecord.record.ids import event_id
from onrecord.record.plain import from_plain
from onrecord.record.sides import spread_of
from onrecord.record.tell import folded
from onrecord.record.told import Party, Told

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def storable(text: str) -> str:
    """The text as SQLite takes it, of the same length: lone surrogates become the replacement character."""
    return _SURROGATE.sub("\ufffd", text)


class Index:
    """The index of an open record, written inside the transaction that is open. It remembers what it wrote, so it serves for that transaction only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.parties: dict[tuple[Party, str], int] = {}
        self.spreads: dict[tuple[str, str, str, str], int] = {}
        self.joined: dict[tuple[str, str], str] = {
            (key, document): actor for key, document, actor in connection.execute("SELECT key, document, actor FROM aliases")
        }

    def stand(self, claim: Told, number: int, document: int, *, event: str | None = None) -> None:
        """Let a claim of a row stand, in an event of its own unless it has one."""
        days = (str(d) if d else None for d in (claim.when.earliest, claim.when.latest))
        counted = counted_with(self.connection, document)
        self.connection.execute(
            """INSERT INTO standing (claim, id, event, document, counted, type, status, happened, earliest, latest, spread, against)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                number,
                claim.id,
                event or event_id(claim.id),
                document,
                counted,
                claim.type,
                claim.status,
                claim.happened,
                *days,
                self._spread(claim),
                against(claim),
            ),
        )
        self._write(claim, number)

    def change(self, claim: Told, number: int, *, verdict: str | None, edited: bool) -> None:
        """Bring a standing claim's rows in line with what people decided: `claim` as they corrected it."""
        days = (str(d) if d else None for d in (claim.when.earliest, claim.when.latest))
        self.connection.execute(
            """UPDATE standing SET verdict = ?, edited = ?, type = ?, status = ?, happened = ?, earliest = ?, latest = ?, spread = ?, against = ? WHERE claim = ?""",
            (verdict, edited, claim.type, claim.status, claim.happened, *days, self._spread(claim), against(claim), number),
        )
        for table in ("claim_parties", "claim_places", "claim_commitments"):
            self.connection.execute(f"DELETE FROM {table} WHERE claim = ?", (number,))
        self._write(claim, number)

    def _write(self, claim: Told, number: int) -> None:
        there: set[tuple[str, str]] = set()
        for role, party in roles(claim):
            row, actor = self._party(party, claim.document)
            if (role, actor) not in there:
                there.add((role, actor))
                self.connection.execute("INSERT INTO claim_parties VALUES (?, ?, ?)", (number, role, row))
        if claim.places:
            self.connection.executemany(
                "INSERT INTO claim_places VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (number, storable(p.key), storable(p.name), storable(folded(p.name)), p.country, p.latitude, p.longitude)
                    for p in claim.places
                ],
            )
        if claim.commitments:
            self.connection.executemany(
                "INSERT INTO claim_commitments VALUES (?, ?, ?, ?, ?)",
                [(number, storable(c.key), storable(c.name), c.kind, c.relation) for c in claim.commitments],
            )

    def _spread(self, claim: Told) -> int:
        words = spread_of(claim).words()
        return self._numbered(self.spreads, words, "spreads", dict(zip(("said", "named", "pairs", "accused"), words, strict=True)), words)

    def _party(self, party: Party, document: str) -> tuple[int, str]:
        own = storable(party.key)
        actor = self.joined.get((own, document)) or self.joined.get((own, "")) or own
        name = storable(party.name)
        given = {
            "key": own, "actor": actor, "name": name, "folded": storable(folded(party.name)), "kind": party.kind, "country": party.country, "side": party.side,
        }  # fmt: skip
        one = (own, actor, name, party.kind, party.country or "", party.side or "")
        return self._numbered(self.parties, (party, actor), "parties", given, one), actor

    def _numbered(self, known: dict[Any, int], key: Any, table: str, given: dict[str, Any], one: tuple[str, ...]) -> int:
        """The row of a value that many claims share, made where there is none."""
        if key not in known:
            found = self.connection.execute(_FIND[table], one).fetchone()
            if found is None:
                marks = ", ".join("?" * len(given))
                done = self.connection.execute(f"INSERT INTO {table} ({', '.join(given)}) VALUES ({marks})", tuple(given.values()))
                found = (int(done.lastrowid or 0),)
            known[key] = found[0]
        return known[key]


_FIND = {
    "spreads": "SELECT number FROM spreads WHERE said = ? AND named = ? AND pairs = ? AND accused = ?",
    "parties": """SELECT number FROM parties WHERE key = ? AND actor = ? AND name = ? AND kind = ? AND coalesce(country, '') = ? AND coalesce(side, '') = ?""",
}


def against(claim: Told) -> Literal["denied", "refused"] | None:
    """Whether its speaker says that it did not happen, or not by them; or that it is not to be, which denies nothing."""
    if claim.happened is False:
        return "refused" if claim.act == "refusal" else "denied"
    return "denied" if claim.act == "part" else None


def roles(claim: Told) -> Iterator[tuple[str, Party]]:
    """Who stands in a claim: role, party."""
    yield from (("actor", p) for p in claim.actors)
    yield from (("recipient", p) for p in claim.recipients)
    yield from (("speaker", p) for v in claim.chain for p in v.parties)
    if claim.voice:
        yield "carrier" if any(v.parties for v in claim.chain) else "voice", claim.voice


def counted_with(connection: sqlite3.Connection, document: int) -> int:
    """The document that one counts with: the one it carries the text of, or itself."""
    row = connection.execute(
        """SELECT o.number FROM documents d JOIN copies k ON k.document = d.id JOIN documents o ON o.id = k.original
           WHERE d.number = ? ORDER BY k.score DESC, k.original LIMIT 1""",
        (document,),
    ).fetchone()
    return int(row[0]) if row else document


def recount(connection: sqlite3.Connection, document: int) -> None:
    """Let a document's claims count with the one it copies, after that was found or is gone."""
    connection.execute("UPDATE standing SET counted = ? WHERE document = ?", (counted_with(connection, document), document))


def as_it_stands(connection: sqlite3.Connection, body: str) -> tuple[Told, bool]:
    """A claim from its row, as people corrected it, and whether they did."""
    plain = json.loads(body)
    changes = corrections_of(connection, plain["id"])
    return from_plain(Told, corrected(plain, changes) if changes else plain), bool(changes)


def reindex(connection: sqlite3.Connection, claims: Iterable[int] | None = None) -> int:
    """Make the index rows of standing claims anew, of all of them or of some rows; events and verdicts stay. How many. Inside the transaction that is open."""
    wanted = [r[0] for r in connection.execute("SELECT claim FROM standing ORDER BY claim")] if claims is None else list(claims)
    if claims is None:
        for table in ("claim_parties", "claim_places", "claim_commitments"):
            connection.execute(f"DELETE FROM {table}")
    index = Index(connection)
    for number in wanted:
        row = connection.execute(
            "SELECT c.body, s.verdict FROM claims c JOIN standing s ON s.claim = c.number WHERE c.number = ?", (number,)
        ).fetchone()
        if row:
            told, edited = as_it_stands(connection, row[0])
            index.change(told, number, verdict=row[1], edited=edited)
    sweep(connection)
    return len(wanted)


def sweep(connection: sqlite3.Connection) -> None:
    """Drop the parties that no standing claim names any more."""
    connection.execute("DELETE FROM parties WHERE NOT EXISTS (SELECT 1 FROM claim_parties p WHERE p.party = parties.number)")
