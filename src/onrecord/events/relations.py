"""Reading, events -> relations between events of the document: answers, causes, follows, part of, same event, denies."""

from onrecord.events.event import EventMention, Relation
from onrecord.reading.reading import Reading
from onrecord.statements.statement import Statements


def find_relations(reading: Reading, events: tuple[EventMention, ...], statements: Statements) -> tuple[Relation, ...]:
    """The relations that the text's own words show."""
    return ()
