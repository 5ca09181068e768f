"""Matched patterns -> meanings of times of the clock and parts of the day."""

from onrecord.reading.time_meanings import Found, Meaning
from onrecord.reading.time_numbers import count_of


def daypart(found: Found) -> Meaning | None:
    """A part of the day with no day."""
    part, words = found.value("daypart"), found.words()
    return {"kind": "daypart", "part": part, "det": "the" if words[0] == "mid" else words[0] if len(words) > 1 else ""} if part else None


def daypart_of(found: Found) -> Meaning:
    """The head of "the night of 18 April": joined to its day, or dropped."""
    return {"kind": "head", "part": found.value("daypart") or "MO"}


def daypoint(found: Found) -> Meaning | None:
    """Noon, midnight, unless it ends a name ("Operation Midnight")."""
    if (
        found.words()[-1] not in (raw := found.lexed.raw(found.part.last - 1))
        and found.lexed.raw(found.part.first - 1)[:1].isupper()
        and raw[:1].isupper()
    ):
        return None
    return {"kind": "clock", "clock": found.value("daypoint") or "T12:00"}


_CLOCK_CUES = frozenset(("at", "around", "about", "by", "until", "till", "before", "after", "from", "since", "between"))


def _is_verse(found: Found) -> bool:
    """Whether a name stands before digits with a colon: "John 3:16", "Quran 2:191"."""
    name = found.lexed.raw(found.part.first - 1)
    named = name.isalpha() and name[:1].isupper() and name[1:].islower() and found.before() not in found.lexicon
    return named and ":" in found.words()[0] and not name.endswith(("ly", "ime"))


def clock(found: Found) -> Meaning | None:
    """A time of the clock, with its zone. An impossible one (25:00) is kept with `impossible`, for the anchor to leave out."""
    words = found.words()
    digits = (found.of("clock") or found.of("d31") or found.of("decimal") or found.of("hhmm") or [words[0]])[0]
    seconds = ""
    if found.of("hhmm"):
        hour, minute = int(digits[:2]), int(digits[2:])
    elif digits[0].isdigit() and not digits.isdigit():
        numbers = [int(x) for x in digits.replace(".", ":").replace("h", ":").split(":")]
        hour, minute = numbers[0], numbers[1]
        seconds = f":{numbers[2]:02d}" if len(numbers) > 2 else ""
    else:
        hour, minute = (int(digits) if digits.isdigit() else int(float(count_of([digits], found.lexicon)))), -1
    half = (found.of("ampm") or [""])[0][:1]
    part = found.value("daypart")
    if half == "p" or part in ("AF", "EV") or (part == "NI" and hour >= 6):
        hour += 12 if hour < 12 else 0
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or (hour == 24 and minute > 0):
        sure = found.of("zonemark") or found.of("ampm") or "clock" in words or found.before() in _CLOCK_CUES
        return {"kind": "clock", "clock": "", "impossible": "1"} if sure else None
    if not (found.of("zonemark") or found.of("ampm")) and _is_verse(found):
        return None
    meaning = {"kind": "clock", "clock": f"T{hour:02d}:{max(minute, 0):02d}{seconds}"}
    if zone := found.value("zone"):
        meaning["zone"] = zone
        if signed := found.of("zonemark"):
            offset_ = [w for w in signed if w.isdigit()]
            meaning["zone"] = f"{'-' if '-' in signed else '+'}{int(offset_[0]):02d}" if offset_ else zone
    return meaning


def clock_dotted(found: Found) -> Meaning | None:
    """ "at 14.35 hours": hours and minutes, where the digits can be those."""
    digits = (found.of("decimal") or ["0"])[0]
    hours, _, minutes = digits.partition(".")
    return clock(found) if len(minutes) == 2 and hours.isdigit() and int(hours) < 24 and int(minutes) < 60 else None


def clock_bare(found: Found) -> Meaning | None:
    """ "at 0430", "at 1430 on Monday": four digits that begin with a nought or stand before a day."""
    digits = found.words()[0]
    return clock(found) if digits[0] == "0" or (found.before() == "at" and found.after() == "on") else None
