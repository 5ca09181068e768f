"""A long document -> the pages of its reading view, and each page's text in parts."""

from collections.abc import Iterable
from typing import Any

from onrecord.record.claim import Account
from onrecord.span import Span
from onrecord.web.marks import segments

WINDOW = 12_000
"""Characters of a document shown on one page of the reading view: about five printed pages."""


def starts(text: str) -> list[int]:
    """Where each page of a long document begins: at a line's start."""
    found = [0]
    while len(text) - found[-1] > WINDOW:
        edge = text.rfind("\n", found[-1] + WINDOW // 2, found[-1] + WINDOW)
        found.append(edge + 1 if edge > 0 else found[-1] + WINDOW)
    return found


def window_at(text: str, start: int) -> Span:
    """The page of a document that holds a character."""
    edges = [*starts(text), len(text)]
    at = max((i for i, e in enumerate(edges[:-1]) if e <= max(start, 0)), default=0)
    return Span(edges[at], edges[at + 1])


def parts(account: Account, window: Span, looked_for: Iterable[Span] = ()) -> list[dict[str, Any]]:
    """The window's sections, each with its segments."""
    text = account.document.text
    stretches: list[tuple[str, int, int]] = []
    at = window.start
    for section in sorted((s for s in account.sections if s.span.overlaps(window)), key=lambda s: s.span.start):
        first, last = trimmed(text, max(section.span.start, at), min(section.span.end, window.end))
        if first >= last:
            continue
        if text[at:first].strip():
            stretches.append(("body", *trimmed(text, at, first)))
        stretches.append((section.kind, first, last))
        at = last
    if text[at : window.end].strip():
        stretches.append(("body", *trimmed(text, at, window.end)))
    cut = segments(account, window, [edge for _, first, last in stretches for edge in (first, last)], looked_for)
    found, index = [], 0
    for kind, first, last in stretches:
        while index < len(cut) and cut[index].start < first:
            index += 1
        inside = index
        while index < len(cut) and cut[index].end <= last:
            index += 1
        found.append({"kind": kind, "segments": cut[inside:index]})
    return found


def trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    """A stretch of text without the space at its ends."""
    inside = text[first:last]
    return first + len(inside) - len(inside.lstrip()), max(
        last - len(inside) + len(inside.rstrip()), first + len(inside) - len(inside.lstrip())
    )
