import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.documents.document import Unread
from onrecord.errors import RecordError, UsageError
from onrecord.record.claim import Account
from onrecord.record.database import VERSION, migrate
from onrecord.record.filters import Filter
from onrecord.record.store import Recipe, Record
from tests.accounts import account, actor, claim
from tests.any_account import accounts
from tests.exports.test_json_lines import one

RECIPE = Recipe("0.1", "by hand", {"a.toml": "00"}, {"disputed": "neutral"})
OTHER = Recipe("0.2", "by hand", {"a.toml": "00"}, {"disputed": "neutral"})


def record(folder: Path, *made: Account, recipe: Recipe = RECIPE) -> Record:
    opened = Record(folder / "r.db", create=True)
    run = opened.begin(recipe)
    for each in made:
        opened.add(each, run)
    opened.finish(run)
    return opened


def test_what_was_added_comes_back(tmp_path: Path) -> None:
    with record(tmp_path, one()) as opened:
        document = opened.queries.documents()[0]
        assert opened.queries.account(document.id) == one()
        assert opened.queries.text(document.id) == one().document.text
        told = opened.queries.claims()[0]
        assert (told.trigger, told.actors[0].name, told.chain[0].parties[0].name) == ("shelled", "Borea", "Aria")
        assert told.speakers[0].side == "AAA"
    with Record(tmp_path / "r.db", read_only=True) as again:
        assert again.queries.overview().claims == 1


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(accounts())
def test_any_account_comes_back(made: Account) -> None:
    with Record(Path(":memory:"), create=True) as opened:
        run = opened.begin(RECIPE)
        assert opened.add(made, run)
        assert opened.queries.account(made.document.id) == made
        assert len(opened.queries.claims(Filter(rejected=True))) == len(made.events)


def test_reading_twice_changes_nothing(tmp_path: Path) -> None:
    with record(tmp_path, one()) as opened:
        before = list(opened.connection.iterdump())
        run = opened.begin(RECIPE)
        assert opened.knows(one().document.id, run)
        assert not opened.add(one(), run)
        opened.connection.execute("DELETE FROM runs WHERE id = ?", (run.id,))
        assert list(opened.connection.iterdump()) == before


def test_a_newer_version_adds_and_the_newest_stands(tmp_path: Path) -> None:
    with record(tmp_path, one()) as opened:
        old = opened.queries.claims()[0]
        text = one().document.text
        newer = account(text, id=one().document.id, events=(claim("v1", text, "shelled", "COERCE"), claim("v2", text, "denied", "REJECT")))
        assert opened.add(newer, opened.begin(OTHER))
        assert [c.type for c in opened.queries.claims(sort="document")] == ["COERCE", "REJECT"]
        assert opened.queries.claims(sort="document")[0].id == old.id
        assert opened.connection.execute("SELECT count(*) FROM claims").fetchone()[0] == 3
        assert len(opened.queries.documents()) == 1


def test_ids_and_shortened_ids_find_their_thing(tmp_path: Path) -> None:
    with record(tmp_path, one(), account("Another text.", path="folder/b.txt", external_id="x-1")) as opened:
        told = opened.queries.claims()[0]
        assert opened.queries.find(told.id[:8]) == ("claim", told.id)
        assert opened.queries.find("e" + told.id[1:8]) == ("event", told.event)
        second = opened.queries.documents()[1]
        for words in (second.short, second.id, "x-1", "b.txt", "folder/b.txt", second.id[:20]):
            assert opened.queries.find(words) == ("document", second.id)
        with pytest.raises(UsageError, match="Nothing on record"):
            opened.queries.find("zzz")
        with pytest.raises(UsageError, match="more than one"):
            opened.queries.find("d")


def test_filters(tmp_path: Path) -> None:
    text = "Århus shelled Toll. Borea left Toll."
    people = (actor("a1", "Århus", "AAA", text=text), actor("a2", "Borea", "BBB", text=text))
    events = (
        claim("v1", text, "shelled", "ASSAULT", day="2020-05-04", actors=("a1",)),
        claim("v2", text, "left", "RETREAT", day="2020-06-01/2020-06-30", actors=("a2",), happened=False),
    )
    with record(tmp_path, account(text, actors=people, events=events, publisher="Día")) as opened:
        ask = opened.queries.count
        assert ask(Filter(actor="aarhus")) == ask(Filter(actor="Arhus")) - 1 == 0
        assert ask(Filter(actor="BBB")) == ask(Filter(type="retreat")) == ask(Filter(status="denied")) == 1
        assert ask(Filter(source="dia")) == 2
        assert ask(Filter(since=events[1].when.earliest)) == 1
        assert ask(Filter(until=events[0].when.earliest)) == 1
        assert ask(Filter(status="planned")) == ask(Filter(place="Toll")) == 0


def test_search_minds_neither_case_nor_marks(tmp_path: Path) -> None:
    with record(tmp_path, account("Shelling of Gəncə and Khojalı was reported."), account("Nothing.")) as opened:
        assert [h.words for h in opened.queries.search("SHELLING khojal")] == ["«Shelling» of Gəncə and «Khojalı» was reported."]
        assert opened.queries.search('"quoted" AND (') == []
        assert opened.queries.search("  ") == []


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    record(tmp_path).close()

    def write(name: str) -> None:
        with Record(tmp_path / "r.db") as opened:
            run = opened.begin(RECIPE)
            for n in range(20):
                opened.add(account(f"Text {n} shared by both."), run)
                opened.add(account(f"Text {n} of {name} alone."), run)

    both = [threading.Thread(target=write, args=(name,)) for name in ("one", "two")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    with Record(tmp_path / "r.db", read_only=True) as opened:
        assert opened.queries.overview().documents == 60


def test_a_writer_that_waits_too_long_is_told_why(tmp_path: Path) -> None:
    with (
        record(tmp_path) as first,
        Record(tmp_path / "r.db", wait=0.01) as second,
        first.writing(),
        pytest.raises(RecordError, match="being written by another"),
    ):
        second.begin(RECIPE)


def test_no_record_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record at"):
        Record(tmp_path / "none.db")
    with pytest.raises(RecordError, match="folder"):
        Record(tmp_path)
    with pytest.raises(RecordError, match="cannot be opened"):
        Record(tmp_path / "no" / "such" / "folder.db", create=True)


def test_another_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database, " * 100)
    with pytest.raises(RecordError, match="not a record"):
        Record(tmp_path / "text.db")
    assert (tmp_path / "text.db").read_text().startswith("not a database")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t (x)")
    other.commit()
    other.close()
    before = (tmp_path / "other.db").read_bytes()
    with pytest.raises(RecordError, match="not a record"):
        Record(tmp_path / "other.db")
    assert (tmp_path / "other.db").read_bytes() == before


def test_a_record_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    with record(tmp_path, one()) as opened:
        opened.connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(RecordError, match="newer onrecord"):
        Record(tmp_path / "r.db")
    again = sqlite3.connect(tmp_path / "r.db")
    assert again.execute("SELECT count(*) FROM claims").fetchone()[0] == 1
    again.close()


def test_migrations_take_all_steps_or_none(tmp_path: Path) -> None:
    scripts = {
        VERSION + 1: "ALTER TABLE runs ADD COLUMN note TEXT;\n",
        VERSION + 2: "CREATE TABLE more (x TEXT) STRICT;\nINSERT INTO more VALUES ('a;b');\n",
    }
    with record(tmp_path, one()) as opened:
        broken = scripts | {VERSION + 2: "CREATE TABLE more (x TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);\n"}
        with pytest.raises(sqlite3.OperationalError):
            migrate(opened.connection, VERSION, VERSION + 2, broken.__getitem__)
        assert opened.connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
        assert "note" not in [r[1] for r in opened.connection.execute("PRAGMA table_info(runs)")]
        migrate(opened.connection, VERSION, VERSION + 2, scripts.__getitem__)
        assert opened.connection.execute("SELECT x FROM more").fetchone()[0] == "a;b"
        assert opened.queries.overview().claims == 1


def test_a_read_only_file_can_be_read_and_not_written(tmp_path: Path) -> None:
    record(tmp_path, one()).close()
    with Record(tmp_path / "r.db", read_only=True) as opened:
        assert opened.queries.overview().documents == 1
        with pytest.raises(RecordError, match="read-only"):
            opened.begin(RECIPE)


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    with record(tmp_path, one()) as opened:
        run = opened.begin(OTHER)
        pages = opened.connection.execute("PRAGMA page_count").fetchone()[0]
        opened.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RecordError, match="disk is full"):
            opened.add(account("A long text. " * 20_000), run)
        assert opened.queries.overview().documents == 1
        assert opened.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_what_could_not_be_read_is_kept_with_its_reason(tmp_path: Path) -> None:
    with record(tmp_path) as opened:
        opened.note_unread(Unread("a.pdf", None, "It is locked.", "Unlock it."), opened.begin(OTHER))
        assert opened.connection.execute("SELECT path, reason FROM unread").fetchone() == ("a.pdf", "It is locked.")
