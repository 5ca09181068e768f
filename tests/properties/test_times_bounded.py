"""The time reader on any text: it ends, in time that grows with the text, and what it finds lies in the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.pipeline import read_times
from onrecord.resources.resources import Resources
from onrecord.timespan import parse_edtf

KNOWN = Resources()
PIECES = st.sampled_from(
    ["May ", "12 ", "the ", "1998 ", "of ", "Monday ", "two ", "and ", "a half ", "weeks ", "ago ", "next ", "31 ", "February ", "BC ", "25:00 ", "0000 ",
     "99999 ", "٢٠٢٠ ", "\n\n", "-", "/", ".", ",", "'s ", "early ", "century ", "last ", "first ", "day ", "before ", "after ", "noon ", "p.m. ", "XIV "]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)), st.one_of(st.none(), st.dates()))
@settings(deadline=None, max_examples=150)
def test_any_text(text: str, reference: object) -> None:
    last = 0
    for found in read_times(text, reference=reference, resources=KNOWN):  # type: ignore[arg-type]
        assert last <= found.span.start < found.span.end <= len(text)
        last = found.span.end
        if found.timespan.edtf:
            parse_edtf(found.timespan.edtf)


@pytest.mark.parametrize(
    "piece",
    ["May ", "12 ", "1998 ", "12 May 1998, ", "two and a half ", "1", "the end of ", "12:", "1/", "a few ", "one ", "Monday ", "3-", "BC ", "'", "the first "],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.perf_counter()
        read_times(text, resources=KNOWN)
        return time.perf_counter() - began

    small, large = min(seconds(4_000) for _ in range(3)), seconds(40_000)
    assert large < 40 * small + 0.5
