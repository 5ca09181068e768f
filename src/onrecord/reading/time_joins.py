"""Meanings side by side -> one: "9 a.m." + "Tuesday", "August" + "of that year", "early" + "October", ends of a range that share a year."""

from dataclasses import dataclass, replace

from onrecord.reading.time_lexer import Lexed
from onrecord.reading.time_meanings import Meaning

_LINKS = frozenset(("", ",", "of", "on", "in", "the", "of the", "in the", "at", ", at", ", on", "'s", "’s", ", in"))


@dataclass(frozen=True, slots=True)
class Item:
    """A time expression being made: its tokens, its meaning, and the rules that made it."""

    first: int
    last: int
    meaning: Meaning
    rule: str


def join(lexed: Lexed, items: list[Item]) -> list[Item]:
    """The same expressions with those that belong together made one, in text order."""
    out: list[Item] = []
    for item in items:
        here = item
        while out:
            between = _between(lexed, out[-1], here)
            if between is None:
                break
            made = _meaning(out[-1].meaning, here.meaning, between)
            if made is None:
                break
            left = out.pop()
            here = Item(left.first, here.last, made, f"{left.rule}+{here.rule}")
        out.append(here)
    return share_days(lexed, share_years(lexed, out))


def _between(lexed: Lexed, left: Item, right: Item) -> str | None:
    """The words between two expressions, if they are few and no paragraph ends between them."""
    if right.first - left.last > 3:
        return None
    words = " ".join(lexed.word(i) for i in range(left.last, right.first))
    return words if "\n" not in words else None


def _meaning(left: Meaning, right: Meaning, between: str) -> Meaning | None:
    """The meaning of two neighbours taken together, or None where they are two."""
    if "nth" in left:
        return _within(left, right, between)
    if left.get("kind") == "head":
        if between not in ("", "the") or not names_day(right) or ("week_of" in left and "day" not in right):
            return None
        return right | {f: left[f] for f in ("week_of", "part") if f in left}
    if right.get("kind") == "daypart" and left.get("part") == right["part"] and between == "":
        return left
    if shifted := _shifted(left, right, between):
        return shifted
    if between not in _LINKS:
        return None
    for maker in (_clock_then_day, _day_then_clock, _part_of_year, _year_then_part):
        if made := maker(left, right, between):
            return made
    return None


def _within(left: Meaning, right: Meaning, between: str) -> Meaning | None:
    """ "the last week of" + "August", "the first ten months" + "of" + "1915": a part counted within a month, season or year."""
    if between not in (("", "the") if left["kind"] == "head" else ("of", "of the", "in")):
        return None
    part_of_year = right.get("kind") == "calendar" and not {"day", "weekday", "holiday", "decade", "century", "yd", "part", "clock"} & set(
        right
    )
    if not part_of_year and not (right.get("kind") in ("rel", "the_unit") and right.get("unit") in ("Y", "M") and "part" not in right):
        return None
    return right | {f: left[f] for f in ("nth", "nth_unit", "nth_weekday", "nth_count") if f in left} | {"length": left.get("value", "")}


def _shifted(left: Meaning, right: Meaning, between: str) -> Meaning | None:
    """ "the day before last Tuesday", "two weeks after Easter": the day counted from."""
    if left.get("of") == "now" and left.get("kind") == "offset" and left.get("way") == "-1" and between == "":
        whole = right.get("kind") == "rel" and right.get("unit") in ("D", "W", "M", "WE") and right.get("rel") in ("this", "last", "next")
        if (
            left.get("n", "X").isdigit()
            and left["unit"] in ("Y", "10Y", "100Y", "W", "M")
            and (whole or names_day(right))
            and "shift" not in right
        ):
            return right | {"shift": "-" + left["n"], "shift_unit": left["unit"]}
    if not names_day(right) or "shift" in right:
        return None
    if left.get("kind") == "offset" and left.get("of") == "text" and left.get("until") and between == "":
        return right | {"shift": str(int(left["way"]) * int(left["n"])), "shift_unit": left["unit"]}
    if left.get("kind") == "length" and "side" not in left and left.get("n", "X") != "X" and between in ("before", "after"):
        sign = "-" if between == "before" else ""
        return right | {"shift": sign + left["n"], "shift_unit": left["unit"]} if left["unit"] in ("D", "W") else None
    return None


def names_day(meaning: Meaning) -> bool:
    """Whether a meaning is one day."""
    kind = meaning.get("kind")
    if kind in ("today",):
        return True
    if kind == "calendar":
        return any(f in meaning for f in ("day", "weekday", "holiday")) and "clock" not in meaning and "part" not in meaning
    return kind in ("rel", "offset") and meaning.get("unit") == "D" and "part" not in meaning


def _clock_then_day(left: Meaning, right: Meaning, between: str) -> Meaning | None:
    if (
        left.get("kind") not in ("clock", "daypart")
        or "impossible" in left
        or not (names_day(right) or (left.get("kind") == "clock" and "part" in right and names_day(_without_part(right))))
        or between not in ("", ",", "of", "on", "of the", ", on", "on the")
    ):
        return None
    return (right if left["kind"] == "daypart" else _without_part(right)) | {
        f: left[f] for f in ("clock", "zone", "part", "mod") if f in left
    }


def _without_part(meaning: Meaning) -> Meaning:
    return {f: v for f, v in meaning.items() if f != "part"}


def _day_then_clock(left: Meaning, right: Meaning, between: str) -> Meaning | None:
    if right.get("kind") not in ("clock", "daypart") or "impossible" in right or not names_day(left):
        return None
    if right["kind"] == "daypart" and between != "":
        return None
    if between not in ("", ",", "at", ", at", "in the"):
        return None
    return left | {f: right[f] for f in ("clock", "zone", "part") if f in right}


def _without_year(meaning: Meaning) -> bool:
    return meaning.get("kind") == "calendar" and not any(f in meaning for f in ("year", "yy", "rel", "decade", "yd", "century", "value", "of_year")) and any(
        f in meaning for f in ("month", "season", "quarter", "half", "holiday")
    )  # fmt: skip


def _a_year(meaning: Meaning) -> bool:
    return (meaning.get("kind") in ("rel", "the_unit") and meaning.get("unit") == "Y") or (
        meaning.get("kind") == "calendar" and set(meaning) <= {"kind", "year", "yy", "fiscal"}
    )


def _part_of_year(left: Meaning, right: Meaning, between: str) -> Meaning | None:
    if not (_without_year(left) and _a_year(right)) or between in ("'s", "’s", "at", ", at", "on", ", on"):
        return None
    if right["kind"] == "calendar":
        return left | {f: right[f] for f in ("year", "yy") if f in right} if between in ("", ",", "of", "in") else None
    return left | {"of_year": right.get("rel", "the")} | ({"det": right["det"]} if "det" in right else {})


def _year_then_part(left: Meaning, right: Meaning, between: str) -> Meaning | None:
    if not (_a_year(left) and _without_year(right)) or between not in ("'s", "’s"):
        return None
    if left["kind"] == "calendar":
        return right | {f: left[f] for f in ("year", "yy") if f in left}
    return right | {"of_year": left.get("rel", "the")}


def share_years(lexed: Lexed, items: list[Item]) -> list[Item]:
    """The same expressions; the first end of a range takes month and year from the second ("12 to 16 July 1998", "March to June 1998")."""
    out = list(items)
    for i in range(len(out) - 2, -1, -1):
        left, right = out[i], out[i + 1]
        weekdays = "weekday" in left.meaning and right.meaning.get("kind") == "rel" and "weekday" in right.meaning
        if not 0 < right.first - left.last <= 2 or left.meaning.get("kind") != "calendar":
            continue
        if right.meaning.get("kind") != "calendar" and not weekdays:
            continue
        words = [lexed.word(k) for k in range(left.last, right.first)]
        listed = words == [","] and set(left.meaning) == {"kind", "day"}
        if (words[0] not in ("-", "–", "—", "to", "and", "until", "through", "or", "/", "till") and not listed) or (
            len(words) > 1 and words[1] not in ("the", "early", "late")
        ):
            continue
        if "day" in right.meaning and not {"month", "weekday"} & right.meaning.keys() and "month" in left.meaning:
            right = out[i + 1] = replace(right, meaning=right.meaning | {"month": left.meaning["month"]})
        if weekdays and set(left.meaning) == {"kind", "weekday"}:
            out[i] = replace(left, meaning=right.meaning | {"weekday": left.meaning["weekday"]})
            continue
        out[i] = replace(left, meaning=_shared(left.meaning, right.meaning))
    return out


def _shared(left: Meaning, right: Meaning) -> Meaning:
    made = dict(left)
    if "day" in left and "month" not in left and "weekday" not in left and "month" in right:
        made["month"] = right["month"]
    dated = any(f in left for f in ("year", "yy", "value", "decade", "century", "yd", "rel", "of_year", "holiday"))
    fits = "month" in made or "season" in made or "quarter" in made
    if not dated and fits and "year" in right and right["year"].isdigit():
        later = made.get("month", "00") > right.get("month", "99")
        made["year"] = f"{int(right['year']) - later:04d}"
    if not dated and fits and "of_year" in right:
        made["of_year"] = right["of_year"]
    if left.get("century") and right.get("century", "").startswith("BC") and not left["century"].startswith("BC"):
        made["century"] = "BC" + left["century"]
    if (
        "year" in left
        and left["year"].isdigit()
        and right.get("year", "").startswith("BC")
        and left["year"].lstrip("0") >= right["year"][2:].lstrip("0")
    ):
        made["year"] = "BC" + left["year"]
    return made


def share_days(lexed: Lexed, items: list[Item]) -> list[Item]:
    """The same expressions; hours told twice share their day ("10:35 a.m. (0735 GMT) Friday"), and so do two ends ("0900 to 1100 hours on 2 June")."""
    out = list(items)
    for i in range(len(out) - 1):
        first, second = out[i], out[i + 1]
        if (
            first.meaning["kind"] != "clock"
            or "impossible" in first.meaning
            or lexed.word(first.last) not in ("(", "and", "to", "-", "–", "until")
            or second.first != first.last + 1
        ):
            continue
        if second.meaning["kind"] == "clock" and lexed.word(first.last) == "(" and "impossible" not in second.meaning and i + 2 < len(out):
            day = out[i + 2]
            after = [lexed.word(k) for k in range(second.last, day.first)] if day.first - second.last < 4 else []
            if after[:1] != [")"] or after[1:] not in ([], ["on"], [","], [",", "on"]) or not names_day(day.meaning):
                continue
            out[i + 1] = replace(second, meaning=day.meaning | _hour(second.meaning))
        elif "clock" in second.meaning and names_day({f: v for f, v in second.meaning.items() if f != "clock"}):
            day = second
        else:
            continue
        if not _crosses_midnight(first.meaning, second.meaning):
            out[i] = replace(first, meaning=day.meaning | {"zone": ""} | _hour(first.meaning))
    return out


def _hour(meaning: Meaning) -> Meaning:
    return {f: meaning[f] for f in ("clock", "zone") if f in meaning}


def _crosses_midnight(first: Meaning, second: Meaning) -> bool:
    """Whether two clocks of one moment may stand on two days."""
    hours = [int(m["clock"][1:3]) if m.get("clock") else 12 for m in (first, second)]
    return abs(hours[0] - hours[1]) > 12
