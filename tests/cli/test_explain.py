"""onrecord explain: where a place is given, and what is printed of it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app
from onrecord.reading.parse import SpacyParser

TEXT = "Rebels shelled the port of Masara on Tuesday. The mayor denied that rebels attacked the school.\n"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, parser: SpacyParser) -> None:
    monkeypatch.setattr("onrecord.reading.parse.SpacyParser", lambda model: parser)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a:report.txt").write_text(TEXT, encoding="utf-8")


def run(*arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == status, result.output + str(result.exception)
    return str(result.stdout)


def test_a_place_in_a_file_is_explained() -> None:
    shown = run("explain", f"a:report.txt:{TEXT.index('shelled')}")
    assert "Coded: ASSAULT." in shown
    assert "“Rebels” [0–6]" in shown
    assert "as in:" in shown


def test_a_denied_event_shows_the_word_of_denial_and_the_claimant() -> None:
    shown = run("explain", f"a:report.txt:{TEXT.index('attacked')}")
    assert "did not happen" in shown
    assert "“denied”" in shown


def test_json_holds_the_same_in_one_object() -> None:
    found = json.loads(run("explain", f"a:report.txt:{TEXT.index('shelled')}", "--format", "json"))
    assert found["coded"][0]["type"] == "ASSAULT"
    assert found["coded"][0]["start"] == TEXT.index("shelled")
    assert found["document"].startswith("sha256:")


def test_a_document_and_a_claim_of_a_record_are_explained() -> None:
    run("read", "a:report.txt", "--quiet")
    listed = json.loads(run("events", "--claims", "--format", "jsonl").splitlines()[0])
    shown = run("explain", listed["id"])
    assert "Coded:" in shown
    assert run("explain", f"a:report.txt:{TEXT.index('shelled')}")
    (Path.cwd() / "a:report.txt").unlink()
    assert "Coded: ASSAULT." in run("explain", f"a:report.txt:{TEXT.index('shelled')}")


@pytest.mark.parametrize("place", ["a:report.txt", "a:report.txt:99999", "nothing.txt:3"])
def test_what_is_no_place_is_refused(place: str) -> None:
    result = CliRunner().invoke(app, ["explain", place])
    assert result.exit_code != 0
