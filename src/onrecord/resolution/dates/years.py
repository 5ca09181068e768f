"""The year of a month, day, season or named day that lacks it: by word, by tense from the day of writing, or from the time a text tells of."""

from datetime import date

from onrecord.resolution.dates.discourse import Discourse, Point
from onrecord.resolution.dates.reckoning import SEASON_MONTH, holiday, season_of
from onrecord.resolution.dates.tense import Tense

Meaning = dict[str, str]
_WEEKS = 62
"""Days before the day of writing in which a text of news may speak of a month or day without its year, whatever year it told of last."""

_STEP = 45
"""Days from one dated step of a story to the next that may lie between them where another year is spoken of in passing."""


def month_day(m: Meaning, year: int) -> tuple[int, int | None]:
    """The month a part of the year begins in, and its day where it has one."""
    if "holiday" in m:
        day = holiday(m["holiday"], max(1, min(year, 9999)))
        return day.month, day.day
    if "month" in m:
        return int(m["month"]), int(m["day"]) if "day" in m else None
    if "season" in m:
        return SEASON_MONTH[m["season"]], None
    if "half" in m:
        return int(m["half"]) * 6 - 5, None
    return int(m.get("quarter", "1")) * 3 - 2, None


def choose_year(m: Meaning, d: Discourse, tense: Tense, at: int) -> tuple[int | None, str, str]:
    """The year (before Christ: negative), what it was counted from, and the rule."""
    rel = m.get("rel") or m.get("of_year") or ""
    told = (
        rel in ("that", "same", "following", "previous")
        or (not rel and tense != "future" and d.tells_history(at))
        or d.narrative
        or d.published is None
    )
    if told and d.last is not None and (rel or d.narrative or d.published is None or not _nearer_to_writing(m, d.last, d.published)):
        return _year_gone_on(m, d, rel, at) or _told_year(m, d.last, rel)
    if d.published is None:
        near = d.year_near(at)
        return (near, "text", "nearest-year-of-the-text") if near else (None, "none", "no-year")
    return _year_by_writing(m, d.published, rel, tense), "published", f"year-by-{'word' if rel else 'tense'}"


def _year_gone_on(m: Meaning, d: Discourse, rel: str, at: int) -> tuple[int, str, str] | None:
    """The year of the paragraph's last dated step where this is the next one, whatever year was spoken of in passing since.

    "On 10 March 1975 they attacked, though the campaign was planned for 1976. On 12 March ..." goes on in 1975.
    """
    step = d.dated
    if rel or step is None or d.last is None or step.before_christ or d.last.before_christ or step.year == d.last.year or "month" not in m:
        return None
    month, day = int(m["month"]), int(m.get("day") or step.day or 0)
    ahead = (month - (step.month or 0)) * 31 + day - (step.day or day)
    if d.year_in_front or not 0 <= ahead <= _STEP or not d.in_paragraph(step, at):
        return None
    return step.year, step.id, "next-step-of-the-paragraph"


def _nearer_to_writing(m: Meaning, last: Point, published: date) -> bool:
    """Whether a part of the year lies in the weeks before the day of writing, and far from the time of another year last told of."""
    month, day = month_day(m, published.year)
    since = (published.month - month) * 31 + (published.day - day if day else 0)
    from_last = abs(((last.month or month) - month) * 31 + ((last.day or day) - day if day else 0))
    return 0 <= since <= _WEEKS and from_last > _WEEKS


def _told_year(m: Meaning, last: Point, rel: str) -> tuple[int, str, str]:
    if last.before_christ:
        return -last.year, last.id, "year-of-the-text"
    year = last.year
    month, _ = month_day(m, year)
    if "of_year" in m or rel in ("that", "same", "this"):
        return year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(rel, 0), last.id, "year-of-the-text"
    if rel in ("last", "previous"):
        return year - (month >= (last.month or 13)), last.id, "last-before-the-text"
    if rel in ("next", "following", "coming"):
        return year + (month <= (last.month or 0)), last.id, "next-after-the-text"
    if last.month and last.month - month >= 8:
        return year + 1, last.id, "year-turned"
    return year, last.id, "year-of-the-text"


def _year_by_writing(m: Meaning, published: date, rel: str, tense: Tense) -> int:
    year = published.year
    if "of_year" in m:
        return year + {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(rel, 0)
    month, day = month_day(m, year)
    here, now = (month, day or 0), (published.month, published.day if day else 0)
    if rel == "last":
        return year - (here >= now)
    if rel in ("next", "coming"):
        return year + (here <= now)
    if rel in ("this", "that", "same"):
        return year
    if "quarter" in m and (tense != "future" or now[0] - here[0] < 8):
        return year - (here > now)
    return _nearest_year(m, published, tense)


_BIAS = {"past": 8.0, "present": 1.5, "future": 1 / 12, "unknown": 3.0}
"""How much farther off the past may lie than the future and still be meant, by tense; beyond it even a clear tense is about something else."""


def _nearest_year(m: Meaning, published: date, tense: Tense) -> int:
    """The year whose day or month lies nearest to the day of writing, on the side that the tense speaks for."""
    if "weekday" in m and m.get("month") and m.get("day"):
        for year in (published.year, published.year - 1, published.year + 1):
            if _is_weekday(year, m) and abs((date(year, int(m["month"]), int(m["day"])) - published).days) < 300:
                return year
    if "season" in m and (season := season_of(published))[0] == m["season"]:
        return season[1]
    distances: list[tuple[float, int]] = []
    for year in range(published.year - 1, published.year + 2):
        month, day = month_day(m, year)
        away = (year - published.year) * 372 + (month - published.month) * 31 + ((day - published.day) if day else 0)
        distances.append((float(away) if away > 0 else -away / _BIAS[tense], year))
    return min(distances)[1]


def _is_weekday(year: int, m: Meaning) -> bool:
    try:
        return date(year, int(m["month"]), int(m["day"])).isoweekday() == int(m["weekday"])
    except ValueError:
        return False
