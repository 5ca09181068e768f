"""Reading -> Statements: who is credited for what, nested, and the letters."""

from dataclasses import replace

from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.statements.called_false import called_false
from onrecord.statements.closings import closing_sources, cut_at_closings
from onrecord.statements.dash_speech import dash_quotations
from onrecord.statements.direct_quotes import direct_speech
from onrecord.statements.draft import Draft
from onrecord.statements.edges import through_quotations, with_clean_edges
from onrecord.statements.indirect_speech import indirect_speech
from onrecord.statements.labels import announced_speech, labelled_speech, without_labels
from onrecord.statements.letter import Letter
from onrecord.statements.letters import enclosed_letters, find_letters, speaks_as_itself
from onrecord.statements.nesting import nest
from onrecord.statements.nominal_speech import nominal_speech
from onrecord.statements.posts import posts, without_account_lines
from onrecord.statements.quotations import find_quotations, paragraphs
from onrecord.statements.rejoinders import rejoinders, with_what_they_take_up
from onrecord.statements.resolutions import resolution_acts
from onrecord.statements.statement import Statements
from onrecord.statements.syntax import Syntax, syntax_of
from onrecord.statements.unnamed import credited_by_phrases, credited_to_nobody


def attribute(reading: Reading, *, resources: Resources) -> Statements:
    """All statements and letters of a reading."""
    text, lexicon = reading.document.text, resources.cues
    syntax, paras = syntax_of(reading, resources.speakers), paragraphs(text)
    quoted = sorted([*find_quotations(text, paras), *dash_quotations(syntax, lexicon, paras)], key=lambda q: (q.span.start, -q.span.end))
    drafts = direct_speech(syntax, lexicon, quoted, paras)
    drafts += labelled_speech(syntax, lexicon, paras)
    drafts += posts(syntax)
    drafts += announced_speech(syntax, lexicon, paras, _heads(drafts))
    drafts += resolution_acts(syntax)
    closings = [d for d in closing_sources(syntax) if d.cue_head not in _heads(drafts)]
    drafts += closings
    drafts += credited_by_phrases(syntax, lexicon, _heads(drafts))
    drafts += [d for d in called_false(syntax, lexicon) if d.cue_head not in _heads(drafts)]
    drafts += rejoinders(syntax, lexicon, _heads(drafts))
    by_nouns = nominal_speech(syntax, lexicon, resources.markers)
    light = {c.start for d in by_nouns if d.rule.endswith("of-light-verb") for c in d.cue}
    indirect = [d for d in indirect_speech(syntax, lexicon, _heads(drafts)) if not _only_light(syntax, d, light)]
    drafts += through_quotations(indirect, quoted)
    drafts += by_nouns
    drafts += credited_to_nobody(syntax, lexicon)
    letters = find_letters(syntax)
    drafts = [d for d in drafts if not _opens_mail(d, letters)]
    known = {s for d in drafts if d.rule == "announced-statement" for s in d.source}
    drafts += [d for d in enclosed_letters(syntax, letters) if d.source[0] not in known]
    drafts = [_of_author(text, d, letters) for d in drafts]
    drafts = with_what_they_take_up(syntax, lexicon, cut_at_closings(without_labels(drafts), closings))
    return replace(nest(reading, with_clean_edges(text, without_account_lines(drafts))), letters=letters)


def _of_author(text: str, draft: Draft, letters: tuple[Letter, ...]) -> Draft:
    """A letter's words about its author's own body ("my Government demands") are the author's voice."""
    itself = len(draft.source) == 1 and draft.hold == "full" and speaks_as_itself(letters, text, draft.source[0].of(text))
    return replace(draft, hold="same_voice") if itself else draft


def _opens_mail(draft: Draft, letters: tuple[Letter, ...]) -> bool:
    """Whether a text was taken for announced by the line "On ..., X wrote:", which opens a mail quoted below an answer."""
    if draft.rule != "announced-statement" or not draft.cue:
        return False
    return any(x.body and x.span.start <= draft.cue[0].start < x.body[0].start for x in letters)


def _heads(drafts: list[Draft]) -> set[int]:
    """The tokens that are a cue already."""
    return {d.cue_head for d in drafts if d.cue_head is not None}


def _only_light(syntax: Syntax, draft: Draft, light: set[int]) -> bool:
    """Whether a verb with a bare object is part of a noun cue already ("expressed | concern over")."""
    return draft.rule.endswith("object-of-cue") and draft.cue_head is not None and syntax.token(draft.cue_head).start in light
