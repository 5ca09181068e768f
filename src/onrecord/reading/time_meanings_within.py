"""Matched patterns -> meanings of parts counted within a longer time: "the last week of", "the first Monday in", "the 5th ult."."""

from onrecord.reading.time_meanings import WEEKDAYS, Found, Meaning
from onrecord.reading.time_numbers import length

_LAST = frozenset(("last", "final", "closing", "latter"))
_MONTHS_AWAY = {"inst": "0", "instant": "0", "ult": "-1", "ultimo": "-1", "prox": "1", "proximo": "1"}


def nth_of(found: Found) -> Meaning | None:
    """The head of "the second week of June": joined to its month or year, or dropped. `nth` counts from 1, from the end where it is -1."""
    words = found.words()
    nth = "-1" if _LAST & set(words) else "1" if "opening" in words else str(found.ordinal() or 0)
    if weekday := found.value(*WEEKDAYS):
        return {"kind": "head", "nth": nth, "nth_weekday": weekday} if nth != "0" else None
    unit = found.value("unit")
    if unit not in ("D", "W", "WE", "M", "Y") or nth == "0":
        return None
    return {"kind": "head", "nth": nth, "nth_unit": unit, "value": length("1", unit)}


def day_of_letters(found: Found) -> Meaning:
    """The days of old letters: "the 5th inst." is of the month of writing, "ult." of the one before, "prox." of the next."""
    word = next(w for w in found.words() if w in _MONTHS_AWAY)
    day = int((found.of("dord") or found.of("d31") or ["1"])[0].rstrip("stndrh"))
    return {"kind": "calendar", "day": f"{day:02d}", "months_away": _MONTHS_AWAY[word]}


def day_of_rel_month(found: Found) -> Meaning:
    """ "the 15th of last month", "the 1st of the month"."""
    day, words = int((found.of("dord") or ["1"])[0].rstrip("stndrh")), found.words()
    meaning = {"kind": "calendar", "day": f"{day:02d}"}
    away = {"last": "-1", "this": "0", "next": "1"}.get(words[-2])
    return meaning | ({"months_away": away} if away else {})


def military_day(found: Found) -> Meaning | None:
    """ "12 JUN 23": day, month in capitals, year."""
    if not found.lexed.raw(found.part.first + 1).isupper():
        return None
    return {"kind": "calendar", "day": f"{int(found.words()[0]):02d}", "month": found.value("month_short") or "", "yy": found.words()[-1]}


def week_number(found: Found) -> Meaning | None:
    """ "week 3 of 2027": a week by its number."""
    number = (found.of("int") or ["0"])[0]
    if not number.isdigit() or not 1 <= int(number) <= 53:
        return None
    return {"kind": "calendar", "week": f"{int(number):02d}"} | ({"year": year[0]} if (year := found.of("yyyy")) else {})
