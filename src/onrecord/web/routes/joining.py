"""Joining and parting in the page: two names of one actor, one name of two; events that are one, reports that tell of another. All of it can be undone."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import Response

from onrecord import pipeline
from onrecord.errors import UsageError
from onrecord.record.ids import actor_id
from onrecord.record.store import Record
from onrecord.web.deciding import Address, Word, forged, going_to, own_address, user

router = APIRouter()
TOGETHER = 25
"""Actors or events joined at once."""
Marked = Annotated[list[Address] | None, Form()]


@router.post("/actors/join")
def join_actors(
    request: Request, keys: Marked = None, into: Address = "", secret: Word = "", who: Word = "", why: Word = "", back: Address = ""
) -> Response:
    """The actors of some keys are one: all go under `into`, or the first that was marked."""
    if refused := forged(request, secret):
        return refused
    stays, others = one_and_others(keys or [], into, "actors")
    with Record(request.app.state.record) as record:
        for other in others:
            pipeline.decide(record, "merge", actor_id(other), who=who.strip() or user(), why=why, value=stays)
    return going_to(own_address(back, f"/actor?key={quote(stays)}"), who)


@router.post("/actors/part")
def part_actor(request: Request, naming: Address, secret: Word = "", who: Word = "", why: Word = "", back: Address = "") -> Response:
    """An actor is another one in a document: `naming` is that document's id, a space, and the key under which they are named there."""
    if refused := forged(request, secret):
        return refused
    document, _, key = naming.partition(" ")
    if not key:
        raise UsageError("It is not said in which document this is another actor.", "Choose one of the list.")
    with Record(request.app.state.record) as record:
        pipeline.decide(record, "split", actor_id(key), who=who.strip() or user(), why=why, value=record.queries.find(document)[1])
    return going_to(own_address(back, f"/actor?key={quote(key)}"), who)


@router.post("/events/join")
def join_events(
    request: Request, events: Marked = None, into: Word = "", secret: Word = "", who: Word = "", why: Word = "", back: Address = ""
) -> Response:
    """Events that are one, by their ids (or those of claims): all go with `into`, or the first that was marked."""
    if refused := forged(request, secret):
        return refused
    stays, others = one_and_others(events or [], into, "events")
    with Record(request.app.state.record) as record:
        first = claim_of(record, stays)
        for other in [claim_of(record, o) for o in others]:
            pipeline.decide(record, "merge", other, who=who.strip() or user(), why=why, value=first)
    return going_to(own_address(back, f"/events/{first}"), who)


def claim_of(record: Record, words: str) -> str:
    """The claim of an id, or the first of an event's. Raises UsageError for a document."""
    kind, ident = record.queries.find(words.strip())
    if kind == "document":
        raise UsageError("A claim is joined with an event or a claim, not with a document.", "Give an event's id.")
    return ident if kind == "claim" else record.queries.event(ident)[0].id


def one_and_others(marked: list[str], into: str, what: str) -> tuple[str, list[str]]:
    """The one that stays, and the others. Raises UsageError for fewer than two, or too many."""
    given = list(dict.fromkeys(x.strip() for x in (into, *marked) if x.strip()))
    if len(given) < 2:
        raise UsageError(f"Fewer than two {what} were marked.", "Mark those that are one, then join them.")
    if len(given) > TOGETHER:
        raise UsageError(f"More than {TOGETHER} {what} at once.", "Join them in parts.")
    return given[0], given[1:]
