"""A reading room on a port of this machine, and one headless Chromium for all browser tests."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from onrecord.web.app import create_app
from onrecord.web.responses import VENDOR
from tests.web.made import make

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("CI"):
        return
    missing = (
        "Chromium is not installed (make system)"
        if not CHROMIUM.exists()
        else "no assets (make assets)"
        if not (VENDOR / "ready").exists()
        else ""
    )
    for item in items:
        if missing and "browser" in item.keywords:
            item.add_marker(pytest.mark.skip(reason=missing))


@contextmanager
def serve(record: Path) -> Iterator[str]:
    """The address of the reading room of a record."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(record), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(make(tmp_path_factory.mktemp("room") / "made.db")) as where:
        yield where


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=OPTIONS)
        yield browser
        browser.close()


class Watched:
    """A page that remembers what went wrong on it: console errors, exceptions, and requests that leave this machine."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.wrong: list[str] = []
        self.address = address
        self.page: Page = context.new_page()
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda e: self.wrong.append(str(e)))
        self.page.on(
            "request", lambda r: None if r.url.startswith((address, "blob:", "data:")) else self.wrong.append(f"asked for {r.url}")
        )
        self.page.on("dialog", lambda d: (self.wrong.append(f"dialog {d.message}"), d.dismiss()))

    def open(self, path: str) -> Page:
        """A view, loaded and drawn."""
        self.page.goto(self.address + path)
        if self.page.query_selector(".picture"):
            self.page.wait_for_selector(".picture[data-ready]", state="attached", timeout=20_000)
        return self.page


@pytest.fixture
def watched(chromium: Browser, address: str) -> Iterator[Watched]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light", reduced_motion="reduce")
    seen = Watched(context, address)
    yield seen
    context.close()
    assert seen.wrong == []


@pytest.fixture
def own(tmp_path: Path, chromium: Browser) -> Iterator[Watched]:
    """A page on a small record of its own (`own.db` in the test's folder), to be decided on."""
    with serve(make(tmp_path / "own.db", attack=False, long=False)) as address:
        context = chromium.new_context()
        seen = Watched(context, address)
        yield seen
        context.close()
    assert seen.wrong == []


def press(page: Page, *keys: str) -> None:
    """Keys, the last of which leads to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])
