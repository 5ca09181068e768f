"""Who an actor of the record may be: under which keys and in which documents they are named, and whose names are like theirs."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from onrecord.record.store import Record
from onrecord.record.tell import folded

NAMINGS = 200
"""Documents of one actor that are listed."""
WORD = 3
"""Letters of a word by which names are held to be alike, at least."""
WORDS = 8
"""Words of an actor's names that others are looked for by."""
COMMON = 400
"""Actors that may share a word before it says nothing about who they are."""


@dataclass(frozen=True, slots=True)
class Naming:
    """An actor as one document names them: under a key of their own, unless people joined them."""

    key: str
    name: str
    document: str
    called: str
    claims: int


@dataclass(frozen=True, slots=True)
class Like:
    """Another actor whose name shares words: the words, and in how many claims they stand."""

    key: str
    name: str
    kind: str
    claims: int


def namings(record: Record, actor: str, *, claims: Collection[int] | None = None, limit: int = NAMINGS) -> list[Naming]:
    """In which documents an actor (the key it goes under) is named, and how, in the order these were added; with `claims`, in those of some rows."""
    among = "" if claims is None else "AND q.claim IN (SELECT value FROM json_each(?))"
    question = f"""
        SELECT p.key, min(p.name) AS name, d.id AS document, coalesce(d.title, d.external_id, d.member) AS called, d.path, d.short,
               count(DISTINCT s.claim) AS claims
        FROM parties p CROSS JOIN claim_parties q ON q.party = p.number CROSS JOIN standing s ON s.claim = q.claim JOIN documents d ON d.number = s.document
        WHERE p.actor = ? AND q.role <> 'carrier' {among} GROUP BY p.key, d.number ORDER BY d.number, p.key LIMIT ?
    """
    return [
        Naming(r["key"], r["name"], r["document"], r["called"] or Path(r["path"] or r["short"]).name, r["claims"])
        for r in record.queries.rows(question, (actor, *(() if claims is None else (json.dumps(list(claims)),)), limit))
    ]


def alike(record: Record, actor: str, *, limit: int) -> list[Like]:
    """Actors who share a word of their names with one, those that share the rarest word first, then those in most claims."""
    names = [r["folded"] for r in record.queries.rows("SELECT DISTINCT folded FROM parties WHERE actor = ?", (actor,))]
    words = list(dict.fromkeys(w for n in names for w in n.split() if len(w) >= WORD))[:WORDS]
    sharing = [found for w in words if 0 < len(found := _holding(record, w, actor)) < COMMON]
    rarity: dict[str, float] = {}
    for found in sharing:
        for key in found:
            rarity[key] = rarity.get(key, 0.0) + 1 / len(found)
    best = sorted(rarity, key=lambda k: (-rarity[k], k))[: 3 * limit]
    listed = _counted(record, best)
    return sorted(listed, key=lambda a: (-rarity[a.key], -a.claims, a.name))[:limit]


def called(record: Record, words: str, *, limit: int) -> list[Like]:
    """Actors whose names hold some words, case and diacritics aside, those in most claims first."""
    found = {
        r["actor"]
        for r in record.queries.rows("SELECT DISTINCT actor FROM parties WHERE folded LIKE ? LIMIT ?", (f"%{folded(words)}%", COMMON))
    }
    return sorted(_counted(record, sorted(found)), key=lambda a: (-a.claims, a.name))[:limit]


def goes_under(record: Record, key: str) -> str | None:
    """The key under which an actor goes whom people joined with another, parted in a document, or made whole again; None where nobody of the key is on record."""
    apart, whole = f"{key}#", key.rpartition("#")[0]
    question = """SELECT actor FROM parties WHERE key = ? OR actor >= ? AND actor < ? OR key = ? ORDER BY key = ? DESC, actor LIMIT 1"""
    found = record.queries.rows(question, (key, apart, apart + "\U0010ffff", whole, key))
    return found[0]["actor"] if found else None


def _holding(record: Record, word: str, actor: str) -> set[str]:
    question = "SELECT DISTINCT actor FROM parties WHERE ' ' || folded || ' ' LIKE ? AND actor <> ? LIMIT ?"
    return {r["actor"] for r in record.queries.rows(question, (f"% {word} %", actor, COMMON))}


def _counted(record: Record, keys: list[str]) -> list[Like]:
    marks = ",".join("?" * len(keys))
    question = f"""
        SELECT p.actor AS key, coalesce(min(CASE WHEN p.key = p.actor THEN p.name END), min(p.name)) AS name, min(p.kind) AS kind,
               count(DISTINCT q.claim) AS claims
        FROM parties p JOIN claim_parties q ON q.party = p.number WHERE p.actor IN ({marks}) GROUP BY p.actor
    """
    return [Like(**dict(r)) for r in record.queries.rows(question, keys)]
