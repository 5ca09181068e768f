"""For whom somebody speaks who is named without his office; and acts that break what was agreed, told of as "these acts"."""

import pytest

from onrecord.reading.parse import Parser
from tests.comparison.test_across_documents import kept


@pytest.mark.parametrize(
    ("day", "text", "side"),
    [
        ("2022-10-18", "António Guterres condemned the bombing of a market in Hays.", None),
        (
            "2022-10-18",
            "The World Health Organization's director-general, Tedros Adhanom Ghebreyesus, condemned the bombing of a clinic.",
            None,
        ),
        ("1999-03-01", "António Guterres condemned the bombing of a market in Hays.", "PRT"),
        ("1999-03-01", "António Guterres, Portugal's prime minister, condemned the bombing of a market in Hays.", "PRT"),
        ("2015-03-01", "Angela Merkel condemned the bombing of a market in Hays.", "DEU"),
    ],
)
def test_who_heads_an_international_body_speaks_for_no_country(parser: Parser, day: str, text: str, side: str | None) -> None:
    with kept(parser, ("One", day, text)) as record:
        (party,) = {p for c in record.queries.claims() for v in c.chain for p in v.parties}
        assert party.side == side


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("Gunmen seized two posts on Friday. These acts violate the 1994 ceasefire agreement.", "1994 ceasefire agreement"),
        ("Gunmen seized two posts on Friday. Such actions breach the truce, the envoy said.", "truce"),
    ],
)
def test_acts_told_before_break_a_commitment(parser: Parser, text: str, commitment: str) -> None:
    with kept(parser, ("One", "2022-10-18", text)) as record:
        assert [(b.name, b.relation) for c in record.queries.claims() for b in c.commitments] == [(commitment, "breaks")]


def test_acts_that_break_nothing_agreed_break_no_commitment(parser: Parser) -> None:
    with kept(parser, ("One", "2022-10-18", "This act breaks new ground. These steps break the mould.")) as record:
        assert not record.queries.claims()
