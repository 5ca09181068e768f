"""The scorer of triples: lists, null, symmetric both ways."""

from benchmarks.scores.events import countries_of, gold_triples
from benchmarks.scores.plover_records import code, triples

from onrecord.basis import Basis
from onrecord.resolution.resolution import Actor


def test_every_source_stands_to_every_target() -> None:
    assert triples(["FRA", "ITA"], ["TUN"], "SUPPORT", both_ways=False) == {("FRA", "TUN", "SUPPORT"), ("ITA", "TUN", "SUPPORT")}


def test_an_empty_side_is_null() -> None:
    assert triples(["FRA"], [], "PROTEST", both_ways=False) == {("FRA", None, "PROTEST")}


def test_two_parties_stand_to_each_other_both_ways() -> None:
    event = {"source": [{"code": "IRN"}, {"code": "IRQGOV"}], "target": [], "plover": "CONSULT"}
    assert gold_triples(event) == {("IRN", "IRQ", "CONSULT"), ("IRQ", "IRN", "CONSULT")}


def test_a_field_that_holds_text_names_nobody() -> None:
    assert countries_of("diplomatic") == []
    assert countries_of(None) == []


def test_an_international_body_without_a_country_is_igo() -> None:
    body = Actor("a1", "United Nations", "organization", "resolved", Basis("directory"), (), sectors=("IGO",))
    assert code(body) == "IGO"
