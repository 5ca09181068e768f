"""What an expression is anchored on: the day of writing, the text's own times, or nothing."""

from datetime import date

import pytest

from onrecord.pipeline import read_times
from onrecord.resources.resources import Resources

KNOWN = Resources()


def values(text: str, reference: date | None) -> list[str]:
    return [t.value for t in read_times(text, reference=reference, resources=KNOWN)]


NEWS = date(2016, 3, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shelled the port on Wednesday.", ["2016-03-09"]),
        ("Rebels shelled the port on Tuesday.", ["2016-03-08"]),
        ("Envoys will meet on Tuesday.", ["2016-03-15"]),
        ("The port fell in November.", ["2015-11"]),
        ("The port will open in November.", ["2016-11"]),
        ("The port fell on December 30.", ["2015-12-30"]),
        ("Talks opened last weekend.", ["2016-W09-WE"]),
        ("The bridge fell three weeks ago.", ["2016-02-17"]),
        ("The bridge fell a decade ago.", ["2006"]),
        ("On 3 May 1999 they met. Two days later the bridge fell.", ["1999-05-03", "1999-05-05"]),
        ("They met on 3 May 1999. The following month the bridge fell.", ["1999-05-03", "1999-06"]),
        ("They met in 1999, and the following year the bridge fell.", ["1999", "2000"]),
        ("Fighting ran from March to June 2015.", ["2015-03", "2015-06"]),
        ("Fighting ran from November to February 2015.", ["2014-11", "2015-02"]),
        ("It fell in June last year.", ["2015-06"]),
        ("It fell in this year's first quarter.", ["2016-Q1"]),
        ("They struck at 9 p.m. on Monday.", ["2016-03-07T21:00"]),
        ("They struck on Monday night.", ["2016-03-07TNI"]),
    ],
)
def test_news(text: str, expected: list[str]) -> None:
    assert values(text, NEWS) == expected


def test_history_goes_on_from_its_own_dates() -> None:
    text = (
        "On 1 September 1939 the army crossed the border. In October the capital fell. By April 1940 the north was lost. "
        "In June the government fled. The next day the port burned. In September the fleet sailed; in February it came home. "
        "In 1941 and 1942 the war went on."
    )
    assert values(text, date(2010, 5, 5)) == [
        "1939-09-01", "1939-10", "1940-04", "1940-06", "1940-06", "1940-09", "1940-02", "1941", "1942",
    ]  # fmt: skip


def test_without_any_anchor_it_stays_underspecified() -> None:
    (time,) = read_times("The port fell on 27 September.", resources=KNOWN)
    assert (time.value, time.timespan.earliest, time.timespan.edtf, time.anchor) == ("XXXX-09-27", None, "XXXX-09-27", "none")


def test_year_from_the_text_when_nothing_else_gives_it() -> None:
    text = "The line broke on Sept. 27. Fighting went on into October 2020."
    assert values(text, None) == ["2020-09-27", "2020-10"]


def test_anchor_names_what_was_counted_from() -> None:
    text = "They met on 3 May 1999. Two days later it fell. Last week it rose."
    assert [t.anchor for t in read_times(text, reference=NEWS, resources=KNOWN)] == ["none", "t1", "published"]


@pytest.mark.parametrize("text", ["It fell on 31 February 2020.", "It fell on 30 February.", "It fell at 25:00 on Monday."])
def test_an_impossible_day_is_left_out(text: str) -> None:
    assert "2020-02" not in "".join(values(text, NEWS))


@pytest.mark.parametrize(
    "text", ["It fell in 0000.", "In 12000 BC it fell.", "A billion years ago it fell.", "٣ مايو ٢٠٢٠", "on 12 May ٢٠٢٠", "²³ May"]
)
def test_odd_years_do_not_crash(text: str) -> None:
    read_times(text, reference=NEWS, resources=KNOWN)


def test_digits_of_other_scripts_are_read() -> None:
    assert values("It fell on ١٢ May ٢٠١٥.", NEWS) == ["2015-05-12"]


def test_a_year_spoken_of_in_passing_does_not_turn_the_story() -> None:
    history = "In 1961, 1962, 1963, 1964 and 1965 there was war. "
    text = (
        history
        + "On 10 March 1975 they attacked, though the campaign was planned for 1976. On 12 March the town fell.\n\nIn 1978, in March, it burned."
    )
    assert values(text, date(2010, 5, 5))[5:] == ["1975-03-10", "1976", "1975-03-12", "1978", "1978-03"]


def test_this_year_of_an_undated_text_is_no_year_it_happens_to_name() -> None:
    assert values("Chad keeps the 2003 truce. This year alone it lost nine men. That year it had lost none.", None) == [
        "2003",
        "XXXX",
        "2003",
    ]
