"""Why an event was coded at a place in a text, or not: read by the real parser."""

import json

import pytest

from onrecord import pipeline
from onrecord.errors import UsageError
from onrecord.exports.explanation import Explanation
from onrecord.reading.parse import SpacyParser
from onrecord.record.plain import to_plain
from onrecord.resources.resources import Resources

REPORT = (
    "LOKORO, 3 March 2021 (Tarvia Wire) - Militants shelled the town of Masara on Tuesday, killing at least nine soldiers, the army said. "
    "The minister said the rebels may attack Oruma. "
    "The army launched an attack on the port. "
    "The Peace Committee met."
)


@pytest.fixture
def at(parser: SpacyParser, resources: Resources):  # type: ignore[no-untyped-def]
    document = pipeline.document_from_text(REPORT)

    def explain(words: str) -> Explanation:
        return pipeline.explain(document, REPORT.index(words), parser=parser, resources=resources)

    return explain


def test_a_coded_event_shows_its_entry_and_the_rule_of_every_value(at) -> None:  # type: ignore[no-untyped-def]
    found = at("shelled")
    assert found.verdict == "Coded: ASSAULT."
    (coded,) = found.coded
    assert (coded.frame.words, coded.frame.form) == ("shell", "verb")
    assert coded.frame.example
    facts = {f.of: f for f in coded.facts}
    assert facts["actor"].spans[0].of(REPORT) == "Militants"
    assert facts["said by"].value == "asserts, indirect"
    assert facts["happened"].value == "happened, certain, actual"
    assert facts["when"].value == "2 March 2021"
    assert facts["toll"].value == "killed: at least 9, military"
    assert all(f.rule for f in coded.facts)


def test_what_decides_that_it_did_not_happen_is_shown_with_its_words(at) -> None:  # type: ignore[no-untyped-def]
    (coded,) = at("attack Oruma").coded
    happened = next(f for f in coded.facts if f.of == "happened")
    assert [s.of(REPORT) for s in happened.spans] == ["may"]
    assert happened.rule == "possibility-modal"


def test_entries_that_were_tried_are_shown_with_what_they_lacked(at) -> None:  # type: ignore[no-untyped-def]
    refused = at("attack Oruma").refused
    assert refused
    assert {r.rule for r in refused} <= {"frame-needs", "frame-excludes", "word-missing"}
    assert all(r.span.of(REPORT) == "attack" and r.words and r.frame.example for r in refused)


def test_a_word_that_gave_way_to_another_event_says_by_which_rule(at) -> None:  # type: ignore[no-untyped-def]
    found = at("killing")
    assert not found.coded
    assert "outcome-of-another-event" in {r.rule for r in found.refused}
    assert [c.span.of(REPORT) for c in found.beside if c.type == "ASSAULT"] == ["shelled"]


def test_a_word_without_entry_is_said_to_have_none_and_the_other_events_are_listed(at) -> None:  # type: ignore[no-untyped-def]
    found = at("minister")
    assert found.verdict.startswith("Not coded: no entry of the trigger lexicon begins from “minister”")
    assert [c.type for c in found.beside] == ["ASSAULT"]


def test_a_name_is_no_event(at) -> None:  # type: ignore[no-untyped-def]
    found = at("Committee")
    assert not found.coded


def test_a_space_stands_for_the_word_before_it(at) -> None:  # type: ignore[no-untyped-def]
    assert at(" the town of Masara").word.of(REPORT) == "shelled"


def test_an_explanation_is_plain_json(at) -> None:  # type: ignore[no-untyped-def]
    plain = json.loads(json.dumps(to_plain(at("shelled"))))
    assert plain["coded"][0]["facts"][0]["of"] == "actor"


@pytest.mark.parametrize("offset", [-1, len(REPORT)])
def test_a_character_outside_the_text_is_refused(offset: int, parser: SpacyParser, resources: Resources) -> None:
    with pytest.raises(UsageError, match="not one of them"):
        pipeline.explain(pipeline.document_from_text(REPORT), offset, parser=parser, resources=resources)


def test_an_ordinary_reading_watches_nothing(parser: SpacyParser, resources: Resources) -> None:
    made = pipeline.read_document(pipeline.document_from_text(REPORT), parser=parser, resources=resources)
    assert made.events.refused == ()
    assert made.events.events
