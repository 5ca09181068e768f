from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.signature import PERMUTATIONS, bands, likeness, runs_of, signature_of

WORDS = [f"word{n * n % 997}" for n in range(400)]


def sharing(first: int) -> tuple[float, float]:
    a, b = " ".join(WORDS), " ".join([*(f"other{n}" for n in range(first)), *WORDS[first:]])
    one, two = runs_of(a), runs_of(b)
    left, right = signature_of(a), signature_of(b)
    assert left is not None
    assert right is not None
    return likeness(left, right), len(one & two) / len(one | two)


def test_the_estimate_is_near_the_share_of_runs() -> None:
    for first in (0, 20, 60, 120, 300, 400):
        estimate, share = sharing(first)
        assert abs(estimate - share) < 0.16


def test_near_copies_share_a_band() -> None:
    text = " ".join(WORDS)
    copy = signature_of("LONDON, 5 May. " + text.upper() + " Copyright.")
    one = signature_of(text)
    assert one is not None
    assert copy is not None
    assert set(bands(one)) & set(bands(copy))


def test_a_short_text_has_no_signature() -> None:
    assert signature_of("Borea shelled Toll.") is None


@given(st.text(max_size=300))
def test_any_text_has_a_signature_or_none_and_always_the_same(text: str) -> None:
    made = signature_of(text)
    assert made == signature_of(text)
    assert made is None or len(made) == 4 * PERMUTATIONS
