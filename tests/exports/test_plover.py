"""PLOVER records of an account: what the sentence reports, in country codes that say where they are from."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import pipeline
from onrecord.exports.plover import records_of, to_lines
from onrecord.reading.parse import SpacyParser
from onrecord.record.claim import Account
from onrecord.resources.resources import Resources
from tests import build

pytestmark = pytest.mark.parser


@pytest.fixture
def account(parser: SpacyParser, resources: Resources):  # type: ignore[no-untyped-def]
    def read(text: str) -> Account:
        return pipeline.account_of(build.document(text), parser=parser, resources=resources)

    return read


def test_a_country_that_no_word_gives_says_where_it_is_from(account) -> None:  # type: ignore[no-untyped-def]
    (record,) = records_of(account("Rebels shelled a bakery in Bamako."))
    assert [(p.code, p.name, p.code_from) for p in record.sources] == [("MLI", "Rebels", "place")]
    assert [(p.code, p.name, p.code_from) for p in record.targets] == [("MLI", None, "place")]


def test_an_unnamed_attacker_is_unidentified(account) -> None:  # type: ignore[no-untyped-def]
    (record,) = records_of(account("Six people were killed in Nairobi."))
    assert [(p.code, p.name, p.sectors) for p in record.sources] == [("KEN", None, ("UAF",))]


def test_an_event_inside_another_is_part_of_its_record_and_says_so_in_the_account(account) -> None:  # type: ignore[no-untyped-def]
    made = account("Chile urged Peru to bomb Bolivia.")
    urged, bombed = made.events
    assert (urged.within, bombed.within) == (None, urged.id)
    assert [r.claim.id for r in records_of(made)] == [urged.id]


def test_both_stand_to_each_other(account) -> None:  # type: ignore[no-untyped-def]
    (record,) = records_of(account("Chile and Peru held talks."))
    assert record.triples == {("CHL", "PER", "CONSULT"), ("PER", "CHL", "CONSULT")}


def test_a_line_holds_the_record_and_where_it_stands(account) -> None:  # type: ignore[no-untyped-def]
    text = "Chile bombed a port in Bolivia on 3 May 2021, killing at least nine people."
    (line,) = to_lines(account(text))
    found = json.loads(line)
    assert found["triples"] == [["CHL", "BOL", "ASSAULT"]]
    assert found["date"] == {"earliest": "2021-05-03", "latest": "2021-05-03"}
    assert found["dead"] == {"low": 9, "high": None}
    assert (found["happened"], found["status"]) == (True, "actual")
    assert text[found["start"] : found["end"]] == "bombed"


def test_the_command_writes_one_record_a_line(tmp_path: Path) -> None:
    from onrecord.cli.main import app

    (tmp_path / "a.txt").write_text("Chile praised Peru and bombed Bolivia.", encoding="utf-8")
    ran = CliRunner().invoke(app, ["read", str(tmp_path / "a.txt"), "--format", "plover", "--record", str(tmp_path / "r.db"), "--quiet"])
    assert ran.exit_code == 0, ran.output
    written = [json.loads(line)["triples"] for line in ran.stdout.splitlines() if line.startswith("{")]
    assert written == [[["CHL", "PER", "SUPPORT"]], [["CHL", "BOL", "ASSAULT"]]]
    again = CliRunner().invoke(app, ["export", "--plover", "--record", str(tmp_path / "r.db")])
    assert [json.loads(line)["triples"] for line in again.stdout.splitlines()] == written
