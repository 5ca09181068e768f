"""Settings: plain values with stated defaults, handed down as arguments."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an input may be before it is refused with a clear error."""

    characters: int = 10_000_000
    """Characters of one document's text."""
    bytes_on_disk: int = 100 * 1024 * 1024
    """Bytes of one document as stored."""
    pages: int = 2_000
    """Pages of one PDF."""
    members: int = 100_000
    """Documents inside one container (mailbox, web archive, feed, JSON Lines file)."""
    depth: int = 8
    """Levels of mail inside mail."""
