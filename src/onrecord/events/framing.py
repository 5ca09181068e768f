"""Reading, events -> the speaker's loaded words, and events with those that stand on them."""

from onrecord.events.event import EventMention, Framing
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources


def find_framing(reading: Reading, *, resources: Resources) -> tuple[Framing, ...]:
    """The loaded words of a text, in text order."""
    return ()


def attach_framing(reading: Reading, events: tuple[EventMention, ...], framing: tuple[Framing, ...]) -> tuple[EventMention, ...]:
    """The same events with the loaded words of their trigger and arguments."""
    return events
