"""JSON Lines -> documents, one a line; the text is taken as it stands, so that offsets index into it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, BinaryIO

from onrecord.basis import Flag
from onrecord.documents.decoding import mis_decoded, without_surrogates
from onrecord.documents.document import Document, Unread, new_document
from onrecord.documents.language import language_code
from onrecord.documents.stored import Opened, Stored, check_length, sha256, too_large
from onrecord.errors import UnreadableDocumentError
from onrecord.settings import Limits
from onrecord.span import Span

ADVICE = 'Write one JSON object a line, with at least {"text": "..."}.'


def read_json_lines(stored: Stored, *, limits: Limits) -> Opened:
    """The documents of a JSON Lines file, in order; a bad line is an Unread and the rest is read."""
    count = 0
    with stored.open() as stream:
        for number, line in _lines(stream, limits.bytes_on_disk):
            if line is not None and not line.strip():
                continue
            member, count = stored.inside(f"line {number}"), count + 1
            if count > limits.members:
                error = too_large(f"more than {limits.members:,} documents", "members", limits)
                yield Unread(stored.path, member, error.message, error.advice)
                return
            try:
                if line is None:
                    raise too_large(f"more than {limits.bytes_on_disk:,} bytes", "bytes_on_disk", limits)
                yield _document(line, stored, member, limits)
            except UnreadableDocumentError as error:
                yield Unread(stored.path, member, error.message, error.advice)
    if not count:
        raise UnreadableDocumentError("It holds no documents.", ADVICE)


def _lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; None stands for a line of more than `most` bytes, which is skipped without being kept."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) <= most:
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
        yield number, None


def _document(line: bytes, stored: Stored, member: str, limits: Limits) -> Document:
    fields = _fields(line)
    text = fields.get("text")
    if not isinstance(text, str):
        raise UnreadableDocumentError('It has no "text".', ADVICE)
    text = check_length(without_surrogates(text), limits=limits)
    published, flags = _day(fields.get("published"))
    document = new_document(
        text,
        published=published,
        publisher=_words(fields.get("publisher")),
        title=_words(fields.get("title")),
        external_id=_words(fields.get("id")),
        url=_words(fields.get("url")),
        path=stored.path,
        member=member,
        language=language_code(_words(fields.get("language")) or ""),
        media_type="application/jsonl",
        raw_sha256=sha256(line),
        metadata={"language": "given"} if _words(fields.get("language")) else {},
    )
    return replace(document, flags=(*flags, *mis_decoded(text)))


def _where(error: Exception) -> str:
    return f" from character {error.pos + 1} of the line on" if isinstance(error, json.JSONDecodeError) else ""


def _fields(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableDocumentError("It is not UTF-8.", "Save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableDocumentError(f"It is not JSON{_where(error)}.", ADVICE) from error
    if not isinstance(found, dict):
        raise UnreadableDocumentError("It is JSON but no object.", ADVICE)
    return found


def _words(value: Any) -> str | None:
    """A field as text: None for null, empty and what is no plain value."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return without_surrogates(str(value)).strip() or None


def _day(value: Any) -> tuple[date | None, tuple[Flag, ...]]:
    if value is None or value == "":
        return None, ()
    try:
        return date.fromisoformat(str(value)[:10]), ()
    except ValueError:
        return None, (Flag("published_not_understood", Span(0, 0), f"published is {str(value)[:40]!r}, not YYYY-MM-DD"),)
