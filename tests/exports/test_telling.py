import pytest

from onrecord.exports.telling import toll_words
from onrecord.record.told import Figure


@pytest.mark.parametrize(
    ("low", "high", "of", "whose", "words"),
    [
        (17, 17, "military", "British soldiers", "killed: 17 British soldiers"),
        (0, 0, "military", "the 4th Brigade", "killed: 0 soldiers of the 4th Brigade"),
        (3, None, "civilian", None, "killed: at least 3 civilians"),
        (3, 9, "unknown", "Mali", "killed: 3 to 9 of Mali"),
        (1, 1, "unknown", "Argentine officer", "killed: 1 (Argentine officer)"),
        (5, 5, "unknown", "camp 5", "killed: 5 of camp 5"),
        (None, None, "unknown", "Mali", "killed: no figure given"),
    ],
)
def test_a_toll_names_whose_dead_once(low: int | None, high: int | None, of: str, whose: str | None, words: str) -> None:
    assert toll_words(Figure("killed", low, high, of, whose, False, "")) == words  # type: ignore[arg-type]
