"""Reading, events -> events with the control of land that they claim."""

from onrecord.events.event import EventMention
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources


def attach_territory(reading: Reading, events: tuple[EventMention, ...], *, resources: Resources) -> tuple[EventMention, ...]:
    """The same events; those about land with who holds, gains or loses it, and the share."""
    return events
