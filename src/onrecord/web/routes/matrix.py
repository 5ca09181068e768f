"""Claims side by side over many events: a conflict, a place, a time; and claims as files for other programs."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.comparison.agreement import Agreement, agree
from onrecord.comparison.balance import weigh
from onrecord.exports.claim_rows import claim_row
from onrecord.record.filters import Filter
from onrecord.record.told import Told
from onrecord.web import citing
from onrecord.web.asked import Asked, Asking, Text
from onrecord.web.cards import card
from onrecord.web.exporting import as_file
from onrecord.web.kept import Kept
from onrecord.web.paging import paged, query
from onrecord.web.responses import page
from onrecord.web.routes.events import CLASSES, NO_SIDE, SIGNS, runs_of, side_name

router = APIRouter()
ROWS = 20
"""Events of one matrix."""
CLAIMS = 30
"""Claims of one event that a matrix weighs; an event's own page has all of them."""
COLUMNS = 14
"""Sources of one matrix: those that deny, or are denied, then those that speak of most of its events."""
ABSENT = 4
"""Parties of one matrix that are named and have no voice in the record: those named by most of its events."""


@router.get("/matrix")
@router.get("/matrix.json")
def matrix(request: Request, asking: Asking, asked: Asked, start: int = 0, together: bool = True) -> Response:
    """Events as rows, sources as columns grouped by side; a cell says what the source holds, and opens its quotation."""
    start = max(start, 0)
    found = asking.events(asked, limit=ROWS + 1, offset=start, together=together)
    kept: Kept = request.app.state.kept
    copies, speaking, countries = kept.copies(asking), kept.speaking(asking), request.app.state.resources.countries
    sources: dict[str, dict[str, Any]] = {}
    absent: dict[str, dict[str, Any]] = {}
    rows, every = [], []
    for event in found[:ROWS]:
        claims = asking.claims(Filter(event=event.id), sort="document", limit=CLAIMS)
        if not claims:
            continue
        every += claims
        by_id = {c.id: c for c in claims}
        cells: dict[str, dict[str, Any]] = {}
        agreed = agree(claims, copies=copies, speaking=speaking, countries=countries)
        disputed = any(CLASSES[p.holds] == "denies" for p in agreed.positions)
        for held in agreed.positions:
            source = sources.setdefault(
                held.key, {"key": held.key, "who": held.who, "side": side_name(held.side, countries), "events": 0, "disputes": 0}
            )
            if held.key not in cells:
                source["events"] += 1
                source["disputes"] += 2 if CLASSES[held.holds] == "denies" else disputed and held.holds != "passes on"
                told = by_id[held.claims[0]]
                cells[held.key] = {
                    "holds": held.holds,
                    "quote": told.sentence,
                    "address": f"/claims/{told.id}",
                    "citation": citing.of_claim(told),
                }
        for party in agreed.absent:
            named = absent.setdefault(
                party.key, {"key": party.key, "who": party.name, "side": side_name(party.side, countries), "events": 0, "disputes": 0}
            )
            named["events"] += 1
            cells[party.key] = {"holds": "not in the record", "quote": "", "address": "", "citation": ""}
        rows.append(line(event.id, claims, agreed) | {"cells": cells})
    shown = [*_most(sources, COLUMNS), *_most(absent, ABSENT)]
    columns = sorted(shown, key=lambda s: (s["side"] == NO_SIDE, s["side"], -s["events"]))
    weighed = weigh(every, about="These events", copies=copies, countries=countries, heard=speaking) if every else None
    return page(
        request, "matrix.html", events=rows, sources=columns, balance=list(weighed.sentences) if weighed else [],
        left_out=max(len(sources) - COLUMNS, 0), start=start, more=len(found) > ROWS, _together=together, _signs=SIGNS, _classes=CLASSES,
        _paging=paged(request, start=start, size=ROWS, shown=len(rows), more=len(found) > ROWS), _sides=runs_of([c["side"] for c in columns]),
        _absent=set(absent), _query=query(request, without="start"), _here="/matrix", _twin=f"/matrix.json?{request.url.query}",
    )  # fmt: skip


def line(event: str, claims: list[Told], agreed: Agreement) -> dict[str, Any]:
    """An event as a row: what, when, and how many, with the whole range where figures differ."""
    cards = [card(c) for c in claims]
    first = next((c for c in cards if c["happened"]), cards[0])
    ranges = [
        f"{d.point}: {d.low} to {d.high if d.high is not None else 'no upper figure'}" for d in agreed.differences if d.low is not None
    ]
    differing = {r.partition(":")[0] for r in ranges}
    tolls = list(dict.fromkeys(t for c in cards for t in c["tolls"]))
    return {
        "event": event, "address": f"/events/{event}", "what": first["what"], "when": first["when"], "tolls": tolls,
        "figures": [*ranges, *(t for t in tolls if t.partition(":")[0] not in differing)],
    }  # fmt: skip


def _most(found: dict[str, dict[str, Any]], count: int) -> list[dict[str, Any]]:
    return sorted(found.values(), key=lambda s: (-s["disputes"], -s["events"]))[:count]


@router.get("/claims.csv")
@router.get("/claims.jsonl")
def claims(request: Request, asking: Asking, asked: Asked, event: Text = None, document: Text = None) -> Response:
    """Claims that meet the filter, a row each, as a file; those of one event or document where it is named."""
    return as_file(request, (claim_row(c) for c in asking.claims(replace(asked, event=event or None, document=document or None))))
