"""Days by rule: holidays, the weekday before or after a day, a day some units away; all of the calendar, nothing of any text."""

import calendar
from datetime import date

from onrecord.timespan import add_days, add_months

_WEEKDAYS = {name.lower(): i + 1 for i, name in enumerate(calendar.day_name)}
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date:
    """The day of a named day in a year: MM-DD, YYYY-MM-DD, "easter+N" or "MM-weekday-N". Raises ValueError for another rule."""
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:]))
    if rule[:4].isdigit():
        return date.fromisoformat(rule)
    month, _, rest = rule.partition("-")
    if rest.isdigit():
        return date(year, int(month), int(rest))
    name, _, nth = rest.partition("-")
    first = date(year, int(month), 1)
    if int(nth) > 0:
        return add_days(first, (_WEEKDAYS[name] - first.isoweekday()) % 7 + 7 * (int(nth) - 1))
    last = first.replace(day=calendar.monthrange(year, int(month))[1])
    return add_days(last, -((last.isoweekday() - _WEEKDAYS[name]) % 7) + 7 * (int(nth) + 1))


def weekday_before(day: date, weekday: int, *, same: bool) -> date:
    """The latest such weekday (Monday 1) before a day; the day itself counts where `same`."""
    back = (day.isoweekday() - weekday) % 7
    return add_days(day, -(back if back or same else 7))


def weekday_after(day: date, weekday: int, *, same: bool) -> date:
    """The earliest such weekday (Monday 1) after a day; the day itself counts where `same`."""
    on = (weekday - day.isoweekday()) % 7
    return add_days(day, on if on or same else 7)


def moved(day: date, count: float, unit: str) -> date:
    """The day some units ("D", "W", "M", "Y", "10Y", "TH" ...) away. Raises ValueError outside years 1 to 9999."""
    digits = "".join(c for c in unit if c.isdigit())
    count *= int(digits or 1)
    letter = unit.lstrip("0123456789")
    if abs(count) > 1_000_000:
        raise ValueError(f"{count} {unit} is outside the calendar")
    if letter == "Y":
        return add_months(day, round(count * 12))
    if letter == "Q":
        return add_months(day, round(count * 3))
    if letter == "M":
        whole = int(count)
        return add_days(add_months(day, whole), round((count - whole) * 30))
    if letter in ("W", "WE"):
        return add_days(day, round(count * 7))
    if letter in ("D", "N"):
        return add_days(day, round(count))
    return add_days(day, round(count / {"TH": 24, "TM": 1440, "TS": 86400}[letter]))


def season_of(day: date) -> tuple[str, int]:
    """The northern season a day lies in, and the year it began in."""
    for name, month in SEASON_MONTH.items():
        if month <= day.month < month + 3:
            return name, day.year
    return "WI", day.year - (day.month < 3)
