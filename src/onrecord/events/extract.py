"""Reading, Statements -> Events: triggers, arguments, factuality, tolls, commitments."""

from onrecord.events.event import Events
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.statements.statement import Statements


def extract(reading: Reading, statements: Statements, *, resources: Resources) -> Events:
    """All event mentions of a reading."""
    return Events()
