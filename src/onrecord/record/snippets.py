"""A document's text and the words that are looked for -> the passage to show, found in time that grows with the text alone."""

import re
import unicodedata

AROUND = 110
"""Characters before and after the first of the words."""
LOOKED_THROUGH = 2_000_000
"""Characters that are looked through for a passage; a hit further on is shown by the text's beginning."""
_MARKS = "[\u0300-\u036f]*"


def terms_of(words: str) -> tuple[str, ...]:
    """The words that are looked for, without signs, as a full-text search takes them."""
    return tuple(re.findall(r"\w+", words))[:20]


def snippet(text: str, terms: tuple[str, ...]) -> str:
    """The passage around the first of the words, each of them between « and »; the beginning of the text where none is found as it is written."""
    if not terms:
        return _tidy(text[: AROUND * 2], "", " …" if len(text) > AROUND * 2 else "")
    pattern = re.compile(rf"\b(?:{'|'.join(map(_loose, terms))})", re.IGNORECASE)
    found = pattern.search(text, 0, LOOKED_THROUGH)
    if found is None:
        return _tidy(text[: AROUND * 2], "", " …" if len(text) > AROUND * 2 else "")
    first, last = max(found.start() - AROUND, 0), min(found.end() + AROUND, len(text))
    if first and (space := text.find(" ", first, found.start())) > 0:
        first = space + 1
    if last < len(text) and (space := text.rfind(" ", found.end(), last)) > 0:
        last = space
    marked = re.sub(rf"\b(?:{'|'.join(map(_loose, terms))})\w*", lambda m: f"«{m.group()}»", text[first:last], flags=re.IGNORECASE)
    return _tidy(marked, "… " if first else "", " …" if last < len(text) else "")


def _tidy(passage: str, before: str, after: str) -> str:
    return f"{before}{' '.join(passage.split())}{after}"


def _loose(term: str) -> str:
    """A pattern for a word with or without the marks on its letters: each letter, or any that it is the base of."""
    return "".join(f"{_letter(c)}{_MARKS}" for c in unicodedata.normalize("NFD", term) if not unicodedata.combining(c))


def _letter(character: str) -> str:
    kin = _KIN.get(character.lower())
    return f"[{kin}]" if kin else re.escape(character)


def _kin() -> dict[str, str]:
    found: dict[str, str] = {}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base.isascii() and base.isalpha():
            found[base] = found.get(base, base) + chr(code)
    return found


_KIN = _kin()
"""Each Latin letter with those that it is the base of."""
