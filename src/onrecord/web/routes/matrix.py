"""Claims side by side over many events: a conflict, a place, a time; and claims as files for other programs."""

import csv
import io
import json
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.comparison.agreement import agree
from onrecord.comparison.balance import weigh
from onrecord.exports import telling
from onrecord.exports.claim_rows import claim_row
from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.responses import page
from onrecord.web.routes.events import CLASSES, FORMULA, NO_SIDE, SIGNS, side_name

router = APIRouter()
ROWS = 25
"""Events of one matrix."""
CLAIMS = 40
"""Claims of one event that a matrix weighs; an event's own page has all of them."""
COLUMNS = 14
"""Sources of one matrix: those that speak of most of its events."""


@router.get("/matrix")
@router.get("/matrix.json")
def matrix(request: Request, asking: Asking, asked: Asked, start: int = 0, together: bool = True) -> Response:
    """Events as rows, sources as columns grouped by side; a cell says what the source holds, and opens its quotation."""
    start = max(start, 0)
    found = asking.events(asked, limit=ROWS + 1, offset=start, together=together)
    copies, speaking, countries = asking.copies(), asking.speaking(), request.app.state.resources.countries
    sources: dict[str, dict[str, Any]] = {}
    rows, every = [], []
    for event in found[:ROWS]:
        claims = [c for c in asking.event(event.id) if c.verdict != "rejected"][:CLAIMS]
        if not claims:
            continue
        every += claims
        first = card(claims[0])
        by_id = {c.id: c for c in claims}
        cells: dict[str, dict[str, Any]] = {}
        for held in agree(claims, copies=copies, speaking=speaking).positions:
            source = sources.setdefault(held.key, {"key": held.key, "who": held.who, "side": side_name(held.side, countries), "events": 0})
            if held.key not in cells:
                source["events"] += 1
                cells[held.key] = {"holds": held.holds, "quote": by_id[held.claims[0]].sentence, "address": f"/claims/{held.claims[0]}"}
        tolls = list(dict.fromkeys(t for c in claims for t in card(c)["tolls"]))
        rows.append(
            {
                "event": event.id,
                "address": f"/events/{event.id}",
                "what": first["what"],
                "when": first["when"],
                "tolls": tolls,
                "cells": cells,
            }
        )
    shown = sorted(sources.values(), key=lambda s: -s["events"])[:COLUMNS]
    columns = sorted(shown, key=lambda s: (s["side"] == NO_SIDE, s["side"], -s["events"]))
    weighed = weigh(every, about="These events", copies=copies, countries=countries, heard=speaking) if every else None
    query = {k: v for k, v in request.query_params.items() if k != "start" and v}
    return page(
        request, "matrix.html", events=rows, sources=columns, balance=list(weighed.sentences) if weighed else [], left_out=len(sources) - len(columns),
        start=start, more=len(found) > ROWS, asked=query, _shown=ROWS, _together=together, _signs=SIGNS, _classes=CLASSES, _types=list(telling.EVENTS),
        _sides=_runs([c["side"] for c in columns]), _here="/matrix", _twin=f"/matrix.json?{request.url.query}",
    )  # fmt: skip


def _runs(sides: list[str]) -> list[tuple[str, int]]:
    """Each side with how many columns it has."""
    return [(side, sides.count(side)) for side in dict.fromkeys(sides)]


@router.get("/claims.csv")
@router.get("/claims.jsonl")
def claims(request: Request, asking: Asking, asked: Asked) -> Response:
    """Claims that meet the filter, a row each, as a file."""
    rows = [claim_row(c) for c in asking.claims(asked)]
    if request.url.path.endswith(".jsonl"):
        lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        return _file(lines.encode("utf-8", "replace"), "application/jsonl", "claims.jsonl")
    out = io.StringIO()
    writer = csv.writer(out)
    if rows:
        writer.writerow(rows[0])
        writer.writerows([_cell(v) for v in row.values()] for row in rows)
    return _file(out.getvalue().encode("utf-8", "replace"), "text/csv; charset=utf-8", "claims.csv")


def _cell(value: Any) -> Any:
    words = "; ".join(map(str, value)) if isinstance(value, list) else value
    return f"'{words}" if isinstance(words, str) and words[:1] and words[:1] in FORMULA else words


def _file(content: bytes, kind: str, name: str) -> Response:
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
