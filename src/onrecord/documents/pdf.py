"""Stored PDF -> one document: the text of its pages, with a blank line where the lines stand apart."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import Any

from onrecord.documents.decoding import without_surrogates
from onrecord.documents.document import new_document
from onrecord.documents.stored import Opened, Stored, check_length, read_all, sha256, too_large
from onrecord.errors import UnreadableDocumentError
from onrecord.settings import Limits

APART = 1.4
"""A line further below the last than this many usual line steps begins a paragraph."""
REPEATED = 3
"""Pages on which the same first or last line makes it a running head or foot, which is left out."""
_HYPHEN = re.compile(r"[\ufffe\x02]\n?")
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = (".", "!", "?", "…", '"', "”", ":", ";")


def read_pdf(stored: Stored, *, limits: Limits) -> Opened:
    """The document of a PDF file. Raises UnreadableDocumentError for a damaged, locked or scanned one, LimitError above `pages`."""
    import pypdfium2

    data = read_all(stored, limits=limits)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocumentError("The PDF is locked with a password.", "Save it without one.") from error
        raise UnreadableDocumentError("The PDF cannot be opened; it may be damaged or cut short.", "Fetch it again.") from error
    try:
        count = len(pdf)
        if count > limits.pages:
            raise too_large(f"{count:,} pages", "pages", limits)
        properties = {f"pdf_{k.lower()}": without_surrogates(v) for k, v in pdf.get_metadata_dict().items() if v}
        pages, unread = _pages(pdf, count, limits)
    finally:
        pdf.close()
    text = _joined(_without_running_lines(pages))
    if not text.strip():
        raise UnreadableDocumentError(f"No text in {count:,} pages; they may be scanned.", "Run it through text recognition (OCR) first.")
    yield new_document(
        check_length(text, limits=limits),
        url=stored.url,
        path=stored.path,
        member=stored.member,
        media_type="application/pdf",
        raw_sha256=sha256(data),
        metadata={**stored.metadata, **properties, "pages": str(count)}
        | ({"pages_not_read": ", ".join(map(str, unread))} if unread else {}),
    )


def _pages(pdf: Any, count: int, limits: Limits) -> tuple[list[list[str]], list[int]]:
    """The lines of each page (an empty string for a gap), and the numbers of pages that could not be loaded."""
    import pypdfium2

    pages, unread, length = [], [], 0
    for number in range(count):
        try:
            page = pdf[number]
            lines = _lines(page.get_textpage())
            page.close()
        except pypdfium2.PdfiumError:
            unread.append(number + 1)
            continue
        pages.append(lines)
        length += sum(map(len, lines))
        if length > limits.characters:
            raise too_large(f"more than {limits.characters:,} characters", "characters", limits)
    return pages, unread


def _lines(words: Any) -> list[str]:
    """A page's lines in the file's order, with "" where a line stands further below the last than is usual."""
    text = words.get_text_range().replace("\0", " ")
    found: list[tuple[str, float | None]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            first = at + len(line) - len(line.lstrip())
            found.append((line.strip(), _bottom(words, first)))
        at += len(line) + 1
    steps = [a - b for (_, a), (_, b) in pairwise(found) if a is not None and b is not None and a - b > 0]
    usual = median(steps) if steps else 0.0
    lines: list[str] = []
    last: float | None = None
    for line, bottom in found:
        if lines and last is not None and bottom is not None and (last - bottom > APART * usual or bottom > last + usual):
            lines.append("")
        lines.append(without_surrogates(line))
        last = bottom if bottom is not None else last
    return lines


def _bottom(words: Any, index: int) -> float | None:
    """The height on the page of a character's foot, in points."""
    try:
        return float(words.get_charbox(index, loose=True)[1])
    except Exception:  # a character without a box, or an index that the library counts otherwise: no gap is read from it
        return None


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """The pages without heads, feet and page numbers: first or last lines that are the same on several pages but for their digits."""
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_DIGITS.sub("#", line) for line in (lines[0], lines[-1])} if lines else set())
    running = {line for line, times in edges.items() if times >= max(REPEATED, len(pages) // 4)}
    kept = []
    for number, lines in enumerate(pages):
        for edge in (0, -1):
            # the first page keeps its head: there it is the letterhead or title
            if lines and (number or edge) and _DIGITS.sub("#", lines[edge]) in running:
                lines = lines[1:] if edge == 0 else lines[:-1]
        kept.append(lines)
    return kept


def _joined(pages: list[list[str]]) -> str:
    """One text: a sentence that runs over a page end is not cut by a blank line, and words split by a soft hyphen are whole."""
    text = ""
    parts: list[str] = []
    for lines in pages:
        page = "\n".join(lines).strip("\n")
        if not page:
            continue
        if parts:
            parts.append("\n\n" if text.rstrip().endswith(_SENTENCE_END) or not page[0].islower() else "\n")
        parts.append(page)
        text = page
    return re.sub(r"\n{3,}", "\n\n", _HYPHEN.sub("", "".join(parts)))
