"""Reading, Trigger -> arguments: actors, recipients, instruments, places and times, by syntax."""

from onrecord.events.event import Argument, Trigger
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources


def find_arguments(reading: Reading, trigger: Trigger, *, resources: Resources) -> tuple[Argument, ...]:
    """The arguments of a trigger, each with the rule that found it."""
    return ()
