from datetime import date

import pytest
from benchmarks.scores.times import f1, hull, overlap_share, pair, same_value, tally

from onrecord.basis import Basis
from onrecord.resolution.resolution import Time
from onrecord.span import Span
from onrecord.timespan import Timespan


def time(start: int, end: int, value: str = "2020", kind: str = "DATE") -> Time:
    return Time(f"t{start}", Span(start, end), kind, value, Timespan(), "none", Basis("by-hand"))  # type: ignore[arg-type]


def gold(start: int, end: int, value: str = "2020", kind: str = "DATE") -> dict[str, object]:
    return {"start": start, "end": end, "type": kind, "value": value}


def test_each_gold_takes_the_unused_time_of_largest_overlap() -> None:
    pairs = pair([gold(0, 10), gold(5, 20)], [time(0, 4), time(3, 12)])
    assert [(g["start"], t.span.start) for g, t in pairs] == [(0, 3)]
    pairs = pair([gold(0, 5), gold(3, 20)], [time(0, 12)])
    assert len(pairs) == 1


def test_counts() -> None:
    counts = tally([gold(0, 4), gold(10, 14, "1999"), gold(30, 34)], (time(0, 4), time(10, 15, "1999", "TIME"), time(50, 54)))
    assert dict(counts) == {"gold": 3, "system": 3, "strict": 1, "relaxed": 2, "type": 1, "value": 2, "same": 2}
    assert f1(2, 3, 3) == 2 / 3
    assert f1(0, 0, 0) == 0.0


def test_hulls() -> None:
    assert hull({"when": "2015-02"}) == (date(2015, 2, 1), date(2015, 2, 28))
    assert hull({"from": "1967-06", "to": "1967-08"}) == (date(1967, 6, 1), date(1967, 8, 31))
    assert hull({"notAfter": "1999"}) is None
    assert hull({"when": "--10"}) is None
    assert overlap_share((date(2020, 1, 1), date(2020, 1, 10)), (date(2020, 1, 6), date(2020, 1, 15))) == 5 / 15
    assert overlap_share((date(2020, 1, 1), date(2020, 1, 1)), (date(2021, 1, 1), date(2021, 1, 1))) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1949-XX", "1949"), ("1994-XX-XX", "1994"), ("1998-10-XX", "1998-10"), ("199X", "199"), ("19XX", "19"), ("2000-W7", "2000-W07"),
        ("1989-11-06T17", "1989-11-06T17:00"), ("2000-04-06T04:00", "2000-04-06T04:00-04"), ("P2Y6M", "P2.5Y"), ("PT5H30M", "PT5.5H"),
    ],
)  # fmt: skip
def test_one_value_written_in_two_ways(one: str, other: str) -> None:
    assert same_value(one, other)
    assert same_value(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1949", "1949-01"), ("1989-WXX", "1989-W44"), ("199", "1990"), ("2009-12-15T18:00Z", "2009-12-15T18:00+05"), ("P2Y", "P24M"),
        ("1998-10-23", "1998-10-23TNI"), ("PXY", "PAST_REF"), ("XXXX-XX", "XXXX"), ("1998-10-XX", "1998-10-23"), ("P1D", "PT24H"), ("", "1998"),
    ],
)  # fmt: skip
def test_two_values_stay_two(one: str, other: str) -> None:
    assert not same_value(one, other)
