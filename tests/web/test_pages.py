import csv
import io
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.record.told import Spot
from onrecord.web import responses
from onrecord.web.app import create_app
from onrecord.web.routes import matrix, people
from onrecord.web.routes.pictures import sign

PAGES = (
    "/",
    "/documents",
    "/events",
    "/timeline",
    "/map",
    "/network",
    "/letters",
    "/commitments",
    "/balance",
    "/search?q=shelled",
    "/actors",
    "/matrix",
    "/actor?key=state:ARM",
    "/review",
    "/add",
)


def twin(address: str) -> str:
    path, _, query = address.partition("?")
    return ("/index.json" if path == "/" else f"{path}.json") + (f"?{query}" if query else "")


def answer(room: TestClient, address: str) -> Any:
    got = room.get(address)
    assert got.status_code == 200, got.text
    return got.json()


def shelled(room: TestClient) -> dict[str, Any]:
    """The event that one side reports and the other denies."""
    return next(e for e in answer(room, "/events.json")["events"] if e["denied"])


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_a_twin(room: TestClient, address: str) -> None:
    shown = room.get(address)
    assert shown.status_code == 200
    assert shown.headers["content-type"] == "text/html; charset=utf-8"
    assert f'href="{twin(address)}' in shown.text
    assert isinstance(answer(room, twin(address)), dict)
    assert room.get(address, headers={"accept": "application/json"}).json() == answer(room, twin(address))


def test_documents_events_and_claims_have_permalinks(room: TestClient) -> None:
    event = shelled(room)
    first = event["first"]
    for address in (event["address"], first["address"], f"/documents/{first['document']}"):
        assert room.get(address).status_code == 200
        assert answer(room, f"{address}.json")
    assert room.get(f"/claims/{event['id'][:9]}", follow_redirects=False).headers["location"] == event["address"]


def test_the_matrix_says_who_asserts_and_who_denies_by_side(room: TestClient) -> None:
    found = answer(room, shelled(room)["address"] + ".json")
    held = {(c["side"], c["who"]): c["holds"] for c in found["matrix"]}
    assert held["Armenia", "Armenia"] == "asserts"
    assert held["Azerbaijan", "Foreign Ministry of Azerbaijan"] == "denies"
    assert held["Azerbaijan", "Baku Example"] == "passes on"
    assert found["accounts"] == 2
    assert len(found["claims"]) == 4
    assert any("Armenian" in line for line in found["balance"])


def test_an_event_page_quotes_every_side(room: TestClient) -> None:
    page = room.get(shelled(room)["address"]).text
    assert "denied on 15 July 2020" in page
    assert "had shelled the villages near Berd" in page


def test_a_citation_names_voice_day_quote_characters_and_hash(room: TestClient) -> None:
    claim = shelled(room)["first"]
    cited = claim["citation"]
    for part in ("Yerevan Example", "15 July 2020", claim["quote"], f"{claim['start']}–{claim['end']}", claim["document"], claim["id"]):
        assert part in cited


def test_the_reading_view_marks_each_layer_and_keeps_the_text(room: TestClient, made_record: Path) -> None:
    document = shelled(room)["first"]["document"]
    page = room.get(f"/documents/{document}?hide=places").text
    for layer in ("speakers", "events", "tolls", "framing"):
        assert f'class="seg {layer}"' in page
    assert "hide-places" in page
    assert "a pronoun that could not be tied to anybody" in page
    assert "the figure differs from that of the headline" in page
    assert f'data-why="{shelled(room)["first"]["address"]}"' in page
    assert "by-hand" in room.get(shelled(room)["first"]["address"]).text


def test_a_long_document_comes_in_pages(room: TestClient) -> None:
    row = next(d for d in answer(room, "/documents.json")["documents"] if d["title"] == "A long report")
    first = answer(room, f"{row['address']}.json")
    assert len(first["pages"]) > 15
    assert first["window"]["end"] < first["window"]["length"] / 10
    starts = [p["start"] for p in first["pages"]]
    last = answer(room, f"{row['address']}.json?start={starts[-1] + 10}")
    assert (last["window"]["start"], last["window"]["end"]) == (starts[-1], row["characters"])
    assert last["claims"][-1]["start"] > starts[-1]
    assert len(answer(room, "/claims/" + last["claims"][0]["id"] + ".json")["claim"]["quote"]) > 0


def test_filters_stand_in_the_address(room: TestClient) -> None:
    assert len(answer(room, "/events.json?status=denied")["events"]) == 1
    together = answer(room, "/events.json?together=true&actor=Armenia")["events"]
    assert together
    assert all(e["claims"] > 1 or e["denied"] for e in together)
    assert answer(room, "/events.json?until=2019-01-01")["events"] == []
    assert all(e["first"]["type"] == "RETREAT" for e in answer(room, "/events.json?type=RETREAT")["events"])
    assert answer(room, "/timeline.json?actor=nobody")["claims"] == []
    assert 'value="Armenia"' in room.get("/events?actor=Armenia").text
    assert room.get("/events?since=yesterday").status_code == 200


def test_events_come_as_csv_without_formulas(room: TestClient) -> None:
    got = room.get("/events.csv?status=denied")
    rows = list(csv.reader(io.StringIO(got.text)))
    assert got.headers["content-type"].startswith("text/csv")
    assert rows[0][:3] == ["event", "types", "accounts"]
    assert len(rows) == 2
    cells = [c for row in csv.reader(io.StringIO(room.get("/events.csv").text)) for c in row]
    assert not [c for c in cells if c[:1] in "=+@\t\r" and c]


def test_letters_are_tied_to_what_they_answer(room: TestClient) -> None:
    first = next(x for x in answer(room, "/letters.json")["threads"] if x["from"] == "Nikolai Vann")
    assert first["answers"] is None
    assert [r["answers"]["address"] for r in first["replies"]] == [first["address"]]
    assert '<ol aria-label="Answers">' in room.get("/letters").text


def test_commitments_are_ledgers(room: TestClient) -> None:
    row = answer(room, "/commitments.json")["commitments"][0]
    assert (row["name"], [e["relation"] for e in row["entries"]]) == ("1994 ceasefire", ["breaks", "breaks"])


def test_places_without_a_point_are_listed_apart(room: TestClient) -> None:
    found = answer(room, "/map.json")
    assert {p["names"][0] for p in found["places"]} == {"Berd", "Tavush"}
    assert all(p["latitude"] is None for p in found["not_placed"])


def test_copies_are_said_and_counted_once(room: TestClient) -> None:
    rows = answer(room, "/documents.json")["documents"]
    assert [d["publisher"] for d in rows if d["copy_of"]] == ["Ganja Example"]


def test_without_assets_every_page_works_and_says_what_is_missing(
    room: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(responses, "VENDOR", tmp_path)
    for address in ("/timeline", "/map", "/network"):
        page = room.get(address).text
        assert "make assets" in page
        assert "/static/vendor/" not in page
        assert "<table>" in page


def test_what_is_not_there_is_said_in_one_shape(room: TestClient) -> None:
    for address in ("/nothing", "/claims/c0000", "/events/e0000", "/documents/d0000", "/events?start=many"):
        path, _, query = address.partition("?")
        page, plain = room.get(address), room.get(f"{path}.json?{query}")
        assert page.status_code == plain.status_code
        assert page.status_code in (404, 422)
        assert set(plain.json()) == {"ok", "error", "advice", "status"}
        assert plain.json()["error"].replace("'", "&#39;") in page.text


def test_what_breaks_is_said_without_a_trace(made_record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.record.queries import Queries

    def broken(self: Queries) -> None:
        raise ZeroDivisionError("secret inside")

    monkeypatch.setattr(Queries, "overview", broken)
    with TestClient(create_app(made_record), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        for address in ("/", "/index.json"):
            got = client.get(address)
            assert got.status_code == 500
            assert "secret" not in got.text
            assert "Traceback" not in got.text
            assert got.headers["content-security-policy"]


def test_a_record_that_is_gone_is_said(tmp_path: Path) -> None:
    with TestClient(create_app(tmp_path / "none.db"), base_url="http://127.0.0.1") as client:
        got = client.get("/index.json")
        assert got.status_code == 503
        assert "There is no record" in got.json()["error"]


def test_the_matrix_of_many_events_has_sources_by_side(room: TestClient) -> None:
    found = answer(room, "/matrix.json?actor=Armenia")
    assert [s["side"] for s in found["sources"]] == sorted(s["side"] for s in found["sources"])
    row = next(r for r in found["events"] if r["event"] == shelled(room)["id"])
    assert row["cells"]["gov:AZE-foreign"]["holds"] == "denies"
    assert "denied on 15 July" in row["cells"]["gov:AZE-foreign"]["quote"]
    assert row["tolls"] == ["killed: 3 civilians"]


def test_who_denies_has_a_column_of_the_matrix_however_many_sources_there_are(room: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix, "COLUMNS", 2)
    listed = {s["key"]: s["side"] for s in answer(room, "/matrix.json?together=false")["sources"] if s["disputes"]}
    assert listed.pop("gov:AZE-foreign") == "Azerbaijan"
    assert list(listed.values()) == ["Armenia"]
    assert "more sources speak of fewer of these events" in room.get("/matrix?together=false").text


def test_the_network_tells_deeds_and_speech(room: TestClient) -> None:
    deeds, speech = answer(room, "/network.json?actor=Armenia"), answer(room, "/network.json?actor=Armenia&ties=speech")
    assert ("force:AZE", "ASSAULT", "state:ARM") in {(t["from"], t["kind"], t["to"]) for t in deeds["ties"]}
    assert {t["kind"] for t in speech["ties"]} == {"speaks about"}
    assert ("gov:AZE-foreign", "force:AZE") in {(t["from"], t["to"]) for t in speech["ties"]}


@pytest.mark.parametrize(
    ("key", "feature", "drawn"),
    [("geo:1", "town", "dot"), ("name:mill", "town", "ring"), ("geo:2", "district", "ring"), ("geo:3", "region", "hatched"), ("geo:4", "country", "hatched")],
)  # fmt: skip
def test_a_place_is_drawn_by_how_well_it_is_known(key: str, feature: str, drawn: str) -> None:
    assert sign(Spot(key, "x", feature, None, 1.0, 1.0, 5.0)) == drawn  # type: ignore[arg-type]


def test_a_filtered_balance_comes_in_pages_that_its_file_has_all_of(room: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "BALANCES", 1)
    pages, start = [], 0
    while (found := answer(room, f"/balance.json?actor=Armenia&start={start}"))["balances"]:
        pages += [b["about"] for b in found["balances"]]
        start += 1
    assert len(pages) > 2
    rows = csv.DictReader(io.StringIO(room.get("/balance.csv?actor=Armenia").text))
    assert {r["about"] for r in rows} <= set(pages)
    assert f"of {len(pages)}" in room.get("/balance?actor=Armenia").text


def test_claims_come_as_files(room: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(room.get("/claims.csv?source=AZE").text)))
    assert {r["publisher"] for r in rows} == {"Baku Example", "Ganja Example"}
    lines = room.get("/claims.jsonl?source=AZE")
    assert len(lines.text.splitlines()) == len(rows)
    assert "attachment" in lines.headers["content-disposition"]
    cells = [c for row in csv.reader(io.StringIO(room.get("/claims.csv").text)) for c in row]
    assert not [c for c in cells if c[:1] in "=+@\t\r" and c]


def test_an_actors_page_tells_what_they_did_and_said(room: TestClient) -> None:
    found = answer(room, "/actor.json?key=person:abdullayeva")
    assert found["offices"] == ["spokeswoman, Foreign Ministry of Azerbaijan"]
    assert [c["trigger"] for c in found["said"]] == ["broken", "broken"]
    assert found["did"] == []
    assert [c["trigger"] for c in answer(room, "/actor.json?key=force:AZE")["did"]] == ["shelled", "killed", "shelled", "shelled"]
    assert room.get("/actor?key=nobody").status_code == 404


def test_an_actor_is_followed_from_mention_to_mention(room: TestClient) -> None:
    document = shelled(room)["first"]["document"]
    found = answer(room, f"/documents/{document}.json?actor=a1&mention=7")["looked_for"]
    assert (found["at"], found["of"]) == (1, 1)
    page = room.get(f"/documents/{document}?actor=a1").text
    assert '<span id="mention"></span><span class="seg speakers mention"' in page
    assert answer(room, f"/documents/{document}.json?actor=nobody")["looked_for"] is None


def test_search_narrows_by_facets_that_stand_in_the_address(room: TestClient) -> None:
    found = answer(room, "/search.json?q=shelled")
    facets = {f["name"]: {v["key"]: v for v in f["values"]} for f in found["facets"]}
    assert set(facets) >= {"type", "source", "actor", "place", "period", "status"}
    assert facets["status"]["denied"]["claims"] == 2
    narrowed = answer(room, "/search.json" + facets["status"]["denied"]["address"])
    assert {h["publisher"] for h in narrowed["hits"]} == {"Baku Example", "Ganja Example"}
    assert all(c["badge"] == "denied" for h in narrowed["hits"] for c in h["fitting"])
    july = answer(room, "/search.json" + facets["period"]["2020-07"]["address"])
    assert "since=2020-07-01&until=2020-07-31" in facets["period"]["2020-07"]["address"]
    assert july["claims"] == facets["period"]["2020-07"]["claims"]
    on = next(v for f in july["facets"] if f["name"] == "period" for v in f["values"] if v["on"])
    assert on["address"] == "?q=shelled"
    page = room.get("/search" + facets["status"]["denied"]["address"]).text
    assert "standing: denied by somebody" in page
    assert "<mark>shelled</mark>" in page


def test_search_without_words_lists_what_the_filter_finds(room: TestClient) -> None:
    found = answer(room, "/search.json?actor=Armenia")
    assert found["documents"] == 3
    assert found["claims"] == sum(h["claims"] for h in found["hits"])
    assert answer(room, "/search.json")["hits"] == []
    assert answer(room, "/search.json?q=nowhereatall")["hits"] == []


def test_why_gives_words_rule_reasons_run_and_last_decision(room: TestClient) -> None:
    event = shelled(room)
    found = answer(room, f"{event['address']}.json")
    claim = next(c for c in found["claims"] if c["publisher"] == "Yerevan Example")
    told = answer(room, f"{claim['address']}.json")
    rows = {w["field"]: w for w in told["why"]}
    assert set(rows) >= {"says so", "what", "who", "to whom", "where", "when", "loaded words", "standing"}
    text = answer(room, f"/documents/{claim['document']}.json")
    assert rows["what"]["quotes"][0]["words"] == "shelled"
    assert [q["words"] for q in rows["says so"]["quotes"]] == ["Armenia", "said"]
    assert all(w["rule"] for w in told["why"])
    assert (told["run"]["number"], told["run"]["version"], told["last_decision"]) == (1, "0.1", None)
    assert text["claims"][0]["why"] == told["why"]
    page = room.get(claim["address"]).text
    assert "Last decision: none by a person" in page
    assert "“shelled”" in page or "<q>shelled</q>" in page


def test_events_documents_and_actors_can_be_cited_too(room: TestClient) -> None:
    event = answer(room, shelled(room)["address"] + ".json")
    assert event["event"] in event["citation"]
    assert event["citation"].count("sha256:") == len(event["claims"])
    document = answer(room, "/documents.json")["documents"][0]
    for part in ("Yerevan Example", "“Shells hit Tavush villages”", "15 July 2020", document["id"]):
        assert part in document["citation"]
    actor = answer(room, "/actor.json?key=person:abdullayeva")
    assert actor["address"] == "/actor?key=person%3Aabdullayeva"
    assert "Armenia had broken the 1994 ceasefire" in actor["citation"]


def test_the_first_page_shows_both_sides_of_what_is_denied(room: TestClient) -> None:
    first = answer(room, "/index.json")["disputes"][0]
    assert [v["by"] for v in first["yes"]][:1] == ["Armenia"]
    assert "Foreign Ministry of Azerbaijan" in [v["by"] for v in first["no"]]
    assert "denied on 15 July 2020" in next(v["quote"] for v in first["no"])


def test_a_sources_silence_and_absence_are_told_apart_in_the_matrix(room: TestClient) -> None:
    page = room.get("/matrix?together=false").text
    assert "silent" in page
    assert 'class="cell silent"' in page


def test_what_others_are_credited_with_is_tinted_and_the_rest_is_said_to_be_the_documents_own(room: TestClient) -> None:
    document = shelled(room)["first"]["document"]
    page = room.get(f"/documents/{document}").text
    assert "seg said" in page
    assert "Not tinted: Yerevan Example, in its own voice" in page
    assert 'data-refs="o0"' in page


def test_disputed_places_are_marked_with_every_partys_name(tmp_path: Path) -> None:
    from tests.accounts import account, claim
    from tests.web.made import RECIPE, spot

    text = "Shells hit Stepanakert on 14 July 2020."
    place = spot("p1", text, "Stepanakert", "town", 39.815, 46.752, "AZE")
    from dataclasses import replace

    from onrecord.record.store import Record

    known = replace(place, entry="onrecord:nagorno-karabakh")
    with Record(tmp_path / "map.db", create=True) as record:
        run = record.begin(RECIPE)
        record.add(account(text, places=(known,), events=(claim("v1", text, "hit", "ASSAULT", day="2020-07-14", places=("p1",)),)), run)
        record.finish(run)
    with TestClient(create_app(tmp_path / "map.db"), base_url="http://127.0.0.1") as client:
        found = answer(client, "/map.json")
        disputed = found["places"][0]["disputed"]
        assert {"Artsakh", "Qarabağ"} <= set(disputed["names"])
        assert disputed["claimants"] == ["Armenia", "Azerbaijan"]
        assert len(found["disputed_areas"]) > 20
        page = client.get("/map").text
        assert "nobody&#39;s claim" in page or "nobody's claim" in page
        assert "Azerbaijan calls it Qarabağ" in page
