import json

import pytest

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


def test_a_floor_lower_than_the_last_commits_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    before = {"times": {"gold": "abc", "sample": {"f1": 0.5}}}

    class Shown:
        returncode = 0
        stdout = json.dumps(before)

    monkeypatch.setattr(gate.subprocess, "run", lambda *_, **__: Shown())
    assert gate.lowered({"times": {"gold": "abc", "sample": {"f1": 0.6}}}) == []
    assert gate.lowered({"times": {"gold": "abc", "sample": {"f1": 0.4}}}) == ["times sample f1: 0.5 became 0.4"]
    assert gate.lowered({}) == ["times sample f1: 0.5 became nothing"]
