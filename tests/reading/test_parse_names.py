"""Names that look like words of grammar are read as names, where the text spells them out."""

import pytest

from onrecord.documents.document import new_document
from onrecord.reading.parse import SpacyParser
from onrecord.reading.parse_names import names_like_words, with_names_shown


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
