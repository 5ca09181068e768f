"""What the commands print of one small record, as a person reads it. ONRECORD_GOLDEN=write writes the files anew; read the difference before you keep it."""

import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app
from tests.golden.story import story

HERE = Path(__file__).parent
PAGES = {
    "summary": None,
    "documents": ["show"],
    "claim": ["show", "CLAIM"],
    "compare": ["compare", "--all"],
    "timeline": ["timeline"],
    "events": ["events", "--claims"],
    "sources": ["sources"],
    "actors": ["actors"],
    "commitments": ["commitments"],
    "letters": ["letters"],
    "balance": ["balance"],
    "search": ["search", "invincible", "hit"],
}


@pytest.mark.parametrize("page", PAGES)
def test_a_small_record_reads_as_a_story(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    with story(tmp_path / "onrecord.db") as record:
        denied = next(c for c in record.queries.claims() if c.happened is False and c.trigger == "hit")
        shown = summary(record) if page == "summary" else run([denied.id[:8] if a == "CLAIM" else a for a in PAGES[page] or ()])
    shown = re.sub(r"\d{4}-\d\d-\d\dT\S+", "TIME", shown)
    golden = HERE / f"{page}.txt"
    if os.environ.get("ONRECORD_GOLDEN") == "write":
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def run(arguments: list[str]) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return str(result.output)


def summary(record: object) -> str:
    import typer

    from onrecord.cli.page import Page
    from onrecord.cli.summary import show_summary
    from onrecord.resources.resources import Resources

    command = typer.Typer()
    command.command()(lambda: show_summary(Page(), record, Resources().countries))  # type: ignore[arg-type]
    return str(CliRunner().invoke(command, []).output)
