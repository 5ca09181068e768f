"""Headlines In Title Case -> the same text, of the same length, in the case of a sentence, for a parser that takes every capital for a name.

Dictionary words become small; words of grammar too; countries, their people and capitals, given names and words that no dictionary has keep their
capital. Only what then reads as a clause is kept so: "Tribesmen Ambush Rivals In Enga" does, "Ministry Of Foreign Affairs" does not.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from onrecord.reading.parse_capitals import SMALL, in_dictionary, proper_words
from onrecord.resources.place_words import load_place_words

LEAST, MOST = 4, 30
"""Words that a headline has, fewest and most."""
SHARE = 0.9
"""The share of capitals among the words that are none of grammar, from which a line is taken to be in title case."""
LONG = 4
"""Letters from which a word of grammar, too, may have a capital in title case."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENDED = (".", "!", ",", ":")


def in_title_case(block: str, words: Collection[str]) -> bool:
    """Whether a block is one line whose words nearly all begin with a capital, and several of them are words of the dictionary."""
    if len(block) > 40 * MOST or "\n" in block.strip() or block.rstrip().endswith(_ENDED):
        return False
    found: list[str] = _WORD.findall(block)
    telling = [w for w in found if w.lower() not in SMALL]
    if not LEAST <= len(found) <= MOST or len(telling) < LEAST - 1 or sum(w[0].isupper() for w in telling) < SHARE * len(telling):
        return False
    return sum(w[1:].islower() and in_dictionary(w.lower(), words) and w.lower() not in proper_words() for w in telling[1:]) >= 2


def lowered(block: str, words: Collection[str]) -> str:
    """The block with its dictionary words small, but for the first, and with a stop between its parts; every character stays in its place."""
    found = list(_WORD.finditer(block))
    made = list(block.replace("; ", ". "))
    for match, after in zip(found[1:], [*found[2:], None], strict=False):
        made[match.start() : match.end()] = _cased(match[0], after[0] if after is not None else "", words)
    return "".join(made)


def _cased(word: str, after: str, words: Collection[str]) -> str:
    """A word small, unless it is a name; a given name is one before a word that no dictionary has ("Mark Rutte", not "Rob Bank")."""
    small = word.lower()
    if len(small) != len(word) or (word.isupper() and len(word) > 1):
        return word
    bare = re.split(r"['’]", small)[0]
    if bare in SMALL:
        return small
    given = bare.capitalize() in _given_names() and bool(after) and not in_dictionary(after.lower(), words)
    if given or bare in proper_words() or not in_dictionary(bare, words):
        return word
    return small


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return load_place_words().given_names


def reads_as_clause(parsed: Any) -> bool:
    """Whether a part of a parsed headline has a verb for its root with a subject, or tells of who was done something ("Nine killed in attack")."""
    return any(_tells(s.root) for s in parsed.sents)


def _tells(root: Any) -> bool:
    if root.pos_ == "VERB":
        return any(c.dep_ in ("nsubj", "nsubjpass") for c in root.children)
    return root.pos_ in ("NOUN", "PROPN", "NUM") and any(c.dep_ == "acl" and c.tag_ == "VBN" for c in root.children)
