"""Letters as a record: who answers whom by number, by writer and day, what is not on record, and copies that go to others."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app

A = """United Nations
S/2020/586
Security Council
Distr.: General
26 June 2020
Original: English

Letter dated 24 June 2020 from the Permanent Representative of Chad to the United Nations addressed to the President of the Security Council

On instructions from my Government, I have the honour to inform you that on 20 June 2020 armed men attacked the village of Tine, killing nine farmers.

(Signed) Moussa Abakar
Permanent Representative of Chad to the United Nations
"""
B = """United Nations
S/2020/611
Security Council
Distr.: General
2 July 2020
Original: English

Letter dated 30 June 2020 from the Permanent Representative of the Sudan to the United Nations addressed to the President of the Security Council

With reference to the letter dated 24 June 2020 from the Permanent Representative of Chad (S/2020/586), I have the honour to state that the Sudan denies that its forces attacked Tine.

(Signed) Salah Idris
Permanent Representative
"""
C = """Ministry of Foreign Affairs
Asmara

12 August 2020

To: H.E. Ms. Birtukan Alemu, Minister of Foreign Affairs of Ethiopia
Subject: Shelling of Badme

Excellency,

Thank you for your letter of 3 August 2020 (MFA/77/2020). Ethiopian troops shelled Badme on 1 August, killing two shepherds.

Osman Tesfay
Minister of Foreign Affairs of Eritrea

cc: H.E. Mr. Pedro Lima, Secretary-General of the Council of Ports
    Chairperson of the African Union Commission

Distribution:
All Permanent Missions in Addis Ababa
"""
D = """From: Birtukan Alemu
To: Osman Tesfay
Date: 20 August 2020
Subject: Re: Shelling of Badme

Dear Minister,

I refer to your letter of 12 August 2020. Our troops did not shell Badme.

Birtukan Alemu
Minister of Foreign Affairs of Ethiopia
"""


@pytest.mark.parser
def test_letters_say_what_they_answer_and_what_is_not_on_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    for name, text in (("a", A), ("b", B), ("c", C), ("d", D)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    record = str(tmp_path / "r.db")
    assert CliRunner().invoke(app, ["read", *(str(p) for p in sorted(tmp_path.glob("*.txt"))), "--record", record]).exit_code == 0
    table = CliRunner().invoke(app, ["letters", "--record", record]).output
    assert [line[:10] for line in table.splitlines() if "itself" in line] == ["2020-06-24", "2020-06-30", "2020-08-12", "2020-08-20"]
    assert [name for name in ("Lima", "African Union", "Missions") if name in table] == [], table
    shown = {n: " ".join(CliRunner().invoke(app, ["show", f"{n}.txt", "--record", record]).output.split()) for n in "bcd"}
    for name, wanted in ANSWERS.items():
        assert wanted in shown[name]


ANSWERS = {
    "b": "in answer to a letter of Permanent Representative of Chad, 2020-06-24, S/2020/586",
    "c": "in answer to a letter of Birtukan Alemu, 2020-08-03, MFA/77/2020 (not in the record)",
    "d": "in answer to a letter of Osman Tesfay, 2020-08-12",
}


@pytest.mark.parser
def test_a_letter_that_answers_several_says_so_in_every_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    both = D.replace("your letter of 12 August 2020", "your letters of 12 August 2020 and 15 August 2020")
    for name, text in (("c", C), ("d", both)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    record = str(tmp_path / "r.db")
    run = CliRunner().invoke
    assert run(app, ["read", *(str(p) for p in sorted(tmp_path.glob("*.txt"))), "--record", record]).exit_code == 0
    wanted = ("letter of Osman Tesfay, 2020-08-12", "letter of Osman Tesfay, 2020-08-15 (not on record)")
    table = run(app, ["letters", "--record", record]).output
    assert all(w.split(", ")[1][:10] in table for w in wanted), table
    row = json.loads(run(app, ["letters", "--record", record, "--format", "jsonl"]).output.splitlines()[-1])
    assert [(a["answers"], a["answered"], a["answers_on"]) for a in row["also"]] == [
        ("letter of Osman Tesfay, 2020-08-15", None, "2020-08-15")
    ]
    assert run(app, ["letters", "--record", record, "--format", "csv"]).exit_code == 0
    shown = " ".join(run(app, ["show", "d.txt", "--record", record]).output.split())
    assert "and a letter of Osman Tesfay, 2020-08-15 (not in the record)" in shown
