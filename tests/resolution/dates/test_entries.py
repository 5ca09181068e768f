"""Chronologies: what an entry tells happened on the day that heads it, unless its words say otherwise."""

import pytest

from onrecord import pipeline
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources

CHRONOLOGY = """Events in Lomar

27 March 2021: Soldiers opened fire on protesters in Lomar. Three people were killed.

2 July 2021: Rebels shelled the port. They had abducted two engineers in May.

- 5 July 2021 – The army said that the mill was razed by bandits.

The inquiry heard 61 witnesses. The archive was bombed.
"""


def days(text: str, parser: SpacyParser, resources: Resources) -> dict[str, str | None]:
    account = pipeline.account_of(pipeline.document_from_text(text), parser=parser, resources=resources)
    return {e.span.of(text).split()[0]: e.when.edtf for e in account.events}


@pytest.mark.parser
def test_entries_date_what_they_tell(parser: SpacyParser, resources: Resources) -> None:
    found = days(CHRONOLOGY, parser, resources)
    assert (found["opened"], found["killed"]) == ("2021-03-27", "2021-03-27")
    assert (found["abducted"], found["bombed"]) == ("2021-05", None)
    assert (found["shelled"], found["razed"]) == ("2021-07-02", None)


@pytest.mark.parser
def test_one_date_in_front_makes_no_chronology(parser: SpacyParser, resources: Resources) -> None:
    found = days("Lomar\n\n27 March 2021: Soldiers came. Three people were killed.\n\nRebels shelled the port.\n", parser, resources)
    assert found["killed"] is None
