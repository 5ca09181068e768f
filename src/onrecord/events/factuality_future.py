"""A predicate -> the words that put it in the time to come, where tense does not: "the talks open tomorrow", "next month's summit".

Words alone decide, no dates: factuality is judged before any time is resolved.
"""

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.span import Span

TOMORROW = frozenset({"tomorrow", "tonight"})
COMING = frozenset({"next", "coming", "upcoming", "forthcoming"})
PERIODS = frozenset(
    [
        "second", "minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "summer", "winter", "spring",
        "autumn", "fall", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
        "may", "june", "july", "august", "september", "october", "november", "december",
    ]
)  # fmt: skip
BESIDE = ("npadvmod", "advmod", "tmod", "obl", "compound", "nmod", "poss")


def to_come(reading: Reading, token: Token) -> Span | None:
    """The words beside a predicate that name a time to come: "tomorrow", "next week", "in the coming days", "later this month"."""
    for t in children(reading, token.index):
        if t.dep in BESIDE and (found := _names_it(reading, t)) is not None:
            return found
        if t.dep == "prep" and t.text.lower() in ("in", "on", "over", "during", "within", "for", "from", "by", "at"):
            below = child(reading, t.index, "pobj")
            if below is not None and (found := _names_it(reading, below)) is not None:
                return found
    return None


def _names_it(reading: Reading, token: Token) -> Span | None:
    if token.text.lower() in TOMORROW:
        return token.span
    if token.lemma.lower() not in PERIODS and token.text.lower() not in PERIODS:
        return None
    for t in children(reading, token.index, "amod", "compound", "advmod", "det"):
        if t.text.lower() in COMING:
            return Span(t.start, token.end) if t.start < token.end else t.span
        later = reading.tokens[t.index - 1] if t.index else None
        if t.text.lower() == "this" and later is not None and later.text.lower() == "later" and later.sentence == t.sentence:
            return Span(later.start, token.end)
    return None
