"""What a text has said of time so far: its day of publication, the last times it spoke of, and whether it tells news or a history."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from onrecord.reading.reading import Timex

_NEAR = 400
"""Characters within which a year of the past still rules the months after it, in a text of news."""
_BESIDE = 60
"""Characters within which a year named later still counts for a month before it."""
_DEICTIC_UNITS = frozenset(("D", "W", "M", "Y", "WE", "Q"))


@dataclass(frozen=True, slots=True)
class Point:
    """A time the text spoke of, as far as it was given; `id` is the Time's."""

    id: str
    year: int
    month: int | None = None
    day: int | None = None
    before_christ: bool = False
    at: int = 0
    quarter: int | None = None

    def date(self) -> date | None:
        """The day, where it is one."""
        return date(self.year, self.month, self.day) if self.month and self.day and not self.before_christ else None


@dataclass(slots=True)
class Discourse:
    """The state while anchoring goes through a text, first to last."""

    published: date | None
    narrative: bool
    explicit: list[tuple[int, int]]
    breaks: list[int]
    last: Point | None = None
    last_day: Point | None = None
    deictic_at: int = -1
    story: tuple[int, int] | None = None
    fronted_until: int = -1
    dated: Point | None = None
    year_in_front: bool = False

    def say(self, point: Point) -> None:
        """Remember a time just spoken of, unless it lies far outside the story that a history tells."""
        if self.story and not self.story[0] <= point.year * (-1 if point.before_christ else 1) <= self.story[1]:
            return
        if point.month is not None:
            self.dated = point
        if self.narrative and point.month is None and self.last is not None and self.last.year == point.year:
            point = replace(point, month=self.last.month)
        self.last = point
        if point.day:
            self.last_day = point

    def tells_history(self, at: int) -> bool:
        """Whether what stands at an offset goes on from a time of the text rather than from the day of writing."""
        if self.published is None or self.narrative:
            return True
        last = self.last
        if last is None or last.before_christ or at - last.at > _NEAR or self.deictic_at > last.at:
            return False
        if last.month is None and at < self.fronted_until and last.year < self.published.year:
            return True
        return self.in_paragraph(last, at) and last.month is not None and last.year < self.published.year - 1

    def in_paragraph(self, point: Point, at: int) -> bool:
        """Whether a time was spoken of in the paragraph that an offset lies in."""
        return bisect_right(self.breaks, point.at) == bisect_right(self.breaks, at)

    def year_near(self, at: int) -> int | None:
        """The year the text named last before an offset; one named after it only right beside it ("on 3 and, again, on 9 May 1998")."""
        place = bisect_right(self.explicit, (at, 9999))
        if place:
            return self.explicit[place - 1][1]
        return self.explicit[0][1] if self.explicit and self.explicit[0][0] - at <= _BESIDE else None


def survey(timexes: tuple[Timex, ...], published: date | None, text: str) -> Discourse:
    """The state before the first time expression is anchored."""
    explicit: list[tuple[int, int]] = []
    old = deictic = 0
    for timex in timexes:
        meaning = dict(timex.meaning)
        year = meaning.get("year", "")
        if year.isdigit() and 0 < int(year) <= 9999:
            explicit.append((timex.span.start, int(year)))
            old += published is None or int(year) < published.year - 1
        elif year.startswith("BC"):
            old += 1
        deictic += is_deictic(meaning)
    breaks = [i for i in range(len(text)) if text.startswith("\n\n", i)] if len(text) < 200_000 else []
    years = sorted(year for _, year in explicit)
    story = (years[len(years) // 10] - 20, years[-1 - len(years) // 10] + 20) if len(years) >= 10 else None
    return Discourse(published, old >= 5 and old > 4 * deictic, explicit, breaks, story=story)


def is_deictic(meaning: dict[str, str]) -> bool:
    """Whether an expression counts from the day of writing: today, last week, two days ago, a bare weekday."""
    kind = meaning.get("kind")
    if kind == "today":
        return True
    if kind == "rel":
        return meaning.get("rel") in ("last", "next", "this") and meaning.get("det") != "the" and meaning.get("unit") in _DEICTIC_UNITS
    if kind == "offset":
        return meaning.get("of") == "now"
    return kind == "calendar" and "weekday" in meaning and "day" not in meaning
