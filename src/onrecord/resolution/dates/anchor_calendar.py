"""Dates of the calendar that lack a part -> values: the year, month or day that the day of writing, tense or the text supplies."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from onrecord.resolution.dates.discourse import Discourse, Point
from onrecord.resolution.dates.reckoning import holiday, weekday_after, weekday_before
from onrecord.resolution.dates.tense import Tense
from onrecord.resolution.dates.values import week_value
from onrecord.resolution.dates.years import Meaning, choose_year
from onrecord.timespan import add_days, add_months


class ImpossibleDayError(ValueError):
    """A day or time that the calendar does not have, such as 31 February."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A TIMEX3 value, what it was counted from ("published", a time's id, "none") and the rule that chose."""

    value: str
    anchor: str = "none"
    rule: str = "as-written"
    point: Point | None = None


def anchor_calendar(m: Meaning, d: Discourse, tense: Tense, at: int) -> Answer:
    """The value of an expression that names part of a date. Raises ImpossibleDayError."""
    if "value" in m:
        check_week(m["value"])
        return Answer(m["value"])
    if "week" in m:
        year = m.get("year") or (f"{d.published.year:04d}" if d.published else "XXXX")
        return Answer(f"{year}-W{m['week']}", "none" if "year" in m or not d.published else "published", "week-by-number")
    if "decade" in m or "century" in m:
        return Answer(m.get("decade") or m["century"])
    if "yd" in m:
        return _decade_of(m, d)
    if "year" in m:
        return _written(m["year"], m, "none", "as-written")
    if "yy" in m:
        return _written(f"{_full_year(int(m['yy']), d):04d}", m, "none", "short-year")
    if m.get("holiday", "")[:4].isdigit():
        return Answer(m["holiday"])
    if "weekday" in m and "day" not in m and "month" not in m:
        return _weekday(m, d, tense, at)
    if "day" in m and "month" not in m:
        return _day_of_month(m, d, tense, at)
    return _with_year(m, d, tense, at)


def _written(year: str, m: Meaning, anchor: str, rule: str) -> Answer:
    """The value with this year, checked against the calendar."""
    if year == "0000":
        raise ValueError("not one of the years 1 to 9999: 0")
    month, day = m.get("month"), m.get("day")
    if "holiday" in m:
        return Answer(holiday(m["holiday"], int(year)).isoformat(), anchor, rule)
    if month and day:
        check_day(year, month, day)
        if m.get("week_of"):
            return Answer(week_value(date(int(year), int(month), int(day))), anchor, rule)
        return Answer(f"{year}-{month}-{day}", anchor, rule)
    if month:
        if not 1 <= int(month) <= 12:
            raise ImpossibleDayError(f"month {month}")
        return Answer(f"{year}-{month}", anchor, rule)
    for field, mark in (("season", ""), ("quarter", "Q"), ("half", "H")):
        if field in m:
            return Answer(f"{year}-{mark}{m[field]}", anchor, rule)
    return Answer(year, anchor, rule)


def check_day(year: str, month: str, day: str) -> None:
    """Raises ImpossibleDayError where no calendar has the day (29 February passes where the year is unknown or before Christ)."""
    number = int(year) if year.isdigit() and 0 < int(year) <= 9999 else 2000
    try:
        date(number, int(month), int(day))
    except ValueError as error:
        raise ImpossibleDayError(f"{int(day)} of month {int(month)} in {year}") from error


def check_week(value: str) -> None:
    """Raises ImpossibleDayError where a year has no such week."""
    year, _, week = value.partition("-W")
    try:
        date.fromisocalendar(int(year), int(week[:2]), int(week[3:] or 1))
    except ValueError as error:
        raise ImpossibleDayError(f"week {week} of {year}") from error


def _full_year(yy: int, d: Discourse) -> int:
    """The year of two digits: the latest not more than ten years after the day of writing, or the one nearest to the text's own."""
    if d.narrative and d.last is not None:
        return min((c * 100 + yy for c in range(10, 22)), key=lambda y: abs(y - d.last.year))  # type: ignore[union-attr]
    limit = (d.published.year if d.published else 2030) + 10
    return max(y for y in (limit // 100 * 100 + yy - 100, limit // 100 * 100 + yy) if y <= limit)


def _decade_of(m: Meaning, d: Discourse) -> Answer:
    digit = int(m["yd"])
    told = d.last is not None and d.tells_history(d.last.at)
    year = d.last.year if told and d.last else (d.published.year if d.published else 2000)
    decade = year // 100 * 10 + digit
    return Answer(str(decade - 10 if decade * 10 > year else decade), "published" if d.published else "none", "latest-such-decade")


def _weekday(m: Meaning, d: Discourse, tense: Tense, at: int) -> Answer:
    """A weekday: the nearest one in the direction of the tense, the day of writing included; in a history, the next one told."""
    weekday, rel = int(m["weekday"]), m.get("rel", "")
    textual = rel in ("following", "previous", "that", "same") or m.get("det") == "the" or d.published is None or d.narrative
    base, anchor = (d.last_day.date(), d.last_day.id) if textual and d.last_day else (d.published, "published")
    if base is None or "any" in m:
        return Answer(f"XXXX-WXX-{weekday}")
    if rel in ("last", "previous"):
        return Answer(weekday_before(base, weekday, same=False).isoformat(), anchor, "last-such-weekday")
    if rel in ("next", "following", "coming"):
        return Answer(weekday_after(base, weekday, same=False).isoformat(), anchor, "next-such-weekday")
    if rel == "this":
        return Answer(add_days(base, weekday - base.isoweekday()).isoformat(), anchor, "weekday-of-this-week")
    if tense == "future" or (anchor != "published" and rel == ""):
        return Answer(weekday_after(base, weekday, same=True).isoformat(), anchor, "next-weekday-by-tense")
    return Answer(weekday_before(base, weekday, same=True).isoformat(), anchor, "last-weekday-by-tense")


def _day_of_month(m: Meaning, d: Discourse, tense: Tense, at: int) -> Answer:
    """ "the 14th": of the month the text speaks of, else the nearest in the direction of the tense."""
    day = int(m["day"])
    if "months_away" in m and d.published is not None:
        month_meant = add_months(d.published.replace(day=1), int(m["months_away"]))
        check_day(str(month_meant.year), str(month_meant.month), str(day))
        return Answer(month_meant.replace(day=day).isoformat(), "published", "month-of-writing")
    if d.last is not None and d.last.month and (d.tells_history(at) or at - d.last.at < 300) and not d.last.before_christ:
        check_day(str(d.last.year), str(d.last.month), str(day))
        return Answer(f"{d.last.year:04d}-{d.last.month:02d}-{day:02d}", d.last.id, "month-of-the-text")
    if d.published is None:
        return Answer(f"XXXX-XX-{day:02d}")
    if "weekday" in m:
        return _weekday_and_day(int(m["weekday"]), day, d.published)
    way = 1 if tense == "future" else -1
    first = d.published.replace(day=1)
    if (day - d.published.day) * way < 0:
        first = add_months(first, way)
    while day > monthrange(first.year, first.month)[1]:
        first = add_months(first, way)
    return Answer(first.replace(day=day).isoformat(), "published", "day-of-month-by-tense")


def _weekday_and_day(weekday: int, day: int, published: date) -> Answer:
    """ "Thursday the 15th": the nearest month in which the day is that weekday."""
    fitting = []
    for months in range(-8, 9):
        first = add_months(published.replace(day=1), months)
        if day <= monthrange(first.year, first.month)[1] and first.replace(day=day).isoweekday() == weekday:
            fitting.append(first.replace(day=day))
    if not fitting:
        raise ImpossibleDayError(f"{day} on that weekday near {published}")
    nearest = min(fitting, key=lambda x: abs((x - published).days))
    return Answer(nearest.isoformat(), "published", "nearest-such-weekday-and-day")


def _with_year(m: Meaning, d: Discourse, tense: Tense, at: int) -> Answer:
    """A month, day, season, quarter or named day that lacks its year."""
    if m.get("month") and m.get("day"):
        check_day("any year", m["month"], m["day"])
    year, anchor, rule = choose_year(m, d, tense, at)
    if year is None:
        return Answer(_without_year(m))
    text = f"{year:04d}" if year > 0 else f"BC{-year:04d}"
    if year <= 0 and "holiday" in m:
        return Answer(text, anchor, rule)
    return _written(text, m, anchor, rule)


def _without_year(m: Meaning) -> str:
    if "month" in m:
        return f"XXXX-{m['month']}" + (f"-{m['day']}" if "day" in m else "")
    if "season" in m:
        return f"XXXX-{m['season']}"
    if m.get("holiday", "").count("-") == 1 and m["holiday"][:2].isdigit():
        return f"XXXX-{m['holiday']}"
    return f"XXXX-Q{m['quarter']}" if "quarter" in m else "XXXX"
