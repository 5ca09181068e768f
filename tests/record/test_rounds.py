"""The collector rests while a large answer is made, and only then."""

import gc
from pathlib import Path

import pytest

from onrecord.cli.main import app
from onrecord.record import ledgers
from onrecord.record.rounds import no_rounds
from tests.golden.story import story


def test_the_collector_goes_on_afterwards_whatever_happens() -> None:
    assert gc.isenabled()
    with pytest.raises(KeyError), no_rounds():
        raise KeyError
    assert gc.isenabled()
    with no_rounds():
        with no_rounds():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_rests_while_a_list_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    resting: list[bool] = []
    plain = ledgers.sources

    def asked(*given: object, **named: object) -> object:
        resting.append(not gc.isenabled())
        return plain(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(ledgers, "sources", asked)
    story(tmp_path / "r.db").close()
    app(["sources", "--record", str(tmp_path / "r.db")], standalone_mode=False)
    assert resting == [True]
    assert gc.isenabled()
    assert capsys.readouterr().out
