"""Stored mail -> documents: a message with its header lines in front, then what is attached to it; a mailbox message by message."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from onrecord.basis import Omission
from onrecord.documents.decoding import decode, without_surrogates
from onrecord.documents.document import Document, Unread, new_document
from onrecord.documents.html import bare_text
from onrecord.documents.stored import Opened, OpenMember, Stored, check_length, in_memory, read_all, sha256, too_large
from onrecord.errors import UnreadableDocumentError
from onrecord.settings import Limits
from onrecord.span import Span

HEADERS = ("From", "To", "Cc", "Date", "Subject")
"""Header lines that begin the document's text, so that every cell can point at them."""
MOST_PARTS = 5_000
"""Boundaries in one message above which it is refused: the parser's time grows with the square of their nesting."""
_READABLE = re.compile(r"\.(txt|text|md|html?|pdf|docx|eml|mbox|jsonl|ndjson|rss|atom|xml|warc|warc\.gz)$", re.I)
_READABLE_TYPES = re.compile(
    r"text/|message/|application/(pdf|xml|rss|atom|xhtml|vnd\.openxmlformats-officedocument\.wordprocessingml)", re.I
)
_SPACE = re.compile(r"\s+")


def read_email(stored: Stored, *, limits: Limits, open_member: OpenMember) -> Opened:
    """The message, then its attachments of readable kinds and the messages inside it. Raises LimitError above `depth`."""
    if stored.depth > limits.depth:
        raise too_large(f"mail inside mail, {stored.depth} levels deep", "depth", limits)
    data = read_all(stored, limits=limits)
    if data.count(b"\n--") > limits.members or data.lower().count(b"boundary=") > MOST_PARTS:
        raise UnreadableDocumentError("The message has too many parts.", "It may be hostile; take it apart by hand.")
    message = message_from_bytes(data, policy=policy.compat32)
    bodies, attached, left_out = _parts(message)
    document = _document(message, bodies, stored, limits)
    if document is not None:
        omissions = tuple(Omission(Span(0, 0), "documents", f"attachment not read: {name}") for name in left_out)
        yield replace(document, kind="email", raw_sha256=sha256(data), omissions=omissions)
    elif not attached:
        raise UnreadableDocumentError("The message holds no text.", "Check that it is a mail message.")
    for number, part in enumerate(attached, 1):
        yield from _open(part, number, stored, open_member)


def read_mailbox(stored: Stored, *, limits: Limits, open_member: OpenMember) -> Opened:
    """The messages of an mbox file one at a time."""
    with stored.open() as stream:
        for number, data in enumerate(_messages(stream, limits.bytes_on_disk), 1):
            name = f"message {number}"
            if number > limits.members:
                error = too_large(f"more than {limits.members:,} messages", "members", limits)
                yield Unread(stored.path, stored.member, error.message, error.advice)
                return
            if data is None:
                error = too_large(f"more than {limits.bytes_on_disk:,} bytes", "bytes_on_disk", limits)
                yield Unread(stored.path, stored.inside(name), error.message, error.advice)
                continue
            yield from open_member(in_memory(data, around=stored, member=name, media_type="message/rfc822"))


def _messages(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """The messages between "From " lines that follow a blank line; None for one of more than `most` bytes."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    while line := stream.readline(1 << 20):
        if blank and line.startswith(b"From "):
            if begun:
                yield b"".join(lines) if size <= most else None
            lines, size, begun = [], 0, True
        else:
            size += len(line)
            if size <= most:
                lines.append(line[1:] if line.startswith(b">From ") else line)
            else:
                lines.clear()
        blank = not line.strip()
    if begun:
        yield b"".join(lines) if size <= most else None


def _parts(message: Message) -> tuple[list[Message], list[Message], list[str]]:
    """The parts that make the body, those that become members, and the names of those left out."""
    bodies: list[Message] = []
    attached: list[Message] = []
    left_out: list[str] = []
    stack: list[Message] = [message]
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        if part is not message and kind == "message/rfc822":
            attached.append(part)
        elif part.is_multipart() and kind.startswith("multipart/"):
            inner = [p for p in part.get_payload() if isinstance(p, Message)]
            if kind == "multipart/alternative":
                plain = [p for p in inner if p.get_content_type() == "text/plain"]
                inner = plain[:1] or inner[-1:]
            stack.extend(reversed(inner))
        elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment" and not _file_name(part):
            bodies.append(part)
        elif _READABLE.search(_file_name(part)) or (_READABLE_TYPES.match(kind) and kind != "text/calendar"):
            attached.append(part)
        else:
            left_out.append(f"{_file_name(part) or 'unnamed'} ({kind})")
    return bodies, attached, left_out


def _document(message: Message, bodies: list[Message], stored: Stored, limits: Limits) -> Document | None:
    headers = {name: text for name in HEADERS if (text := _header(message, name))}
    texts = [text for part in bodies if (text := _body(part).strip())]
    if not texts and not headers:
        return None
    head = "\n".join(f"{name}: {text}" for name, text in headers.items())
    published = _day(message)
    document = new_document(
        check_length("\n\n".join(part for part in (head, *texts) if part), limits=limits),
        published=published,
        title=headers.get("Subject"),
        url=stored.url,
        path=stored.path,
        member=stored.member,
        media_type="message/rfc822",
        metadata={k.lower(): v for k in (*HEADERS, "Message-ID", "In-Reply-To", "References", "Reply-To") if (v := _header(message, k))},
    )
    return replace(document, published_from="metadata" if published else "none")


def _body(part: Message) -> str:
    decoded = decode(_payload(part), declared=part.get_content_charset()).text
    return bare_text(decoded)[0] if part.get_content_type() == "text/html" else decoded


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _open(part: Message, number: int, stored: Stored, open_member: OpenMember) -> Opened:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        data = first.as_bytes() if isinstance(first, Message) else _payload(part)
        yield from open_member(in_memory(data, around=stored, member=f"message {number}", media_type="message/rfc822"))
        return
    name = _file_name(part) or f"part {number}"
    kind, charset = part.get_content_type(), part.get_content_charset()
    yield from open_member(in_memory(_payload(part), around=stored, member=name, name=name, media_type=kind, charset=charset))


def _file_name(part: Message) -> str:
    try:
        return without_surrogates(part.get_filename() or "").replace("/", "_").strip()
    except (ValueError, LookupError, TypeError):  # the library trips over some broken parameters
        return ""


def _header(message: Message, name: str) -> str:
    """A header as text in one line, its encoded words decoded as far as they can be."""
    values = message.get_all(name, [])
    texts = []
    for value in values[:50]:
        try:
            text = str(make_header(decode_header(value)))
        except (ValueError, LookupError, UnicodeError, IndexError, AssertionError, TypeError):
            text = str(value)
        texts.append(_SPACE.sub(" ", without_surrogates(text).replace("\0", " ")).strip())
    return ", ".join(t for t in texts if t)


def _day(message: Message) -> date | None:
    """The day of the Date header, in the sender's own time zone."""
    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
