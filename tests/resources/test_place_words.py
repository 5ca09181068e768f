"""Words beside the names of places: what a user's list may hold."""

from pathlib import Path

import pytest

from onrecord.errors import ResourceError
from onrecord.resources.place_words import load_place_words


def entry(folder: Path, lines: str) -> Path:
    (folder / "en").mkdir()
    (folder / "en" / "place_words.toml").write_text(f'[[entry]]\nid = "mine"\n{lines}\nexamples = ["The soukha of [Orvunna] burned."]\n')
    return folder


def test_a_word_for_a_place_may_take_up_the_last_one_again(tmp_path: Path) -> None:
    words = load_place_words([entry(tmp_path, 'role = "kind_of"\nfeature = "town"\nwords = ["soukha"]\nagain = ["soukha"]')])
    assert words.again["soukha"] == words.kind_of["soukha"] == "town"
    assert words.again["province"] == "region"
    assert "port" not in words.again


@pytest.mark.parametrize(
    "lines",
    [
        'role = "kind_of"\nfeature = "town"\nwords = ["soukha"]\nagain = ["ksar"]',
        'role = "kind_after"\nfeature = "town"\nwords = ["soukha"]\nagain = ["soukha"]',
        'role = "kind_of"\nwords = ["soukha"]',
    ],
)
def test_an_entry_that_says_too_much_or_too_little_is_refused(lines: str, tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="mine"):
        load_place_words([entry(tmp_path, lines)])
