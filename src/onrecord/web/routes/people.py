"""Letters, commitments and the balance of the record, in words."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.comparison.balance import country_name
from onrecord.record import ledgers, pictures
from onrecord.record.answers import CommitmentRow
from onrecord.record.correspondence import Post, answer_words
from onrecord.record.filters import Filter
from onrecord.record.queries import Queries
from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.exporting import as_file, file_asked
from onrecord.web.kept import Kept
from onrecord.web.paging import paged, query
from onrecord.web.responses import page
from onrecord.web.wording import BONDS

router = APIRouter()
LETTERS = 60
COMMITMENTS = 15
ENTRIES = 6
"""Claims of each ledger where many are listed."""
LEDGER = 50
"""Claims on one page of a ledger."""
BALANCES = 20


@router.get("/letters")
@router.get("/letters.json")
@router.get("/letters.csv")
@router.get("/letters.jsonl")
def letters(request: Request, asking: Asking, start: int = 0) -> Response:
    """Letters as threads, oldest first: each with its answers below it."""
    start = max(start, 0)
    found: list[Post] = request.app.state.kept.posts(asking)
    if file_asked(request):
        return as_file(request, map(line, found))
    heads = threads(found)
    shown = heads[start : start + LETTERS]
    return page(
        request, "letters.html", threads=shown, letters=len(found), start=start, _here="/letters",
        _paging=paged(request, start=start, size=LETTERS, shown=len(shown), total=len(heads)), _twin=f"/letters.json?{request.url.query}",
    )  # fmt: skip


def line(post: Post) -> dict[str, Any]:
    """A letter as a line of a file."""
    row = _letter(post)
    given = ("document", "from", "to", "date", "subject", "reference", "relayed")
    also = [{"answers": answer_words(p), "answered": p.answered} for p in post.also]
    return {k: row[k] for k in given} | {"answers": answer_words(post), "answered": post.answered, "also": also}


Place = tuple[str, int | None]
"""Where a letter stands: its document and where in it."""


def threads(found: Sequence[Post]) -> list[dict[str, Any]]:
    """Letters in order, each under the one it answers; an answer to something else that is on record, or to nothing on record, begins a thread. An answer to
    several stands under each, with its own answers under the first."""
    rows: dict[Place, dict[str, Any]] = {(p.document, p.letter.span.start): _letter(p) for p in found}
    parents: dict[Place, list[Place]] = {}
    for post in found:
        above: list[Place] = [(p.answered, p.start) for p in post.each if p.answered and (p.answered, p.start) in rows]
        parents.setdefault((post.document, post.letter.span.start), above)
    heads = []
    for place, row in rows.items():
        over_it = [a for a in dict.fromkeys(parents[place]) if not _reaches(parents, a, place)]
        for n, over in enumerate(over_it):
            rows[over]["replies"].append(row if n == 0 else row | {"replies": []})
        if not over_it:
            heads.append(row)
    return heads


def _reaches(parents: dict[Place, list[Place]], start: Place, wanted: Place) -> bool:
    """Whether a letter answers another, or one that does: two that each seem to answer the other begin a thread each."""
    waiting, seen = [start], {start}
    while waiting:
        at = waiting.pop()
        if at == wanted:
            return True
        fresh = [p for p in parents[at] if p not in seen]
        seen.update(fresh)
        waiting += fresh
    return False


def _letter(post: Post) -> dict[str, Any]:
    letter = post.letter
    answers = [
        {
            "what": a.what, "by": p.answers_by, "date": a.date.isoformat() if a.date else None,
            "words": answer_words(p), "address": f"/documents/{p.answered}?start={p.start or 0}" if p.answered else None,
        }
        for p in post.each if (a := p.letter.answers)
    ]  # fmt: skip
    return {
        "document": post.document, "address": f"/documents/{post.document}?start={letter.span.start}", "from": post.sender, "to": list(post.recipients),
        "date": letter.date.isoformat() if letter.date else None, "subject": letter.subject, "reference": letter.reference, "relayed": letter.relayed,
        "answers": answers[0] if answers else None, "also": answers[1:], "replies": [],
    }  # fmt: skip


@router.get("/commitments")
@router.get("/commitments.json")
@router.get("/commitments.csv")
@router.get("/commitments.jsonl")
def commitments(request: Request, asking: Asking, asked: Asked, start: int = 0) -> Response:
    """Each ceasefire, agreement, resolution and principle with what is said of it; the whole ledger of one that is asked for by its key."""
    start = max(start, 0)
    found = ledgers.commitments(asking.record, asked)
    if file_asked(request):
        return as_file(
            request, ({"commitment": k.name, "kind": k.kind, **{words: k.relations.get(r, 0) for r, words in BONDS.items()}} for k in found)
        )
    own = [k for k in found if k.key == asked.commitment]
    if own:
        rows = ledgers_of(asking, asked, own[:1], limit=LEDGER, offset=start)
        at = paged(request, start=start, size=LEDGER, shown=len(rows[0]["entries"]), total=rows[0]["claims"])
    else:
        rows = ledgers_of(asking, asked, found[start : start + COMMITMENTS], limit=ENTRIES)
        at = paged(request, start=start, size=COMMITMENTS, shown=len(rows), total=len(found))
    return page(
        request,
        "commitments.html",
        commitments=rows,
        _paging=at,
        _query=query(request, without="start"),
        _here="/commitments",
        _twin=f"/commitments.json?{request.url.query}",
    )


def ledgers_of(asking: Queries, asked: Filter, rows: Sequence[CommitmentRow], *, limit: int, offset: int = 0) -> list[dict[str, Any]]:
    """Commitments with how often what is said of each, and claims on each by day."""
    told = pictures.bound(asking.record, asked, [r.key for r in rows], limit=limit, offset=offset)
    return [
        {"key": r.key, "name": r.name, "kind": r.kind, "relations": r.relations, "claims": sum(r.relations.values()),
         "entries": [{"relation": b.relation, "claim": card(t)} for t in told[r.key] for b in t.commitments if b.key == r.key]}
        for r in rows
    ]  # fmt: skip


@router.get("/balance")
@router.get("/balance.json")
@router.get("/balance.csv")
@router.get("/balance.jsonl")
def balance(request: Request, asking: Asking, asked: Asked, start: int = 0) -> Response:
    """Which sides have a voice, of the whole record, each conflict and each commitment."""
    start = max(start, 0)
    countries = request.app.state.resources.countries
    kept: Kept = request.app.state.kept
    whole = file_asked(request)
    found, total = kept.balances(asking, asked, countries, at_most=None if whole else start + BALANCES)
    if whole:
        return as_file(request, ({"about": b.about, "side": s, "accounts": n, "of": b.accounts} for b in found for s, n in b.sides))
    rows = [
        {
            "about": b.about,
            "claims": b.claims,
            "accounts": b.accounts,
            "sides": [{"side": s, "name": country_name(s, countries), "accounts": n} for s, n in b.sides],
            "sentences": list(b.sentences),
        }
        for b in found[start : start + BALANCES]
    ]
    return page(
        request, "balance.html", balances=rows, _query=query(request, without="start"), _here="/balance", _twin=f"/balance.json?{request.url.query}",
        _paging=paged(request, start=start, size=BALANCES, shown=len(rows), total=total),
    )  # fmt: skip
