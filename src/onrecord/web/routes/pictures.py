"""Timeline, map and network: pictures with a table beside each that says the same."""

from collections import Counter
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.responses import page

router = APIRouter()
LIMIT = 2_000
"""Claims that one picture shows at most; the page says when there are more."""


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
    spots: dict[str, dict[str, Any]] = {}
    for told in asking.claims(asked, limit=LIMIT):
        for spot in told.places:
            if spot.feature == "demonym":
                continue
            row = spots.setdefault(
                spot.key,
                {"key": spot.key, "names": [], "feature": spot.feature, "country": spot.country, "latitude": spot.latitude,
                 "longitude": spot.longitude, "radius_km": spot.radius_km, "claims": []},
            )  # fmt: skip
            if spot.name not in row["names"]:
                row["names"].append(spot.name)
            row["claims"].append({"id": told.id, "what": card(told)["what"], "standing": card(told)["standing"]})
    rows = sorted(spots.values(), key=lambda r: (-len(r["claims"]), r["names"][0]))
    placed = [r for r in rows if r["latitude"] is not None and r["longitude"] is not None]
    return page(
        request, "map.html", places=placed, not_placed=[r for r in rows if r not in placed], total=asking.count(asked),
        _asked=dict(request.query_params), _limit=LIMIT, _here="/map", _twin=f"/map.json?{request.url.query}",
    )  # fmt: skip


@router.get("/network")
@router.get("/network.json")
def network(request: Request, asking: Asking, asked: Asked) -> Response:
    """Who is said to have done what to whom, and who speaks about whom."""
    names: dict[str, dict[str, Any]] = {}
    ties: Counter[tuple[str, str, str]] = Counter()
    for told in asking.claims(asked, limit=LIMIT):
        parties = (*told.actors, *told.recipients, *told.speakers)
        names |= {p.key: {"key": p.key, "name": p.name, "country": p.country, "kind": p.kind} for p in parties}
        ties.update((a.key, b.key, told.type) for a in told.actors for b in told.recipients)
        ties.update((s.key, a.key, "speaks about") for s in told.speakers for a in told.actors if s.key != a.key)
    rows = [{"from": a, "to": b, "kind": k, "claims": n} for (a, b, k), n in ties.most_common()]
    used = {r["from"] for r in rows} | {r["to"] for r in rows}
    return page(
        request, "network.html", actors=[v for k, v in sorted(names.items()) if k in used], ties=rows, total=asking.count(asked),
        _names={k: v["name"] for k, v in names.items()}, _asked=dict(request.query_params), _limit=LIMIT, _here="/network", _twin=f"/network.json?{request.url.query}",
    )  # fmt: skip
