"""Letters, commitments and the balance of the record, in words."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.record import pictures
from onrecord.record.claim import Account
from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.responses import page

router = APIRouter()
BOUND = 300
"""Claims about commitments on one page at most."""


@router.get("/letters")
@router.get("/letters.json")
def letters(request: Request, asking: Asking) -> Response:
    """Letters, oldest first, each with what it answers: on record, or not in the record."""
    accounts: dict[str, Account | None] = {}
    rows: list[dict[str, Any]] = []
    for document, letter in asking.letters():
        if document not in accounts:
            accounts[document] = asking.account(document)
        account = accounts[document]
        names = {a.id: a.name for a in account.actors} if account else {}
        answers = letter.answers and {
            "what": letter.answers.what,
            "by": names.get(letter.answers.by or ""),
            "date": letter.answers.date.isoformat() if letter.answers.date else None,
        }
        rows.append(
            {
                "document": document,
                "address": f"/documents/{document}?start={letter.span.start}",
                "from": names.get(letter.sender or ""),
                "to": [names[r] for r in letter.recipients if r in names],
                "date": letter.date.isoformat() if letter.date else None,
                "relayed": letter.relayed,
                "answers": answers,
            }
        )
    thread(rows)
    return page(request, "letters.html", letters=rows, _here="/letters", _twin="/letters.json")


def thread(rows: list[dict[str, Any]]) -> None:
    """Give each letter that answers another the address of the one it answers: the same writer and, where both are dated, the same day."""
    for row in rows:
        answered = row["answers"]
        if not answered:
            continue
        fits = [
            r
            for r in rows
            if r is not row
            and r["from"]
            and r["from"] == answered["by"]
            and (not answered["date"] or not r["date"] or r["date"] == answered["date"])
        ]
        answered["address"] = fits[0]["address"] if fits else None


@router.get("/commitments")
@router.get("/commitments.json")
def commitments(request: Request, asking: Asking, asked: Asked) -> Response:
    """Each ceasefire, agreement, resolution and principle with all that is said of it."""
    found: dict[str, dict[str, Any]] = {}
    for told in pictures.bound(asking.record, asked, limit=BOUND):
        for bond in told.commitments:
            row = found.setdefault(bond.key, {"key": bond.key, "name": bond.name, "kind": bond.kind, "entries": []})
            row["entries"].append({"relation": bond.relation, "claim": card(told)})
    ledgers = sorted(found.values(), key=lambda r: (-len(r["entries"]), r["name"]))
    return page(request, "commitments.html", commitments=ledgers, _here="/commitments", _twin=f"/commitments.json?{request.url.query}")


@router.get("/balance")
@router.get("/balance.json")
def balance(request: Request, asking: Asking, asked: Asked) -> Response:
    """Which sides have a voice, of the whole record, each conflict and each commitment."""
    found = request.app.state.balances.of(asking, asked, request.app.state.resources.countries)
    rows = [
        {
            "about": b.about,
            "claims": b.claims,
            "accounts": b.accounts,
            "sides": [{"side": s, "accounts": n} for s, n in b.sides],
            "sentences": list(b.sentences),
        }
        for b in found
    ]
    return page(request, "balance.html", balances=rows, _here="/balance", _twin=f"/balance.json?{request.url.query}")
