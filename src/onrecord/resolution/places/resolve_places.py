"""Reading, events -> places: each toponym resolved against the gazetteer, with candidates, scores and reasons."""

from onrecord.events.event import Events
from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import Place
from onrecord.resources.resources import Resources


def resolve_places(reading: Reading, events: Events, *, resources: Resources) -> tuple[Place, ...]:
    """One Place for each toponym of the reading, in the same order, ids "p1", "p2" ..."""
    return ()
