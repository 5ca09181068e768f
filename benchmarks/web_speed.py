"""Server time of every view on a record of many documents: python -m benchmarks.web_speed [--documents N].

The record is made once (build/web-speed-N.db) of short accounts that differ in day, figures and place, a few of which deny what others report. Each
view is asked five times by an in-process client; the figure is the median, to be held against 200 ms.
"""

import argparse
import datetime
import random
import statistics
import time
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.bench import ROOT
from onrecord.basis import Basis
from onrecord.comparison.compare import compare
from onrecord.documents.document import Section
from onrecord.record.claim import Account, Claim, Judged, Loss, Said, Source
from onrecord.record.store import Recipe, Record
from onrecord.resolution.resolution import Actor, ActorMention, Place
from onrecord.span import Span
from onrecord.timespan import Timespan
from onrecord.web.app import create_app

RULE = Basis("synthetic")
SIDES = (("Aria", "ARM"), ("Borea", "AZE"), ("Cadia", "GEO"), ("Doria", "TUR"))
HELD_TO = 0.2


def one(number: int, chance: random.Random) -> Account:
    """A short account: somebody says that one side shelled a town of another, and how many were killed; or denies it."""
    (doer, doer_code), (victim, victim_code) = chance.sample(SIDES, 2)
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=chance.randrange(900))
    town, dead, denies = f"Town{chance.randrange(300)}", chance.randrange(1, 40), number % 9 == 0
    voice, code = (doer, doer_code) if denies else (victim, victim_code)
    lines = [
        f"Report {number} of {day}. The ministry of {voice} {'denied' if denies else 'said'} that {doer} forces shelled {town} in {victim}."
    ]
    lines += [f"{dead} people were killed in {town}, it said."] if not denies else []
    lines += [f"Sentence {i} of report {number} tells of weather, roads and markets near {town}." for i in range(12)]
    text = " ".join(lines)

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    actors = tuple(
        Actor(f"a{i}", name, "state", "resolved", RULE, (ActorMention(at(name), "name"),), country=c, entry=f"state:{c}")
        for i, (name, c) in enumerate({(doer, doer_code), (victim, victim_code), (voice, code)})
    )
    ids = {a.name: a.id for a in actors}
    place = Place(
        "p1",
        at(town),
        town,
        "town",
        "resolved",
        RULE,
        entry=f"geo:{town}",
        latitude=40 + (number % 7) / 3,
        longitude=45.0,
        country=victim_code,
    )
    said = Said("s1", None, (at(f"The ministry of {voice}"),), (ids[voice],), ids[voice], (at("denied" if denies else "said"),), (at("forces shelled"),),
                "indirect", "denies" if denies else "asserts", (), RULE)  # fmt: skip

    def claim(ident: str, trigger: str, tolls: tuple[Loss, ...]) -> Claim:
        span = at(trigger)
        return Claim(
            id=ident, span=span, lemma=trigger, type="ASSAULT", plain_type="ASSAULT", mode=None, contexts=(), cameo="190", actors=(ids[doer],),
            recipients=(ids[victim],), symmetric=False, instruments=(), places=("p1",), times=(), when=Timespan(day, day, str(day)), when_basis=RULE,
            tolls=tolls, statement="s1", factuality=Judged("certain", not denies, (), "synthetic"), views=(), status="actual", commitments=(),
            territory=None, framing=(), sentence=Span(0, len(lines[0])), basis=RULE,
        )  # fmt: skip

    toll = () if denies else (Loss("killed", dead, dead, "unknown", None, None, at(f"{dead} people"), "synthetic"),)
    events = (claim("v1", "shelled", ()), *(() if denies else (claim("v2", "killed", toll),)))
    source = Source(
        id=f"sha256:{number:064x}", external_id=None, path=f"in/{number}.txt", member=None, url=None, text=text, kind="news_report", language="en",
        publisher=f"{voice} Example", author=None, title=f"Report {number}", published=day, published_earliest=day, published_latest=day,
        published_from="given",
    )  # fmt: skip
    sections = (Section(Span(0, len(text)), "body"),)
    return Account(document=source, sections=sections, actors=actors, places=(place,), statements=(said,), events=events)


def made(path: Path, count: int) -> Path:
    """The record at a path, made where it is not there."""
    if path.exists():
        return path
    path.parent.mkdir(exist_ok=True)
    chance = random.Random(7)
    began = time.perf_counter()
    with Record(path, create=True) as record:
        run = record.begin(Recipe("0", "synthetic", {}, {}))
        for number in range(count):
            record.add(one(number, chance), run)
        compare(record, run=run.id)
        record.finish(run)
    print(f"made {path.name}: {count} documents in {time.perf_counter() - began:.0f} s")
    return path


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=10_000)
    asked = options.parse_args()
    app = create_app(made(ROOT / "build" / f"web-speed-{asked.documents}.db", asked.documents))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        event = client.get("/events.json?status=denied").json()["events"][0]
        views = ["/", "/documents?start=5000", "/events", "/events?actor=Aria&status=denied", "/matrix", "/timeline", "/map", "/network", "/letters",
                 "/commitments", "/balance", "/search?q=shelled", "/actors", "/actor?key=state:ARM", "/review", "/add", event["address"],
                 event["first"]["address"], f"/documents/{event['first']['document']}"]  # fmt: skip
        slow = 0
        for view in views:
            taken = []
            for _ in range(5):
                began = time.perf_counter()
                assert client.get(view).status_code == 200, view
                taken.append(time.perf_counter() - began)
            slow += statistics.median(taken) > HELD_TO
            print(f"{view[:60]:<60} {statistics.median(taken) * 1000:7.0f} ms{'  SLOW' if statistics.median(taken) > HELD_TO else ''}")
        print(f"{len(views) - slow} of {len(views)} views within {HELD_TO * 1000:.0f} ms")


if __name__ == "__main__":
    main()
