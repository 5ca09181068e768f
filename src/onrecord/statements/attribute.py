"""Reading -> Statements: who is credited for what, nested, and the letters."""

from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.statements.statement import Statements


def attribute(reading: Reading, *, resources: Resources) -> Statements:
    """All statements and letters of a reading."""
    return Statements()
