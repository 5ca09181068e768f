"""Paths -> documents, one at a time; what cannot be read is an Unread."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from onrecord.documents.document import Document, Unread
from onrecord.documents.docx import read_docx
from onrecord.documents.email import read_email, read_mailbox
from onrecord.documents.feed import read_feed
from onrecord.documents.html import read_html
from onrecord.documents.json_lines import read_json_lines
from onrecord.documents.language import name_language
from onrecord.documents.pdf import read_pdf
from onrecord.documents.plain_text import read_plain_text
from onrecord.documents.sniff import Form, form_of
from onrecord.documents.stored import Opened, Stored, too_large
from onrecord.documents.warc import read_warc
from onrecord.errors import OnrecordError
from onrecord.settings import Limits

_NAMES: dict[Form, str] = {
    "text": "text", "html": "a web page", "pdf": "PDF", "docx": "a Word file", "email": "a mail message", "mailbox": "a mailbox",
    "json_lines": "JSON Lines", "warc": "a web archive", "feed": "a feed",
}  # fmt: skip
_CONTAINERS = frozenset({"email", "mailbox", "json_lines", "warc", "feed"})


def load(paths: Iterable[str | os.PathLike[str]], *, limits: Limits) -> Iterator[Document | Unread]:
    """The documents of files and of folders (all below them, by name, hidden ones left out), each file once; no error escapes.

    Containers are read a member at a time, so memory is bounded by the largest document.
    """
    seen: set[str] = set()
    for given in paths:
        for found in _files(Path(given)):
            if isinstance(found, Unread):
                yield found
                continue
            real = os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                whole = _shown(Path(real))
                yield from (replace(d, origin=whole) if isinstance(d, Document) else d for d in _open_file(found, limits))


def _files(path: Path) -> Iterator[Path | Unread]:
    """A file itself, or a folder's files in the order of their names; links to folders are not followed, so there is no way round in circles."""
    try:
        if not path.is_dir():
            yield path
            return
        entries = sorted(path.iterdir(), key=lambda p: p.name)
    except (OSError, ValueError) as error:
        yield _closed(path, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and entry.is_symlink():
            continue
        yield from _files(entry)


def _open_file(path: Path, limits: Limits) -> Opened:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield Unread(str(path), None, "It is no ordinary file.", "Give files or folders.")
            return
        with path.open("rb"):
            pass
    except (OSError, ValueError) as error:
        yield _closed(path, error)
        return
    yield from open_stored(Stored(path=_shown(path), open=lambda: path.open("rb"), size=status.st_size, name=path.name), limits=limits)


def open_stored(stored: Stored, *, limits: Limits) -> Opened:
    """The documents of stored bytes, in the form their content shows. Whatever goes wrong is an Unread."""
    form: Form | None = None
    try:
        form = form_of(stored)
        if form in _CONTAINERS and stored.depth > limits.depth:
            raise too_large(f"{stored.depth} containers around it", "depth", limits)
        for found in _read(form, stored, limits):
            yield _with_language(found) if isinstance(found, Document) else found
    except OnrecordError as error:
        yield Unread(stored.path, stored.member, error.message, error.advice)
    except Exception as error:  # any bytes at all may come; the libraries below raise what they like on broken ones
        yield _failed(stored, form, error)


def _read(form: Form, stored: Stored, limits: Limits) -> Opened:
    open_member = partial(open_stored, limits=limits)
    match form:
        case "html":
            return read_html(stored, limits=limits)
        case "pdf":
            return read_pdf(stored, limits=limits)
        case "docx":
            return read_docx(stored, limits=limits)
        case "email":
            return read_email(stored, limits=limits, open_member=open_member)
        case "mailbox":
            return read_mailbox(stored, limits=limits, open_member=open_member)
        case "json_lines":
            return read_json_lines(stored, limits=limits)
        case "warc":
            return read_warc(stored, limits=limits, open_member=open_member)
        case "feed":
            return read_feed(stored, limits=limits)
        case _:
            return read_plain_text(stored, limits=limits)


def _failed(stored: Stored, form: Form | None, error: Exception) -> Unread:
    if isinstance(error, OSError) and error.errno:  # the system's number: the disk or the network failed, whatever the bytes are
        return Unread(
            stored.path, stored.member, f"Reading it failed: {os.strerror(error.errno)}.", "Check where it is stored, and read it again."
        )
    what = _NAMES[form] if form else "a document"
    return Unread(
        stored.path, stored.member, f"It cannot be read as {what} ({type(error).__name__}).", "It may be damaged: fetch it again."
    )


def _with_language(document: Document) -> Document:
    """The document with its language named, unless the input gave it."""
    if document.metadata.get("language") == "given":
        return document
    return replace(document, language=name_language(document.text))


def _shown(path: Path) -> str:
    """A path that can be written as UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _closed(path: Path, error: Exception) -> Unread:
    if isinstance(error, FileNotFoundError):
        return Unread(_shown(path), None, "There is no such file or folder.", "Check the path.")
    if isinstance(error, PermissionError):
        return Unread(_shown(path), None, "It may not be opened.", "Ask for permission to read it.")
    return Unread(_shown(path), None, f"It cannot be opened ({type(error).__name__}).", "Check the path.")
