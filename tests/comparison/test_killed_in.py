"""However a text joins an attack and its dead, it tells one event; and two documents that join them otherwise tell the same one."""

import datetime
from itertools import pairwise

import pytest

from onrecord.reading.parse import Parser
from tests.comparison.test_across_documents import kept, said

ONE_EVENT = [
    "A missile that hit a grain depot in Izmail killed four porters on Saturday.",
    "Four porters were killed when a missile hit a grain depot in Izmail on Saturday.",
    "Four porters were killed in a missile strike on a grain depot in Izmail on Saturday.",
    "A missile hit a grain depot in Izmail on Saturday, killing four porters.",
    "The death toll from Saturday's missile strike on the old grain depot in the port of Izmail has risen to four, a doctor said.",
]


@pytest.mark.parametrize("text", ONE_EVENT)
def test_an_attack_and_its_dead_are_one_event(parser: Parser, text: str) -> None:
    with kept(parser, ("One", "2023-08-06", text)) as record:
        (claim,) = [c for c in record.queries.claims() if c.type == "ASSAULT"]
        assert [(t.kind, t.low, t.high) for t in claim.tolls] == [("killed", 4, 4)]
        assert claim.when.earliest == claim.when.latest == datetime.date(2023, 8, 5)


def test_the_wounded_beside_the_dead_are_of_the_same_attack(parser: Parser) -> None:
    text = "At least nine people were killed and 30 wounded when jets of the Borean air force bombed a market in Izmail on Saturday."
    with kept(parser, ("One", "2023-08-06", text)) as record:
        (claim,) = record.queries.claims()
        assert [(t.kind, t.low) for t in claim.tolls] == [("killed", 9), ("wounded", 30)]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers who fought at Bakhmut killed a civilian in Kyiv.",  # people do many things
        "A mine that soldiers laid near Izmail in May killed two farmers on Saturday.",  # laid then, gone off later
    ],
)
def test_two_acts_stay_two(parser: Parser, text: str) -> None:
    with kept(parser, ("One", "2023-08-06", text)) as record:
        assert [bool(c.tolls) for c in record.queries.claims()].count(True) == 1
        assert len({c.event for c in record.queries.claims()}) == 2


@pytest.mark.parametrize(("one", "other"), list(pairwise(ONE_EVENT)))
def test_documents_that_join_them_otherwise_tell_one_event_with_its_range(parser: Parser, one: str, other: str) -> None:
    with kept(parser, ("One", "2023-08-06", one), ("Two", "2023-08-06", other.replace("our", "ive"))) as record:
        attacks = [c for c in record.queries.claims() if c.type == "ASSAULT"]
        assert len(attacks) == 2
        assert len({c.event for c in attacks}) == 1
        (killed,) = [d for d in said(record, attacks[0].event or "").differences if d.point.startswith("killed")]
        assert (killed.low, killed.high) == (4, 5)


def test_two_attacks_are_not_one_for_lying_in_one_country(parser: Parser) -> None:
    one = ("One", "2023-08-06", "A drone hit an army camp near Izmail on Saturday.")
    two = ("Two", "2023-08-07", "The alliance denies hitting a market in Ukraine.")
    with kept(parser, one, two) as record:
        assert len({c.event for c in record.queries.claims() if c.type == "ASSAULT"}) == 2
