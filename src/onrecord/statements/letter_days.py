"""Lines of a letter -> its day and the place it was written at."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.span import Span
from onrecord.statements.syntax import Syntax

_DATE_LINE = re.compile(r"^(?P<place>[A-ZÀ-Þ][\w’'\-]+(?: [A-ZÀ-Þ][\w’'\-]+){0,3}),?\s+(?=\d{1,2}\b|[A-Z][a-z]+ \d)")


def lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a stretch that hold more than space, without the space around them."""
    at = span.start
    for line in span.of(text).split("\n"):
        start = at + len(line) - len(line.lstrip())
        if line.strip():
            yield Span(start, start + len(line.strip()))
        at += len(line) + 1


def date_of(syntax: Syntax, spans: list[Span]) -> Span | None:
    """The first date in spans that has a day, else the first date at all."""
    found = [x for span in spans for x in _dates_in(syntax, span)]
    return next((x for x in found if _DAY.search(x.of(syntax.reading.document.text))), next(iter(found), None))


_DAY = re.compile(r"\b\d{1,2}\b.*\d{4}|\d{4}-\d{2}-\d{2}|[A-Za-z]+ \d{1,2}\b")


def date_in(syntax: Syntax, span: Span) -> Span | None:
    """The date in a span."""
    return date_of(syntax, [span])


def _dates_in(syntax: Syntax, span: Span) -> Iterator[Span]:
    timexes = syntax.reading.timexes
    at = bisect_left(timexes, span.start, key=lambda t: t.span.start)
    while at < len(timexes) and timexes[at].span.start < span.end:
        if timexes[at].type in ("DATE", "TIME"):
            yield timexes[at].span
        at += 1


def place_of(text: str, spans: list[Span]) -> Span | None:
    """The place before the date of a letter ("Baku, 15 July 2020")."""
    for span in spans:
        for line in lines(text, span):
            if match := _DATE_LINE.match(line.of(text)):
                return Span(line.start + match.start("place"), line.start + match.end("place"))
    return None
