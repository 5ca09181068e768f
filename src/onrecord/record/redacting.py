"""A private person -> their name taken out of a record for good: from texts, titles, claims, keys and people's words, everywhere, at the same length."""

import json
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from typing import Any

from onrecord.errors import UsageError
from onrecord.record.database import said_clearly
from onrecord.record.ids import actor_id
from onrecord.record.joined import settle_actors
from onrecord.record.plain import as_json
from onrecord.record.rows import account_from
from onrecord.record.store import Record, now
from onrecord.record.tell import actor_key, folded
from onrecord.resources.folding import fold

BLOCK = "█"
SHORTEST = 3
"""Letters of the shortest part of a name that is taken out."""
_PLAIN = {
    "documents": ("path", "member", "url", "external_id", "publisher", "outlet", "title", "text"), "claims": ("speaker", "sentence"), "omissions": ("reason",),
    "flags": ("detail",), "letters": ("sender", "answers_by", "sender_entry", "answers_entry"), "undertakings": ("key", "name"), "parties": ("key", "actor", "name", "folded"),
    "claim_places": ("key", "name", "folded"), "claim_commitments": ("key", "name"), "decisions": ("why",), "unread": ("path", "member"),
}  # fmt: skip
_AS_JSON = {
    "documents": ("metadata",), "accounts": ("voice",), "claims": ("body",), "letters": ("body", "recipients", "sender_called", "recipients_called"), "links": ("reasons",),
    "decisions": ("value", "machine"),
}  # fmt: skip
Mask = Callable[[str], str]


def redact(record: Record, person: str, *, who: str, why: str) -> int:
    """Take a person's name out of every document, claim and decision; how many documents held it. Their hashes stay, and who, when and why; they are
    not read in again. Raises UsageError where nobody is meant, or somebody whom the directory names, whose office is public."""
    if not why.strip() or not who.strip():
        raise UsageError("Forgetting needs who and why.", "Give --who NAME and --why TEXT.")
    with record.writing() as connection:
        key, name = _person(connection, person)
        parts = _parts_by_document(connection, record, key, name)
        number = 1 + max(
            (int(m.group(1)) for r in connection.execute("SELECT name FROM parties") if (m := _NUMBER.search(r[0]))), default=0
        )
        whole = _masking([name], number)
        own = {d: _masking([name, *found], number) for d, found in parts.items()}
        documents = [
            d
            for d, text in connection.execute("SELECT id, text FROM documents WHERE text IS NOT NULL").fetchall()
            if d in own or whole(text) != text
        ]
        _everywhere(connection, whole)
        for document in documents:
            _in_document(connection, document, own.get(document) or _masking([name, *_last(name)], number))
            connection.execute("INSERT OR REPLACE INTO forgotten VALUES (?, ?, ?, ?)", (document, now(), who, why))
        settle_actors(connection)
    with said_clearly(record.path):
        record.connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        record.connection.execute("VACUUM")
        record.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return len(documents)


_NUMBER = re.compile(rf"\[(\d+)\]{BLOCK}")


def _person(connection: sqlite3.Connection, words: str) -> tuple[str, str]:
    """The key and name of the one person meant by a name, an id or a key."""
    rows = connection.execute("SELECT key, name FROM parties WHERE kind = 'person' ORDER BY length(name) DESC").fetchall()
    plain = folded(words)
    found = {
        key: name
        for key, name in reversed(rows)
        if words == key or folded(name) == plain or (len(words) > SHORTEST and actor_id(key).startswith(words))
    }
    if len(found) != 1:
        raise UsageError(
            f"{words!r} is {'no person' if not found else 'more than one person'} on record.", "onrecord actors lists them with their ids."
        )
    key, name = next(iter(found.items()))
    if not key.startswith("person:"):
        raise UsageError(f"{name} is in the directory of public offices.", "Forget the documents instead: onrecord forget DOCUMENT.")
    return key, name


def _parts_by_document(connection: sqlite3.Connection, record: Record, key: str, name: str) -> dict[str, list[str]]:
    """The other words by which documents name the person: "Doe", "Ms Doe"; by document."""
    question = """SELECT DISTINCT d.id FROM parties p JOIN claim_parties q ON q.party = p.number JOIN standing s ON s.claim = q.claim
                  JOIN documents d ON d.number = s.document WHERE p.key = ?
                  UNION SELECT id FROM documents WHERE text LIKE ?"""
    found: dict[str, list[str]] = {}
    for (document,) in connection.execute(question, (key, f"%{name}%")).fetchall():
        account = record.queries.account(document)
        for actor in account.actors if account else ():
            if account is not None and actor.kind == "person" and (actor_key(actor) == key or folded(actor.name) == folded(name)):
                words = {m.span.of(account.document.text) for m in actor.mentions if m.form == "name"} | set(_last(name))
                found.setdefault(document, []).extend(w for w in words if len(w) >= SHORTEST)
    return found


def _last(name: str) -> list[str]:
    """A name's last word, where it has several."""
    return [w for w in name.split()[1:][-1:] if len(w) >= SHORTEST]


def _masking(names: Iterable[str], number: int) -> Mask:
    """What puts blocks over some names, whatever their case and accents, in a text of the same length."""
    forms = {form for n in names for form in (n, fold(n), folded(n), " ".join(n.split()))}
    wanted = sorted((f for f in forms if len(f) >= SHORTEST), key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(r"[\s_-]+".join(map(re.escape, f.split())) for f in wanted) + r")(?!\w)", re.IGNORECASE)

    def mask(text: str) -> str:
        return pattern.sub(lambda m: _blocks(len(m.group()), number), text)

    return mask


def _blocks(length: int, number: int) -> str:
    head = f"[{number}]"
    return head + BLOCK * (length - len(head)) if length > len(head) else BLOCK * length


def _everywhere(connection: sqlite3.Connection, mask: Mask) -> None:
    """Mask all columns that hold words, in every table."""
    for table, columns in _PLAIN.items():
        _rewrite(connection, table, columns, "TRUE", (), mask)
    for table, columns in _AS_JSON.items():
        _rewrite(connection, table, columns, "TRUE", (), lambda v: _json(v, mask))
    connection.executemany(
        "DELETE FROM blocks WHERE key = ?", [r for r in connection.execute("SELECT DISTINCT key FROM blocks") if mask(r[0]) != r[0]]
    )


def _in_document(connection: sqlite3.Connection, document: str, mask: Mask) -> None:
    """Mask what one document is known by and says, also under shorter forms of the name."""
    accounts = "account IN (SELECT id FROM accounts WHERE document = ?)"
    for table, condition in (
        ("documents", "id = ?"),
        ("claims", "document = ?"),
        ("omissions", accounts),
        ("flags", accounts),
        ("letters", accounts),
    ):
        _rewrite(connection, table, _PLAIN[table], condition, (document,), mask)
    for table, condition in (("documents", "id = ?"), ("accounts", "document = ?"), ("claims", "document = ?"), ("letters", accounts)):
        _rewrite(connection, table, _AS_JSON[table], condition, (document,), lambda v: _json(v, mask))
    for row, body in connection.execute("SELECT rowid, body FROM accounts WHERE document = ? AND body IS NOT NULL", (document,)).fetchall():
        plain = _walk(json.loads(zlib.decompress(body)), mask)
        made = zlib.compress(json.dumps(plain, separators=(",", ":")).encode("ascii"), 6)
        account_from(made, "")  # it can still be read
        connection.execute("UPDATE accounts SET body = ? WHERE rowid = ?", (made, row))
    for (held,) in connection.execute("SELECT exact FROM documents WHERE id = ? AND exact IS NOT NULL", (document,)).fetchall():
        text = mask(held.decode("utf-8", "surrogatepass")).encode("utf-8", "surrogatepass")
        connection.execute("UPDATE documents SET exact = ? WHERE id = ?", (text, document))


def _rewrite(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], condition: str, values: tuple[Any, ...], mask: Mask
) -> None:
    for row, *held in connection.execute(f"SELECT rowid, {', '.join(columns)} FROM {table} WHERE {condition}", values).fetchall():
        changed = {c: new for c, old in zip(columns, held, strict=True) if isinstance(old, str) and (new := mask(old)) != old}
        if changed:
            given = ", ".join(f"{c} = ?" for c in changed)
            connection.execute(f"UPDATE {table} SET {given} WHERE rowid = ?", (*changed.values(), row))


def _json(text: str, mask: Mask) -> str:
    plain = json.loads(text)
    walked = _walk(plain, mask)
    return text if walked == plain else as_json(walked)


def _walk(value: Any, mask: Mask) -> Any:
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, list):
        return [_walk(v, mask) for v in value]
    return {k: _walk(v, mask) for k, v in value.items()} if isinstance(value, dict) else value
