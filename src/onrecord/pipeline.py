"""The order of the stages, once, top to bottom."""

from dataclasses import dataclass
from datetime import date

from onrecord.documents.document import Document, new_document
from onrecord.documents.layout import lay_out
from onrecord.events.event import Events
from onrecord.events.extract import extract
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import Resolution
from onrecord.resolution.resolve import resolve
from onrecord.resources.resources import Resources
from onrecord.statements.attribute import attribute
from onrecord.statements.statement import Statements


@dataclass(frozen=True, slots=True)
class Stages:
    """What each stage made of one document."""

    reading: Reading
    statements: Statements
    events: Events
    resolution: Resolution


def read_document(document: Document, *, parser: Parser, resources: Resources) -> Stages:
    """One laid-out document through every stage."""
    reading = read(document, parser=parser, resources=resources)
    statements = attribute(reading, resources=resources)
    events = extract(reading, statements, resources=resources)
    resolution = resolve(reading, statements, events, resources=resources)
    return Stages(reading, statements, events, resolution)


def document_from_text(
    text: str, *, published: date | None = None, publisher: str | None = None, title: str | None = None, external_id: str | None = None
) -> Document:
    """A text taken as it stands, laid out: the face for those who have the text already."""
    return lay_out(new_document(text, published=published, publisher=publisher, title=title, external_id=external_id))
