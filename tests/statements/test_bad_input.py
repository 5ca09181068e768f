"""Broken and hostile texts: nothing crashes, every span lies in the text, and the work grows with the text and no faster."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.statements.attribute import attribute
from onrecord.statements.quotations import find_quotations
from tests.statements.drills import RESOURCES

PIECES = [
    "\"", "“", "”", "‘", "’", "«", "»", "``", "''", "QUOTE ", " UNQUOTE", "\u2015 ", "— ", "\n\n", "\n", ": ", ", ", ". ", "?",
    "he said", "said the colonel", "Chad denies it", ", a charge Khartoum denies", ", which Baku denied", "called it a lie", "this is false",
    "according to", "the report that", "reportedly", "Q:", "A:", "MINISTER:", "Annex", "Dear Sir,", "(Signed) A. B.", "From: A <a@b>", "Subject: Re: x",
    "The Council,", "1. Condemns the attack, and demands that", "decides to:", "- urge", "neither confirmed nor denied that", "troops shelled the town",
]  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_any_mixture_of_forms_is_read(parser: Parser, text: str) -> None:
    found = attribute(read(lay_out(new_document(text)), parser=parser, resources=RESOURCES), resources=RESOURCES)
    known = {s.id for s in found.statements}
    for s in found.statements:
        assert all(0 <= p.start < p.end <= len(text) for p in (*s.source, *s.cue, *s.content, *s.takes_up))
        assert s.parent is None or s.parent in known
    for letter in found.letters:
        assert all(
            0 <= p.start <= p.end <= len(text) for p in (*letter.recipients, *letter.body, *filter(None, (letter.sender, letter.reference)))
        )


@pytest.mark.parametrize(
    "text",
    [
        'He said "' + '"' * 3_000 + " and left.",
        "He said " + "“she said " * 300 + "no" + "”" * 300,
        'The colonel said: "We did not fire.\n\n' + "The rebels took the town.\n\n" * 60,
        "THE MINISTER SAID THE ARMY SHELLED THE TOWN. " * 20,
        "so he said we did not do it the rebels did it and i asked him who did " * 20,
        "He said that.",
        "According to.",
        "\u2015" * 500,
    ],
)
def test_what_is_broken_is_still_read(parser: Parser, text: str) -> None:
    found = attribute(read(lay_out(new_document(text)), parser=parser, resources=RESOURCES), resources=RESOURCES)
    assert len(found.statements) <= 1 + len(text) // 8


def seconds(text: str) -> float:
    """Processor time of layout and quotations, without the parser."""
    began = time.process_time()
    lay_out(new_document(text))
    find_quotations(text)
    return time.process_time() - began


@pytest.mark.parametrize(
    "piece", ['"', "“he said ", "”'\"", "\u2015 no, he said. ", "Annex\n\nDear Sir,\n\n", "1. Calls upon all, and urges them;\n\n"]
)
def test_four_times_the_text_takes_no_more_than_linear_work(piece: str) -> None:
    small, large = piece * (20_000 // len(piece)), piece * (80_000 // len(piece))
    assert min(seconds(large) for _ in range(2)) < 10 * max(0.01, min(seconds(small) for _ in range(3)))
