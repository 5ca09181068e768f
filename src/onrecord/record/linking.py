"""What comparison reads from a record and writes to it: new claims, their blocks, links, groups and copies."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.basis import Reason
from onrecord.record.answers import LinkKind
from onrecord.record.ids import event_id
from onrecord.record.index import recount


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that has not been compared with others: its row, id, hash of the text and signature."""

    number: int
    id: str
    text_sha256: str
    signature: bytes | None


def waiting(connection: sqlite3.Connection) -> list[str]:
    """Documents that comparison has not seen since they were last read, in the order they were added."""
    return [r[0] for r in connection.execute("SELECT d.id FROM waiting w JOIN documents d ON d.number = w.document ORDER BY w.document")]


def seen(connection: sqlite3.Connection, document: str) -> None:
    """A document has been compared."""
    connection.execute("DELETE FROM waiting WHERE document = (SELECT number FROM documents WHERE id = ?)", (document,))


def new_claims(connection: sqlite3.Connection, document: str) -> list[int]:
    """The rows of a document's current claims that no comparison has seen."""
    question = """SELECT s.claim FROM standing s WHERE s.document = (SELECT number FROM documents WHERE id = ?)
                  AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.claim = s.claim) ORDER BY s.claim"""
    return [r[0] for r in connection.execute(question, (document,))]


@dataclass(frozen=True, slots=True)
class NewLink:
    """A judged relation between two claims (their rows). Of one event neither comes first: the older stands first."""

    kind: LinkKind
    a: int
    b: int
    score: float
    reasons: tuple[Reason, ...]


def put_links(connection: sqlite3.Connection, links: Iterable[NewLink], run: int | None = None) -> None:
    """Keep judged relations; one that is there already stays."""
    connection.executemany(
        "INSERT OR IGNORE INTO links (run, kind, a, b, score, reasons) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                run,
                x.kind,
                *((min(x.a, x.b), max(x.a, x.b)) if x.kind == "same_event" else (x.a, x.b)),
                round(x.score, 4),
                as_json(x.reasons),
            )
            for x in links
        ],
    )


_quoted = json.JSONEncoder().encode


def as_json(reasons: Iterable[Reason]) -> str:
    """Reasons as JSON, put together here: hundreds of thousands are written, and setting up an encoder for each takes longer."""
    held = [f'{{"feature": {_quoted(r.feature)}, "score": {r.score!r}, "detail": {_quoted(r.detail)}}}' for r in reasons]
    return f"[{', '.join(held)}]"


MANY = 400
"""Rows asked for at once."""


def events_of(connection: sqlite3.Connection, claims: Iterable[int]) -> dict[int, str]:
    """The event of each standing claim."""
    wanted: list[int] = list(claims)
    found: dict[int, str] = {}
    for at in range(0, len(wanted), MANY):
        part = wanted[at : at + MANY]
        found |= dict(
            connection.execute(f"SELECT claim, event FROM standing WHERE claim IN ({','.join('?' * len(part))})", part).fetchall()
        )
    return {n: found[n] for n in wanted if n in found}


def members(connection: sqlite3.Connection, events: Iterable[str]) -> dict[str, list[int]]:
    """The claims of each event, longest-standing first."""
    wanted = list(events)
    found: dict[str, list[int]] = {e: [] for e in wanted}
    for at in range(0, len(wanted), MANY):
        part = wanted[at : at + MANY]
        question = f"SELECT event, claim FROM standing WHERE event IN ({','.join('?' * len(part))}) ORDER BY claim"
        for event, claim in connection.execute(question, part):
            found[event].append(claim)
    return found


def links_among(connection: sqlite3.Connection, claims: Iterable[int]) -> list[tuple[float, int, int]]:
    """The same-event links between claims of a set: score and rows, the surest first."""
    inside = sorted(set(claims))
    found: list[tuple[float, int, int]] = []
    for at in range(0, len(inside), MANY):
        part = inside[at : at + MANY]
        marks = ",".join("?" * len(part))
        found += connection.execute(f"SELECT score, a, b FROM links WHERE kind = 'same_event' AND a IN ({marks})", part).fetchall()
    held = set(inside)
    return sorted((link for link in found if link[2] in held), key=lambda link: (-link[0], link[1], link[2]))


def reach(connection: sqlite3.Connection, claims: Iterable[int]) -> set[int]:
    """Standing claims, with all that they are linked to and all of the events these are in."""
    found = set(claims)
    for claim in tuple(found):
        found |= {
            n
            for row in connection.execute("SELECT a, b FROM links WHERE kind = 'same_event' AND (a = ? OR b = ?)", (claim, claim))
            for n in row
        }
    events = set(events_of(connection, found).values())
    return {n for inside in members(connection, events).values() for n in inside}


def set_events(connection: sqlite3.Connection, groups: Iterable[list[int]]) -> None:
    """Give each group of claims the event named after its longest-standing claim with a day, or of all where none has one: so that the event has it, too."""
    given = list(groups)
    wanted = [n for group in given for n in group]
    known: dict[int, tuple[str, str, int]] = {}
    for at in range(0, len(wanted), MANY):
        part = wanted[at : at + MANY]
        question = (
            f"SELECT claim, id, event, coalesce(earliest, latest) IS NOT NULL FROM standing WHERE claim IN ({','.join('?' * len(part))})"
        )
        known |= {claim: (ident, event, dated) for claim, ident, event, dated in connection.execute(question, part)}
    changed = []
    for group in given:
        there = [n for n in group if n in known]
        if there:
            event = event_id(known[min([n for n in there if known[n][2]] or there)][0])
            changed += [(event, n) for n in there if known[n][1] != event]
    connection.executemany("UPDATE standing SET event = ? WHERE claim = ?", changed)


def name_anew(connection: sqlite3.Connection, events: Iterable[str]) -> None:
    """Events of some whose naming claim no longer stands are named after another of their claims, as `set_events` chooses it."""
    question = "SELECT max(substr(id, 2) = substr(event, 2)) FROM standing WHERE event = ?"
    nameless = [e for e in events if connection.execute(question, (e,)).fetchone()[0] == 0]
    set_events(connection, members(connection, nameless).values())


def decided_on(connection: sqlite3.Connection, ids: Iterable[str]) -> bool:
    """Whether people joined or parted one of some claims."""
    if not connection.execute("SELECT EXISTS (SELECT 1 FROM current_decisions WHERE kind IN ('merge', 'split'))").fetchone()[0]:
        return False
    together, apart = judged_by_people(connection)
    wanted = set(ids)
    return bool(wanted & apart) or any(wanted & set(pair) for pair in together)


def judged_by_people(connection: sqlite3.Connection) -> tuple[list[tuple[str, str]], set[str]]:
    """Pairs of claim ids that people said are one event, and ids of claims that they took out of their event; what was undone does not count."""
    partner = "SELECT m.new FROM moved m WHERE m.old = json_extract(value, '$') ORDER BY m.rowid DESC LIMIT 1"
    question = f"""SELECT kind, now, coalesce(({partner}), json_extract(value, '$')) FROM current_decisions
                   WHERE kind IN ('merge', 'split') AND target LIKE 'c%' ORDER BY number"""
    together: list[tuple[str, str]] = []
    apart: set[str] = set()
    for kind, target, value in connection.execute(question):
        if kind == "merge" and value is None:
            continue  # an earlier version took the other claim's id away when a document was forgotten
        if kind == "merge":
            together.append((target, value))
            apart -= {target}
        else:
            apart.add(target)
            together = [(a, b) for a, b in together if target not in (a, b)]
    return together, apart


def numbers_of(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """The rows of standing claims by id."""
    return {i: r[0] for i in ids if (r := connection.execute("SELECT claim FROM standing WHERE id = ?", (i,)).fetchone())}


def new_documents(connection: sqlite3.Connection) -> list[NewDocument]:
    """Documents that have not been held against others for copies."""
    question = """SELECT number, id, text_sha256, signature FROM waiting w JOIN documents d ON d.number = w.document WHERE text IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM bands b WHERE b.document = d.id) ORDER BY number"""
    return [NewDocument(*r) for r in connection.execute(question)]


def carriers(connection: sqlite3.Connection, keys: Iterable[bytes], before: int) -> list[NewDocument]:
    """Earlier documents that share a band."""
    question = """SELECT DISTINCT d.number, d.id, d.text_sha256, d.signature FROM bands b JOIN documents d ON d.id = b.document
                  WHERE b.key = ? AND d.number < ? AND d.text IS NOT NULL ORDER BY d.number LIMIT 20"""
    wanted = list(keys)
    # Most bands are nobody else's: which are not is asked once.
    held = connection.execute(f"SELECT DISTINCT key FROM bands WHERE key IN ({','.join('?' * len(wanted))})", wanted).fetchall()
    found = {r[0]: NewDocument(*r) for key in held for r in connection.execute(question, (*key, before))}
    return [found[n] for n in sorted(found)]


def put_bands(connection: sqlite3.Connection, document: str, keys: Iterable[bytes]) -> None:
    """Keep the bands of a document."""
    connection.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(k, document) for k in keys])


def put_copies(connection: sqlite3.Connection, document: str, originals: Mapping[str, float]) -> None:
    """Keep of which document one is a copy, and how alike they are."""
    connection.executemany("INSERT OR IGNORE INTO copies VALUES (?, ?, ?)", [(document, o, s) for o, s in originals.items()])
    if originals:
        recount(connection, connection.execute("SELECT number FROM documents WHERE id = ?", (document,)).fetchone()[0])


def original_of(connection: sqlite3.Connection, document: str) -> str:
    """The first document that carried what this one does; itself where it copies none."""
    row = connection.execute("SELECT original FROM copies WHERE document = ? ORDER BY score DESC, original LIMIT 1", (document,)).fetchone()
    return row[0] if row else document
