"""Names that look like words of grammar ("IS", "WHO") -> the block with names of the same length that a parser knows."""

import re
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LikeWord:
    """An abbreviation of a body that a parser reads as a word of grammar: the name it is short for, as a pattern, and what it is shown as, a body and a
    pronoun of the same length that the parser knows."""

    spelt_out: re.Pattern[str]
    shown: tuple[str, str]


LIKE_WORDS = {
    "IS": LikeWord(re.compile(r"\bIslamic\s+State\b"), ("UN", "it")),
    "WHO": LikeWord(re.compile(r"\bWorld\s+Health\s+Organi[sz]ation\b"), ("WTO", "she")),
}
_BEFORE_VERB = re.compile(r"\s+(?:had|has|have|is|was|were|will|would|may|might|could|did|said|says)\b")


def names_like_words(text: str) -> frozenset[str]:
    """The abbreviations that look like words of grammar and that a text spells out ("Islamic State", then "IS")."""
    return frozenset(short for short, word in LIKE_WORDS.items() if short in text and word.spelt_out.search(text))


def with_names_shown(block: str, names: Collection[str]) -> str:
    """The block with such abbreviations as a parser knows a body, before a verb as a pronoun; every character stays in its place."""

    def shown(match: re.Match[str]) -> str:
        body, pronoun = LIKE_WORDS[match[0]].shown
        return pronoun if _BEFORE_VERB.match(block, match.end()) else body

    return re.sub(rf"(?<!\()\b(?:{'|'.join(sorted(names))})\b", shown, block) if names else block
