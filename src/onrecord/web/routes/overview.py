"""The first page: where sources disagree, with the words of each side; what is told more than once; what is on record."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.comparison.agreement import Agreement, agree
from onrecord.record.answers import EventRow
from onrecord.record.queries import Queries
from onrecord.record.told import Told
from onrecord.web.asked import Asking
from onrecord.web.cards import card
from onrecord.web.kept import Kept
from onrecord.web.responses import page
from onrecord.web.routes.documents import row

router = APIRouter()
DISPUTES = 5
"""Disputed events on the first page."""
WEIGHED = 40
"""Claims of one event that are looked at here; its own page has all."""
VOICES = 3
"""Voices quoted on each side."""
LISTED = 8
YES, NO = ("asserts", "doubts", "expects"), ("denies", "disputes", "excludes")


@router.get("/")
@router.get("/index.json")
def overview(request: Request, asking: Asking) -> Response:
    """The record at a glance."""
    kept: Kept = request.app.state.kept
    seen = kept.overview(asking)
    counts = {k: getattr(seen, k) for k in ("documents", "copies", "claims", "events", "speakers", "decisions", "runs")}
    against = kept.disagreed(asking)[: DISPUTES + 1]
    copies, speaking = kept.copies(asking), kept.speaking(asking)
    disputes = []
    for event in against[:DISPUTES]:
        claims = [c for c in asking.event(event) if c.verdict != "rejected"][:WEIGHED]
        if claims:
            disputes.append(dispute(claims, agree(claims, copies=copies, speaking=speaking)))
    told = [e for e in kept.most_told(asking) if e not in against][:LISTED]
    rows = [event_row(asking, asking.named(e)) for e in told]
    return page(
        request, "overview.html", counts=counts, disputes=disputes, events=rows, documents=[row(d) for d in asking.documents(limit=LISTED)],
        _more=len(against) > DISPUTES, _here="/", _twin="/index.json",
    )  # fmt: skip


def dispute(claims: list[Told], agreed: Agreement) -> dict[str, Any]:
    """An event that somebody denies: who says what, in their words, ready to cite."""
    by_id = {c.id: card(c) for c in claims}
    quoted: dict[str, list[dict[str, Any]]] = {"yes": [], "no": []}
    for held in agreed.positions:
        if held.holds in (*YES, *NO):
            side = quoted["yes" if held.holds in YES else "no"]
            side.append(by_id[held.claims[0]] | {"by": held.who, "by_key": held.key, "holds": held.holds})
    named = next((c for c in claims if c.happened), claims[0])
    figures = [{"point": d.point, "low": d.low, "high": d.high} for d in agreed.differences if d.low is not None]
    return {
        "event": claims[0].event, "address": f"/events/{claims[0].event}", "what": card(named)["what"], "when": card(named)["when"], "reports": len(claims),
        "yes": quoted["yes"][:VOICES], "no": quoted["no"][:VOICES], "more": sum(max(len(q) - VOICES, 0) for q in quoted.values()),
        "passed_on": [p.who for p in agreed.positions if p.holds == "passes on"], "figures": figures,
    }  # fmt: skip


def event_row(asking: Queries, event: EventRow) -> dict[str, Any]:
    """An event as a line of a list, told by its first claim."""
    first = card(asking.by_number([event.first])[event.first])
    return {
        "id": event.id, "address": f"/events/{event.id}", "types": event.types, "claims": event.claims, "documents": event.documents,
        "denied": event.denied, "refused": event.refused, "first": first,
    }  # fmt: skip
