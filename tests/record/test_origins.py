"""One file is one document however its path is typed; another file with its text is a copy; what was forgotten is not read in again."""

import os
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.documents.document import Document, told_apart
from onrecord.reading.parse import Parser
from onrecord.record.answers import DocumentRow
from onrecord.record.store import Record
from onrecord.resources.resources import Resources
from tests.properties.nonsense import NonsenseParser

TEXT = "The mayor of Lomar said on 3 May 2021 that shells had hit the grain store by the old mill and that nobody had been hurt."
PARSER: Parser = NonsenseParser(1)
KNOWN = Resources()


def read(record: Record, *paths: Path | str) -> list[DocumentRow]:
    """The documents of a record after some paths were read into it."""
    list(pipeline.keep(record, pipeline.documents_in([Path(p) for p in paths]), parser=PARSER, resources=KNOWN))
    return record.queries.documents()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path / "in")
    return tmp_path / "in"


def test_a_path_may_be_typed_in_any_way(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    with Record(tmp_path / "r.db", create=True) as record:
        for typed in ("a.txt", "./a.txt", folder / "a.txt", "../in/a.txt", ".", folder, tmp_path / "link" / "a.txt"):
            assert [d.path for d in read(record, typed)] == ["a.txt"]
        claims = [c.id for c in record.queries.claims()]
    with Record(tmp_path / "s.db", create=True) as record:
        read(record, folder / "a.txt")
        assert [c.id for c in record.queries.claims()] == claims


def test_ids_do_not_hold_the_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.txt").write_text(TEXT)
    (first,), (second,) = (
        [d for d in pipeline.documents_in([p]) if isinstance(d, Document)] for p in (folder / "a.txt", tmp_path / "elsewhere" / "b.txt")
    )
    assert first.id == second.id
    assert first.origin == os.path.realpath(folder / "a.txt")


def test_another_file_with_the_same_text_is_a_copy_counted_with_the_first(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_text(TEXT)
    with Record(tmp_path / "r.db", create=True) as record:
        for typed in ([folder], ["b.txt"], ["a.txt", "./b.txt"]):
            first, second = read(record, *typed)
            assert (first.path, second.path) == (str(folder / "a.txt"), str(folder / "b.txt"))
            assert (first.original, second.original) == (None, first.id)
    ids = [d.id for d in told_apart(pipeline.documents_in([folder])) if isinstance(d, Document)]
    assert ids == [first.id, second.id]


def test_a_folder_that_was_moved_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_text(TEXT)
    with Record(tmp_path / "r.db", create=True) as record:
        before = [d.id for d in read(record, folder)]
        folder.rename(tmp_path / "moved")
        assert [d.id for d in read(record, tmp_path / "moved")] == before
        # Where the file lies now is known: a new file at its old place is another one.
        folder.mkdir()
        (folder / "a.txt").write_text(TEXT)
        assert [d.id for d in read(record, folder)][:2] == before
        assert len(read(record, folder)) == 3


def test_a_record_that_knows_only_typed_paths_finds_its_files(folder: Path, tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        (first,) = read(record, "a.txt")
        with record.writing() as connection:
            connection.execute("UPDATE documents SET origin = NULL, id = id, path = './in/a.txt'")
        assert [d.id for d in read(record, folder / "a.txt")] == [first.id]
        assert record.connection.execute("SELECT origin FROM documents").fetchone()[0] == os.path.realpath(folder / "a.txt")


def test_a_forgotten_text_is_not_read_from_another_place(folder: Path, tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        (first,) = read(record, "a.txt")
        pipeline.forget(record, first.id, who="Ana", why="asked for")
        assert record.connection.execute("SELECT origin FROM documents").fetchone()[0] is None
        (folder / "b.txt").write_text(TEXT)
        (left,) = read(record, folder)
        assert left.forgotten
