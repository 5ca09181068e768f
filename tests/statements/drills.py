"""Drill sentences with their answers in the text: {source} <cue> [content]."""

import re
from collections.abc import Mapping
from typing import Any

from onrecord.documents.document import new_document
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.attribute import attribute
from onrecord.statements.statement import Statement, Statements

_SIGNS = re.compile(r"[{}<>\[\]]")
RESOURCES = Resources()


def unmarked(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """The plain sentence, and its spans by opening sign: "{" source, "<" cue, "[" content."""
    text, spans, began = "", {"{": [], "<": [], "[": []}, {}
    at = 0
    for hit in _SIGNS.finditer(marked):
        text += marked[at : hit.start()]
        at = hit.end()
        if hit.group() in spans:
            began[hit.group()] = len(text)
        else:
            opening = {"}": "{", ">": "<", "]": "["}[hit.group()]
            spans[opening].append(Span(began[opening], len(text)))
    return text + marked[at:], spans


def readings(parser: Parser, texts: list[str]) -> list[Reading]:
    return [read(new_document(t), parser=parser, resources=RESOURCES) for t in texts]


def statements_of(parser: Parser, text: str) -> Statements:
    return attribute(readings(parser, [text])[0], resources=RESOURCES)


def share(a: list[Span], b: list[Span]) -> float:
    """Shared characters over all characters, with marks at the ends not counted."""
    one, other = ({c for s in spans for c in range(s.start, s.end)} for spans in (a, b))
    return len(one & other) / len(one | other) if one | other else 1.0


def matches(statement: Statement, wanted: dict[str, list[Span]]) -> bool:
    """Whether cue and source overlap (or both sources are empty) and content is nearly the same."""
    cue = any(a.overlaps(b) for a in statement.cue for b in wanted["<"]) or (not statement.cue and not wanted["<"])
    source = any(a.overlaps(b) for a in statement.source for b in wanted["{"]) or (not statement.source and not wanted["{"])
    return cue and source and share(list(statement.content), wanted["["]) >= 0.75


def shown(text: str, found: Statements) -> str:
    """Statements as a drill would write them, for a failing test's message."""
    join = lambda spans: " .. ".join(s.of(text) for s in spans)  # noqa: E731
    return " | ".join(f"{s.basis.rule}: {{{join(s.source)}}} <{join(s.cue)}> [{join(s.content)}]" for s in found.statements) or "nothing"


def misread(parser: Parser, entries: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The examples of a lexicon's entries in which nothing is credited as they are marked, each with what is found instead."""
    wrong = []
    for entry in entries.values():
        for example in entry["examples"]:
            text, wanted = unmarked(example)
            found = statements_of(parser, text)
            if not any(matches(s, wanted) for s in found.statements):
                wrong.append(f"{entry['id']}: {example}  GOT {shown(text, found)}")
    return wrong
