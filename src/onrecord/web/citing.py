"""Claims, events, documents and actors -> text to cite: who, document, day, quotation, characters, hash."""

from collections.abc import Sequence

from onrecord.exports import telling
from onrecord.record.answers import DocumentRow
from onrecord.record.told import Told

QUOTED = 30
"""Claims that the citation of an event or an actor quotes."""


def chain(told: Told) -> list[str]:
    """Who says so, outermost first, beginning with the document's own voice."""
    names = [telling.own_voice(told), *(telling.voice_words(v) for v in told.chain)]
    return names[1:] if len(names) > 1 and names[0] == names[1] else names


def of_claim(told: Told) -> str:
    """A claim to cite: who says so, the document with its title and day, the quotation, its characters and the document's hash."""
    dated = telling.day_words(told.published) if told.published else "undated"
    first, last = told.sentence_span.start, told.sentence_span.end
    named = f", “{told.called}”" if told.called and told.called not in (told.publisher, telling.own_voice(told).strip("“”")) else ""
    return f"{' › '.join(chain(told))}{named}, {dated}: “{told.sentence}” [characters {first}–{last} of {told.document}; claim {told.id}]"


def of_claims(head: str, claims: Sequence[Told]) -> str:
    """Something that claims tell of: a line for it, then a line for each claim, and how many more there are."""
    lines = [f"- {of_claim(c)}" for c in claims[:QUOTED]]
    more = [f"- and {len(claims) - QUOTED} more in the record"] if len(claims) > QUOTED else []
    return "\n".join([head, *lines, *more])


def of_document(document: DocumentRow) -> str:
    """A document to cite: publisher or author, title, day, where it came from, length and hash."""
    by = document.publisher or (document.voice.name if document.voice else "publisher not given")
    dated = telling.day_words(document.published) if document.published else "undated"
    found_at = document.url or document.external_id or (document.path or "").rpartition("/")[2]
    title = f", “{document.title}”" if document.title else ""
    return f"{by}{title}, {dated}{f', {found_at}' if found_at else ''} [{document.characters} characters; {document.id}]"
