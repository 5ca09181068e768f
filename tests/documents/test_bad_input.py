"""Any bytes at all are read or refused with a clear error; nothing escapes, and one bad member never stops the rest."""

import errno
import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.documents.document import Document, Unread
from onrecord.documents.layout import lay_out
from onrecord.documents.load import open_stored
from onrecord.documents.stored import Stored
from onrecord.settings import Limits
from tests.documents import make

GOOD = {
    "a.txt": "“Hello”, said the man in Gəncə.".encode(),
    "a.html": make.PAGE.encode(),
    "a.xml": make.FEED.encode(),
    "a.eml": make.MAIL.encode(),
    "a.mbox": b"From x\n" + make.MAIL.encode(),
    "a.jsonl": b'{"text": "a"}\n{"text": "b"}\n',
    "a.pdf": make.pdf([["hello", "there"]]),
    "a.docx": make.docx("hello", "there"),
    "a.warc": make.warc(("http://x.example", "text/plain", b"hello", "200 OK")),
    "a.warc.gz": make.warc(("http://x.example", "text/plain", b"hello", "200 OK"), gzip=True),
}
ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def hold(found: list[Document | Unread]) -> None:
    for one in found:
        if isinstance(one, Document):
            one.text.encode("utf-8")
            assert one.text.strip()
            assert lay_out(one).text == one.text
        else:
            assert one.reason.endswith((".", ")"))
            assert one.advice


def only(data: bytes, name: str, folder: Path, limits: Limits | None = None) -> Unread:
    (found,) = make.loaded_bytes(data, name, folder, limits=limits)
    assert isinstance(found, Unread)
    return found


@ANY
@given(data=st.binary(max_size=300), name=st.sampled_from(sorted(GOOD)))
def test_any_bytes_under_any_name(data: bytes, name: str, tmp_path: Path) -> None:
    hold(make.loaded_bytes(data, name, tmp_path))


@ANY
@given(name=st.sampled_from(sorted(GOOD)), at=st.floats(0, 1), junk=st.binary(max_size=20), gone=st.integers(0, 80))
def test_any_damage_to_any_form(name: str, at: float, junk: bytes, gone: int, tmp_path: Path) -> None:
    data = GOOD[name]
    cut = int(at * len(data))
    hold(make.loaded_bytes(data[:cut] + junk + data[cut + gone :], name, tmp_path))


@ANY
@given(name=st.sampled_from(sorted(GOOD)), at=st.floats(0, 1))
def test_any_form_cut_short(name: str, at: float, tmp_path: Path) -> None:
    hold(make.loaded_bytes(GOOD[name][: int(at * len(GOOD[name]))], name, tmp_path))


@pytest.mark.parametrize("name", sorted(GOOD))
def test_empty(name: str, tmp_path: Path) -> None:
    assert only(b"", name, tmp_path).reason == "It is empty."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"text\0with NUL", "NUL"),
        (bytes(range(256)) * 4, "NUL"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old Office file"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (gzip.compress(b"plain text"), "gzip"),
        (b" \n\t \n", "empty"),
        (b"<html><script>x()</script></html>", "no text"),
        (b"%PDF-1.4 and nothing more", "damaged"),
        (b"PK\x03\x04", "damaged"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, words: str, tmp_path: Path) -> None:
    assert words in only(data, "a.txt", tmp_path).reason


def test_a_text_of_fifty_million_characters_is_refused(tmp_path: Path) -> None:
    assert "`characters`" in only(b"word " * 10_000_000, "a.txt", tmp_path).reason


def test_a_file_over_the_bytes_allowed_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"text")
        file.truncate(200 * 1024 * 1024)
    (found,) = make.loaded(path)
    assert isinstance(found, Unread)
    assert "`bytes_on_disk`" in found.reason


def test_a_pdf_of_five_thousand_pages_is_refused_by_its_count(tmp_path: Path) -> None:
    assert "5,000 pages; the limit `pages` is 2,000" in only(make.pdf([["x"]] * 5_000), "a.pdf", tmp_path).reason


def test_a_pdf_without_text_says_so(tmp_path: Path) -> None:
    assert "scanned" in only(make.pdf([[]]), "a.pdf", tmp_path).reason


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"<a/>")
        with made.open("word/media/x", "w", force_zip64=True) as part:
            for _ in range(110):
                part.write(bytes(1024 * 1024))
    assert "unpacked" in only(out.getvalue(), "a.docx", tmp_path).reason
    assert "zip bomb" in only(make.docx_with(b"<a>" + b" " * 50_000_000 + b"</a>"), "a.docx", tmp_path).reason


DIRECTORY = b"PK\x01\x02"
"""What an entry of a zip archive's directory begins with; 6 bytes on stands the version needed, 46 bytes on the name."""


def with_byte(data: bytes, at: int, value: int) -> bytes:
    return data[:at] + bytes([value]) + data[at + 1 :]


def test_a_damaged_zip_directory_says_so(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/häuser.xml", b"<a/>")  # a letter outside ASCII: the name is marked as UTF-8
    good = out.getvalue()
    entry = good.index(DIRECTORY)
    assert only(good, "a.docx", tmp_path).reason == "It is a zip archive, not a Word file."
    name_cut = with_byte(good, entry + 46 + len("word/h"), 0xFF)
    assert only(name_cut, "a.docx", tmp_path).reason == "It is a damaged zip archive or Word file."


def test_a_zip_archive_of_a_version_not_known_here_says_which(tmp_path: Path) -> None:
    good = make.docx_with(b"<a/>")
    found = only(with_byte(good, good.index(DIRECTORY) + 6, 99), "a.docx", tmp_path)
    assert found.reason == "It is a zip archive or Word file that cannot be unpacked here (zip file version 9.9)."
    assert "Unpack it with another tool" in found.advice


class Failing(io.BytesIO):
    """A file on a disk that fails once it has been read so often, however often it is opened."""

    def __init__(self, data: bytes, left: list[None]) -> None:
        super().__init__(data)
        self.left = left

    def read(self, size: int | None = -1, /) -> bytes:
        if not self.left:
            raise OSError(errno.EIO, "Input/output error")
        self.left.pop()
        return super().read(size)


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_failing_disk_is_not_called_damage(name: str) -> None:
    def found(reads: int) -> list[Document | Unread]:
        left = [None] * reads
        stored = Stored(path=name, open=lambda: Failing(GOOD[name], left), size=len(GOOD[name]), name=name)
        return list(open_stored(stored, limits=Limits()))

    whole = found(1_000)
    enough = next(reads for reads in range(1_000) if found(reads) == whole)
    assert enough > (2 if name == "a.docx" else 0)  # its head, the end of the zip archive, and the archive's directory
    for reads in range(enough):
        last = found(reads)[-1]
        assert isinstance(last, Unread)
        assert last.reason == f"Reading it failed: {os.strerror(errno.EIO)}."


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    inner = ["&a;" * 10, *(f"&a{i};" * 10 for i in range(8))]
    declared = "".join(f'<!ENTITY a{i} "{value}">' for i, value in enumerate(inner))
    entities = f'<!DOCTYPE r [<!ENTITY a "lol">{declared}]>'
    assert "entities" in only(f"<?xml version='1.0'?>{entities}<rss><channel>&a8;</channel></rss>".encode(), "a.xml", tmp_path).reason
    assert "entities" in only(make.docx_with(f"<?xml version='1.0'?>{entities}<r>&a8;</r>".encode()), "a.docx", tmp_path).reason
    hold(make.loaded_bytes(f"<?xml version='1.0'?>{entities}<html><body>&a8;</body></html>".encode(), "a.html", tmp_path))


def test_mail_inside_mail_stops_at_the_depth(tmp_path: Path) -> None:
    mail = "From: a@b.example\nSubject: innermost\n\nText\n"
    for level in range(12):
        head = f"From: a@b.example\nSubject: level {level}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b{level}\n\n"
        mail = (
            f"{head}--b{level}\nContent-Type: text/plain\n\nSee below.\n--b{level}\nContent-Type: message/rfc822\n\n{mail}\n--b{level}--\n"
        )
    found = make.loaded_bytes(mail.encode(), "a.eml", tmp_path)
    assert [type(f) for f in found] == [Document] * 9 + [Unread]
    assert "`depth`" in found[-1].reason  # type: ignore[union-attr]


def test_mail_nested_without_end_is_refused(tmp_path: Path) -> None:
    level = "Content-Type: multipart/mixed; boundary=x{0}\n\n--x{0}\n"
    hold(make.loaded_bytes(("From: a@b.example\n" + "".join(level.format(i) for i in range(20_000))).encode(), "a.eml", tmp_path))


def test_a_gzip_bomb_in_a_web_archive_is_bounded(tmp_path: Path) -> None:
    size = 3_000_000
    head = f"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nWARC-Target-URI: http://x.example\r\nContent-Length: {size}\r\n\r\n"
    bomb = gzip.compress(head.encode() + bytes(size) + b"\r\n\r\n")
    good = make.warc(("http://y.example", "text/plain", b"still read", "200 OK"), gzip=True)
    found = make.loaded_bytes(bomb + good, "a.warc.gz", tmp_path, limits=Limits(bytes_on_disk=1_000_000))
    assert [f.text if isinstance(f, Document) else "`bytes_on_disk`" in f.reason for f in found] == [True, "still read"]
    (given_up,) = make.loaded_bytes(bomb + good, "a.warc.gz", tmp_path, limits=Limits(bytes_on_disk=100_000))[1:]
    assert isinstance(given_up, Unread)
    assert "never ends" in given_up.reason


@pytest.mark.parametrize("name", ["a.jsonl", "a.mbox", "a.xml", "a.warc"])
def test_members_are_limited(name: str, tmp_path: Path) -> None:
    entry = "<item><title>Talks begin</title></item>"
    data = {
        "a.jsonl": b'{"text": "a"}\n' * 4,
        "a.mbox": b"From x\nFrom: a@b.example\n\nText\n\n" * 4,
        "a.xml": f"<rss version='2.0'><channel><title>A</title>{entry * 4}</channel></rss>".encode(),
        "a.warc": make.warc(*[("http://x.example", "text/plain", b"hello", "200 OK")] * 4),
    }[name]
    found = make.loaded_bytes(data, name, tmp_path, limits=Limits(members=2))
    assert [type(f) for f in found] == [Document, Document, Unread]
    assert "`members`" in found[-1].reason  # type: ignore[union-attr]


def test_a_line_over_the_bytes_allowed_is_passed_over(tmp_path: Path) -> None:
    data = b'{"text": "' + b"x" * 5000 + b'"}\n{"text": "short"}\n'
    long, short = make.loaded_bytes(data, "a.jsonl", tmp_path, limits=Limits(bytes_on_disk=1000))
    assert isinstance(long, Unread)
    assert isinstance(short, Document)


def test_a_page_of_ever_deeper_tags_is_read(tmp_path: Path) -> None:
    hold(make.loaded_bytes(b"<html><body>" + b"<div>" * 100_000 + b"deep down" + b"</div>" * 100_000, "a.html", tmp_path))


def test_right_to_left_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = "قال الناطق باسم الجيش إن قواته انسحبت من المدينة."
    (found,) = make.loaded_bytes(text.encode(), "a.txt", tmp_path)
    assert isinstance(found, Document)
    assert (found.text, found.language) == (text, "ar")


def test_lone_surrogates_go(tmp_path: Path) -> None:
    (found,) = make.loaded_bytes(b'{"text": "a\\ud800b"}\n', "a.jsonl", tmp_path)
    assert isinstance(found, Document)
    assert found.text == "a\ufffdb"
