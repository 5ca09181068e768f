"""A record's claims gathered for pictures: by place, by pair of actors, by commitment; counted in SQL, so that large records stay quick."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.record.filters import Filter, where
from onrecord.record.store import Record
from onrecord.record.told import Told

_STANDING = "FROM standing s WHERE"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with all its names in the record; degrees in WGS 84. `first` is the row of a claim that names it."""

    key: str
    names: tuple[str, ...]
    country: str | None
    latitude: float | None
    longitude: float | None
    claims: int
    first: int


@dataclass(frozen=True, slots=True)
class TieRow:
    """How often one actor is said to do something to another (`kind` is the event's type), or speaks about them ("speaks about")."""

    actor: str
    actor_name: str
    other: str
    other_name: str
    kind: str
    claims: int


def places(record: Record, asked: Filter, *, limit: int) -> list[PlaceRow]:
    """Places where claims say that something happened, most claims first, each under all names it has in the record."""
    condition, values = where(asked)
    fitting = (
        "p.claim NOT IN (SELECT claim FROM standing WHERE verdict = 'rejected')"
        if asked == Filter()
        else f"p.claim IN (SELECT s.claim {_STANDING} {condition})"
    )
    question = f"""
        SELECT p.key, max(p.country) AS country, max(p.latitude) AS latitude, max(p.longitude) AS longitude, count(DISTINCT p.claim) AS claims,
               min(p.claim) AS first FROM claim_places p WHERE {fitting} GROUP BY p.key ORDER BY claims DESC, p.key LIMIT ?
    """
    rows = record.queries.rows(question, (*(values if asked != Filter() else ()), limit))
    named: dict[str, list[str]] = {}
    keys = [r["key"] for r in rows]
    names = f"SELECT key, name FROM claim_places WHERE key IN ({','.join('?' * len(keys))}) GROUP BY key, name ORDER BY key, name = upper(name), count(*) DESC, name"
    for row in record.queries.rows(names, keys):
        # A name in capitals only ("LONDON", in a dateline) is no other name.
        if not any(row["name"].casefold() == name.casefold() for name in named.setdefault(row["key"], [])):
            named[row["key"]].append(row["name"])
    return [PlaceRow(r["key"], tuple(named[r["key"]]), r["country"], r["latitude"], r["longitude"], r["claims"], r["first"]) for r in rows]


def ties(record: Record, asked: Filter, *, limit: int, kind: Literal["deeds", "speech"] = "deeds") -> list[TieRow]:
    """Pairs of actors with what one is said to do to the other ("deeds"), or that one speaks about the other ("speech"); most claims first."""
    condition, values = where(asked)
    one, other, what = ("actor", "recipient", "s.type") if kind == "deeds" else ("speaker", "actor", "'speaks about'")
    # All claims are gone through in the order of the index; the few that a filter leaves are looked up one by one.
    source = (
        "claim_parties a"
        if asked == Filter()
        else f"(SELECT s.claim AS fits {_STANDING} {condition}) CROSS JOIN claim_parties a ON a.claim = fits"
    )
    rejected = condition if asked == Filter() else "TRUE"
    question = f"""
        WITH tied AS (
            SELECT a.party AS one, b.party AS other, {what} AS kind, count(*) AS claims FROM {source}
            CROSS JOIN claim_parties b ON b.claim = a.claim AND b.role = ? CROSS JOIN standing s ON s.claim = a.claim
            WHERE a.role = ? AND {rejected} GROUP BY 1, 2, 3)
        SELECT p.actor AS key, min(p.name) AS name, q.actor AS other, min(q.name) AS other_name, tied.kind, sum(claims) AS claims
        FROM tied JOIN parties p ON p.number = one JOIN parties q ON q.number = tied.other
        WHERE tied.kind <> 'speaks about' OR p.actor <> q.actor GROUP BY p.actor, q.actor, tied.kind ORDER BY claims DESC, 1, 3, 5 LIMIT ?
    """
    given = (*(values if asked != Filter() else ()), other, one, limit)
    return [TieRow(r["key"], r["name"], r["other"], r["other_name"], r["kind"], r["claims"]) for r in record.queries.rows(question, given)]


def bound(record: Record, asked: Filter, keys: Sequence[str], *, limit: int, offset: int = 0) -> dict[str, list[Told]]:
    """Claims about each of some commitments, by day, undated last; `limit` and `offset` count for each."""
    condition, values = where(asked)
    question = f"""
        SELECT key, claim FROM (
            SELECT k.key, s.claim, row_number() OVER (PARTITION BY k.key ORDER BY coalesce(s.earliest, s.latest) IS NULL, coalesce(s.earliest, s.latest), s.claim) AS place
            FROM (SELECT DISTINCT key, claim FROM claim_commitments WHERE key IN ({",".join("?" * len(keys))})) k CROSS JOIN standing s ON s.claim = k.claim
            WHERE {condition}) WHERE place > ? AND place <= ? ORDER BY key, place
    """
    rows = [(r["key"], r["claim"]) for r in record.queries.rows(question, (*keys, *values, offset, offset + limit))]
    told = record.queries.by_number(dict.fromkeys(n for _, n in rows))
    found: dict[str, list[Told]] = {k: [] for k in keys}
    for key, number in rows:
        found[key].append(told[number])
    return found
