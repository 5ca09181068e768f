"""A page of plain text for people: headings, wrapped lines, and tables; bold and colour only on a terminal."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

import typer

WIDEST = 110
NARROWEST = 60


def width() -> int:
    """Columns to write in: the terminal's, within reason."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


class Page:
    """Lines for standard output (or standard error, where other programs read the output), wrapped to the terminal, each with its own indent."""

    def __init__(self, *, to_stdout: bool = True) -> None:
        self.err = not to_stdout
        self.width = width()

    def write(self, words: str = "") -> None:
        """A line as it stands."""
        typer.echo(words, err=self.err)

    def heading(self, words: str, beside: str = "") -> None:
        """A heading, after an empty line."""
        self.write()
        self.write(typer.style(words.upper(), bold=True) + (f"  {beside}" if beside else ""))

    def line(self, words: str = "", *, indent: int = 0, hang: int = 2, bold: bool = False) -> None:
        """A line, wrapped; what follows its first row hangs by `hang`."""
        shown = printable(words)
        fits = len(shown) + indent <= self.width  # most lines do: wrapping takes longer than asking
        made = (
            [" " * indent + shown.rstrip() if shown.strip() else ""]
            if fits
            else textwrap.wrap(
                shown,
                self.width,
                initial_indent=" " * indent,
                subsequent_indent=" " * (indent + hang),
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
        for row in made or [""]:
            self.write(typer.style(row, bold=True) if bold else row)

    def beside(self, label: str, words: str, *, indent: int = 2, column: int = 22) -> None:
        """Words beside a label in a column of its own."""
        head = " " * indent + printable(label)
        if len(head) >= column + indent:
            self.line(label, indent=indent)
            head = ""
        made = textwrap.wrap(printable(words), self.width - column - indent, break_long_words=False, break_on_hyphens=False) or [""]
        for row in made:
            self.write(head.ljust(column + indent) + row)
            head = ""

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table; the last column takes the room that is left and wraps."""
        shown = [[printable(cell) for cell in row] for row in rows]
        if not shown:
            return
        limit = max(10, (self.width - 30) // max(1, len(columns) - 1))
        wide = [min(limit, max(len(columns[n]), *(len(r[n]) for r in shown))) for n in range(len(columns) - 1)]
        last = max(20, self.width - sum(wide) - 2 * len(wide))
        self.write(typer.style(_row(columns, wide), bold=True))
        for row in shown:
            cells = [textwrap.wrap(c, w) or [""] for c, w in zip(row, [*wide, last], strict=True)]
            for at in range(max(map(len, cells))):
                self.write(_row([c[at] if at < len(c) else "" for c in cells], wide).rstrip())


def _row(cells: Sequence[str], wide: Sequence[int]) -> str:
    return "  ".join([*(c.ljust(w) for c, w in zip(cells, wide, strict=False)), cells[-1]])


def printable(words: str) -> str:
    """Words without control characters, so that no document can steer the terminal; direction marks of the text are left out too."""
    shown = words if words.isprintable() else "".join(c if c.isprintable() else " " for c in words)
    return shown if shown.isascii() else shown.encode(_encoding(), "replace").decode(_encoding())


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def complain(words: str) -> None:
    """A line on standard error."""
    typer.echo(printable(words), err=True)
