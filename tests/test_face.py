import subprocess
import sys
from datetime import date
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


def test_reading_times_alone() -> None:
    text = "Between 12 and 16 July 1998 it rained; two weeks ago the bridge fell, and in early March it will reopen."
    omissions: list[onrecord.Omission] = []
    times = onrecord.read_times(text + " On 31 June they met.", reference=date(2016, 2, 10), omissions=omissions)
    assert [(t.span.of(text), t.type, t.value, t.timespan.edtf, t.anchor) for t in times] == [
        ("12", "DATE", "1998-07-12", "1998-07-12", "none"),
        ("16 July 1998", "DATE", "1998-07-16", "1998-07-16", "none"),
        ("two weeks ago", "DATE", "2016-01-27", "2016-01-27", "published"),
        ("early March", "DATE", "2016-03", "2016-03-01/2016-03-15", "published"),
    ]
    assert (times[-1].timespan.earliest, times[-1].timespan.latest) == (date(2016, 3, 1), date(2016, 3, 15))
    assert [o.reason for o in omissions] == ["impossible date: 31 of month 6 in any year"]


def test_reading_times_loads_no_parser() -> None:
    code = "import sys, onrecord; onrecord.read_times('They met on Monday.'); print('spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(p for p in sys.path if p)}
    )
    assert done.stdout.strip() == "False"


def test_times_without_a_day_of_writing_stay_open() -> None:
    times = onrecord.read_times("Last week they left; on 3 May 1999 they met, and two days later the bridge fell.")
    assert [(t.value, t.anchor) for t in times] == [("XXXX-WXX", "none"), ("1999-05-03", "none"), ("1999-05-05", "t2")]


def test_keeping_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fine.")
    (tmp_path / "b.txt").write_text("boom")
    with onrecord.Record(tmp_path / "r.db", create=True) as record:
        added, unread = onrecord.keep(record, tmp_path / "a.txt", tmp_path / "b.txt", parser=Broken())
        assert (added, len(unread)) == (1, 1)
        again, _ = onrecord.keep(record, tmp_path / "a.txt", parser=Broken())
        assert again == 0
        assert [d.path for d in record.queries.documents()] == [str(tmp_path / "a.txt")]
