import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.documents.wire_layout import agency_of, dateline_end, is_byline
from tests.documents.test_layout import parts


@pytest.mark.parametrize(
    ("text", "dateline", "agency"),
    [
        ("VESNA, Norland (Reuters) - Two soldiers were killed.", "VESNA, Norland (Reuters) - ", "Reuters"),
        ("LUMO (AP) _ Rebels left.", "LUMO (AP) _ ", "AP"),
        ("LUMO, 4 MAY 97 (AFP) -- [TEXT] REBELS LEFT.", "LUMO, 4 MAY 97 (AFP) -- [TEXT] ", "AFP"),
        ("LUMO (COSTAMAR), NO DATE (RADIO LUMO) -- REBELS LEFT.", "LUMO (COSTAMAR), NO DATE (RADIO LUMO) -- ", "RADIO LUMO"),
        ("Vesna, May 4 (KCNA) -- The ministry denied it.", "Vesna, May 4 (KCNA) -- ", "KCNA"),
        ("VESNA, March 3. /TASS/. Forces left the base.", "VESNA, March 3. /TASS/. ", "TASS"),
        ("Vesna. March 3. Interfax - Forces left.", "Vesna. March 3. Interfax - ", "Interfax"),
        ("Vesna, October 23, AZERTAC", "Vesna, October 23, AZERTAC", "AZERTAC"),
        ("LUMO — The army left.", "LUMO — ", None),
        ("Lumo, 5 January – The army left.", "Lumo, 5 January – ", None),
        ("Lumo – The army left.", "Lumo – ", None),
        ("(CNN) -- The army left.", "(CNN) -- ", "CNN"),
        ("lumo, june 3 (knt): the army left.", "lumo, june 3 (knt): ", "knt"),
        ("st. martin, june 3 - the army left.", "st. martin, june 3 - ", None),
        ("ST. MARTIN, Costamar, Dec. 8 (UPI) — The army left.", "ST. MARTIN, Costamar, Dec. 8 (UPI) — ", "UPI"),
    ],
)
def test_datelines(text: str, dateline: str, agency: str | None) -> None:
    end = dateline_end(text)
    assert end is not None
    assert text[:end] == dateline
    assert agency_of(text) == agency


@pytest.mark.parametrize(
    "text",
    ["The minister – who denied it – left.", "EXCLUSIVE – The army left.", "QUESTION (Reuters): Did you?", "Two killed: ministry", "Anna Velez: we will stay",
     "General Kovacs (left) - archive", "Mr. Brenner – the minister – said so.",
     "the truce of june 3 - the second - held.", "rebels left on june 3: the army came."],
)  # fmt: skip
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_end(text) is None or text.startswith("General")


@pytest.mark.parametrize("line", ["By Jane Doe", "By Trend", "BY JANE DOE AND PETR NOVAK", "By Jane Doe, Associated Press"])
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["By the time troops arrived, it was over", "By Monday the army had left the town.", "By all accounts a massacre"]
)
def test_lines_that_begin_with_by_and_are_no_byline(line: str) -> None:
    assert not is_byline(line)


def test_the_parts_of_an_agency_report() -> None:
    text = (
        "Two killed in border clash, ministry says\nBy Jane Doe and Petr Novak\n\nVESNA, Norland (Reuters) - Two soldiers were killed on Monday.\n\n"
        'Sudland denied it. "We did not fire," a spokesman said.\n\n(Reporting by Jane Doe; Editing by Ann Other)\n\nSign up for our newsletter.\n'
        "© 2020 Reuters. All rights reserved.\n"
    )
    assert [k for k, _ in parts(text)] == ["headline", "byline", "dateline", "body", "byline", "boilerplate"]
    report = lay_out(new_document(text))
    assert (report.kind, report.publisher, report.title) == ("news_report", "Reuters", "Two killed in border clash, ministry says")
    assert report.metadata["publisher_from"] == "dateline-names-agency"


def test_a_dateline_on_lines_of_its_own() -> None:
    assert parts("Ministers meet over the strait\n\nVESNA\n\nThe two ministers met on Tuesday, sources said.")[1] == ("dateline", "VESNA")
    assert parts("Port Lumo, 4 March 1996\n\nThe rebels left the island on Sunday, the governor said.")[0] == (
        "dateline",
        "Port Lumo, 4 March 1996",
    )


def test_a_hard_wrapped_report_in_capitals() -> None:
    text = (
        "   LUMO, 3 JAN 90 (RADIO LUMO) -- [REPORT]\n[JUAN PRADO] [TEXT] REBEL FORCES TODAY SEIZED THE TOWN OF KETERA, A MILITARY\nSOURCE SAID IN THE "
        "CAPITAL THIS MORNING, AND THE ARMY HAS LEFT ITS BARRACKS\nTHERE.\n\n   THE ARMY HAS NOT COMMENTED.\n"
    )
    dateline, body = parts(text)
    assert dateline == ("dateline", "LUMO, 3 JAN 90 (RADIO LUMO) -- [REPORT]\n[JUAN PRADO] [TEXT]")
    assert body[1].startswith("REBEL FORCES")


def test_a_first_sentence_is_no_headline() -> None:
    assert [k for k, _ in parts("The army left the town on Sunday.\n\nNobody was hurt, the mayor said.")] == ["body"]


def test_a_line_that_announces_words_is_cut_off_from_them() -> None:
    first = "The Foreign Secretary spoke of the attack on the convoy in the north of the country this morning:"
    text = f"{first}\nThis was one of the most appalling attacks of the war so far, and those who ordered it must answer for it in a court of law.\n"
    assert parts(text)[0] == ("body", first)


@pytest.mark.parametrize(
    ("byline", "publisher"),
    [
        ("By Trend", "Trend"),
        ("By Jane Doe", None),
        ("By Jane Doe, Norland Press", "Norland Press"),
        ("By Norland News Agency", "Norland News Agency"),
    ],
)
def test_a_byline_names_an_outlet_or_a_person(byline: str, publisher: str | None) -> None:
    assert lay_out(new_document(f"{byline}\n\nTwo soldiers were killed on Monday, the ministry said.")).publisher == publisher
