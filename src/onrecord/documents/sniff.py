"""First bytes and name -> form: what the content shows first, what the name says second."""

import io
import json
import re
import zlib
from typing import Literal

from onrecord.documents.decoding import decode
from onrecord.documents.docx import is_docx, open_zip
from onrecord.documents.json_lines import ADVICE
from onrecord.documents.stored import Stored, read_head
from onrecord.errors import UnreadableDocumentError

Form = Literal["text", "html", "pdf", "docx", "email", "mailbox", "json_lines", "warc", "feed"]

_BY_NAME: tuple[tuple[str, Form], ...] = (
    (".html", "html"), (".htm", "html"), (".xhtml", "html"), (".eml", "email"), (".mbox", "mailbox"), (".jsonl", "json_lines"),
    (".ndjson", "json_lines"), (".rss", "feed"), (".atom", "feed"), (".pdf", "pdf"), (".docx", "docx"), (".warc", "warc"), (".warc.gz", "warc"),
)  # fmt: skip
TABLE = 'Write its texts as JSON Lines, one {"text": "..."} a line; "published" and "publisher" may stand beside it.'
_KNOWN_BINARY: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .msg)", "Save it as DOCX, PDF or .eml."),
    (b"{\\rtf", "an RTF file", "Save it as DOCX or PDF."),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it and give the folder."),
    (b"Rar!\x1a\x07", "a RAR archive", "Unpack it and give the folder."),
    (b"BZh", "a bzip2 file", "Unpack it first."),
    (b"\xfd7zXZ\x00", "an xz file", "Unpack it first."),
    (b"\x89PNG\r\n", "a picture", "Run it through text recognition (OCR) first."),
    (b"\xff\xd8\xff", "a picture", "Run it through text recognition (OCR) first."),
    (b"GIF8", "a picture", "Run it through text recognition (OCR) first."),
    (b"SQLite format 3\x00", "an SQLite database", "Give documents; a record is opened with --record."),
)
_ZIPPED = (
    ("xl/", "a spreadsheet", TABLE),
    ("ppt/", "a presentation", "Save it as PDF."),
    ("mimetype", "an OpenDocument file or an e-book", "Save it as DOCX, PDF or text."),
)
"""What a zip archive that holds such a part is, and what to do."""
_JSON = re.compile(r'\{\s*"|\[\s*(?:\{\s*"|\])')
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
_FEED = re.compile(r"<(rss|feed|rdf:RDF|atom:feed)[\s>]", re.I)
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:( |\t|\r?\n|[^/\s])")
_MAIL_ONLY = re.compile(
    r"^(Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type|X-[A-Za-z-]+|DKIM-Signature):", re.I | re.M
)
_MAIL = re.compile(r"^(From|To|Date|Subject):", re.I | re.M)


def form_of(stored: Stored) -> Form:
    """The form of stored bytes. Raises UnreadableDocumentError for what is empty or known to be no document."""
    head = read_head(stored)
    if not head.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        if stored.size <= len(head):
            raise UnreadableDocumentError("It is empty.", "Check that it was saved or fetched in full.")
        return "text"
    if found := _by_magic(head, stored):
        return found
    if stored.media_type == "message/rfc822":
        return "email"
    try:
        text = decode(head, declared=stored.charset).text
    except UnreadableDocumentError:
        # the first bytes are no text: say so, whatever the name promises
        return "text"
    return _by_text(text, stored)


def _by_magic(head: bytes, stored: Stored) -> Form | None:
    for magic, what, advice in _KNOWN_BINARY:
        if head.startswith(magic):
            raise UnreadableDocumentError(f"It is {what}.", advice)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip_form(stored)
    if head.startswith(b"\x1f\x8b"):
        unpacked = zlib.decompressobj(31)
        try:
            start = unpacked.decompress(head, 64)
        except zlib.error as error:
            raise UnreadableDocumentError("It is a damaged gzip file.", "Fetch it again.") from error
        if start.startswith(b"WARC/"):
            return "warc"
        raise UnreadableDocumentError("It is a gzip file, but no web archive.", "Unpack it first.")
    return "warc" if re.match(rb"WARC/\d", head) else None


def _zip_form(stored: Stored) -> Form:
    with stored.open() as stream:
        names = open_zip(stream if stream.seekable() else io.BytesIO(stream.read())).namelist()
    if is_docx(names):
        return "docx"
    for inside, what, advice in _ZIPPED:
        if any(n.startswith(inside) for n in names):
            raise UnreadableDocumentError(f"It is {what}.", advice)
    called = stored.name.lower().endswith(".docx")
    raise UnreadableDocumentError(
        "It is a zip archive, not a Word file." if called else "It is a zip archive.",
        "Save it anew as DOCX or PDF." if called else "Unpack it and give the folder.",
    )


def _by_text(text: str, stored: Stored) -> Form:
    name = stored.name.lower()
    named = next((form for ending, form in reversed(_BY_NAME) if name.endswith(ending)), None)
    start = text.lstrip()
    if start.startswith("From ") and _HEADER.match(start.partition("\n")[2].lstrip(">")):
        return "mailbox"
    if start.startswith("<"):
        if _FEED.search(text[:4096]) and not _HTML.match(start):
            return "feed"
        if _HTML.search(text) or start.startswith(("<?xml", "<!DOCTYPE", "<!doctype")) or named == "html":
            return "html"
    if start.startswith("{") and (named == "json_lines" or _has_text(start)):
        return "json_lines"
    if _JSON.match(start) and named is None:
        raise UnreadableDocumentError("It is JSON, but has no document on each line.", ADVICE)
    if name.endswith((".csv", ".tsv")):
        raise UnreadableDocumentError("It is a table.", TABLE)
    if _HEADER.match(start):
        block = start.partition("\n\n")[0]
        if len(_MAIL.findall(block)) >= 2 and (named == "email" or _MAIL_ONLY.search(block)):
            return "email"
    if stored.media_type in ("text/html", "application/xhtml+xml") or named == "html":
        return "html"
    return named if named in ("email", "json_lines") else "feed" if named == "feed" and start.startswith("<") else "text"


def _has_text(start: str) -> bool:
    """Whether the first line is a JSON object with a text (only begun, where the line is longer than the head)."""
    line, ended, _ = start.partition("\n")
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return not ended and '"text"' in line
    return isinstance(found, dict) and "text" in found
