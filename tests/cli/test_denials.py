"""Which claim denies which: told alike by `show` and by `compare`, and once, however many outlets carry the denial."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app
from tests.comparison.test_compare import ONE, compared, denial, report

CARRIED = (
    "Borea denied that it had shelled Toll on 4 May. The spokesman of its ministry told reporters in the capital late that night "
    "that no gun of any unit under its command had fired a round, and that the report would be answered in full once it had been read."
)


@pytest.fixture
def event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An event that one report tells of, that another denies, and whose denial a third outlet carries."""
    monkeypatch.chdir(tmp_path)
    first, again = denial(CARRIED), denial(CARRIED + " More follows.")
    again = replace(again, document=replace(again.document, publisher="Herald"))
    with compared(tmp_path / "onrecord.db", report("P", "ALB", ONE), first, again) as record:
        assert len(record.queries.copies()) == 1
        rows = record.queries.events()
        assert len(rows) == 1
        links = record.queries.links(c.number for c in record.queries.event(rows[0].id))
        assert sum(link.kind == "denies" for link in links) == 2
        return rows[0].id


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_denial_that_is_carried_on_is_shown_once(event: str) -> None:
    shown, compared_ = run("show", event), run("compare", event)
    denied = [line.strip() for line in shown.splitlines() if "] denies [" in line]
    assert len(denied) == 1
    assert denied == [line.strip() for line in compared_.splitlines() if "] denies [" in line]
    assert len(json.loads(run("compare", event, "--format", "jsonl"))["denials"]) == 1
