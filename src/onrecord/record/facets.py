"""Words and a filter -> the documents that hold them, best first, the claims in them that fit, and by what they can be narrowed further."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.record.answers import Hit
from onrecord.record.filters import Filter, where
from onrecord.record.queries import Queries
from onrecord.record.questions import day_of
from onrecord.record.snippets import snippet, terms_of

BEST = 500
"""Documents that are looked through at most, the best first: their claims are what facets count."""
COUNTED = 3_000
"""Claims that facets count at most."""
VALUES = 8
"""Values of one facet."""
FIRST = 3
"""Fitting claims that are given of each document."""
SPEAK, ACT = "'speaker', 'voice', 'carrier'", "'actor', 'recipient'"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what the filter would hold, what it is called, how many claims have it."""

    key: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave: documents, each with how many of its claims fit and the rows of the first of them. `documents` is how many fit; `capped` says that only the best were looked through, `counted` that facets count only some claims."""

    hits: tuple[tuple[Hit, int, tuple[int, ...]], ...]
    documents: int
    claims: int
    capped: bool
    counted: bool
    facets: dict[str, tuple[Value, ...]]


def search(asking: Queries, words: str, asked: Filter, *, limit: int, offset: int = 0) -> Found:
    """Documents that hold all of the words (all documents where there are none) and at least one claim that meets the filter, each with how many do.

    Without a filter, documents that hold the words count whether or not they make a claim.
    """
    terms = terms_of(words)
    best = _best(asking, words) if terms else None
    connection = asking.record.connection
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS fitting (claim INTEGER PRIMARY KEY, document INTEGER NOT NULL)")
    connection.execute("DELETE FROM fitting")
    condition, values = where(asked)
    if best is not None:
        condition = f"s.document IN (SELECT value FROM json_each(?)) AND {condition}"
        values = [json.dumps(best), *values]
    connection.execute(f"INSERT INTO fitting SELECT s.claim, s.document FROM standing s WHERE {condition} LIMIT ?", (*values, COUNTED + 1))
    claims: dict[int, int] = {r[0]: r[1] for r in asking.rows("SELECT document, count(*) FROM fitting GROUP BY document")}
    ordered = sorted(claims, key=lambda d: (-claims[d], d)) if best is None else [d for d in best if d in claims or asked == Filter()]
    total = sum(claims.values())
    shown = ordered[offset : offset + limit]
    firsts = _firsts(asking, shown)
    hits = tuple((h, claims.get(n, 0), firsts.get(n, ())) for n, h in _hits(asking, shown, terms))
    return Found(hits, len(ordered), min(total, COUNTED), best is not None and len(best) == BEST, total > COUNTED, dict(_facets(asking)))


def _best(asking: Queries, words: str) -> list[int]:
    terms = ['"' + w.replace('"', '""') + '"' for w in words.split()]
    question = "SELECT rowid, bm25(search, 4.0, 1.0) AS score FROM search WHERE search MATCH ? ORDER BY score, rowid LIMIT ?"
    return [r[0] for r in asking.rows(question, (" ".join(terms) + "*", BEST))]


def _firsts(asking: Queries, documents: list[int]) -> dict[int, tuple[int, ...]]:
    question = f"""SELECT document, claim FROM (SELECT document, claim, row_number() OVER (PARTITION BY document ORDER BY claim) AS place FROM fitting
                   WHERE document IN ({",".join("?" * len(documents))})) WHERE place <= ? ORDER BY claim"""
    found: dict[int, tuple[int, ...]] = {}
    for row in asking.rows(question, (*documents, FIRST)):
        found[row["document"]] = (*found.get(row["document"], ()), row["claim"])
    return found


def _hits(asking: Queries, documents: Iterable[int], terms: tuple[str, ...]) -> Iterator[tuple[int, Hit]]:
    wanted = list(documents)
    question = f"""
        SELECT d.number, d.id, d.short, d.publisher, coalesce(d.title, d.external_id, d.member, d.path) AS title, a.published FROM documents d
        LEFT JOIN accounts a ON a.id = (SELECT max(id) FROM accounts WHERE document = d.id) WHERE d.number IN ({",".join("?" * len(wanted))})
    """
    rows = {r["number"]: r for r in asking.rows(question, wanted)}
    for number in wanted:
        row = rows[number]
        words = snippet(asking.text(row["id"]), terms)
        yield (
            number,
            Hit(
                row["id"], row["short"], row["publisher"], day_of(row["published"]), (row["title"] or "").rpartition("/")[2] or None, words
            ),
        )


def _facets(asking: Queries) -> Iterator[tuple[str, tuple[Value, ...]]]:
    party = """SELECT p.actor AS key, min(p.name) AS name, count(DISTINCT q.claim) AS claims FROM fitting f CROSS JOIN claim_parties q ON q.claim = f.claim
               JOIN parties p ON p.number = q.party WHERE q.role IN ({})"""
    standing = "FROM fitting f CROSS JOIN standing s ON s.claim = f.claim"
    order = "GROUP BY 1 ORDER BY claims DESC, name LIMIT ?"
    questions = {
        "type": f"SELECT s.type AS key, s.type AS name, count(*) AS claims {standing} {order}",
        "source": f"{party.format(SPEAK)} {order}",
        "actor": f"{party.format(ACT)} {order}",
        "place": f"""SELECT p.key, min(p.name) AS name, count(DISTINCT p.claim) AS claims FROM fitting f CROSS JOIN claim_places p ON p.claim = f.claim {order}""",
        "status": f"SELECT coalesce(s.against, s.status) AS key, '' AS name, count(*) AS claims {standing} {order}",
        "decided": f"SELECT s.verdict AS key, '' AS name, count(*) AS claims {standing} WHERE s.verdict IS NOT NULL {order}",
        "period": f"""SELECT substr(coalesce(s.earliest, s.latest), 1, 7) AS key, '' AS name, count(*) AS claims {standing}
                      WHERE coalesce(s.earliest, s.latest) IS NOT NULL {order.replace("name", "key")}""",
    }
    for facet, question in questions.items():
        yield facet, tuple(Value(r["key"], r["name"], r["claims"]) for r in asking.rows(question, (VALUES,)))
