"""Noun cues -> statements: X's claim that, the accusation of, expressed concern over, issued a warning that, a statement saying."""

from onrecord.reading.reading import Token
from onrecord.resources.cues import Cue, CueLexicon
from onrecord.resources.markers import Markers
from onrecord.span import Span
from onrecord.statements.called_false import is_refuted
from onrecord.statements.contents import kind_of_clause
from onrecord.statements.cues import cues_of, for_of
from onrecord.statements.draft import Draft
from onrecord.statements.sources import Source, source_of_noun, source_of_verb
from onrecord.statements.syntax import Syntax, is_that_clause, trimmed

LIGHT = frozenset(
    {"make", "issue", "express", "voice", "have", "give", "offer", "raise", "reiterate", "repeat", "renew", "extend", "convey", "deliver",
     "level", "file", "launch", "send", "lodge", "utter", "air", "register", "share", "hold", "harbor", "harbour", "cast", "state", "restate",
     "sound", "lay", "pay", "declare", "put", "release", "publish", "present", "submit", "take", "show", "signal", "announce", "draw"}
)  # fmt: skip
"""Verbs whose subject is the source of their object noun: "made the claim", "voiced support"."""


def nominal_speech(syntax: Syntax, lexicon: CueLexicon, markers: Markers) -> list[Draft]:
    """All statements whose cue is a noun with a content of its own."""
    found = []
    for token in syntax.reading.tokens:
        if token.pos == "NOUN" and (draft := _of_noun(syntax, lexicon, markers, token)) is not None:
            found.append(draft)
    return found


def _of_noun(syntax: Syntax, lexicon: CueLexicon, markers: Markers, noun: Token) -> Draft | None:
    for cue, _ in cues_of(syntax, lexicon, noun, "noun"):
        content = _content(syntax, noun, cue)
        if content is None:
            continue
        source, words, rule = _source(syntax, noun)
        shape = content[1]
        refuted = is_refuted(syntax, lexicon, markers, noun)
        told = "phrase" in cue.takes or (shape == "noun-clause" and _is_about(syntax, noun, cue, content[0]))
        if not source.spans and (not told or refuted):
            return None
        none = any(t.dep == "det" and t.text.lower() == "no" for t in syntax.kids(noun.index))
        return Draft(
            source=source.spans,
            source_head=source.head,
            cue=words,
            cue_head=noun.index,
            content=(content[0],),
            quotation="indirect",
            stance="other" if none else "asserts" if not source.spans else cue.stance,  # type: ignore[arg-type]
            rule=f"{cue.id}/{shape}-{rule}",
            hold="rejected" if refuted else "silent" if none else "full",
        )
    return None


def _content(syntax: Syntax, noun: Token, cue: Cue) -> tuple[Span, str] | None:
    """A that-clause or an infinitive of the noun, or the phrase of a preposition that it takes."""
    for clause in syntax.kids(noun.index, "acl", "ccomp", "relcl", "xcomp"):
        if clause.index < noun.index:
            continue
        kind = kind_of_clause(syntax, clause)
        marked = is_that_clause(syntax, clause)
        if (kind == "infinitive" and "infinitive" in cue.takes) or (kind == "clause" and marked and "clause" in cue.takes):
            span = trimmed(syntax, syntax.left[clause.index], syntax.right[clause.index])
            if span is not None:
                return span, "noun-clause"
    for clause in syntax.kids(noun.index, "advcl", "acl"):
        if clause.index > noun.index and "for" in cue.prepositions and (opener := for_of(syntax, clause)) is not None:
            span = trimmed(syntax, opener.index + 1, syntax.right[clause.index])
            if span is not None:
                return span, "noun-clause"
    for preposition in syntax.kids(noun.index, "prep"):
        if preposition.index > noun.index and preposition.text.lower() in cue.prepositions:
            thing = syntax.kid(preposition.index, "pobj", "pcomp")
            if thing is not None and preposition.text.lower() == "of" and _is_author(syntax, noun, thing):
                continue
            span = trimmed(syntax, syntax.left[thing.index], syntax.right[thing.index]) if thing is not None else None
            if span is not None:
                return span, "noun-phrase"
    return None


_SIGNS = frozenset({"charge", "evidence", "idea", "notion", "theory", "news", "word", "sense", "certainty", "knowledge", "confirmation", "message", "story"})  # fmt: skip
"""Nouns of claiming that tell of a thing more often than of somebody who says it."""


def _is_about(syntax: Syntax, noun: Token, cue: Cue, content: Span) -> bool:
    """Whether a noun of fear, hope or claiming stands by itself for what people say ("fears that the dam will break", "there is agreement that")."""
    if not any(t.dep == "mark" and t.start == content.start for k in syntax.kids(noun.index) for t in syntax.kids(k.index)):
        return False  # "the account that he uses": no clause of a claim
    there = (head := syntax.head(noun)) is not None and syntax.kid(head.index, "expl") is not None
    if "alone" not in cue.takes or noun.lemma.lower() in _SIGNS:
        return there and "there" in cue.takes
    return there or noun.tag == "NNS" or noun.dep in ("nsubj", "nsubjpass", "pobj")


def _is_author(syntax: Syntax, noun: Token, thing: Token) -> bool:
    """Whether "of" names who made a paper and not what it tells ("the report of the Group of Experts", unlike "reports of fighting")."""
    definite = any(t.dep == "det" and t.text.lower() == "the" for t in syntax.kids(noun.index))
    named = noun.tag == "NN" and thing.pos == "PROPN" and thing.entity in ("ORG", "PERSON", "")
    return definite and (named or thing.lemma.lower() in syntax.speakers.owners)


def _source(syntax: Syntax, noun: Token) -> tuple[Source, tuple[Span, ...], str]:
    """Who is credited, by the noun's own words or by the verb it is the object of; the cue's words; and which of the two it was."""
    own = source_of_noun(syntax, noun)
    head = syntax.head(noun)
    if not own.spans and head is not None and noun.dep == "dobj" and head.pos == "VERB" and head.lemma.lower() in LIGHT:
        source = source_of_verb(syntax, head.index)
        if source is not None and source.spans:
            return source, (syntax.span(head.index, noun.index),), "of-light-verb"
    return own, (noun.span,), "of-possessor" if own.spans else "unnamed"
