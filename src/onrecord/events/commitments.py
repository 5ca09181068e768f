"""Reading, events -> commitments mentioned, and events linked to those they make, keep, break, demand or leave undone."""

from onrecord.events.event import Commitment, EventMention
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources


def find_commitments(reading: Reading, *, resources: Resources) -> tuple[Commitment, ...]:
    """The ceasefires, agreements, resolutions, treaties, laws and principles that a text mentions, in text order."""
    return ()


def link_commitments(
    reading: Reading, events: tuple[EventMention, ...], commitments: tuple[Commitment, ...], *, resources: Resources
) -> tuple[EventMention, ...]:
    """The same events with their links to commitments."""
    return events
