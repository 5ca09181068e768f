"""Lines -> the paragraphs of a resolution: preambular and operative."""

import re

from onrecord.documents.lines import Kinds, Line, joined, paragraphs

_BODY = r"(?:The|THE) [A-ZÀ-Þ][\w ,'’()-]{3,140}?"
_OPENING = re.compile(rf"^(?:{_BODY}|Council|COUNCIL|Assembly|ASSEMBLY|Commission),$")
_ADVERB = r"(?:(?:Deeply|Gravely|Seriously|Strongly|Fully|Further|Also|Firmly|Again|Once again|Having|Expressing|Solemnly|Particularly|Extremely|Profoundly|Keenly|And),? ?)*"
_PREAMBULAR = re.compile(
    rf"^{_ADVERB}(?:[A-Z]?[a-z]+ing|[A-Z]?[a-z]*(?:considered|heard|received|examined|studied|adopted|met|reviewed|regard|concerned|convinced|alarmed|disturbed"
    r"|determined|guided|encouraged|resolved|appalled|distressed|shocked|outraged|motivated|inspired|mindful|aware|conscious|cognizant))\b",
    re.I,
)
_NUMBERED = re.compile(r"^(?P<number>\d{1,3})\. ?(?P<verb>\S.*)$")
_OPERATIVE = re.compile(rf"^{_ADVERB}[A-Z]?[a-z]+(?:s|es)\b", re.I)
_DECIDES = re.compile(r"^(?:resolves|decides|recommends|agrees)(?: to)?:$", re.I)
_LISTED = re.compile(r"^[-–—•*] ?[a-z]+\b")
_RUN_IN_OPENING = re.compile(rf"^{_BODY}, (?={_ADVERB}[A-Z][a-z]+(?:ing|ed)\b)")
_RUN_IN_PART = re.compile(
    r"(?<=[,;.]) (?=(?:and )?\d{1,2}\. [A-Z])|(?<=[,;]) (?=[A-Z])(?=(?:(?:Deeply|Gravely|Seriously|Further|Also|Strongly|Having) )*[A-Za-z][a-z]+(?:ing|ed|ful|ware|ious|ant)\b)"
)
FEWEST = 2
"""Paragraphs of the form that must follow the opening."""


def split_resolution(lines: list[Line], text: str) -> list[Line]:
    """The lines with a resolution's paragraphs on lines of their own where they were run together ("The Council, Recalling ..., 1. Calls upon ...")."""
    found: list[Line] = []
    inside = False
    for line in lines:
        whole = text[line.start : line.end] if len(line.text) < line.end - line.start else line.text
        opening = _RUN_IN_OPENING.match(whole)
        parts = sum(1 for _ in _RUN_IN_PART.finditer(whole)) if opening or inside else 0
        inside = inside or bool(opening and parts >= FEWEST) or bool(_OPENING.match(whole[:200]))
        if opening is None or parts < FEWEST:
            found.append(line)
            continue
        cuts = [opening.end(), *(m.end() for m in _RUN_IN_PART.finditer(whole, opening.end()))]
        at = 0
        for cut in [*cuts, len(whole)]:
            piece = whole[at:cut].strip()
            if piece:
                start = line.start + at + len(whole[at:cut]) - len(whole[at:cut].lstrip())
                found.append(Line(start, start + len(piece), piece[:600], gap=line.gap and at == 0))
            at = cut
    return found


def mark_resolution(lines: list[Line], kinds: Kinds) -> bool:
    """Marks a resolution's paragraphs from "The ... ," on; whether the text is one."""
    units = [(a, b) for a, b in paragraphs(lines)]
    for n, (a, b) in enumerate(units[:200]):
        if kinds[a] is None and _OPENING.match(joined(lines, a, b)) and _follows(lines, units[n + 1 : n + 6]):
            _mark(lines, kinds, units, n)
            return True
    return False


def _follows(lines: list[Line], units: list[tuple[int, int]]) -> bool:
    texts = [joined(lines, a, b) for a, b in units]
    return (
        sum(bool(_PREAMBULAR.match(t) and t.endswith((",", ";", ":"))) or _is_operative(t) or bool(_DECIDES.match(t)) for t in texts)
        >= FEWEST
    )


def _is_operative(text: str) -> bool:
    match = _NUMBERED.match(text)
    return bool(match and _OPERATIVE.match(match["verb"]))


def _mark(lines: list[Line], kinds: Kinds, units: list[tuple[int, int]], opening: int) -> None:
    operative = ended = listed = False
    for n, (a, b) in enumerate(units[opening:]):
        if kinds[a] is not None:
            continue
        text = joined(lines, a, b)
        if n and _DECIDES.match(text):
            operative = listed = True
        starts_verb = bool(_OPERATIVE.match(text)) and text[0].isupper() and not _PREAMBULAR.match(text)
        if n and (_is_operative(text) or (starts_verb and text.endswith((";", ".", ":")))):
            operative = True
        elif operative and ended and not (listed and _LISTED.match(text)) and not re.match(r"^\(?[a-zivx0-9]{1,4}[).]", text):
            return
        for i in range(a, b):
            kinds[i] = "operative" if operative else "preamble"
        ended = text.endswith(".") and operative
