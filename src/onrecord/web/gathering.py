"""Gathering ahead: what the large views need of the whole record is made in the background when the room opens and after each change, so that no page waits for it."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from onrecord.record.filters import Filter
from onrecord.record.queries import Queries
from onrecord.record.store import Record
from onrecord.resources.resources import Resources
from onrecord.web.disputes import Disputes
from onrecord.web.glance import kept_glance
from onrecord.web.kept import Kept, state_of

EVERY = 0.5
"""Seconds between two looks at the record's file; a change is gathered once a look finds no further one."""


class Gathering:
    """A thread that keeps the unfiltered answers about a record at hand."""

    def __init__(self, record: Path, kept: Kept, resources: Resources, disputes: Disputes) -> None:
        self.record, self.kept, self.resources, self.disputes = record, kept, resources, disputes
        self.stop = threading.Event()
        self.ready = threading.Event()
        self.took = 0.0
        self.thread: threading.Thread | None = None

    def begin(self) -> None:
        """Start."""
        self.stop.clear()
        self.thread = threading.Thread(target=self._work, name="gathering", daemon=True)
        self.thread.start()

    def end(self) -> None:
        """Stop, once what is being gathered is done."""
        self.stop.set()
        if self.thread:
            self.thread.join(10)

    def gather(self) -> None:
        """All that the views need of the whole record. Raises RecordError where it cannot be opened."""
        began, everything, countries = time.perf_counter(), Filter(), self.resources.countries
        with Record(self.record, read_only=True) as record:
            asking, kept = record.queries, self.kept
            steps: tuple[Callable[[Queries], object], ...] = (
                kept.overview, kept.disagreed, kept.most_told, kept.copies, kept.speaking, kept.posts, kept.queue, lambda q: kept.places(q, everything),
                lambda q: kept.ties(q, everything, "deeds"), lambda q: kept.ties(q, everything, "speech"), lambda q: kept.balances(q, everything, countries),
                lambda q: kept_glance(q, kept, countries),
            )  # fmt: skip
            for step in steps:
                if not self.stop.is_set():
                    step(asking)
        self.took = time.perf_counter() - began

    def _work(self) -> None:
        self.disputes.every()
        gathered: tuple[tuple[int, int], ...] | None = None
        seen = now = state_of(self.record)
        while not self.stop.is_set():
            if gathered is None or (now != gathered and now == seen):
                with suppress(Exception):  # the thread must outlive whatever breaks; the page that asks for it says what is wrong
                    self.gather()
                gathered = now
                self.ready.set()
            self.stop.wait(EVERY)
            seen, now = now, state_of(self.record)
