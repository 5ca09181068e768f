"""Text -> its lines, with what stands between them and which of them run on from the line before (hard-wrapped text)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.documents.document import SectionKind

Kinds = list[SectionKind | None]
"""The kind found for each line so far; None becomes body."""

WIDEST = 130
"""Characters of a line above which lines are taken for whole paragraphs and not for hard-wrapped text."""
NARROWEST = 50
FULL_LINES = 2
NEAR = 0.8
"""Lines that must come near the greatest width to show a text to be hard-wrapped, and how near."""
FULL = 0.85
"""Share of that width that a line and the next word must reach for the break to be a mere wrap."""
LOOKED_AT = 600
"""Characters of a line that rules look at."""
_LINE = re.compile(r"[^\r\n\f\x85\u2028\u2029]+")
_END = re.compile(r"\r\n|[\r\n\f\x85\u2028\u2029]")
_STOP = re.compile(r"[.!?…:][\"”'’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line's characters `start` to `end`, without space around it. `gap`: a blank line stands before it (or nothing at all).

    `runs_on`: it is the wrapped rest of the line before. `dateline`: it was cut off as a dateline. `text` holds the first characters, as many as rules look at.
    """

    start: int
    end: int
    text: str
    gap: bool
    runs_on: bool = False
    dateline: bool = False

    @property
    def words(self) -> int:
        """How many words the looked-at part has."""
        return len(self.text.split())

    @property
    def whole(self) -> bool:
        """Whether `text` is all of the line."""
        return self.end - self.start == len(self.text)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold more than space, in order."""
    found: list[Line] = []
    last = None
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if not stripped:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = start + len(stripped)
        gap = last is None or len(_END.findall(text, last, start)) > 1
        found.append(Line(start, end, text[start : min(end, start + LOOKED_AT)], gap))
        last = end
    return _wrapped(found)


def width_of_wrap(lines: list[Line]) -> int | None:
    """The characters at which a text is hard-wrapped, None where it is not: several lines come near the greatest width."""
    width = max((line.end - line.start for line in lines), default=0)
    near = sum(line.end - line.start > NEAR * width for line in lines)
    return width if NARROWEST <= width <= WIDEST and near >= FULL_LINES and near > 0.2 * len(lines) else None


def _wrapped(lines: list[Line]) -> list[Line]:
    """The lines with those marked that only run on: the line before was full and ended no sentence, or the line goes on in small letters."""
    width = width_of_wrap(lines)
    longest = max((line.end - line.start for line in lines), default=0)
    found = lines[:1]
    for before, line in pairwise(lines):
        runs_on = False
        if not line.gap and longest <= WIDEST:
            first = line.text.split(None, 1)[0]
            full = width is not None and before.end - before.start + 1 + len(first) > FULL * width and not _STOP.search(before.text)
            runs_on = full or (line.text[0].islower() and before.words > 3)
        found.append(replace(line, runs_on=True) if runs_on else line)
    return found


def split_line(line: Line, at: int, text: str) -> list[Line]:
    """A line cut in two before the character `at` of its text, without space around the parts."""
    head, tail = line.text[:at].rstrip(), line.text[at:]
    start = line.start + at + len(tail) - len(tail.lstrip())
    if not head or start >= line.end:
        return [line]
    rest = Line(start, line.end, text[start : min(line.end, start + LOOKED_AT)], gap=False)
    return [Line(line.start, line.start + len(head), head, line.gap, line.runs_on), rest]


def paragraphs(lines: list[Line], first: int = 0, last: int | None = None) -> Iterator[tuple[int, int]]:
    """Index ranges (from, to) of the lines that make one paragraph each."""
    end = len(lines) if last is None else last
    start = first
    for index in range(first + 1, end + 1):
        if index == end or not lines[index].runs_on:
            if start < index:
                yield start, index
            start = index


def joined(lines: list[Line], first: int, last: int) -> str:
    """The words of a paragraph in one line, cut to what rules look at."""
    found = ""
    for line in lines[first:last]:
        found = f"{found} {line.text}" if found else line.text
        if len(found) > LOOKED_AT:
            break
    return found[:LOOKED_AT]


def is_sentence(text: str) -> bool:
    """Whether a paragraph looks like running text and not like a title, a name or an address."""
    words = len(text.split())
    if words > 30:
        return True
    return words >= 5 and bool(re.search(r"[.:;,…][\"”'’)\]]*$|[!?][\"”]$", text)) and not title_like(text)


def title_like(text: str) -> bool:
    """Whether nearly every word is capitalised, as in names, addresses and titles ("1 Main St., Springfield, Ill.")."""
    words = [w for w in text.split() if w[0].isalpha()]
    long = [w for w in words if len(w) > 3]
    if text.isupper() or len(words) < 3:
        return not text.isupper()
    return sum(w[0].isupper() for w in long) >= 0.85 * len(long) and sum(w[0].isupper() for w in words) >= 0.7 * len(words)
