"""Letters under what they answer."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from onrecord.record.claim import Account, Answer, Correspondence
from onrecord.record.correspondence import Post
from onrecord.record.store import Recipe, Record
from onrecord.span import Span
from onrecord.web.app import create_app
from onrecord.web.routes.people import line, threads
from tests.accounts import RULE, account, actor


def post(document: str, *answered: str | None) -> Post:
    """A letter that answers those of some documents; None where that is not on record."""
    told = tuple(Answer("letter", None, datetime.date(2020, 5, n), Span(0, 1)) for n in range(1, len(answered) + 1))
    bare = Correspondence(document, None, (), None, None, None, False, None, Span(0, 9), RULE)
    each = [
        Post(document, replace(bare, answers=told[n], also=told[1:] if n == 0 else ()), None, (), None, held, 0 if held else None)
        for n, held in enumerate(answered)
    ]
    return replace(each[0], also=tuple(each[1:])) if each else Post(document, bare, None, (), None)


def shape(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {r["document"]: shape(r["replies"]) for r in rows}


def test_an_answer_to_several_stands_under_each_and_its_own_answers_under_the_first() -> None:
    found = threads([post("a"), post("b"), post("c", "a", "b", None), post("d", "c")])
    assert shape(found) == {"a": {"c": {"d": {}}}, "b": {"c": {}}}
    reply = found[0]["replies"][0]
    assert [bool(x["address"]) for x in (reply["answers"], *reply["also"])] == [True, True, False]


def test_letters_that_seem_to_answer_each_other_begin_a_thread_each() -> None:
    assert shape(threads([post("a", "c"), post("b", "a"), post("c", "b")])) == {"a": {}, "b": {}, "c": {}}
    assert shape(threads([post("a", "b"), post("b", "a", "x"), post("x")])) == {"a": {}, "x": {"b": {}}}


def test_a_file_holds_all_that_is_answered() -> None:
    assert line(post("c", "a", None))["also"] == [{"answers": "letter, 2020-05-02", "answered": None}]
    assert line(post("a"))["also"] == []


def test_a_long_thread_is_told_in_time_that_grows_with_it() -> None:
    chain = [post("0"), *(post(str(n), str(n - 1)) for n in range(1, 400))]
    assert len(threads(chain)) == 1


def test_the_pages_show_everything_that_a_letter_answers(tmp_path: Path) -> None:
    def mail(day: int, *answered: int) -> Account:
        text = f"Letter {day}. I refer to your letters."
        names = ("Ada Roth", "Ben Ulm") if day % 2 else ("Ben Ulm", "Ada Roth")
        people = tuple(actor(f"a{n}", name, kind="person") for n, name in enumerate(names, 1))
        told = tuple(Answer("letter", "a2", datetime.date(2015, 1, d), Span(0, 6)) for d in answered)
        kept = Correspondence(
            "l1", "a1", ("a2",), datetime.date(2015, 1, day), None, None, False, told[0] if told else None, Span(0, 6), RULE, also=told[1:]
        )
        return account(text, actors=people, letters=(kept,), author="a1", external_id=str(day))

    with Record(tmp_path / "r.db", create=True) as record:
        run = record.begin(Recipe("0", "by hand", {}, {}))
        for made in (mail(1), mail(3), mail(8, 1, 3, 5)):
            record.add(made, run)
        first, second, reply = (d.id for d in record.queries.documents())
    with TestClient(create_app(tmp_path / "r.db"), base_url="http://127.0.0.1:8420") as room:
        page = room.get("/letters").text
        assert (
            page.count(f'<a href="/documents/{first}?start=0">a letter of Ada Roth')
            == page.count(f'<a href="/documents/{second}?start=0">a letter of Ada Roth')
            == 2
        )
        assert page.count("5 January 2015, which is not in the record") == 2
        text = room.get(f"/documents/{reply}").text
        assert all(f"a letter of Ada Roth of {day} January 2015" in text for day in (1, 3, 5))
