"""Folding: one form for the spellings of a name, so that Gəncə and Gence, Sana'a and Sanaa, Saint Lucia and St. Lucia meet."""

import sys
import unicodedata
from functools import cache, lru_cache

_LETTERS = str.maketrans(
    {
        "ə": "a", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ħ": "h", "ŋ": "ng", "ɛ": "e", "ɔ": "o",
        "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "/": " ", "_": " ", "\u00a0": " ", ",": " ",
        "'": None, "’": None, "‘": None, "`": None, "´": None, "ʻ": None, "ʼ": None, "ʿ": None, "ʾ": None, "′": None, "ʹ": None, "ʽ": None, ".": None, '"': None,
    }
)  # fmt: skip
_WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "&": "and", "fort": "ft"}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name in lower case without marks, points, apostrophes or hyphens, single-spaced, "the" at its head dropped. Folding twice changes nothing."""
    if name.isascii():
        return _words(name.lower().translate(_LETTERS))
    folded = _fold_once(name)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_once(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return _words("".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS))


def _words(plain: str) -> str:
    words = [_WORDS.get(w, w) for w in plain.split()]
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def bare(text: str) -> str:
    """A text's letters as `fold` has them: no case, no marks, apostrophes or points. Its words and all else stay as they are."""
    if text.isascii():
        return text.lower().translate(_LETTERS)
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_bare())


@cache
def _bare() -> dict[int, str | None]:
    """Each letter as `fold` has it; nothing for marks that stand on a letter and for characters that are not seen, such as soft hyphens."""
    found = map(chr, range(0x80, sys.maxunicode + 1))
    return dict.fromkeys(ord(c) for c in found if unicodedata.combining(c) or unicodedata.category(c) == "Cf") | _LETTERS
