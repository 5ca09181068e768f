"""Documents: what came in, with its text as read and the parts its layout shows."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from onrecord.basis import Flag, Omission
from onrecord.span import Span

DocumentKind = Literal["news_report", "letter", "email", "statement", "communique", "transcript", "resolution", "report", "other"]
SectionKind = Literal[
    "headline", "byline", "dateline", "header", "subject", "salutation", "body", "signature", "annex",
    "question", "answer", "preamble", "operative", "boilerplate",
]  # fmt: skip
PublishedFrom = Literal["metadata", "given", "text", "none"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document's text, by its form alone. Sections do not overlap and stand in text order."""

    span: Span
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read, never altered after loading: every offset of every later value is a code point index into `text`.

    `id` is "sha256:" and the hash of the text with what identifies its source (external id, URL, publisher, or its place in a container): where its file
    lies is no part of it. `path` is the file's path as it was given, `origin` the whole path; files with the same text and no source of their own are
    told apart by number (`numbered`).
    `raw_sha256` is the hash of the bytes it was read from. `published` is the publication day where metadata or the caller gave one; a day
    that only the text gives is found by `resolution.dates`. `metadata` holds what the container said (e-mail headers, feed fields, PDF
    properties), all as text. `given_kind` is True where the kind came from the container and not from layout.
    """

    id: str
    text: str
    kind: DocumentKind = "other"
    language: str = "en"
    external_id: str | None = None
    path: str | None = None
    member: str | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: date | None = None
    published_from: PublishedFrom = "none"
    media_type: str = "text/plain"
    raw_sha256: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    flags: tuple[Flag, ...] = ()
    omissions: tuple[Omission, ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A document, or part of a container, that could not be opened or decoded: one line of the report, and exit status 1."""

    path: str
    member: str | None
    reason: str
    advice: str = ""


def new_document(
    text: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    external_id: str | None = None,
    url: str | None = None,
    path: str | None = None,
    member: str | None = None,
    language: str = "en",
    media_type: str = "text/plain",
    raw_sha256: str | None = None,
    metadata: Mapping[str, str] | None = None,
) -> Document:
    """A document with its id: the hash of the text with what identifies its source."""
    return Document(
        id=_hashed(text, external_id, url, publisher, *(() if external_id or url else ("", member))),
        text=text,
        language=language,
        external_id=external_id,
        path=path,
        member=member,
        url=url,
        publisher=publisher,
        title=title,
        published=published,
        published_from="given" if published else "none",
        media_type=media_type,
        raw_sha256=raw_sha256,
        metadata=metadata or {},
    )


def numbered(document: Document, number: int) -> Document:
    """One of several files with one text and no source of their own: the first has the id of its content, the second and later ones ids made from it."""
    return document if number == 1 else replace(document, id=_hashed(document.id, "copy", str(number)))


def told_apart(documents: Iterable[Document | Unread]) -> Iterator[Document | Unread]:
    """Documents with ids of their own, where several files hold the same text: by number, in the order they come."""
    files: dict[str, int] = {}
    for document in documents:
        if isinstance(document, Document) and by_content(document):
            files[document.id] = files.get(document.id, 0) + 1
            yield numbered(document, files[document.id])
        else:
            yield document


def by_content(document: Document) -> bool:
    """Whether nothing but its file tells a document from another with the same text: it has no id or address from outside."""
    return document.origin is not None and not document.external_id and not document.url


def _hashed(*parts: str | None) -> str:
    return "sha256:" + hashlib.sha256("\0".join(part or "" for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
