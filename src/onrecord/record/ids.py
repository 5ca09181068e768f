"""Ids: hashes of content, with a short form that people can read out and type."""

import hashlib

from onrecord.span import Span

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o, u, so nothing is misread."""
LENGTH = 20
SHORT = 7


def content_id(prefix: str, *parts: str) -> str:
    """A letter and 20 characters (100 bits) of the parts' SHA-256."""
    number = int.from_bytes(hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest(), "big")
    return prefix + "".join(_LETTERS[(number >> (5 * n)) & 31] for n in range(LENGTH))


def claim_id(document: str, span: Span, nth: int) -> str:
    """The id of a document's nth claim on one trigger: the same for every reading of it, whatever the claim's values are."""
    return content_id("c", document, str(span.start), str(span.end), str(nth))


def event_id(first: str) -> str:
    """The id of the event that is named after a claim."""
    return "e" + first[1:]


def actor_id(key: str) -> str:
    """The id of the actor of a key."""
    return content_id("a", key)


def document_short(document: str) -> str:
    """A document's id to show and type: "d" and the first eight digits of its hash."""
    return "d" + document.removeprefix("sha256:")[:8]


def short(ident: str) -> str:
    """A claim's or event's id to show and type."""
    return ident[: SHORT + 1]
