"""What to call somebody who has no name: his noun phrase without article, denial, number, date or bracket."""

import re
from bisect import bisect_right

from onrecord.reading.mentions_phrases import phrase
from onrecord.reading.reading import Reading, Token

_BEFORE = frozenset(
    {
        "the", "a", "an", "this", "that", "these", "those", "such", "his", "her", "its", "their", "our", "your", "my", "dear", "mr", "mr.", "mrs",
        "mrs.", "ms", "ms.", "madam", "sir", "so-called", "no", "not", "neither", "all", "both", "each", "every", "any", "either", "some", "several",
        "many", "few", "numerous", "various", "half", "dozen", "hundred", "thousand", "million", "dozens", "scores", "hundreds", "thousands",
    }
)  # fmt: skip
"""Words that say how many, whose or which, and never what somebody is."""
_ABOUT = frozenset(
    {"about", "around", "nearly", "almost", "over", "more", "less", "fewer", "than", "at", "least", "most", "up", "to", "only", "just", "an",
     "estimated", "roughly", "approximately", "as", "many", "another", "further", "some", "additional"}
)  # fmt: skip
"""Words that stand before a number and belong to it."""
_BRACKET = re.compile(r"\s*\([^()]{0,60}\)")


def nominal_name(reading: Reading, head: int) -> str:
    """A nominal's phrase from its first word that says what it is, with what follows by "of" but no place by "in"."""
    found = phrase(reading, head)
    first = _first_telling(reading, found.first, head)
    last = found.last if found.last > found.core and reading.tokens[found.core].text.lower() == "of" else found.core
    text = reading.document.text
    written = text[reading.tokens[first].start : reading.tokens[last - 1].end]
    return " ".join(_BRACKET.sub("", written).split()) or reading.tokens[head].text


def _first_telling(reading: Reading, first: int, head: int) -> int:
    """The first token of a phrase that is no determiner, number, date or mark; a number of the head takes all before it along."""
    tokens = reading.tokens
    counted = [t.index for t in tokens[first:head] if t.dep == "nummod" and t.head == head and not _hyphened(reading, t)]
    here = counted[-1] + 1 if counted else first
    while here < head:
        token = tokens[here]
        after = next((n for n in range(here, min(head, here + 4)) if tokens[n].text.lower() not in _ABOUT), here)
        if (
            token.text.lower() in _BEFORE
            or not any(c.isalnum() for c in token.text)
            or token.tag == "POS"
            or (token.pos == "NUM" and not _hyphened(reading, token))
        ):
            here += 1
        elif after > here and after < head and tokens[after].pos == "NUM":
            here = after
        elif (end := _date_end(reading, token)) > token.start:
            here = next((n for n in range(here, head) if tokens[n].start >= end), head)
        else:
            break
    return here


def _hyphened(reading: Reading, token: Token) -> bool:
    """Whether a number is part of a word ("10,000-member")."""
    after = reading.tokens[token.index + 1] if token.index + 1 < len(reading.tokens) else token
    return "-" in token.text.strip("-") or (after.text == "-" and after.start == token.end)


def _date_end(reading: Reading, token: Token) -> int:
    """Where the time expression ends that a token stands in; 0 where it stands in none."""
    at = bisect_right(reading.timexes, token.start, key=lambda t: t.span.start) - 1
    return reading.timexes[at].span.end if at >= 0 and reading.timexes[at].span.end > token.start else 0
