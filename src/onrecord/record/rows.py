"""Account -> rows of the record, and back."""

import json
import re
import sqlite3
import zlib
from hashlib import sha256
from typing import Any

from onrecord.record.claim import Account
from onrecord.record.decided import settle_document
from onrecord.record.ids import document_short
from onrecord.record.index import Index, storable
from onrecord.record.letter_rows import add_letters
from onrecord.record.linking import name_anew
from onrecord.record.plain import as_json, from_plain, to_plain
from onrecord.record.signature import signature_of
from onrecord.record.tell import Teller, commitment_key, folded
from onrecord.record.told import Told
from onrecord.timespan import Timespan, parse_edtf

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def exact(text: str) -> bytes | None:
    """The bytes of a text that SQLite cannot hold as text, or None where it can."""
    return text.encode("utf-8", "surrogatepass") if _SURROGATE.search(text) else None


def add_account(
    connection: sqlite3.Connection, account: Account, run: int, fingerprint: str, moment: str, home: str | None, origin: str | None = None
) -> bool:
    """Write an account inside the transaction that is open. False where another writer was there first."""
    document = account.document
    there = connection.execute("SELECT 1 FROM accounts WHERE document = ? AND fingerprint = ?", (document.id, fingerprint)).fetchone()
    if there:
        return False
    at = _add_document(connection, account, run, moment, origin)
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
    left = no_longer(connection, at)
    made = teller.all()
    index = Index(connection)
    for claim in made:
        index.stand(claim, _add_claim(connection, claim, number), at)
    settle_document(connection, document.id, made, run)
    name_anew(connection, left)
    connection.execute("INSERT OR IGNORE INTO waiting VALUES (?)", (at,))
    connection.executemany(
        "INSERT INTO omissions VALUES (?, ?, ?, ?, ?)",
        [(number, o.span.start, o.span.end, o.stage, storable(o.reason)) for o in account.omissions],
    )
    connection.executemany(
        "INSERT INTO flags VALUES (?, ?, ?, ?, ?)", [(number, f.span.start, f.span.end, f.kind, storable(f.detail)) for f in account.flags]
    )
    add_letters(connection, account, number)
    add_undertakings(connection, account, number)
    return True


def no_longer(connection: sqlite3.Connection, document: int) -> set[str]:
    """Let the claims of a document's earlier reading stand no longer; the events they were in."""
    events = {r[0] for r in connection.execute("SELECT DISTINCT event FROM standing WHERE document = ?", (document,))}
    if events:
        connection.execute("DELETE FROM blocks WHERE claim IN (SELECT claim FROM standing WHERE document = ?)", (document,))
        connection.execute("DELETE FROM standing WHERE document = ?", (document,))
    return events


def add_undertakings(connection: sqlite3.Connection, account: Account, number: int) -> None:
    """The commitments that an account names, with their days."""
    for bond in account.commitments:
        try:
            when = parse_edtf(bond.date) if bond.date else Timespan()
        except ValueError:
            when = Timespan()
        days = (str(d) if d else None for d in (when.earliest, when.latest))
        name = storable(bond.name)
        connection.execute(
            "INSERT INTO undertakings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, bond.id, commitment_key(name), name, bond.kind, *days, bond.span.start, bond.span.end),
        )


def _add_document(connection: sqlite3.Connection, account: Account, run: int, moment: str, origin: str | None) -> int:
    document = account.document
    if there := connection.execute("SELECT number FROM documents WHERE id = ?", (document.id,)).fetchone():
        return int(there[0])
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
        "origin": _text(origin),
    }
    return insert(connection, "documents", given)


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _add_claim(connection: sqlite3.Connection, claim: Told, account: int) -> int:
    return insert(
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
