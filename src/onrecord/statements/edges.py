"""Drafts -> drafts whose content begins after the cue and its "of", and keeps the closing mark of a quotation that it opens."""

import re
from dataclasses import replace

from onrecord.span import Span
from onrecord.statements.draft import Draft

_CLOSING = re.compile(r"[.,!?]?(?:[”\"]|'')")
_OPENING = re.compile(r"“|``")


def with_clean_edges(text: str, drafts: list[Draft]) -> list[Draft]:
    """The same drafts, the edges of their contents put right."""
    return [replace(d, content=tuple(_edged(text, c, d.cue) for c in d.content)) for d in drafts]


def _edged(text: str, content: Span, cue: tuple[Span, ...]) -> Span:
    start, end = content.start, content.end
    for words in cue:
        if words.start <= start < words.end < end:
            start = words.end
    if text[start : start + 3] == "of ":
        start += 3
    while start < end and text[start].isspace():
        start += 1
    if start >= end:
        return content
    inside = text[start:end]
    opened = len(_OPENING.findall(inside)) > inside.count("”") + inside.count("''") or inside.count('"') % 2 == 1
    closing = _CLOSING.match(text, end) if opened else None
    return Span(start, closing.end() if closing else end)
