"""What is refused, told from what is denied."""

import pytest

from onrecord.events.refusals import is_refusal


@pytest.mark.parametrize(
    ("rule", "words", "statement", "lemma", "refused"),
    [
        ("declines", (), "", "leave", True),
        ("negated", ("not",), "refuse/reject", "leave", True),
        ("prevents-event", ("ruled out",), "", "attack", True),
        ("prevents-event", ("foiled",), "", "attack", False),
        ("negated", ("not",), "", "accept", True),
        ("negated-future", ("will", "not"), "", "recognise", True),
        ("negated", ("not",), "", "shell", False),
        ("denied-claim", ("denied",), "", "accept", False),
    ],
)
def test_refusals(rule: str, words: tuple[str, ...], statement: str, lemma: str, refused: bool) -> None:
    assert is_refusal(rule, words, statement, lemma=lemma) is refused
