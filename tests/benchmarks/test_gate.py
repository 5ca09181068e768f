import json

from benchmarks import gate


def test_a_figure_below_its_floor_is_named() -> None:
    floors = {"gold": "abc", "sample": {"f1": 0.5, "recall": 0.4}}
    assert gate.judge({"f1": 0.5, "recall": 0.45}, "abc", floors, "sample") == []
    assert gate.judge({"f1": 0.49, "recall": 0.45}, "abc", floors, "sample") == ["f1 0.49 is below its floor 0.5"]


def test_a_figure_that_is_gone_is_below_its_floor() -> None:
    assert gate.judge({}, "abc", {"gold": "abc", "sample": {"f1": 0.5}}, "sample") != []


def test_other_gold_is_refused() -> None:
    assert "not the one" in gate.judge({"f1": 1.0}, "other", {"gold": "abc", "sample": {"f1": 0.5}}, "sample")[0]


def test_a_set_without_a_floor_is_refused() -> None:
    assert gate.judge({"f1": 1.0}, "abc", {"gold": "abc"}, "sample") == ["no floor pinned"]


def test_a_floor_lower_than_it_ever_was_is_found() -> None:
    before = {"times": {"sample": {"f1": 0.5}}}
    assert gate.lowered({"times": {"gold": "abc", "sample": {"f1": 0.6}}}, before, {}) == []
    assert gate.lowered({"times": {"gold": "abc", "sample": {"f1": 0.4}}}, before, {}) == ["times sample f1: 0.5 became 0.4"]
    assert gate.lowered({}, before, {}) == ["times sample f1: 0.5 became nothing"]


def test_only_a_correction_with_its_reason_takes_a_floor_back() -> None:
    before = {"times": {"sample": {"f1": 0.5}}}
    now = {"times": {"sample": {"f1": 0.4}}}
    assert gate.lowered(now, before, {"times sample f1": "pinned on another parser"}) == []
    assert gate.lowered(now, before, {"times sample recall": "another figure"}) != []


def test_every_correction_has_a_reason() -> None:
    assert all(isinstance(why, str) and len(why) > 40 for why in json.loads(gate.CORRECTIONS.read_text(encoding="utf-8")).values())


def test_every_set_has_a_pinned_floor() -> None:
    assert set(gate.all_sets()) <= set(json.loads(gate.FLOORS.read_text(encoding="utf-8")))
