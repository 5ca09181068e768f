"""Reading -> triggers: the words that may stand for an event, matched against the trigger lexicon."""

from onrecord.events.event import Trigger
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources


def find_triggers(reading: Reading, *, resources: Resources) -> tuple[Trigger, ...]:
    """The triggers of a reading, in text order; at most one a head token."""
    return ()
