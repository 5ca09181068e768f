""" "The North" and "the South" in texts on divided countries."""

import pytest

from onrecord.pipeline import document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.reading.read import read
from onrecord.resources.resources import Resources


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("South Korea fired shells on Monday. The North denied the claim.", "North", "PRK"),
        ("North Korean artillery shelled an island. The South answered with drills.", "South", "KOR"),
        ("Nigeria sent troops. Rebels in the North denied the claim.", "North", None),
        ("South Africa met Sudan. The North denied the claim.", "North", None),
    ],
)
def test_the_half(text: str, word: str, country: str | None, parser: SpacyParser, resources: Resources) -> None:
    reading = read(document_from_text(text), parser=parser, resources=resources)
    found = [m for m in reading.mentions if m.span.of(text) == word]
    assert [m.country for m in found] == ([country] if country else [None] * len(found))
    assert country is None or {m.basis.rule for m in found} == {"half-of-a-divided-country"}
