"""Everything that a letter says it answers."""

import pytest

from onrecord.reading.parse import Parser
from tests.statements.test_letters import letters_of

LETTER = "Tarawa, 15 July 2020\n\nDear Minister,\n\n{}\n\nYours sincerely,\n\nRuth Okafor\nMinister of Foreign Affairs of Kiribati\n"
SEVERAL: list[tuple[str, list[tuple[str, str | None, str | None]]]] = [
    (
        "I refer to your letter of 3 May 2020 and your note of 5 May 2020. We thank you for both.",
        [("letter", "3 May 2020", None), ("note", "5 May 2020", None)],
    ),
    ("With reference to your letters of 3 and 5 May 2020, we state that boats entered our waters.", [("letter", "3", None), ("letter", "5 May 2020", None)]),
    (
        "I refer to the letters of 1 March 2020, 4 March 2020 and 9 March 2020 from the Permanent Representative of Nauru (S/2020/11, S/2020/12 and S/2020/19).",
        [("letter", "1 March 2020", "S/2020/11"), ("letter", "4 March 2020", "S/2020/12"), ("letter", "9 March 2020", "S/2020/19")],
    ),
    (
        "I have the honour to refer to the letters from the Permanent Representative of Nauru (S/2019/455) and the Permanent Representative of Palau (S/2019/460).",
        [("letter", None, "S/2019/455"), ("letter", None, "S/2019/460")],
    ),
    (
        "I thank you for your letter of 3 May 2020. I also refer to your letter of 9 May 2020, which we have studied.",
        [("letter", "3 May 2020", None), ("letter", "9 May 2020", None)],
    ),
    ("I thank you for your letter of 3 May 2020. Boats left on 4 May 2020. Your statement of 5 May 2020 refers to their report of 1 May 2020.", [("letter", "3 May 2020", None)]),
    ("I refer to your letter of 3 May 2020, in which you reply to our note of 1 May 2020.", [("letter", "3 May 2020", None)]),
]  # fmt: skip


@pytest.mark.parser
@pytest.mark.parametrize(("words", "wanted"), SEVERAL)
def test_a_letter_answers_all_that_it_says_it_answers(parser: Parser, words: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    text = LETTER.format(words)
    (letter,) = letters_of(parser, text)
    assert [(a.what, a.date and a.date.of(text), a.reference and a.reference.of(text)) for a in letter.all_answered] == wanted
    assert letter.all_answered == (letter.answers, *letter.also)


@pytest.mark.parser
def test_whose_each_of_several_is_is_not_dealt_out(parser: Parser) -> None:
    text = LETTER.format(SEVERAL[3][0])
    first, second = letters_of(parser, text)[0].all_answered
    assert first.by is not None
    assert first.by.of(text).startswith("the Permanent Representative of Nauru")
    assert second.by is None or second.by.of(text).startswith("the Permanent Representative of Palau")


@pytest.mark.parser
def test_a_letter_that_lists_hundreds_answers_a_dozen(parser: Parser) -> None:
    days = ", ".join(f"{day} May {year}" for year in range(2000, 2010) for day in range(1, 29))
    (letter,) = letters_of(parser, LETTER.format(f"I refer to your letters of {days}."))
    assert len(letter.all_answered) <= 12
