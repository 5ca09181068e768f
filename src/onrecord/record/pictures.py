"""A record's claims gathered for pictures: by place, by pair of actors, by commitment; counted in SQL, so that large records stay quick."""

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
    """Places where claims say that something happened, most claims first."""
    condition, values = where(asked)
    question = f"""
        SELECT p.key, group_concat(DISTINCT replace(p.name, ',', ' ')) AS names, max(p.country) AS country, max(p.latitude) AS latitude,
               max(p.longitude) AS longitude, count(DISTINCT p.claim) AS claims, min(p.claim) AS first
        FROM claim_places p WHERE p.claim IN (SELECT s.claim {_STANDING} {condition})
        GROUP BY p.key ORDER BY claims DESC, p.key LIMIT ?
    """
    return [
        PlaceRow(r["key"], tuple(r["names"].split(",")), r["country"], r["latitude"], r["longitude"], r["claims"], r["first"])
        for r in record.queries.rows(question, (*values, limit))
    ]


def ties(record: Record, asked: Filter, *, limit: int, only: Literal["deeds", "speech"] | None = None) -> list[TieRow]:
    """Pairs of actors with what one is said to do to the other ("deeds"), or that one speaks about the other ("speech"); most claims first."""
    condition, values = where(asked)
    deeds = """SELECT a.party AS one, b.party AS other, x.type AS kind, count(*) AS claims FROM asked x
            JOIN claim_parties a ON a.claim = x.claim AND a.role = 'actor' JOIN claim_parties b ON b.claim = x.claim AND b.role = 'recipient' GROUP BY 1, 2, 3"""
    speech = """SELECT a.party AS one, b.party AS other, 'speaks about' AS kind, count(*) AS claims FROM asked x
            JOIN claim_parties a ON a.claim = x.claim AND a.role = 'speaker' JOIN claim_parties b ON b.claim = x.claim AND b.role = 'actor' GROUP BY 1, 2"""
    wanted = " UNION ALL ".join({"deeds": [deeds], "speech": [speech], None: [deeds, speech]}[only])
    question = f"""
        WITH asked AS (SELECT s.claim, s.type {_STANDING} {condition}), tied AS ({wanted})
        SELECT p.actor AS key, min(p.name) AS name, q.actor AS other, min(q.name) AS other_name, tied.kind, sum(claims) AS claims
        FROM tied JOIN parties p ON p.number = one JOIN parties q ON q.number = tied.other
        WHERE tied.kind <> 'speaks about' OR p.actor <> q.actor GROUP BY p.actor, q.actor, tied.kind
        ORDER BY claims DESC, 1, 3, 5 LIMIT ?
    """
    return [
        TieRow(r["key"], r["name"], r["other"], r["other_name"], r["kind"], r["claims"])
        for r in record.queries.rows(question, (*values, limit))
    ]


def bound(record: Record, asked: Filter, *, key: str | None = None, limit: int, offset: int = 0) -> list[Told]:
    """Claims about a commitment (or about the one of a key), by day, undated last."""
    condition, values = where(asked)
    named = "SELECT claim FROM claim_commitments" + (" WHERE key = ?" if key is not None else "")
    question = f"""SELECT s.claim {_STANDING} {condition} AND s.claim IN ({named})
                   ORDER BY coalesce(s.earliest, s.latest) IS NULL, coalesce(s.earliest, s.latest), s.claim LIMIT ? OFFSET ?"""
    given = (*values, *([key] if key is not None else []), limit, offset)
    rows = [r[0] for r in record.queries.rows(question, given)]
    found = record.queries.by_number(rows)
    return [found[n] for n in rows if n in found]
