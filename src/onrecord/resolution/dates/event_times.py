"""Events, times -> each event's own interval, from its own time expressions, tense and narrative."""

from dataclasses import dataclass

from onrecord.basis import Basis
from onrecord.events.event import Events
from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import Publication, Time
from onrecord.statements.statement import Statements
from onrecord.timespan import Timespan


@dataclass(frozen=True, slots=True)
class EventTime:
    """An event's interval, the ids of the times it comes from, and why."""

    timespan: Timespan = Timespan()
    times: tuple[str, ...] = ()
    basis: Basis = Basis("no-time-in-text")


def event_times(
    reading: Reading, statements: Statements, events: Events, times: tuple[Time, ...], publication: Publication
) -> dict[str, EventTime]:
    """An EventTime for each event id. An event the text does not date stays undated."""
    return {}
