"""Which claims share a block: kept in the record, and while comparing in memory, where the same blocks are asked for again and again."""

from bisect import insort
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from onrecord.record.database import Connection

HELD = 500_000
"""Blocks held in memory: some 200 bytes each. All are let go when there are more, and looked up again."""


class Blocks:
    """The newest claims (rows) of each block. Put ones are kept with `keep`: all before the transaction ends that they were put in."""

    def __init__(self, connection: Connection, *, newest: int) -> None:
        self.connection = connection
        self.newest = newest
        self.held: dict[str, list[int]] = {}
        self.put_in: list[tuple[str, int]] = []
        self.version = -1
        self.empty = False
        """Whether the record holds no block that is not in memory."""

    def begin(self) -> None:
        """To be called as a transaction begins: what others have written since the last one is seen, and memory stays bounded."""
        version = self.connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self.version or len(self.held) > HELD or self.put_in:
            self.held.clear()
            self.put_in.clear()  # of a transaction that was taken back
            self.version = version
            self.empty = self.connection.execute("SELECT NOT EXISTS (SELECT 1 FROM blocks)").fetchone()[0] == 1

    def sharing(self, keys: Iterable[str], *, at_most: int) -> list[int]:
        """Claims that share blocks, those that share most first, then the newest; `newest` of each block are looked at."""
        blocks = []
        for key in keys:
            found = self.held.get(key)
            if found is None:
                found = self.held[key] = self._look_up(key)
            blocks.append(found)
        times = Counter(chain.from_iterable(blocks))
        return sorted(sorted(times, reverse=True), key=times.__getitem__, reverse=True)[:at_most]

    def _look_up(self, key: str) -> list[int]:
        if self.empty:
            return []
        question = "SELECT claim FROM blocks WHERE key = ? ORDER BY claim DESC LIMIT ?"
        return [r[0] for r in self.connection.execute(question, (key, self.newest))][::-1]

    def put(self, claim: int, keys: Iterable[str]) -> None:
        """Put a claim that is in none into the blocks of some keys for which claims that share were asked."""
        for key in keys:
            found = self.held[key]
            insort(found, claim)
            if len(found) > self.newest:
                del found[0]
            self.put_in.append((key, claim))

    def keep(self) -> None:
        """Write down what was put, in the order of the keys: neighbours lie on one page."""
        self.put_in.sort()
        self.connection.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?)", self.put_in)
        self.put_in.clear()
