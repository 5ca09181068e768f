from onrecord import pipeline
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources

LETTER = """Dear Mr. President,

I thank you for your message. Our troops left the border on 3 May 1999.

Sincerely,

Ada Lund
Prime Minister of Norway
"""


def test_first_person_stands_among_the_mentions_of_the_writer_and_the_state(parser: SpacyParser, resources: Resources) -> None:
    found = pipeline.read_document(pipeline.document_from_text(LETTER), parser=parser, resources=resources).resolution
    by_word = {LETTER[m.span.start : m.span.end]: a for a in found.actors for m in a.mentions if m.form == "pronoun"}
    assert by_word["I"].name == "Ada Lund"
    assert by_word["Our"].country == "NOR"
