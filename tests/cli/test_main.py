import csv
import io
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import __version__, pipeline
from onrecord.basis import Omission
from onrecord.cli.main import app
from onrecord.cli.page import printable
from onrecord.documents.document import Document, Unread
from onrecord.reading.parse import Parse, SpacyParser
from onrecord.record.store import Recipe, Record
from onrecord.resources.resources import Resources
from onrecord.span import Span
from tests.golden.story import report, story
from tests.record.test_correspondence import NOTE, REPLY, UN

ENV = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}


class NoParser:
    """A parser that finds nothing, and breaks where it is told to."""

    identity = "none"

    def __init__(self, model: str) -> None:
        self.model = model

    def parse(self, document: Document) -> Parse:
        if "boom" in document.text:
            raise RuntimeError("boom")
        return Parse((), ())


@pytest.fixture(autouse=True)
def _no_parser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("onrecord.reading.parse.SpacyParser", NoParser)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == status, result.output + str(result.exception)
    return str(result.stdout)


def as_program(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from onrecord.cli.main import run; run()", *arguments],
        env=ENV,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["schema"], ["--version"]])
def test_help_comes_without_the_parser(arguments: list[str]) -> None:
    code = f"import sys; from onrecord.cli.main import app; app({arguments!r}, standalone_mode=False); print(sorted(m for m in ('spacy', 'numpy', 'trafilatura', 'sqlite3') if m in sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], env=ENV, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr.strip() == "[]"
    assert done.stdout


def test_version_and_schema() -> None:
    assert run("--version").strip() == f"onrecord {__version__}"
    assert json.loads(run("schema"))["title"] == "onrecord/1"


def test_lines_to_standard_output_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One text.")
    (tmp_path / "b.txt").write_text("Another text.")
    lines = run("read", "a.txt", "b.txt", "--format", "jsonl").splitlines()
    assert [json.loads(x)["document"]["text"] for x in lines] == ["One text.", "Another text."]
    assert not (tmp_path / "onrecord.db").exists()
    run("read", "a.txt", "--format", "jsonl", "--output", "out.jsonl")
    assert json.loads((tmp_path / "out.jsonl").read_text())["document"]["path"] == "a.txt"


def test_json_lines_come_back_with_their_ids(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "x1", "text": "One."}\n{"id": "x2", "text": "Two.", "published": "2020-01-02"}\n')
    made = [json.loads(x)["document"] for x in run("read", "in.jsonl", "--format", "jsonl").splitlines()]
    assert [(d["external_id"], d["published"]) for d in made] == [("x1", None), ("x2", "2020-01-02")]


def test_a_document_that_breaks_a_stage_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "Fine."}\n{"text": "boom"}\n{"text": "Fine too."}\n')
    result = CliRunner().invoke(app, ["read", "in.jsonl", "--format", "jsonl"])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert "'reading'" in result.stderr
    assert "in.jsonl" in result.stderr


def test_a_record_both_forms_and_reading_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One text.")
    lines = run("read", "a.txt", "--format", "jsonl", "--record", "r.db")
    assert len(lines.splitlines()) == 1
    again = run("read", "a.txt", "--record", "r.db")
    assert "had been read before" in again
    run("read", "a.txt", "--record", "r.db", "--fresh")
    assert (tmp_path / "r.db.old").exists()
    assert run("read", "a.txt", "--record", "r.db", "--quiet") == ""


def test_what_the_caller_knows_of_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One text.")
    made = json.loads(run("read", "a.txt", "--format", "jsonl", "--publisher", "The Post", "--published", "2020-05-04"))["document"]
    assert (made["publisher"], made["published"], made["published_from"]) == ("The Post", "2020-05-04", "given")


def test_exit_statuses_of_the_program(tmp_path: Path) -> None:
    assert as_program("read", "nothing-here.txt").returncode == 2
    assert as_program("read").returncode == 2
    assert as_program("nonsense").returncode == 2
    missing = as_program("events", "--record", "none.db")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "There is no record" in missing.stderr
    assert "Traceback" not in missing.stderr
    story(tmp_path / "onrecord.db").close()
    unknown = as_program("show", "zzz")
    assert unknown.returncode == 2
    assert "Nothing on record is called 'zzz'" in unknown.stderr
    assert as_program("compare").returncode == 2
    assert as_program("show", "carrier").returncode == 2


LISTS = [
    ["events"],
    ["events", "--claims"],
    ["timeline"],
    ["sources"],
    ["actors"],
    ["commitments"],
    ["letters"],
    ["search", "hit"],
    ["balance"],
    ["compare", "--all"],
    ["export"],
]


@pytest.mark.parametrize("command", LISTS)
def test_every_list_is_for_people_and_for_programs(command: list[str], tmp_path: Path) -> None:
    story(tmp_path / "onrecord.db").close()
    rows = [json.loads(x) for x in run(*command, "--format", "jsonl").splitlines()]
    assert rows
    assert all(isinstance(r, dict) for r in rows)
    heading = run(*command, "--format", "csv").splitlines()[0]
    assert heading.split(",")[0] == next(iter(rows[0]))


def test_lists_are_filtered(tmp_path: Path) -> None:
    story(tmp_path / "onrecord.db").close()

    def claims(*filters: str) -> int:
        return len(run("events", "--claims", "--format", "jsonl", *filters).splitlines())

    assert claims() == 10
    assert claims("--status", "denied") == 3
    assert claims("--source", "pym") == 1
    assert claims("--type", "coerce") == 3
    assert claims("--place", "goose") == 6
    assert claims("--actor", "ARG") == 2
    assert claims("--since", "1982-05-30", "--until", "1982-05-30") == 3


def test_show_for_programs(tmp_path: Path) -> None:
    with story(tmp_path / "onrecord.db") as record:
        document, claim = record.queries.documents()[0], record.queries.claims()[0]
    assert json.loads(run("show", document.short, "--format", "jsonl"))["document"]["id"] == document.id
    assert json.loads(run("show", claim.id, "--format", "jsonl"))["id"] == claim.id
    assert document.id in run("show", document.short)
    assert "asserts it" in run("show", claim.event or "")


def test_deciding(tmp_path: Path) -> None:
    with story(tmp_path / "onrecord.db") as record:
        claim = record.queries.claims()[0]
    assert "accepted" in run("decide", "accept", claim.id[:8], "--who", "Ana")
    assert "corrected type" in run(
        "decide", "correct", claim.id[:8], "--who", "Ana", "--field", "type", "--value", "ASSAULT", "--why", "it was a battle"
    )
    run("decide", "--export", "decisions.jsonl")
    assert len((tmp_path / "decisions.jsonl").read_text().splitlines()) == 2
    assert run("decide", "--import", "decisions.jsonl").startswith("0 new")
    made = [json.loads(line) for line in run("decide", "--list", "--format", "jsonl").splitlines()]
    assert [(d["action"], d["who"], d["state"]) for d in made] == [("accept", "Ana", "stands"), ("correct", "Ana", "stands")]
    run("decide", "undo", made[-1]["short"], "--who", "Bo")
    assert "undone" in run("decide", "--list")
    rows = run("decide", "--list", "--format", "csv").splitlines()
    assert (len(rows), rows[0].split(",")[:3]) == (4, ["short", "id", "day"])
    with pytest.raises(Exception, match="cannot be"):
        pipeline_error("decide", "correct", claim.id[:8], "--who", "Ana", "--field", "status", "--value", "maybe")


def test_listing_decisions_by_what_they_are_and_what_they_are_on(tmp_path: Path) -> None:
    with story(tmp_path / "onrecord.db") as record:
        battle = next(c for c in record.queries.claims() if c.trigger == "battle")
        hit = next(c for c in record.queries.claims() if c.trigger == "hit")
    run("decide", "note", battle.id, "--who", "Ana", "--why", "see the map")
    run("decide", "dispute", hit.id, "--who", "Bo")

    def listed(*given: str) -> list[str]:
        return [json.loads(line)["action"] for line in run("decide", *given, "--list", "--format", "jsonl").splitlines()]

    assert listed() == ["note", "dispute"]
    assert listed("note") == listed("--who", "Ana") == listed("--place", "Goose Green") == ["note"]
    assert listed("--actor", "Invincible") == listed("--status", "disputed") == listed("--since", "1982-05-30") == ["dispute"]
    assert listed("--source", "nobody") == []
    with pytest.raises(Exception, match="no action"):
        pipeline_error("decide", "ponder", "--list")


LISTS = (
    "search invincible", "events", "events --claims", "compare --all", "timeline", "sources", "letters", "commitments", "actors", "balance",
    "decide --list", "omissions", "omissions --each",
)  # fmt: skip
MET = ("--actor", "ARG"), ("--place", "Goose"), ("--type", "ASSAULT"), ("--source", "army"), ("--status", "actual"), ("--since", "1982-05-01"), ("--until", "1982-05-30")  # fmt: skip
"""Filters that some claim of the story meets."""
UNMET = ("--actor", "nobody at all"), ("--place", "Paris"), ("--type", "AID"), ("--source", "nobody"), ("--status", "refused"), ("--since", "1983-01-01"), ("--until", "1981-12-31")  # fmt: skip
"""Filters that none meets: a day within the year of the resolution would be met by what is only known by its year."""


@pytest.mark.parametrize("command", LISTS)
def test_every_list_takes_every_filter_and_format(command: str, tmp_path: Path) -> None:
    with story(tmp_path / "onrecord.db", omissions=(Omission(Span(0, 9), "events", "a word in passing"),)) as record:
        for claim in record.queries.claims():
            pipeline.decide(record, "note", claim.id, who="Ana", why="seen")
    words = command.split()
    whole = [json.loads(line) for line in run(*words, "--format", "jsonl").splitlines()]
    assert whole
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv"), newline="")))
    assert len(rows) == len(whole)
    assert all(set(row) == set(line) for row, line in zip(rows, whole, strict=True))
    assert run(*words)
    if command not in ("letters", "commitments"):  # the letter is of no day, and by nobody of the army
        assert all(run(*words, *option, "--format", "jsonl") for option in MET)
    assert [option for option in UNMET if run(*words, *option, "--format", "jsonl")] == []


def test_letters_and_what_they_answer_for_programs(tmp_path: Path, parser: SpacyParser) -> None:
    resources = Resources()
    with Record(tmp_path / "onrecord.db", create=True) as record:
        run_ = record.begin(pipeline.recipe_of(parser, resources))
        for text in (NOTE, UN, REPLY):
            record.add(pipeline.account_of(pipeline.document_from_text(text), parser=parser, resources=resources), run_)
    rows = [json.loads(line) for line in run("letters", "--format", "jsonl").splitlines()]
    assert [(r["date"], r["answers_on"], bool(r["answered"])) for r in rows] == [
        ("2018-04-03", None, False), ("2019-06-03", None, False), ("2019-06-11", None, True),
    ]  # fmt: skip
    assert "S/2019/455" in rows[2]["in_answer_to"]
    assert len(run("letters", "--actor", "Eritrea", "--format", "jsonl").splitlines()) == 1
    assert "in answer to" in run("letters")
    moments = [json.loads(line) for line in run("timeline", "--format", "jsonl").splitlines()]
    assert not [m for m in moments if m["types"] == ["answered"]]  # it is on record, and stands by itself


def test_what_was_left_out(tmp_path: Path) -> None:
    made = replace(
        report(), omissions=(Omission(Span(0, 9), "events", "a word in passing"), Omission(Span(10, 14), "events", "a word in passing"))
    )
    with Record(tmp_path / "onrecord.db", create=True) as record:
        run_ = record.begin(Recipe("0", "by hand", {}, {}))
        record.add(made, run_)
        record.note_unread(Unread("broken.pdf", None, "It is no PDF.", ""), run_)
        short = record.queries.documents()[0].short
    assert [json.loads(x)["times"] for x in run("omissions", "--format", "jsonl").splitlines()] == [2]
    each = [json.loads(x) for x in run("omissions", "--each", "--format", "jsonl").splitlines()]
    assert [(o["words"], o["reason"]) for o in each] == [
        ("Argentina", "a word in passing"), ("said", "a word in passing"), ("", "It is no PDF."),
    ]  # fmt: skip
    assert len(run("omissions", short, "--format", "jsonl").splitlines()) == 2
    assert run("omissions", "--place", "Paris") == "Nothing was left out.\n"
    assert "“" not in run("omissions")


def pipeline_error(*arguments: str) -> None:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exception is not None
    raise result.exception


def test_keeping(tmp_path: Path) -> None:
    with story(tmp_path / "onrecord.db") as record:
        first = record.queries.documents()[0].short
    run("backup", "copy.db")
    assert "0 documents" in run("merge", "copy.db")
    assert len(run("export", "--accounts").splitlines()) == 4
    assert "forgotten" in run("forget", first, "--why", "asked to", "--who", "Ana", "--yes")
    assert len(run("export", "--accounts").splitlines()) == 3
    assert "forgotten" in run("show")


def test_no_document_can_steer_the_terminal() -> None:
    assert printable("a\x1b[31mb\x07c\u202ed") == "a [31mb c d"


def test_progress_on_a_terminal_tells_the_number_and_the_time_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from onrecord.cli.progress import reading
    from onrecord.exports import pace

    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_bytes(b"x" * 100)
    monkeypatch.setattr(pace, "SOON", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with reading([tmp_path], quiet=False) as (read_one, compared):
        for name in ("a.txt", "b.txt"):
            read_one(str(tmp_path / name), 100, False)
        time.sleep(0.3)
        compared(1, 3)
        time.sleep(0.3)
        compared(2, 3)
        time.sleep(0.3)
    shown = capsys.readouterr().err
    assert "2 of 3 documents, less than a minute left" in shown
    assert "1 of 3 documents, " not in shown  # what was compared before the clock began says nothing of the time left
    assert "2 of 3 documents, less than a minute left" in shown.partition("Comparing")[2]


def test_one_missing_path_among_several_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One text.")
    result = CliRunner().invoke(app, ["read", "a.txt", "gone.txt", "--record", "r.db"])
    assert result.exit_code == 1
    assert "Read 1 document." in result.stdout
    assert "gone.txt: There is no such file" in result.stderr


def test_a_reading_that_adds_nothing_prints_no_report(tmp_path: Path) -> None:
    story(tmp_path / "onrecord.db").close()
    (tmp_path / "a.txt").write_text("One text.")
    assert "WHO SAYS WHAT" in run("read", "a.txt")
    again = run("read", "a.txt")
    assert "had been read before" in again
    assert "WHO SAYS WHAT" not in again


def test_a_document_in_another_language_is_named(tmp_path: Path) -> None:
    text = (
        "Le gouvernement a annoncé hier que les négociations reprendraient la semaine prochaine à Genève, après plusieurs mois de combats. "
        * 3
    )
    (tmp_path / "fr.txt").write_text(text)
    assert "fr.txt (fr)" in run("read", "fr.txt")
