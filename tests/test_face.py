import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.documents.document import Unread
from tests.test_pipeline import Broken


def test_importing_the_library_and_its_values_loads_no_parser() -> None:
    code = "import sys, onrecord; onrecord.Record, onrecord.Claim, onrecord.Unread; print(sorted(m for m in ('spacy', 'numpy', 'typer', 'trafilatura') if m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(p for p in sys.path if p)}
    )
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    assert set(onrecord.__all__) <= set(dir(onrecord))
    with pytest.raises(AttributeError):
        _ = onrecord.nothing


def test_reading_files_and_texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fine.")
    (tmp_path / "b.txt").write_text("boom")
    unread: list[Unread] = []
    found = list(onrecord.read(tmp_path, parser=Broken(), unread=unread))
    assert [a.document.text for a in found] == ["Fine."]
    assert [Path(u.path).name for u in unread] == ["b.txt"]
    assert onrecord.read_text("Fine.", external_id="x", parser=Broken()).document.external_id == "x"


def test_keeping_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fine.")
    (tmp_path / "b.txt").write_text("boom")
    with onrecord.Record(tmp_path / "r.db", create=True) as record:
        added, unread = onrecord.keep(record, tmp_path / "a.txt", tmp_path / "b.txt", parser=Broken())
        assert (added, len(unread)) == (1, 1)
        again, _ = onrecord.keep(record, tmp_path / "a.txt", parser=Broken())
        assert again == 0
        assert [d.path for d in record.queries.documents()] == [str(tmp_path / "a.txt")]
