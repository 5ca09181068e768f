"""Reading -> the day the document was published: metadata and the caller first, then what the text gives for itself."""

from onrecord.basis import Basis
from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import Publication
from onrecord.timespan import Timespan


def find_publication(reading: Reading) -> Publication:
    """When the document was published and how that is known."""
    day = reading.document.published
    if day is None:
        return Publication()
    return Publication(Timespan(day, day, day.isoformat()), reading.document.published_from, Basis("published-as-given"))
