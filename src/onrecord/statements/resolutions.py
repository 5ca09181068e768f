"""Preambular and operative paragraphs -> statements: each opens with the body's own act ("Demands that", "Recalling", "Calls upon")."""

import re

from onrecord.span import Span
from onrecord.statements.draft import Draft
from onrecord.statements.sources import Source
from onrecord.statements.statement import Stance
from onrecord.statements.syntax import Syntax, is_word, words_in

_BODY = re.compile(r"^[ \t]*(?P<name>The [A-ZÀ-Þ][^\n,.;:]{3,90}),", re.M)
_ACT = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\s*[.)]\s*)?(?P<act>(?:(?:Further|Also|Again|Deeply|Gravely|Strongly|Solemnly|Urgently|Once more|Firmly|Having|Being|Once again)\s+){0,3}"
    r"(?P<verb>[A-Z]?[a-z]+(?:s|ing|ed))(?P<tail>\s+(?:upon|on|for|with|that it|its|again))?)",
    re.I,
)
_STANCES: tuple[tuple[str, Stance], ...] = (
    ("demand", "demands"), ("call", "demands"), ("urg", "demands"), ("request", "demands"), ("decid", "promises"), ("condemn", "accuses"),
    ("deplor", "accuses"), ("welcom", "praises"), ("commend", "praises"), ("invit", "demands"), ("appeal", "demands"), ("reject", "denies"),
    ("encourag", "demands"), ("appreciat", "praises"), ("express", "asserts"), ("recommend", "demands"), ("insist", "demands"), ("authoriz", "promises"),
)  # fmt: skip


def resolution_acts(syntax: Syntax) -> list[Draft]:
    """A statement for each preambular and operative paragraph of a resolution, its source the body that adopts it."""
    document = syntax.reading.document
    parts = [s.span for s in document.sections if s.kind in ("preamble", "operative")]
    if not parts:
        return []
    source = _body(syntax, parts[0])
    found = []
    for part in parts:
        match = _ACT.match(document.text, part.start, part.end)
        content = _trim(document.text, match.end(), part.end) if match else None
        if match is None or content is None or len(content) < 4:
            continue
        verb = Span(match.start("verb"), match.end("verb"))
        head = next((t for t in words_in(syntax, verb) if is_word(t)), None)
        word = match["verb"].lower()
        stance: Stance = next((s for start, s in _STANCES if word.startswith(start)), "asserts")
        cue = (Span(match.start("act"), match.end("act")),)
        found.append(Draft(source.spans, source.head, cue, head.index if head else None, (content,), "direct", stance, "resolution-act"))
    return found


def _body(syntax: Syntax, first: Span) -> Source:
    """The body: the line "The Security Council," before the preamble or at its head."""
    text = syntax.reading.document.text
    match = None
    for hit in _BODY.finditer(text, max(0, first.start - 1_500), min(len(text), first.start + 200)):
        match = hit
    if match is None:
        return Source()
    span = Span(match.start("name"), match.end("name"))
    words = [t for t in words_in(syntax, span) if is_word(t)]
    head = next((t for t in words if t.dep not in ("det", "compound", "amod", "nmod")), words[-1] if words else None)
    return Source((span,), head.index if head else None, None, "resolution-body")


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \n\t,:":
        start += 1
    while end > start and text[end - 1] in " \n\t,;.:":
        end -= 1
    return Span(start, end) if start < end else None
