"""What takes a while to gather from a large record, kept until the record changes."""

import threading
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

from onrecord.record.queries import Queries

T = TypeVar("T")
ROOM = 80
"""Answers that are kept."""


class Kept:
    """Answers about one record, by what was asked."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.state: tuple[tuple[int, int], ...] = ()
        self.found: dict[Hashable, Any] = {}

    def of(self, asking: Queries, asked: Hashable, make: Callable[[], T]) -> T:
        """The answer to a question: that of before where the record has not changed since, else made anew."""
        with self.lock:
            now = state_of(asking.record.path)
            if now != self.state or len(self.found) >= ROOM:
                self.state, self.found = now, {}
            if asked in self.found:
                known: T = self.found[asked]
                return known
        made = make()
        with self.lock:
            if self.state == now:
                self.found[asked] = made
        return made

    def copies(self, asking: Queries) -> dict[str, str]:
        """The original of each document that copies another."""
        return self.of(asking, "copies", asking.copies)

    def speaking(self, asking: Queries) -> frozenset[str]:
        """The keys and countries of all who speak in the record."""
        return self.of(asking, "speaking", asking.speaking)


def state_of(path: Path) -> tuple[tuple[int, int], ...]:
    """What tells one state of a record's files from the next: their times and sizes."""
    files = [path, Path(f"{path}-wal")]
    return tuple((f.stat().st_mtime_ns, f.stat().st_size) for f in files if f.exists())
