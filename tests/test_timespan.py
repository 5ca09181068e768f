from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.timespan import Timespan, add_days, add_months, format_edtf, month_days, parse_edtf


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1988", date(1988, 1, 1), date(1988, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-09-27", date(2020, 9, 27), date(2020, 9, 27)),
        ("2020-09-27T14:05:00Z", date(2020, 9, 27), date(2020, 9, 27)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2001-24", date(2001, 12, 1), date(2002, 2, 28)),
        ("2001-35", date(2001, 7, 1), date(2001, 9, 30)),
        ("2001-40", date(2001, 1, 1), date(2001, 6, 30)),
        ("1988?", date(1988, 1, 1), date(1988, 12, 31)),
        ("1994-05/1994-07", date(1994, 5, 1), date(1994, 7, 31)),
        ("1994/..", date(1994, 1, 1), None),
        ("../1994-05-12", None, date(1994, 5, 12)),
        ("-0263", None, None),
        ("XXXX-09-27", None, None),
    ],
)
def test_edtf_days(text: str, earliest: date | None, latest: date | None) -> None:
    assert parse_edtf(text) == Timespan(earliest, latest, text)


@pytest.mark.parametrize("text", ["", "soon", "2020-13", "2021-02-29", "20", "1994-06/1994-05"])
def test_not_edtf(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the calendar's own words differ
        parse_edtf(text)


@given(st.dates(), st.dates())
def test_format_then_parse_is_the_same_days(one: date, other: date) -> None:
    low, high = sorted((one, other))
    written = format_edtf(low, high)
    assert written is not None
    again = parse_edtf(written)
    assert (again.earliest, again.latest) == (low, high)


def test_shortest_form() -> None:
    assert format_edtf(date(2020, 2, 1), date(2020, 2, 29)) == "2020-02"
    assert format_edtf(date(2020, 1, 1), date(2020, 12, 31)) == "2020"
    assert format_edtf(None, date(2020, 1, 1)) == "../2020-01-01"
    assert format_edtf(None, None) is None


def test_calendar_ends_are_errors_not_crashes() -> None:
    assert month_days(2020, 11, 2) == (date(2020, 11, 1), date(2020, 12, 31))
    assert add_months(date(2020, 1, 31), 1) == date(2020, 2, 29)
    with pytest.raises(ValueError, match="outside"):
        add_months(date(9999, 12, 1), 1)
    with pytest.raises(ValueError, match="range"):
        add_days(date(1, 1, 1), -1)
