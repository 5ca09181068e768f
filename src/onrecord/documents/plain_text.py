"""Stored text -> one document."""

from dataclasses import replace

from onrecord.documents.decoding import decode
from onrecord.documents.document import new_document
from onrecord.documents.stored import Opened, Stored, check_length, read_all, sha256
from onrecord.errors import UnreadableDocumentError
from onrecord.settings import Limits

GUESSED = ("cp1252", "latin-1")
"""Encodings that are tried last, and that take any bytes."""
FOREIGN, ENOUGH = 0.3, 20
"""Characters outside ASCII among all above which, where they are enough, a text is in no Western language: in French or Danish one in ten is."""


def read_plain_text(stored: Stored, *, limits: Limits) -> Opened:
    """The document of a text file, in whatever encoding."""
    data = read_all(stored, limits=limits)
    decoded = decode(data, declared=stored.charset)
    if decoded.encoding in GUESSED and not stored.charset and _foreign(decoded.text):
        raise UnreadableDocumentError("It is not UTF-8, and in no Western encoding.", "Save it as UTF-8.")
    document = new_document(
        check_length(decoded.text, limits=limits),
        url=stored.url,
        path=stored.path,
        member=stored.member,
        raw_sha256=sha256(data),
        metadata={**stored.metadata, "encoding": decoded.encoding},
    )
    yield replace(document, flags=decoded.flags)


def _foreign(text: str) -> bool:
    beyond = sum(c > "\x7f" for c in text)
    return beyond >= ENOUGH and beyond > FOREIGN * len(text)
