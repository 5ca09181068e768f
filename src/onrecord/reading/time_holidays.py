"""Tokens, named days -> the named days in a text, with the year where one follows."""

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.reading.time_joins import Item
from onrecord.reading.time_lexer import Lexed
from onrecord.resources.timewords import Holiday


@lru_cache(maxsize=4)
def _table(holidays: tuple[Holiday, ...]) -> tuple[re.Pattern[str], dict[str, Holiday]]:
    by_words = {words: h for h in holidays for words in h.words}
    longest = sorted(by_words, key=len, reverse=True)
    pattern = "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s") for w in longest)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), by_words


def find_holidays(lexed: Lexed, holidays: Iterable[Holiday]) -> list[Item]:
    """The named days of a text."""
    regex, by_words = _table(tuple(holidays))
    index_of_start = None
    items: list[Item] = []
    for found in regex.finditer(lexed.text):
        words = found[0]
        if not words[0].isupper() and not words[0].isdigit():
            continue
        if index_of_start is None:
            index_of_start = {start: i for i, start in enumerate(lexed.starts)}
        first = index_of_start.get(found.start())
        if first is None:
            continue
        last = first
        while last < len(lexed.starts) and lexed.starts[last] < found.end():
            last += 1
        holiday = by_words[" ".join(words.lower().replace("’", "'").split())]
        if words.count(" ") == 0 and holiday.day[0] != "e" and lexed.raw(last)[:1].isupper() and lexed.raw(last).isalpha():
            continue
        meaning = {"kind": "calendar", "holiday": holiday.day}
        start = first
        if (rel := lexed.word(first - 1)) in ("last", "next", "this"):
            start, meaning["rel"] = first - 1, rel
        if lexed.word(last) == "of" and lexed.word(last + 1).isdigit() and len(lexed.word(last + 1)) == 4:
            last += 1
        if lexed.word(last).isdigit() and len(lexed.word(last)) == 4:
            meaning["year"] = str(int(lexed.word(last)))
            last += 1
        items.append(Item(start, last, meaning, f"holiday-{holiday.id}"))
    return items
