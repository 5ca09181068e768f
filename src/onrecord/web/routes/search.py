"""Search with facets: documents that hold the words and have claims that fit, and by what they can be narrowed further."""

import calendar
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.record.facets import Value, search
from onrecord.record.filters import Filter
from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.exporting import as_file, file_asked
from onrecord.web.paging import paged, query
from onrecord.web.responses import page
from onrecord.web.wording import DECIDED, KINDS, SAID

router = APIRouter()
SHOWN = 20
FILED = 10_000
"""Documents of a search as a file."""
TITLES = {
    "type": "What",
    "source": "Source",
    "actor": "Actor",
    "place": "Place",
    "period": "Period",
    "status": "Standing",
    "decided": "Decided",
}
Words = dict[str, Any]


@router.get("/search")
@router.get("/search.json")
@router.get("/search.csv")
@router.get("/search.jsonl")
def find(request: Request, asking: Asking, asked: Asked, q: str = "", start: int = 0) -> Response:
    """Documents that hold all of the words, best first, with the claims in them that meet the filter; case and diacritics do not matter."""
    q, start = q[:200], max(start, 0)
    if not q.strip() and asked == Filter():
        return page(
            request, "search.html", hits=[], facets=[], documents=0, claims=0, q="", _idle=True, _here="/search", _twin="/search.json"
        )
    if file_asked(request):
        found = search(asking, q, asked, limit=FILED)
        return as_file(request, (
            {"document": h.document, "title": h.title, "publisher": h.publisher, "published": h.published.isoformat() if h.published else None, "claims": claims, "words": h.words}
            for h, claims, _ in found.hits
        ))  # fmt: skip
    found = search(asking, q, asked, limit=SHOWN, offset=start)
    rows = []
    told = asking.by_number(n for _, _, first in found.hits for n in first) if asked != Filter() else {}
    for hit, claims, first in found.hits:
        rows.append(
            {"document": hit.document, "address": f"/documents/{hit.document}", "title": hit.title or hit.short, "publisher": hit.publisher,
             "published": hit.published.isoformat() if hit.published else None, "words": hit.words, "claims": claims, "fitting": [card(told[n]) for n in first if n in told]}
        )  # fmt: skip
    facets = [
        {"name": name, "title": TITLES[name], "values": [value(request, name, v) for v in values]}
        for name, values in ((n, found.facets[n]) for n in TITLES)
        if values
    ]
    return page(
        request, "search.html", hits=rows, facets=facets, documents=found.documents, claims=found.claims, q=q, _capped=found.capped, _is_counted=found.counted,
        _paging=paged(request, start=start, size=SHOWN, shown=len(rows), total=found.documents), _query=query(request, without="start"), _here="/search",
        _twin=f"/search.json?{request.url.query}",
    )  # fmt: skip


def value(request: Request, facet: str, found: Value) -> Words:
    """A value of a facet: its words, how many claims have it, whether it is asked for, and the address that asks for it or takes it away."""
    given = (
        {"since": _first(found.key), "until": _last(found.key)}
        if facet == "period"
        else {"status" if facet == "decided" else facet: found.key}
    )
    names = {"type": KINDS, "status": SAID, "decided": DECIDED}.get(facet, {})
    words = _month(found.key) if facet == "period" else names.get(found.key, found.name or found.key.replace("_", " "))
    on = all(request.query_params.get(k) == v for k, v in given.items())
    kept = [(k, v) for k, v in request.query_params.multi_items() if v and k not in (*given, "start")]
    return {
        "key": found.key,
        "words": words,
        "claims": found.claims,
        "on": on,
        "address": "?" + urlencode(kept if on else [*kept, *given.items()]),
    }


def _month(key: str) -> str:
    return f"{calendar.month_name[int(key[5:7])]} {int(key[:4])}"


def _first(key: str) -> str:
    return f"{key}-01"


def _last(key: str) -> str:
    year, month = int(key[:4]), int(key[5:7])
    return f"{key}-{calendar.monthrange(year, month)[1]:02}"
