"""Ten thousand marks, copy in one case, talk without stops: sensible speakers, and work counted in calls that grows with the text and no faster."""

import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.events.extract import extract
from onrecord.pipeline import account_of, document_from_text
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.resolution.resolve import resolve
from onrecord.statements.attribute import attribute
from onrecord.statements.quotations import DEPTH, find_quotations
from tests.counting import calls
from tests.statements.drills import RESOURCES


def calls_after_reading(parser: Parser, text: str) -> int:
    """Function calls of every stage above the reading."""
    reading = read(lay_out(new_document(text)), parser=parser, resources=RESOURCES)

    def work() -> None:
        statements = attribute(reading, resources=RESOURCES)
        events = extract(reading, statements, resources=RESOURCES)
        resolve(reading, statements, events, resources=RESOURCES)

    return calls(work)


@pytest.mark.parametrize("piece", ["“We fled,” said Ali. ", "Both sides said they fled. ", "M23 REBELS FLED, THE ARMY SAID. "])
def test_work_grows_with_the_text(piece: str, parser: Parser) -> None:
    calls_after_reading(parser, piece * 3)  # what is loaded once is not counted
    small, large = calls_after_reading(parser, piece * 50), calls_after_reading(parser, piece * 200)
    assert large < 5.5 * small + 500


def test_ten_thousand_nested_marks() -> None:
    text = "He said: " + "“‘" * 5_000 + "troops fired" + "’”" * 5_000
    assert max(q.depth for q in find_quotations(text)) < DEPTH
    assert len(find_quotations("“he said " * 10_000)) <= 10_000


def said_by(parser: Parser, text: str) -> list[str]:
    return [s.source[0].of(text) for s in account_of(document_from_text(text), parser=parser, resources=RESOURCES).statements if s.source]


def test_copy_in_one_case(parser: Parser) -> None:
    text = "M23 REBELS ATTACKED SAKE ON TUESDAY, THE ARMY SAID. GENERAL PAUL ILUNGA TOLD REPORTERS THAT TROOPS HAD FLED. RWANDA DENIED THE CLAIM."
    wanted = ["the army", "general paul ilunga", "rwanda"]
    assert [w.lower() for w in said_by(parser, text)] == wanted
    small = said_by(parser, text.lower())  # a parser loses surnames in small letters, never the speakers
    assert [w.split()[:2] for w in small] == [w.split()[:2] for w in wanted]


def test_talk_without_stops(parser: Parser) -> None:
    text = "so the commander said that his men were attacked and the mayor told us that the rebels burned the school and then the governor denied that the army had fled"
    assert said_by(parser, text) == ["the commander", "the mayor", "the governor"]


@pytest.mark.parametrize("text", ["The minister said.", "According to.", "“” said Ali.", "They told that.", "He denied. She asked."])
def test_a_cue_with_no_content_says_nothing(text: str, parser: Parser) -> None:
    assert said_by(parser, text) == []
