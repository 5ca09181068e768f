"""Server time of every view on a record of many documents: python -m benchmarks.web_speed [--documents N] [--record FILE].

The record is made once (build/web-speed-N.db) of the made-up world of scale_world: ten claims a document, skewed as real ones are. Each view is asked
once after the server has begun and then five times by an in-process client; both the first and the median are held against 200 ms of processor
time, which is that of the clock on an idle machine. What a server does
once in its life (templates compiled, the gazetteer opened) is done before, by asking one view of each kind on a record of one document; and what it
gathers in the background when it begins and after each change (balance, places, ties, letters of the whole record) is waited for, and its time printed.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from benchmarks.bench import ROOT
from benchmarks.scale_world import CLAIMS, account, world
from onrecord.comparison.compare import compare
from onrecord.record.store import Recipe, Record
from onrecord.web.app import create_app

HELD_TO = 0.2
"""Seconds of server time that any page may take."""


def made(path: Path, count: int) -> Path:
    """The record at a path, made where it is not there."""
    if path.exists():
        return path
    path.parent.mkdir(exist_ok=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    began = time.perf_counter()
    lived = world()
    with Record(part, create=True) as record:
        run = record.begin(Recipe("0", "by chance", {}, {}))
        for number in range(count):
            each, home = account(number, lived)
            record.add(each, run, home=home)
        compare(record, run=run.id)
        record.finish(run)
    part.rename(path)
    print(f"made {path.name}: {count} documents, {count * CLAIMS} claims in {time.perf_counter() - began:.0f} s")
    return path


def views_of(client: TestClient) -> list[str]:
    """Every view, with and without filters, its first page and a far one; those of single things on the most and the least told of."""
    listed = client.get("/events.json?together=true").json()["events"]
    told = max(listed, key=lambda e: (e["documents"], e["claims"]))
    denied = client.get("/events.json?status=denied").json()["events"][0]
    somebody = client.get("/actors.json").json()["actors"][0]
    outlet = quote(client.get("/documents.json").json()["documents"][0]["publisher"] or "")
    name, key = quote(somebody["name"]), quote(somebody["key"])
    bound = client.get("/commitments.json").json()["commitments"]
    ledger = [f"/commitments?commitment={quote(bound[0]['key'])}"] if bound else []
    place = client.get("/map.json").json()["places"]
    filters = [f"actor={name}", f"source={outlet}", "status=denied", "type=ASSAULT&since=2020-01-01&until=2020-12-31",
               *([f"place={quote(place[0]['key'])}"] if place else [])]  # fmt: skip
    wide = ["/events", "/matrix", "/timeline", "/map", "/network", "/actors", "/balance", "/commitments"]
    return [
        "/", "/documents", "/documents?start=5000", "/letters", "/review", "/review?at=100", "/add", *wide,
        *(f"{view}?{asked}" for view in wide for asked in filters), "/events?start=2000", "/timeline?start=5000", "/matrix?together=false",
        "/search?q=artillery", "/search?q=hospital+convoy&type=ASSAULT", f"/search?q=village&source={outlet}", f"/search?actor={name}",
        "/search?status=denied", f"/actor?key={key}", told["address"], told["first"]["address"], denied["address"],
        f"/documents/{told['first']['document']}", f"/review?claim={told['first']['id']}", "/index.json", "/events.json", *ledger,
    ]  # fmt: skip


def asked(client: TestClient, view: str) -> float:
    """Seconds of processor time that one view takes, which are those of the clock on an idle machine."""
    began = time.process_time()
    got = client.get(view)
    taken = time.process_time() - began
    if got.status_code != 200:
        raise SystemExit(f"{view} answers {got.status_code}")
    return taken


def warm_up() -> None:
    """What every server does once: templates compiled, tables of words loaded."""
    with (
        tempfile.TemporaryDirectory() as folder,
        TestClient(create_app(made(Path(folder) / "one.db", 40)), base_url="http://127.0.0.1") as client,
    ):
        for view in views_of(client):
            client.get(view)


def main() -> int:
    """Print the time of every view; how many took too long."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=10_000)
    options.add_argument("--record", type=Path)
    given = options.parse_args()
    path = made(given.record or ROOT / "build" / f"web-speed-{given.documents}.db", given.documents)
    warm_up()
    slow = 0
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        views = views_of(client)
    app = create_app(path)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        app.state.gathering.ready.wait(120)
        print(f"gathered ahead, in the background, in {app.state.gathering.took:.1f} s")
        print(f"{'view':<74} {'first':>9} {'median':>9}")
        worst = 0.0
        for view in views:
            first = asked(client, view)
            median = statistics.median(asked(client, view) for _ in range(5))
            late = max(first, median) > HELD_TO
            slow, worst = slow + late, max(worst, first, median)
            print(f"{view[:74]:<74} {first * 1000:6.0f} ms {median * 1000:6.0f} ms{'  SLOW' if late else ''}", flush=True)
    print(
        f"{len(views) - slow} of {len(views)} views within {HELD_TO * 1000:.0f} ms of server time, first and again; the slowest took {worst * 1000:.0f} ms"
    )
    return slow


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
