from pathlib import Path

from benchmarks.report import compare, keep


def test_gains_and_losses_are_told_by_case() -> None:
    change = compare({"a": True, "b": False, "gone": True}, {"a": False, "b": True, "new": True})
    assert change.gained == ("b",)
    assert change.lost == ("a",)


def test_a_run_is_kept_beside_the_one_before(tmp_path: Path) -> None:
    assert not keep("set/one", "sample", {"f1": 0.5}, {"a": False}, tmp_path)
    assert keep("set/one", "sample", {"f1": 0.6}, {"a": True}, tmp_path).gained == ("a",)
    assert len(list((tmp_path / "sample").iterdir())) == 2
