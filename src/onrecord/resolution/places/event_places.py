"""Events, places -> where each event happened: the places that stand in its place arguments or locate it otherwise."""

from onrecord.events.event import Events
from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import Place


def event_places(reading: Reading, events: Events, places: tuple[Place, ...]) -> dict[str, tuple[str, ...]]:
    """Place ids for each event id."""
    return {}
