"""A toll told anew in a later sentence is of the attack told before it, with that attack's parties, place and day."""

from datetime import date

import pytest

from onrecord import pipeline
from onrecord.events.event import POINTS_BACK
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources

DAY = date(2023, 10, 30)  # a Monday


@pytest.mark.parametrize(
    ("text", "by", "killed"),
    [
        ("A bomb went off in Kabul on Sunday. The death toll rose to 12 on Monday, officials said.", ["officials"], 12),
        ("A bomb killed three people in Kabul on Sunday. On Monday police raised the toll to nine.", [], 9),
    ],
)
def test_the_attack_before_it(text: str, by: list[str], killed: int, parser: SpacyParser, resources: Resources) -> None:
    document = pipeline.document_from_text(text, published=DAY)
    account = pipeline.account_of(document, parser=parser, resources=resources)
    first, again = account.events
    assert again.basis.rule == POINTS_BACK
    assert [(t.kind, t.low, t.high) for t in again.tolls] == [("killed", killed, killed)]
    assert (again.when.edtf, again.places) == (first.when.edtf, first.places) == ("2023-10-29", first.places)
    names = {a.id: a.name for a in account.actors}
    statement = next((s for s in account.statements if s.id == again.statement), None)
    assert [names[a] for a in (statement.source_actors if statement else ())] == by
    assert ("same_event", again.id, first.id) in [(r.kind, r.source, r.target) for r in account.relations]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Sake. The death toll could rise to 20, a doctor warned.",
        "Rebels shelled Sake. The mayor denied that the death toll had reached 40.",
        "Rebels shelled Sake. The death toll from the earthquake rose to 12.",
        "Chad condemned the storm. The death toll rose to 12.",
        "Rebels shelled Sake. The death toll rose.",
    ],
)
def test_no_event_without_an_attack_or_a_figure_given_as_a_fact(text: str, parser: SpacyParser, resources: Resources) -> None:
    account = pipeline.account_of(pipeline.document_from_text(text, published=DAY), parser=parser, resources=resources)
    assert POINTS_BACK not in {e.basis.rule for e in account.events}
