"""What takes a while to gather from a large record, kept until the record changes."""

import threading
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, Literal, TypeVar

from onrecord.comparison.balance import Balance
from onrecord.exports.summary import first_balances
from onrecord.record import pictures
from onrecord.record.answers import Overview
from onrecord.record.correspondence import Post, posts
from onrecord.record.disagreed import disagreed, most_told
from onrecord.record.excerpt import plain_account
from onrecord.record.filters import Filter
from onrecord.record.ledgers import originals, spreads
from onrecord.record.queries import EVERYTHING, Queries
from onrecord.record.review import Toll, queue, tolls_of
from onrecord.resources.countries import Countries

T = TypeVar("T")
Ties = Literal["deeds", "speech"]
ROOM = 80
"""Answers that are kept."""
PLACES = 250
"""Places of a map at most, those with most claims."""
TIES = 200
"""Ties of a network at most, those with most claims."""
OPENED = 4
"""Documents that are held open."""
EVENTS = 20
"""Events that are kept for the first page, of those that are denied and of those that are told most."""


class Kept:
    """Answers about one record, by what was asked."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.state: tuple[tuple[int, int], ...] = ()
        self.found: dict[Hashable, Any] = {}
        self.making: dict[Hashable, threading.Lock] = {}
        self.accounts: dict[int, dict[str, Any]] = {}
        self.counting, self.counted = threading.Lock(), 0
        self.tolled: dict[int, Toll] = {}

    def of(self, asking: Queries, asked: Hashable, make: Callable[[], T]) -> T:
        """The answer to a question: that of before where the record has not changed since, else made anew; who asks meanwhile waits for it."""
        with self.lock:
            now = state_of(asking.record.path)
            if now != self.state:
                self.state, self.found, self.making = now, {}, {}
            making = self.making.setdefault(asked, threading.Lock())
        with making:
            with self.lock:
                if self.state == now and asked in self.found:
                    known: T = self.found[asked]
                    return known
            made = make()
            with self.lock:
                if self.state == now:
                    self.found[asked] = made
                    self._make_room()
            return made

    def _make_room(self) -> None:
        """Let go the oldest answers of filtered questions: those of the whole record are gathered ahead, and every page asks for them."""
        filtered = [asked for asked in self.found if isinstance(asked, tuple) and EVERYTHING not in asked]
        for asked in filtered[: max(0, len(self.found) - ROOM)]:
            del self.found[asked]
            self.making.pop(asked, None)

    def opened(self, asking: Queries, document: str) -> dict[str, Any] | None:
        """The account of a document as plain values: of the last few that were opened, so that turning a page of a long one is quick."""
        newest = asking.newest_account(document)
        with self.lock:
            if newest in self.accounts:
                return self.accounts[newest]
        made = plain_account(asking.record, document)
        if made is not None:
            with self.lock:
                self.accounts = dict([*self.accounts.items()][-OPENED + 1 :]) | {newest: made}
        return made

    def copies(self, asking: Queries) -> dict[str, str]:
        """The original of each document that copies another."""
        return self.of(asking, "copies", asking.copies)

    def speaking(self, asking: Queries) -> frozenset[str]:
        """The keys and countries of all who speak in the record."""
        return self.of(asking, "speaking", asking.speaking)

    def overview(self, asking: Queries) -> Overview:
        """The record in numbers."""
        return self.of(asking, "overview", asking.overview)

    def disagreed(self, asking: Queries) -> list[str]:
        """The first events that somebody denies."""
        return self.of(asking, "disagreed", lambda: disagreed(asking.record, limit=EVENTS))

    def most_told(self, asking: Queries) -> list[str]:
        """The events that most accounts tell."""
        return self.of(asking, "most told", lambda: most_told(asking.record, limit=2 * EVENTS))

    def tolls(self, asking: Queries) -> dict[int, Toll]:
        """The tolls of all claims: those of claims that came since are added, for a claim's own never change."""
        with self.counting:
            newest = asking.newest_claim()
            if newest > self.counted:
                self.tolled, self.counted = self.tolled | tolls_of(asking.record, after=self.counted), newest
            return self.tolled

    def queue(self, asking: Queries) -> list[tuple[int, str]]:
        """The claims to review first."""
        return self.of(asking, "queue", lambda: queue(asking.record, tolls=self.tolls(asking)))

    def posts(self, asking: Queries) -> list[Post]:
        """The letters, each tied to what it answers."""
        return self.of(asking, "letters", lambda: posts(asking.record))

    def places(self, asking: Queries, asked: Filter) -> list[pictures.PlaceRow]:
        """The places of some claims."""
        return self.of(asking, ("places", asked), lambda: pictures.places(asking.record, asked, limit=PLACES))

    def ties(self, asking: Queries, asked: Filter, kind: Ties) -> list[pictures.TieRow]:
        """The ties of some claims' actors."""
        return self.of(asking, (kind, asked), lambda: pictures.ties(asking.record, asked, limit=TIES, kind=kind))

    def balances(self, asking: Queries, asked: Filter, countries: Countries, *, at_most: int | None = None) -> tuple[list[Balance], int]:
        """The first balances of some claims, and how many there are; of all claims, which are gathered ahead, every one."""
        at_most = None if asked == EVERYTHING else at_most

        def make() -> tuple[list[Balance], int]:
            heard, copies = self.speaking(asking), self.of(asking, "originals", lambda: originals(asking.record))
            known = self.of(asking, "spreads", lambda: spreads(asking.record))
            found, more = first_balances(
                asking.record, asked, countries=countries, at_most=at_most, heard=heard, originals=copies, spreads=known
            )
            return found, len(found) + more

        return self.of(asking, ("balance", asked, at_most), make)


def state_of(path: Path) -> tuple[tuple[int, int], ...]:
    """What tells one state of a record's files from the next: their times and sizes."""
    files = [path, Path(f"{path}-wal")]
    return tuple((f.stat().st_mtime_ns, f.stat().st_size) for f in files if f.exists())
