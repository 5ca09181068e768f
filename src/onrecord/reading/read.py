"""Document -> Reading: parse, then find times, places and actors, and link what is one."""

from onrecord.documents.document import Document
from onrecord.reading.parse import Parser, children_of
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources


def read(document: Document, *, parser: Parser, resources: Resources) -> Reading:
    """A document's tokens, sentences and mentions."""
    parse = parser.parse(document)
    return Reading(
        document=document, tokens=parse.tokens, sentences=parse.sentences, children=children_of(parse.tokens), parser=parser.identity
    )
