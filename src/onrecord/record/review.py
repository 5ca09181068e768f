"""A record -> the claims a person should look at first: by disagreement, then low score, then consequence."""

import json
from collections.abc import Callable, Iterable, Mapping

from onrecord.record.filters import PLOVER
from onrecord.record.store import Record

QUEUE = 200
"""Claims of one look at the queue."""
LOOKED_AT = 400
"""Links, and events, among which those that come next are chosen."""
DISAGREE, LOW, HARM, OFTEN, GRAVE = (
    "sources disagree on this event", "linked to another claim with a low score", "its event has the most dead, hurt or driven out",
    "its event is told most often", "what it tells of is grave",
)  # fmt: skip
HURT = ("wounded", "missing", "captured")
_UNDECIDED = "s.verdict IS NULL"
Toll = tuple[int, int, int]
"""Dead, hurt (wounded, missing, captured) and displaced, the highest figure given; 1 where none is."""
Weight = tuple[int, int, int, int]
"""Of an event: its toll, the highest of its reports; and how grave its type is."""
NONE: Weight = (0, 0, 0, 0)
GRAVITY = {kind: n for n, kind in enumerate(PLOVER, 1)}


def undecided(record: Record) -> int:
    """How many claims nobody has decided on."""
    return int(record.queries.value(f"SELECT count(*) FROM standing s WHERE {_UNDECIDED}"))


def queue(record: Record, *, limit: int = QUEUE, tolls: Mapping[int, Toll] | None = None) -> list[tuple[int, str]]:
    """The rows of undecided claims, each with why it stands where it does.

    First those of events that one source reports and another says did not happen; then those linked to others with the lowest scores; then the rest.
    Among equals those of more consequence come first: more dead, more hurt, more displaced, then the graver type, then what more claims tell. `tolls`
    are those of `tolls_of`, where they are at hand.
    """
    held = tolls_of(record) if tolls is None else tolls
    found: dict[int, str] = {}
    steps: tuple[tuple[str, Callable[[], Iterable[int]]], ...] = (
        (DISAGREE, lambda: _disagreed(record, held)), (LOW, lambda: _low(record, held)), (HARM, lambda: _worst(record, harmed(record, held))),
        (OFTEN, lambda: _often(record)), (GRAVE, lambda: _gravest(record, limit)),
    )  # fmt: skip
    for why, claims in steps:
        if len(found) < limit:
            for claim in claims():
                found.setdefault(claim, why)
    return list(found.items())[:limit]


def tolls_of(record: Record, *, after: int = 0) -> dict[int, Toll]:
    """What each claim with a toll says of its victims, by its row; those with a row after one. Takes a while on a large record; what it finds never changes."""
    question = "SELECT number, json_extract(body, '$.tolls') FROM claims WHERE number > ? AND instr(body, '\"tolls\":[{') > 0"
    found: dict[int, Toll] = {}
    for number, tolls in record.queries.rows(question, (after,)):
        dead = hurt = displaced = 0
        for toll in json.loads(tolls):
            figure = toll["high"] or toll["low"] or 1
            if toll["kind"] == "killed":
                dead = max(dead, figure)
            elif toll["kind"] in HURT:
                hurt = max(hurt, figure)
            else:
                displaced = max(displaced, figure)
        found[number] = (dead, hurt, displaced)
    return found


def harmed(record: Record, tolls: Mapping[int, Toll]) -> dict[str, Weight]:
    """What the claims of each event say of its victims; events without a toll are left out."""
    found: dict[str, Weight] = {}
    question = (
        "SELECT s.claim, s.event, s.type FROM json_each(?) j CROSS JOIN standing s ON s.claim = j.value WHERE s.verdict IS NOT 'rejected'"
    )
    for claim, event, kind in record.queries.rows(question, (json.dumps(list(tolls)),)):
        was, now = found.get(event, NONE), tolls[claim]
        found[event] = (max(was[0], now[0]), max(was[1], now[1]), max(was[2], now[2]), max(was[3], gravity(kind)))
    return found


def gravity(kind: str) -> int:
    """How grave a type of event is: from agreement to assault."""
    return GRAVITY.get(kind, 0)


def _disagreed(record: Record, tolls: Mapping[int, Toll]) -> Iterable[int]:
    question = f"""
        SELECT s.event, s.claim, s.type, {_UNDECIDED} AS waits FROM (SELECT DISTINCT event FROM standing WHERE against = 'denied') d
        CROSS JOIN standing s ON s.event = d.event WHERE EXISTS (SELECT 1 FROM standing y WHERE y.event = d.event AND y.happened = 1 AND y.against IS NULL) ORDER BY s.claim"""
    events: dict[str, list[tuple[int, str, int]]] = {}
    for event, claim, kind, waits in record.queries.rows(question):
        events.setdefault(event, []).append((claim, kind, waits))
    weight = {
        e: (max(tolls.get(c, NONE[:3]) for c, _, _ in inside), max(gravity(k) for _, k, _ in inside), len(inside))
        for e, inside in events.items()
    }
    ordered = sorted(events, key=lambda e: (weight[e], e), reverse=True)
    return [claim for e in ordered for claim, _, waits in events[e] if waits]


def _low(record: Record, tolls: Mapping[int, Toll]) -> Iterable[int]:
    question = f"""
        SELECT s.claim, s.type, round(min(l.score), 1) AS score FROM (SELECT a, b, score FROM links ORDER BY score LIMIT {LOOKED_AT}) l
        JOIN standing s ON s.claim IN (l.a, l.b) WHERE {_UNDECIDED} GROUP BY s.claim"""
    rows = [(score, tolls.get(claim, NONE[:3]), gravity(kind), claim) for claim, kind, score in record.queries.rows(question)]
    return [claim for _, _, _, claim in sorted(rows, key=lambda r: (r[0], tuple(-x for x in r[1]), -r[2], r[3]))]


def _worst(record: Record, harm: dict[str, Weight]) -> Iterable[int]:
    events = sorted(harm, key=lambda e: (harm[e], e), reverse=True)[:LOOKED_AT]
    question = f"SELECT s.event, s.claim FROM standing s WHERE {_UNDECIDED} AND s.event IN ({','.join('?' * len(events))}) ORDER BY s.claim"
    place = {e: n for n, e in enumerate(events)}
    return [claim for _, claim in sorted((place[event], claim) for event, claim in record.queries.rows(question, events))]


def _often(record: Record) -> Iterable[int]:
    question = f"""
        SELECT s.claim, s.type, e.told FROM (SELECT event, count(*) AS told FROM standing GROUP BY event HAVING told > 1 ORDER BY told DESC LIMIT {LOOKED_AT}) e
        JOIN standing s ON s.event = e.event WHERE {_UNDECIDED}"""
    rows = [(-gravity(kind), -told, claim) for claim, kind, told in record.queries.rows(question)]
    return [claim for _, _, claim in sorted(rows)]


def _gravest(record: Record, limit: int) -> Iterable[int]:
    question = f"SELECT s.claim FROM standing s WHERE s.type = ? AND {_UNDECIDED} ORDER BY s.claim LIMIT ?"
    for kind in reversed(PLOVER):
        yield from (r[0] for r in record.queries.rows(question, (kind, limit)))
    yield from (r[0] for r in record.queries.rows(f"SELECT s.claim FROM standing s WHERE {_UNDECIDED} ORDER BY s.claim LIMIT ?", (limit,)))
