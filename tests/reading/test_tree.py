from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.reading import Token
from onrecord.reading.tree import without_circles


def made(heads: list[int]) -> tuple[Token, ...]:
    return tuple(Token(i, 2 * i, 2 * i + 1, "x", "x", "X", "XX", "dep", h, 0) for i, h in enumerate(heads))


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.integers(0, n - 1), min_size=n, max_size=n)))
def test_every_token_reaches_a_root(heads: list[int]) -> None:
    tokens = without_circles(made(heads))
    for token in tokens:
        here, steps = token, 0
        while here.head != here.index:
            here, steps = tokens[here.head], steps + 1
            assert steps <= len(tokens)


def test_a_tree_is_left_alone() -> None:
    tokens = made([1, 1, 1, 2])
    assert without_circles(tokens) is tokens


def test_one_token_of_a_circle_becomes_a_root() -> None:
    assert [t.head for t in without_circles(made([1, 2, 0, 0]))].count(0) >= 1
    assert sum(t.head == t.index for t in without_circles(made([1, 2, 0, 0]))) == 1
