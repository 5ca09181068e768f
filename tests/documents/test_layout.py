import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.document import Document, new_document
from onrecord.documents.layout import lay_out

PIECES = st.sampled_from(
    [
        "Dear Sir,",
        "\n",
        "\n\n",
        "Q: ",
        "A: ",
        "1. ",
        "The Council,",
        " Recalling ",
        "BAKU (X) - ",
        "By Ann",
        "Sincerely,",
        "Annex",
        "12 May 2001",
        "“",
        "word ",
        ".",
        "---",
        "From: x",
        "WHO SAYS: ",
    ]
)


def parts(text: str) -> list[tuple[str, str]]:
    document = lay_out(new_document(text))
    return [(s.kind, s.span.of(text)) for s in document.sections]


def check(document: Document) -> None:
    last, outside = 0, ""
    for section in document.sections:
        assert last <= section.span.start < section.span.end
        outside += document.text[last : section.span.start]
        last = section.span.end
    assert not (outside + document.text[last:]).strip()


@given(st.text(max_size=400))
def test_sections_stand_in_order_and_hold_every_word_of_any_text(text: str) -> None:
    check(lay_out(new_document(text)))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_sections_stand_in_order_and_hold_every_word_of_texts_full_of_forms(text: str) -> None:
    check(lay_out(new_document(text)))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_laying_out_twice_changes_nothing(text: str) -> None:
    once = lay_out(new_document(text))
    assert lay_out(once) == once


def test_a_text_of_nothing_has_no_sections() -> None:
    assert lay_out(new_document("")).sections == ()


def test_what_nothing_marks_is_body() -> None:
    assert parts("Two soldiers were killed at the border on Sunday.") == [("body", "Two soldiers were killed at the border on Sunday.")]


def test_metadata_comes_before_form() -> None:
    text = "By Kavkaz\n\nTwo soldiers were killed at the border on Sunday, the ministry said."
    document = lay_out(new_document(text, publisher="The Daily", title="Two killed"))
    assert (document.publisher, document.title) == ("The Daily", "Two killed")
    assert lay_out(new_document(text)).publisher == "Kavkaz"


def test_a_long_text_without_breaks_is_laid_out_in_passing() -> None:
    text = "Dear " * 400_000 + "\n" + "BAKU, " * 200_000
    check(lay_out(new_document(text)))
    assert re.search("BAKU", text)
