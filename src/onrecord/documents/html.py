"""Stored web page -> one document: the main text, with title, publisher and day from the page's own metadata."""

import logging
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

from onrecord.documents.decoding import decode, without_surrogates
from onrecord.documents.document import Document, new_document
from onrecord.documents.stored import Opened, Stored, check_length, read_all, sha256
from onrecord.errors import UnreadableDocumentError
from onrecord.settings import Limits

_DECLARED = re.compile(rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "title",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(["script", "style", "template", "noscript", "svg", "math", "object", "iframe", "select"])
_NOT_CLOSED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "dd",
        "dt",
        "embed",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "p",
        "param",
        "source",
        "td",
        "th",
        "tr",
        "track",
        "wbr",
    ]
)
_SPACES = re.compile(r"[^\S\n]+")
_BLANKS = re.compile(r" ?\n(?: ?\n)*")
DEEPEST = 400
"""Tags open at once beyond which a page is taken for broken and only its bare text is read; tree builders slow down or overflow there."""
MAIN_TEXT_LIMIT = 3_000_000
"""Characters of page source above which the main text is not looked for (it costs about a second a million); the bare text is read."""


def read_html(stored: Stored, *, limits: Limits) -> Opened:
    """The document of a web page."""
    data = read_all(stored, limits=limits)
    declared = _DECLARED.search(data[:4096])
    decoded = decode(data, declared=stored.charset or (declared and declared[1].decode("ascii", "replace")))
    source = decoded.text
    bare, deepest = bare_text(source)
    document = None
    if len(source) <= MAIN_TEXT_LIMIT and deepest <= DEEPEST:
        document = _main_text(source, stored, limits)
    if document is None:
        if not bare.strip():
            raise UnreadableDocumentError(
                "The page holds no text.", "It may be filled in by scripts: save it from a browser as text or PDF."
            )
        document = new_document(check_length(bare, limits=limits), url=stored.url, path=stored.path, member=stored.member)
    yield replace(
        document,
        media_type="text/html",
        raw_sha256=sha256(data),
        metadata={**stored.metadata, **document.metadata, "encoding": decoded.encoding},
        flags=tuple(f for f in decoded.flags if f.kind == "mended_encoding" and f.span.end <= len(document.text)),
    )


def _main_text(source: str, stored: Stored, limits: Limits) -> Document | None:
    """What trafilatura takes for the main text, with a blank line between paragraphs and the title in front."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    found: Any = trafilatura.bare_extraction(
        source,
        url=stored.url,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or not (found.text or "").strip():
        return None
    body = without_surrogates(_BLANKS.sub("\n\n", found.text.replace("\0", " ").strip()))
    title = without_surrogates(found.title).strip() if found.title else None
    if title and title.casefold() not in body[: len(title) + 400].casefold():
        body = f"{title}\n\n{body}"
    published = _day(found.date)
    document = new_document(
        check_length(body, limits=limits),
        published=published,
        publisher=found.sitename or None,
        title=title,
        url=stored.url or found.url or None,
        path=stored.path,
        member=stored.member,
        metadata={k: str(v) for k, v in (("author", found.author), ("description", found.description), ("hostname", found.hostname)) if v},
    )
    return replace(document, published_from="metadata" if published else "none")


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


class _Bare(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0
        self.depth = 0
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag not in _NOT_CLOSED
        self.deepest = max(self.deepest, self.depth)
        self.unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.depth = max(0, self.depth - (tag not in _NOT_CLOSED))
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data.replace("\n", " "))


def bare_text(source: str) -> tuple[str, int]:
    """All text of a page or fragment with a blank line between blocks, and how deep its tags nest."""
    parser = _Bare()
    try:
        parser.feed(source)
        parser.close()
    except AssertionError:  # html.parser's answer to some broken declarations: what came before stands
        pass
    text = _BLANKS.sub("\n\n", _SPACES.sub(" ", "".join(parser.parts))).strip()
    return without_surrogates(text.replace("\0", " ")), parser.deepest
