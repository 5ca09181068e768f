"""A record's path -> the reading room, as an ASGI app for one person on one machine."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from onrecord.errors import OnrecordError, RecordError, UsageError
from onrecord.reading.parse import Parser, SpacyParser
from onrecord.resources.resources import Resources
from onrecord.web.disputes import Disputes
from onrecord.web.gathering import Gathering
from onrecord.web.guard import HEADERS, LOOPBACK, Guard
from onrecord.web.jobs import Jobs
from onrecord.web.kept import Kept
from onrecord.web.responses import FOLDER, refusal
from onrecord.web.routes import actors, add, documents, events, joining, matrix, overview, people, pictures, review, search


def create_app(
    record: Path, *, hosts: tuple[str, ...] = LOOPBACK, token: str | None = None, parser: Callable[[], Parser] | None = None
) -> FastAPI:
    """The app over one record. `hosts` are the Host names it answers to; `token` is asked of every visitor where one is set; `parser` gives the
    parser that reads added documents."""

    @asynccontextmanager
    async def open_room(_: FastAPI) -> AsyncIterator[None]:
        app.state.gathering.begin()
        yield
        app.state.gathering.end()

    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None, lifespan=open_room)
    app.state.record = record
    app.state.resources = Resources()
    app.state.guard = Guard(hosts=hosts, token=token)
    app.state.jobs = Jobs(record, app.state.resources, parser or SpacyParser)
    app.state.disputes = Disputes(app.state.resources)
    app.state.kept = Kept()
    app.state.gathering = Gathering(record, app.state.kept, app.state.resources, app.state.disputes)
    app.state.local_paths = token is None
    app.add_middleware(BaseHTTPMiddleware, dispatch=app.state.guard)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
    for routes in (overview, documents, matrix, events, people, actors, pictures, search, review, joining, add):
        app.include_router(routes.router)
    app.add_exception_handler(OnrecordError, _said)
    app.add_exception_handler(HTTPException, _missing)
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(Exception, _broken)
    return app


async def _said(request: Request, error: Exception) -> Response:
    unknown = isinstance(error, UsageError) and request.method == "GET"
    status = 404 if unknown else 503 if isinstance(error, RecordError) else 400
    message = error.message if isinstance(error, OnrecordError) else str(error)
    return refusal(request, status, message, error.advice if isinstance(error, OnrecordError) else "")


async def _missing(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    message = "There is no page at this address." if status == 404 else "This page does not take such a request."
    return refusal(request, status, message, "Begin at the first page of the record.")


async def _unfit(request: Request, error: Exception) -> Response:
    return refusal(request, 422, "The address or the form holds a value that does not fit.", "Check dates (YYYY-MM-DD) and numbers.")


async def _broken(request: Request, error: Exception) -> Response:
    response = refusal(request, 500, "Something went wrong while making this page.", "The record is unharmed. Please report what you did.")
    response.headers.update(HEADERS)  # this handler stands outside the guard
    return response
