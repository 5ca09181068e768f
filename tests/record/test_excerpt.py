"""An excerpt is what the whole account holds of a stretch: compared with the whole, value by value."""

from pathlib import Path

import pytest

from onrecord.record.excerpt import excerpt, followed, mentions, plain_account, told_within
from onrecord.record.filters import Filter
from onrecord.record.store import Record
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.web.marks import segments
from onrecord.web.why import Reasons
from tests.web.made import make

COUNTRIES = Resources().countries


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("excerpt") / "made.db")


def test_what_a_page_shows_is_what_the_whole_account_would_show(made: Path) -> None:
    with Record(made, read_only=True) as record:
        for row in record.queries.documents():
            whole, plain, text = record.queries.account(row.id), plain_account(record, row.id), record.queries.text(row.id)
            assert whole is not None
            assert plain is not None
            size = max(len(text) // 3, 40)
            for first in range(0, min(len(text), 30_000), size):
                window = Span(first, min(first + size, len(text)))
                part = excerpt(plain, text, window).account
                assert segments(part, window) == segments(whole, window)
                here = [e for e in whole.events if e.span.overlaps(window)]
                assert [e for e in part.events if e.span.overlaps(window)] == here
                assert [Reasons(part, COUNTRIES).of(e) for e in here] == [Reasons(whole, COUNTRIES).of(e) for e in here]
                assert part.letters == whole.letters
                told = [
                    t for t in record.queries.claims(Filter(document=row.id, rejected=True), sort="document") if t.span.overlaps(window)
                ]
                assert told_within(record, row.id, window) == told


def test_actors_are_followed_through_the_whole_document(made: Path) -> None:
    with Record(made, read_only=True) as record:
        row = record.queries.documents()[0]
        whole, plain = record.queries.account(row.id), plain_account(record, row.id)
        assert whole is not None
        assert plain is not None
        for actor in whole.actors:
            assert mentions(plain, actor.id) == sorted({m.span for m in actor.mentions}, key=lambda s: (s.start, s.end))
        assert [f.id for f in followed(plain)] == [a.id for a in whole.actors if len(a.mentions) > 1]
        assert plain_account(record, "nothing") is None
