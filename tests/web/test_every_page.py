"""Every address of the app, found in its routes and not in a list: none may lack its twin, its files, its permalink or its citation."""

import csv
import io
import json
from html.parser import HTMLParser

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from onrecord.web.app import create_app
from tests.web.test_pages import answer, shelled

ASKED = "actor=Armenia&since=2020-01-01&until=2020-12-31"
FILTERED = ("/events", "/matrix", "/actors", "/timeline", "/map", "/network", "/commitments", "/balance", "/search")
FILES = {
    "/documents": "documents", "/events": "events", "/matrix": "claims", "/actors": "actors", "/actor": "claims", "/timeline": "claims", "/map": "map",
    "/network": "network", "/letters": "letters", "/commitments": "commitments", "/balance": "balance", "/search": "search",
    "/events/{ident}": "claims", "/documents/{ident}": "claims",
}  # fmt: skip
"""Which files each page offers to take away."""
CITED = ("/events/{ident}", "/claims/{ident}", "/documents/{ident}", "/actor")
NOT_PAGES = (".json", ".csv", ".jsonl")


class Links(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.copies: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if given.get("data-copy"):
            self.copies.append(str(given["data-copy"]))


def shown(path: str, room: TestClient) -> str:
    """An address of a page with something to show."""
    event = shelled(room)
    ids = {"/events/{ident}": event["id"], "/claims/{ident}": event["first"]["id"], "/documents/{ident}": event["first"]["document"]}
    if path in ids:
        return path.format(ident=ids[path])
    return path + {"/actor": "?key=state%3AARM", "/search": "?q=shelled"}.get(path, "")


def pages() -> list[str]:
    """The paths of all pages, from the app's own routes."""
    routes = [r for r in create_app_routes() if "GET" in r.methods]
    return sorted({r.path for r in routes if not r.path.endswith(NOT_PAGES)})


def create_app_routes() -> list[APIRoute]:
    from pathlib import Path

    found: list[APIRoute] = []

    def within(routes: object) -> None:
        for route in routes:  # type: ignore[attr-defined]
            if isinstance(route, APIRoute):
                found.append(route)
            elif inner := getattr(getattr(route, "original_router", None), "routes", None):
                within(inner)

    within(create_app(Path("none.db")).routes)
    return found


PAGES = pages()


def test_the_routes_are_found() -> None:
    assert len(PAGES) >= 18
    assert {*FILES, *CITED, *FILTERED, "/", "/add", "/review"} == set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_links_its_twin_which_answers(room: TestClient, path: str) -> None:
    address = shown(path, room)
    page = room.get(address)
    assert page.status_code == 200
    twins = [x for x in Links(page.text).links if x.partition("?")[0].endswith(".json")]
    assert len(twins) == 1
    assert answer(room, twins[0]) == room.get(address, headers={"accept": "application/json"}).json()


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_every_page_leads_somewhere(room: TestClient, path: str) -> None:
    address = shown(path, room)
    here = address.partition("?")[0]
    broken = []
    for link in dict.fromkeys(Links(room.get(address).text).links):
        target = (here + link if link.startswith("?") else link).partition("#")[0]
        if target and room.get(target).status_code != 200:
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("path", sorted(FILES))
def test_what_a_page_shows_can_be_taken_away(room: TestClient, path: str) -> None:
    page = room.get(shown(path, room)).text
    links = Links(page).links
    for ending in ("csv", "jsonl"):
        files = [x for x in links if x.partition("?")[0] == f"/{FILES[path]}.{ending}"]
        assert files, f"{path} has no {ending}"
        for file in files:
            got = room.get(file)
            assert "attachment" in got.headers["content-disposition"]
            rows = list(csv.DictReader(io.StringIO(got.text))) if ending == "csv" else [json.loads(x) for x in got.text.splitlines()]
            assert rows
            assert not [c for row in rows for c in row.values() if ending == "csv" and str(c)[:1] in "=+@\t\r" and c]


@pytest.mark.parametrize("path", CITED)
def test_what_can_be_cited_has_an_address_that_stays_and_a_citation(room: TestClient, path: str) -> None:
    address = shown(path, room)
    seen = Links(room.get(address).text)
    assert room.get(address.replace("%3A", ":")).status_code == 200
    assert address in seen.links or address.replace("%3A", ":") in seen.links
    assert any("sha256:" in c for c in seen.copies)


@pytest.mark.parametrize("path", FILTERED)
def test_a_filter_stays_in_the_links_of_its_page(room: TestClient, path: str) -> None:
    page = room.get(f"{path}?{ASKED}").text
    seen = Links(page)
    kept = [x for x in seen.links if x.partition("?")[0].endswith(NOT_PAGES) and not x.startswith("/decisions")]
    assert kept
    for link in kept:
        assert all(part in link for part in ASKED.split("&")), link
    assert 'value="Armenia"' in page
    assert 'value="2020-12-31"' in page


def test_files_hold_all_rows_and_not_one_page(room: TestClient) -> None:
    everything = answer(room, "/documents.json")["total"]
    assert len(room.get("/documents.jsonl?start=3").text.splitlines()) == everything
    event = shelled(room)
    assert len(room.get(f"/claims.jsonl?event={event['id']}").text.splitlines()) == event["claims"]
    document = event["first"]["document"]
    assert {json.loads(x)["document"] for x in room.get(f"/claims.jsonl?document={document}").text.splitlines()} == {document}
    assert room.get("/claims.csv?event=e0").text == ""
