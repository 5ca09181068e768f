"""The package's data as it is written: no list says a thing twice."""

import tomllib
from pathlib import Path

import pytest

from onrecord.resources.toml_data import DATA


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda p: str(p.relative_to(DATA)))
def test_no_list_of_an_entry_names_a_word_twice(path: Path) -> None:
    tables = [t for held in tomllib.loads(path.read_text(encoding="utf-8")).values() if isinstance(held, list) for t in held]
    lists = [(t.get("id"), key, held) for t in tables for key, held in t.items() if isinstance(held, list)]
    twice = [(entry, key, word) for entry, key, held in lists for n, word in enumerate(held) if isinstance(word, str) and word in held[:n]]
    assert twice == []
