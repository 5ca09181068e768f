"""Toponyms: every example of the word lists, and names that are no places."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import build

from onrecord.documents.document import new_document
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.reading.toponyms import find_toponyms
from onrecord.resources.place_words import load_place_words
from onrecord.resources.resources import Resources

_BRACKETS = re.compile(r"\[([^\]]*)\]")


def read_toponyms(text: str, parser: SpacyParser, resources: Resources) -> Reading:
    document = new_document(text)
    parse = parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    found = find_toponyms(reading, resources=resources)
    return Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens), toponyms=found)


@pytest.mark.parametrize(("entry", "sentence"), load_place_words().sentences)
def test_word_lists(entry: str, sentence: str, parser: SpacyParser, resources: Resources) -> None:
    text = sentence.replace("[", "").replace("]", "")
    found = read_toponyms(text, parser, resources)
    assert [t.span.of(text) for t in found.toponyms] == _BRACKETS.findall(sentence), entry


@pytest.mark.parametrize(
    "sentence",
    [
        "[Egyptian] troops crossed into [Gaza] on Friday.",
        "The [U.S.] and the [UK] imposed sanctions on [Russia].",
        "Shelling was reported in northern [Syria] and the [Donbas].",
        "Michael Jordan and Chad Brown spoke.",
        "The fishing hamlet of [Ulu Piandang] was burned.",
        "[GANJA], [AZERBAIJAN] (Agency) - A missile hit a house.",
        "Clashes along the [Line of Control] killed two.",
        "Ships were attacked in the [Red Sea] and the [Strait of Hormuz].",
        "Rebels seized [Deir ez-Zor] and [al-Hasakah].",
        "They were taken to [Ain al-Hilweh camp] near [Sidon].",
        "Police in [Springfield], [Ill.], arrested a man.",
    ],
)
def test_sentences(sentence: str, parser: SpacyParser, resources: Resources) -> None:
    text = sentence.replace("[", "").replace("]", "")
    found = read_toponyms(text, parser, resources)
    assert [t.span.of(text) for t in found.toponyms] == _BRACKETS.findall(sentence)


def test_a_place_says_what_it_lies_in(parser: SpacyParser, resources: Resources) -> None:
    found = read_toponyms("Two men died in Tripoli, Lebanon. Rockets hit the Azerbaijani city of Ganja.", parser, resources).toponyms
    assert [(t.name, t.within) for t in found] == [("Tripoli", 1), ("Lebanon", None), ("Azerbaijani", None), ("Ganja", 2)]
    assert found[2].feature == "demonym"
    assert found[3].feature == "town"


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(["May", "The", "Georgia", "of", ",", "Lake", "al", "-", "US", "'s", "Washington", "city", "1", "Å", "İ"]),
        min_size=1,
        max_size=40,
    )
)
def test_any_run_of_tokens_is_read_within_bounds(words: list[str], resources: Resources) -> None:
    table = "\n".join(f"{w} {w.lower()} {'PROPN' if w[0].isupper() else 'ADP'} NNP dep 0" for w in words)
    reading = build.reading(table)
    spans = [t.span for t in find_toponyms(reading, resources=resources)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(s.of(reading.document.text).strip() for s in spans)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops besieged Orvunda for days.", ["Orvunda"]),
        ("Rebels shelled Orvunda, an area outside Damascus.", ["Orvunda", "Damascus"]),
        ("Families fled Orvunda, also south of Mosul.", ["Orvunda", "Mosul"]),
        ("Federal forces withdrew from Lalibela.", ["Lalibela"]),
        ("Government troops advanced on Saraqib.", ["Saraqib"]),
        ("Soldiers attacked Jaffna.", ["Jaffna"]),
        ("Mortar rounds landed on Aghdara.", ["Aghdara"]),
        ("Villagers were driven out of Orvunda by militiamen.", ["Orvunda"]),
        ("Jets bombed Orvunda Dule on Sunday.", ["Orvunda Dule"]),
        ("Kenyan planes bombed Orvunda.", ["Kenyan", "Orvunda"]),
        ("The shutdown was observed in Pulwama, Shopian and Anantnag.", ["Pulwama", "Shopian", "Anantnag"]),
        ("Gunboats fired on trawlers in the Gulf of Orvunda.", ["Gulf of Orvunda"]),
        ("Jets bombed the settlements of Orvunda, Aghdara and Dule.", ["Orvunda", "Aghdara", "Dule"]),
        ("Kenyan troops were deployed to Orvunda.", ["Kenyan", "Orvunda"]),
        ("Rosa Orvunda, a lobbyist for the city, spoke.", []),
        ("Rosa Orvunda, a villager in the north, spoke.", []),
    ],
)
def test_what_stands_beside_a_name_makes_it_a_place(text: str, found: list[str], parser: SpacyParser, resources: Resources) -> None:
    reading = read_toponyms(text, parser, resources)
    assert [t.name for t in reading.toponyms] == found
