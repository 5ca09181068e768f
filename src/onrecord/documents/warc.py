"""Web archive -> the documents of its pages, one record at a time."""

import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

from onrecord.documents.document import Unread
from onrecord.documents.stored import Opened, OpenMember, Stored, in_memory, too_large
from onrecord.errors import UnreadableDocumentError
from onrecord.settings import Limits

_PAGES = re.compile(
    r"text/(html|plain|xml|markdown)|application/(xhtml|pdf|xml|rss|atom|vnd\.openxmlformats|msword|json)|message/rfc822|^$", re.I
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
BOMB = 10
"""Times `bytes_on_disk` that one record may unpack to before the archive is given up; below, it is skipped and the next record read."""


def read_warc(stored: Stored, *, limits: Limits, open_member: OpenMember) -> Opened:
    """The pages of a WARC or WARC.gz file: responses with status 200, resources and conversions of readable kinds."""
    from warcio.archiveiterator import ArchiveIterator

    count = 0
    with stored.open() as stream:
        for record in _records(ArchiveIterator(stream)):
            url = record.rec_headers.get_header("WARC-Target-URI")
            if record.rec_type not in ("response", "resource", "conversion") or not _is_page(record):
                if not _skip(record, limits):
                    raise UnreadableDocumentError("A record of the archive never ends.", "It may be hostile; take it apart by hand.")
                continue
            count += 1
            member = stored.inside(f"record {count}")
            if count > limits.members:
                error = too_large(f"more than {limits.members:,} pages", "members", limits)
                yield Unread(stored.path, stored.member, error.message, error.advice)
                return
            data = record.content_stream().read(limits.bytes_on_disk + 1)
            if len(data) > limits.bytes_on_disk:
                error = too_large(f"more than {limits.bytes_on_disk:,} bytes", "bytes_on_disk", limits)
                yield Unread(stored.path, member, error.message, error.advice)
                if not _skip(record, limits):
                    raise UnreadableDocumentError("A record of the archive never ends.", "It may be hostile; take it apart by hand.")
                continue
            kind = _content_type(record)
            charset = _CHARSET.search(kind)
            yield from open_member(
                in_memory(
                    data,
                    around=stored,
                    member=f"record {count}",
                    name=(url or "").rsplit("/", 1)[-1],
                    url=url,
                    media_type=kind.split(";")[0].strip(),
                    charset=charset[1] if charset else None,
                )
            )
    if not count:
        raise UnreadableDocumentError("The archive holds no pages.", "It may hold only images, scripts or redirects, or be cut short.")


def _records(archive: Iterator[Any]) -> Iterator[Any]:
    """The records of an archive. What the library would print of broken ones is kept off the terminal; a damaged rest is an error."""
    from warcio.exceptions import ArchiveLoadFailed

    while True:
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                record = next(archive)
        except StopIteration:
            return
        except (ArchiveLoadFailed, AttributeError, ValueError, EOFError, zlib.error) as error:
            raise UnreadableDocumentError("The archive is damaged or cut short from here on.", "Fetch it again.") from error
        yield record


def _content_type(record: Any) -> str:
    headers = getattr(record, "http_headers", None) or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _is_page(record: Any) -> bool:
    http = getattr(record, "http_headers", None)
    if http is not None and http.get_statuscode() != "200":
        return False
    return bool(_PAGES.search(_content_type(record).strip()))


def _skip(record: Any, limits: Limits) -> bool:
    """Runs to a record's end without keeping it; False where it goes on beyond all reason."""
    left, stream = BOMB * limits.bytes_on_disk, record.raw_stream
    while left > 0:
        chunk = stream.read(1 << 20)
        if not chunk:
            return True
        left -= len(chunk)
    return False
