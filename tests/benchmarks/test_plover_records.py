"""What PLOVER's records keep of the events: the sentence's own event, a country for each party, a source."""

import pytest
from benchmarks.scores.plover_records import account_of, all_triples, record_triples

from onrecord.pipeline import read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources
from tests import build

CASES = [
    # the act that is demanded is part of the demand's record
    ("Chile urged Peru to bomb Bolivia.", {("CHL", "PER", "REQUEST")}),
    # joined clauses are records of their own
    ("Chile praised Peru and bombed Bolivia.", {("CHL", "PER", "SUPPORT"), ("CHL", "BOL", "ASSAULT")}),
    # a party without nationality, and a target nobody names, have the country of the place
    ("Rebels shelled a bakery in Bamako.", {("MLI", "MLI", "ASSAULT")}),
    # an attack by somebody nobody names
    ("Six people were killed in Nairobi.", {("KEN", "KEN", "ASSAULT")}),
    # no country anywhere: no record
    ("The rebels shelled the bakery.", set()),
    # both ways
    ("Chile and Peru held talks.", {("CHL", "PER", "CONSULT"), ("PER", "CHL", "CONSULT")}),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_records(text: str, expected: set[tuple[str | None, str | None, str]], parser: SpacyParser, resources: Resources) -> None:
    stages = read_document(build.document(text), parser=parser, resources=resources)
    assert record_triples(account_of(stages)) == expected


def test_every_event_stays_in_the_plain_account(parser: SpacyParser, resources: Resources) -> None:
    stages = read_document(build.document("Chile urged Peru to bomb Bolivia."), parser=parser, resources=resources)
    assert all_triples(account_of(stages)) == {("CHL", "PER", "REQUEST"), ("PER", "BOL", "ASSAULT")}
