"""Stored bytes: one file, or one member of a container, before anything is known of its form."""

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from onrecord.documents.document import Document, Unread
from onrecord.errors import LimitError, UnreadableDocumentError
from onrecord.settings import Limits

HEAD = 8192
"""Bytes looked at to tell the form."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that can be opened (again and again), with what their surroundings say of them.

    `name` is the file name where there is one; `media_type` and `charset` are what a container declares; `depth` counts the containers around it.
    """

    path: str
    open: Callable[[], BinaryIO]
    size: int
    name: str = ""
    member: str | None = None
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    depth: int = 0
    metadata: Mapping[str, str] = field(default_factory=dict)

    def inside(self, member: str) -> str:
        """The full name of a member of this container."""
        return f"{self.member}/{member}" if self.member else member


Opened = Iterator[Document | Unread]
OpenMember = Callable[[Stored], Opened]


def in_memory(data: bytes, *, around: Stored, member: str, **known: str | None) -> Stored:
    """Bytes that a container holds as a stored member, one level deeper."""
    return Stored(
        path=around.path,
        open=lambda: io.BytesIO(data),
        size=len(data),
        name=known.get("name") or "",
        member=around.inside(member),
        url=known.get("url"),
        media_type=known.get("media_type"),
        charset=known.get("charset"),
        depth=around.depth + 1,
    )


def read_head(stored: Stored) -> bytes:
    """The first bytes, enough to tell the form."""
    with stored.open() as stream:
        return stream.read(HEAD)


def read_all(stored: Stored, *, limits: Limits) -> bytes:
    """All bytes of a document. Raises LimitError above `bytes_on_disk`."""
    if stored.size > limits.bytes_on_disk:
        raise too_large(f"{stored.size:,} bytes", "bytes_on_disk", limits)
    with stored.open() as stream:
        data = stream.read(limits.bytes_on_disk + 1)
    if len(data) > limits.bytes_on_disk:
        raise too_large(f"more than {limits.bytes_on_disk:,} bytes", "bytes_on_disk", limits)
    return data


def check_length(text: str, *, limits: Limits) -> str:
    """The text, where it is not longer than a document may be and holds more than space. Raises LimitError, UnreadableDocumentError."""
    if len(text) > limits.characters:
        raise too_large(f"{len(text):,} characters", "characters", limits)
    if not text.strip():
        raise UnreadableDocumentError("It holds no text.", "Check that the right file was given.")
    return text


def too_large(found: str, setting: str, limits: Limits) -> LimitError:
    """The error for something over a limit, naming the setting, its value and its stated default."""
    allowed, default = getattr(limits, setting), getattr(Limits(), setting)
    return LimitError(
        f"It has {found}; the limit `{setting}` is {allowed:,} (default {default:,}).",
        f"Split it, or raise the limit `{setting}`.",
    )


def sha256(data: bytes) -> str:
    """The hash kept as `raw_sha256`."""
    return hashlib.sha256(data).hexdigest()
