"""Heads that a small parser hangs wrong around reported speech, on parses by hand and on the real parser."""

import pytest

from onrecord.pipeline import document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.reading.read import read
from onrecord.resources.resources import Resources


@pytest.fixture(scope="module")
def head_of(parser: SpacyParser, resources: Resources):  # type: ignore[no-untyped-def]
    def of(text: str, word: str) -> str:
        reading = read(document_from_text(text), parser=parser, resources=resources)
        return reading.tokens[next(t for t in reading.tokens if t.text == word).head].text

    return of


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Chad's army said on Saturday it had repelled an attack on the town.", "on", "said"),
        ("The minister said late on Tuesday the army would respond.", "on", "said"),
        ("The army denied that its men had been driven back and accused the rebels of looting.", "accused", "denied"),
        ("He said the talks had failed and blamed Ghana for the delay.", "blamed", "said"),
        ("Deeply disturbed by the invasion of the island by troops of Chad on 2 April 1999,", "on", "invasion"),
        ("The army denied that it had targeted civilians.", "targeted", "denied"),
        ("The army denied that it had targeted civilians.", "civilians", "targeted"),
        ("The army denied that its troops had deliberately targeted civilians.", "troops", "targeted"),
        ("The army praised the targeted civilians.", "targeted", "civilians"),
        ("Rebels struck a ship in answer to raids that the group says killed nine men.", "says", "raids"),
        # counterexamples: a clause with "that", a year, a second verb that is no saying, one in the same tense
        ("He said that on Saturday the army had left.", "on", "left"),
        ("He said in 1994 the army had left.", "in", "left"),
        ("The army said its men had taken the bridge and burned the mill.", "burned", "taken"),
    ],
)
def test_where_a_word_hangs(head_of, text: str, word: str, head: str) -> None:  # type: ignore[no-untyped-def]
    assert head_of(text, word) == head


def test_lemmas_of_other_verbs(parser: SpacyParser, resources: Resources) -> None:
    reading = read(document_from_text("The rebels staged a raid. They waged war. He hoped for rain."), parser=parser, resources=resources)
    assert [t.lemma for t in reading.tokens if t.text in {"staged", "waged", "hoped"}] == ["stage", "wage", "hope"]
