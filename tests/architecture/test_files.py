"""Habits of the house that a machine can see."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def test_files_stay_short() -> None:
    long = {str(p.relative_to(ROOT)): n for p in SOURCES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300}
    assert long == {}


def test_tests_stay_short() -> None:
    tests = (ROOT / "tests").rglob("*.py")
    long = {str(p.relative_to(ROOT)): n for p in tests if (n := len(p.read_text(encoding="utf-8").splitlines())) > 500}
    assert long == {}


def test_no_room_without_a_name_of_its_own() -> None:
    assert [p for p in SOURCES if re.fullmatch(r"(helpers?|utils?|common|misc)", p.stem)] == []


def test_every_module_says_what_it_is() -> None:
    assert [str(p.relative_to(ROOT)) for p in SOURCES if not p.read_text(encoding="utf-8").lstrip().startswith('"""')] == []
