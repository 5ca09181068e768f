"""Pictures of the main views for the documentation: python scripts/screenshots.py RECORD (make screenshots)."""

import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn
from playwright.sync_api import sync_playwright

from onrecord.web.app import create_app
from onrecord.web.responses import VENDOR

LOOKS: list[tuple[str, Any, Any]] = [
    ("", {"width": 1200, "height": 800}, "light"),
    ("-dark", {"width": 1200, "height": 800}, "dark"),
    ("-narrow", {"width": 390, "height": 800}, "light"),
]
"""What each picture's name ends in, the window's size, and light or dark."""
TARGET = Path(__file__).resolve().parents[1] / "docs" / "images"


def main(record: Path) -> None:
    if not (VENDOR / "ready").exists():
        sys.exit("The libraries of map, timeline and network are not there: make assets first (make screenshots does).")
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(record), log_level="error", lifespan="off"))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    TARGET.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for name, path in views(lambda p: browser.new_page().request.get(address + p).json()).items():
            looks = LOOKS if name in ("first-page", "reading-view") else LOOKS[:1]
            for suffix, size, scheme in looks:
                page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
                page.goto(address + path)
                if page.query_selector(".picture"):
                    page.wait_for_selector(".picture[data-ready]", state="attached")
                if name == "why":
                    page.locator("details.why summary").first.click()
                    page.locator("details.why table").first.wait_for()
                page.screenshot(path=str(TARGET / f"{name}{suffix}.png"))
                page.close()
        browser.close()
    server.should_exit = True


def views(ask: Callable[[str], Any]) -> dict[str, str]:
    """The address of each view: the event most told of and denied, the document with most claims."""
    listed = ask("/documents.json")["documents"]
    dispute = ask("/index.json")["disputes"][0]
    longest = max(listed, key=lambda d: d["claims"])
    actor = quote(ask("/actors.json")["actors"][0]["key"])
    return {
        "first-page": "/", "reading-view": longest["address"], "why": longest["address"], "event": dispute["address"], "claim": dispute["no"][0]["address"],
        "claims-matrix": "/matrix", "timeline": "/timeline", "map": "/map", "network": "/network", "letters": "/letters", "commitments": "/commitments",
        "balance": "/balance", "search": "/search?q=attack", "actor": f"/actor?key={actor}", "review": "/review", "add": "/add", "events": "/events",
    }  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
