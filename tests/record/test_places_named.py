"""Places of a record under the names it has for them."""

from pathlib import Path

from onrecord.record.filters import Filter
from onrecord.record.pictures import places
from onrecord.record.store import Recipe, Record
from tests.accounts import account, claim, place

TEXTS = ("ORVUND, 4 May: shells fell there.", "Jets bombed Orvund.", "Guns shelled Orvund.", "Guns shelled Orwund.")


def test_a_name_in_capitals_is_no_other_name(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        run = record.begin(Recipe("0", "by hand", {}, {}))
        for text, name, trigger in zip(
            TEXTS, ("ORVUND", "Orvund", "Orvund", "Orwund"), ("fell", "bombed", "shelled", "shelled"), strict=True
        ):
            where = (place("p1", text, name, "geo:1", "ALB", latitude=41.0, longitude=20.0),)
            record.add(account(text, places=where, events=(claim("v1", text, trigger, "ASSAULT", places=("p1",)),)), run)
        (found,) = places(record, Filter(), limit=10)
    assert found.names == ("Orvund", "Orwund")
    assert found.claims == 4
