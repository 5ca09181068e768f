"""Every view on the examples and on a record of many documents; dropping files; printing; moving."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from benchmarks.scale_world import account, world
from playwright.sync_api import Browser

from onrecord import pipeline
from onrecord.comparison.compare import compare
from onrecord.reading.parse import SpacyParser
from onrecord.record.store import Recipe, Record
from onrecord.resources.resources import Resources
from tests.browser.conftest import Watched, serve
from tests.browser.test_room import answer, violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
ROOT = Path(__file__).resolve().parents[2]
MANY = 60
"""Documents of the record of many: more than any list shows on one page."""


def of_examples(path: Path, parser: SpacyParser) -> None:
    resources = Resources()
    found = pipeline.documents_in([ROOT / "examples" / "falklands-1982"])
    with Record(path, create=True) as record:
        list(pipeline.keep(record, found, parser=parser, resources=resources))


def of_many(path: Path) -> None:
    lived = world()
    with Record(path, create=True) as record:
        run = record.begin(Recipe("0", "by chance", {}, {}))
        for number in range(MANY):
            each, home = account(number, lived)
            record.add(each, run, home=home)
        compare(record, run=run.id)
        record.finish(run)


@pytest.fixture(scope="module", params=["examples", "many"])
def somewhere(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Iterator[str]:
    path = tmp_path_factory.mktemp(request.param) / "room.db"
    if request.param == "examples":
        of_examples(path, parser)
    else:
        of_many(path)
    with serve(path) as address:
        yield address


@pytest.mark.parametrize("somewhere", ["examples"], indirect=True)
def test_an_actor_is_followed_from_mention_to_mention(somewhere: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    seen = Watched(context, somewhere)
    longest = max(answer(somewhere, "/documents.json")["documents"], key=lambda d: d["claims"])
    actor = max(answer(somewhere, longest["address"] + ".json")["actors"], key=lambda a: a["mentions"])
    page = seen.open(longest["address"])
    page.get_by_label("Follow").select_option(value=actor["id"])
    page.locator("form.row").get_by_role("button", name="Show").click()
    page.get_by_text(f"Mention 1 of {actor['mentions']}").wait_for()
    first = page.locator("#mention + .mention").inner_text()
    assert first
    for name, at in (("next", min(2, actor["mentions"])), ("previous", 1), ("first", 1)):
        page.get_by_role("link", name=name, exact=True).click()
        page.get_by_text(f"Mention {at} of {actor['mentions']}").wait_for()
    assert page.locator("#mention + .mention").inner_text() == first
    context.close()
    assert seen.wrong == []


def test_every_view_stands_on_real_and_on_many_documents(somewhere: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    seen = Watched(context, somewhere)
    told = max(answer(somewhere, "/events.json?together=true")["events"], key=lambda e: (e["documents"], e["claims"]))
    longest = max(answer(somewhere, "/documents.json")["documents"], key=lambda d: d["claims"])
    actor = answer(somewhere, "/actors.json")["actors"][0]["key"]
    views = [
        "/", "/documents", "/events", "/matrix", "/actors", f"/actor?key={quote(actor)}", "/timeline", "/map", "/network", "/network?ties=speech", "/letters",
        "/commitments", "/balance", "/review", "/add", "/search?q=attack", longest["address"], told["address"], told["first"]["address"],
    ]  # fmt: skip
    wrong = {}
    for view in views:
        page = seen.open(view)
        page.set_viewport_size({"width": 360, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wrong[view] = ["wider than the screen"]
        page.set_viewport_size({"width": 1280, "height": 900})
        if found := violations(page):
            wrong[view] = found
    context.close()
    assert [f"{v}: {x[:160]}" for v, found in wrong.items() for x in found] == []
    assert seen.wrong == []


PAINTED = """() => {
    const box = document.querySelector("#network"), cells = new Set();
    for (const canvas of box.querySelectorAll("canvas")) {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        for (let i = 3; i < data.length; i += 4) if (data[i]) {
            const at = (i - 3) / 4;
            cells.add(`${Math.floor(3 * (at % canvas.width) / canvas.width)} ${Math.floor(2 * Math.floor(at / canvas.width) / canvas.height)}`);
        }
    }
    return [...cells].sort();
}"""


def test_the_network_fills_its_picture_which_fits_on_paper(somewhere: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    seen = Watched(context, somewhere)
    page = seen.open("/network")
    assert page.evaluate(PAINTED) == ["0 0", "0 1", "1 0", "1 1", "2 0", "2 1"]  # three columns and two rows
    wide = page.locator("#network").bounding_box()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    small = page.locator("#network").bounding_box()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert wide
    assert small
    assert small["width"] < 700 < wide["width"] == page.locator("#network").bounding_box()["width"]  # type: ignore[index]
    assert abs(small["height"] / small["width"] - wide["height"] / wide["width"]) < 0.02
    context.close()
    assert seen.wrong == []


def test_files_are_dropped_and_the_report_comes_by_itself(own: Watched) -> None:
    page = own.open("/add")
    page.evaluate("""() => {
        const given = new DataTransfer();
        given.items.add(new File(["%PDF-1.4 broken"], "broken.pdf"));
        document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
    }""")
    assert page.evaluate("document.querySelector('input[type=file]').files[0].name") == "broken.pdf"
    page.get_by_role("button", name="Read").click()
    page.locator(".job").first.wait_for()
    page.goto("about:blank")  # reading goes on without the page
    page = own.open("/add")
    page.locator(".job[data-state=done]").wait_for(timeout=60_000)
    assert "broken.pdf" in page.locator(".job").inner_text()


def test_facets_narrow_without_a_new_page_and_stand_in_the_address(watched: Watched) -> None:
    page = watched.open("/search?q=shelled")
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Denied by somebody").click()
    page.wait_for_url("**status=denied")
    page.get_by_role("link", name="standing: denied by somebody").wait_for()
    assert page.evaluate("window.same") is True
    assert page.locator(".hit").count() == 2
    page.go_back()
    page.wait_for_url("**/search?q=shelled")
    page.wait_for_function("document.querySelectorAll('.hit').length > 2")


def test_a_filters_address_holds_nothing_empty(watched: Watched) -> None:
    page = watched.open("/timeline")
    page.get_by_label("Actor").fill("Armenia")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**/timeline?actor=Armenia")
    page = watched.open("/matrix")
    page.get_by_label("Told more than once, denied or refused").uncheck()
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**/matrix?together=false")


def test_nothing_moves_where_motion_is_not_wanted(watched: Watched) -> None:
    page = watched.open("/")
    moving = """[...document.querySelectorAll("*")].filter((e) => getComputedStyle(e).animationName !== "none"
                || getComputedStyle(e).transitionDuration !== "0s").length"""
    assert page.evaluate(moving) == 0
