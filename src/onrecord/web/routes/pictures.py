"""Timeline, map and network: pictures with a table beside each that says the same."""

from typing import Any, Literal

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.comparison.balance import country_name
from onrecord.record import pictures
from onrecord.record.told import Spot
from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.exporting import as_file, file_asked
from onrecord.web.kept import PLACES, TIES, Ties
from onrecord.web.paging import paged, query
from onrecord.web.responses import page
from onrecord.web.wording import KINDS, kind

router = APIRouter()
LIMIT = 100
"""Claims on one page of the timeline."""
HATCHED = ("region", "country", "water")
SIGNS = {"dot": "a town", "ring": "a district or area, or somewhere near a place", "hatched": "a region or larger"}


@router.get("/timeline")
@router.get("/timeline.json")
def timeline(request: Request, asking: Asking, asked: Asked, start: int = 0) -> Response:
    """Claims by the days of their events, with the precision the text gives; undated ones apart."""
    start, total = max(start, 0), asking.count(asked)
    found = [card(t) for t in asking.claims(asked, limit=LIMIT, offset=start)]
    return page(
        request, "timeline.html", claims=[c for c in found if c["earliest"] or c["latest"]],
        undated=[c for c in found if not (c["earliest"] or c["latest"])], total=total,
        _paging=paged(request, start=start, size=LIMIT, shown=len(found), total=total), _pictured=True, _query=query(request, without="start"), _here="/timeline",
        _twin=f"/timeline.json?{request.url.query}",
    )  # fmt: skip


@router.get("/map")
@router.get("/map.json")
@router.get("/map.csv")
@router.get("/map.jsonl")
def world(request: Request, asking: Asking, asked: Asked) -> Response:
    """Where claims say events happened: towns as dots, districts and what is near a place as rings, regions hatched; what has no point is listed apart.

    Places whose state is disputed are marked so, with every party's name for them.
    """
    disputes, countries = request.app.state.disputes, request.app.state.resources.countries
    found: list[pictures.PlaceRow] = request.app.state.kept.places(asking, asked)
    told = asking.by_number(p.first for p in found)
    rows: list[dict[str, Any]] = []
    for p in found:
        spot = next((x for x in told[p.first].places if x.key == p.key), None) if p.first in told else None
        if spot is None or spot.feature == "demonym":
            continue
        dispute = disputes.of(p.key)
        within = disputes.words(dispute) if dispute else None
        rows.append(
            {"key": p.key, "names": list(p.names), "feature": spot.feature, "kind": kind(spot.feature), "sign": sign(spot), "country": p.country,
             "state": country_name(p.country, countries) if p.country else None, "latitude": p.latitude, "longitude": p.longitude,
             "radius_km": spot.radius_km, "claims": p.claims, "disputed": within}
        )  # fmt: skip
    if file_asked(request):
        return as_file(request, (r | {"disputed": r["disputed"]["name"] if r["disputed"] else None} for r in rows))
    placed = [r for r in rows if r["latitude"] is not None and r["longitude"] is not None]
    return page(
        request, "map.html", places=placed, not_placed=[r for r in rows if r not in placed], disputed_areas=disputes.every(),
        _limit=PLACES, _full=len(found) == PLACES, _signs=SIGNS, _pictured=True, _query=query(request, without="start"), _here="/map", _twin=f"/map.json?{request.url.query}",
    )  # fmt: skip


def sign(spot: Spot) -> str:
    """How a place is drawn: by what it is, and a ring where only a place near it is known."""
    if spot.feature in HATCHED:
        return "hatched"
    return "dot" if spot.feature == "town" and not spot.key.startswith("name:") else "ring"


@router.get("/network")
@router.get("/network.json")
@router.get("/network.csv")
@router.get("/network.jsonl")
def network(request: Request, asking: Asking, asked: Asked, ties: Literal["", "deeds", "speech"] = "") -> Response:
    """Who is said to have done what to whom, and who speaks about whom."""
    wanted: Ties = ties or "deeds"
    found: list[pictures.TieRow] = request.app.state.kept.ties(asking, asked, wanted)
    rows = [{"from": t.actor, "to": t.other, "kind": t.kind, "words": KINDS.get(t.kind, t.kind), "claims": t.claims} for t in found]
    if file_asked(request):
        return as_file(
            request,
            (
                {"from": t.actor_name, "what": t.kind, "to": t.other_name, "claims": t.claims, "from_key": t.actor, "to_key": t.other}
                for t in found
            ),
        )
    names = {t.actor: t.actor_name for t in found} | {t.other: t.other_name for t in found}
    return page(
        request, "network.html", actors=[{"key": k, "name": v} for k, v in sorted(names.items())], ties=rows,
        _names=names, _limit=TIES, _other=query(request, without="ties", last="&") + f"ties={'deeds' if ties == 'speech' else 'speech'}", _pictured=True, _query=query(request, without="start"), _here="/network", _twin=f"/network.json?{request.url.query}",
    )  # fmt: skip
