"""Each form, read as it should be."""

from pathlib import Path

from onrecord.documents.document import Document, Unread
from tests.documents import make


def documents(data: bytes, name: str, folder: Path) -> list[Document]:
    found = make.loaded_bytes(data, name, folder)
    assert not [f for f in found if isinstance(f, Unread)]
    return [f for f in found if isinstance(f, Document)]


def test_a_web_page_gives_main_text_title_publisher_and_day(tmp_path: Path) -> None:
    (page,) = documents(make.PAGE.encode(), "a.html", tmp_path)
    assert page.text.startswith("Army crosses river\n\nThe army crossed")
    assert "Menu" not in page.text
    assert (page.publisher, page.title, str(page.published), page.published_from) == (
        "The Daily",
        "Army crosses river",
        "2020-03-04",
        "metadata",
    )


def test_a_page_without_an_article_gives_its_bare_text(tmp_path: Path) -> None:
    (page,) = documents(b"<html><body><div>Two posts<br>were shelled</div><script>no()</script></body></html>", "a.html", tmp_path)
    assert "Two posts" in page.text
    assert "no()" not in page.text


def test_a_pages_declared_charset_counts(tmp_path: Path) -> None:
    source = (
        '<html><head><meta charset="windows-1251"></head><body><p>Москва заявила, что войска ушли из города в пятницу.</p></body></html>'
    )
    (page,) = documents(source.encode("cp1251"), "a.html", tmp_path)
    assert "войска" in page.text
    assert page.language == "ru"


def test_pdf_lines_stand_together_and_gaps_make_paragraphs(tmp_path: Path) -> None:
    lines = ["The army crossed the river on Monday, and", "nobody was hurt.", "", "", "The minister denied it."]
    (pdf,) = documents(make.pdf([lines]), "a.pdf", tmp_path)
    assert pdf.text == "The army crossed the river on Monday, and\nnobody was hurt.\n\nThe minister denied it."


def test_a_pdf_sentence_over_two_pages_is_not_cut_and_running_lines_go(tmp_path: Path) -> None:
    pages = [["Report 7", "The army crossed the", f"river {n}", f"page {n}"] for n in range(4)]
    (pdf,) = documents(make.pdf(pages), "a.pdf", tmp_path)
    assert pdf.text.count("Report 7") == 1
    assert "page 2" not in pdf.text
    assert pdf.metadata["pages"] == "4"


def test_a_word_file_gives_paragraphs_and_table_rows_in_order(tmp_path: Path) -> None:
    import io

    from docx import Document as Word

    file = Word()
    file.add_paragraph("Casualties")
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "killed", "3"
    file.add_paragraph("Nobody else was hurt.")
    out = io.BytesIO()
    file.save(out)
    (word,) = documents(out.getvalue(), "a.docx", tmp_path)
    assert word.text == "Casualties\n\nkilled\t3\n\nNobody else was hurt."


def test_mail_begins_with_its_header_lines_and_members_follow(tmp_path: Path) -> None:
    mail, inner, note = documents(make.MAIL.encode(), "a.eml", tmp_path)
    assert mail.text.startswith(
        "From: Jörg <a@b.example>\nTo: c@d.example\nDate: Tue, 3 Mar 2020 23:30:00 +0100\nSubject: Ceasefire\n\nDear Anna,"
    )
    assert (mail.kind, mail.title, str(mail.published)) == ("email", "Ceasefire", "2020-03-03")
    assert "map.png" in mail.omissions[0].reason
    assert (inner.member, inner.text) == ("message 1", "From: q@r.example\nSubject: inner\n\nInner body")
    assert (note.member, note.text) == ("note.txt", "attached text")


def test_a_mailbox_is_read_message_by_message(tmp_path: Path) -> None:
    box = "From a Tue\n" + make.MAIL + "\nFrom b Tue\nFrom: z@x.example\nSubject: two\n\n>From here on, silence.\n"
    found = documents(box.encode(), "a.mbox", tmp_path)
    assert [d.member for d in found] == ["message 1", "message 1/message 1", "message 1/note.txt", "message 2"]
    assert found[-1].text.endswith("From here on, silence.")


def test_a_mail_without_plain_text_is_read_from_its_html(tmp_path: Path) -> None:
    source = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>One</p><p>Two</p>"
    (mail,) = documents(source.encode(), "a.eml", tmp_path)
    assert mail.text.endswith("One\n\nTwo")


def test_a_letter_with_header_lines_in_a_text_file_is_no_mail(tmp_path: Path) -> None:
    (letter,) = documents(b"From: General Kovacs\nTo: The Mission\nSubject: Incident\n\nDear Colonel,\nWe did not fire.", "a.txt", tmp_path)
    assert letter.media_type == "text/plain"


def test_web_archives_give_pages_and_pass_over_the_rest(tmp_path: Path) -> None:
    records = [
        ("http://x.example/a", "text/html", make.PAGE.encode(), "200 OK"),
        ("http://x.example/i.png", "image/png", b"\x89PNG", "200 OK"),
        ("http://x.example/t", "text/plain; charset=latin-1", "Größe".encode("latin-1"), "200 OK"),
        ("http://x.example/gone", "text/html", b"gone", "404 Not Found"),
    ]
    for gzip in (False, True):
        page, text = documents(make.warc(*records, gzip=gzip), "a.warc", tmp_path)
        assert (page.url, page.publisher) == ("http://x.example/a", "The Daily")
        assert text.text == "Größe"


def test_a_feed_gives_an_entry_each(tmp_path: Path) -> None:
    entry, empty = make.loaded_bytes(make.FEED.encode(), "a.xml", tmp_path)
    assert isinstance(entry, Document)
    assert isinstance(empty, Unread)
    assert entry.text == "Talks begin\n\nTalks began in Oslo."
    assert (entry.publisher, entry.url, str(entry.published)) == ("Agency", "http://a.example/1", "2020-03-03")


def test_json_lines_are_taken_as_they_stand(tmp_path: Path) -> None:
    lines = b'{"id": 7, "text": "a\\r\\nb \\u0000", "published": "2020-03-04", "publisher": "P", "title": "T", "url": "u", "language": "en-GB"}\n'
    (document,) = documents(lines, "a.jsonl", tmp_path)
    assert document.text == "a\r\nb \0"
    assert (document.external_id, document.publisher, document.title, document.url, document.language) == ("7", "P", "T", "u", "en")
    assert (str(document.published), document.published_from) == ("2020-03-04", "given")


def test_a_given_language_wins(tmp_path: Path) -> None:
    text = "The ministry said that two of its posts had been shelled from the hills above the town during the night of Monday."
    given, named = documents(f'{{"text": "{text}", "language": "fr"}}\n{{"text": "{text}"}}\n'.encode(), "a.jsonl", tmp_path)
    assert (given.language, named.language) == ("fr", "en")


def test_a_bad_line_does_not_stop_the_next(tmp_path: Path) -> None:
    lines = b'{"text": "a"}\nnonsense\n\n{"title": "x"}\n{"text": ""}\n[1]\n' + b"[" * 100_000 + b'\n{"text": "b", "published": "soon"}\n'
    found = make.loaded_bytes(lines, "a.jsonl", tmp_path)
    assert [f.text if isinstance(f, Document) else f.member for f in found] == ["a", "line 2", "line 4", "line 5", "line 6", "line 7", "b"]
    assert found[-1].flags[0].kind == "published_not_understood"  # type: ignore[union-attr]
