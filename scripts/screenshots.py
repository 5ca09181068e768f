"""Pictures of the main views for the documentation: python scripts/screenshots.py RECORD (make screenshots)."""

import socket
import sys
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from onrecord.web.app import create_app

TARGET = Path(__file__).resolve().parents[1] / "docs" / "images"


def main(record: Path) -> None:
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
        page = browser.new_page(viewport={"width": 1200, "height": 800}, color_scheme="light")
        listed = page.request.get(f"{address}/documents.json").json()["documents"]
        events = page.request.get(f"{address}/events.json?together=true").json()["events"]
        told = max(events, key=lambda e: (e["documents"], e["claims"], e["denied"]), default=None)
        longest = max(listed, key=lambda d: d["claims"])
        views = {"reading-view": longest["address"], "timeline": "/timeline", "review": "/review"}
        views |= {"claims-matrix": told["address"]} if told else {}
        for name, path in views.items():
            page.goto(address + path)
            if page.query_selector(".picture"):
                page.wait_for_selector(".picture[data-ready]", state="attached")
            page.screenshot(path=str(TARGET / f"{name}.png"))
        browser.close()
    server.should_exit = True


if __name__ == "__main__":
    main(Path(sys.argv[1]))
