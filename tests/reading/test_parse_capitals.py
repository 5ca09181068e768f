"""Capitals given back their case, in the same length."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents.document import new_document
from onrecord.reading.parse import SpacyParser
from onrecord.reading.parse_capitals import in_capitals, restored

WORDS = frozenset({"rebel", "attack", "bridge", "near", "army", "carry", "report", "turkey"})


@settings(deadline=None)
@given(st.text(max_size=200))
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(restored(text, WORDS)) == len(text)


def test_words_become_small_and_names_keep_a_capital() -> None:
    given_text = "REBELS OF THE FPL ATTACKED THE BRIDGE NEAR ZACATELO, TURKEY'S ARMY REPORTED."
    assert restored(given_text, WORDS) == "rebels of the FPL attacked the bridge near Zacatelo, Turkey's army reported."


def test_a_short_heading_is_left_alone() -> None:
    assert not in_capitals("NATO and UN")
    assert in_capitals("THE ARMY REPORTED AN ATTACK.")


def test_capitals_parse_like_other_text(parser: SpacyParser) -> None:
    text = "REBELS ATTACKED THE BRIDGE NEAR ZACATELO YESTERDAY."
    tokens = parser.parse(new_document(text)).tokens
    assert [t.text for t in tokens] == [*text.rstrip(".").split(), "."]
    assert next(t.pos for t in tokens if t.text == "ATTACKED") == "VERB"
    assert next(t.dep for t in tokens if t.text == "REBELS") == "nsubj"
