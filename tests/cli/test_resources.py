"""onrecord resources import: a user's PETRARCH dictionary is written, read with, and refused in words."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app
from onrecord.errors import ResourceError
from onrecord.resources.directory import load_directory

runner = CliRunner()
TEXT = "REEF_GUARD_FRONT_ [FJIREB]\nFIJI_ [FJI]\n"


def test_a_dictionary_is_imported_and_told(tmp_path: Path) -> None:
    (tmp_path / "mine.actors.txt").write_text(TEXT, encoding="utf-8")
    result = runner.invoke(app, ["resources", "import", str(tmp_path / "mine.actors.txt"), "--to", str(tmp_path / "own")])
    assert result.exit_code == 0, result.output
    assert "1 entries with 1 names" in result.output
    assert "left out, line 2: Fiji is coded as a country" in result.output
    assert "petrarch-reef-guard-front" in load_directory([tmp_path / "own"]).bodies


def test_agents_go_beside_the_nouns(tmp_path: Path) -> None:
    (tmp_path / "agents.txt").write_text("REEFMAN {REEFMEN} [~AGR]\n", encoding="latin-1")
    assert runner.invoke(app, ["resources", "import", str(tmp_path / "agents.txt"), "--to", str(tmp_path)]).exit_code == 0
    assert load_directory([tmp_path]).noun_words["reefman"].sectors == ("AGR",)


def test_what_is_there_is_not_written_over_unasked(tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(TEXT, encoding="utf-8")
    arguments = ["resources", "import", str(file), "--to", str(tmp_path)]
    assert runner.invoke(app, arguments).exit_code == 0
    refused = runner.invoke(app, arguments)
    assert isinstance(refused.exception, ResourceError)
    assert "is there already" in str(refused.exception)
    assert runner.invoke(app, [*arguments, "--replace"]).exit_code == 0


def test_an_actor_that_the_folder_has_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TEXT + "TIDE_LEAGUE_ [FJIPTY]\n", encoding="utf-8")
    assert runner.invoke(app, ["resources", "import", str(tmp_path / "one.txt"), "--to", str(tmp_path)]).exit_code == 0
    second = runner.invoke(app, ["resources", "import", str(tmp_path / "two.txt"), "--to", str(tmp_path)])
    assert "Reef Guard Front is in the folder already" in second.output
    assert {"petrarch-reef-guard-front", "petrarch-tide-league"} <= load_directory([tmp_path]).bodies.keys()


def test_a_folder_that_does_not_load_gets_nothing(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "titles.toml").write_text("[[entry]]\nid = 'x'\n", encoding="utf-8")
    refused = runner.invoke(app, ["resources", "import", str(tmp_path / "one.txt"), "--to", str(tmp_path)])
    assert "lacks" in str(refused.exception)
    assert not (tmp_path / "actors" / "bodies" / "one.toml").exists()


@pytest.mark.parametrize("text", ["", "nothing here"])
def test_what_is_no_dictionary_is_refused_in_words(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    refused = runner.invoke(app, ["resources", "import", str(tmp_path / "x.txt"), "--to", str(tmp_path)])
    assert refused.exit_code != 0
    assert "No actors were found" in str(refused.exception)
    assert not (tmp_path / "actors").exists()
