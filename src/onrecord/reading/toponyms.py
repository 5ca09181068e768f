"""Reading -> toponyms: names of places and demonyms, by gazetteer and context."""

from onrecord.reading.reading import Reading, Toponym
from onrecord.resources.resources import Resources


def find_toponyms(reading: Reading, *, resources: Resources) -> tuple[Toponym, ...]:
    """The toponyms of a parsed document, in text order."""
    return ()
