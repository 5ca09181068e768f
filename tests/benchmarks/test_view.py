from benchmarks.cases.view import LineView

TEXT = "Baku said Armenia attacked."
LINE = {
    "document": {"text": TEXT, "author": None},
    "actors": [
        {"id": "a1", "name": "Azerbaijan", "country": "AZE", "mentions": [{"start": 0, "end": 4, "form": "name"}], "office": None},
        {"id": "a2", "name": "Armenia", "country": "ARM", "mentions": [{"start": 10, "end": 17, "form": "name"}], "office": None},
    ],
    "places": [],
    "statements": [{"id": "s1", "parent": None, "source_actor": "a1"}],
    "commitments": [],
    "events": [
        {
            "id": "v1", "start": 18, "end": 26, "type": "ASSAULT", "plain_type": "ASSAULT", "actors": ["a2"], "recipients": [], "places": [],
            "earliest": None, "latest": None, "statement": "s1", "factuality": {"happened": True},
        }
    ],
}  # fmt: skip


def test_events_are_found_by_what_is_asked() -> None:
    view = LineView(LINE)
    assert view.events("ASSAULT", by="ARM", said_by="AZE", happened=True, word="attack")
    assert not view.events("ASSAULT", by="AZE")
    assert not view.events(said_by="ARM")
    assert not view.events(nobody=True)
    assert not view.events(on="2020-01-01")
