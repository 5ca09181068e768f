"""Text -> quotations that dashes set off, as novels and some newspapers print dialogue: "― The rebels fired, said the colonel. ― We fled." """

import re
from bisect import bisect_left

from onrecord.resources.cues import CueLexicon
from onrecord.span import Span
from onrecord.statements.quotations import Quotation
from onrecord.statements.syntax import Syntax

_OPENS = re.compile(r"(?P<bar>\u2015)[ \t]*|(?:^|\n)[ \t]*[—–-][ \t]+(?=[\w“\"'¿¡])")
_STOP = re.compile(r"[,?!…]\s+(?=[a-z])")
BESIDE = 4
"""Words after a comma within which a verb of saying shows that the speech has ended ("he said", "the old judge asked")."""
LONGEST = 4_000
"""Characters of one speech in which its verb of saying is sought."""


def dash_quotations(syntax: Syntax, lexicon: CueLexicon, paragraphs: list[Span]) -> list[Quotation]:
    """What stands between a dialogue's dash and the words that credit it, and what the paragraph goes on to say after a further bar.

    A horizontal bar opens wherever it stands, other dashes only at the head of a paragraph. Speech that nothing credits is left as it is.
    """
    text, found = syntax.reading.document.text, []
    openings = list(_OPENS.finditer(text))
    at = 0
    for para in paragraphs if openings else ():
        while at < len(openings) and openings[at].end() < para.start:
            at += 1
        here = []
        while at < len(openings) and openings[at].end() < para.end:
            here.append(openings[at])
            at += 1
        credited = False
        for n, opening in enumerate(here):
            start, end = opening.end(), here[n + 1].start() if n + 1 < len(here) else para.end
            stop = _credited(syntax, lexicon, start, min(end, start + LONGEST))
            if stop is not None or (credited and opening["bar"]):
                span = Span(start, stop if stop is not None else start + len(text[start:end].rstrip()))
                found.append(Quotation(span, span, 0))
                credited = True
    return [q for q in found if len(q.inner) > 1]


def _credited(syntax: Syntax, lexicon: CueLexicon, start: int, end: int) -> int | None:
    """Where a speech ends: after the first comma or other mark that a verb of saying with its speaker follows."""
    text, tokens = syntax.reading.document.text, syntax.reading.tokens
    for stop in _STOP.finditer(text, start, end):
        first = bisect_left(tokens, stop.end(), key=lambda t: t.start)
        for token in tokens[first : first + BESIDE]:
            if token.pos in ("PUNCT", "ADP", "SCONJ") or token.start >= end:
                break
            says = any("quote" in c.takes and not c.particle for c in lexicon.of("verb", token.lemma.lower()))
            if says and token.tag in ("VBD", "VBZ", "VBP", "VBN"):
                return stop.start() + 1
    return None
