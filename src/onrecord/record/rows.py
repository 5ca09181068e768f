"""Account -> rows of the record, and back."""

import json
import re
import sqlite3
import zlib
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from onrecord.record.claim import Account
from onrecord.record.decided import settle_document
from onrecord.record.ids import document_short, event_id
from onrecord.record.plain import from_plain, to_plain
from onrecord.record.signature import signature_of
from onrecord.record.tell import Teller, folded
from onrecord.record.told import Party, Told

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def storable(text: str) -> str:
    """The text as SQLite takes it, of the same length: lone surrogates become the replacement character."""
    return _SURROGATE.sub("\ufffd", text)


def exact(text: str) -> bytes | None:
    """The bytes of a text that SQLite cannot hold as text, or None where it can."""
    return text.encode("utf-8", "surrogatepass") if _SURROGATE.search(text) else None


def as_json(value: Any) -> str:
    """A value as JSON, in ASCII where it holds lone surrogates."""
    plain = to_plain(value)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(plain, separators=(",", ":")) if _SURROGATE.search(text) else text


def add_account(connection: sqlite3.Connection, account: Account, run: int, fingerprint: str, moment: str, home: str | None) -> bool:
    """Write an account inside the transaction that is open. False where another writer was there first."""
    document = account.document
    there = connection.execute("SELECT 1 FROM accounts WHERE document = ? AND fingerprint = ?", (document.id, fingerprint)).fetchone()
    if there:
        return False
    _add_document(connection, account, run, moment)
    teller = Teller(account, home)
    plain = to_plain(account)
    plain["document"]["text"] = ""
    body = zlib.compress(json.dumps(plain, separators=(",", ":")).encode("ascii"), 6)
    number: int = connection.execute(
        "INSERT INTO accounts (document, run, fingerprint, made, kind, published, author, claims, voice, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            document.id,
            run,
            fingerprint,
            moment,
            document.kind,
            str(document.published) if document.published else None,
            document.author,
            len(account.events),
            as_json(teller.voice) if teller.voice else None,
            body,
        ),
    ).fetchone()[0]
    connection.execute("DELETE FROM standing WHERE claim IN (SELECT number FROM claims WHERE document = ?)", (document.id,))
    connection.execute("DELETE FROM blocks WHERE claim IN (SELECT number FROM claims WHERE document = ?)", (document.id,))
    made = teller.all()
    for claim in made:
        _add_claim(connection, claim, number)
    settle_document(connection, document.id, made, run)
    connection.executemany(
        "INSERT INTO omissions VALUES (?, ?, ?, ?, ?)",
        [(number, o.span.start, o.span.end, o.stage, storable(o.reason)) for o in account.omissions],
    )
    connection.executemany(
        "INSERT INTO flags VALUES (?, ?, ?, ?, ?)", [(number, f.span.start, f.span.end, f.kind, storable(f.detail)) for f in account.flags]
    )
    connection.executemany(
        "INSERT INTO letters VALUES (?, ?, ?, ?)", [(number, x.id, str(x.date) if x.date else None, as_json(x)) for x in account.letters]
    )
    return True


def _add_document(connection: sqlite3.Connection, account: Account, run: int, moment: str) -> None:
    document = account.document
    if connection.execute("SELECT 1 FROM documents WHERE id = ?", (document.id,)).fetchone():
        return
    given: dict[str, Any] = {
        "id": document.id,
        "short": document_short(document.id),
        "run": run,
        "added": moment,
        "raw_sha256": document.raw_sha256,
        "text_sha256": sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        **{
            k: _text(getattr(document, k)) for k in ("path", "member", "url", "external_id", "publisher", "title", "language", "media_type")
        },
        "outlet": storable(folded(document.publisher)) if document.publisher else None,
        "metadata": as_json(document.metadata),
        "characters": len(document.text),
        "text": storable(document.text),
        "exact": exact(document.text),
        "signature": signature_of(document.text),
    }
    insert(connection, "documents", given)


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _add_claim(connection: sqlite3.Connection, claim: Told, account: int) -> None:
    number = insert(
        connection,
        "claims",
        {
            "id": claim.id,
            "account": account,
            "document": claim.document,
            "first": claim.span.start,
            "last": claim.span.end,
            "type": claim.type,
            "status": claim.status,
            "certainty": claim.certainty,
            "happened": claim.happened,
            "earliest": str(claim.when.earliest) if claim.when.earliest else None,
            "latest": str(claim.when.latest) if claim.when.latest else None,
            "speaker": storable(speaker_words(claim)),
            "sentence": storable(claim.sentence),
            "body": as_json(claim),
        },
    )
    connection.executemany("INSERT INTO claim_parties VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", list(_parties(number, claim)))
    connection.executemany(
        "INSERT INTO claim_places VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(number, storable(p.key), storable(p.name), storable(folded(p.name)), p.country, p.latitude, p.longitude) for p in claim.places],
    )
    connection.executemany(
        "INSERT INTO claim_commitments VALUES (?, ?, ?, ?, ?)",
        [(number, storable(c.key), storable(c.name), c.kind, c.relation) for c in claim.commitments],
    )
    connection.execute(
        "INSERT INTO standing (claim, id, event, type, happened, earliest, latest) SELECT number, id, ?, type, happened, earliest, latest FROM claims WHERE number = ?",
        (event_id(claim.id), number),
    )


def _parties(number: int, claim: Told) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []

    def add(role: str, position: int, parties: Sequence[Party]) -> None:
        found.extend(
            (number, role, position, storable(p.key), storable(p.name), storable(folded(p.name)), p.kind, p.country, p.side)
            for p in parties
        )

    add("actor", 0, claim.actors)
    add("recipient", 0, claim.recipients)
    for position, voice in enumerate(claim.chain):
        add("speaker", position, voice.parties)
    if claim.voice:
        add("voice", 0, (claim.voice,))
    return found


def speaker_words(claim: Told) -> str:
    """Who says it, outermost first, in a few words."""
    first = [claim.voice.name] if claim.voice else ([claim.publisher] if claim.publisher else [])
    return " > ".join([*first, *(", ".join(p.name for p in v.parties) or v.source or "nobody named" for v in claim.chain)])


def insert(connection: sqlite3.Connection, table: str, given: dict[str, Any]) -> int:
    """Insert one row; its number."""
    columns = ", ".join(given)
    marks = ", ".join("?" * len(given))
    done = connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(given.values()))
    return int(done.lastrowid or 0)


def told_from(body: dict[str, Any]) -> Told:
    """The claim that a row holds, from its plain form."""
    return from_plain(Told, body)


def account_from(body: bytes, text: str) -> Account:
    """The account a row holds, with its document's text."""
    plain = json.loads(zlib.decompress(body))
    plain["document"]["text"] = text
    return from_plain(Account, plain)
