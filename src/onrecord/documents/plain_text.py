"""Stored text -> one document."""

from dataclasses import replace

from onrecord.documents.decoding import decode
from onrecord.documents.document import new_document
from onrecord.documents.stored import Opened, Stored, check_length, read_all, sha256
from onrecord.settings import Limits


def read_plain_text(stored: Stored, *, limits: Limits) -> Opened:
    """The document of a text file, in whatever encoding."""
    data = read_all(stored, limits=limits)
    decoded = decode(data, declared=stored.charset)
    document = new_document(
        check_length(decoded.text, limits=limits),
        url=stored.url,
        path=stored.path,
        member=stored.member,
        raw_sha256=sha256(data),
        metadata={**stored.metadata, "encoding": decoded.encoding},
    )
    yield replace(document, flags=decoded.flags)
