import itertools

import pytest
from benchmarks.scores.coreference_metrics import assign, b_cubed, ceaf_e, conll, muc
from hypothesis import given
from hypothesis import strategies as st


def clusters(*words: str) -> list[frozenset[str]]:
    return [frozenset(w) for w in words]


def test_the_same_is_perfect() -> None:
    gold = clusters("abc", "de", "f")
    assert conll(gold, gold) == {"muc": 1.0, "b_cubed": 1.0, "ceaf_e": 1.0, "conll": 1.0}


def test_known_figures() -> None:
    # The worked example of Luo (2005) and Pradhan et al. (2014): gold {a b c} {d e f g}, found {a b} {c d} {f g h i}.
    gold, found = clusters("abc", "defg"), clusters("ab", "cd", "fghi")
    assert muc(gold, found) == pytest.approx(0.40)
    assert b_cubed(clusters("abc", "defg"), clusters("abcdefg")) == pytest.approx(2 * (25 / 49) / (1 + 25 / 49))
    assert ceaf_e(clusters("abc", "defg"), clusters("abcdefg")) == pytest.approx(2 * (8 / 11) * (4 / 11) / (12 / 11))


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 1), max_size=12))
def test_the_matching_is_the_best_there_is(weights: dict[tuple[int, int], float]) -> None:
    best = max(sum(weights.get((n, p[n]), 0) for n in range(5)) for p in itertools.permutations(range(5)))
    assert assign(weights) == pytest.approx(best)
