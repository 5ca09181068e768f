"""Reading -> Statements: who is credited for what, nested, and the letters."""

from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.statements.direct_quotes import direct_speech
from onrecord.statements.draft import Draft
from onrecord.statements.indirect_speech import indirect_speech
from onrecord.statements.labels import announced_speech, labelled_speech
from onrecord.statements.nesting import nest
from onrecord.statements.nominal_speech import nominal_speech
from onrecord.statements.quotations import find_quotations, paragraphs
from onrecord.statements.statement import Statements
from onrecord.statements.syntax import syntax_of
from onrecord.statements.unnamed import credited_by_phrases, credited_to_nobody


def attribute(reading: Reading, *, resources: Resources) -> Statements:
    """All statements and letters of a reading."""
    text, lexicon = reading.document.text, resources.cues
    syntax, paras = syntax_of(reading), paragraphs(text)
    drafts = direct_speech(syntax, lexicon, find_quotations(text, paras), paras)
    drafts += labelled_speech(syntax, paras)
    drafts += announced_speech(syntax, lexicon, paras, _heads(drafts))
    drafts += credited_by_phrases(syntax, lexicon, _heads(drafts))
    drafts += indirect_speech(syntax, lexicon, _heads(drafts))
    drafts += nominal_speech(syntax, lexicon, _heads(drafts))
    drafts += credited_to_nobody(syntax, lexicon)
    return nest(reading, drafts)


def _heads(drafts: list[Draft]) -> set[int]:
    """The tokens that are a cue already."""
    return {d.cue_head for d in drafts if d.cue_head is not None}
