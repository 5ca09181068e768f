"""Phrases by their words: finds the longest known phrase that begins at a word, in time bounded by the longest phrase."""

import re
from collections.abc import Iterable, Sequence

from onrecord.resources.folding import fold

_POSSESSIVE = re.compile(r"['’]s$|['’]$")


def fold_word(word: str) -> tuple[str, ...]:
    """The folded words of one written word: hyphens part it, a possessive ending is left out, marks alone are nothing."""
    bare = _POSSESSIVE.sub("", word)
    return tuple(w for w in fold(bare).split() if any(c.isalnum() for c in w)) if bare else ()


def fold_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, so that "Al-Qaeda" and "Al Qaeda" meet."""
    return tuple(w for word in phrase.split() for w in fold_word(word))


class PhraseIndex:
    """Phrases, each with the ids it may stand for."""

    def __init__(self, phrases: Iterable[tuple[str, str]] = ()) -> None:
        self._ids: dict[tuple[str, ...], list[str]] = {}
        self._longest: dict[str, int] = {}
        for phrase, ident in phrases:
            self.add(phrase, ident)

    def add(self, phrase: str, ident: str) -> None:
        """Let a phrase stand for an id too."""
        words = fold_words(phrase)
        if not words:
            return
        ids = self._ids.setdefault(words, [])
        if ident not in ids:
            ids.append(ident)
        self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def ids(self, phrase: str) -> tuple[str, ...]:
        """What a whole phrase may stand for."""
        return tuple(self._ids.get(fold_words(phrase), ()))

    def longest(self, words: Sequence[str], first: int) -> tuple[int, tuple[str, ...]] | None:
        """The end (exclusive) and ids of the longest phrase of folded words that begins at `first`, or None."""
        reach = self._longest.get(words[first], 0)
        for end in range(min(len(words), first + reach), first, -1):
            ids = self._ids.get(tuple(words[first:end]))
            if ids:
                return end, tuple(ids)
        return None

    def __len__(self) -> int:
        return len(self._ids)
