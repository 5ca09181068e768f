"""Drafts -> drafts whose content begins after the cue and its "of", keeps the closing mark of a quotation that it opens, and runs to its end."""

import re
from bisect import bisect_right
from dataclasses import replace

from onrecord.span import Span
from onrecord.statements.draft import Draft
from onrecord.statements.quotations import Quotation

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


LONGEST = 4_000
"""Characters of a quotation to whose end a content may run."""


def through_quotations(drafts: list[Draft], quotations: list[Quotation]) -> list[Draft]:
    """The drafts; a content that ends inside a quotation which it opened runs to the end of it (said he was "worried. We are not safe")."""
    closed = [q for q in quotations if q.depth == 0 and not q.open_end and len(q.span) <= LONGEST]
    starts = [q.span.start for q in closed]
    return [_through(d, closed, starts) for d in drafts]


def _through(draft: Draft, quotations: list[Quotation], starts: list[int]) -> Draft:
    """One draft, its last content run to the end of the quotation in it, where its cue stands outside that."""
    if not draft.content or not draft.cue or draft.quotation == "direct" or "noun-" in draft.rule:
        return draft
    last = draft.content[-1]
    at = bisect_right(starts, last.end - 1) - 1
    quotation = quotations[at].span if at >= 0 else None
    if quotation is None or not (last.start <= quotation.start < last.end < quotation.end) or draft.cue[0].start > quotation.start:
        return draft
    return replace(draft, content=(*draft.content[:-1], Span(last.start, quotation.end)), quotation="mixed")
