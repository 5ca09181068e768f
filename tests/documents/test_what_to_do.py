"""What a new user gives that is no document: each is refused with what to do."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from onrecord.documents.document import Document, Unread
from tests.documents import make


def refused(data: bytes, name: str, folder: Path) -> str:
    (found,) = make.loaded_bytes(data, name, folder)
    assert isinstance(found, Unread)
    return f"{found.reason} {found.advice}"


def packed(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("inside", "name", "words"),
    [
        ("in/one.txt", "bag.zip", "It is a zip archive. Unpack it and give the folder."),
        ("in/one.txt", "letter.docx", "It is a zip archive, not a Word file. Save it anew as DOCX or PDF."),
        ("ppt/slide1.xml", "talk.pptx", "It is a presentation. Save it as PDF."),
        ("mimetype", "note.odt", "It is an OpenDocument file or an e-book. Save it as DOCX, PDF or text."),
    ],
)
def test_what_is_packed_says_what_it_is(inside: str, name: str, words: str, tmp_path: Path) -> None:
    assert refused(packed(inside), name, tmp_path) == words


@pytest.mark.parametrize("name", ["list.json", "data.txt"])
@pytest.mark.parametrize(
    "text",
    ['[{"text": "Gunmen killed three."}]', "[]", json.dumps({"text": "Gunmen killed three."}, indent=2), '{"articles": [{"body": "x"}]}'],
)
def test_json_that_is_not_one_document_a_line_is_no_text(text: str, name: str, tmp_path: Path) -> None:
    assert refused(text.encode(), name, tmp_path).startswith("It is JSON, but has no document on each line. Write one JSON object a line")


def test_brackets_alone_are_no_json(tmp_path: Path) -> None:
    for text in ("[Translated from French] Gunmen killed three.", '["No comment," he said.]', "{sic} Gunmen killed three."):
        (found,) = make.loaded_bytes(text.encode(), "a.txt", tmp_path)
        assert isinstance(found, Document)


@pytest.mark.parametrize(("data", "name"), [(b"id,text\n1,Gunmen killed three.\n", "a.csv"), (packed("xl/workbook.xml"), "a.xlsx")])
def test_a_table_is_to_be_written_as_json_lines(data: bytes, name: str, tmp_path: Path) -> None:
    assert "JSON Lines" in refused(data, name, tmp_path)


@pytest.mark.parametrize("encoding", ["shift_jis", "cp1251", "euc_kr", "cp1256"])
def test_an_encoding_that_is_not_known_is_not_guessed(encoding: str, tmp_path: Path) -> None:
    text = {
        "shift_jis": "日本の外相は声明を発表した。",
        "cp1251": "Министр сделал заявление.",
        "euc_kr": "장관은 성명을 발표했다.",
        "cp1256": "قال الوزير إن",
    }
    assert (
        refused((text[encoding] * 5).encode(encoding), "a.txt", tmp_path)
        == "It is not UTF-8, and in no Western encoding. Save it as UTF-8."
    )


def test_a_western_encoding_is_read(tmp_path: Path) -> None:
    text = "Les évêques ont été arrêtés à Libreville, où l'armée était déployée, a déclaré le général Ngoua. " * 3
    (found,) = make.loaded_bytes(text.encode("cp1252"), "a.txt", tmp_path)
    assert isinstance(found, Document)
    assert found.text == text


def test_a_bad_line_says_where_it_breaks(tmp_path: Path) -> None:
    found = make.loaded_bytes(b'{"text": "One."}\n{"text": "Two."\n', "a.jsonl", tmp_path)
    assert isinstance(found[1], Unread)
    assert found[1].reason == "It is not JSON from character 17 of the line on."
