"""Files that are being read -> how far that is, and how long the rest will take, in words."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

HOLDING = (".eml", ".mbox", ".jsonl", ".ndjson", ".rss", ".atom", ".xml", ".warc", ".gz", ".zip")
"""Endings of files that may hold many documents: how many is not known before they are read."""
SOON = 2.0
"""Seconds of work before the rest is estimated from them."""


class Pace:
    """How much of the given files has been read, judged by their bytes: what is inside a container counts by its text until the container is done.

    `documents` counts what came; `number` is how many there will be where each file is one document, None where that is not known.
    """

    def __init__(self, paths: Iterable[Path], *, clock: Callable[[], float] = time.monotonic) -> None:
        self.sizes = dict(sizes(paths))
        self.total = sum(self.sizes.values())
        self.number: int | None = None if any(name.lower().endswith(HOLDING) for name in self.sizes) else len(self.sizes)
        self.here: str | None = None
        self.inside = self.done = self.documents = 0
        self.clock = clock
        self.now = clock()
        self.worked = 0.0
        self.read = 0

    def after(self, path: str | None, characters: int, *, known: bool = False) -> int:
        """Bytes done, about, once a document of a path is read. One that was `known` took no time to read, and tells nothing of the rest."""
        before = self.reached
        self.documents += 1
        if path != self.here:
            self.done += self.sizes.pop(self.here or "", 0)
            self.here, self.inside = path, 0
        elif self.inside:
            self.number = None  # a second document of one file
        self.inside += characters
        at = self.clock()
        if not known:
            self.worked += at - self.now
            self.read += max(0, self.reached - before)
        self.now = at
        return self.reached

    @property
    def reached(self) -> int:
        """Bytes done, about."""
        return min(self.total, self.done + min(self.inside, self.sizes.get(self.here or "", 0)))

    @property
    def left(self) -> float | None:
        """Seconds that the rest will take at the pace so far; None where too little is done to say."""
        if self.worked < SOON or not self.read:
            return None
        return self.worked * (self.total - self.reached) / self.read

    def words(self) -> str:
        """How far it is: "12 of 40 documents, about 3 minutes left"; "12 documents" where neither the number nor the pace is known."""
        return progress_words(self.documents, self.number, self.left)


def progress_words(done: int, total: int | None, left: float | None) -> str:
    """So many documents of so many, and about how long the rest takes (seconds), each where it is known."""
    known = total is not None and total >= done
    head = f"{done:,} of {total:,}" if known else f"{done:,}"
    one = (total if known else done) == 1
    return f"{head} document{'' if one else 's'}{f', {left_words(left)}' if left is not None else ''}"


def left_words(seconds: float) -> str:
    """A time that is left, as roughly as it is known: "about 3 minutes left"."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute left"
    if minutes < 90:
        return f"about {minutes} minute{'' if minutes == 1 else 's'} left"
    hours = round(minutes / 60)
    return f"about {hours} hours left"


class Rate:
    """How long the rest of something counted will take, at its pace so far. What was done when it began (`done`) took time that it did not see."""

    def __init__(self, done: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.began, self.first = clock, clock(), done

    def left(self, done: int, total: int) -> float | None:
        """Seconds that the rest will take; None where too little is done to say."""
        spent = self.clock() - self.began
        return spent * (total - done) / (done - self.first) if done > self.first and spent >= SOON else None


def sizes(paths: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """Each file with its bytes, folders entered; what cannot be looked at counts nothing."""
    for path in paths:
        if path.is_dir():
            for folder, inner, names in os.walk(path):
                inner[:] = [n for n in inner if not n.startswith(".")]
                yield from ((str(Path(folder, n)), _size(Path(folder, n))) for n in names if not n.startswith("."))
        elif path.exists():
            yield str(path), _size(path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
