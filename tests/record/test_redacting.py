from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.comparison.compare import compare
from onrecord.errors import UsageError
from onrecord.record.keeping import back_up
from onrecord.record.store import Recipe, Record
from tests.accounts import account, actor, claim, said
from tests.golden.story import story

TEXT = "Soldiers beat Jane Okello in Toll on 4 May, a neighbour said. Okello had seen the raid."
OTHER = "The ministry denied that its men had beaten Jane  OKELLO in Toll."
RECIPE = Recipe("0", "by hand", {}, {})


def written(path: Path) -> Record:
    record = Record(path, create=True)
    run = record.begin(RECIPE)
    people = (actor("a1", "Jane Okello", kind="person", text=TEXT), actor("a2", "Soldiers", kind="armed_force", text=TEXT))
    statement = said("s1", TEXT, "a neighbour", "said", "Soldiers beat Jane Okello in Toll on 4 May")
    first = claim("v1", TEXT, "beat", "ASSAULT", day="2020-05-04", actors=("a2",), recipients=("a1",), statement="s1")
    record.add(
        account(TEXT, publisher="P", title="The beating of Jane Okello", actors=people, statements=(statement,), events=(first,)), run
    )
    second = claim("v1", OTHER, "beaten", "ASSAULT", happened=False)
    record.add(account(OTHER, publisher="Q", path="okello/jane-okello.txt", events=(second,)), run)
    compare(record)
    pipeline.decide(record, "note", record.queries.claims(sort="document")[0].id, who="Ana", why="Jane Okello is a minor")
    return record


def test_a_persons_name_is_gone_from_every_byte_and_the_rest_stays(tmp_path: Path) -> None:
    with written(tmp_path / "r.db") as record:
        hashes = record.queries.rows("SELECT id, text_sha256 FROM documents ORDER BY number")
        before = [(c.id, c.span, c.when) for c in record.queries.claims()]
        assert pipeline.redact(record, "jane okello", who="Ana", why="safety") == 2
        claims = record.queries.claims(sort="document")
        assert [(c.id, c.span, c.when) for c in record.queries.claims()] == before
        assert claims[0].recipients[0].name.startswith("[1]█")
        assert claims[0].sentence.startswith("Soldiers beat [1]█")
        assert [tuple(r) for r in record.queries.rows("SELECT id, text_sha256 FROM documents ORDER BY number")] == [
            tuple(r) for r in hashes
        ]
        assert [len(record.queries.text(r["id"])) for r in hashes] == [len(TEXT), len(OTHER)]
        assert not record.queries.search("okello")
        assert [tuple(r) for r in record.queries.rows("SELECT who, why FROM forgotten")] == [("Ana", "safety")] * 2
        assert record.queries.overview().forgotten == 0
        assert not record.add(account(TEXT, publisher="P", title="The beating of Jane Okello"), record.begin(Recipe("1", "newer", {}, {})))
        assert record.queries.check() == "sound"
        back_up(record, tmp_path / "copy.db")
    for file in tmp_path.iterdir():
        assert b"okello" not in file.read_bytes().lower(), file.name


def test_what_was_redacted_stays_so_where_it_is_merged(tmp_path: Path) -> None:
    with written(tmp_path / "r.db") as record:
        pipeline.redact(record, "Jane Okello", who="Ana", why="safety")
        ident = record.queries.documents()[0].id
    with Record(tmp_path / "s.db", create=True) as other:
        pipeline.merge(other, tmp_path / "r.db")
        assert "Okello" not in other.queries.text(ident)
        assert other.knows(ident, other.begin(Recipe("1", "newer", {}, {})))


def test_only_a_private_person_is_redacted_and_only_with_a_reason(tmp_path: Path) -> None:
    with story(tmp_path / "r.db") as record:
        with pytest.raises(UsageError, match="directory"):
            pipeline.redact(record, "Francis Pym", who="Ana", why="safety")
        with pytest.raises(UsageError, match="no person"):
            pipeline.redact(record, "Nobody Known", who="Ana", why="safety")
        with pytest.raises(UsageError, match="who and why"):
            pipeline.redact(record, "Francis Pym", who="Ana", why=" ")
