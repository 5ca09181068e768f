"""Text -> quotations: what stands between quotation marks, of every kind that English print has, nested, mixed or unbalanced.

One pass over the characters. An opening mark that finds no closing one ends with its paragraph, unless the next paragraph opens with a mark
again (print repeats it) or closes one it never opened. Apostrophes are told from single marks by what stands around them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.span import Span

DEPTH = 12
"""Quotations inside quotations that are kept apart; deeper marks are passed over."""
RUN_ON = 4
"""Paragraphs without a mark that an open quotation may run through to reach its closing mark."""

_MARK = re.compile(r"``|''|\"{1,3}|[“”„‟«»‘’‚‛'‹›]|\bUNQUOTE\b|\bQUOTE\b")
_PARAGRAPH = re.compile(r"\n[ \t\r\f\v]*\n\s*|(?<=[.!?…:\"”'’)\]])[ \t]*\n\s*")
_SINGLE = frozenset("‘’‚‛'‹›")
_AFTER_CLOSE = frozenset(" \t\r\n.,;:!?)]}—–-…/\"”’'\u00a0")
_BEFORE_OPEN = frozenset(" \t\r\n([{—–-…/\"“‘'\u00a0:")
_STOPS = frozenset('.,!?;:…—-–)”"')


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; `inner` is what they enclose. `open_end`: the closing mark is missing. `depth` 0 is outermost."""

    span: Span
    inner: Span
    depth: int
    open_end: bool = False


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    family: str


@dataclass(slots=True)
class _Scan:
    text: str
    found: list[Quotation] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def close(self, start: int, end: int, *, missing: bool = False) -> None:
        top = self.stack.pop()
        if start > top.inner + 1:
            self.found.append(Quotation(Span(top.start, end), Span(top.inner, start), len(self.stack), missing))


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: cut at blank lines and at lines that end as a sentence ends; never empty ones."""
    found, start = [], 0
    for gap in _PARAGRAPH.finditer(text):
        if text[start : gap.start()].strip():
            found.append(Span(start, gap.start()))
            start = gap.end()
    if text[start:].strip():
        found.append(Span(start, len(text.rstrip())))
    return found


def find_quotations(text: str, paras: list[Span] | None = None) -> list[Quotation]:
    """All quotations of a text, in order of their opening marks, outer before inner."""
    scan, carried = _Scan(text), 0
    paras = paragraphs(text) if paras is None else paras
    marks = list(_marks(text, paras))
    at = 0
    for number, para in enumerate(paras):
        first = at
        while at < len(marks) and marks[at][0] < para.end:
            at += 1
        here = marks[first:at]
        for position, (start, end, mark) in enumerate(here):
            _take(scan, start, end, mark, here, position)
        if not scan.stack:
            carried = 0
            continue
        following = paras[number + 1] if number + 1 < len(paras) else None
        carried += 1
        if following is not None and carried <= RUN_ON and here and _runs_on(scan, marks, at, paras, number):
            continue
        while scan.stack:
            scan.close(para.end, para.end, missing=True)
        carried = 0
    while scan.stack:
        scan.close(paras[-1].end, paras[-1].end, missing=True)
    return sorted(scan.found, key=lambda q: (q.span.start, -q.span.end))


def _runs_on(scan: _Scan, marks: list[tuple[int, int, str]], at: int, paras: list[Span], number: int) -> bool:
    """Whether the next mark, a few paragraphs on at most, closes what is open here (and is no new opening)."""
    if at >= len(marks) or len(scan.stack) != 1:
        return False
    start, end, mark = marks[at]
    where = bisect_right(paras, start, key=lambda p: p.start) - 1
    if where - number > RUN_ON:
        return False
    return _family(mark) == scan.stack[-1].family and not _opens(scan.text, start, end, mark) and _closes(scan.text, start, end, mark)


def _marks(text: str, paras: list[Span]) -> Iterator[tuple[int, int, str]]:
    """Marks that may open or close; apostrophes inside words and before figures are left out."""
    escapes = _escapes(text, paras)
    for hit in _MARK.finditer(text):
        start, end, mark = hit.start(), hit.end(), hit.group()
        start, end = start + (start in escapes), end - (end - 1 in escapes and end - 1 > start)
        if start >= end or (end - start == 1 and start in escapes):
            continue
        if mark in _SINGLE:
            before, after = text[start - 1 : start], text[end : end + 1]
            if (before.isalnum() and after.isalnum()) or (after.isdigit() and mark in "'’‘" and not before.isdigit()):
                continue
        yield start, end, mark


def _escapes(text: str, paras: list[Span]) -> frozenset[int]:
    """Marks that are a table's and not the text's: a line in marks, with the marks in it doubled, came out of a CSV file."""
    found: set[int] = set()
    for para in paras:
        if text[para.start] == '"' == text[para.end - 1] and '""' in text[para.start + 1 : para.end - 1] and len(para) > 4:
            found |= {para.start, para.end - 1}
    return frozenset(found)


def _family(mark: str) -> str:
    return "single" if mark in _SINGLE else "words" if mark.isalpha() else "double"


def _opens(text: str, start: int, end: int, mark: str) -> bool:
    """Whether a mark can open: its shape says so, or it stands before a word and after a space."""
    if mark in ("“", "``", "‟", "„", "‚", "‛", "QUOTE"):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    free = (not before or before in _BEFORE_OPEN) and bool(after) and not after.isspace()
    if mark in ("‘", "«", "‹"):
        return free or mark != "‘"
    return free and (mark[0] == '"' or mark in ("''", "'", "»", "›", "’", "”"))


def _closes(text: str, start: int, end: int, mark: str) -> bool:
    if mark in ("”", "UNQUOTE"):
        return True
    if mark in ("``", "QUOTE"):
        return False
    after = text[end : end + 1]
    return (
        not after
        or after in _AFTER_CLOSE
        or mark in ("»", "«", "“")
        or (_family(mark) == "double" and not text[start - 1 : start].isspace())
    )


def _take(scan: _Scan, start: int, end: int, mark: str, here: list[tuple[int, int, str]], position: int) -> None:
    """Let one mark close what is open, or open something new."""
    family, stack = _family(mark), scan.stack
    depth = next((d for d in range(len(stack) - 1, -1, -1) if stack[d].family == family), -1)
    opener = stack[depth] if depth >= 0 else None
    can_open = _opens(scan.text, start, end, mark)
    closing = (
        opener is not None
        and _closes(scan.text, start, end, mark)
        and not (can_open and mark not in "“‘" and _opening_place(scan.text, start))
    )
    if closing and opener is not None and mark in "“‘":  # these close only what „ or ‚ opened
        closing = scan.text[opener.start] in "„‚"
    if closing and family == "single" and mark in "'’" and scan.text[start - 1 : start] not in _STOPS:
        # "the troops' camp": a bare plural possessive closes only where no better mark follows in the paragraph
        closing = not any(
            m in "'’" and scan.text[s - 1 : s] in _STOPS and _closes(scan.text, s, e, m) for s, e, m in here[position + 1 : position + 6]
        )
    if closing:
        while len(stack) > depth + 1:
            scan.close(start, start, missing=True)
        scan.close(start, end)
    elif can_open and len(stack) < DEPTH and (family != "single" or _opening_single(scan.text, start, mark, here, position)):
        stack.append(_Open(start, end, family))


def _opening_place(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return not before or before.isspace() or before in "([{"


def _opening_single(text: str, start: int, mark: str, here: list[tuple[int, int, str]], position: int) -> bool:
    """Whether a single mark opens: it needs a closing one in its paragraph, or it is an apostrophe ("'tis")."""
    if not _opening_place(text, start) and text[start - 1 : start] not in '"“—–-':
        return False
    return any(m in "'’›" and _closes(text, s, e, m) and not _opening_place(text, s) for s, e, m in here[position + 1 : position + 40])
