"""The scorer of entities: spans, types, and one to one."""

from benchmarks.scores.actors import bare, f1, matched

from onrecord.span import Span

GOLD = {(0, 4, "Person"), (10, 15, "Organisation"), (20, 25, "Location")}


def test_an_article_is_no_part_of_a_span() -> None:
    assert bare(Span(0, 9), "the rebels") == Span(4, 9)
    assert bare(Span(0, 5), "their") == Span(0, 5)


def test_exact_and_overlapping_spans() -> None:
    ours = {(0, 3, "Person"), (10, 15, "Organisation")}
    assert matched(GOLD, ours, "Person", exact=True) == (0, 1, 1)
    assert matched(GOLD, ours, "Person", exact=False) == (1, 1, 1)
    assert matched(GOLD, ours, "Organisation", exact=True) == (1, 1, 1)


def test_two_of_ours_on_one_gold_count_once() -> None:
    assert matched({(0, 9, "Person")}, {(0, 3, "Person"), (5, 9, "Person")}, "Person", exact=False) == (1, 2, 1)


def test_a_country_offered_as_both_is_wrong_as_neither() -> None:
    ours = {(20, 25, "Organisation"), (20, 25, "Location")}
    assert matched(GOLD, ours, "Organisation", exact=True) == (0, 0, 1)
    assert matched(GOLD, ours, "Location", exact=True) == (1, 1, 1)


def test_f_of_sums() -> None:
    assert f1([(1, 1, 2), (1, 2, 1)]) == 2 * 2 / 6
    assert f1([(0, 0, 0)]) == 0.0
