"""Reading, Publication -> times: every time expression anchored, by tense and discourse, with its days."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.basis import Basis, Flag, Omission, Reason
from onrecord.reading.reading import Reading, Timex
from onrecord.resolution.dates.anchor_calendar import Answer, ImpossibleDayError, anchor_calendar
from onrecord.resolution.dates.anchor_relative import (
    anchor_day_of_clock,
    anchor_offset,
    anchor_rel,
    anchor_the_unit,
    anchor_today,
    rough,
    unit_at,
)
from onrecord.resolution.dates.discourse import Discourse, Point, is_deictic, survey
from onrecord.resolution.dates.parts import part_of
from onrecord.resolution.dates.reckoning import moved
from onrecord.resolution.dates.tense import tense_at
from onrecord.resolution.dates.values import timespan_of
from onrecord.resolution.dates.years import Meaning
from onrecord.resolution.resolution import Publication, Time
from onrecord.timespan import Timespan, add_days, format_edtf


@dataclass(frozen=True, slots=True)
class Anchored:
    """The times of a text, with flags and omissions for those that cannot be."""

    times: tuple[Time, ...]
    flags: tuple[Flag, ...] = ()
    omissions: tuple[Omission, ...] = ()


def anchor_times(reading: Reading, publication: Publication) -> Anchored:
    """One Time for each timex that can be, in text order; "t1" is the first timex, and an impossible one leaves its number out."""
    discourse = survey(reading.timexes, _day(publication), reading.document.text)
    times: list[Time] = []
    flags: list[Flag] = []
    omissions: list[Omission] = []
    for number, timex in enumerate(reading.timexes, 1):
        try:
            times.append(_anchored(reading, timex, f"t{number}", discourse))
        except ImpossibleDayError as error:
            flags.append(Flag("date_impossible", timex.span, f"no calendar has {error}"))
            omissions.append(Omission(timex.span, "resolution", f"impossible date: {error}"))
        except (ValueError, OverflowError) as error:
            omissions.append(Omission(timex.span, "resolution", f"outside the calendar: {error}"))
    return Anchored(tuple(times), tuple(flags), tuple(omissions))


def _day(publication: Publication) -> date | None:
    return publication.timespan.earliest if publication.timespan.earliest == publication.timespan.latest else None


def _anchored(reading: Reading, timex: Timex, ident: str, d: Discourse) -> Time:
    meaning = dict(timex.meaning)
    if meaning.get("impossible"):
        raise ImpossibleDayError(timex.span.of(reading.document.text))
    if reason := meaning.get("outside"):
        raise ValueError(reason)
    fronted = bool(_FRONT.search(reading.document.text, max(0, timex.span.start - 40), timex.span.start))
    answer = _shifted(_answer(reading, timex, meaning, d), meaning)
    value = _with_clock(answer.value, meaning)
    if "nth" in meaning and meaning["kind"] != "length":
        value, span = part_of(answer.value, meaning)
    else:
        span = _timespan(meaning, value, d)
    d.year_in_front = fronted if "month" not in meaning and "year" in meaning else d.year_in_front
    _remember(ident, answer.value, meaning, timex.span.start, d)
    d.fronted_until = (
        _end_of_sentence(reading.document.text, timex.span.end) if fronted and set(meaning) <= {"kind", "year", "mod"} else d.fronted_until
    )
    reasons = (Reason(answer.rule, 1.0, f"counted from {answer.anchor}" if answer.anchor != "none" else ""),)
    return Time(ident, timex.span, timex.type, value, span, answer.anchor, Basis(timex.basis.rule, None, reasons))


_FRONT = re.compile(r"(?:\A|[.!?][\"”’']*\s+|\n\s*)(?:back )?(?:in|during|throughout|by|since|until)\s+(?:the year )?\Z", re.IGNORECASE)


def _end_of_sentence(text: str, start: int) -> int:
    """Where the sentence ends, or a little on: a year in front rules the months after it so far."""
    found = re.compile(r"[.!?][\"”’']*\s+[A-Z]|\n").search(text, start, start + 200)
    return found.start() if found else start + 200


def _shifted(answer: Answer, m: Meaning) -> Answer:
    """The day some days or weeks from the one an expression names ("two weeks after Easter")."""
    if "shift" not in m or "X" in answer.value or (whole := timespan_of(answer.value)).earliest is None:
        return answer
    day = moved(whole.earliest, float(m["shift"]), m["shift_unit"])
    unit = "D" if whole.earliest == whole.latest else m.get("unit", "D")
    return Answer(unit_at(day, unit, 0), answer.anchor, answer.rule)


def _answer(reading: Reading, timex: Timex, m: Meaning, d: Discourse) -> Answer:
    at, kind = timex.span.start, m["kind"]
    if kind == "calendar":
        return anchor_calendar(m, d, tense_at(reading, timex.span), at)
    if kind == "rel" and m.get("weekday"):
        week = anchor_rel(m, d, at)
        return Answer(
            f"{week.value}-{m['weekday']}" if "X" in week.value else _weekday_of(week.value, m["weekday"]), week.anchor, week.rule
        )
    if kind == "rel":
        return anchor_rel(m, d, at)
    if kind == "today":
        return anchor_today(m, d)
    if kind == "offset":
        return anchor_offset(m, d)
    if kind == "the_unit":
        return anchor_the_unit(m, d, at)
    if kind == "clock":
        return anchor_day_of_clock(d, at)
    if kind == "daypart":
        return anchor_day_of_clock(d, at) if m.get("det") == "the" else Answer("XXXX-XX-XX")
    if kind == "that_time":
        return Answer(rough(d.last), d.last.id, "time-last-spoken-of") if d.last else Answer("PAST_REF")
    return Answer(m["value"])


def _weekday_of(week: str, weekday: str) -> str:
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), int(weekday)).isoformat()


def _with_clock(value: str, m: Meaning) -> str:
    if "clock" in m:
        return f"{value}{m['clock']}{m.get('zone', '')}"
    return f"{value}T{m['part']}" if "part" in m else value


def _timespan(m: Meaning, value: str, d: Discourse) -> Timespan:
    if m["kind"] != "length":
        return timespan_of(value, m.get("mod", ""))
    return _beside(m, d)


def _beside(m: Meaning, d: Discourse) -> Timespan:
    """The days of "the past two months" or "the following days": beside the day of writing or the last day of the text."""
    textual = m.get("of") == "text" or d.narrative
    base = d.last_day.date() if textual and d.last_day else d.published
    if "side" not in m or base is None:
        return Timespan()
    way, count = int(m["side"]), m["n"]
    if count == "X":
        upto = d.published if way > 0 and textual and d.published is not None and d.published > base else None
        return _run(None, base) if way < 0 else _run(add_days(base, 1), upto)
    there = moved(base, way * float(count), m["unit"])
    return _run(add_days(there, 1), base) if way < 0 else _run(add_days(base, 1), there)


def _run(earliest: date | None, latest: date | None) -> Timespan:
    if earliest and latest and earliest > latest:
        return Timespan()
    return Timespan(earliest, latest, format_edtf(earliest, latest))


def _remember(ident: str, value: str, m: Meaning, at: int, d: Discourse) -> None:
    """Make the time the last one spoken of, where it has at least a year."""
    if is_deictic(m):
        d.deictic_at = at
    compared = m["kind"] == "offset" and m["way"] == "-1" and "Y" in m["unit"] and (not d.narrative or "0Y" in m["unit"])
    named = m.get("holiday", "")[:4].isdigit() and not d.narrative
    if m["kind"] in ("length", "each", "ref") or compared or named:
        return
    before_christ = value.startswith("BC")
    digits = value[2:6] if before_christ else value[:4]
    if len(digits) < 4 or not digits.isdigit() or digits == "0000":
        return
    parts = value.split("-")
    month = int(parts[1]) if not before_christ and len(parts) > 1 and parts[1].isdigit() and len(parts[1]) == 2 else None
    if month is None and not before_christ and len(parts) > 1 and "W" in parts[1] and parts[1] != "WI" and "X" not in value:
        month = timespan_of(value).earliest.month if timespan_of(value).earliest else None  # type: ignore[union-attr]
    day = int(parts[2]) if month and len(parts) > 2 and parts[2].isdigit() and len(parts[2]) == 2 else None
    if month is None and len(parts) > 1 and parts[1] in ("SP", "SU", "FA"):
        month = {"SP": 3, "SU": 6, "FA": 9}[parts[1]]
    quarter = int(parts[1][1]) if len(parts) > 1 and parts[1][:1] == "Q" and parts[1][1:].isdigit() else None
    d.say(Point(ident, int(digits), month, day, before_christ, at, quarter))
