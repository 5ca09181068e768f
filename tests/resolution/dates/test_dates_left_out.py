"""What looks like a date and is none: never repaired, never silent. The record says what was left out, and why."""

from datetime import date

import pytest

from onrecord import pipeline
from onrecord.basis import Omission
from onrecord.pipeline import read_times
from onrecord.reading import timexes
from onrecord.resources.resources import Resources
from tests.properties.nonsense import NonsenseParser

KNOWN = Resources()
WRITTEN = date(2020, 10, 14)


def left(text: str) -> list[str]:
    """The words left out of a text, none of which may also be a time."""
    omissions: list[Omission] = []
    times = read_times(text, reference=WRITTEN, resources=KNOWN, omissions=omissions)
    assert not any(t.span.start < o.span.end and o.span.start < t.span.end for t in times for o in omissions)
    return [o.span.of(text) for o in omissions]


@pytest.mark.parametrize(
    "words",
    [
        "31 February", "31 February 2020", "February 31", "Feb. 30, 1999", "29 February 2019", "29 February 1900", "the 31st of June 1990", "the 45th of May",
        "45 May 1998", "May 45, 1998", "0 May 2001", "2020-02-31", "2020-13-45", "31/02/2020", "31.02.2020", "00/00/2000", "2020-W60", "2021-W53",
    ],
)  # fmt: skip
def test_days_that_no_calendar_has(words: str) -> None:
    assert left(f"They met on {words} in the port.") == [words]


@pytest.mark.parametrize("words", ["25:00", "25:00 GMT", "12:75 GMT", "2560 hours", "26 o'clock", "24:30"])
def test_hours_that_no_day_has(words: str) -> None:
    assert left(f"At {words} it fell.") == [words]


@pytest.mark.parametrize(
    "words", ["the year 0", "the year 10000", "12345 AD", "0 AD", "1 January 0000", "0000-01-01", "10000-01-01", "20,000 BC"]
)
def test_years_that_have_no_days_here(words: str) -> None:
    assert left(f"It fell in {words}.") == [words]


@pytest.mark.parametrize("words", ["1403 AH", "12 Muharram 1443", "the year 1441 AH"])
def test_days_of_other_calendars(words: str) -> None:
    assert left(f"The law of {words} stands.") == [words]


def test_an_impossible_hour_leaves_the_day() -> None:
    omissions: list[Omission] = []
    times = read_times("They met at 25:00 on Monday.", reference=WRITTEN, resources=KNOWN, omissions=omissions)
    assert [t.value for t in times] == ["2020-10-12"]
    assert len(omissions) == 1


@pytest.mark.parametrize(
    "text", ["The ratio was 60:40.", "The score was 25:00.", "He read John 3:16.", "Resolution 1973 of the year 3 plan."]
)
def test_what_only_looks_like_a_time_is_no_omission(text: str) -> None:
    assert left(text) == []
    assert not read_times(text, reference=WRITTEN, resources=KNOWN)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On ١٤ October ٢٠٢٠ they met.", "2020-10-14"),
        ("On १४ October २०२० they met.", "2020-10-14"),
        ("On ２０２０-１０-１４ they met.", "2020-10-14"),
        ("At 2020-10-14T١٤:٠٥ it fell.", "2020-10-14T14:05"),
        ("In the ۱۹۹۰s it grew.", "199"),
        ("After ۳ weeks it fell.", "P3W"),
    ],
)
def test_digits_of_other_scripts_are_digits(text: str, value: str) -> None:
    assert [t.value for t in read_times(text, reference=WRITTEN, resources=KNOWN)] == [value]


def test_years_before_christ_have_a_value_and_no_days() -> None:
    time = read_times("In 264 BC they landed.", reference=WRITTEN, resources=KNOWN)[0]
    assert (time.value, time.timespan.edtf, time.timespan.earliest, time.timespan.latest) == ("BC0264", "-0263", None, None)


def test_omissions_reach_the_record() -> None:
    text = "On 31 February 2020 shells hit the port. At 25:00 it burned. By the year 12000 it will be gone."
    account = pipeline.account_of(pipeline.document_from_text(text), parser=NonsenseParser(3), resources=KNOWN)
    reasons = {o.span.of(text): o.reason for o in account.omissions if o.stage == "resolution"}
    assert {"31 February 2020", "25:00", "the year 12000"} <= set(reasons)
    assert "impossible" in reasons["25:00"]
    assert [f.kind for f in account.flags if f.kind == "date_impossible"] == ["date_impossible"] * 2


def test_times_beyond_the_most_that_are_kept_are_an_omission_of_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timexes, "MOST_TIMEXES", 3)
    text = "In 1991, 1992, 1993, 1994 and 1995 the port was closed."
    account = pipeline.account_of(pipeline.document_from_text(text), parser=NonsenseParser(3), resources=KNOWN)
    assert [(o.stage, o.reason, o.span.of(text)) for o in account.omissions if "time expressions" in o.reason] == [
        ("reading", "more than 3 time expressions", text[text.index("1993") + 4 :])
    ]
    three = "In 1991, 1992 and 1993 the port was closed."
    account = pipeline.account_of(pipeline.document_from_text(three), parser=NonsenseParser(3), resources=KNOWN)
    assert not [o for o in account.omissions if "time expressions" in o.reason]


def test_a_long_text_is_read_in_parts_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(f"On {day} May 1998 shells fell; {day} days later it rained." for day in range(1, 31))
    whole = timexes.detect(text, resources=KNOWN)
    monkeypatch.setattr(timexes, "_BLOCK", 150)
    assert timexes.detect(text, resources=KNOWN) == whole
    assert len(whole) == 60
