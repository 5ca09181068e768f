"""A long document's account -> what it holds of one stretch of the text: only that is made into values, so that a page of two hundred opens quickly."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.record.claim import Account
from onrecord.record.plain import from_plain
from onrecord.record.store import Record
from onrecord.record.told import Told
from onrecord.span import Span

Plain = dict[str, Any]
FOLLOWED = 200
"""Actors of a document that are listed, those named most often."""


@dataclass(frozen=True, slots=True)
class Followed:
    """An actor of a document, and how often it is named or pointed at."""

    id: str
    name: str
    country: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What an account holds of a stretch of its text, with all of the document's omissions; and its actors that can be followed."""

    account: Account
    actors: tuple[Followed, ...]


def plain_account(record: Record, document: str) -> Plain | None:
    """The newest account of a document as plain values without the text, or None where it was forgotten."""
    found = record.queries.rows("SELECT body FROM accounts WHERE document = ? ORDER BY id DESC LIMIT 1", (document,))
    if not found or found[0]["body"] is None:
        return None
    plain: Plain = json.loads(zlib.decompress(found[0]["body"]))
    return plain


def mentions(plain: Plain, actor: str) -> list[Span]:
    """Where an actor of the document (its id) is named or pointed at, in the order of the text."""
    found = {(m["start"], m["end"]) for a in plain["actors"] if a["id"] == actor for m in a["mentions"]}
    return [Span(*m) for m in sorted(found)]


def excerpt(plain: Plain, text: str, window: Span) -> Excerpt:
    """What an account holds of a stretch of its text, and what that refers to elsewhere: who speaks, who acts, where and when."""
    events = [e for e in plain["events"] if any(_meets(part, window) for part in (e, *e["tolls"], *e["framing"]))]
    said = _with_parents(plain["statements"], {e["statement"] for e in events}, window)
    named = {a for e in events for a in (*e["actors"], *e["recipients"])} | {a for s in said for a in s["source_actors"]}
    named |= {
        x
        for s in plain["letters"]
        for x in (s["from"], *s["to"], (s["answers"] or {}).get("by"), *(a["by"] for a in s.get("answers_also", ())))
    }
    places = {p for e in events for p in e["places"]}
    times = {t for e in events for t in e["times"]}
    bonds = {k["id"] for e in events for k in e["commitments"]}
    kept: Plain = {
        "document": plain["document"] | {"text": text}, "events": events, "statements": said, "relations": [],
        "actors": [a for a in plain["actors"] if a["id"] in named], "places": [p for p in plain["places"] if p["id"] in places or _meets(p, window)],
        "times": [t for t in plain["times"] if t["id"] in times or _meets(t, window)],
        "commitments": [k for k in plain["commitments"] if k["id"] in bonds or _meets(k, window)],
        "flags": [f for f in plain["flags"] if _meets(f, window)], "means": [],
    }  # fmt: skip
    return Excerpt(from_plain(Account, plain | kept), followed(plain))


def told_within(record: Record, document: str, window: Span) -> list[Told]:
    """The standing claims of a document whose triggers share characters with a stretch of its text, in the order they were recorded."""
    question = """
        SELECT s.claim AS number, c.body, s.event, s.verdict, s.edited FROM standing s CROSS JOIN claims c ON c.number = s.claim
        WHERE s.document = (SELECT number FROM documents WHERE id = ?) AND c.first < ? AND c.last > ? ORDER BY s.claim
    """
    return record.queries.standing(record.queries.rows(question, (document, window.end, window.start)))


def followed(plain: Plain) -> tuple[Followed, ...]:
    """The actors that can be followed from mention to mention: those named more than once, the most often named first."""
    several = sorted((a for a in plain["actors"] if len(a["mentions"]) > 1), key=lambda a: (-len(a["mentions"]), a["name"]))
    return tuple(Followed(a["id"], a["name"], a["country"], len(a["mentions"])) for a in several[:FOLLOWED])


def _with_parents(statements: Iterable[Plain], wanted: set[str | None], window: Span) -> list[Plain]:
    by_id: Mapping[str, Plain] = {s["id"]: s for s in statements}
    found = {i for i, s in by_id.items() if any(_meets(part, window) for k in ("source", "cue", "content") for part in s[k])}
    waiting = [*found, *(w for w in wanted if w is not None and w in by_id)]
    while waiting:
        here = waiting.pop()
        found.add(here)
        above = by_id[here]["parent"]
        if above in by_id and above not in found:
            waiting.append(above)
    return [s for i, s in by_id.items() if i in found]


def _meets(part: Plain, window: Span) -> bool:
    return bool(part["start"] < window.end and window.start < part["end"])
