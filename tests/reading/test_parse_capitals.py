"""Capitals given back their case, in the same length."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents.document import new_document
from onrecord.reading.parse import SpacyParser
from onrecord.reading.parse_capitals import in_capitals, restored, with_label_restored
from onrecord.reading.read import read
from onrecord.resources.resources import Resources

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


def test_a_label_of_a_title_and_a_name_in_capitals_is_a_person(parser: SpacyParser) -> None:
    assert with_label_restored("MR. DUARTE: NATO left.") == "Mr. Duarte: NATO left."
    assert with_label_restored("GEN. AL-HADI O'NEIL: No.") == "Gen. Al-Hadi O'Neil: No."
    for other in ("RADIO SAHEL: No.", "MRAP: No.", "MR. DUARTE left."):
        assert with_label_restored(other) == other
    document = new_document("MR. DUARTE: Rebels burned a mill.")
    mention = read(document, parser=parser, resources=Resources()).mentions[0]
    assert (mention.kind, mention.title, mention.span.of(document.text)) == ("person", "mr", "MR. DUARTE")
