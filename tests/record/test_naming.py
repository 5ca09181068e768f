from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.record.ids import actor_id
from onrecord.record.naming import alike, called, goes_under, namings
from onrecord.record.store import Record
from tests.web.made import make


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    make(tmp_path / "made.db", attack=False, long=False)
    with Record(tmp_path / "made.db") as opened:
        yield opened


def test_an_actor_is_listed_by_document_with_the_name_it_has_there(record: Record) -> None:
    found = namings(record, "state:ARM")
    assert [(n.name, n.called, n.claims) for n in found] == [
        ("Armenia", "Shells hit Tavush villages", 2), ("Armenia", "Baku denies shelling", 2), ("Armenia", "Baku denies shelling", 2)
    ]  # fmt: skip
    assert len({n.document for n in found}) == 3
    assert namings(record, "nobody") == []
    first = record.queries.claims(sort="document")[0]
    assert [n.document for n in namings(record, "state:ARM", claims={first.number})] == [first.document]


def test_names_that_share_a_word_are_alike_the_rarest_word_first(record: Record) -> None:
    assert next(a.key for a in alike(record, "gov:ARM-defence", limit=5)) == "state:ARM"
    assert "gov:ARM-defence" in [a.key for a in alike(record, "gov:AZE-foreign", limit=5)]
    assert "force:AZE" not in [a.key for a in alike(record, "state:ARM", limit=5)]


def test_somebody_is_found_by_a_part_of_their_name(record: Record) -> None:
    assert [a.name for a in called(record, "ABDULL", limit=5)] == ["Leyla Abdullayeva"]
    assert called(record, "100%", limit=5) == []


def test_old_keys_lead_to_the_actor_that_they_go_under_now(record: Record) -> None:
    document = namings(record, "state:ARM")[0].document
    assert goes_under(record, "state:ARM") == "state:ARM"
    joined = pipeline.decide(record, "merge", actor_id("gov:ARM-defence"), who="Ann", value="state:ARM")
    assert goes_under(record, "gov:ARM-defence") == "state:ARM"
    apart = pipeline.decide(record, "split", actor_id("gov:ARM-defence"), who="Ann", value=document)
    parted = goes_under(record, "gov:ARM-defence")
    assert parted is not None
    assert parted.startswith("gov:ARM-defence#d")
    for decision in (apart, joined):
        pipeline.decide(record, "undo", decision.id, who="Ann")
    assert goes_under(record, parted) == "gov:ARM-defence"
    assert goes_under(record, "nobody") is None
