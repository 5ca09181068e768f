from pathlib import Path

import pytest

from onrecord.cli.serve import serve
from onrecord.errors import RecordError, UsageError


def test_a_record_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="There is no record"):
        serve(tmp_path / "none.db", port=0, host="127.0.0.1", token=None)


def test_other_machines_need_a_token_that_cannot_be_guessed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="other machines"):
        serve(tmp_path / "none.db", port=0, host="0.0.0.0", token=None)
    with pytest.raises(UsageError, match="guessed"):
        serve(tmp_path / "none.db", port=0, host="0.0.0.0", token="short")
