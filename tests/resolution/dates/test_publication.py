"""The day a text gives for itself."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.documents.document import Section, new_document
from onrecord.reading.reading import Reading
from onrecord.reading.timexes import detect
from onrecord.resolution.dates.publication import find_publication
from onrecord.resolution.resolution import Publication
from onrecord.resources.resources import Resources
from onrecord.span import Span

KNOWN = Resources()


def found(text: str, **given: object) -> Publication:
    return find_publication(Reading(new_document(text, **given), timexes=detect(text, resources=KNOWN)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        (" date 2019-03-04 Dear Mr. Minister,\n\nI write to you.", "2019-03-04", "line-that-is-a-day"),
        ("Ridge falls to army\n\nTuesday, March 5, 2019\n\nThe army took the ridge.", "2019-03-05", "line-that-is-a-day"),
        ("Dakar, 3 May 1998\n\nTo the President\n\nI thank you.", "1998-05-03", "line-that-is-a-day"),
        ("Monitoring Mission\nDaily Report 12/2021 issued on 16 January 2021\n\nThe patrol saw fires.", "2021-01-16", "line-that-is-a-day"),
        ("The envoy left, Agency X reports on Oct.3.\n\nFighting went on into October 2011.", "2011-10-03", "agency-reports-on-the-day"),
        ("The envoy left, Agency X reports on Jan. 5.\n\nFighting went on into December 2011.", "2012-01-05", "agency-reports-on-the-day"),
    ],
)
def test_the_texts_own_day(text: str, day: str, rule: str) -> None:
    publication = found(text)
    assert publication.timespan.edtf == day
    assert publication.timespan.earliest == date.fromisoformat(day)
    assert (publication.known_from, publication.basis.rule) == ("text", rule)


def test_a_report_says_as_of_which_day_it_tells() -> None:
    assert found("Upper Darsu: situation report\nAs of 9 February 2024\n\nFighting went on.").timespan.edtf == "2024-02-09"
    assert found("Upper Darsu: situation report No. 7 (as of 9 February 2024)\n\nFighting went on.").timespan.edtf == "2024-02-09"
    assert not found(
        "Fighting went on.\n\nAs of 9 February 2024, some 300 families had left the valley for the towns of the coast."
    ).timespan.known


def test_a_year_told_of_in_passing_is_not_the_year_of_writing() -> None:
    text = "Lome, 3 November\n\nRebels took the town on Wednesday. The generals seized power in February 2021."
    assert found(text).timespan.edtf == "XXXX-11-03"
    assert found("Lome, 3 November\n\nRebels took the town. The truce of 30 October 2019 is over.").timespan.edtf == "2019-11-03"


def test_a_closing_place_and_day() -> None:
    text = "Excellency,\n\n" + "We protest. " * 200 + "\n\nSincerely,\n\nA. B.\n\nDakar, 3 May 1998"
    assert found(text).timespan.earliest == date(1998, 5, 3)


def test_what_is_given_stands_first() -> None:
    publication = found("Dakar, 3 May 1998\n\nWe protest.", published=date(2000, 1, 1))
    assert (publication.timespan.earliest, publication.known_from) == (date(2000, 1, 1), "given")


def test_a_dateline_section() -> None:
    text = "DAKAR, 3 May (Agency) - The army left on 1 May 1998."
    document = replace(new_document(text), sections=(Section(Span(0, 23), "dateline"), Section(Span(23, len(text)), "body")))
    publication = find_publication(Reading(document, timexes=detect(text, resources=KNOWN)))
    assert (publication.timespan.edtf, publication.basis.rule) == ("1998-05-03", "day-in-the-dateline")


@pytest.mark.parametrize("text", ["The army left on 3 May 1998 after a siege.", "It fell on 30 February 1998.", "No day here."])
def test_a_text_that_gives_no_day_for_itself(text: str) -> None:
    assert found(text).timespan.earliest is None


def test_a_day_without_any_year_stays_so() -> None:
    publication = found("Dakar, 3 May\n\nThe army left.")
    assert (publication.timespan.earliest, publication.timespan.edtf) == (None, "XXXX-05-03")


def test_a_statement_that_is_told_of_dates_no_text() -> None:
    assert not found("The Statement issued on 16 January 2021\n\nwas denied.").timespan.known
    assert not found("Rebels denied it in a Statement issued on 16 January 2021 in Lomar.\n\nThe army left.").timespan.known
