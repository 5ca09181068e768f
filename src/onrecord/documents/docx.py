"""Stored Word file -> one document: its paragraphs and tables in order, each paragraph followed by a blank line."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.documents.decoding import without_surrogates
from onrecord.documents.document import new_document
from onrecord.documents.stored import Opened, Stored, check_length, read_all, sha256, too_large
from onrecord.errors import UnreadableDocumentError
from onrecord.settings import Limits

RATIO = 200
"""Unpacked over packed size above which a part is taken for a bomb; Word's own XML packs to a tenth, rarely to a fiftieth."""
SMALL = 1_000_000
"""Unpacked bytes below which no ratio is asked."""
DEEPEST = 4
"""Tables inside tables that are read."""


def read_docx(stored: Stored, *, limits: Limits) -> Opened:
    """The document of a DOCX file. Raises UnreadableDocumentError for a damaged or hostile one, LimitError above `bytes_on_disk` unpacked."""
    import docx

    data = read_all(stored, limits=limits)
    _check_archive(data, limits)
    file = docx.Document(io.BytesIO(data))
    properties = file.core_properties
    named = {k: getattr(properties, k) for k in ("title", "author", "subject", "created", "modified", "category", "comments")}
    heads = [p.text for section in file.sections[:1] for p in section.header.paragraphs]
    text = "\n\n".join(part for part in map(_clean, (*heads, *_parts(file, 0))) if part)
    yield new_document(
        check_length(text, limits=limits),
        url=stored.url,
        path=stored.path,
        member=stored.member,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        raw_sha256=sha256(data),
        metadata={**stored.metadata, **{f"docx_{k}": without_surrogates(str(v)) for k, v in named.items() if v}},
    )


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """The zip archive in a stream that can be sought in. Raises UnreadableDocumentError where its directory is damaged or of a version of the format that is not
    known here, OSError where the disk fails."""
    try:
        return zipfile.ZipFile(stream)
    except NotImplementedError as error:
        raise UnreadableDocumentError(
            f"It is a zip archive or Word file that cannot be unpacked here ({error}).",
            "Unpack it with another tool and give the folder, or fetch it again.",
        ) from error
    except (zipfile.BadZipFile, ValueError) as error:  # a ValueError where a member's name cannot be decoded
        if isinstance(error.__context__, OSError):  # the disk failed, which zipfile calls no zip file
            raise error.__context__ from None
        raise UnreadableDocumentError("It is a damaged zip archive or Word file.", "Fetch it again.") from error


def is_docx(names: list[str]) -> bool:
    """Whether a zip archive with these members is a Word file."""
    return "word/document.xml" in names or ("[Content_Types].xml" in names and any(n.startswith("word/") for n in names))


def _check_archive(data: bytes, limits: Limits) -> None:
    """Refuses what would unpack to more than a document may have, packs suspiciously well, or declares entities of its own."""
    archive = open_zip(io.BytesIO(data))
    parts = archive.infolist()
    if not is_docx([p.filename for p in parts]):
        raise UnreadableDocumentError("It is a zip archive, but no Word file.", "Unpack it and give the folder.")
    unpacked = sum(p.file_size for p in parts)
    if unpacked > limits.bytes_on_disk:
        raise too_large(f"{unpacked:,} bytes once unpacked", "bytes_on_disk", limits)
    for part in parts:
        if part.flag_bits & 1:
            raise UnreadableDocumentError("The Word file is locked with a password.", "Save it without one.")
        if part.file_size > SMALL and part.file_size > RATIO * max(1, part.compress_size):
            raise UnreadableDocumentError(f"Its part {part.filename} unpacks to {part.file_size:,} bytes: a zip bomb.", "Do not open it.")
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as stream:
                head = stream.read(4096)
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise UnreadableDocumentError("Its XML declares entities, which Word never does.", "Do not open it.")


def _parts(holder: Any, depth: int) -> Iterator[str]:
    """The texts of a body or cell in order: a paragraph each, a table row each with tabs between its cells."""
    for item in holder.iter_inner_content():
        if hasattr(item, "rows"):
            yield from _rows(item, depth)
        else:
            yield item.text


def _rows(table: Any, depth: int) -> Iterator[str]:
    if depth >= DEEPEST:
        return
    for row in table.rows:
        seen: list[Any] = []
        for cell in row.cells:
            if not any(cell._tc is other._tc for other in seen):  # merged cells come once for each column they span
                seen.append(cell)
        yield "\t".join(text for cell in seen if (text := " ".join(_parts(cell, depth + 1)).strip()))


def _clean(text: str) -> str:
    return without_surrogates(text).replace("\0", " ").strip()
