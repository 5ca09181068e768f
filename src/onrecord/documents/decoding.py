"""Bytes -> text: byte order marks, the declared charset, UTF-8, then the Western code pages; what is no text is refused."""

import codecs
import re
from dataclasses import dataclass

from onrecord.basis import Flag
from onrecord.errors import UnreadableDocumentError
from onrecord.span import Span

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?")
CONTROL_SHARE = 0.02
"""Control characters among all, above which bytes are taken for no text at all."""
BROKEN_SHARE = 0.1
"""Bytes that are no UTF-8 among those outside ASCII, up to which a text is taken for damaged UTF-8 and not for another code page."""
_BINARY = UnreadableDocumentError("It is not text (binary data).", "Give it as text, HTML, PDF or DOCX.")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the name of its encoding, and what is wrong with it."""

    text: str
    encoding: str
    flags: tuple[Flag, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of some bytes, with line ends as "\\n". Raises UnreadableDocumentError for binary data."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"), encoding)
    if wide := _wide(data):
        return _checked(data.decode(wide, "replace"), wide)
    if b"\0" in data:
        raise UnreadableDocumentError("It holds NUL bytes, so it is not text.", "Give it as text, HTML, PDF or DOCX.")
    for codec in filter(None, (usable(declared), "utf-8")):
        try:
            return _checked(data.decode(codec), codec)
        except (UnicodeError, ValueError):
            continue
    patched = data.decode("utf-8", "replace")
    broken, good = patched.count("\ufffd"), sum(c > "\x7f" for c in patched)
    if broken <= max(1, BROKEN_SHARE * good) and good > broken:
        return _checked(patched, "utf-8")
    try:
        return _checked(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return _checked(data.decode("latin-1"), "latin-1")


def usable(charset: str | None) -> str | None:
    """The codec a declared charset names, where it is one for text; web pages that declare Latin-1 mean cp1252."""
    try:
        found = codecs.lookup((charset or "").strip("\"' \t"))
    except (LookupError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name in (
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
    ):
        return None
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8 and every offset stays."""
    return _SURROGATE.sub("\ufffd", text)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: nearly every second byte is NUL."""
    head = data[:4096]
    if len(head) < 4 or b"\0" not in head:
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _checked(text: str, encoding: str) -> Decoded:
    text = _LINE_END.sub("\n", without_surrogates(text))
    if "\0" in text or len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise _BINARY
    text, flags = mended(text)
    if (first := text.find("\ufffd")) >= 0:
        detail = f"{text.count(chr(0xFFFD))} characters could not be decoded as {encoding}"
        flags = (*flags, Flag("undecoded_characters", Span(first, first + 1), detail))
    return Decoded(text, encoding, flags)


def mended(text: str) -> tuple[str, tuple[Flag, ...]]:
    """The text with lines that were decoded twice mended ("donâ€™t"), and a flag for the first of them."""
    if text.isascii():
        return text, ()
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    lines, first, count, at = [], None, 0, 0
    for line in text.split("\n"):
        if not line.isascii() and is_bad(line) and (better := fix_encoding(line)) != line:
            line, count = without_surrogates(better.replace("\n", " ").replace("\r", " ").replace("\0", " ")), count + 1
            first = first or Span(at, at + len(line))
        lines.append(line)
        at += len(line) + 1
    if first is None:
        return text, ()
    return "\n".join(lines), (Flag("mended_encoding", first, f"{count} lines had been decoded in a wrong encoding before and were mended"),)


def mis_decoded(text: str) -> tuple[Flag, ...]:
    """A flag where a text that must stay as it is looks mis-decoded."""
    better, flags = mended(text)
    if better == text:
        return ()
    at = next(i for i, (a, b) in enumerate(zip(text, better + " ", strict=False)) if a != b)
    return (Flag("mis_decoded", Span(at, at + 1), flags[0].detail.replace("and were mended", "and stand as given")),)
