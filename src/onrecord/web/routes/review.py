"""Review: one claim after the other, decided by key or button; every decision visible and undoable."""

from typing import Annotated, Any, Literal, get_args
from urllib.parse import quote

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord import pipeline
from onrecord.errors import UsageError
from onrecord.events.event import Certainty, Status
from onrecord.exports import telling
from onrecord.record.decisions import decisions, export_decisions
from onrecord.record.joined import is_actor
from onrecord.record.review import undecided
from onrecord.record.store import Record
from onrecord.web.asked import Asking
from onrecord.web.cards import card
from onrecord.web.deciding import Address, Word, address_of, forged, going_to, last_of, own_address, user, who_decides
from onrecord.web.exporting import as_file
from onrecord.web.near import events_near
from onrecord.web.responses import page
from onrecord.web.routes.joining import claim_of

router = APIRouter()


@router.get("/review")
@router.get("/review.json")
def review(request: Request, asking: Asking, at: int = 0, claim: str = "", near: Annotated[str, Query(max_length=100)] = "") -> Response:
    """The claim at a place of the queue, or one that is named, with its evidence and what was decided last."""
    waiting = [] if claim else request.app.state.kept.queue(asking)
    at = min(max(at, 0), max(len(waiting) - 1, 0))
    told = asking.claim(asking.find(claim)[1]) if claim else None
    reason = ""
    if told is None and waiting:
        number, reason = waiting[at]
        told = asking.by_number([number])[number]
    return page(
        request, "review.html", claim=card(told) if told else None, reason=reason, at=at, waiting=len(waiting), undecided=undecided(asking.record),
        others=[card(c) for c in asking.event(told.event or "") if c.id != told.id][:6] if told else [],
        near=events_near(asking, told, near.strip()) if told else [], sought=near.strip(), decisions=last_of(asking.record),
        _who=who_decides(request), _named=claim, _types=list(telling.EVENTS), _statuses=get_args(Status), _certainties=get_args(Certainty),
        _form_secret=request.state.form_secret, _here="/review", _twin=f"/review.json?at={at}" + (f"&claim={quote(claim)}" if claim else ""),
    )  # fmt: skip


@router.get("/decisions.jsonl")
def all_decisions(request: Request, asking: Asking) -> Response:
    """Every decision, for another record of the same documents (onrecord decide --import)."""
    return as_file(request, export_decisions(asking.record))


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
    back: Address = "",
) -> Response:
    """A decision on a claim, then the next of the queue, or the page that asked."""
    if refused := forged(request, secret):
        return refused
    with Record(request.app.state.record) as record:
        value = claim_of(record, other) if kind == "merge" else None
        pipeline.decide(record, kind, record.queries.find(claim)[1], who=who.strip() or user(), why=why, value=value)
    return going_to(own_address(back, next_of(at)), who)


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
            pipeline.decide(record, "correct", told.id, who=who.strip() or user(), why=why, field=field, value=value)
    return going_to(next_of(at), who)


@router.post("/review/undo")
def undo(request: Request, secret: Word = "", decision: Word = "", who: Word = "", back: Address = "") -> Response:
    """Take a decision back: the one named, or the last that stands; then the page that asked, or what it was on."""
    if refused := forged(request, secret):
        return refused
    with Record(request.app.state.record) as record:
        standing = [d for d in decisions(record) if d.kind != "undo" and not d.undone]
        found = next((d for d in reversed(standing) if not decision or d.id == decision), None)
        if found is None:
            raise UsageError("There is no decision to undo.", "Decide something first.")
        pipeline.decide(record, "undo", found.id, who=who.strip() or user())
    on_claim = None if is_actor(found.target) else found.stands_on
    return going_to(own_address(back, f"/review?claim={quote(on_claim)}" if on_claim else address_of(found)), who)


def next_of(at: int) -> str:
    """The address of the claim at a place of the queue."""
    return f"/review?at={max(at, 0)}"
