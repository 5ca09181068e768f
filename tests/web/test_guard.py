from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.web.app import create_app
from onrecord.web.guard import Guard
from tests.web.made import HOSTILE
from tests.web.test_pages import PAGES, answer


def test_no_page_runs_or_loads_anything_from_elsewhere(room: TestClient) -> None:
    policy = room.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert room.get("/static/room.js").headers["content-security-policy"] == policy
    assert room.get("/nothing").headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8420", "", "[::2]", "a b"])
def test_other_host_names_are_refused(room: TestClient, host: str) -> None:
    got = room.get("/index.json", headers={"host": host})
    assert got.status_code == 400
    assert "documents" not in got.json()


@pytest.mark.parametrize("host", ["127.0.0.1:8420", "localhost:1", "[::1]:8420", "LOCALHOST"])
def test_names_of_this_machine_are_answered(room: TestClient, host: str) -> None:
    assert room.get("/index.json", headers={"host": host}).status_code == 200


def test_changes_asked_for_by_another_site_are_refused(room: TestClient) -> None:
    for origin in ("http://evil.example", "null", "http://127.0.0.1:9999"):
        assert room.post("/documents", headers={"origin": origin}).status_code == 403


def test_the_token_is_asked_for_and_then_kept_out_of_the_address(made_record: Path) -> None:
    app = create_app(made_record, hosts=("10.0.0.5",), token="a-long-enough-token")
    with TestClient(app, base_url="http://10.0.0.5:8420", follow_redirects=False) as client:
        assert client.get("/").status_code == 401
        assert client.get("/static/room.css").status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        got = client.get("/events?token=a-long-enough-token")
        assert (got.status_code, got.headers["location"]) == (303, "/events")
        assert "httponly" in got.headers["set-cookie"].lower()
        assert client.get("/events").status_code == 200
    with TestClient(app, base_url="http://10.0.0.5:8420", cookies={"onrecord_access": "a-long-enough-token"}) as other:
        assert other.get("/").status_code == 401


def test_a_form_secret_belongs_to_one_session() -> None:
    guard = Guard(secret=b"k" * 32)
    assert guard.form_secret("a") != guard.form_secret("b")
    assert Guard(secret=b"other").form_secret("a") != guard.form_secret("a")


class Seen(HTMLParser):
    """Tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def harmless(page: str) -> None:
    seen = Seen()
    seen.feed(page)
    for tag, given in seen.tags:
        assert tag not in ("iframe", "object", "embed", "style", "math", "base")
        assert not [k for k in given if k.startswith("on") or k in ("srcdoc", "style")], (tag, given)
        for key in ("href", "src", "action", "data-source"):
            assert not str(given.get(key) or "").strip().lower().startswith(("javascript:", "data:", "http:", "https:", "//")), given
        if tag == "script":
            assert str(given.get("src")).startswith("/static/")
    assert "49{% raw %}" not in page


def test_hostile_names_and_texts_are_only_ever_text(room: TestClient) -> None:
    listed = answer(room, "/documents.json")["documents"]
    attacks = [d for d in listed if d["title"] in HOSTILE]
    assert len(attacks) == len(HOSTILE)
    for document in attacks:
        page = room.get(document["address"]).text
        harmless(page)
        assert "shelled" in page
        for claim in answer(room, f"{document['address']}.json")["claims"]:
            harmless(room.get(claim["address"]).text)
            harmless(room.get(f"/events/{claim['event']}").text)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_addresses_are_only_ever_text(room: TestClient, words: str) -> None:
    for address in ("/search", "/events", "/timeline", "/map", "/network", "/commitments"):
        given = {"q": words, "actor": words, "source": words, "place": words, "status": words, "type": words, "commitment": words}
        got = room.get(address, params=given)
        assert got.status_code == 200
        harmless(got.text)
    harmless(room.get("/documents/x", params={"hide": words, "start": "0"}).text)


@pytest.mark.parametrize("address", PAGES)
def test_lists_of_hostile_names_are_only_ever_text(room: TestClient, address: str) -> None:
    harmless(room.get(address).text)
