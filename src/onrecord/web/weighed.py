"""Balances and what else concerns all of a record, kept until the record changes."""

import threading
from pathlib import Path

from onrecord.comparison.balance import Balance
from onrecord.exports.summary import balances_of
from onrecord.record.filters import Filter
from onrecord.record.queries import Queries
from onrecord.resources.countries import Countries

KEPT = 50
"""Filters whose balances are kept."""


class Weighed:
    """The balances of one record by filter."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.state: tuple[tuple[int, int], ...] = ()
        self.found: dict[Filter, list[Balance]] = {}

    def of(self, asking: Queries, asked: Filter, countries: Countries) -> list[Balance]:
        """The balances of the claims that meet a filter."""
        with self.lock:
            now = state_of(asking.record.path)
            if now != self.state or len(self.found) >= KEPT:
                self.state, self.found = now, {}
            if asked not in self.found:
                self.found[asked] = balances_of(asking.record, asked, countries=countries)
            return self.found[asked]


def state_of(path: Path) -> tuple[tuple[int, int], ...]:
    """What tells one state of a record's files from the next: their times and sizes."""
    files = [path, Path(f"{path}-wal")]
    return tuple((f.stat().st_mtime_ns, f.stat().st_size) for f in files if f.exists())
