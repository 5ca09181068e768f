"""Capitals given back their case, in the same length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents.document import new_document
from onrecord.reading.parse import SpacyParser
from onrecord.reading.parse_capitals import in_capitals, names_like_words, restored, with_label_restored, with_names_shown
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


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Islamic State has denied it. On Friday IS had shelled the port.", "IS"),
        ("World Health Organization staff left. On Friday WHO said it would return.", "WHO"),
    ],
)
def test_an_abbreviation_that_looks_like_a_word_is_a_name(text: str, subject: str, parser: SpacyParser) -> None:
    parsed = parser.parse(new_document(text))
    token = next(t for t in parsed.tokens if t.text == subject)
    assert (token.pos, token.lemma, token.dep) == ("PROPN", subject, "nsubj")


def test_without_the_name_spelt_out_nothing_changes() -> None:
    assert names_like_words("What IS this?") == frozenset()
    assert names_like_words("In September the army left. It IS true, WHO hopes, With His Own eyes.") == frozenset()
    assert names_like_words("Islamic State, or IS, denied it.") == frozenset({"IS"})
    assert with_names_shown("IS had fled. He fought IS.", frozenset({"IS"})) == "it had fled. He fought UN."


@pytest.mark.parametrize("word", ["WHO", "IS"])
def test_a_word_of_grammar_in_capitals_is_none(word: str, parser: SpacyParser) -> None:
    parsed = parser.parse(
        new_document("THE REBELS WHO ATTACKED THE CAMP HAVE LEFT AND THE ARMY IS NEAR THE TOWN, THE MINISTER SAID ON MONDAY.")
    )
    token = next(t for t in parsed.tokens if t.text == word)
    assert (token.pos == "PROPN", token.entity) == (False, "")
