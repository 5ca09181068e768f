"""Preambular and operative paragraphs -> statements: each opens with the body's own act ("Demands that", "Recalling", "Calls upon")."""

import re

from onrecord.span import Span
from onrecord.statements.draft import Draft
from onrecord.statements.sources import Source
from onrecord.statements.statement import Stance
from onrecord.statements.syntax import Syntax, is_word, words_in

_BODY = re.compile(r"^[ \t]*(?P<name>(?:The|THE) [A-ZÀ-Þ][^\n,.;:]{3,90}|Council|COUNCIL|Assembly|ASSEMBLY|Commission|COMMISSION),", re.M)
_NAMED = re.compile(
    r"\bThe (?:[A-ZÀ-Þ][\w'’-]* |and |of |the |on |for ){1,9}(?:Council|Assembly|Commission)(?: (?:of|for) the(?: [A-ZÀ-Þ][\w'’-]*)+)?"
)
_LEADING = r"(?:(?:Further|Also|Again|Deeply|Gravely|Strongly|Solemnly|Urgently|Once more|Firmly|Having|Being|Once again|Fully|Particularly|Seriously)\s+(?:also\s+)?){0,3}"
_FEELING = (
    r"with (?:(?:deep|great|grave|serious|the utmost|utmost|profound|particular|renewed|growing|much|keen) )?"
    r"(?:appreciation|alarm|concern|satisfaction|regret|dismay|interest|approval|gratitude|indignation|disappointment)"
    r"(?: and (?:deep |great )?(?:appreciation|alarm|concern|satisfaction|regret|dismay))?"
)
_ACT = re.compile(
    rf"\s*(?:\(?(?:\d{{1,3}}|[a-z]|[ivx]{{1,4}})\s*[.)]\s*|[-–—•*]\s*)?(?P<act>{_LEADING}(?:to\s+(?P<plain>[a-z]+)|(?P<verb>[A-Z]?[a-z]+(?:s|ing|ed)|heard|met|taken|aware|mindful|conscious))(?P<tail>\s+(?:upon|on|for|note of|{_FEELING}|with)\b)?)",
    re.I,
)
_LISTED = re.compile(r"\s*[-–—•*]\s*(?P<act>(?P<verb>[a-z]+))(?=\s)")
_NEXT_ACT = re.compile(
    r"(?:,|;)?\s+and\s+(?:(?:in this regard|in this connection|to that end|further|also|again|strongly|once more|,)\s*,?\s*){0,2}(?P<verb>[a-z]+s)(?P<tail>\s+(?:upon|on|for|note of)\b)?(?=\s)"
)
_STANCES: tuple[tuple[str, Stance], ...] = (
    ("demand", "demands"), ("call", "demands"), ("urg", "demands"), ("request", "demands"), ("decid", "promises"), ("condemn", "accuses"),
    ("deplor", "accuses"), ("welcom", "praises"), ("commend", "praises"), ("invit", "demands"), ("appeal", "demands"), ("reject", "denies"),
    ("encourag", "demands"), ("appreciat", "praises"), ("express", "asserts"), ("recommend", "demands"), ("insist", "demands"), ("authori", "promises"),
    ("thank", "praises"), ("denounc", "accuses"), ("resolv", "promises"), ("extend", "promises"), ("support", "praises"), ("endors", "praises"),
    ("prais", "praises"), ("censur", "accuses"), ("instruct", "demands"), ("direct", "demands"), ("warn", "threatens"),
)  # fmt: skip
_OTHER_ACTS = (
    "recall",
    "not",
    "reaffirm",
    "affirm",
    "stress",
    "emphasi",
    "declar",
    "underlin",
    "reiterat",
    "tak",
    "underscor",
    "acknowledg",
    "recogni",
    "confirm",
    "determin",
    "consider",
    "regret",
    "remind",
    "adopt",
    "approv",
    "designat",
    "establish",
    "remain",
)
"""Beginnings of the verbs of other acts of a body."""


def resolution_acts(syntax: Syntax) -> list[Draft]:
    """A statement for each preambular and operative paragraph of a resolution, its source the body that adopts it."""
    document = syntax.reading.document
    parts = [s.span for s in document.sections if s.kind in ("preamble", "operative")]
    if not parts:
        return []
    source, found, deciding = _body(syntax, parts[0]), [], False
    for part in parts:
        text = part.of(document.text)
        match = (_LISTED.match(document.text, part.start, part.end) if deciding else None) or _ACT.match(
            document.text, part.start, part.end
        )
        deciding = bool(re.search(r"\bto:\s*$", text)) or (deciding and text.lstrip()[:1] in "-–—•*")
        found += _acts(syntax, source, match, part) if match is not None else []
    return found


def _acts(syntax: Syntax, source: Source, match: re.Match[str], part: Span) -> list[Draft]:
    """The acts of one paragraph: its first verb, and others of the body's that "and" joins to it ("condemns ..., and demands that")."""
    text = syntax.reading.document.text
    later = [m for m in _NEXT_ACT.finditer(text, match.end(), part.end) if _stance(m["verb"]) or m["verb"].startswith(_OTHER_ACTS)]
    found = []
    for here, following in zip([match, *later], [*later, None], strict=True):
        content = _trim(text, here.end(), following.start() if following else part.end)
        if content is None or len(content) < 4:
            continue
        named = here.groupdict()
        word = (named.get("plain") or named.get("verb") or "").lower()
        at = "plain" if named.get("plain") else "verb"
        head = next((t for t in words_in(syntax, Span(*here.span(at))) if is_word(t)), None)
        cue = Span(here.start("act") if "act" in named else here.start("verb"), here.end())
        stance: Stance = _stance(word) or "asserts"
        index = head.index if head is not None else None
        found.append(Draft(source.spans, source.head, (cue,), index, (content,), "direct", stance, "resolution-act"))
    return found


def _stance(word: str) -> Stance | None:
    return next((s for start, s in _STANCES if word.lower().startswith(start)), None)


def _body(syntax: Syntax, first: Span) -> Source:
    """The body: the line "The Security Council," before the preamble or at its head."""
    text = syntax.reading.document.text
    match = None
    for hit in _BODY.finditer(text, max(0, first.start - 1_500), min(len(text), first.start + 200)):
        match = hit
    if match is None:
        return Source()
    span = Span(match.start("name"), match.end("name"))
    if " " not in match["name"] and (named := _NAMED.search(text, max(0, first.start - 1_500), match.start())):
        span = Span(named.start(), named.end())
    words = [t for t in words_in(syntax, span) if is_word(t)]
    head = next((t for t in words if t.dep not in ("det", "compound", "amod", "nmod")), words[-1] if words else None)
    return Source((span,), head.index if head else None, None, "resolution-body")


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \n\t,:":
        start += 1
    while end > start and text[end - 1] in " \n\t,;.:":
        end -= 1
    return Span(start, end) if start < end else None
