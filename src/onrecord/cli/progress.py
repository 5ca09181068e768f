"""Progress on a terminal: documents, and the time left; nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def reading(paths: list[Path], *, quiet: bool) -> Iterator[tuple[Callable[[str | None, int, bool], None], Callable[[int, int], None]]]:
    """Two functions to tell of progress: a document read (its path, its characters, whether it was on record), and documents compared (done, of how many)."""
    if quiet or not sys.stderr.isatty():
        yield lambda path, characters, known: None, lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    from onrecord.exports.pace import Pace, Rate, progress_words

    pace, rates = Pace(paths), list[Rate]()
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[words]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=max(1, pace.total), words="")

        def read_one(path: str | None, characters: int, known: bool) -> None:
            bar.update(task, completed=pace.after(path, characters, known=known), words=pace.words())

        def compared(done: int, total: int) -> None:
            if not rates:
                rates.append(Rate(done))
            words = progress_words(done, total, rates[0].left(done, total))
            bar.update(task, description="Comparing", completed=done, total=total, words=words)

        yield read_one, compared
