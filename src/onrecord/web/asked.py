"""A request -> the open record and the filter it asks for."""

import datetime
from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Query
from starlette.requests import Request

from onrecord.record.filters import Filter
from onrecord.record.queries import Queries
from onrecord.record.store import Record


def open_record(request: Request) -> Iterator[Queries]:
    """The record, open for reading, for the length of a request."""
    with Record(request.app.state.record, read_only=True) as record:
        yield record.queries


Asking = Annotated[Queries, Depends(open_record)]
Text = Annotated[str | None, Query(max_length=200)]


def filtered(
    actor: Text = None,
    source: Text = None,
    place: Text = None,
    type: Text = None,
    status: Text = None,
    since: str = "",
    until: str = "",
    commitment: Text = None,
) -> Filter:
    """The filter that an address states; empty fields of a form ask for nothing."""
    return Filter(
        actor=actor or None,
        source=source or None,
        place=place or None,
        type=type or None,
        status=status or None,
        since=_day(since),
        until=_day(until),
        commitment=commitment or None,
    )


Asked = Annotated[Filter, Depends(filtered)]


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
