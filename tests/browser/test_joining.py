"""Joining and parting in the page, by keyboard and by mouse, and taking it back."""

import pytest

from tests.browser.conftest import Watched, press
from tests.browser.test_room import answer, violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def names(address: str) -> list[str]:
    return [a["name"] for a in answer(address, "/actors.json")["actors"]]


def test_actors_are_joined_and_parted_again_by_keys_alone(own: Watched) -> None:
    page, before = own.open("/actors"), names(own.address)
    page.keyboard.press("m")
    assert "Mark two or more first" in page.locator("[data-joining-words]").inner_text()
    press(page, "j", "Space", "j", "Space", "m")
    assert page.url.endswith("/actors")
    joined = names(own.address)
    assert len(joined) == len(before) - 1
    assert before[0] in joined
    assert before[1] not in joined
    assert f"joined {before[1]} with {before[0]}" in page.locator("aside").inner_text()
    press(page, "Backspace")
    assert names(own.address) == before


def test_an_actors_page_offers_whose_name_is_alike(own: Watched) -> None:
    page = own.open("/actor?key=gov:ARM-defence")
    page.keyboard.press("m")
    page.get_by_role("radio", name="Armenia").check()
    assert violations(page) == []
    page.get_by_role("button", name="Join", exact=True).click()
    page.wait_for_url("**/actor?key=state%3AARM")
    assert "also Defence Ministry of Armenia" in page.locator("p.soft").first.inner_text()
    page.keyboard.press("n")
    page.get_by_label("In which document is somebody else meant?").select_option(
        label="Shells hit Tavush villages: “Defence Ministry of Armenia”, 1 claim"
    )
    page.get_by_role("button", name="Part", exact=True).click()
    page.wait_for_url("**/actor?key=gov*%23d*")
    assert "Defence Ministry of Armenia" in names(own.address)
    press(page, "Backspace")
    assert page.url.endswith("/actor?key=state%3AARM")
    assert "Defence Ministry of Armenia" not in names(own.address)
    press(page, "Backspace")
    assert "Defence Ministry of Armenia" in names(own.address)


def test_a_report_is_taken_out_of_its_event_and_events_are_joined(own: Watched) -> None:
    event = answer(own.address, "/events.json?status=denied")["events"][0]
    page = own.open(event["address"])
    press(page, "j", "n")
    assert page.locator(".step").count() == event["claims"] - 1
    press(page, "Backspace")
    assert page.locator(".step").count() == event["claims"]
    page.keyboard.press("m")
    page.get_by_label("Look for other events by actor or place").fill("Nikolai")
    press(page, "Enter")
    page.get_by_label("Look for other events by actor or place").fill("Armenia")
    press(page, "Enter")
    assert violations(page) == []
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Join", exact=True).click()
    page.wait_for_url("**/events/c*")
    assert page.locator(".step").count() > event["claims"]
    press(page, "Backspace")
    assert len(answer(own.address, event["address"] + ".json")["claims"]) == event["claims"]


def test_rows_of_the_list_of_events_are_joined_by_mouse(own: Watched) -> None:
    before = answer(own.address, "/events.json")["events"]
    page = own.open("/events")
    for row in (0, 1):
        page.locator("[data-mark]").nth(row).check()
    assert f"They become one: “{before[0]['first']['what']}”" in page.locator("[data-joining-words]").inner_text()
    page.get_by_label("Why").fill("the same day")
    page.get_by_role("button", name="Join them").click()
    page.wait_for_url("**/events")
    page.get_by_role("button", name="Undo").first.wait_for()
    assert len(answer(own.address, "/events.json")["events"]) == len(before) - 1
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_text("(undone)").first.wait_for()
    assert len(answer(own.address, "/events.json")["events"]) == len(before)


def test_keys_work_after_a_filter_and_can_be_switched_off(own: Watched) -> None:
    page = own.open("/actors")
    page.get_by_label("Source").fill("Baku")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**/actors?source=Baku")
    page.get_by_role("link", name="source: Baku").wait_for()
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.mark") == page.locator(".marking td a").first.inner_text()
    page.get_by_label("Decide by single keys").uncheck()
    page.locator("h1").click()
    page.keyboard.press("?")
    assert not page.get_by_role("dialog", name="Keys").is_visible()
