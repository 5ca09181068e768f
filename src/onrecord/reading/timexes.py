"""Text -> time expressions found, each with what it says by itself; anchoring is `resolution.dates`' work."""

from onrecord.reading.reading import Reading, Timex
from onrecord.resources.resources import Resources


def find_timexes(reading: Reading, *, resources: Resources) -> tuple[Timex, ...]:
    """The time expressions of a parsed document, in text order, none overlapping."""
    return ()
