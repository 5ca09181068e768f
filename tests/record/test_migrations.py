"""Records made by older versions: real files, written by the code of their time (tests/record/old), opened by ours."""

import gzip
import shutil
import sqlite3
from pathlib import Path

import pytest

from onrecord.comparison.compare import compare
from onrecord.errors import RecordError
from onrecord.record import database, ledgers
from onrecord.record.database import VERSION
from onrecord.record.decisions import decisions
from onrecord.record.filters import Filter
from onrecord.record.store import Record
from tests.golden.story import story
from tests.record.test_index import index_of

OLD = Path(__file__).parent / "old"


def unpacked(folder: Path, version: int, name: str = "version") -> Path:
    """The old file of a version: the story's record, with a correction, a dispute and a note; or another."""
    path = folder / "old.db"
    with gzip.open(OLD / f"{name}_{version}.db.gz") as packed, path.open("wb") as out:
        shutil.copyfileobj(packed, out)
    return path


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_old_record_is_brought_up_to_date_and_says_what_a_new_one_says(version: int, read_only: bool, tmp_path: Path) -> None:
    path = unpacked(tmp_path, version)
    with story(tmp_path / "new.db") as new, Record(path, read_only=read_only) as old:
        assert old.connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
        assert old.queries.check() == "sound"
        assert [d.kind for d in decisions(old)] == ["correct", "dispute", "note"]
        corrected = next(c for c in old.queries.claims() if c.verdict == "corrected")
        assert (corrected.trigger, corrected.type) == ("captured", "ASSAULT")
        assert {c.id: c.event for c in old.queries.claims()} == {c.id: c.event for c in new.queries.claims()}
        for asked in (Filter(), Filter(actor="AZE"), Filter(source="ARM"), Filter(actor="foreign")):
            assert ledgers.letters(old, asked) == ledgers.letters(new, asked)
        assert ledgers.sources(old) == ledgers.sources(new)
        assert ledgers.actors(old) == ledgers.actors(new)
        assert [(r.claims, r.documents) for r in old.queries.events()] == [(r.claims, r.documents) for r in new.queries.events()]
    with Record(path) as old:
        assert compare(old) == 0
        assert index_of(old) == index_of(old, anew=True)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_old_record_has_the_schema_of_a_new_one(version: int, tmp_path: Path) -> None:
    def shape(record: Record) -> dict[str, object]:
        tables = [r[0] for r in record.connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")]
        made = record.connection.execute("SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name")
        indexes = [(name, table, " ".join((sql or "").split())) for name, table, sql in made]
        columns = {t: [tuple(r)[1:6] for r in record.connection.execute(f"PRAGMA table_info({t})")] for t in tables}
        keys = {t: [tuple(r)[2:7] for r in record.connection.execute(f"PRAGMA foreign_key_list({t})")] for t in tables}
        return {"columns": columns, "indexes": indexes, "keys": keys}

    with story(tmp_path / "new.db") as new, Record(unpacked(tmp_path, version)) as old:
        assert shape(old) == shape(new)


@pytest.mark.parametrize("read_only", [False, True])
def test_denials_and_refusals_of_an_old_record_are_told_apart(read_only: bool, tmp_path: Path) -> None:
    with Record(unpacked(tmp_path, 3, "noes"), read_only=read_only) as old:
        ask = old.queries.claims
        found = {status: {(c.publisher, c.trigger) for c in ask(Filter(status=status))} for status in ("denied", "refused")}
        assert found == {"denied": {("Three", "shelled"), ("Four", "massacre")}, "refused": {("Two", "pull its troops out")}}
        assert {(r.types, r.denied, r.refused) for r in old.queries.events() if r.denied or r.refused} == {
            (("ASSAULT",), 1, 0), (("RETREAT",), 0, 1),
        }  # fmt: skip
        assert {(r.name, r.denials, r.refusals) for r in ledgers.sources(old) if r.denials or r.refusals} == {
            ("Malian army", 1, 0), ("M23", 1, 0), ("Two", 0, 1),
        }  # fmt: skip
    with Record(tmp_path / "old.db") as old:
        assert index_of(old) == index_of(old, anew=True)


def test_an_old_record_that_cannot_be_written_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = unpacked(tmp_path, 1)

    def refused(*_: object) -> None:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(database, "migrate", refused)
    with pytest.raises(RecordError, match="older onrecord and cannot be written"):
        Record(path, read_only=True)


def test_a_migration_that_breaks_leaves_the_old_record_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = unpacked(tmp_path, 1)
    monkeypatch.setattr(database, "migration", lambda step: database_migration(step) + "INSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(RecordError):
        Record(path)
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA user_version").fetchone()[0] == 1
    assert plain.execute("SELECT count(*) FROM claims").fetchone()[0] == 10
    plain.close()


database_migration = database.migration
