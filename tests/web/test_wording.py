"""What people read is words: no code of a country or a kind of event, no ISO day; the twins keep both."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.resources.resources import Resources
from onrecord.web.wording import KINDS, dated, kind, reason, value
from tests.web.test_every_page import PAGES, shown
from tests.web.test_pages import answer, shelled

CODES = re.compile(rf"\b(ARM|AZE|{'|'.join(KINDS)}|[a-z]+_[a-z_]+|uncommitted|hypothetical)\b")
ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


class Read(HTMLParser):
    """What a page says, but for the documents' own words, addresses to copy, rules and EDTF."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.within: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in ("input", "link", "meta", "br"):
            own = tag in ("script", "style", "blockquote", "q") or bool(
                {"part", "rule", "cited", "edtf"} & set(str(given.get("class")).split())
            )
            self.within.append("own" if own else tag)

    def handle_endtag(self, tag: str) -> None:
        if self.within:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if "own" not in self.within:
            self.words.append(data)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_shows_codes(room: TestClient, path: str) -> None:
    words = Read(room.get(shown(path, room)).text).words
    assert len(words) > 40
    assert [w.strip()[:90] for w in words if CODES.search(w)] == []
    assert [w.strip()[:90] for w in words if ISO.search(w) and "hurt" not in w] == []
    assert [w.strip()[:90] for w in words if re.search(r"\d ?%|per cent|probability", w)] == []  # how sure somebody is stands in words


def test_the_balance_names_countries_and_its_files_keep_codes(room: TestClient) -> None:
    page = room.get("/balance").text
    assert "<td>Azerbaijan</td>" in page
    whole = answer(room, "/balance.json")["balances"][0]
    assert {(s["side"], s["name"]) for s in whole["sides"]} == {("ARM", "Armenia"), ("AZE", "Azerbaijan")}
    assert "AZE" in room.get("/balance.csv").text


def test_links_give_their_reasons_in_words(room: TestClient) -> None:
    found: dict[str, Any] = answer(room, shelled(room)["first"]["address"] + ".json")
    reasons = [r for x in found["links"] for r in x["reasons"]]
    assert "type attack or fighting" in reasons


@pytest.mark.parametrize(
    ("feature", "detail", "words"),
    [
        ("type", "ASSAULT and COERCE may be one", "type attack or fighting and coercion, seizure or arrest may be one"),
        ("actor", "both of GBR", "actor both of United Kingdom"),
        ("country-of-other-places", "FLK", "country-of-other-places Falkland Islands"),
        ("held-office", "Javier Pérez de Cuéllar on 1982-05-06", "held-office Javier Pérez de Cuéllar on 6 May 1982"),
        ("wording", "'NATO' and 'USA'", "wording 'NATO' and 'USA'"),
    ],
)
def test_reasons_are_words(feature: str, detail: str, words: str) -> None:
    assert reason(feature, detail, Resources().countries) == words


def test_days_kinds_and_values_are_words() -> None:
    assert dated("since 1833-01 until 1982-04-02, S/2019-09") == "since January 1833 until 2 April 1982, S/2019-09"
    assert dated("1982-02-31") == "1982-02-31"
    assert [kind(x) for x in ("country", "armed_force", "unknown")] == ["country or territory", "armed force", "kind not known"]
    assert [value(*x) for x in (("type", "AID"), ("kind of event", "COERCE"), ("status", "general"), ("certainty", "uncommitted"), ("happened", None), ("latest", "2020-01-02"))] == [
        "aid", "coercion, seizure or arrest", "spoken of in general", "no position taken", "neither is said", "2 January 2020",
    ]  # fmt: skip
