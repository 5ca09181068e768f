"""Expressions that count from another time -> values: "last week", "two days later", "the year", "3 p.m."."""

from datetime import date

from onrecord.resolution.dates.anchor_calendar import Answer
from onrecord.resolution.dates.discourse import Discourse, Point, is_deictic
from onrecord.resolution.dates.reckoning import moved
from onrecord.resolution.dates.values import week_value
from onrecord.resolution.dates.years import Meaning
from onrecord.timespan import add_days

_FROM_TEXT = frozenset(("following", "previous", "that", "same"))
_STEP = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}
UNKNOWN_SIDE = {-1: "PAST_REF", 1: "FUTURE_REF"}


def anchor_today(m: Meaning, d: Discourse) -> Answer:
    """Today, yesterday, tomorrow."""
    if d.published is None:
        return Answer("PRESENT_REF" if m["days"] == "0" else UNKNOWN_SIDE[1 if int(m["days"]) > 0 else -1])
    if m.get("overnight"):
        return Answer(add_days(d.published, -1).isoformat(), "published", "night-before")
    return Answer(add_days(d.published, int(m["days"])).isoformat(), "published", "counted-from-publication")


def anchor_rel(m: Meaning, d: Discourse, at: int) -> Answer:
    """A unit beside now or beside a time of the text."""
    which, unit = m["rel"], m["unit"]
    far = unit not in ("W", "WE") or m.get("det") == "the"
    if d.published is None and not d.narrative and is_deictic(dict(m)):
        return Answer(_unknown(which, unit), "none", "day-of-writing-not-known")
    told = which in _FROM_TEXT or (which == "next" and m.get("det") == "the") or (d.narrative and far) or d.published is None
    if told and d.last is not None and not (which in ("this", "last") and unit == "D" and "part" in m and d.published and not d.narrative):
        return _from_point(which, unit, d)
    if d.published is None:
        return Answer(_unknown(which, unit), "none", "nothing-to-count-from")
    return Answer(unit_at(d.published, unit, _STEP.get(which, 0)), "published", "counted-from-publication")


def _from_point(which: str, unit: str, d: Discourse) -> Answer:
    step, point = _STEP.get(which, 0), d.last
    assert point is not None
    if unit in ("D", "W", "WE", "N") and not point.day and d.last_day is not None and d.last_day.year == point.year and point.month is None:
        point = d.last_day
    if point.before_christ:
        return Answer(f"BC{point.year - step:04d}" if unit == "Y" else f"BC{point.year:04d}", point.id, "counted-in-the-text")
    if day := point.date():
        return Answer(unit_at(day, unit, step), point.id, "counted-in-the-text")
    if unit in ("Y", "10Y", "100Y"):
        return Answer(unit_at(date(point.year, 1, 1), unit, step), point.id, "counted-in-the-text")
    if unit in ("M", "Q") and point.month:
        return Answer(unit_at(date(point.year, point.month, 1), unit, step), point.id, "counted-in-the-text")
    return Answer(rough(point), point.id, "no-finer-than-the-text")


def rough(point: Point) -> str:
    """A point as far as it is known."""
    if point.before_christ:
        return f"BC{point.year:04d}"
    return f"{point.year:04d}" + (f"-{point.month:02d}" if point.month else "") + (f"-{point.day:02d}" if point.month and point.day else "")


def unit_at(day: date, unit: str, step: int) -> str:
    """The value of the unit some steps from the one a day lies in."""
    if unit == "WE":
        base = add_days(day, -((day.isoweekday() - 6) % 7)) if step == 0 and day.isoweekday() < 6 else day
        if step < 0 and day.isoweekday() >= 6:
            base = add_days(day, -7)
        elif step < 0:
            base = add_days(day, -day.isoweekday())
        elif step > 0:
            base = add_days(day, 7 if day.isoweekday() >= 6 else 0)
        return week_value(base) + "-WE"
    there = moved(day, step, unit)
    if unit in ("D", "N"):
        return there.isoformat()
    if unit in ("W", "2W"):
        return week_value(there)
    if unit == "M":
        return f"{there.year:04d}-{there.month:02d}"
    if unit == "Q":
        return f"{there.year:04d}-Q{(there.month + 2) // 3}"
    if unit == "Y":
        return f"{there.year:04d}"
    if unit == "10Y":
        return f"{there.year // 10:03d}"
    if unit == "100Y":
        return f"{there.year // 100:02d}"
    return f"{there.year:04d}-{there.month:02d}-{there.day:02d}"


def _unknown(which: str, unit: str) -> str:
    if unit == "D":
        return "XXXX-XX-XX"
    if unit in ("W", "WE"):
        return "XXXX-WXX" + ("-WE" if unit == "WE" else "")
    return {"M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX"}.get(unit, UNKNOWN_SIDE.get(_STEP.get(which, 0), "PRESENT_REF"))


def anchor_offset(m: Meaning, d: Discourse) -> Answer:
    """A count of units before or after now or a time of the text; "a year ago" in talk of a quarter is that quarter a year ago."""
    if m["unit"] == "Y" and m["n"].isdigit() and d.last is not None and d.last.quarter:
        year = d.last.year + int(m["way"]) * int(m["n"])
        return Answer(f"{year:04d}-Q{d.last.quarter}", d.last.id, "quarter-of-the-text")
    way = int(m["way"])
    if m["n"] == "X":
        return Answer(UNKNOWN_SIDE[way], "none", "count-unknown")
    count, unit = float(m["n"]) * way, m["unit"]
    if m["of"] == "now" and not (d.narrative and d.last) and d.published is not None:
        return Answer(_precise(moved(d.published, count, unit), unit, count), "published", "counted-from-publication")
    point = d.last
    if point is None:
        if d.published is None or m["of"] == "text":
            return Answer(UNKNOWN_SIDE[way], "none", "nothing-to-count-from") if d.published is None else Answer(
                _precise(moved(d.published, count, unit), unit, count), "published", "counted-from-publication"
            )  # fmt: skip
        return Answer(UNKNOWN_SIDE[way])
    if (
        unit not in ("Y", "10Y", "100Y", "M", "Q")
        and not point.day
        and d.last_day is not None
        and point.month is None
        and d.last_day.year == point.year
    ):
        point = d.last_day
    if point.before_christ:
        years = count * {"Y": 1, "10Y": 10, "100Y": 100}.get(unit, 0)
        return Answer(f"BC{max(1, point.year - round(years)):04d}", point.id, "counted-in-the-text")
    if day := point.date():
        return Answer(_precise(moved(day, count, unit), unit, count, told=True), point.id, "counted-in-the-text")
    if unit in ("Y", "10Y", "100Y", "1000Y"):
        there = moved(date(point.year, point.month or 1, 1), count, unit)
        return Answer(f"{there.year:04d}", point.id, "counted-in-the-text")
    if unit in ("M", "Q") and point.month:
        there = moved(date(point.year, point.month, 1), count, unit)
        return Answer(f"{there.year:04d}-{there.month:02d}", point.id, "counted-in-the-text")
    return Answer(rough(point), point.id, "no-finer-than-the-text")


def _precise(day: date, unit: str, count: float, *, told: bool = False) -> str:
    """A day cut to what its unit speaks of: years ago is a year, months ago a month, weeks and days a day."""
    letter = unit.lstrip("0123456789")
    years = count * int(unit[:-1] or 1) if letter == "Y" else 0.0
    if letter == "Y" and years == int(years):
        return f"{day.year:04d}"
    if letter in ("Y", "M", "Q"):
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()


def anchor_the_unit(m: Meaning, d: Discourse, at: int) -> Answer:
    """ "the year", "the day": of the text's own time in a history, else of the day of writing."""
    if m["unit"] == "Q" and d.published is not None and not d.narrative:
        if d.last is not None and d.last.quarter:
            return Answer(f"{d.last.year:04d}-Q{d.last.quarter}", d.last.id, "quarter-of-the-text")
        return Answer(unit_at(d.published, "Q", -1), "published", "last-quarter-ended")
    if (d.tells_history(at) or d.published is None) and d.last is not None:
        return _from_point("same", m["unit"], d)
    if d.published is None:
        return Answer(_unknown("same", m["unit"]))
    return Answer(
        unit_at(d.published, m["unit"], -1 if m["unit"] == "WE" and d.published.isoweekday() < 6 else 0),
        "published",
        "counted-from-publication",
    )


def anchor_day_of_clock(d: Discourse, at: int) -> Answer:
    """The day of a time of the clock that names none: the last day spoken of in the sentence, in a history any; else the day of writing."""
    point = d.last_day
    near = point is not None and (d.tells_history(at) or at - point.at < 150)
    if near and point is not None and point.date():
        return Answer(rough(point), point.id, "day-of-the-text")
    if d.published is not None and not d.narrative:
        return Answer(d.published.isoformat(), "published", "day-of-publication")
    return Answer(rough(point) if point else "XXXX-XX-XX", point.id if point else "none", "day-of-the-text")
