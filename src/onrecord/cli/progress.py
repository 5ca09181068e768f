"""Progress on a terminal: documents, a rate and the time left; nothing elsewhere."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


class Pace:
    """How much of the given files has been read, judged by their bytes: what is inside a container counts by its text until the container is done."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.sizes = dict(sizes(paths))
        self.total = sum(self.sizes.values())
        self.here: str | None = None
        self.inside = 0
        self.done = 0

    def after(self, path: str | None, characters: int) -> int:
        """Bytes done, about, once a document of a path is read."""
        if path != self.here:
            self.done += self.sizes.pop(self.here or "", 0)
            self.here, self.inside = path, 0
        self.inside += characters
        return min(self.total, self.done + min(self.inside, self.sizes.get(path or "", 0)))


def sizes(paths: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """Each file with its bytes, folders entered; what cannot be looked at counts nothing."""
    for path in paths:
        if path.is_dir():
            for folder, _, names in os.walk(path):
                yield from ((str(Path(folder, n)), _size(Path(folder, n))) for n in names if not n.startswith("."))
        else:
            yield str(path), _size(path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


@contextmanager
def reading(paths: list[Path], *, quiet: bool) -> Iterator[tuple[Callable[[str | None, int], None], Callable[[int, int], None]]]:
    """Two functions to tell of progress: a document read (its path, its characters), and documents compared (done, of how many)."""
    if quiet or not sys.stderr.isatty():
        yield lambda path, characters: None, lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    pace = Pace(paths)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[count]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("left"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=max(1, pace.total), count="")
        documents = 0

        def read_one(path: str | None, characters: int) -> None:
            nonlocal documents
            documents += 1
            elapsed = bar.tasks[task].elapsed or 0
            rate = f", {documents / elapsed:.1f} a second" if elapsed > 2 else ""
            bar.update(task, completed=pace.after(path, characters), count=f"{documents} documents{rate}")

        def compared(done: int, total: int) -> None:
            bar.update(task, description="Comparing", completed=done, total=total, count=f"{done} of {total} documents")

        yield read_one, compared
