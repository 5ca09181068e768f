"""Letters, commitments and the balance of the record, in words."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.record import ledgers, pictures
from onrecord.record.answers import CommitmentRow
from onrecord.record.filters import Filter
from onrecord.record.letter_threads import Written, letter_count, letters_page
from onrecord.record.queries import Queries
from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.paging import paged
from onrecord.web.responses import page

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
def letters(request: Request, asking: Asking, start: int = 0) -> Response:
    """Letters as threads, oldest first: each with its answers below it."""
    start, total = max(start, 0), letter_count(asking.record)
    found = letters_page(asking.record, limit=LETTERS, offset=start)
    return page(
        request, "letters.html", threads=threads(found), total=total, start=start, _here="/letters",
        _paging=paged(request, start=start, size=LETTERS, shown=len(found), total=total), _twin=f"/letters.json?{request.url.query}",
    )  # fmt: skip


def threads(found: Sequence[Written]) -> list[dict[str, Any]]:
    """Letters in order, each under the one it answers where that is among them."""
    rows = {x.number: _letter(x) for x in found}
    heads = []
    for letter in found:
        parent = rows.get(letter.parent or -1)
        if parent is not None and not _above(rows, letter.number, found):
            parent["replies"].append(rows[letter.number])
        else:
            heads.append(rows[letter.number])
    return heads


def _above(rows: dict[int, dict[str, Any]], number: int, found: Sequence[Written]) -> bool:
    """Whether a letter stands above itself: two that each seem to answer the other begin a thread each."""
    parents = {x.number: x.parent for x in found}
    at, seen = parents[number], set()
    while at in rows and at not in seen:
        if at == number:
            return True
        seen.add(at)
        at = parents[at]
    return False


def _letter(letter: Written) -> dict[str, Any]:
    held = letter.held_in
    answers = {"what": letter.answers, "by": letter.answers_by, "date": letter.answers_date,
               "address": f"/documents/{held[0]}?start={held[1]}" if held else None}  # fmt: skip
    return {
        "document": letter.document, "address": f"/documents/{letter.document}?start={letter.start}", "from": letter.sender, "to": list(letter.recipients),
        "date": letter.date, "subject": letter.subject, "relayed": letter.relayed, "answers": answers if letter.answers else None, "replies": [],
    }  # fmt: skip


@router.get("/commitments")
@router.get("/commitments.json")
def commitments(request: Request, asking: Asking, asked: Asked, start: int = 0) -> Response:
    """Each ceasefire, agreement, resolution and principle with what is said of it; the whole ledger of one that is asked for by its key."""
    start = max(start, 0)
    found = ledgers.commitments(asking.record, asked)
    own = [k for k in found if k.key == asked.commitment]
    if own:
        rows = [ledger(asking, asked, own[0], limit=LEDGER, offset=start)]
        at = paged(request, start=start, size=LEDGER, shown=len(rows[0]["entries"]), total=rows[0]["claims"])
    else:
        rows = [ledger(asking, asked, k, limit=ENTRIES) for k in found[start : start + COMMITMENTS]]
        at = paged(request, start=start, size=COMMITMENTS, shown=len(rows), total=len(found))
    return page(
        request, "commitments.html", commitments=rows, _paging=at, _here="/commitments", _twin=f"/commitments.json?{request.url.query}"
    )


def ledger(asking: Queries, asked: Filter, row: CommitmentRow, *, limit: int, offset: int = 0) -> dict[str, Any]:
    """A commitment with how often what is said of it, and claims on it by day."""
    told = pictures.bound(asking.record, asked, key=row.key, limit=limit, offset=offset)
    entries = [{"relation": b.relation, "claim": card(t)} for t in told for b in t.commitments if b.key == row.key]
    return {
        "key": row.key,
        "name": row.name,
        "kind": row.kind,
        "relations": row.relations,
        "claims": sum(row.relations.values()),
        "entries": entries,
    }


@router.get("/balance")
@router.get("/balance.json")
def balance(request: Request, asking: Asking, asked: Asked, start: int = 0) -> Response:
    """Which sides have a voice, of the whole record, each conflict and each commitment."""
    start = max(start, 0)
    found = request.app.state.balances.of(asking, asked, request.app.state.resources.countries)
    rows = [
        {
            "about": b.about,
            "claims": b.claims,
            "accounts": b.accounts,
            "sides": [{"side": s, "accounts": n} for s, n in b.sides],
            "sentences": list(b.sentences),
        }
        for b in found[start : start + BALANCES]
    ]
    return page(
        request, "balance.html", balances=rows, _here="/balance", _twin=f"/balance.json?{request.url.query}",
        _paging=paged(request, start=start, size=BALANCES, shown=len(rows), total=len(found)),
    )  # fmt: skip
