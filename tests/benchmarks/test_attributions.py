"""The attribution scorer: matching one to one, and what counts as right."""

from benchmarks.scores.attributions import Attribution, count, f1, iou, judge, pair


def one(source: tuple[int, int] | None, cue: tuple[int, int], content: tuple[int, int], *, direct: bool = False) -> Attribution:
    return Attribution((source,) if source else (), (cue,), (content,), direct)


def test_a_gold_takes_the_statement_whose_content_fits_best_among_equal_cues() -> None:
    gold = [one((0, 3), (4, 8), (10, 50))]
    ours = [one((0, 3), (4, 8), (10, 12)), one((0, 3), (4, 8), (10, 49))]
    assert pair(gold, ours) == {0: 1}


def test_each_of_ours_is_used_once() -> None:
    gold = [one((0, 3), (4, 8), (10, 50)), one((0, 3), (4, 8), (60, 90))]
    assert len(pair(gold, [one((0, 3), (4, 8), (10, 50))])) == 1


def test_both_sources_empty_is_right_and_one_empty_is_not() -> None:
    assert judge(one(None, (4, 8), (10, 50)), one(None, (4, 8), (10, 50)))["whole"]
    assert not judge(one((0, 3), (4, 8), (10, 50)), one(None, (4, 8), (10, 50)))["whole"]


def test_half_of_the_content_is_enough_and_less_is_not() -> None:
    assert judge(one((0, 3), (4, 8), (10, 50)), one((1, 2), (5, 6), (10, 30)))["whole"]
    assert not judge(one((0, 3), (4, 8), (10, 50)), one((1, 2), (5, 6), (10, 29)))["content"]
    assert iou(((0, 10), (20, 30)), ((5, 25),)) == 10 / 30


def test_counts_of_a_document() -> None:
    gold = [one((0, 3), (4, 8), (10, 50), direct=True), one((60, 63), (64, 68), (70, 90))]
    ours = [one((0, 3), (4, 8), (10, 50), direct=True), one((200, 203), (204, 208), (210, 250))]
    counts: dict[str, float] = {}
    count(gold, ours, counts)
    assert counts["whole"] == 1
    assert counts["direct whole"] == 1
    assert f1(counts["whole"], counts["ours"], counts["gold"]) == 0.5
