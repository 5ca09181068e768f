"""Chains of two to four speakers through the commands, as a person would write them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app

LETTER = "TASHKENT, 4 June 2019 (Azan News) - In a letter to Prime Minister Karim Usmonov, Secretary General Leyla Demir wrote that border guards had shot two farmers near Isfara on 2 June 2019.\n"
THREE = "MAIDUGURI, 9 August 2021 (Sahel Wire) - Governor Musa Umar said on Monday that a survivor had told him that Boko Haram fighters killed nine farmers in Gwoza.\n"
FOUR = (
    "BOGOTA, 2 May 2021 (Caribe Press) - The human rights office reported that the bishop of Quibdo, Mario Alvarez, had written that a villager told him "
    "that soldiers had admitted that the army bombed the camp at Tado.\n"
)
DENIED = "KIGALI, 5 March 2022 (Great Lakes Post) - Rwanda rejected the claim by Kinshasa that its soldiers had shelled Rutshuru.\n"


@pytest.mark.parser
@pytest.mark.parametrize(
    ("text", "verb", "chain"),
    [
        (LETTER, "shot", "Azan News, reporting a letter of Leyla Demir (Secretary General), who writes:"),
        (THREE, "killed", "Sahel Wire, reporting Musa Umar (Governor), reporting a survivor, who said:"),
        (FOUR, "bombed", "Caribe Press, reporting the human rights office, reporting Mario Alvarez (bishop), reporting a villager, reporting soldiers, who conceded:"),
        (DENIED, "shelled", "Great Lakes Post, reporting Rwanda, which denied:"),
    ],
)  # fmt: skip
def test_show_prints_a_chain(text: str, verb: str, chain: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    record = str(tmp_path / "r.db")
    assert CliRunner().invoke(app, ["read", str(tmp_path / "text.txt"), "--record", record]).exit_code == 0
    from onrecord.record.store import Record

    with Record(Path(record)) as opened:
        claim = next(c for c in opened.queries.claims() if c.trigger == verb)
    shown = " ".join(CliRunner().invoke(app, ["show", claim.id[:8], "--record", record]).output.split())
    assert chain in shown
    listed = " ".join(CliRunner().invoke(app, ["show", "text.txt", "--record", record]).output.split())
    assert chain.rsplit(", wh", 1)[0] in listed
