"""Document, times -> the entries of a chronology: a date at the head of a line or paragraph, and the text that it dates.

"2 July 2021: Soldiers raid the village. 26 villagers are killed." Two such heads make a chronology; one is a dateline.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.resolution.resolution import Time

_BULLET = re.compile(r"[ \t]*(?:[-–—•*·]|\(?\d{1,2}[.)])?[ \t]*\Z")
_HEAD = re.compile(r"[ \t]*(?:[:.]|[–—]|-(?=\s))\s*(?=\S)")
_LINE = 40
"""Characters before a head's date that are looked at: a bullet or a number."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries in text order: where each begins and ends (code points), and its time."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    times: tuple[Time, ...] = ()

    def at(self, offset: int) -> Time | None:
        """The time that heads the entry at an offset; None outside every entry."""
        place = bisect_right(self.starts, offset) - 1
        return self.times[place] if place >= 0 and offset < self.ends[place] else None


def find_entries(text: str, times: tuple[Time, ...]) -> Entries:
    """The entries of a text; none where fewer than two dates head a line of their own with a colon, a dash or a stop behind them."""
    heads = [t for t in sorted(times, key=lambda t: t.span) if t.type == "DATE" and t.timespan.known and _heads(text, t)]
    if len(heads) < 2:
        return Entries()
    starts = [t.span.end for t in heads]
    ends = []
    for place, start in enumerate(starts):
        blank = text.find("\n\n", start)
        following = heads[place + 1].span.start if place + 1 < len(heads) else len(text)
        ends.append(min(blank if blank >= 0 else len(text), following))
    return Entries(tuple(starts), tuple(ends), tuple(heads))


def _heads(text: str, time: Time) -> bool:
    near = text[max(0, time.span.start - _LINE) : time.span.start]
    line = near[near.rfind("\n") + 1 :]
    if "\n" not in near and time.span.start > _LINE:
        return False
    return _BULLET.match(line) is not None and _HEAD.match(text, time.span.end) is not None
