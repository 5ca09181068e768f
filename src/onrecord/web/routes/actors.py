"""Actors: who they are on record, what they did, what was done to them, what they said."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.comparison.balance import country_name
from onrecord.errors import UsageError
from onrecord.record import ledgers, naming
from onrecord.record.filters import Filter
from onrecord.record.told import Party
from onrecord.web import citing
from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.deciding import here, last_of, who_decides
from onrecord.web.exporting import as_file, file_asked
from onrecord.web.paging import paged, query
from onrecord.web.responses import page
from onrecord.web.wording import counted, kind

router = APIRouter()
SHOWN = 100
"""Actors of a list, and claims of an actor's page."""
OFFERED = 8
"""Actors that one may be joined with."""


@router.get("/actors")
@router.get("/actors.json")
@router.get("/actors.csv")
@router.get("/actors.jsonl")
def actors(request: Request, asking: Asking, asked: Asked, start: int = 0) -> Response:
    """Actors by how often they are told of."""
    start, countries = max(start, 0), request.app.state.resources.countries
    whole = file_asked(request)
    found = ledgers.actors(asking.record, asked, limit=-1 if whole else SHOWN + 1, offset=0 if whole else start)
    rows = [
        {"key": a.key, "name": a.name, "kind": kind(a.kind), "country": country_name(a.country, countries) if a.country else None,
         "did": a.did, "suffered": a.suffered, "said": a.said}
        for a in (found if whole else found[:SHOWN])
    ]  # fmt: skip
    if whole:
        return as_file(request, rows)
    return page(
        request, "actors.html", actors=rows, start=start, decisions=last_of(asking.record, actors=True), _form_secret=request.state.form_secret,
        _who=who_decides(request), _back=here(request), _query=query(request, without="start"), _here="/actors", _twin=f"/actors.json?{request.url.query}",
        _paging=paged(request, start=start, size=SHOWN, shown=len(rows), more=len(found) > SHOWN),
    )  # fmt: skip


@router.get("/actor")
@router.get("/actor.json")
def actor(request: Request, asking: Asking, key: str = "", near: Annotated[str, Query(max_length=100)] = "") -> Response:
    """One actor. The key stands in the address's query because names may hold any character."""
    about_them = asking.claims(Filter(actor=key), limit=SHOWN) if key else []
    heard = asking.claims(Filter(source=key), limit=SHOWN) if key else []
    did = [c for c in about_them if any(p.key == key for p in c.actors)]
    suffered = [c for c in about_them if any(p.key == key for p in c.recipients)]
    said = [c for c in heard if any(p.key == key for p in (*(p for v in c.chain for p in v.parties), *((c.voice,) if c.voice else ())))]
    parties = [
        p
        for c in (*about_them, *heard)
        for p in (*c.actors, *c.recipients, *(p for v in c.chain for p in v.parties), *((c.voice,) if c.voice else ()))
        if p.key == key
    ]
    if not parties and (under := naming.goes_under(asking.record, key)) not in (None, key):
        return RedirectResponse(f"{request.url.path}?key={quote(under or '')}", status_code=303)
    if not parties:
        raise UsageError("Nobody of this name is on record.", "The list of actors has all of them.")
    seen = {c.id: c for c in (*did, *suffered, *said)}
    about = facts(parties, request.app.state.resources.countries)
    head = f"{about['name']}: {counted(len(seen), 'claim')} by or about them [actor {key}]"
    named = naming.namings(asking.record, key, claims={c.number for c in seen.values()})
    others = naming.called(asking.record, near, limit=OFFERED + 1) if near.strip() else naming.alike(asking.record, key, limit=OFFERED)
    return page(
        request, "actor.html", key=key, **about, address=f"/actor?key={quote(key)}", did=[card(c) for c in did],
        suffered=[card(c) for c in suffered], said=[card(c) for c in said], citation=citing.of_claims(head, list(seen.values())),
        namings=[{"key": n.key, "name": n.name, "document": n.document, "called": n.called, "claims": n.claims} for n in named],
        alike=[{"key": a.key, "name": a.name, "kind": kind(a.kind), "claims": a.claims} for a in others if a.key != key][:OFFERED], sought=near.strip(),
        decisions=last_of(asking.record, actors=True), _form_secret=request.state.form_secret, _who=who_decides(request), _back=here(request),
        _full=len(about_them) == SHOWN or len(heard) == SHOWN, _limit=SHOWN, _here="/actors", _twin=f"/actor.json?{request.url.query}",
    )  # fmt: skip


def facts(parties: list[Party], countries: Any) -> dict[str, Any]:
    """Names, country and offices that the documents give somebody."""
    country = next((p.country for p in parties if p.country), None)
    offices = [", ".join(x for x in (p.office, p.body) if x) for p in parties if p.office or p.body]
    return {
        "name": parties[0].name,
        "names": list(dict.fromkeys(p.name for p in parties)),
        "kind": kind(parties[0].kind),
        "country": country_name(country, countries) if country else None,
        "offices": list(dict.fromkeys(offices)),
    }
