"""Reading -> weapons and platforms named in the text, in an event or not."""

from onrecord.events.event import Means
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources


def find_means(reading: Reading, *, resources: Resources) -> tuple[Means, ...]:
    """The weapons and platforms of a text, in text order."""
    return ()
