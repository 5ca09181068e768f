"""Documents that carry the same text, or nearly: one account with many carriers, counted once."""

from collections.abc import Callable

from onrecord.record.linking import NewDocument
from onrecord.record.signature import bands, likeness, runs_of

ALIKE = 0.6
"""The share of five-word runs in common from which one text is a copy of another: measured on the words themselves."""
WORTH_A_LOOK = 0.4
"""The estimated share from which the words themselves are compared."""


def band_keys(document: NewDocument) -> list[bytes]:
    """The keys under which a document looks for others that carry its text."""
    pieces = bands(document.signature) if document.signature else []
    return [bytes.fromhex(document.text_sha256)[:16], *(bytes([n]) + piece for n, piece in enumerate(pieces))]


def originals(document: NewDocument, earlier: list[NewDocument], text_of: Callable[[str], str]) -> dict[str, float]:
    """Which earlier documents carry what this one does, and how much of it (0..1)."""
    found: dict[str, float] = {}
    for other in earlier:
        if other.text_sha256 == document.text_sha256:
            found[other.id] = 1.0
        elif document.signature and other.signature and likeness(document.signature, other.signature) >= WORTH_A_LOOK:
            a, b = runs_of(text_of(document.id)), runs_of(text_of(other.id))
            share = len(a & b) / max(1, len(a | b))
            if share >= ALIKE:
                found[other.id] = round(share, 3)
    return found
