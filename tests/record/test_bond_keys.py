"""One key for one commitment, however it is worded; two for two."""

import pytest

from onrecord.record.tell import commitment_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ceasefire", "the cease-fire"),
        ("ceasefire", "truce"),
        ("ceasefire agreement", "cease fire"),
        ("ceasefire regime", "truce"),
        ("1994 ceasefire agreement", "1994 truce"),
        ("Lomar agreement", "the Lomar Accords"),
        ("resolution 1701", "UN Security Council Resolution 1701 (2006)"),
        ("UNSCR 1701", "resolution no. 1701"),
    ],
)
def test_wordings_of_one_commitment_meet(one: str, other: str) -> None:
    assert commitment_key(one) == commitment_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1994 ceasefire agreement", "2020 ceasefire agreement"),
        ("Lomar ceasefire", "Oruma ceasefire"),
        ("Lomar agreement", "Lomar treaty"),
        ("Lomar agreement", "Oruma agreement"),
        ("resolution 1701", "resolution 1559"),
        ("resolution 194", "General Assembly resolution 194"),
        ("resolutions 822, 853 and 874", "resolution 822"),
    ],
)
def test_two_commitments_stay_two(one: str, other: str) -> None:
    assert commitment_key(one) != commitment_key(other)
