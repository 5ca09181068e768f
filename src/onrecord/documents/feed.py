"""Feed (RSS, Atom) -> documents, one an entry."""

import re
import warnings
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.documents.decoding import without_surrogates
from onrecord.documents.document import Document, Unread, new_document
from onrecord.documents.html import bare_text
from onrecord.documents.stored import Opened, Stored, check_length, read_all, sha256, too_large
from onrecord.errors import UnreadableDocumentError
from onrecord.settings import Limits

_ENTITY = re.compile(rb"<!ENTITY", re.I)


def read_feed(stored: Stored, *, limits: Limits) -> Opened:
    """The entries of a feed. Raises UnreadableDocumentError where it declares entities (an XML bomb) or holds no entry."""
    import feedparser

    data = read_all(stored, limits=limits)
    if _ENTITY.search(data) or b"E\0N\0T\0I\0T\0Y" in data.upper():
        raise UnreadableDocumentError("The feed declares XML entities of its own, which is how XML bombs work.", "Take them out.")
    with warnings.catch_warnings():  # the library warns of its own old habits
        warnings.simplefilter("ignore")
        found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    publisher = _plain(found.feed.get("title"))
    if not found.entries:
        raise UnreadableDocumentError("The feed holds no entries.", "It may be empty, cut short, or another kind of XML.")
    for number, entry in enumerate(found.entries, 1):
        member = stored.inside(f"entry {number}")
        if number > limits.members:
            error = too_large(f"{len(found.entries):,} entries", "members", limits)
            yield Unread(stored.path, stored.member, error.message, error.advice)
            return
        try:
            yield replace(_document(entry, publisher, stored, member, limits), raw_sha256=sha256(data))
        except UnreadableDocumentError as error:
            yield Unread(stored.path, member, error.message, error.advice)


def _document(entry: Any, publisher: str | None, stored: Stored, member: str, limits: Limits) -> Document:
    """An entry's longest text, with its title in front."""
    title = _plain(entry.get("title"))
    texts = [str(c.get("value") or "") for c in entry.get("content", [])] + [str(entry.get("summary") or "")]
    body = bare_text(max(texts, key=len))[0]
    text = body if title is None or body.startswith(title) else f"{title}\n\n{body}"
    published = _day(entry.get("published_parsed") or entry.get("updated_parsed"))
    document = new_document(
        check_length(text.strip(), limits=limits),
        published=published,
        publisher=_plain((entry.get("source") or {}).get("title")) or publisher,
        title=title,
        url=_plain(entry.get("link")),
        path=stored.path,
        member=member,
        media_type="application/feed+xml",
        metadata={k: v for k, v in (("author", _plain(entry.get("author"))), ("entry_id", _plain(entry.get("id")))) if v},
    )
    return replace(document, published_from="metadata" if published else "none")


def _plain(value: Any) -> str | None:
    """A field as one line of text without markup."""
    text = " ".join(bare_text(str(value))[0].split()) if value else ""
    return without_surrogates(text) or None


def _day(parsed: Any) -> date | None:
    try:
        return date(*parsed[:3]) if parsed else None
    except (ValueError, TypeError, OverflowError):
        return None
