"""Lines with a handle -> statements: collections of posts, each under the line of the account that wrote it ("Radio Bunda @radiobunda")."""

import re
from bisect import bisect_right
from dataclasses import replace

from onrecord.reading.tree import head_of
from onrecord.span import Span
from onrecord.statements.draft import Draft
from onrecord.statements.syntax import Syntax

_ACCOUNT = re.compile(
    r"^[ \t]*(?P<name>[A-ZÀ-Þ][^\n@:]{1,78}?)[ \t]*[·•|,–-]?[ \t]*\(?(?P<handle>@\w{2,30})\)?(?:[ \t]*[·•|,–-][ \t]*[^\n]{0,40})?:?[ \t]*$",
    re.M,
)
_NO_ACCOUNT = re.compile(r"(?:by|follow|via|photo|contact|email|tweet|source|credit|picture|video)\b", re.I)
FEWEST = 2
"""Lines with a handle that make a text a collection of posts: one alone may be a reporter's byline."""


def posts(syntax: Syntax) -> list[Draft]:
    """Each account's post, up to the line of the next one."""
    text = syntax.reading.document.text
    lines = [m for m in _ACCOUNT.finditer(text) if not _NO_ACCOUNT.match(m["name"])]
    if len({m["handle"].lower() for m in lines}) < FEWEST:
        return []
    found = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        start, end = line.end(), following.start() if following is not None else len(text)
        content = _trimmed(text, start, end)
        if content is None:
            continue
        name = Span(*line.span("name"))
        head = head_of(syntax.reading, name)
        handle = Span(*line.span("handle"))
        found.append(Draft((name,), head.index if head else None, (handle,), None, (content,), "direct", "asserts", "post-under-account"))
    return found


def without_account_lines(drafts: list[Draft]) -> list[Draft]:
    """The drafts; no source runs from an account's line into the post under it."""
    starts = [d.content[0].start for d in drafts if d.rule == "post-under-account"]
    return [replace(d, source=tuple(_below(s, starts) for s in d.source)) for d in drafts] if starts else drafts


def _below(span: Span, starts: list[int]) -> Span:
    at = bisect_right(starts, span.end - 1) - 1
    return Span(starts[at], span.end) if at >= 0 and span.start < starts[at] < span.end else span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
