"""TIMEX3 values -> days and EDTF: what "1998-Q3", "2013-W11-WE", "198" or "BC0264" cover."""

import re
from datetime import date

from onrecord.timespan import Timespan, add_days, format_edtf, month_days

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_WEEK = re.compile(r"(\d{4})-W(\d{1,2})(?:-(\d|WE))?", re.ASCII)
_CALENDAR = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_BEFORE_CHRIST = re.compile(r"BC(\d{2,4})", re.ASCII)


def timespan_of(value: str, mod: str = "") -> Timespan:
    """First and last day of a TIMEX3 value, narrowed by a modifier: START and END keep a half of a month, season or year, MID its middle.

    Underspecified values (XXXX-09-27), references (PAST_REF) and years before Christ have no days; EDTF is kept where it exists.
    Seasons are the northern ones, by whole months; winter runs into the next year.
    """
    day, _, clock = value.partition("T")
    try:
        ends, edtf = _days(day)
    except ValueError:
        return Timespan()
    if ends is None:
        return Timespan(edtf=edtf)
    if clock and ends[0] == ends[1] and clock[:1].isdigit() and "X" not in clock and not clock.startswith("24"):
        return Timespan(*ends, f"{day}T{_clock_edtf(clock)}")
    narrowed = narrow(*ends, mod)
    return Timespan(*narrowed, edtf if narrowed == ends else format_edtf(*narrowed))


def _clock_edtf(clock: str) -> str:
    """A time of the clock as EDTF writes it: with seconds, and minutes in its zone."""
    time, zone = re.fullmatch(r"([\d:]+)(.*)", clock, re.ASCII).groups()  # type: ignore[union-attr]
    return time + ":00" * (2 - time.count(":")) + (f"{zone}:00" if len(zone) == 3 else zone)


def narrow(earliest: date, latest: date, mod: str) -> tuple[date, date]:
    """The part of a run of days that a modifier leaves."""
    days = (latest - earliest).days + 1
    if days < 7 or mod not in ("START", "MID", "END"):
        return earliest, latest
    if mod == "START":
        return earliest, _half(earliest, latest, days)[0]
    if mod == "END":
        return _half(earliest, latest, days)[1], latest
    if 28 <= days <= 31:
        return earliest.replace(day=11), earliest.replace(day=20)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return earliest.replace(month=5), latest.replace(month=8)
    third = days // 3
    return add_days(earliest, third), add_days(latest, -third)


def _half(earliest: date, latest: date, days: int) -> tuple[date, date]:
    """The last day of the first half and the first of the second: a month parts after the 15th, a year after June."""
    if 28 <= days <= 31 and earliest.day == 1:
        return earliest.replace(day=15), earliest.replace(day=16)
    years = latest.year - earliest.year + 1
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        first = date(earliest.year + years // 2, 7 if years % 2 else 1, 1)
        return add_days(first, -1), first
    middle = add_days(earliest, days // 2)
    return add_days(middle, -1), middle


def _days(value: str) -> tuple[tuple[date, date] | None, str | None]:
    if found := _CALENDAR.fullmatch(value):
        year, month, day = (int(x) if x else None for x in found.groups())
        assert year is not None
        if day and month:
            whole = date(year, month, day)
            return (whole, whole), value
        if month:
            return month_days(year, month), value
        return ((date(year, 1, 1), date(year, 12, 31)), value) if year else (None, value)
    if found := _WEEK.fullmatch(value):
        return _week(int(found[1]), int(found[2]), found[3])
    if re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", value, re.ASCII):
        year, season = int(value[:4]), value[5:]
        return month_days(year, _SEASON_MONTHS[season], 3), f"{year:04d}-{_SEASON_EDTF[season]}"
    if re.fullmatch(r"\d{4}-[QH][1-4]", value, re.ASCII):
        year, number, months = int(value[:4]), int(value[6]), 3 if value[5] == "Q" else 6
        if months == 6 and number > 2:
            return None, None
        return month_days(year, (number - 1) * months + 1, months), f"{year:04d}-{(32 if months == 3 else 39) + number}"
    if re.fullmatch(r"\d{3}", value, re.ASCII):
        return ((date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)) if int(value) else None), f"{value}X"
    if re.fullmatch(r"\d{2}", value, re.ASCII):
        return ((date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)) if int(value) else None), f"{value}XX"
    if found := _BEFORE_CHRIST.fullmatch(value):
        return None, f"-{int(found[1]) - 1:04d}" if len(found[1]) == 4 else None
    if re.fullmatch(r"XXXX-\d{2}(-\d{2})?", value, re.ASCII):
        return None, value
    return None, None


def _week(year: int, week: int, day: str | None) -> tuple[tuple[date, date], str | None]:
    if day and day.isdigit():
        whole = date.fromisocalendar(year, week, int(day))
        return (whole, whole), whole.isoformat()
    first = date.fromisocalendar(year, week, 6 if day == "WE" else 1)
    last = date.fromisocalendar(year, week, 7)
    return (first, last), f"{first.isoformat()}/{last.isoformat()}"


def week_value(day: date) -> str:
    """The ISO week a day lies in, as a TIMEX3 value."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
