from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.errors import UsageError
from onrecord.record import ledgers
from onrecord.record.decisions import decisions
from onrecord.record.ids import actor_id
from onrecord.record.keeping import back_up
from onrecord.record.store import Recipe, Record
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


def test_a_decision_on_an_actor_who_is_forgotten_loses_the_name(tmp_path: Path) -> None:
    with compared(tmp_path / "a.db", report("P", "ALB", ONE)) as record:
        one, other = (actor_id(a.key) for a in ledgers.actors(record))
        pipeline.decide(record, "merge", one, who="Ana", value=other)
        pipeline.forget(record, record.queries.documents()[0].id, who="Ana", why="a court asked for it")
        assert [(d.kind, d.machine, d.value, d.stands_on) for d in decisions(record)] == [("merge", None, None, None)]
    for path in tmp_path.iterdir():
        assert b"borea" not in path.read_bytes().lower()


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
