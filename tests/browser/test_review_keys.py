from pathlib import Path

import pytest

from onrecord.record.decisions import decisions
from onrecord.record.store import Record
from tests.browser.conftest import Watched, press

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def made(tmp_path: Path) -> list[tuple[str, bool]]:
    with Record(tmp_path / "own.db", read_only=True) as record:
        return [(d.kind, d.undone) for d in decisions(record) if d.kind != "undo"]


def test_keys_decide_skip_and_undo(own: Watched, tmp_path: Path) -> None:
    page = own.open("/review")
    first = page.locator(".card").get_attribute("id")
    press(page, "a")
    assert page.locator(".card").get_attribute("id") != first
    press(page, "x")
    press(page, "f")
    assert made(tmp_path) == [("accept", False), ("reject", False), ("dispute", False)]
    press(page, "Backspace")
    assert made(tmp_path)[-1] == ("dispute", True)
    own.open("/review")
    press(page, " ")
    assert page.url.endswith("?at=1")
    press(page, "j")
    assert page.url.endswith("?at=2")
    press(page, "k")
    assert page.url.endswith("?at=1")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    assert page.get_by_label("Type").is_visible()
    page.get_by_label("Certainty").select_option("possible")
    page.get_by_role("button", name="Keep the correction").click()
    page.wait_for_url("**/review?at=1")
    assert made(tmp_path)[-1] == ("correct", False)
    page.keyboard.press("m")
    assert page.get_by_role("button", name="Join", exact=True).is_visible()


def test_keys_can_be_switched_off_and_do_not_fire_while_typing(own: Watched, tmp_path: Path) -> None:
    page = own.open("/review")
    page.get_by_label("Who decides").click()
    page.keyboard.type("xa fax")
    assert made(tmp_path) == []
    page.get_by_label("Decide by single keys").uncheck()
    page.locator("h1").click()
    page.keyboard.press("a")
    page.keyboard.press("x")
    page.wait_for_timeout(300)
    assert made(tmp_path) == []
    page.reload()
    assert not page.get_by_label("Decide by single keys").is_checked()
