import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.documents.document import Unread
from onrecord.errors import RecordError, UsageError
from onrecord.record import ledgers
from onrecord.record.decisions import decisions, export_decisions
from onrecord.record.filters import Filter
from onrecord.record.ids import actor_id
from onrecord.record.keeping import back_up
from onrecord.record.store import Recipe, Record
from tests.accounts import account, claim
from tests.comparison.test_compare import ONE, RECIPE, TWO, compared, denial, report


def test_a_backup_holds_everything(tmp_path: Path) -> None:
    with compared(tmp_path / "a.db", report("P", "ALB", ONE), denial()) as record:
        back_up(record, tmp_path / "b.db")
        with Record(tmp_path / "b.db", read_only=True) as copy:
            assert copy.queries.claims() == record.queries.claims()
        with pytest.raises(UsageError, match="already"):
            back_up(record, tmp_path / "b.db")


def test_what_is_forgotten_is_nowhere_in_the_file_and_leaves_a_trace(tmp_path: Path) -> None:
    secret = "Borea's Quillfeather shelled Toll from Xanadupol, killing two."
    with compared(tmp_path / "a.db", report("P", "ALB", secret), report("Q", "BLR", TWO)) as record:
        document = record.queries.documents()[0]
        claim = record.queries.claims()[0]
        assert record.queries.search("Quillfeather")
        pipeline.decide(record, "note", claim.id, who="Ana", why="Quillfeather again")
        pipeline.forget(record, document.id, who="Ana", why="a court asked for it")
        assert record.queries.document(document.id).forgotten
        assert record.queries.text(document.id) == ""
        assert record.queries.account(document.id) is None
        assert not record.queries.search("Quillfeather")
        assert [r.claims for r in record.queries.events()] == [1]
        assert record.queries.check() == "sound"
        assert not record.add(report("P", "ALB", secret), record.begin(Recipe("9", "by hand", {}, {})))
        with pytest.raises(UsageError):
            pipeline.forget(record, document.id, who="Ana", why="again")
    for path in tmp_path.iterdir():
        held = path.read_bytes().lower()
        assert b"quillfeather" not in held
        assert b"xanadupol" not in held
    with Record(tmp_path / "a.db", read_only=True) as record:
        assert record.connection.execute("SELECT document, who, why FROM forgotten").fetchone() == (
            document.id,
            "Ana",
            "a court asked for it",
        )


def test_what_is_forgotten_while_a_reader_waits_to_write_is_not_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with compared(tmp_path / "a.db", report("P", "ALB", ONE)) as record, Record(tmp_path / "a.db") as another:
        told = report("P", "ALB", ONE)
        run = record.begin(Recipe("9", "by hand", {}, {}))
        writing = record.writing

        @contextmanager
        def waiting() -> Iterator[sqlite3.Connection]:
            pipeline.forget(another, told.document.id, who="Ana", why="a court asked for it")
            with writing() as connection:
                yield connection

        monkeypatch.setattr(record, "writing", waiting)
        assert not record.add(told, run)
        assert record.queries.account(told.document.id) is None
        assert not record.queries.claims()


def test_a_reader_of_the_log_does_not_leave_events_ungrouped(tmp_path: Path) -> None:
    with compared(tmp_path / "a.db", report("P", "ALB", ONE), report("Q", "BLR", TWO), denial()) as record:
        record.connection.execute("PRAGMA busy_timeout = 100")
        with Record(tmp_path / "a.db") as reader:
            reader.connection.execute("BEGIN")
            reader.connection.execute("SELECT * FROM documents").fetchone()
            with pytest.raises(RecordError, match="log"):
                pipeline.forget(record, record.queries.documents()[0].id, who="Ana", why="a court asked for it")
        with compared(tmp_path / "b.db", report("Q", "BLR", TWO), denial()) as straight:
            both = [{frozenset(c.id for c in x.queries.event(r.id)) for r in x.queries.events()} for x in (record, straight)]
        assert both[0] == both[1]


def test_copies_of_a_forgotten_document_are_copies_of_each_other(tmp_path: Path) -> None:
    long = f"{ONE} The shells fell on the market while people were buying bread, a doctor of the town hospital said late on Friday evening."
    with compared(tmp_path / "a.db", *(report(p, "ALB", long) for p in "PQR"), report("S", "BLR", TWO)) as record:
        first, second, third, _ = record.queries.documents()
        assert record.queries.copies() == {second.id: first.id, third.id: first.id}
        before = [r.documents for r in record.queries.events()]
        pipeline.forget(record, first.id, who="Ana", why="a court asked for it")
        assert record.queries.copies() == {third.id: second.id}
        assert [r.documents for r in record.queries.events()] == before
        assert not record.queries.value("SELECT count(*) FROM waiting")


def test_a_decision_on_an_actor_who_is_forgotten_loses_the_name(tmp_path: Path) -> None:
    with compared(tmp_path / "a.db", report("P", "ALB", ONE)) as record:
        one, other = (actor_id(a.key) for a in ledgers.actors(record))
        pipeline.decide(record, "merge", one, who="Ana", value=other)
        pipeline.forget(record, record.queries.documents()[0].id, who="Ana", why="a court asked for it")
        assert [(d.kind, d.machine, d.value, d.stands_on) for d in decisions(record)] == [("merge", None, None, None)]
    for path in tmp_path.iterdir():
        assert b"borea" not in path.read_bytes().lower()


def test_what_was_said_of_a_forgotten_document_elsewhere_goes_too(tmp_path: Path) -> None:
    text = "Aria shelled Quillfeather."
    told = account(text, path="in/quillfeather.txt", events=(claim("v1", text, "shelled", "ASSAULT"),))
    with Record(tmp_path / "a.db", create=True) as record:
        run = record.begin(RECIPE)
        record.note_unread(Unread("in/quillfeather.txt", None, "It is empty.", ""), run)
        record.note_unread(Unread("in/other.txt", None, "It is empty.", ""), run)
        record.add(told, run)
        ident = record.queries.claims()[0].id
        made = pipeline.decide(record, "correct", ident, who="Ana", field="mode", value="quillfeather")
        pipeline.decide(record, "undo", made.id, who="Ana", why="it was Quillfeather")
        pipeline.forget(record, told.document.id, who="Ana", why="a court asked for it")
        assert [u.path for u in record.queries.unread()] == ["in/other.txt"]
        assert [d["kind"] for d in export_decisions(record)] == ["undo"]
        with Record(tmp_path / "b.db", create=True) as other:
            other.add(report("P", "ALB", ONE), other.begin(RECIPE))
            assert pipeline.merge(other, tmp_path / "a.db") == (0, 1)
            assert not other.add(told, other.begin(RECIPE)), "what one record forgot is not read into the one it is merged into"
            assert other.queries.overview().forgotten == 1
    for path in tmp_path.iterdir():
        assert b"quillfeather" not in path.read_bytes().lower()


TEXT = "Borea shelled Toll. Aria protested."
FIRST = account(TEXT, events=(claim("v1", TEXT, "shelled", "ASSAULT"), claim("v2", TEXT, "protested", "PROTEST")))
NEWER = account(
    TEXT, id=FIRST.document.id, events=(claim("v1", TEXT, "Borea shelled", "COERCE"), claim("v2", TEXT, "protested", "PROTEST"))
)


def test_what_people_decided_stands_where_it_is_merged(tmp_path: Path) -> None:
    with compared(tmp_path / "b.db", FIRST, report("P", "ALB", ONE)) as other:
        shelled, protested = (c.id for c in other.queries.claims(sort="document")[:2])
        pipeline.decide(other, "reject", shelled, who="Ana")
        pipeline.decide(other, "correct", protested, who="Ana", field="type", value="REJECT")
        pipeline.decide(other, "merge", protested, who="Ana", value=other.queries.claims(sort="document")[-1].id)
        one, two = (actor_id(a.key) for a in ledgers.actors(other))
        pipeline.decide(other, "merge", one, who="Ana", value=two)
        wanted = {c.id: (c.verdict, c.type, c.event) for c in other.queries.claims(Filter(rejected=True))}
    for name, there in (("empty", ()), ("some", (FIRST,))):
        with compared(tmp_path / f"{name}.db", *there) as record:
            assert pipeline.merge(record, tmp_path / "b.db")[1] == 4
            assert {c.id: (c.verdict, c.type, c.event) for c in record.queries.claims(Filter(rejected=True))} == wanted
            assert len(ledgers.actors(record)) == 1


def test_an_older_reading_of_another_record_does_not_stand_before_a_newer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, day, told in (("old", "2020-01-01", FIRST), ("new", "2020-02-02", NEWER)):
        monkeypatch.setattr("onrecord.record.store.now", lambda day=day: f"{day}T00:00:00+00:00")
        with Record(tmp_path / f"{name}.db", create=True) as record:
            record.add(told, record.begin(Recipe(name, "by hand", {}, {})))
            if name == "old":
                pipeline.decide(record, "dispute", record.queries.claims(sort="document")[0].id, who="Ana")
    with Record(tmp_path / "new.db") as record:
        assert pipeline.merge(record, tmp_path / "old.db") == (0, 1)
        assert [(c.trigger, c.verdict) for c in record.queries.claims(sort="document")] == [
            ("Borea shelled", "disputed"),
            ("protested", None),
        ]
        assert not [d for d in decisions(record) if d.lost]
    with Record(tmp_path / "old.db") as record:
        pipeline.merge(record, tmp_path / "new.db")
        assert [(c.trigger, c.verdict) for c in record.queries.claims(sort="document")] == [
            ("Borea shelled", "disputed"),
            ("protested", None),
        ]


def test_two_records_become_one(tmp_path: Path) -> None:
    compared(tmp_path / "b.db", report("P", "ALB", ONE), denial(), homes={"P": "ALB"}).close()
    with compared(tmp_path / "a.db", report("P", "ALB", ONE), report("Q", "BLR", TWO)) as record:
        with Record(tmp_path / "b.db") as other:
            pipeline.decide(other, "accept", other.queries.claims()[0].id, who="Ana")
        assert pipeline.merge(record, tmp_path / "b.db") == (1, 1)
        assert pipeline.merge(record, tmp_path / "b.db") == (0, 0)
        together = {frozenset(c.id for c in record.queries.event(r.id)) for r in record.queries.events()}
        with compared(tmp_path / "c.db", report("P", "ALB", ONE), report("Q", "BLR", TWO), denial()) as straight:
            assert together == {frozenset(c.id for c in straight.queries.event(r.id)) for r in straight.queries.events()}
        with pytest.raises(UsageError, match="itself"):
            pipeline.merge(record, tmp_path / "a.db")
        assert record.begin(RECIPE)
