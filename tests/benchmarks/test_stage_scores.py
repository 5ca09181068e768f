"""The arithmetic of the scores of factuality, means and tolls."""

import pytest
from benchmarks.scores.factuality import class_of, macro_f, pearson, value_of
from benchmarks.scores.means import f1, overlap_hits
from benchmarks.scores.tolls import keyed, recased, set_f

from onrecord.events.event import Factuality


def test_a_scale_from_certainly_not_to_certainly_so() -> None:
    assert value_of(Factuality("certain", True, "actual")) == 3
    assert value_of(Factuality("probable", False, "actual")) == -2
    assert value_of(Factuality("possible", None, "hypothetical")) == 0


def test_four_classes() -> None:
    assert class_of(Factuality("certain", True, "ongoing")) == "asserted"
    assert class_of(Factuality("certain", False, "actual")) == "denied"
    assert class_of(Factuality("probable", True, "actual")) == "possible"
    assert class_of(Factuality("uncommitted", None, "demanded")) == "future"
    assert class_of(Factuality("possible", None, "hypothetical")) == "possible"


def test_macro_f_counts_every_class_alike() -> None:
    perfect = [("asserted", "asserted"), ("denied", "denied"), ("possible", "possible"), ("future", "future")]
    assert macro_f(perfect)["macro_f"] == 1
    assert macro_f([(g, "asserted") for g, _ in perfect])["macro_f"] == pytest.approx(0.1)


def test_pearson_of_what_does_not_vary_is_nothing() -> None:
    assert pearson([(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]) == pytest.approx(1)
    assert pearson([(1.0, 3.0), (2.0, 3.0)]) == 0


def test_an_overlap_uses_each_found_span_once() -> None:
    assert overlap_hits({(0, 5), (5, 9)}, {(0, 9)}) == 1
    assert f1(1, 2, 1) == pytest.approx(2 / 3)
    assert f1(0, 0, 0) == 0


def test_only_plain_figures_of_the_key_count() -> None:
    casualties = [
        {"effect": ["DEATH"], "number": ["4", "30-"]},
        {"effect": ["NO INJURY OR DEATH"], "number": ["2"]},
        {"effect": ["INJURY"], "number": None},
    ]
    assert keyed({"casualties": casualties}) == {("killed", 4)}
    assert set_f([({("killed", 4)}, {("killed", 4), ("killed", 9)})])["set_f"] == pytest.approx(2 / 3)


def test_capitals_are_restored_one_for_one() -> None:
    assert recased("TWO MEN DIED. ONE FLED.") == "Two men died. One fled."
    assert recased("Two men died.") == "Two men died."
