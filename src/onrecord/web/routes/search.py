"""Search: documents that hold the words, and claims by the same filter as everywhere."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asked import Asking
from onrecord.web.responses import page

router = APIRouter()


@router.get("/search")
@router.get("/search.json")
def search(request: Request, asking: Asking, q: str = "") -> Response:
    """Documents that hold all of the words, best first; case and diacritics do not matter."""
    hits = asking.search(q[:200], limit=50)
    rows = [
        {
            "document": h.document,
            "address": f"/documents/{h.document}",
            "title": h.title or h.short,
            "publisher": h.publisher,
            "published": h.published.isoformat() if h.published else None,
            "words": h.words,
        }
        for h in hits
    ]
    return page(request, "search.html", hits=rows, q=q[:200], _twin=f"/search.json?{request.url.query}")
