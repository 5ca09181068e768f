import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out

BODY = "The two sides condemned the attack of 2 July on the convoy and will meet again in the autumn to speak of the border."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            f"JOINT COMMUNIQUÉ\n\nThe Presidents of Norland and Sudland met in Geneva on 7 July 2010.\n\n{BODY}\n\nGeneva, 7 July 2010\n",
            "communique",
        ),
        (
            "Statement by the Ministry of Foreign Affairs of Norland on the events in the valley\n\nWe condemn the shelling of Ostby on 3 May.\n",
            "statement",
        ),
        (
            "Readout of the President's call with Prime Minister Velez\n\nThe President spoke today with Prime Minister Velez about Lumo.\n",
            "statement",
        ),
        ("The Foreign Secretary said:\n\nI condemn the attack on the convoy. We will not forget it.\n", "statement"),
        ("Two soldiers were killed on Monday, the ministry said. Officials in Sudland told reporters they had not fired.\n", "news_report"),
        ("LUMO (AP) - The army left.", "news_report"),
        (f"Statement by the Spokesperson of the Norland Commission on Lumo\n\nOstby, 2 June 2014: {BODY}", "statement"),
        (f"Statement by rebels draws anger in Lumo\n\nOSTBY, 2 June 2014 (AP) - {BODY}", "news_report"),
        ("The valley is forty miles long and has three towns.", "other"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert lay_out(new_document(text)).kind == kind


@pytest.mark.parametrize(
    ("text", "publisher", "rule"),
    [
        ("Statement by the Ministry of Foreign Affairs of Norland on the shelling\n\nWe condemn it in the strongest terms.", "Ministry of Foreign Affairs of Norland", "headline-names-issuer"),
        (f"Statement by the Spokesperson of the Norland Commission on Lumo\n\nOstby, 2 June 2014: {BODY}", "Norland Commission", "headline-names-issuer"),
        ("PRESS RELEASE\nMinistry of Defence of Norland\n12 August 2011\n\nForces left Lumo on Sunday, and nobody was hurt.", "Ministry of Defence of Norland", "letterhead-names-issuer"),
        ("Forces left Lumo on Sunday and nobody was hurt.\n\n© 2020 Norland Times. All rights reserved.", "Norland Times", "copyright-line-names-publisher"),
        ("Forces left Lumo on Sunday and nobody was hurt, Norpress reports.", "Norpress", "first-paragraph-ends-outlet-reports"),
    ],
)  # fmt: skip
def test_publishers(text: str, publisher: str, rule: str) -> None:
    document = lay_out(new_document(text))
    assert (document.publisher, document.metadata["publisher_from"]) == (publisher, rule)


@pytest.mark.parametrize(
    "text",
    ["From the capital, Anna Velez reports.", "Two were killed, the Norpress reports.", "To the Ministry of Defence\n\n3 May 1999\n\nDear Sir,\n\nWe did not fire.\n\nYours,\n\nA. Kovacs"],
)  # fmt: skip
def test_whom_a_text_names_without_being_published_by_them(text: str) -> None:
    assert lay_out(new_document(text)).publisher is None
