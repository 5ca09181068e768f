"""Sentences that end in their source -> statements: "..., Trend reports on Oct. 23.", where the parse does not see it; and contents cut there."""

import re
from bisect import bisect_right
from dataclasses import replace

from onrecord.span import Span
from onrecord.statements.draft import Draft
from onrecord.statements.sources import Source, source_of
from onrecord.statements.syntax import Syntax, is_word

_SAYING = frozenset({"says", "said", "reports", "reported", "writes", "wrote", "informs", "informed", "notes", "noted", "states", "stated", "adds", "added", "reveals", "announced", "announces"})  # fmt: skip
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "PART", "NUM"})
_TAIL = re.compile(
    r"(?:\s+(?:on|in|at|late|early|earlier|this|last|citing|today|yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b[^,;]{0,60})?\s*[.!]?[\"”’']?\s*$"
)
LONGEST = 10
"""Tokens that the name of a source at a sentence's end may have."""


def closing_sources(syntax: Syntax) -> list[Draft]:
    """A statement for each sentence that a comma, a name and a verb of saying close, unless that verb is the sentence's root already."""
    found = []
    tokens, text = syntax.reading.tokens, syntax.reading.document.text
    for sentence in syntax.reading.sentences:
        for index in range(sentence.last - 1, max(sentence.first + 3, sentence.last - 14), -1):
            verb = tokens[index]
            if (
                verb.text not in _SAYING
                or (verb.index == sentence.root and verb.pos == "VERB")
                or not _TAIL.match(text, verb.end, sentence.span.end)
            ):
                continue
            comma = next((i for i in range(index - 1, max(sentence.first, index - LONGEST - 2), -1) if tokens[i].text == ","), None)
            if comma is None or comma == index - 1 or not all(t.pos in _NAMING or t.text in "-'’" for t in tokens[comma + 1 : index]):
                break
            names = [t for t in tokens[comma + 1 : index] if is_word(t)]
            if not any(t.pos in ("PROPN", "NOUN") for t in names) or not any(
                t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[sentence.first : comma]
            ):
                break
            head = next((t for t in reversed(names) if t.pos in ("PROPN", "NOUN")), names[-1])
            name = Source((Span(names[0].start, names[-1].end),), head.index, head.index, "closing-source")
            parsed = source_of(syntax, head, "closing-source")
            source = parsed if parsed.spans and parsed.spans[0].start == names[0].start else name
            content = Span(sentence.span.start, tokens[comma].start)
            found.append(Draft(source.spans, source.head, (verb.span,), verb.index, (content,), "indirect", "asserts", "closing-source"))
            break
    return found


def cut_at_closings(drafts: list[Draft], closings: list[Draft]) -> list[Draft]:
    """The drafts, with no content running into a source that closes its sentence."""
    edges = {d.cue_head: (d.content[0], d.cue[0].end) for d in closings}
    if not edges:
        return drafts
    ordered = sorted(edges.values())
    made = []
    for draft in drafts:
        content = tuple(_cut(c, ordered) for c in draft.content) if draft.cue_head not in edges else draft.content
        made.append(draft if content == draft.content else replace(draft, content=content))
    return made


def _cut(content: Span, closings: list[tuple[Span, int]]) -> Span:
    """A content that begins inside a closed sentence ends where that sentence's source begins."""
    at = bisect_right(closings, content.start, key=lambda c: c[0].start) - 1
    if at < 0:
        return content
    held, cue_end = closings[at]
    return Span(content.start, held.end) if content.start < held.end < content.end <= cue_end + 80 else content
