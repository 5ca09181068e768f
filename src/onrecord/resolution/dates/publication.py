"""Reading -> the day the document was published: metadata and the caller first, then what the text gives for itself.

A text gives its day in its dateline or header, in a line of its own near the top, where an agency names the day it reports on ("X reports
on Oct. 23"), or where a letter closes with place and day. A year it leaves out is taken from the latest year the text names.
"""

import re
from bisect import bisect_right
from datetime import date

from onrecord.basis import Basis
from onrecord.reading.reading import Reading, Timex
from onrecord.resolution.resolution import Publication
from onrecord.span import Span
from onrecord.timespan import Timespan

_TOP = 1_500
"""Characters from the beginning in which a line of its own, or an agency's report, gives the day."""
_BOTTOM = 400
_OWN_SECTIONS = {"dateline": "day-in-the-dateline", "header": "day-in-the-header", "signature": "day-at-the-signature"}
_ORDER = (
    "day-in-the-dateline",
    "day-in-the-header",
    "line-that-is-a-day",
    "agency-reports-on-the-day",
    "day-at-the-signature",
    "closing-place-and-day",
)
_LINE_START = re.compile(
    r"\s*(?:(?:date|dated|published|updated|posted|issued|released|as of|as at|situation as of)\b[ :]*(?:on )?|[^\n]{0,80}\((?:as of|as at)\s+|\(?(?:[A-ZÀ-Þ][\w.'’-]*[ ]?){1,4},\s*)?",
    re.I,
)
_ISSUED = re.compile(
    r"\s*(?!The |An? |In )(?:[A-ZÀ-Þ][\w-]* ){0,4}(?:Report|Bulletin|Update|Statement|Communiqu[eé]|Release|Briefing|Summary)(?: (?:No\.? ?)?[\d/-]+)?,? "
    r"(?:issued|released|published) (?:on )?"
)
"""A title that says when it was issued: "Daily Report 12/2021 issued on 16 January 2021"."""
_LINE_END = re.compile(r"\s*(?:[,.;)–—|-].{0,60}|\(.{0,60}|Dear .*|at \d.{0,40}|\d{1,2}:\d\d.{0,40}|$)")
_REPORTS = re.compile(r"\b(?:reports?|reported|reporting|informs|writes)\s+(?:on\s+)?(?:\w+day,?\s+)?$")


def find_publication(reading: Reading) -> Publication:
    """When the document was published and how that is known."""
    day = reading.document.published
    if day is not None:
        return Publication(Timespan(day, day, day.isoformat()), reading.document.published_from, Basis("published-as-given"))
    named = [(rule, timex) for timex in reading.timexes if (rule := names_own_day(reading, timex)) is not None]
    if not named:
        return Publication()
    rule, timex = min(named, key=lambda pair: (_ORDER.index(pair[0]), pair[1].span.start))
    return _publication(reading, timex, rule)


def names_own_day(reading: Reading, timex: Timex) -> str | None:
    """The rule by which a time expression names the document's own day, if any."""
    meaning = dict(timex.meaning)
    if meaning.get("kind") != "calendar" or not {"month", "day"} <= meaning.keys() or "of_year" in meaning:
        return None
    sections = reading.document.sections
    place = bisect_right(sections, timex.span.start, key=lambda s: s.span.start) - 1
    kind = sections[place].kind if place >= 0 and sections[place].span.contains(timex.span) else "body"
    if kind in _OWN_SECTIONS:
        return _OWN_SECTIONS[kind]
    text = reading.document.text
    at, length = timex.span.start, len(text)
    if at > _TOP and at < length - _BOTTOM:
        return None
    start = text.rfind("\n", max(0, at - 200), at) + 1
    end = text.find("\n", timex.span.end, timex.span.end + 200)
    before, after = text[start:at], text[timex.span.end : end if end >= 0 else timex.span.end + 200]
    if at <= _TOP and _REPORTS.search(before):
        return "agency-reports-on-the-day"
    if _ISSUED.fullmatch(before) and at <= _TOP and not after.strip():
        return "line-that-is-a-day"
    if not _LINE_START.fullmatch(before) or not _LINE_END.match(after):
        return None
    if at > _TOP:
        return "closing-place-and-day" if len(after) < 30 else None
    alone = len(after.strip()) < 62 or after.lstrip().startswith("Dear")
    return "line-that-is-a-day" if alone and (before.strip() or "year" in meaning or "yy" in meaning) else None


def _publication(reading: Reading, timex: Timex, rule: str) -> Publication:
    meaning = dict(timex.meaning)
    year = _year(meaning) or _year_of_the_text(reading, timex.span, meaning)
    if year is None:
        return Publication(Timespan(edtf=f"XXXX-{meaning['month']}-{meaning['day']}"), "text", Basis(rule))
    try:
        day = date(year, int(meaning["month"]), int(meaning["day"]))
    except ValueError:
        return Publication()
    return Publication(Timespan(day, day, day.isoformat()), "text", Basis(rule))


def _year(meaning: dict[str, str]) -> int | None:
    if meaning.get("year", "").isdigit():
        return int(meaning["year"])
    if "yy" in meaning:
        return int(meaning["yy"]) + (1900 if int(meaning["yy"]) >= 40 else 2000)
    return None


def _year_of_the_text(reading: Reading, day: Span, meaning: dict[str, str]) -> int | None:
    """The latest year the text names, where the text tells of a month of it near the day, or names it before the day; else unknown.

    A year of the past that news mentions in passing ("seized power in February 2021") is not the year of writing.
    """
    named = [(t.span.start, dict(t.meaning)) for t in reading.timexes]
    dated = [
        (int(m["year"]), int(m.get("month", "0")), at)
        for at, m in named
        if m.get("kind") == "calendar" and m.get("year", "").isdigit() and len(m["year"]) == 4
    ]
    if not dated:
        return None
    year = max(y for y, _, _ in dated)
    month = int(meaning["month"])
    of_it = [(m, at) for y, m, at in dated if y == year]
    if not any((month - m) % 12 in (0, 1, 2, 11) for m, _ in of_it if m) and all(at > day.start for _, at in of_it):
        return None
    return year + (max(m for m, _ in of_it) > month)
