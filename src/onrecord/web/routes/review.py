"""Review: one claim after the other, decided by key or button; every decision visible and undoable."""

import getpass
from typing import Annotated, Any, Literal, get_args
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import pipeline
from onrecord.errors import UsageError
from onrecord.events.event import Certainty, Status
from onrecord.exports import telling
from onrecord.record.decisions import Decision, decisions
from onrecord.record.filters import Filter
from onrecord.record.queries import Queries
from onrecord.record.review import queue, undecided
from onrecord.record.store import Record
from onrecord.record.told import Told
from onrecord.web.asked import Asking
from onrecord.web.cards import card
from onrecord.web.responses import page, refusal

router = APIRouter()
Word = Annotated[str, Form(max_length=500)]
LAST = 10
"""Decisions shown beside the claim."""
NEAR = 8
"""Events that are offered to join a claim with."""
WHO = "onrecord_who"


@router.get("/review")
@router.get("/review.json")
def review(request: Request, asking: Asking, at: int = 0, claim: str = "", near: Annotated[str, Query(max_length=100)] = "") -> Response:
    """The claim at a place of the queue, or one that is named, with its evidence and what was decided last."""
    waiting = queue(asking.record)
    at = min(max(at, 0), max(len(waiting) - 1, 0))
    told = asking.claim(asking.find(claim)[1]) if claim else None
    reason = ""
    if told is None and waiting:
        number, reason = waiting[at]
        told = asking.by_number([number])[number]
    made = decisions(asking.record)
    return page(
        request, "review.html", claim=card(told) if told else None, reason=reason, at=at, waiting=len(waiting), undecided=undecided(asking.record),
        others=[card(c) for c in asking.event(told.event or "") if c.id != told.id][:6] if told else [],
        near=others_near(asking, told, near.strip()) if told else [], sought=near.strip(), decisions=[line(d) for d in reversed(made) if d.kind != "undo"][:LAST],
        _who=unquote(request.cookies.get(WHO) or "") or _user(), _named=claim, _types=list(telling.EVENTS), _statuses=get_args(Status), _certainties=get_args(Certainty),
        _form_secret=request.state.form_secret, _here="/review", _twin=f"/review.json?at={at}" + (f"&claim={quote(claim)}" if claim else ""),
    )  # fmt: skip


def others_near(asking: Queries, told: Told, words: str = "") -> list[dict[str, Any]]:
    """Events that the claim may belong to: of its first actor around its days, or those whose actor or place is called by some words."""
    if words:
        asked = [Filter(actor=words), Filter(place=words)]
    elif told.actors:
        asked = [Filter(actor=told.actors[0].key, since=told.when.earliest, until=told.when.latest)]
    else:
        return []
    rows = {e.id: e for a in asked for e in asking.events(a, limit=NEAR + 1) if e.id != told.event}
    wanted = list(rows.values())[:NEAR]
    first = {n: card(t) for n, t in asking.by_number(e.first for e in wanted).items()}
    return [{"event": e.id} | {k: first[e.first][k] for k in ("what", "when", "quote")} for e in wanted if e.first in first]


def line(decision: Decision) -> dict[str, Any]:
    """A decision as a line of the list."""
    return {
        "id": decision.id,
        "claim": decision.stands_on or decision.target,
        "words": decision.words().split("  ", 1)[1],
        "undone": decision.undone,
    }


@router.post("/review/decide")
def decide(
    request: Request,
    kind: Annotated[Literal["accept", "reject", "dispute", "merge", "split", "note"], Form()],
    claim: Word,
    secret: Word = "",
    who: Word = "",
    why: Word = "",
    other: Word = "",
    at: Annotated[int, Form()] = 0,
) -> Response:
    """A decision on a claim, then the next of the queue."""
    if refused := forged(request, secret):
        return refused
    with Record(request.app.state.record) as record:
        value = _claim_of(record.queries, other) if kind == "merge" else None
        pipeline.decide(record, kind, record.queries.find(claim)[1], who=who.strip() or _user(), why=why, value=value)
    return after(at, who)


@router.post("/review/correct")
def correct(
    request: Request,
    claim: Word,
    type: Word,
    status: Word,
    certainty: Word,
    happened: Word,
    secret: Word = "",
    who: Word = "",
    why: Word = "",
    earliest: Word = "",
    latest: Word = "",
    at: Annotated[int, Form()] = 0,
) -> Response:
    """Corrections of a claim: a decision for each field that is not as it was."""
    if refused := forged(request, secret):
        return refused
    with Record(request.app.state.record) as record:
        told = record.queries.claim(record.queries.find(claim)[1])
        was = card(told)
        given: dict[str, Any] = {
            "type": type,
            "status": status,
            "certainty": certainty,
            "earliest": earliest or None,
            "latest": latest or None,
        }
        given["happened"] = {"yes": True, "no": False}.get(happened)
        changed = {k: v for k, v in given.items() if was[k] != v}
        if not changed:
            raise UsageError("Nothing was changed.", "Change a value, or accept the claim as it is.")
        if given["earliest"] and given["latest"] and given["earliest"] > given["latest"]:
            raise UsageError("The first day lies after the last.", "Give them the other way round.")
        if "earliest" in changed or "latest" in changed:
            first, last = given["earliest"], given["latest"]
            changed["edtf"] = first if first == last else f"{first or '..'}/{last or '..'}"
        for field, value in changed.items():
            pipeline.decide(record, "correct", told.id, who=who.strip() or _user(), why=why, field=field, value=value)
    return after(at, who)


@router.post("/review/undo")
def undo(request: Request, secret: Word = "", decision: Word = "", who: Word = "") -> Response:
    """Take a decision back: the one named, or the last that stands; then its claim again."""
    if refused := forged(request, secret):
        return refused
    with Record(request.app.state.record) as record:
        standing = [d for d in decisions(record) if d.kind != "undo" and not d.undone]
        found = next((d for d in reversed(standing) if not decision or d.id == decision), None)
        if found is None:
            raise UsageError("There is no decision to undo.", "Decide something first.")
        pipeline.decide(record, "undo", found.id, who=who.strip() or _user())
    return after(0, who, found.stands_on)


def forged(request: Request, secret: str) -> Response | None:
    """A refusal where a change does not come from one of our own pages."""
    if request.app.state.guard.checks(request, secret):
        return None
    return refusal(
        request, 403, "This change does not come from one of the app's own pages.", "Go back, load the page anew, and try again."
    )


def after(at: int, who: str, claim: str | None = None) -> Response:
    """To the next claim of the queue (or one by name), remembering who decides."""
    response = RedirectResponse(f"/review?claim={quote(claim)}" if claim else f"/review?at={max(at, 0)}", status_code=303)
    if who.strip():
        response.set_cookie(WHO, quote(who.strip()), httponly=True, samesite="strict", max_age=31_536_000)
    return response


def _claim_of(asking: Queries, words: str) -> str:
    kind, ident = asking.find(words.strip())
    if kind == "document":
        raise UsageError("A claim is joined with an event or a claim, not with a document.", "Give an event's id.")
    return ident if kind == "claim" else asking.event(ident)[0].id


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
