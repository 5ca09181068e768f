import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.documents.letter_layout import DATE_LINE, SALUTATION, is_header
from tests.documents.test_layout import parts

UN_LETTER = """United Nations
S/1997/312

Security Council
Distr.: General
18 April 1997

Original: English

Letter dated 17 April 1997 from the Permanent Representative of Norland to the United Nations addressed to the President of the Security Council

On instructions from my Government, I have the honour to draw your attention to the shelling of Ostby on 15 April 1997.

I should be grateful if you would have the present letter and its annex circulated as a document of the Security Council.

(Signed) Karin Holm
Ambassador
Permanent Representative

Annex to the letter dated 17 April 1997 from the Permanent Representative of Norland addressed to the President of the Security Council

1. On 12 April, two shells landed near Ostby.
"""


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in parts(text)]


def test_a_salutation_may_follow_a_date_on_its_line() -> None:
    text = "date 1999-05-03 Dear Mr. Chairman,\n\nYour troops fired on us.\n\nSincerely,\n\nAnna Velez\n\nPresident of Costamar\n\nLumo, 3 May 1999"
    assert parts(text) == [
        ("header", "date 1999-05-03"),
        ("salutation", "Dear Mr. Chairman,"),
        ("body", "Your troops fired on us."),
        ("signature", "Sincerely,\n\nAnna Velez\n\nPresident of Costamar\n\nLumo, 3 May 1999"),
    ]


def test_a_salutation_may_stand_before_the_first_sentence() -> None:
    assert parts("Excellency, I have the honour to refer to your letter of 3 May, which we reject.")[0] == ("salutation", "Excellency,")


def test_a_letter_to_the_council() -> None:
    assert kinds(UN_LETTER) == ["header", "headline", "body", "signature", "annex"]
    letter = lay_out(new_document(UN_LETTER))
    assert (letter.kind, letter.publisher) == ("letter", "United Nations")
    assert letter.title is not None
    assert letter.title.startswith("Letter dated 17 April 1997")


def test_a_note_verbale_has_its_addressee_below_the_date() -> None:
    text = (
        "EMBASSY OF THE REPUBLIC OF NORLAND\n\nNo. 114/09\n\nThe Embassy of the Republic of Norland presents its compliments to the Ministry of "
        "Foreign Affairs of Sudland and has the honour to protest against the violation of its airspace.\n\nThe Embassy of the Republic of Norland "
        "avails itself of this opportunity to renew to the Ministry the assurances of its highest consideration.\n\nSudborg, 5 March 2009\n\n"
        "Ministry of Foreign Affairs\nSudborg\n"
    )
    assert kinds(text) == ["header", "body", "signature", "header"]
    assert lay_out(new_document(text)).kind == "letter"


def test_a_closing_formula_belongs_to_the_signature() -> None:
    text = "Excellency,\n\nWe reject it.\n\nPlease accept, Excellency, the assurances of my highest consideration.\n\nTomas Brenner\nMinister\n"
    assert parts(text)[-1] == ("signature", text[text.index("Please") :].strip())


def test_fields_subject_and_distribution_list() -> None:
    text = (
        "From: General A. Kovacs\nTo: The Head of Mission\nSubject: Incident of 4 June\n\nDear Colonel Diaz,\nThis did not happen.\nWe ask for an "
        "inquiry.\nYours faithfully,\nA. Kovacs\nCommander, Second Corps\ncc: Joint Commission\n"
    )
    assert kinds(text) == ["header", "subject", "salutation", "body", "signature", "header"]


def test_a_bare_name_is_a_salutation_only_in_a_signed_text() -> None:
    body = "We have not been paid since March, and our men are hungry and tired."
    assert "salutation" in kinds(f"2 May 2001\n\nColonel Haddad,\n\n{body}\n\nRespectfully,\n\nThe officers")
    assert "salutation" not in kinds(f"2 May 2001\n\nColonel Haddad,\n\n{body}\n\n{body}")


def test_a_report_that_gives_a_letter_stays_a_report() -> None:
    text = (
        "LUMO (Costa Press) - Officers wrote to the president on Monday. The text follows.\n\nDear Mr. President,\n\nWe have not been paid.\n\n"
        "Respectfully yours,\n\nThe officers of the Third Brigade\n"
    )
    assert lay_out(new_document(text)).kind == "news_report"
    assert kinds(text) == ["dateline", "body", "salutation", "body", "signature"]


def test_a_postscript_is_no_signature() -> None:
    text = "Dear Ann,\n\nThey fired again last night.\n\nYours,\n\nTomas\n\nP.S. Nobody was hurt."
    assert parts(text)[-1] == ("body", "P.S. Nobody was hurt.")


def test_forwarded_mail_has_headers_of_its_own() -> None:
    text = "From: a@b.example\nDate: 3 May 2011\nSubject: Fwd\n\nSee below.\n\n-----Original Message-----\nFrom: c@d.example\nSent: 2 May\nSubject: guns\n\nSilent."
    assert kinds(text) == ["header", "subject", "body", "header", "subject", "body"]
    assert lay_out(new_document(text)).kind == "email"


def test_a_quoted_greeting_in_a_report_is_no_salutation() -> None:
    assert kinds("“Dear friends,” the mayor said, “they shelled us all night.”") == ["body"]


@pytest.mark.parametrize(
    "line",
    [
        "3 May 1999",
        "Lumo, 3 May 1999",
        "May 3rd, 1999",
        "1999-05-03",
        "Geneva, 03.05.1999",
        "Monday, May 3, 1999",
        "8-May-2006",
        "New York, the 3rd of May, 1999",
    ],
)
def test_date_lines(line: str) -> None:
    assert DATE_LINE.match(line)


@pytest.mark.parametrize("line", ["On 3 May 1999 they fired", "Summary of activity - 12 March", "3 soldiers", "May we come in"])
def test_lines_with_a_date_that_are_no_date_lines(line: str) -> None:
    assert not DATE_LINE.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "Dear Sir,",
        "Dear Mr. Secretary-General:",
        "Your Excellency,",
        "Excellency,",
        "Mr. President,",
        "To whom it may concern:",
        "Ladies and gentlemen,",
    ],
)
def test_salutations(line: str) -> None:
    assert SALUTATION.match(line)


@pytest.mark.parametrize(
    "line", ["Dear life has become in the camp. We left.", "The president, a dear friend,", "Excellent news came on Monday,"]
)
def test_lines_that_greet_nobody(line: str) -> None:
    assert not SALUTATION.match(line)


@pytest.mark.parametrize(
    "line", ["S/2003/114", "A/57/730-S/2003/114", "Ref: 12/44", "Ministry of Defence of Norland", "Tel: 555 01 01", "press@norland.example"]
)
def test_header_lines(line: str) -> None:
    assert is_header(line)


@pytest.mark.parametrize("line", ["The ministry denied the shelling.", "Two killed in Lumo", "Government rejects the report"])
def test_lines_that_are_no_header(line: str) -> None:
    assert not is_header(line)
