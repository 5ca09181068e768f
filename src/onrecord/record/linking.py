"""What comparison reads from a record and writes to it: new claims, their blocks, links, groups and copies."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.basis import Reason
from onrecord.record.answers import LinkKind
from onrecord.record.ids import event_id
from onrecord.record.plain import to_plain


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that has not been compared with others: its row, id, hash of the text and signature."""

    number: int
    id: str
    text_sha256: str
    signature: bytes | None


def uncompared_documents(connection: sqlite3.Connection) -> list[str]:
    """Documents with current claims that no comparison has seen, in the order they were added."""
    question = """SELECT DISTINCT c.document FROM standing s JOIN claims c ON c.number = s.claim
                  WHERE NOT EXISTS (SELECT 1 FROM blocks b WHERE b.claim = s.claim) ORDER BY c.account"""
    return [r[0] for r in connection.execute(question)]


def new_claims(connection: sqlite3.Connection, document: str) -> list[int]:
    """The rows of a document's current claims that no comparison has seen."""
    question = """SELECT s.claim FROM standing s JOIN claims c ON c.number = s.claim WHERE c.document = ?
                  AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.claim = s.claim) ORDER BY s.claim"""
    return [r[0] for r in connection.execute(question, (document,))]


def put_blocks(connection: sqlite3.Connection, claim: int, keys: Iterable[str]) -> None:
    """Keep the blocks a claim is in."""
    connection.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?)", [(k, claim) for k in sorted(keys)])


def candidates(connection: sqlite3.Connection, claim: int, keys: Iterable[str], *, block: int, at_most: int) -> list[int]:
    """Earlier compared claims that share blocks with a claim, those sharing most first: `block` of each block, the newest, and `at_most` in all."""
    wanted = sorted(keys)
    part = "SELECT claim FROM (SELECT claim FROM blocks WHERE key = ? AND claim <> ? ORDER BY claim DESC LIMIT ?)"
    question = f"SELECT claim FROM ({' UNION ALL '.join([part] * len(wanted))}) GROUP BY claim ORDER BY count(*) DESC, claim DESC LIMIT ?"
    return [r[0] for r in connection.execute(question, (*(x for key in wanted for x in (key, claim, block)), at_most))]


def put_link(
    connection: sqlite3.Connection, kind: LinkKind, a: int, b: int, score: float, reasons: tuple[Reason, ...], run: int | None = None
) -> None:
    """Keep a judged relation; one that is there already stays."""
    first, second = (min(a, b), max(a, b)) if kind == "same_event" else (a, b)
    connection.execute(
        "INSERT OR IGNORE INTO links (run, kind, a, b, score, reasons) VALUES (?, ?, ?, ?, ?, ?)",
        (run, kind, first, second, round(score, 4), json.dumps(to_plain(reasons), ensure_ascii=True)),
    )


def events_of(connection: sqlite3.Connection, claims: Iterable[int]) -> dict[int, str]:
    """The event of each standing claim."""
    return {n: r[0] for n in claims if (r := connection.execute("SELECT event FROM standing WHERE claim = ?", (n,)).fetchone())}


def members(connection: sqlite3.Connection, events: Iterable[str]) -> dict[str, list[int]]:
    """The claims of each event, longest-standing first."""
    return {e: [r[0] for r in connection.execute("SELECT claim FROM standing WHERE event = ? ORDER BY claim", (e,))] for e in events}


def links_among(connection: sqlite3.Connection, claims: Iterable[int]) -> list[tuple[float, int, int]]:
    """The same-event links between claims of a set: score and rows, the surest first."""
    inside = set(claims)
    found = set()
    for claim in inside:
        question = "SELECT score, a, b FROM links WHERE kind = 'same_event' AND a = ?"
        found |= {(s, a, b) for s, a, b in connection.execute(question, (claim,)) if b in inside}
    return sorted(found, key=lambda link: (-link[0], link[1], link[2]))


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
    """Give each group of claims the event named after its longest-standing claim."""
    for group in groups:
        (first,) = connection.execute("SELECT id FROM claims WHERE number = ?", (min(group),)).fetchone()
        connection.executemany("UPDATE standing SET event = ? WHERE claim = ?", [(event_id(first), n) for n in group])


def name_anew(connection: sqlite3.Connection) -> None:
    """Events whose naming claim no longer stands are named after the longest-standing claim that does."""
    rows = connection.execute("SELECT event FROM standing GROUP BY event HAVING max(substr(id, 2) = substr(event, 2)) = 0").fetchall()
    set_events(connection, members(connection, [r[0] for r in rows]).values())


def decided_on(connection: sqlite3.Connection, ids: Iterable[str]) -> bool:
    """Whether people joined or parted one of some claims."""
    if not connection.execute("SELECT EXISTS (SELECT 1 FROM current_decisions WHERE kind IN ('merge', 'split'))").fetchone()[0]:
        return False
    together, apart = judged_by_people(connection)
    wanted = set(ids)
    return bool(wanted & apart) or any(wanted & set(pair) for pair in together)


def judged_by_people(connection: sqlite3.Connection) -> tuple[list[tuple[str, str]], set[str]]:
    """Pairs of claim ids that people said are one event, and ids of claims that they took out of their event; what was undone does not count."""
    question = "SELECT kind, now, value FROM current_decisions WHERE kind IN ('merge', 'split') AND target LIKE 'c%' ORDER BY number"
    together: list[tuple[str, str]] = []
    apart: set[str] = set()
    for kind, target, value in connection.execute(question):
        if kind == "merge":
            together.append((target, json.loads(value)))
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
    question = """SELECT number, id, text_sha256, signature FROM documents d WHERE text IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM bands b WHERE b.document = d.id) ORDER BY number"""
    return [NewDocument(*r) for r in connection.execute(question)]


def carriers(connection: sqlite3.Connection, keys: Iterable[bytes], before: int) -> list[NewDocument]:
    """Earlier documents that share a band."""
    question = """SELECT DISTINCT d.number, d.id, d.text_sha256, d.signature FROM bands b JOIN documents d ON d.id = b.document
                  WHERE b.key = ? AND d.number < ? AND d.text IS NOT NULL ORDER BY d.number LIMIT 20"""
    found = {r[0]: NewDocument(*r) for key in keys for r in connection.execute(question, (key, before))}
    return [found[n] for n in sorted(found)]


def put_bands(connection: sqlite3.Connection, document: str, keys: Iterable[bytes]) -> None:
    """Keep the bands of a document."""
    connection.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(k, document) for k in keys])


def put_copies(connection: sqlite3.Connection, document: str, originals: Mapping[str, float]) -> None:
    """Keep of which document one is a copy, and how alike they are."""
    connection.executemany("INSERT OR IGNORE INTO copies VALUES (?, ?, ?)", [(document, o, s) for o, s in originals.items()])


def original_of(connection: sqlite3.Connection, document: str) -> str:
    """The first document that carried what this one does; itself where it copies none."""
    row = connection.execute("SELECT original FROM copies WHERE document = ? ORDER BY score DESC, original LIMIT 1", (document,)).fetchone()
    return row[0] if row else document
