"""Document -> Reading: parse, then find times, places and actors, and link what is one."""

from dataclasses import replace

from onrecord.documents.document import Document
from onrecord.reading.coreference import link_mentions
from onrecord.reading.mentions import find_mentions
from onrecord.reading.parse import Parser, children_of
from onrecord.reading.reading import Reading
from onrecord.reading.repairs import repaired
from onrecord.reading.timexes import read_timexes
from onrecord.reading.toponyms import find_toponyms
from onrecord.reading.tree import without_circles
from onrecord.resources.resources import Resources


def read(document: Document, *, parser: Parser, resources: Resources) -> Reading:
    """A document's tokens, sentences and mentions."""
    parse = parser.parse(document)
    tokens = repaired(without_circles(parse.tokens), resources=resources)
    reading = Reading(document=document, tokens=tokens, sentences=parse.sentences, children=children_of(tokens), parser=parser.identity)
    reading = read_timexes(reading, resources=resources)
    reading = replace(reading, toponyms=find_toponyms(reading, resources=resources))
    mentions = find_mentions(reading, resources=resources)
    return replace(reading, mentions=link_mentions(reading, mentions, resources=resources))
