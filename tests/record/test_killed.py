"""A really running process, really killed, several times at random moments: the record opens, holds every finished document once, and goes on."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from onrecord.record.store import Record

TIMES = 6
DOCUMENTS = 40
WRITER = """
import sys
from pathlib import Path
from onrecord.comparison.compare import compare
from onrecord.record.store import Recipe, Record
from tests.accounts import account, actor, claim

def one(n):
    text = f"Borea shelled Toll on day {n} of the war, and that is all that is known of it so far, says document {n}."
    people = (actor("a1", "Borea", "BLR", text=text),)
    return account(text, actors=people, events=(claim("v1", text, "shelled", "ASSAULT", day=f"2020-05-{n % 28 + 1:02}", actors=("a1",)),))

with Record(Path(sys.argv[1]), create=True) as record:
    run = record.begin(Recipe("0", "by hand", {}, {}))
    print("begun", flush=True)
    for n in range(int(sys.argv[2])):
        record.add(one(n), run)
        if n % 10 == 9:
            compare(record, run=run.id)
    compare(record, run=run.id)
    record.finish(run)
"""


def start(path: Path) -> subprocess.Popen[str]:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(p for p in (*sys.path, os.environ.get("PYTHONPATH", "")) if p),
        "PYTHONHASHSEED": "0",
    }
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(DOCUMENTS)], stdout=subprocess.PIPE, text=True, env=environment)


def test_killed_at_any_moment_nothing_finished_is_lost_and_nothing_is_there_twice(tmp_path: Path) -> None:
    path, chance, held = tmp_path / "r.db", random.Random(7), 0
    for _ in range(TIMES):
        process = start(path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.12))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        with Record(path) as record:
            assert record.queries.check() == "sound"
            documents = record.queries.documents()
            assert len(documents) >= held
            assert all(d.claims == 1 for d in documents)
            assert record.queries.overview().claims == len(documents)
            held = len(documents)
    last = start(path)
    last.communicate()
    assert last.returncode == 0
    whole = tmp_path / "whole.db"
    start(whole).communicate()
    with Record(path, read_only=True) as stopped, Record(whole, read_only=True) as straight:
        assert stopped.queries.overview().documents == DOCUMENTS
        assert [c.id for c in stopped.queries.claims(sort="time")] == [c.id for c in straight.queries.claims(sort="time")]
        assert {c.id: c.event for c in stopped.queries.claims()} == {c.id: c.event for c in straight.queries.claims()}
