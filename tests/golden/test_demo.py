"""What `make demo` prints of examples/: the denial, the figures that differ, and the side that has no voice."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app

EXAMPLES = Path(__file__).parents[2] / "examples" / "falklands-1982"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The demo's page by its headings, each without its line breaks."""
    record = tmp_path_factory.mktemp("demo") / "demo.db"
    result = CliRunner().invoke(app, ["read", str(EXAMPLES), "--record", str(record)], env={"COLUMNS": "110"})
    assert result.exit_code == 0, result.output
    parts = re.split(r"^([A-Z][A-Z ,-]+)(?=\n|  )", result.output, flags=re.MULTILINE)
    return {heading: " ".join(body.split()) for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parser
def test_both_sides_of_a_denied_hit_stand_together(shown: dict[str, str]) -> None:
    event = re.search(r"HMS Invincible; 30 May 1982 (.*?) Passed on", shown["WHERE SOURCES DIFFER"])
    assert event is not None
    assert re.search(r"Argentina asserts it: “Argentina said .* had hit the British aircraft carrier HMS Invincible", event[1])
    assert re.search(r"UK Ministry of Defence denies it: “The British Ministry of Defence denied", event[1])
    assert "UK Ministry of Defence: “The British Ministry of Defence denied" in shown["WHO DENIES"]


@pytest.mark.parser
def test_the_dead_are_a_range_with_its_sources(shown: dict[str, str]) -> None:
    assert "killed: 323 to 368: 323 (Argentina); 368 (British newspapers)" in shown["WHERE SOURCES DIFFER"]


@pytest.mark.parser
def test_a_side_without_a_voice_is_named_and_a_copy_is_no_second_account(shown: dict[str, str]) -> None:
    whole = shown["WHAT IS ONE-SIDED"]
    assert re.search(r"No document of this record speaks for [^.]*Peru", whole)
    assert "1 more document carries the same text as another and is counted with it" in whole
    assert "The only account comes from Argentine sources or officials; no document of this record speaks for Peru." in whole
