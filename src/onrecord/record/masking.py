"""Names of a person -> what puts blocks over them in any text of a record, however they are spelt there, at the same length.

Spelt so: in any case, with or without accents and apostrophes, with hyphens, points, lines or nothing between the words, the last name first, in file names and
in addresses with their escapes ("Jos%C3%A9-Doe").
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from onrecord.record.ids import actor_id
from onrecord.record.plain import as_json
from onrecord.record.tell import BLOCK, commitment_key, folded
from onrecord.resources.folding import bare

SHORTEST = 3
"""Letters of the shortest part of a name that is taken out."""
RUN_TOGETHER = 6
"""Letters of a name whose words may stand without anything between them ("janedoe@example.org")."""
LOWER = 4
"""Words of a text without capitals from which on names are written so in it, too."""
_GAP = 40
"""Spaces and marks between two words of a name, at most: in a layout they are many."""
_CODES = frozenset(
    {
        "id", "local", "document", "event", "part_of", "kind", "type", "plain_type", "mode", "contexts", "cameo", "status", "certainty", "stance", "quotation", "act", "feature",
        "outcome", "form", "country", "side", "claimants", "sectors", "rule", "language", "published_from", "media_type", "relation", "of", "format", "verdict", "anchor", "published",
    }
)  # fmt: skip
"""Keys of values that are codes and ids, never words of a text: "TUN" is Tunisia, also where a Mr Tun is named beside it."""
_CALLED = frozenset({"sender_called", "recipients_called"})
"""Lists of names and of the codes of countries."""
_ID = re.compile(r"(?=\D*\d)[a-z][0-9a-z]{20}")
_STATE = re.compile(r"[A-Z]{3}")
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_LETTER = r"[^\W\d_]"
_MARK = "\x01"
"""Stands for an apostrophe or point, which is nothing inside a name and ends it elsewhere ("Sana'a", "Doe's")."""
Change = Callable[[str], str]


class Mask:
    """What hides some names, and in one document also shorter forms of them (`parts`), under blocks with a number where they fit it."""

    def __init__(self, names: Iterable[str], number: int, parts: Iterable[str] = ()) -> None:
        self.number = number
        self.names = frozenset(n for n in names if n)
        whole = list(dict.fromkeys(f for n in sorted(self.names) for f in _forms(n)))
        shorter = list(dict.fromkeys(f for p in sorted(set(parts)) for f in _forms(p, turned=False)))
        self._whole = _pattern(whole)
        self._any = _pattern([*whole, *shorter])
        self._needles = {tuple(sorted(set(f), key=len, reverse=True)) for f in (*whole, *shorter)}

    def __call__(self, text: str) -> str:
        """The text with blocks over every name; over its parts where they are written as names: "may" is no Ms May."""
        return self._over(text, self._any, named=True)

    def anyhow(self, text: str) -> str:
        """A path, address or key with blocks over every name and part, in whatever case."""
        return self._over(text, self._any)

    def entry(self, text: str) -> str:
        """The id of an entry with blocks over whole names: a part of one may be another's, and so may the code of a state."""
        return text if _STATE.fullmatch(text) else self._over(text, self._whole)

    def json(self, raw: str, key: str = "") -> str:
        """A JSON value with blocks over every name in it; as it is where it holds none. `key` says what it is."""
        if not self.near(_ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), raw) if "\\u" in raw else raw):
            return raw
        plain = json.loads(raw)
        walked = self.plain(plain, key)
        return raw if walked == plain else as_json(walked)

    def free(self, raw: str) -> str:
        """A JSON object of somebody else's keys with blocks over every name in them and in their values."""
        plain = json.loads(raw)
        walked = _all(plain, self.anyhow)
        return raw if walked == plain else as_json(walked)

    def plain(self, value: Any, key: str = "") -> Any:
        """A value of the record in its plain form, with blocks over every name and keys of actors made from what is left."""
        if isinstance(value, str):
            if (key in _CODES and " " not in value) or (key in _CALLED and _STATE.fullmatch(value)) or _ID.fullmatch(value):
                return value
            return self.entry(value) if key == "entry" else self.key(value) if key == "key" else self(value)
        if isinstance(value, list):
            return [self.plain(v, key) for v in value]
        if not isinstance(value, dict):
            return value
        made = {k: _all(v, self.anyhow) if k == "metadata" else self.plain(v, k) for k, v in value.items()}
        if "relation" in made and "key" in made and made.get("name") != value.get("name"):
            made["key"] = commitment_key(made["name"])
        if made.get("key") != value.get("key") and value.get("id") == actor_id(str(value.get("key"))):
            made["id"] = actor_id(made["key"])
        return made

    def key(self, key: str) -> str:
        """The key of an actor or place: made from its name anew where it was made from one, else an entry's id."""
        prefix, sign, rest = key.partition(":")
        if prefix not in ("person", "name", "media"):
            return self.entry(key)
        name, bar, country = rest.partition("|")
        hidden = self.anyhow(name)
        return key if hidden == name else f"{prefix}{sign}{folded(hidden)}{bar}{country}"

    def near(self, text: str) -> bool:
        """Whether a text may hold a name: all words of one are somewhere in it."""
        plain = bare(text) + (bare(unquote(text)) if "%" in text else "")
        return any(all(w in plain for w in words) for words in self._needles)

    def _over(self, text: str, pattern: re.Pattern[str], *, named: bool = False) -> str:
        if not text or not self.near(text):
            return text
        named = named and (text != text.lower() or len(text.split()) < LOWER)  # a text without capitals has none for names either
        plain, starts, ends = _characters(text)
        made, at = [], 0
        for found in pattern.finditer(plain):
            start, end = starts[found.start()], ends[found.end() - 1]
            if named and text[start].islower() and not self._whole.fullmatch(found.group()):
                continue
            made += [text[at:start], self._blocks(end - start)]
            at = end
        return "".join([*made, text[at:]])

    def _blocks(self, length: int) -> str:
        head = f"[{self.number}]"
        return head + BLOCK * (length - len(head)) if length > len(head) else BLOCK * length


def _all(value: Any, change: Change) -> Any:
    """A plain value with every string in it changed, keys too."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_all(v, change) for v in value]
    return {change(k): _all(v, change) for k, v in value.items()} if isinstance(value, dict) else value


def words_of(names: Iterable[str]) -> set[str]:
    """The words of names by which a person may be called alone: "Jane", "Doe", not "van"."""
    return {w for n in names for w in n.split() if len(w) >= SHORTEST and (w[:1].isupper() or n.islower())}


def _forms(name: str, *, turned: bool = True) -> Iterator[tuple[str, ...]]:
    """The words of a name as they may stand in a text: as keys fold them, as they are spelt, and the last one first."""
    for words in (tuple(folded(name).split()), tuple(re.findall(r"[^\W_]+", bare(name)))):
        if sum(map(len, words)) >= SHORTEST:
            yield words
            if turned and len(words) > 1:
                yield (words[-1], *words[:-1])


def _pattern(forms: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    """What finds the forms of names in a text as `_characters` gives it, the longest first."""
    found = []
    for words in sorted(forms, key=lambda f: -sum(map(len, f))):
        least = 0 if sum(map(len, words)) >= RUN_TOGETHER else 1
        spelt = [f"{_MARK}*".join(map(re.escape, w)) for w in words]
        before, after = (f"(?<!{_LETTER})", f"(?!{_LETTER})")
        found.append(
            (before if _spaced(words[0][0]) else "")
            + f"[ {_MARK}]{{{least},{_GAP}}}".join(spelt)
            + (after if _spaced(words[-1][-1]) else "")
        )
    return re.compile("|".join(found) or r"(?!)")


def _spaced(letter: str) -> bool:
    """Whether words of the letter's script stand apart."""
    return not "\u2e80" <= letter <= "\u9fff"


def _characters(text: str) -> tuple[str, list[int], list[int]]:
    """A text's letters and figures as folding has them, spaces and marks for the rest; and where in the text each begins and ends."""
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(given: str, start: int, end: int) -> None:
        if not given and ends:
            ends[-1] = end  # an accent belongs to the letter before it
        for letter in given:
            plain.append(letter)
            starts.append(start)
            ends.append(end)

    at = 0
    for escapes in [*_ESCAPES.finditer(text), None] if "%" in text else [None]:
        for n in range(at, escapes.start() if escapes else len(text)):
            put(_letter(text[n]), n, n + 1)
        if escapes is None:
            break
        at = escapes.start()
        for char in unquote(escapes.group(), errors="surrogateescape"):
            width = 3 * len(char.encode("utf-8", "surrogateescape"))
            put(_letter(char), at, at + width)
            at += width
    return "".join(plain), starts, ends


@lru_cache(maxsize=65536)
def _letter(char: str) -> str:
    """What a character is to a name: its letters, nothing for an accent, a mark that may stand inside a word, or a space."""
    found = bare(char)
    if not found:
        return "" if unicodedata.combining(char) or unicodedata.category(char) == "Cf" else _MARK
    return "".join(c if c.isalnum() else " " for c in found)
