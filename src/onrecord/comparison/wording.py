"""Words compared without their endings: so that "attacked" and "attack", "withdrawal" and "withdrew" meet."""

import re
from functools import lru_cache

from onrecord.resources.folding import fold

_WORD = re.compile(r"[^\W\d_]{3,}")
_DROPPED = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "with",
        "was",
        "were",
        "has",
        "have",
        "had",
        "his",
        "her",
        "its",
        "their",
        "they",
        "from",
        "are",
        "but",
        "not",
        "who",
        "which",
        "this",
        "said",
        "says",
        "say",
        "will",
        "would",
        "been",
        "being",
        "into",
        "over",
        "after",
        "before",
        "about",
        "also",
        "than",
        "then",
        "there",
        "where",
        "when",
        "while",
        "more",
        "most",
        "other",
        "some",
        "such",
        "only",
        "could",
        "should",
        "may",
        "might",
        "can",
        "did",
        "does",
        "between",
        "against",
        "during",
        "under",
        "out",
        "off",
        "per",
        "own",
        "one",
        "two",
        "three",
        "all",
        "any",
        "both",
        "each",
        "few",
        "him",
        "she",
        "you",
        "your",
        "our",
    ]
)
_ENDINGS = (
    "ations", "ation", "itions", "ition", "ments", "ment", "ingly", "ances", "ance", "ences", "ence", "ings", "ing", "ions", "ion", "ers", "ies",
    "als", "al", "ed", "er", "es", "ly", "e", "s", "y",
)  # fmt: skip
_IRREGULAR = {
    "shot": "shoot", "fought": "fight", "withdrew": "withdraw", "withdrawn": "withdraw", "withdrawal": "withdraw", "withdrawals": "withdraw",
    "struck": "strike", "strikes": "strike", "took": "take", "taken": "take", "met": "meet", "held": "hold", "hit": "hit", "killed": "kill",
    "death": "die", "deaths": "die", "died": "die", "dead": "die", "seizure": "seize", "seizures": "seize", "sank": "sink", "sunk": "sink",
    "broke": "break", "broken": "break", "breach": "break", "arrival": "arrive", "refusal": "refuse", "denial": "deny", "won": "win", "bought": "buy",
    "sold": "sell", "sale": "sell", "fled": "flee", "flight": "flee", "fell": "fall", "fallen": "fall", "landing": "land", "loss": "lose",
    "lost": "lose", "gave": "give", "given": "give", "left": "leave", "sent": "send", "led": "lead", "began": "begin", "begun": "begin",
}  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending; words of one family mostly meet. It is no word itself."""
    plain = fold(word)
    plain = _IRREGULAR.get(plain, plain)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            cut = plain[: -len(ending)]
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "ls" else cut
    return plain


GENERAL = frozenset(
    map(
        stem,
        [
            "say",
            "tell",
            "be",
            "have",
            "do",
            "make",
            "take",
            "get",
            "go",
            "come",
            "give",
            "report",
            "announce",
            "know",
            "see",
            "find",
            "call",
            "use",
            "begin",
            "continue",
            "happen",
        ],
    )
)
"""Words that stand for so many kinds of events that their sameness says little."""
_NAME = re.compile(r"(?<=[\w,)’\']\s)[A-Z][^\W\d_]{2,}")
_NAMES = 200_000
"""Characters of a document in which its names are looked for."""


def names_in(text: str) -> frozenset[str]:
    """The names a text holds, as stems: words with a capital that do not begin a sentence."""
    return frozenset(_stems(_NAME.findall(text[:_NAMES])))


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text that carry meaning, in order."""
    return tuple(_stems(_WORD.findall(text)))


def _stems(words: list[str]) -> list[str]:
    return [found for found in map(_meaning, words) if found is not None]


@lru_cache(maxsize=65536)
def _meaning(word: str) -> str | None:
    """The stem of a word; None where it carries no meaning."""
    return None if word.lower() in _DROPPED else stem(word)


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """How much two sets have in common, 0 to 1: the shared part of the smaller, damped where it is small."""
    if not a or not b:
        return 0.0
    return len(a & b) / (min(len(a), len(b)) + 2)
