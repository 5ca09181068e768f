import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.record.queries import Queries
from onrecord.web.app import create_app
from tests.web.made import make
from tests.web.test_pages import answer


def waited(what: Any) -> bool:
    """Whether something comes to be within ten seconds."""
    for _ in range(200):
        if what():
            return True
        time.sleep(0.05)
    return False


def test_what_large_views_need_is_there_before_anybody_asks_and_again_after_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(make(tmp_path / "own.db", attack=False, long=False))
    asked: list[str] = []
    plain = Queries.overview
    monkeypatch.setattr(Queries, "overview", lambda self: asked.append("overview") or plain(self))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
        assert app.state.gathering.ready.wait(10)
        assert asked == ["overview"]
        assert {"overview", "letters", "copies", "speaking", "disagreed"} <= {k for k in app.state.kept.found if isinstance(k, str)}
        assert answer(client, "/index.json")["counts"]["decisions"] == 0
        assert asked == ["overview"]
        page = client.get("/review").text
        secret = page.split('name="secret" value="', 1)[1].split('"', 1)[0]
        claim = answer(client, "/review.json")["claim"]["id"]
        client.post("/review/decide", data={"secret": secret, "kind": "accept", "claim": claim})
        assert waited(lambda: len(asked) == 2)
        assert answer(client, "/index.json")["counts"]["decisions"] == 1
    assert app.state.gathering.thread.is_alive() is False


def test_two_who_ask_at_once_make_it_once(made_record: Path) -> None:
    import threading

    from onrecord.record.store import Record
    from onrecord.web.kept import Kept

    kept, made = Kept(), []

    def slow() -> int:
        made.append(1)
        time.sleep(0.2)
        return 7

    def ask() -> None:
        with Record(made_record, read_only=True) as record:
            assert kept.of(record.queries, "slow", slow) == 7

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert made == [1]


def test_many_filtered_questions_let_go_the_oldest_of_them_and_nothing_of_the_whole_record(made_record: Path) -> None:
    from onrecord.record.filters import Filter
    from onrecord.record.store import Record
    from onrecord.web.kept import ROOM, Kept

    kept = Kept()
    with Record(made_record, read_only=True) as record:
        whole = ("letters", "copies", ("places", Filter()))
        for asked in whole:
            kept.of(record.queries, asked, lambda: 0)
        for number in range(2 * ROOM):
            assert kept.of(record.queries, ("places", Filter(place=str(number))), lambda: number) == number  # noqa: B023
        assert len(kept.found) == ROOM
        assert kept.found.keys() >= {*whole, ("places", Filter(place=str(2 * ROOM - 1)))}
        assert kept.making.keys() <= kept.found.keys()
