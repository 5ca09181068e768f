"""Blocks written in capitals -> the same text, of the same length, in the case that a parser knows.

Cables and wire copy of the past stand in capitals throughout, and a parser trained on mixed case takes every word of them for a name. Words of the
dictionary become small; countries, their people and capitals, abbreviations and words that no dictionary has keep a capital.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from onrecord.resources.countries import load_countries

SHARE, LEAST = 0.7, 12
"""The share of capitals among a block's letters, and the letters it must have, to be taken for one written in capitals."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENDS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("est", ""),
    ("ly", ""),
)
SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "and",
        "or",
        "but",
        "nor",
        "so",
        "yet",
        "if",
        "unless",
        "until",
        "although",
        "though",
        "because",
        "since",
        "while",
        "when",
        "where",
        "why",
        "how",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "to",
        "with",
        "without",
        "within",
        "into",
        "onto",
        "upon",
        "over",
        "under",
        "above",
        "below",
        "between",
        "among",
        "against",
        "during",
        "before",
        "after",
        "about",
        "around",
        "through",
        "across",
        "along",
        "behind",
        "beside",
        "near",
        "off",
        "out",
        "up",
        "down",
        "as",
        "than",
        "like",
        "per",
        "via",
        "not",
        "no",
        "never",
        "neither",
        "either",
        "both",
        "each",
        "every",
        "any",
        "some",
        "all",
        "most",
        "many",
        "much",
        "more",
        "less",
        "few",
        "several",
        "other",
        "another",
        "such",
        "own",
        "same",
        "he",
        "she",
        "it",
        "they",
        "we",
        "you",
        "i",
        "him",
        "her",
        "them",
        "us",
        "me",
        "his",
        "hers",
        "its",
        "their",
        "theirs",
        "our",
        "ours",
        "your",
        "yours",
        "my",
        "mine",
        "himself",
        "herself",
        "itself",
        "themselves",
        "ourselves",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "having",
        "do",
        "does",
        "did",
        "done",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "can",
        "could",
        "must",
        "there",
        "here",
        "then",
        "now",
        "also",
        "only",
        "just",
        "still",
        "even",
        "too",
        "very",
        "again",
        "once",
        "ago",
        "yesterday",
        "today",
        "tomorrow",
        "said",
        "says",
    ]
)
"""Words of grammar, which no list of nouns and verbs holds."""


def in_capitals(block: str) -> bool:
    """Whether a block is written in capitals throughout; a heading of a few letters is not told from a name."""
    upper = sum(c.isupper() for c in block)
    lower = sum(c.islower() for c in block)
    return upper >= LEAST and upper / (upper + lower) >= SHARE


def with_label_restored(block: str) -> str:
    """The block with a speaker's label of capitals that a title opens ("MR. DUARTE:") as names are written; every character stays in its place."""
    match = _LABEL.match(block)
    return block if match is None else _LETTERS.sub(lambda m: _as_name(m[0]), match[0]) + block[match.end() :]


_LABEL = re.compile(
    r"(?:MR|MRS|MS|MISS|DR|PROF|GEN|COL|LT|MAJ|CAPT|SGT|ADM|AMB|SEN|REP|GOV|SEC|REV|HON|SIR|LADY|LORD|JUDGE|JUSTICE)\b\.?(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){1,5}(?=:)"
)
_LETTERS = re.compile(r"[^\W\d_]+")


def _as_name(word: str) -> str:
    small = word.lower()
    return word[0] + small[1:] if len(small) == len(word) else word


def restored(block: str, words: Collection[str]) -> str:
    """The block with its dictionary words small, names and abbreviations kept; every character stays in its place."""
    return _WORD.sub(lambda m: _cased(m[0], words), block)


def _cased(word: str, words: Collection[str]) -> str:
    small = word.lower()
    if len(small) != len(word) or not word.isupper():
        return word
    bare = re.split(r"['’]", small)[0]
    if bare in SMALL:
        return small
    if bare in proper_words():
        return word[0] + small[1:]
    if in_dictionary(bare, words):
        return small
    vowels = any(c in "aeiouyáéíóúü" for c in bare)
    return word if not vowels or len(bare) < 3 else word[0] + small[1:]


def in_dictionary(word: str, words: Collection[str]) -> bool:
    """Whether a word in small letters, or what it is a form of, is in a dictionary."""
    return word in words or any(word.endswith(end) and word[: -len(end)] + stem in words for end, stem in _ENDS if len(word) > len(end) + 2)


@lru_cache(maxsize=1)
def proper_words() -> frozenset[str]:
    """The words of countries' names, of their people and of their capitals, without words of grammar."""
    names = (n for c in load_countries().all for n in (*c.all_names, *c.demonyms, *c.seats) if n[:1].isupper())
    found = {w.lower() for n in names for w in _WORD.findall(n) if len(w) > 3 and w[0].isupper()}
    return frozenset(
        found
        - SMALL
        - {
            "republic",
            "islands",
            "island",
            "state",
            "states",
            "united",
            "kingdom",
            "people",
            "democratic",
            "north",
            "south",
            "east",
            "west",
            "city",
            "road",
            "town",
        }
    )
