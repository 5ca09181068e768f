"""Work grows with the text and no faster, counted in calls and not by a clock: number lists, "May May May", names that are many places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.counting import calls
from tests.properties.nonsense import NonsenseParser

from onrecord import pipeline
from onrecord.reading.parse import Parse, SpacyParser
from onrecord.resources.resources import Resources

KNOWN = Resources()
PIECES = [
    "May ",
    "12 ",
    "1,234 ",
    "1998 ",
    "Monday ",
    "25:00 ",
    "31 February ",
    "the end of ",
    "two ",
    "weeks ",
    "ago ",
    "(",
    "and ",
    "٢٠٢٠ ",
    "- ",
    "first ",
    "\n\n",
]


def of_times(text: str) -> int:
    return calls(lambda: pipeline.read_times(text, resources=KNOWN))


def of_everything(text: str) -> int:
    document = pipeline.document_from_text(text)
    return calls(lambda: pipeline.account_of(document, parser=NonsenseParser(1), resources=KNOWN))


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
@settings(deadline=None, max_examples=25)
def test_reading_times_grows_with_the_text(piece: str) -> None:
    pipeline.read_times("On 12 May 1998.", resources=KNOWN)  # what is loaded once is not counted
    assert of_times(piece * 160) < 4.8 * of_times(piece * 40) + 500


@pytest.mark.parametrize("piece", ["May ", "12, 345, ", "San Jose ", "31 February, 25:00 ", "Springfield and ", "1 2 3 4 5 6 7 8 9 "])
def test_reading_everything_grows_with_the_text(piece: str) -> None:
    of_everything(piece * 4)  # what is loaded once is not counted
    small, large = of_everything(piece * 40), of_everything(piece * 160)
    assert large < 5.5 * small + 500


class Parsed:
    """A parser that gives back the one parse it was made with, so that only what comes after parsing is counted."""

    def __init__(self, parser: SpacyParser, text: str) -> None:
        self.document = pipeline.document_from_text(text)
        self.known = parser.parse(self.document)
        self.identity = parser.identity

    def parse(self, document: object) -> Parse:
        return self.known


REPEATED = {
    "clauses of one sentence": "The army shelled towns and ",
    "the same group again and again": "The rebels attacked the town of Goma. ",
    "we again and again": '"We attacked Goma," the army said. ',
    "capitals": "REBELS SHELLED THE TOWN OF GOMA ON MONDAY. ",
    "headlines without verbs": "Six dead in Gao blast\n\n",
    "a table": "Gao\t6\t9\n",
    "countries": "Mali, Chad, Niger, Togo, ",
}


@pytest.mark.parametrize("name", REPEATED)
def test_what_is_told_again_and_again_grows_with_the_text(name: str, parser: SpacyParser) -> None:
    def work(times: int) -> int:
        parsed = Parsed(parser, REPEATED[name] * times)
        return calls(lambda: pipeline.account_of(parsed.document, parser=parsed, resources=KNOWN))  # type: ignore[arg-type]

    work(4)  # what is loaded once is not counted
    small, large = work(30), work(120)
    assert large < 5 * small + 500
