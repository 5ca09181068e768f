"""How the record grows: python -m benchmarks.record_scale [DOCUMENTS] [FILE].

A record of made-up documents of ten claims each (scale_world), skewed as real ones are: added one transaction each, compared, then every command that asks
a record, in process and warm, against 300 ms; then 100 documents more, as one more reading adds them, to a record of a tenth of the size and to this one.
Seconds of processor time, which are those of the clock on an idle machine (the clock's own beside them), and peak memory, against 60 s and 1 GiB for
100,000 claims compared. A machine that others use gives more: `sum of a million numbers` is said, to judge by; of each question the least of five runs
counts, as the standard library's timeit has it (what is more is what others did meanwhile), and the median is said beside it.
"""

import contextlib
import io
import os
import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from typer.main import get_command

from benchmarks.scale_world import CLAIMS, account, world
from onrecord.cli.main import app
from onrecord.comparison.compare import compare
from onrecord.record.answers import EventRow
from onrecord.record.store import Recipe, Record

HELD_TO = 0.3
"""Seconds in which any question is to be answered."""


def timed(what: str, work: Callable[[], object]) -> float:
    """Run and print how long it took."""
    began, by_the_clock = time.process_time(), time.perf_counter()
    work()
    took = time.process_time() - began
    print(f"{what:<60} {took:10.1f} s {time.perf_counter() - by_the_clock:10.1f} s by the clock", flush=True)
    return took


def add(record: Record, first: int, count: int) -> None:
    """Documents of some numbers, a transaction each."""
    run, lived = record.begin(Recipe("0", "by chance", {}, {})), world()
    for number in range(first, first + count):
        made, home = account(number, lived)
        record.add(made, run, home=home)
    record.finish(run)


MORE = 100
"""Documents of one more reading."""


def more(path: Path) -> float:
    """Milliseconds a document that one more reading takes on a record that is there: opened, added to, compared."""
    with Record(path) as record:
        held = record.queries.overview().documents

        def reading() -> None:
            add(record, held, MORE)
            compare(record)

        took = timed(f"make, add and compare {MORE} documents more than {held}", reading)
    return took / MORE * 1000


def main(documents: int, path: Path) -> int:
    """Build, compare, ask, add; how many questions took too long."""
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}"
    )
    timed("sum of a million numbers", lambda: sum(n for n in range(1_000_000)))
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.db"
        with Record(small, create=True) as record:
            add(record, 0, documents // 10)
            compare(record)
        little = more(small)
    with Record(path, create=True) as record:
        if not record.queries.overview().documents:
            timed(f"make and add {documents} documents", lambda: add(record, 0, documents))
            timed(f"compare {documents * CLAIMS} claims", lambda: compare(record))
            memory()
        row = next(r for r in record.queries.events(limit=500, together=True) if r.documents > 1)
    # In a process of its own, as those who ask have one: that of the comparison holds its claims in memory, which each round of the collector goes through.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as another:
        slow = another.submit(ask, path, row).result()
    much = more(path)
    print(f"each of {MORE} documents more: {little:.0f} ms to {documents // 10}, {much:.0f} ms to {documents}: {much / little:.1f} times")
    print(f"file {path.stat().st_size / 2**20:.0f} MiB; {slow} questions over {HELD_TO * 1000:.0f} ms")
    return slow


def memory() -> None:
    """The most memory the process has held."""
    print(f"{'peak memory':<60} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f} MiB")


def questions(path: Path, row: EventRow) -> list[list[str]]:
    """Every command that asks a record, plain and with filters that let much or little through."""
    with Record(path, read_only=True) as record:
        claim = record.queries.event(row.id)[0]
    month, years = ["--since", "2019-05-01", "--until", "2019-05-31"], ["--since", "2018-06-01", "--until", "2022-06-01"]
    everyone = [
        [],
        ["--actor", "AZE"],
        ["--place", "Azeville"],
        ["--type", "ASSAULT"],
        ["--source", "Outlet 0"],
        ["--status", "denied"],
        month,
        years,
    ]
    plain = [
        "events",
        "timeline",
        "sources",
        "actors",
        "commitments",
        "letters",
        "balance",
        "compare --all",
        "events --claims",
        "search hospital",
    ]
    asked = [[*command.split(), *some] for command in plain for some in everyone]
    asked += [
        ["show"],
        ["show", claim.id],
        ["show", row.id],
        ["show", claim.document],
        ["compare", row.id],
        ["search", "officials"],
        ["search", "azeville", "8"],
    ]
    return [*asked, ["decide", "--list"], ["events", "--actor", "nobody at all"]]


def ask(path: Path, row: EventRow) -> int:
    """Ask everything, of commands whose options are made out once, as a program has them; how many took too long."""
    slow, command = 0, get_command(app)
    for question in questions(path, row):
        taken = []
        for _ in range(6):
            began = time.process_time()
            with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
                command([*question, "--record", str(path)], standalone_mode=False)
            taken.append(time.process_time() - began)
        least, median = min(taken[1:]), statistics.median(taken[1:])
        slow += least > HELD_TO
        print(
            f"onrecord {' '.join(w[:20] for w in question):<51} {least * 1000:10.0f} ms{'  SLOW' if least > HELD_TO else ''} (median {median * 1000:.0f} ms)",
            flush=True,
        )
    return slow


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    if len(sys.argv) > 2:
        sys.exit(main(size, Path(sys.argv[2])) > 0)
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(size, Path(folder) / "scale.db") > 0)
