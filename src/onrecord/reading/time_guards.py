"""Words that look like times and may not be: bare years, months that are names, seasons, days of the clock; judged by their neighbours."""

from onrecord.reading.time_meanings import MONTHS, Found, Meaning, add_year

_TIME_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "during",
        "before",
        "after",
        "throughout",
        "between",
        "circa",
        "around",
        "late",
        "early",
        "mid",
        "mid-",
        "year",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "through",
        "of",
        "to",
        "dated",
        "(",
        "and",
        "or",
        "[",
        "towards",
        "toward",
        "into",
        "post",
        "pre",
    ]
)
_STRONG = _TIME_PREPOSITIONS - {"of", "to", "and", "or", "around", "through", "into", "after", "before", "from", "between", "late", "early"}
_NUMBERED = frozenset(
    [
        "resolution",
        "resolutions",
        "no",
        "number",
        "nos",
        "article",
        "section",
        "page",
        "pages",
        "flight",
        "highway",
        "route",
        "room",
        "chapter",
        "model",
        "boeing",
        "airbus",
        "paragraph",
        "decree",
        "law",
        "unscr",
        "usc",
        "a/res/",
        "version",
        "series",
        "mark",
        "b-",
        "f-",
        "mi-",
        "su-",
        "#",
        "$",
        "£",
        "€",
        "¥",
        "+",
        "×",
        "±",
        "no.",
        "pp",
        "p",
    ]
)
_MEASURES = frozenset(
    [
        "%",
        "percent",
        "per",
        "km",
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "mile",
        "miles",
        "metre",
        "metres",
        "meter",
        "meters",
        "feet",
        "foot",
        "yards",
        "tons",
        "tonnes",
        "kg",
        "kilograms",
        "pounds",
        "dollars",
        "euros",
        "rubles",
        "roubles",
        "manat",
        "dinars",
        "lira",
        "hectares",
        "acres",
        "barrels",
        "litres",
        "troops",
        "soldiers",
        "people",
        "men",
        "women",
        "children",
        "civilians",
        "refugees",
        "fighters",
        "families",
        "homes",
        "houses",
        "persons",
        "tanks",
        "aircraft",
        "planes",
        "ships",
        "guns",
        "prisoners",
        "dead",
        "wounded",
        "casualties",
        "houses",
        "villages",
        "schools",
        "votes",
        "seats",
        "members",
        "workers",
        "others",
        "degrees",
        "hours",
        "mw",
        "points",
        "shares",
        "copies",
        "rounds",
        "shells",
        "rockets",
        "missiles",
        "of",
    ]
)
_PLURAL_TIME = frozenset(
    [
        "elections",
        "protests",
        "talks",
        "games",
        "olympics",
        "hearings",
        "floods",
        "attacks",
        "wars",
        "riots",
        "accords",
        "agreements",
        "budgets",
        "films",
    ]
)


def year_alone(found: Found) -> Meaning | None:
    """A bare four-digit number, where its neighbours speak for a year or at least not for a count, a number in a series or a price."""
    number = int(found.words()[0])
    before, after = found.before(), found.after()
    if before == after == "/":
        return None
    if (
        before in _NUMBERED
        or before.rstrip(".") in _NUMBERED
        or (before in "./" and before and found.lexed.word(found.part.first - 2).isdigit())
    ):
        return None
    if after in _MEASURES - {"of"} or (after == "-" and found.after(1) in _MEASURES):
        return None
    if after in found.lexicon and {"units", "unit", "big"} & set(found.lexicon[after]):
        return None
    if after in (",", ".") and found.after(1).isdigit() and len(found.after(1)) == 3:
        return None
    strong = before in _STRONG
    counted = (
        after.isalpha()
        and after.endswith("s")
        and len(after) > 3
        and after not in _PLURAL_TIME
        and found.lexed.raw(found.part.last).islower()
    )
    if counted and not strong and number % 10 == 0:
        return None
    if counted and number % 100 == 0 and found.after() not in ("was",):
        return None
    if number % 100 == 0 and not strong and before not in _TIME_PREPOSITIONS and after.isalpha() and after not in found.lexicon:
        return None
    if not 1500 <= number <= 2100 and not (before in _TIME_PREPOSITIONS and (not after.isalpha() or after in found.lexicon or strong)):
        return None
    meaning: Meaning = {"kind": "calendar"}
    add_year(found, meaning)
    return meaning


def month_alone(found: Found) -> Meaning | None:
    """A bare month, unless it is part of a name ("April Ryan", "August Wilson") or an ordinary word."""
    after_raw = found.lexed.raw(found.part.last)
    adjacent = (
        found.part.last < len(found.lexed.starts) and found.lexed.starts[found.part.last] - found.lexed.ends[found.part.last - 1] == 1
    )
    before = found.before()
    month = found.value(*MONTHS)
    if month is None:
        return None
    unsure = found.of("month_unsure") or found.of("month_short")
    if unsure and (
        after_raw in ("be", "have", "not", "on")
        or (before in ("and", "or", "of", "to") and found.of("month_short") and found.words()[-1] != ".")
    ):
        return None
    is_name = adjacent and after_raw[:1].isupper() and after_raw.isalpha() and len(after_raw) > 1 and found.after() not in found.lexicon
    if is_name and before not in _TIME_PREPOSITIONS:
        return {"kind": "calendar", "month": month, "in_name": "1"} if before in ("the", "its") else None
    return {"kind": "calendar", "month": month}


def season_alone(found: Found) -> Meaning | None:
    """A bare season, unless it is part of a name ("Winter Palace", "Arab Spring", "Summer Olympics")."""
    raw = found.lexed.raw(found.part.last - 1)
    following = found.lexed.raw(found.part.last)
    preceding = found.lexed.raw(found.part.first - 1)
    if raw[:1].isupper() and (following[:1].isupper() or (preceding[:1].isupper() and found.before() not in found.lexicon)):
        return None
    season = found.value("season", "season_unsure")
    meaning = {"kind": "calendar", "season": season or ""}
    if found.words()[0] != "the":
        meaning["bare"] = "1"
    return meaning


def weekday_short(found: Found) -> Meaning | None:
    """ "Thurs.": a weekday cut short; "Sun." and "Sat." only where a small letter follows."""
    following = found.lexed.raw(found.part.last)
    if found.words()[0] in ("sun", "sat") and not following.islower():
        return None
    return {"kind": "calendar", "weekday": found.value("weekday_short") or ""}


def weekday(found: Found) -> Meaning:
    """A weekday; "on a Tuesday in June" names none in particular."""
    meaning = {"kind": "calendar", "weekday": found.value("weekday") or ""}
    return meaning | {"any": "1"} if found.before() == "a" and found.before(2) in ("on", "was") else meaning
