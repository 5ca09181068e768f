"""Matched patterns -> meanings of what looks like a time and has no day in our calendar: found, so that it can be left out and said to be.

`impossible` marks a day or hour that no calendar has; `outside` says why a time that may exist has no days here.
"""

from onrecord.reading.time_meanings import Found, Meaning

YEARS = "not one of the years 1 to 9999"


def day_beyond(found: Found) -> Meaning | None:
    """ "45 May 1998", "0 June 2001": a day that no month has."""
    words = found.of("int") or found.of("dord") or [""]
    digits = words[0].rstrip("stndrh")
    return {"kind": "calendar", "impossible": "1"} if digits.isdigit() and len(digits) <= 2 and not 1 <= int(digits) <= 31 else None


def year_far(found: Found) -> Meaning | None:
    """ "the year 850" is a year; "the year 12000" and "the year 0" are none of our calendar. Small numbers are years of a school or a plan."""
    digits = (found.of("int") or ["0"])[0].replace(",", "")
    if 100 <= int(digits) <= 9999:
        return {"kind": "calendar", "year": f"{int(digits):04d}"}
    return {"kind": "calendar", "outside": f"{YEARS}: {digits}"} if int(digits) == 0 or int(digits) > 9999 else None


def early_year(found: Found) -> Meaning | None:
    """ "25 December 800": a day of a year of three digits; "1 January 0000" has no year of ours."""
    digits = (found.part.bounds[-1].name == "int" and found.words()[-1]) or ""
    day = (found.of("d31") or found.of("dord") or ["0"])[0].rstrip("stndrh")
    if not digits.isdigit() or not (len(digits) == 3 or (len(digits) == 4 and digits[0] == "0") or len(digits) == 5):
        return None
    month = found.value("month", "month_unsure", "month_short")
    if not 1 <= int(digits) <= 9999:
        return {"kind": "calendar", "outside": f"{YEARS}: {int(digits)}"}
    return {"kind": "calendar", "year": f"{int(digits):04d}", "month": month or "", "day": f"{int(day):02d}"}


def era_far(found: Found) -> Meaning | None:
    """ "12,000 BC", "0 AD": years beyond those that have a value."""
    digits = (found.of("int") or ["1"])[0].replace(",", "")
    return {"kind": "calendar", "outside": f"{YEARS}: {' '.join(found.words())}"} if not 0 < int(digits) < 10000 else None


def other_calendar(found: Found) -> Meaning | None:
    """ "1403 AH", "12 Muharram 1443": dates of another calendar, which are not turned into ours."""
    return {"kind": "calendar", "outside": "a date of another calendar"}


def hours_beyond(found: Found) -> Meaning | None:
    """ "at 2560 hours": four digits that are no time of the day."""
    digits = (found.of("int") or [""])[0]
    real = len(digits) != 4 or not digits.isdigit() or (int(digits[:2]) < 24 and int(digits[2:]) < 60)
    return None if real else {"kind": "clock", "clock": "", "impossible": "1"}
