"""A longer time and a count within it -> the part's value and days: the last week of August, the first Monday of June, the first ten months of 1915."""

from datetime import date

from onrecord.resolution.dates.reckoning import moved, weekday_after, weekday_before
from onrecord.resolution.dates.values import timespan_of, week_value
from onrecord.timespan import Timespan, add_days, format_edtf


def part_of(whole: str, m: dict[str, str]) -> tuple[str, Timespan]:
    """The value and days of the part that `nth` and its unit, weekday or count name; the length alone where the whole has no days.

    Raises ValueError where the whole has no such part ("the sixth Monday of May").
    """
    span, nth = timespan_of(whole), int(m["nth"])
    if span.earliest is None or span.latest is None:
        return (f"XXXX-WXX-{m['nth_weekday']}" if "nth_weekday" in m else m["length"]), Timespan()
    if "nth_weekday" in m or m.get("nth_unit") == "WE":
        return _weekday(span.earliest, span.latest, nth, m.get("nth_weekday"))
    earliest, latest = _run(span.earliest, span.latest, nth, float(m.get("nth_count", "1")), m["nth_unit"])
    if not span.earliest <= earliest <= latest <= span.latest:
        raise ValueError(f"no such part of {whole}")
    value = earliest.isoformat() if earliest == latest else m["length"]
    return value, Timespan(earliest, latest, format_edtf(earliest, latest))


def _run(first: date, last: date, nth: int, count: float, unit: str) -> tuple[date, date]:
    if nth < 0:
        return moved(add_days(last, 1), -count, unit), last
    start = moved(first, (nth - 1) * count, unit)
    return start, add_days(moved(start, count, unit), -1)


def _weekday(first: date, last: date, nth: int, weekday: str | None) -> tuple[str, Timespan]:
    """The nth such weekday, or the nth weekend, in a run of days."""
    wanted = int(weekday or 6)
    day = add_days(weekday_after(first, wanted, same=True), 7 * (nth - 1)) if nth > 0 else weekday_before(last, wanted, same=True)
    if not first <= day <= last:
        raise ValueError("no such weekday in it")
    value = day.isoformat() if weekday else week_value(day) + "-WE"
    return value, timespan_of(value)
