from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.record.review import queue, undecided
from onrecord.record.store import Record
from onrecord.web.app import create_app
from tests.web.made import make
from tests.web.test_pages import answer


@pytest.fixture
def own(tmp_path: Path) -> Iterator[TestClient]:
    """A reading room over a record of its own, to change."""
    path = make(tmp_path / "own.db", attack=False, long=False)
    with TestClient(create_app(path), base_url="http://127.0.0.1", follow_redirects=False) as client:
        client.get("/review")
        yield client


def send(own: TestClient, address: str, **given: Any) -> Any:
    page = own.get("/review").text
    secret = page.split('name="secret" value="', 1)[1].split('"', 1)[0]
    return own.post(address, data={"secret": secret, "who": "Ann", **given})


def verdict(own: TestClient, claim: str) -> str | None:
    found: str | None = answer(own, f"/claims/{claim}.json")["claim"]["verdict"]
    return found


def test_claims_on_which_sources_disagree_come_first(own: TestClient, tmp_path: Path) -> None:
    with Record(tmp_path / "own.db", read_only=True) as record:
        listed = queue(record)
        assert len(listed) <= undecided(record) == record.queries.overview().claims
        assert [why for _, why in listed][:4] == ["sources disagree on this event"] * 4
        assert len({n for n, _ in listed}) == len(listed)
    assert answer(own, "/review.json")["reason"] == "sources disagree on this event"


def test_a_decision_moves_on_and_is_visible_and_undoable(own: TestClient) -> None:
    first = answer(own, "/review.json")["claim"]["id"]
    for kind, stands in (("accept", "accepted"), ("reject", "rejected"), ("dispute", "disputed")):
        got = send(own, "/review/decide", kind=kind, claim=first)
        assert (got.status_code, got.headers["location"]) == (303, "/review?at=0")
        assert verdict(own, first) == stands
        shown = answer(own, "/review.json")
        assert shown["claim"]["id"] != first
        assert stands.split()[0] in shown["decisions"][0]["words"] or kind == "dispute"
        assert "Ann" in shown["decisions"][0]["words"]
        back = send(own, "/review/undo")
        assert back.headers["location"] == f"/review?claim={first}"
        assert verdict(own, first) is None
    assert answer(own, "/review.json")["claim"]["id"] == first
    assert all(d["undone"] for d in answer(own, "/review.json")["decisions"])


def test_a_correction_keeps_the_machines_value_beside(own: TestClient) -> None:
    claim = answer(own, "/review.json")["claim"]
    given = {
        "claim": claim["id"],
        "type": "COERCE",
        "status": claim["status"],
        "certainty": "possible",
        "happened": "yes",
        "why": "read again",
    }
    send(own, "/review/correct", **given, earliest="2020-07-13", latest="2020-07-14")
    now = answer(own, f"/claims/{claim['id']}.json")["claim"]
    assert (now["type"], now["certainty"], now["when"], now["verdict"]) == ("COERCE", "possible", "13 to 14 July 2020", "corrected")
    assert "the machine had" in own.get(f"/documents/{claim['document']}").text
    wrong = send(own, "/review/correct", **given, earliest="2020-07-15", latest="2020-07-14")
    assert wrong.status_code == 400
    assert send(own, "/review/correct", **given | {"status": "made up"}, earliest="2020-07-13", latest="2020-07-14").status_code >= 400


def test_events_are_joined_and_parted(own: TestClient) -> None:
    events = answer(own, "/events.json")["events"]
    one, other = events[0], events[1]
    claim = one["first"]["id"]
    send(own, "/review/decide", kind="merge", claim=claim, other=other["id"])
    assert answer(own, f"/claims/{claim}.json")["claim"]["event"] == answer(own, f"/claims/{other['first']['id']}.json")["claim"]["event"]
    send(own, "/review/undo")
    assert answer(own, f"/claims/{claim}.json")["claim"]["event"] == one["id"]


@pytest.mark.parametrize(
    "address", ["/review/decide", "/review/undo", "/review/correct", "/add", "/add/resume", "/actors/join", "/actors/part", "/events/join"]
)
def test_no_change_without_the_secret(own: TestClient, address: str) -> None:
    claim = answer(own, "/review.json")["claim"]
    given = {
        "kind": "accept",
        "claim": claim["id"],
        "type": "ASSAULT",
        "status": "actual",
        "certainty": "certain",
        "happened": "yes",
        "path": ".",
        "number": "1",
        "keys": ["state:ARM", "force:AZE"],
        "events": [claim["event"], "e0"],
        "naming": f"{claim['document']} state:ARM",
    }
    for secret in ("", "0" * 64):
        assert own.post(address, data={**given, "secret": secret}).status_code == 403
    assert answer(own, "/review.json")["decisions"] == []
    assert answer(own, "/add.json")["jobs"] == []


def test_a_secret_of_another_session_is_refused(own: TestClient) -> None:
    page = own.get("/review").text
    secret = page.split('name="secret" value="', 1)[1].split('"', 1)[0]
    own.cookies.clear()
    assert own.post("/review/undo", data={"secret": secret}).status_code == 403


def test_a_joined_actors_old_address_leads_to_the_new_one(own: TestClient) -> None:
    got = send(own, "/actors/join", keys=["state:ARM", "gov:ARM-defence"])
    assert got.headers["location"] == "/actor?key=state%3AARM"
    found = answer(own, "/actor.json?key=state:ARM")
    assert found["names"] == ["Armenia", "Defence Ministry of Armenia"]
    assert {n["key"] for n in found["namings"]} == {"state:ARM", "gov:ARM-defence"}
    assert own.get("/actor?key=gov:ARM-defence").headers["location"] == "/actor?key=state%3AARM"
    listed = answer(own, "/review.json")["decisions"]
    assert listed[0]["address"] == "/actor?key=gov%3AARM-defence"
    assert own.get(listed[0]["address"], follow_redirects=True).status_code == 200
    back = send(own, "/review/undo")
    assert back.headers["location"] == "/actor?key=gov%3AARM-defence"
    assert own.get("/actor?key=gov:ARM-defence").status_code == 200


def test_fewer_than_two_cannot_be_joined_and_nobody_can_be_made_up(own: TestClient) -> None:
    for address, given in (
        ("/actors/join", {"keys": ["state:ARM"]}), ("/actors/join", {}), ("/actors/join", {"keys": ["state:ARM", "nobody"]}), ("/events/join", {"events": ["e0"]}),
        ("/actors/part", {"naming": "state:ARM"}), ("/actors/part", {"naming": "d0000 state:ARM"}), ("/actors/join", {"keys": [f"k{i}" for i in range(40)]}),
    ):  # fmt: skip
        assert send(own, address, **given).status_code == 400, (address, given)
    assert answer(own, "/review.json")["decisions"] == []


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\nSet-Cookie: x", "", "events"]
)
def test_a_decision_leads_back_to_our_own_pages_alone(own: TestClient, back: str) -> None:
    claim = answer(own, "/review.json")["claim"]["id"]
    assert send(own, "/review/decide", kind="accept", claim=claim, back=back).headers["location"] == "/review?at=0"
    assert send(own, "/review/undo", back="/events?start=50").headers["location"] == "/events?start=50"
