"""What every page where people decide shares: who decides, the secret of its forms, the last decisions, and where to go afterwards."""

import getpass
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlsplit

from fastapi import Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.record.decisions import Decision, decisions
from onrecord.record.joined import is_actor
from onrecord.record.store import Record
from onrecord.web.responses import refusal
from onrecord.web.why import decided

Word = Annotated[str, Form(max_length=500)]
Address = Annotated[str, Form(max_length=4_000)]
"""An address of this app, or an actor's key, which is as long as the name it is made of."""
LAST = 10
"""Decisions shown beside what is decided on."""
WHO = "onrecord_who"


def who_decides(request: Request) -> str:
    """The name under which this visitor decided before, else the user's."""
    return unquote(request.cookies.get(WHO) or "") or user()


def user() -> str:
    """Who is at the keyboard."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


def forged(request: Request, secret: str) -> Response | None:
    """A refusal where a change does not come from one of our own pages."""
    if request.app.state.guard.checks(request, secret):
        return None
    return refusal(
        request, 403, "This change does not come from one of the app's own pages.", "Go back, load the page anew, and try again."
    )


def going_to(address: str, who: str) -> Response:
    """To an address of this app, remembering who decides."""
    response = RedirectResponse(address, status_code=303)
    if who.strip():
        response.set_cookie(WHO, quote(who.strip()), httponly=True, samesite="strict", max_age=31_536_000)
    return response


def own_address(given: str, otherwise: str) -> str:
    """An address that a form says to go back to, where it is one of this app's pages."""
    parts = urlsplit(given)
    plain = given.isprintable() and "\\" not in given
    return given if plain and not (parts.scheme or parts.netloc) and given.startswith("/") and not given.startswith("//") else otherwise


def here(request: Request) -> str:
    """The address of the page that is asked for, to come back to."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def address_of(decision: Decision) -> str:
    """The page of what a decision stands on."""
    if is_actor(decision.target):
        return f"/actor?key={quote(decision.machine['key'])}"
    return f"/claims/{decision.stands_on or decision.target}"


def line(decision: Decision) -> dict[str, Any]:
    """A decision as a line of the list."""
    return {
        "id": decision.id,
        "address": address_of(decision),
        "words": decided(decision),
        "undone": decision.undone,
    }


def last_of(record: Record, *, actors: bool | None = None) -> list[dict[str, Any]]:
    """The last decisions, the newest first: all, those on actors, or those on claims and events."""
    made = [d for d in decisions(record) if d.kind != "undo" and actors in (None, is_actor(d.target))]
    return [line(d) for d in reversed(made)][:LAST]
