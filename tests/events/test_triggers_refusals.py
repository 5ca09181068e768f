"""Who or what may be the subject of a verb of harm, on the real parser."""

import pytest
from tests import build

from onrecord.events.triggers import find_triggers
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war has killed 40,000 people.", [("killed", "ASSAULT")]),
        ("The conflict has displaced two million people.", [("displaced", "COERCE")]),
        ("The flood has killed forty people.", []),
        ("The drought displaced a thousand herders.", []),
        ("The war has ruined the economy.", []),
    ],
)
def test_what_may_kill_and_drive_out(text: str, expected: list[tuple[str, str]], parser: SpacyParser, resources: Resources) -> None:
    document = build.document(text)
    parse = parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    assert [(t.span.of(text), t.type) for t in find_triggers(reading, resources=resources)] == expected


@pytest.mark.parametrize("verb", ["violate", "breach", "break", "infringe", "contravene", "undermine"])
def test_acts_told_before_break_a_commitment_by_the_verbs_of_the_lexicon(verb: str, parser: SpacyParser, resources: Resources) -> None:
    assert verb in resources.commitments.words_that("breaks")
    document = build.document(f"Gunmen seized two posts. These acts {verb} the 1994 agreement.")
    parse = parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    assert any(t.span.of(document.text).startswith(verb) for t in find_triggers(reading, resources=resources))
