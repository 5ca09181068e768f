"""A private person -> their name taken out of a record for good: from texts, titles, paths, claims, keys, runs and people's words, everywhere, at the same length."""

import json
import secrets
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.errors import UsageError
from onrecord.record.database import cleared
from onrecord.record.decisions import touched
from onrecord.record.ids import actor_id
from onrecord.record.index import reindex
from onrecord.record.joined import settle_actors
from onrecord.record.masking import SHORTEST, Mask, words_of
from onrecord.record.rows import account_from
from onrecord.record.store import Record, now
from onrecord.record.tell import BLOCK, commitment_key, folded


@dataclass(frozen=True, slots=True)
class Held:
    """The columns of a table in which names can stand: plain ones, those that are JSON, and those that are JSON with others' keys; `of` is the id of the
    document a row is of, "" where it is of none."""

    words: tuple[str, ...] = ()
    json: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    of: str = ""


_ACCOUNT = "(SELECT a.document FROM accounts a WHERE a.id = t.account)"
HELD = {
    "documents": Held(("path", "member", "url", "external_id", "publisher", "title", "text", "origin"), (), ("metadata",), "t.id"),
    "accounts": Held((), ("voice",), (), "t.document"),
    "claims": Held(("speaker", "sentence"), ("body",), (), "t.document"),
    "omissions": Held(("reason",), of=_ACCOUNT),
    "flags": Held(("detail",), of=_ACCOUNT),
    "letters": Held(("sender", "answers_by", "sender_entry", "answers_entry"), ("body", "recipients", "sender_called", "recipients_called", "answers_also"), (), _ACCOUNT),
    "undertakings": Held(("name",), of=_ACCOUNT),
    "links": Held((), ("reasons",)),
    "decisions": Held(("who", "why"), ("value", "machine")),
    "moved": Held(("why",)),
    "forgotten": Held(("who", "why")),
    "unread": Held(("path", "member", "reason", "advice")),
    "runs": Held(("parser",), (), ("resources", "settings")),
}  # fmt: skip
"""Where names can stand; `accounts.body`, `documents.exact`, what is made from these columns and the index of what stands are seen to apart."""
_BESIDE = {
    "links": "t.a IN (SELECT number FROM claims WHERE document = ?1) OR t.b IN (SELECT number FROM claims WHERE document = ?1)",
    "decisions": "t.target IN (SELECT id FROM claims WHERE document = ?1)",
}
"""Rows that speak of a document's claims, also by shorter forms of a name."""


@dataclass(slots=True)
class Person:
    """Who is to be taken out: their names, whether anybody of that name is a person on record, and in which documents they stand, under which shorter forms."""

    names: set[str]
    known: bool
    number: int
    parts: dict[str, set[str]] = field(default_factory=dict)


def redact(record: Record, person: str, *, who: str, why: str) -> int:
    """Take a person's name, in every spelling, out of every document, claim and decision; how many documents held it. Their hashes stay, and who, when
    and why; they are not read in again. Raises UsageError where nobody is meant, or somebody whom the directory names, whose office is public."""
    if not why.strip() or not who.strip():
        raise UsageError("Forgetting needs who and why.", "Give --who NAME and --why TEXT.")
    with record.writing() as connection:
        meant = _person(connection, person)
        whole = Mask(meant.names, meant.number)
        for document in _holding(connection, whole):
            _look_closer(connection, document, meant)
        if not meant.known and not meant.parts:
            raise _nobody(person)
        changed: set[str] = set()
        for document, parts in meant.parts.items():
            own = Mask(meant.names, meant.number, parts | words_of(meant.names))
            changed |= _in_document(connection, document, own)
            _blocks(connection, own, document)
            connection.execute(_FORGOTTEN, (document, now(), own(who), own(why)))
        for table in (t for t, held in HELD.items() if not held.of):
            changed |= {r for r, _ in _rewrite(connection, table, whole) if table == "decisions"}
        _index(connection, meant.parts, changed)
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    cleared(record.connection, record.path)
    return len(meant.parts)


_FORGOTTEN = """INSERT INTO forgotten VALUES (?, ?, ?, ?) ON CONFLICT (document) DO UPDATE
                SET why = why || '; ' || substr(excluded.made, 1, 10) || ', ' || excluded.who || ': ' || excluded.why"""
"""Where another name was taken out of a document before, both reasons stay."""


def _nobody(words: str, several: bool = False) -> UsageError:
    return UsageError(
        f"{words!r} is {'more than one' if several else 'no'} person on record.", "onrecord actors lists them with their ids."
    )


def _public(name: str) -> UsageError:
    return UsageError(f"{name} is in the directory of public offices.", "Forget the documents instead: onrecord forget DOCUMENT.")


def _person(connection: sqlite3.Connection, words: str) -> Person:
    """The one person meant by a name, an id or a key, with all names of theirs: those of people said to be the same, too. Somebody who is only
    named in texts is meant by a name of two words."""
    rows = [*connection.execute("SELECT key, actor, name, kind FROM parties ORDER BY number"), *_decided(connection)]
    plain = folded(words)

    def meant(key: str, actor: str, name: str) -> bool:
        by_id = len(words) > SHORTEST and (actor_id(key).startswith(words) or actor_id(actor).startswith(words))
        return words == key or (bool(plain) and folded(name) == plain) or by_id

    found = {(key, actor): name for key, actor, name, kind in rows if kind == "person" and meant(key, actor, name)}
    keys, actors = {key for key, _ in found}, {actor for _, actor in found}
    if len(keys) > 1 and len(actors) > 1:
        raise _nobody(words, several=True)
    if not keys:
        public = [name for key, actor, name, kind in rows if folded(name) == plain and not _private(key)]
        if public:
            raise _public(public[0])
        if len(plain.split()) < 2:
            raise _nobody(words)
        return Person({words}, False, _number(connection))
    joined = {key for key, actor, _, _ in rows if actor in actors} | keys | actors
    if not all(map(_private, joined)):
        raise _public(next(iter(found.values())))
    names = {name for key, actor, name, _ in rows if key in keys or (actor in actors and key.startswith("person:") and _proper(name))}
    return Person(names, True, _number(connection))


def _decided(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str]]:
    """Actors as decisions name them: who was joined with another in every claim stands in no claim any more."""
    joined = dict(connection.execute("SELECT key, actor FROM aliases WHERE document = ''").fetchall())
    for row in connection.execute("SELECT machine, value FROM decisions WHERE target LIKE 'a%'").fetchall():
        for held in (json.loads(raw) for raw in row if raw):
            if isinstance(held, dict) and isinstance(key := held.get("key"), str):
                yield key, joined.get(key, key), str(held.get("name") or ""), "person" if key.startswith("person:") else ""


def _private(key: str) -> bool:
    """Whether a key is made from a name: those of the directory are not."""
    return key.startswith(("person:", "name:", "media:"))


def _proper(name: str) -> bool:
    """Whether words name one person ("Mrs O"), and not anybody ("a teacher")."""
    return name.split()[-1][:1].isupper() if name.split() else False


def _number(connection: sqlite3.Connection) -> int:
    """The number by which a person goes from now on: drawn, so that records that are merged hold different people under different numbers."""
    while True:
        number = 100 + secrets.randbelow(900)
        mark = f"%[{number}]{BLOCK}%"
        question = "SELECT EXISTS (SELECT 1 FROM documents WHERE text LIKE ?1 OR title LIKE ?1) OR EXISTS (SELECT 1 FROM parties WHERE name LIKE ?1)"
        if not connection.execute(question, (mark,)).fetchone()[0]:
            return number


def _holding(connection: sqlite3.Connection, whole: Mask) -> list[str]:
    """The documents of which anything on record holds a name, in the order they were added."""
    found = {d for table, held in HELD.items() if held.of for _, d in _rewrite(connection, table, whole, write=False)}
    for document, body in connection.execute("SELECT document, body FROM accounts WHERE body IS NOT NULL"):
        if document not in found and whole.json(raw := zlib.decompress(body).decode("ascii")) != raw:
            found.add(document)
    return [d for (d,) in connection.execute("SELECT id FROM documents ORDER BY number") if d in found]


def _look_closer(connection: sqlite3.Connection, document: str, meant: Person) -> None:
    """Note a document that names the person, and by which other words its readings do: "Doe", "Ms Doe".

    Raises UsageError where the name, not known as a person's, is one that the directory knows."""
    text = _text(connection, document)
    wanted = set(map(folded, meant.names))
    parts = meant.parts.setdefault(document, set())
    for (body,) in connection.execute("SELECT body FROM accounts WHERE document = ? AND body IS NOT NULL", (document,)).fetchall():
        for actor in account_from(body, text).actors:
            called = {m.span.of(text) for m in actor.mentions if m.form == "name"}
            if not meant.known and actor.entry and actor.outcome == "resolved" and wanted & set(map(folded, called)):
                raise _public(actor.name)
            if folded(actor.name) in wanted:
                parts |= {w for w in called if len(w) >= SHORTEST}


def _text(connection: sqlite3.Connection, document: str) -> str:
    text, exact = connection.execute("SELECT text, exact FROM documents WHERE id = ?", (document,)).fetchone()
    return exact.decode("utf-8", "surrogatepass") if exact is not None else text or ""


def _in_document(connection: sqlite3.Connection, document: str, mask: Mask) -> set[str]:
    """Mask what one document is known by and says, and what is said of its claims, also by shorter forms of the name; the decisions that changed."""
    for (exact,) in connection.execute("SELECT exact FROM documents WHERE id = ? AND exact IS NOT NULL", (document,)).fetchall():
        hidden = mask(exact.decode("utf-8", "surrogatepass")).encode("utf-8", "surrogatepass")
        connection.execute("UPDATE documents SET exact = ? WHERE id = ?", (hidden, document))
    for row, body in connection.execute("SELECT id, body FROM accounts WHERE document = ? AND body IS NOT NULL", (document,)).fetchall():
        made = zlib.compress(json.dumps(mask.plain(json.loads(zlib.decompress(body))), separators=(",", ":")).encode("ascii"), 6)
        account_from(made, "")  # it can still be read
        connection.execute("UPDATE accounts SET body = ? WHERE id = ?", (made, row))
    changed: set[str] = set()
    for table, held in HELD.items():
        where = f"{held.of} = ?1" if held.of else _BESIDE.get(table)
        if where:
            changed |= {r for r, _ in _rewrite(connection, table, mask, where, (document,)) if table == "decisions"}
    return changed


def _rewrite(
    connection: sqlite3.Connection, table: str, mask: Mask, where: str = "TRUE", values: tuple[Any, ...] = (), *, write: bool = True
) -> list[tuple[str, str]]:
    """Mask the columns of a table, of the rows that meet a condition: the id (or row) and document of each that held a name."""
    held = HELD[table]
    columns = (*held.words, *held.json, *held.free)
    ident = "t.id" if table == "decisions" else "t.rowid"
    found, changes = [], []
    for row, own, document, *old in connection.execute(
        f"SELECT t.rowid, {ident}, {held.of or 'NULL'}, {', '.join('t.' + c for c in columns)} FROM {table} t WHERE {where}", values
    ):
        changed = {c: new for c, o in zip(columns, old, strict=True) if isinstance(o, str) and (new := _masked(mask, held, c, o)) != o}
        if changed:
            found.append((own, document))
            changes.append((changed | _made_from(table, changed), row))
    for given, row in changes if write else ():
        connection.execute(f"UPDATE {table} SET {', '.join(f'{c} = ?' for c in given)} WHERE rowid = ?", (*given.values(), row))
    return found


_PATHS = frozenset({"path", "member", "url", "external_id", "origin"})


def _masked(mask: Mask, held: Held, column: str, old: str) -> str:
    if column in held.words:
        return mask.entry(old) if column.endswith("_entry") else mask.anyhow(old) if column in _PATHS else mask(old)
    return mask.json(old, column) if column in held.json else mask.free(old)


def _made_from(table: str, changed: Mapping[str, str]) -> dict[str, str]:
    """The columns that are made from others, made anew."""
    if table == "documents" and "publisher" in changed:
        return {"outlet": folded(changed["publisher"])}
    if table == "undertakings" and "name" in changed:
        return {"key": commitment_key(changed["name"])}
    if table == "decisions" and "machine" in changed:
        actor = json.loads(changed["machine"])
        return {"target": actor["id"]} if isinstance(actor, dict) and "id" in actor and "key" in actor else {}
    return {}


def _blocks(connection: sqlite3.Connection, mask: Mask, document: str) -> None:
    """A document's claims stand in the blocks of the keys that are left; those of commitments that named the person go: their words stand in another order there."""
    claims = f"SELECT number FROM claims WHERE document = ?1 AND instr(json_extract(body, '$.commitments'), '{BLOCK}')"
    connection.execute(f"DELETE FROM blocks WHERE claim IN ({claims}) AND key LIKE 'bond/%'", (document,))
    held = "SELECT b.key, b.claim FROM claims c JOIN blocks b ON b.claim = c.number WHERE c.document = ?"
    for key, claim in connection.execute(held, (document,)).fetchall():
        hidden = "/".join(mask.key(part) for part in key.split("/"))
        if hidden != key:
            connection.execute("INSERT OR IGNORE INTO blocks VALUES (?, ?)", (hidden, claim))
            connection.execute("DELETE FROM blocks WHERE key = ? AND claim = ?", (key, claim))


def _index(connection: sqlite3.Connection, documents: Iterable[str], decided: Iterable[str]) -> None:
    """Make the index of the claims anew that were changed, or whose decisions were."""
    settle_actors(connection)
    reindex(
        connection, sorted({*_standing(connection, "c.document", documents), *_standing(connection, "s.id", _claims(connection, decided))})
    )


def _claims(connection: sqlite3.Connection, decided: Iterable[str]) -> Iterator[str]:
    for ident in decided:
        yield from touched(connection, ident)


def _standing(connection: sqlite3.Connection, column: str, values: Iterable[str]) -> set[int]:
    question = f"SELECT s.claim FROM standing s JOIN claims c ON c.number = s.claim WHERE {column} IN (SELECT value FROM json_each(?))"
    return {r[0] for r in connection.execute(question, (json.dumps(list(values)),))}
