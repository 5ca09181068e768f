"""The first page: where sources disagree, with the words of each side; what is told more than once; what is on record."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asked import Asking
from onrecord.web.glance import kept_glance
from onrecord.web.kept import Kept
from onrecord.web.responses import page
from onrecord.web.routes.documents import row

router = APIRouter()
LISTED = 8
"""Documents listed."""


@router.get("/")
@router.get("/index.json")
def overview(request: Request, asking: Asking) -> Response:
    """The record at a glance."""
    kept: Kept = request.app.state.kept
    seen = kept.overview(asking)
    counts = {k: getattr(seen, k) for k in ("documents", "copies", "claims", "events", "speakers", "decisions", "runs")}
    found = kept_glance(asking, kept, request.app.state.resources.countries)
    return page(
        request, "overview.html", counts=counts, disputes=found["disputes"], denials=found["denials"], refusals=found["refusals"], events=found["events"],
        documents=[row(d) for d in asking.documents(limit=LISTED)], _more=found["more"], _here="/", _twin="/index.json",
    )  # fmt: skip
