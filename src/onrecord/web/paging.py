"""An address and where a list stands -> the addresses of the pages before and after, and the filters that can be taken away."""

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from onrecord.exports import telling
from onrecord.web.wording import DECIDED, SAID

FILTERS = ("q", "actor", "source", "place", "type", "status", "since", "until", "commitment", "ties")
"""What an address may narrow a view by."""
NAMES = {"q": "words", "since": "from", "until": "to", "type": "what", "status": "standing"}


def paged(request: Request, *, start: int, size: int, shown: int, total: int | None = None, more: bool = False) -> dict[str, Any]:
    """Where a list stands. `shown` counts the rows of this page; `more` says whether others follow where the total is not known."""
    follows = more if total is None else start + shown < total
    return {
        "start": start, "size": size, "last": start + shown, "total": total, "before": max(start - size, 0) if start else None,
        "after": start + size if follows else None, "address": f"?{query(request, without='start', last='&')}",
    }  # fmt: skip


def query(request: Request, *, without: str = "", last: str = "") -> str:
    """The address's query, without empty fields and one that is named."""
    given = [(k, v) for k, v in request.query_params.multi_items() if v and k != without]
    return urlencode(given) + (last if given else "")


def narrowed(request: Request) -> list[dict[str, str]]:
    """Each filter of the address in words, with the address that has all the others."""
    found = []
    for name in FILTERS:
        value = request.query_params.get(name)
        if value and (name != "q" or request.url.path.startswith("/search")):
            words = in_words(name, value)
            found.append({"name": name, "words": f"{NAMES.get(name, name)}: {words}", "without": f"?{_dropping(request, name)}"})
    return found


def in_words(name: str, value: str) -> str:
    """A filter's value as a person would say it."""
    if name == "type" and value in telling.EVENTS:
        return telling.EVENTS[value][0]
    if name == "status":
        return SAID.get(value) or DECIDED.get(value) or value
    return value


def _dropping(request: Request, name: str) -> str:
    return urlencode([(k, v) for k, v in request.query_params.multi_items() if v and k not in (name, "start")])
