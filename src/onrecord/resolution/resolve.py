"""Reading, Statements, Events -> Resolution: dates first, then places, then actors; each handed what the ones before it made."""

from onrecord.events.event import Events
from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import Resolution
from onrecord.resources.resources import Resources
from onrecord.statements.statement import Statements


def resolve(reading: Reading, statements: Statements, events: Events, *, resources: Resources) -> Resolution:
    """Everything a reading's mentions stand for."""
    return Resolution()
