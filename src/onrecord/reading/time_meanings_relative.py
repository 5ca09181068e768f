"""Matched patterns -> meanings of relative expressions, clock times, lengths and sets."""

from onrecord.reading.time_meanings import MONTHS, SEASONS, WEEKDAYS, Found, Meaning
from onrecord.reading.time_numbers import UNKNOWN, count_of, length

_FIRST, _LAST = frozenset(("first", "opening", "initial")), frozenset(("last", "final"))


def today(found: Found) -> Meaning:
    """Today, yesterday, tomorrow, tonight; the day before yesterday."""
    value = found.value("today") or "0"
    days, part = (value[:-3], value[-2:]) if "T" in value else (value, "")
    words = found.words()
    if "day" in words:
        days = str(int(days) + (-1 if "before" in words else 1))
    meaning = {"kind": "today", "days": days}
    if part:
        meaning["part"] = part
    if "overnight" in words:
        meaning["overnight"] = "1"
    return meaning


def rel(found: Found) -> Meaning | None:
    """A determiner or adjective with a unit, month, weekday, season or part of the day: "last week", "the following day", "this morning"."""
    words = found.words()
    which = _which(words, found)
    if which is None:
        return None
    meaning: Meaning = {"rel": which}
    if "the" in words or "its" in words or "their" in words:
        meaning["det"] = "the"
    if words[-1] == "week" and (weekday := found.value("weekday")):
        return meaning | {"kind": "rel", "unit": "W", "weekday": weekday}
    for names, field in ((MONTHS, "month"), (WEEKDAYS, "weekday"), (SEASONS, "season")):
        if value := found.value(*names):
            return meaning | {"kind": "calendar", field: value}
    if part := found.value("daypart"):
        return meaning | {"kind": "rel", "unit": "D", "part": part}
    unit = found.value("unit")
    if words[-1] == "night":
        return meaning | {"kind": "rel", "unit": "D", "part": "NI"}
    if unit is None:
        return None
    if found.of("fiscal"):
        meaning["fiscal"] = "1"
    if unit in ("TM", "TH", "TS"):
        return None
    return meaning | {"kind": "rel", "unit": unit}


def _which(words: list[str], found: Found) -> str | None:
    for word in (
        "previous",
        "preceding",
        "prior",
        "following",
        "ensuing",
        "succeeding",
        "subsequent",
        "coming",
        "upcoming",
        "past",
        "same",
        "last",
        "next",
    ):
        if word in words:
            value = found.lexicon[word]["rel"]
            return "last" if value == "past" else value
    return next((found.lexicon[w]["rel"] for w in words if "rel" in found.lexicon.get(w, {})), None)


def the_unit(found: Found) -> Meaning:
    """ "the day", "the year": the one the text speaks of."""
    return {"kind": "the_unit", "unit": found.lexicon[found.words()[-1]]["unit"]}


def _count_and_unit(found: Found) -> tuple[str, str] | None:
    unit = found.value("units", "unit")
    if unit is None:
        return None
    words = found.words()
    if "half" in words and ("and" in words):
        base = count_of(words[: words.index("and")], found.lexicon)
        return (base if base == UNKNOWN else f"{float(base) + 0.5:g}"), unit
    if "half" in words and not found.of("count"):
        return "0.5", unit
    counted = found.of("count") or found.of("number")
    if counted:
        return count_of(counted, found.lexicon), unit
    return ("1" if found.of("unit") else UNKNOWN), unit


def offset(found: Found) -> Meaning | None:
    """A length before or after now or a time of the text: "two weeks ago", "three days later"."""
    pair = _count_and_unit(found)
    words = found.words()
    if pair is None:
        unit = next((u for word, u in (("day", "D"), ("week", "W"), ("month", "M"), ("year", "Y")) if word in words), "D")
        pair = ("1", unit)
        part = {"night": "NI", "morning": "MO", "evening": "EV"}.get(words[1] if len(words) > 1 else "", "")
    else:
        part = ""
    count, unit = pair
    last = words[-1]
    of = "now" if last in ("ago", "hence", "back") or words[-2:] == ["from", "now"] else "text"
    way = "-1" if last in ("ago", "earlier", "before", "previously", "previous", "back", "beforehand") else "1"
    meaning = {"kind": "offset", "n": count, "unit": unit, "way": way, "of": of}
    if last in ("before", "after") and count.isdigit():
        meaning["until"] = last
    if part:
        meaning["part"] = part
    return meaning


def span_of_unit(found: Found) -> Meaning | None:
    """ "the past year": a length up to now."""
    unit = found.value("unit")
    return {"kind": "length", "value": length("1", unit), "n": "1", "unit": unit, "side": "-1"} if unit and unit != "WE" else None


def span_of_units(found: Found) -> Meaning | None:
    """ "the past two months", "the following days": a length beside now or a time of the text."""
    words = found.words()
    pair = _count_and_unit(found)
    if pair is None:
        return None
    side, of = "", "now"
    for word in words:
        if word in ("last", "past", "latest"):
            side = "-1"
        elif word in ("next", "coming", "ahead", "upcoming"):
            side = "1"
        elif word in ("following", "ensuing", "subsequent", "since"):
            side, of = "1", "text"
        elif word in ("previous", "preceding", "prior"):
            side, of = "-1", "text"
    meaning = {"kind": "length", "value": length(*pair), "n": pair[0], "unit": pair[1]}
    if (nth := ("1" if _FIRST & set(words) else "-1" if _LAST & set(words) else "")) and pair[0] != UNKNOWN:
        meaning |= {"nth": nth, "nth_count": pair[0], "nth_unit": pair[1]}
    return meaning | ({"side": side, "of": of} if side else {})


def make_length(found: Found) -> Meaning | None:
    """A length of time."""
    pair = _count_and_unit(found)
    if pair is None:
        return None
    count, unit = pair
    if unit == "WE" and count == "1":
        return {"kind": "length", "value": "P1WE", "n": count, "unit": unit}
    if _is_no_length(found, count, unit):
        return None
    return {"kind": "length", "value": length(count, unit), "n": count, "unit": unit}


def _is_no_length(found: Found, count: str, unit: str) -> bool:
    """Ages ("six-year-old"), shares ("three quarters"), "a second" and years taken for counts ("the 1988 quarter")."""
    words = found.words()
    aged = "old" in (found.after(), found.after(1)) and found.after() in ("old", "-")
    share = unit == "Q" or (unit == "TS" and words[0] in ("a", "second", "the"))
    if words[0] == "many" and found.before() == "as":
        return True
    clock = unit == "TH" and len(count) == 4 and found.before() == "at"
    return aged or share or clock or (len(count) == 4 and count.isdigit() and "unit" in {b.name for b in found.part.bounds})


def length_of_the_unit(found: Found) -> Meaning:
    """ "the year" in "the year ended March 31": its length."""
    unit = found.lexicon[found.words()[-1]]["unit"]
    return {"kind": "length", "value": length("1", unit), "n": "1", "unit": unit}


def year_ago(found: Found) -> Meaning:
    """ "the year-earlier quarter": a year before the period spoken of."""
    return {"kind": "offset", "n": "1", "unit": "Y", "way": "-1", "of": "text"}


def latest_period(found: Found) -> Meaning:
    """ "the latest quarter": the quarter spoken of, or the last to have ended."""
    return {"kind": "the_unit", "unit": "Q"}


def each(found: Found) -> Meaning | None:
    """A time that comes again: "every month", "each July", "twice a year"."""
    for names, template in ((WEEKDAYS, "XXXX-WXX-{}"), (MONTHS, "XXXX-{}"), (SEASONS, "XXXX-{}"), (("daypart",), "XXXX-XX-XXT{}")):
        if value := found.value(*names):
            return {"kind": "each", "value": template.format(value)}
    unit = found.value("units", "unit")
    if unit is None:
        return None
    words = found.words()
    count = "2" if "other" in words else str(found.ordinal() or 1) if found.of("ordword") else "1"
    if counted := found.of("count"):
        count = count_of(counted, found.lexicon)
    return {"kind": "each", "value": length(count, unit)}


def each_value(found: Found) -> Meaning:
    """An adverb or adjective of frequency, a newspaper's too ("the daily Al-Watan")."""
    return {"kind": "each", "value": found.value("adverb_set") or "PX"}


def ref(found: Found) -> Meaning:
    """Now, recently."""
    return {"kind": "ref", "value": found.value("now") or "PRESENT_REF"}


def recent_units(found: Found) -> Meaning:
    """ "recent weeks": an unknown number up to now; "recent years" is the past, left vague."""
    unit = found.value("units") or "Y"
    if "Y" in unit:
        return {"kind": "ref", "value": "PAST_REF"}
    return {"kind": "length", "value": length(UNKNOWN, unit), "n": UNKNOWN, "unit": unit, "side": "-1", "of": "now"}


def past_ref(found: Found) -> Meaning:
    """The past, left vague."""
    return {"kind": "ref", "value": "PAST_REF"}


def present_ref(found: Found) -> Meaning:
    """The present, left vague."""
    return {"kind": "ref", "value": "PRESENT_REF"}


def future_ref(found: Found) -> Meaning:
    """The future, left vague."""
    return {"kind": "ref", "value": "FUTURE_REF"}


def year_end(found: Found) -> Meaning:
    """The end of the year."""
    return {"kind": "calendar", "month": "12", "day": "31", "of_year": "this"}


def month_end(found: Found) -> Meaning:
    """The end of the month."""
    return {"kind": "the_unit", "unit": "M", "mod": "END"}


def week_of(found: Found) -> Meaning:
    """The head of "the week of March 9"; joined to its date."""
    return {"kind": "head", "week_of": "1"}


def that_time(found: Found) -> Meaning:
    """ "by that time", "since that date": the time last spoken of."""
    return {"kind": "that_time"}
