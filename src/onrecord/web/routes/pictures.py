"""Timeline, map and network: pictures with a table beside each that says the same."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.record import pictures
from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.responses import page

router = APIRouter()
LIMIT = 300
"""Claims that the timeline shows at once; the page says when there are more."""
PLACES = 400
"""Places of a map at most, those with most claims."""
TIES = 300
"""Ties of a network at most, those with most claims."""


@router.get("/timeline")
@router.get("/timeline.json")
def timeline(request: Request, asking: Asking, asked: Asked) -> Response:
    """Claims by the days of their events, with the precision the text gives; undated ones apart."""
    found = [card(t) for t in asking.claims(asked, limit=LIMIT)]
    dated = [c for c in found if c["earliest"] or c["latest"]]
    undated = [c for c in found if not (c["earliest"] or c["latest"])]
    total = asking.count(asked)
    return page(
        request, "timeline.html", claims=dated, undated=undated, total=total, _asked=dict(request.query_params),
        _here="/timeline", _twin=f"/timeline.json?{request.url.query}",
    )  # fmt: skip


@router.get("/map")
@router.get("/map.json")
def world(request: Request, asking: Asking, asked: Asked) -> Response:
    """Where claims say events happened: towns as dots, districts as rings, regions hatched; what has no point is listed apart."""
    found = pictures.places(asking.record, asked, limit=PLACES)
    told = asking.by_number(p.first for p in found)
    rows = []
    for p in found:
        spot = next((x for x in told[p.first].places if x.key == p.key), None) if p.first in told else None
        if spot is None or spot.feature == "demonym":
            continue
        rows.append(
            {"key": p.key, "names": list(p.names), "feature": spot.feature, "country": p.country, "latitude": p.latitude, "longitude": p.longitude,
             "radius_km": spot.radius_km, "claims": p.claims}
        )  # fmt: skip
    placed = [r for r in rows if r["latitude"] is not None and r["longitude"] is not None]
    return page(
        request, "map.html", places=placed, not_placed=[r for r in rows if r not in placed], total=asking.count(asked),
        _asked=dict(request.query_params), _limit=PLACES, _here="/map", _twin=f"/map.json?{request.url.query}",
    )  # fmt: skip


@router.get("/network")
@router.get("/network.json")
def network(request: Request, asking: Asking, asked: Asked) -> Response:
    """Who is said to have done what to whom, and who speaks about whom."""
    found = pictures.ties(asking.record, asked, limit=TIES)
    rows = [{"from": t.actor, "to": t.other, "kind": t.kind, "claims": t.claims} for t in found]
    names = {t.actor: t.actor_name for t in found} | {t.other: t.other_name for t in found}
    return page(
        request, "network.html", actors=[{"key": k, "name": v} for k, v in sorted(names.items())], ties=rows, total=asking.count(asked),
        _names=names, _asked=dict(request.query_params), _limit=TIES, _here="/network", _twin=f"/network.json?{request.url.query}",
    )  # fmt: skip
