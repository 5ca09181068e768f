"""Time spans: the first and last day that something can lie on, with the precision the text gives (ISO 8601-2 / EDTF)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Timespan:
    """Days `earliest` to `latest`, both included; None is an open or unknown end. `edtf` keeps the precision ("1988", "2020-10", "2020-09-27").

    Raises ValueError when the days are the wrong way round.
    """

    earliest: date | None = None
    latest: date | None = None
    edtf: str | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"not a time span: {self.earliest} to {self.latest}")

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.earliest is not None or self.latest is not None

    def overlaps(self, other: "Timespan") -> bool:
        """Whether the two may share a day; an open end reaches for ever."""
        after = self.latest is not None and other.earliest is not None and self.latest < other.earliest
        before = self.earliest is not None and other.latest is not None and other.latest < self.earliest
        return not (after or before)


_SIMPLE = re.compile(
    r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|XXXX)(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?(?P<unsure>[?~%]?)(?:T[\d:Z+.\-]+)?",
    re.ASCII,
)
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6)}


def parse_edtf(text: str) -> Timespan:
    """The days of an EDTF string: dates of any precision, seasons, quarters, unspecified digits, intervals with open or unknown ends.

    Years outside 1 to 9999 have no days of the calendar used here: their ends are None. Raises ValueError for anything else.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return Timespan(*_days(text), text)
    earliest = None if first in ("", "..") else _days(first)[0]
    latest = None if last in ("", "..") else _days(last)[1]
    return Timespan(earliest, latest, text)


def format_edtf(earliest: date | None, latest: date | None) -> str | None:
    """The shortest EDTF string for a run of days: a day, a month, a year, or an interval; None where neither end is known."""
    if earliest is None and latest is None:
        return None
    if earliest is None or latest is None:
        return f"{earliest.isoformat() if earliest else '..'}/{latest.isoformat() if latest else '..'}"
    if earliest == latest:
        return earliest.isoformat()
    if (earliest, latest) == month_days(earliest.year, earliest.month):
        return f"{earliest.year:04d}-{earliest.month:02d}"
    if (earliest, latest) == (date(earliest.year, 1, 1), date(earliest.year, 12, 31)):
        return f"{earliest.year:04d}"
    return f"{earliest.isoformat()}/{latest.isoformat()}"


def month_days(year: int, month: int, months: int = 1) -> tuple[date, date]:
    """First and last day of some months from this one on. Raises ValueError outside years 1 to 9999."""
    last_year, last_month = divmod(year * 12 + month - 1 + months - 1, 12)
    return date(year, month, 1), date(last_year, last_month + 1, calendar.monthrange(last_year, last_month + 1)[1])


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last day. Raises ValueError outside years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is outside the calendar")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """The day some days on. Raises ValueError outside years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise ValueError(str(error)) from error


def _days(text: str) -> tuple[date | None, date | None]:
    found = _SIMPLE.fullmatch(text)
    if not found:
        raise ValueError(f"not EDTF: {text!r}")
    if found["year"] == "XXXX":
        return None, None
    low, high = int(found["year"].replace("X", "0")), int(found["year"].replace("X", "9"))
    if low < 0:
        low, high = high, low
    month, day = found["month"], found["day"]
    if low < 1 or high > 9999:
        return None, None
    if month in (None, "XX"):
        return date(low, 1, 1), date(high, 12, 31)
    if (number := int(month)) in _SEASONS:
        start, months = _SEASONS[number]
        return month_days(low, start, months) if low < 9999 else (None, None)
    if day in (None, "XX"):
        return month_days(low, number)
    whole = date(low, number, int(day))
    return whole, whole
