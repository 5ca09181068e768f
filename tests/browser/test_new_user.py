"""A new user's first two minutes, by their own clock: read the examples, open the room, learn who denies what, copy the quotation with its citation."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.conftest import Watched

pytestmark = [pytest.mark.browser, pytest.mark.parser, pytest.mark.timeout(300)]
ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from onrecord.cli.main import run; run()"]
GIVEN = 120
"""Seconds from the command to the citation."""
READS = 25
"""Seconds that a person takes for a page, on top of what the machine takes: to look at it and to find the next thing to press."""
ENV = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


@contextmanager
def opened(record: Path) -> Iterator[str]:
    """`onrecord serve` on a record: the address it prints."""
    with subprocess.Popen([*COMMAND, "serve", str(record), "--port", "0"], stdout=subprocess.PIPE, text=True, env=ENV) as serving:
        try:
            assert serving.stdout
            said = serving.stdout.readline()
            found = re.search(r"http://\S+", said)
            assert found, said
            yield found[0].rstrip("/")
        finally:
            serving.terminate()


class Person:
    """Somebody who has never seen the room: counts what they press, and presses only what is in sight."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def sees(self, found: Locator) -> bool:
        at, window = found.bounding_box(), self.page.viewport_size
        return bool(at and window and at["y"] >= 0 and at["y"] + at["height"] <= window["height"])

    def press(self, found: Locator) -> None:
        assert self.sees(found), "it would have to be looked for"
        self.pressed += 1
        found.click()

    def copied(self) -> str:
        self.page.get_by_role("button", name="Copied").wait_for()
        words: str = self.page.evaluate("navigator.clipboard.readText()")
        return words


DENIAL = "The British Ministry of Defence denied that Argentine aircraft had hit HMS Invincible on 30 May 1982."
CITED = f"The London Example › UK Ministry of Defence, “Argentina claims hit on carrier; London denies it”, 31 May 1982: “{DENIAL}” [characters "


def test_from_the_first_command_to_a_copied_denial(tmp_path: Path, chromium: Browser) -> None:
    record = tmp_path / "demo.db"
    before = getrusage(RUSAGE_CHILDREN)
    done = subprocess.run(
        [*COMMAND, "read", str(ROOT / "examples" / "falklands-1982"), "--record", str(record)], env=ENV, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    spent = getrusage(RUSAGE_CHILDREN)
    reading = spent.ru_utime + spent.ru_stime - before.ru_utime - before.ru_stime  # as on an idle machine
    began = time.monotonic()
    with opened(record) as address:
        context = chromium.new_context(viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"])
        seen = Watched(context, address)
        # One way: what the first page shows without scrolling.
        page = seen.open("/")
        person = Person(page)
        against = page.get_by_role("group", name="Denies it").first
        assert person.sees(page.get_by_role("heading", name="Where sources disagree"))
        assert person.sees(against.get_by_text(DENIAL))
        assert "UK Ministry of Defence" in against.inner_text()
        person.press(against.get_by_role("button", name="Copy citation"))
        assert person.copied().startswith(CITED)
        taken = reading + time.monotonic() - began + READS
        assert person.pressed == 1
        assert taken < GIVEN
        # Another: they know the event, and look who holds what of it.
        person.press(page.get_by_role("link", name="Attack or fighting by aircraft on HMS Invincible"))
        page.wait_for_url("**/events/*")
        cell = page.locator("td").filter(has=page.locator(".cell.denies")).first
        person.press(cell.locator("summary").first)
        assert cell.get_by_text(DENIAL).first.is_visible()
        person.press(cell.get_by_role("button", name="Copy citation").first)
        assert person.copied().startswith(CITED)
        # What is denied beside that stands on the first page too, and who refuses.
        page = seen.open("/")
        told = {
            h: page.locator("section").filter(has=page.get_by_role("heading", name=h, exact=True)).inner_text()
            for h in ("More denials", "Refusals")
        }
        assert "The ministry denied that the attack broke any agreement." in told["More denials"]
        assert DENIAL not in told["More denials"]
        assert "Argentina rejected a peace plan" in told["Refusals"]
        assert "killed: 323 to 368" in page.get_by_role("region", name="Events told more than once").inner_text()
        # The quotation leads to its words in the document.
        page.get_by_role("group", name="Denies it").first.get_by_role("link", name="In the text").click()
        page.wait_for_url("**/documents/**")
        assert page.locator(".seg:target").is_visible()
        context.close()
        assert seen.wrong == []
