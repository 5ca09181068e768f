"""What a new user gets wrong is answered with what to do next."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app
from onrecord.errors import ParserError, UsageError
from onrecord.reading.parse import SpacyParser
from tests.golden.story import story


def asked(*arguments: str) -> tuple[int, str]:
    """The exit status, and the words on standard error without the frame around them."""
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, " ".join(re.sub(r"[│╭╮╰╯─]", " ", result.stderr).split())


@pytest.mark.parametrize(
    "arguments", [("events", "--since", "yesterday"), ("timeline", "--until", "2021-02-30"), ("read", "a.txt", "--published", "May")]
)
def test_a_day_is_asked_for_as_it_is_written(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One text.")
    status, words = asked(*arguments)
    assert status == 2
    assert f"{arguments[-1]!r} is no day. Write year, month and day: 2021-03-05." in words


def test_a_type_there_is_none_of_is_not_taken_for_nothing_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    story(tmp_path / "onrecord.db").close()
    assert asked("events", "--type", "assault") == (0, "")
    result = CliRunner().invoke(app, ["events", "--type", "bombing"])
    assert isinstance(result.exception, UsageError)
    assert str(result.exception).startswith("There is no type 'BOMBING'. It is one of AGREE, ")


def test_a_type_of_a_users_own_ontology_is_one_where_the_record_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with story(tmp_path / "onrecord.db") as record:
        record.connection.execute("UPDATE standing SET type = 'PARLEY' WHERE claim = (SELECT min(claim) FROM standing)")
    assert asked("events", "--type", "parley")[0] == 0


def test_a_parser_that_is_not_there_is_said_to_be_not_there() -> None:
    with pytest.raises(ParserError) as found:
        _ = SpacyParser("xx_no_such_pipeline").identity
    assert str(found.value).startswith("The parser 'xx_no_such_pipeline' is not installed, or damaged. Install it with pip")


def test_a_file_of_many_documents_names_those_to_choose_from(tmp_path: Path) -> None:
    with story(tmp_path / "r.db") as record:
        record.connection.execute("UPDATE documents SET path = 'in/many.jsonl'")
        shorts = {d.short for d in record.queries.documents()}
        with pytest.raises(UsageError) as found:
            record.queries.find("in/many.jsonl")
        named = re.findall(r"\bd[0-9a-f]{8}\b", str(found.value))
        assert len(named) == 3
        assert set(named) <= shorts
        assert record.queries.find(named[0])[0] == "document"
