"""Matched patterns -> meanings: what an expression says by itself, as fields of text.

`kind` is one of: calendar (some of year, yy, month, day, weekday, season, quarter, half, decade, century, holiday, part, clock, zone), rel
(rel and unit: "last week"), offset (n, unit, way -1 or 1, of now or text), today (days from today), the_unit ("the year"), length and each
(a duration, a set: value), ref (value), daypart, clock, head (the start of "the week of May 3", dropped if not joined). `rel` may stand beside calendar fields ("last May"); `mod` is START, MID, END ...
"""

from onrecord.reading.time_grammar import Grammar, Part
from onrecord.reading.time_lexer import Lexed

Meaning = dict[str, str]
MONTHS = ("month", "month_unsure", "month_short")
WEEKDAYS = ("weekday", "weekday_short")
SEASONS = ("season", "season_unsure")


class Found:
    """One time expression of a match, with the text it stands in, as the makers of meanings see it."""

    def __init__(self, lexed: Lexed, grammar: Grammar, part: Part) -> None:
        self.lexed, self.part = lexed, part
        self.lexicon = grammar.words.words

    def words(self) -> list[str]:
        """Its words in lower case."""
        return [self.lexed.word(i) for i in range(self.part.first, self.part.last)]

    def before(self, back: int = 1) -> str:
        return self.lexed.word(self.part.first - back)

    def after(self, on: int = 0) -> str:
        return self.lexed.word(self.part.last + on)

    def of(self, name: str) -> list[str] | None:
        """The words of the first element of that name."""
        bound = self.part.get(name)
        return [self.lexed.word(i) for i in range(bound.first, bound.last)] if bound else None

    def value(self, *names: str) -> str | None:
        """The lexicon's value of the first element of one of those names."""
        for name in names:
            if words := self.of(name):
                return self.lexicon.get(words[0], {}).get(name, words[0])
        return None

    def ordinal(self) -> int | None:
        """The value of the first ordinal ("third", "23rd", "twenty-first")."""
        for name in ("ordword", "dord"):
            if words := self.of(name):
                return ordinal_of(words, self.lexicon)
        return None


def ordinal_of(words: list[str], lexicon: object) -> int:
    """The number of an ordinal's words."""
    total = 0
    for word in words:
        if word[0].isdigit():
            return int(word.rstrip("stndrh"))
        classes = lexicon.get(word, {})  # type: ignore[attr-defined]
        total += int(classes.get("ordinal") or classes.get("ordinal_second") or classes.get("tens") or 0)
    return total


def calendar(found: Found) -> Meaning | None:
    """Whatever of weekday, day, month, season and year the expression names."""
    meaning: Meaning = {"kind": "calendar"}
    if month := found.value(*MONTHS):
        meaning["month"] = month
    if (day := _day(found, "month" in meaning)) is not None:
        if not 1 <= day <= 31:
            return None
        meaning["day"] = f"{day:02d}"
    if weekday := found.value(*WEEKDAYS):
        meaning["weekday"] = weekday
    if season := found.value(*SEASONS):
        meaning["season"] = season
    add_year(found, meaning)
    if found.of("fiscal") or found.of("fy"):
        meaning["fiscal"] = "1"
    return meaning if len(meaning) > 1 else None


def _day(found: Found, with_month: bool) -> int | None:
    for name in ("d31", "dord"):
        if words := found.of(name):
            return int(words[0].rstrip("stndrh"))
    if found.of("ordword"):
        return found.ordinal()
    return int(words[0]) if with_month and (words := found.of("int")) and not found.of("era") else None


def add_year(found: Found, meaning: Meaning) -> None:
    """Put the year in: four digits, two (`yy`), in words, or of an era (BC0264)."""
    era = (found.of("era") or found.of("ad") or [""])[0].replace(".", "")
    if era:
        day = meaning.pop("day", None) if not found.of("yyyy") and not found.of("int") else None
        number = (found.of("yyyy") or found.of("int") or [day or "0"])[0].replace(",", "")
        if 0 < int(number) < 10000:
            meaning["year"] = ("BC" if era.startswith("b") else "") + f"{int(number):04d}"
    elif words := found.of("yyyy"):
        meaning["year"] = str(int(words[0]))
    elif words := found.of("aposyear"):
        meaning["yy"] = f"{int(words[0][-2:]):02d}"
    elif words := found.of("yy"):
        meaning["yy"] = f"{int(words[0]):02d}"
    elif (words := found.of("year") or found.words()) and words[-1] in found.lexicon and (year := year_in_words(words, found)):
        meaning["year"] = year


def year_in_words(words: list[str], found: Found) -> str | None:
    """The year of "nineteen ninety-four" or "two thousand and five"."""
    lexicon, numbers = found.lexicon, []
    for word in words:
        classes = lexicon.get(word, {})
        for name in ("ones", "teens", "tens", "big"):
            if name in classes:
                numbers.append(int(classes[name]))
    if numbers[:2] == [2, 1000]:
        return str(2000 + sum(numbers[2:]))
    if len(numbers) >= 2 and 10 <= numbers[0] <= 20 and numbers[1] >= 10:
        return str(numbers[0] * 100 + sum(numbers[1:]))
    return None


def year_range(found: Found) -> Meaning | None:
    """One end of "1861-65": four digits, or two that the first end completes."""
    meaning: Meaning = {"kind": "calendar"}
    words = found.words()
    if len(words[-1]) == 4:
        meaning["year"] = str(int(words[-1]))
        return meaning
    first = next((found.before(n) for n in (2, 3) if len(found.before(n)) == 4 and found.before(n).isdigit()), None)
    if first is None or int(words[0]) <= int(first[2:]):
        return None
    meaning["year"] = str(int(first[:2])) + f"{int(words[0]):02d}"
    return meaning


def era_year(found: Found) -> Meaning | None:
    """One end of "264 to 241 BC": the era stands after the second."""
    if found.of("era"):
        return calendar(found)
    before_christ = any(found.after(n).startswith("b") and "c" in found.after(n) for n in range(1, 4))
    number = int((found.of("int") or ["0"])[0].replace(",", ""))
    if not 0 < number < 10000:
        return None
    return {"kind": "calendar", "year": ("BC" if before_christ else "") + f"{number:04d}"}


def quarter(found: Found) -> Meaning | None:
    """A quarter of a year, or a half written H1."""
    if short := found.of("qn"):
        meaning = {"kind": "calendar", "quarter" if short[0][0] == "q" else "half": short[0][1]}
    else:
        number = found.ordinal()
        if number is None or not 1 <= number <= 4 or _is_part_of_other(found):
            return None
        meaning = {"kind": "calendar", "quarter": str(number)}
    add_year(found, meaning)
    return meaning


def _is_part_of_other(found: Found) -> bool:
    """Whether a quarter is one of something else ("the first quarter of the 20th century", "of the town")."""
    following = [found.after(n) for n in range(4)]
    return following[:2] == ["of", "the"] and not {"year", "fiscal", "financial"} & set(following)


def half_year(found: Found) -> Meaning | None:
    """The first or second half of a year, of this year or of the one before or after."""
    number = found.ordinal() or 2
    if number not in (1, 2):
        return None
    meaning = {"kind": "calendar", "half": str(number)}
    if found.words()[-1] == "year":
        return meaning | {"of_year": {"last": "last", "next": "next"}.get(found.words()[-2], "this")}
    add_year(found, meaning)
    return meaning


def decade(found: Found) -> Meaning | None:
    """ "the 1990s" -> 199; "the '60s" and "the sixties" -> yd 6, whose century the anchor finds."""
    if word := found.value("decade_word"):
        hundred = found.value("teens")
        return {"kind": "calendar", "decade": f"{hundred}{word}"} if hundred else {"kind": "calendar", "yd": word}
    digits = "".join(c for c in (found.of("decade") or [""])[0] if c.isdigit())
    if len(digits) == 4:
        return {"kind": "calendar", "century": str(int(digits[:2]))} if digits[2] == "0" and digits < "2000" else {
            "kind": "calendar", "decade": str(int(digits[:3]))
        }  # fmt: skip
    return {"kind": "calendar", "yd": str(int(digits[0]))} if digits and "possessive" not in found.lexicon.get(found.before(), {}) else None


def decade_of_era(found: Found) -> Meaning | None:
    """ "the 470s BC" -> BC047."""
    number = int((found.of("int") or ["0"])[0].replace(",", ""))
    before_christ = (found.of("era") or [""])[0].startswith("b")
    return (
        {"kind": "calendar", "decade": f"{'BC' if before_christ else ''}{number // 10:03d}"}
        if 0 < number < 1000 and not number % 10
        else None
    )


def century(found: Found) -> Meaning | None:
    """ "the nineteenth century" -> 18, "the 5th century BC" -> BC04."""
    number = found.ordinal()
    if number is None or not 1 <= number <= 22:
        return None
    era = found.of("era") or ([found.after(n) for n in range(6) if found.after(n).startswith("b.c") or found.after(n) in ("bc", "bce")][:1])
    before_christ = bool(era) and era[0].startswith("b")
    return {"kind": "calendar", "century": ("BC" if before_christ else "") + f"{number - 1:02d}"}


def numeric(found: Found) -> Meaning | None:
    """Dates in digits: year first where it has four; else the order is left to the anchor as a, b, year."""
    text = found.lexed.raw(found.part.first)
    day, _, clock = text.replace("t", "T").replace(" ", "T").partition("T")
    if "W" in day.upper():
        return {"kind": "calendar", "value": day.upper()}
    numbers = day.replace("/", "-").replace(".", "-").split("-")
    if len(numbers) != 3 or not all(n.isdigit() for n in numbers):
        return None
    meaning: Meaning = {"kind": "calendar"}
    a, b, c = (int(n) for n in numbers)
    if len(numbers[0]) == 4:
        meaning |= {"year": f"{a:04d}", "month": f"{b:02d}", "day": f"{c:02d}"}
    elif len(numbers[0]) > 4:
        return meaning | {"outside": f"not one of the years 1 to 9999: {a}"}
    elif len(numbers[2]) == 4 or (len(numbers[2]) == 2 and "." not in day and len(numbers[0]) <= 2):
        if not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
            return meaning | {"impossible": "1"} if len(numbers[2]) == 4 and 1500 <= c <= 2200 else None
        month_first = b > 12 or (a <= 12 and "." not in day)
        month, date = (a, b) if month_first else (b, a)
        meaning |= {"month": f"{month:02d}", "day": f"{date:02d}"} | ({"year": f"{c:04d}"} if len(numbers[2]) == 4 else {"yy": f"{c:02d}"})
        if a <= 12 and b <= 12 and a != b and month_first:
            meaning["order"] = "unsure"
    else:
        return None
    if clock:
        meaning["clock"] = "T" + clock[:5]
        meaning |= {"zone": clock[5:].lstrip(":0123456789")} if clock[-1] == "Z" else {}
    return meaning


def military_group(found: Found) -> Meaning | None:
    """A date-time group: 121430Z JUL 20."""
    digits = (found.of("dtg") or [""])[0]
    if not (1 <= int(digits[:2]) <= 31 and int(digits[2:4]) <= 24 and int(digits[4:6]) < 60):
        return None
    meaning = {
        "kind": "calendar",
        "day": digits[:2],
        "month": found.value(*MONTHS) or "",
        "clock": f"T{digits[2:4]}:{digits[4:6]}",
        "zone": "Z",
    }
    add_year(found, meaning)
    return meaning


def weekly(found: Found) -> Meaning:
    """ "Mondays", "Tuesday nights": a set."""
    part = found.value("daypart") or ("NI" if found.words()[-1] == "nights" else "MO" if found.words()[-1] == "mornings" else None)
    return {"kind": "each", "value": f"XXXX-WXX-{found.value('weekdays', 'weekday')}" + (f"T{part}" if part else "")}


def holiday(name: str, day: str) -> Meaning:
    """A named day."""
    return {"kind": "calendar", "holiday": day, "name": name}
