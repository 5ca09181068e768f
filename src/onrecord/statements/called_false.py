"""Claims that somebody calls false -> denials: called the report baseless, dismissed as lies reports that, described the claim that ... as a lie."""

from onrecord.reading.reading import Token
from onrecord.resources.cues import CueLexicon
from onrecord.resources.markers import Markers
from onrecord.statements.cues import cue_words
from onrecord.statements.draft import Draft
from onrecord.statements.grounds import is_ground, missing_ground
from onrecord.statements.sources import Source, source_of_verb
from onrecord.statements.syntax import Syntax, trimmed

NAMING = frozenset(
    {"call", "label", "brand", "dub", "term", "deem", "describe", "characterize", "characterise", "dismiss", "reject", "denounce", "slam", "condemn",
     "portray", "declare", "pronounce", "discount", "decry"}
)  # fmt: skip
CLAIM_KINDS = frozenset({"rumour-noun", "hearsay-noun", "claim-noun", "accusation-noun", "belief-noun"})
PRONOUNS = frozenset({"it", "this", "that", "these", "them"})
REACH = 50
"""Tokens after a verb of naming in which what it names may end."""
_ENDS = frozenset({".", ";", "?", "!"})


def called_false(syntax: Syntax, lexicon: CueLexicon) -> list[Draft]:
    """A denial for each claim or pronoun that a verb of naming calls false, whatever the parse makes of the clause between them."""
    found = []
    for verb in syntax.reading.tokens:
        if verb.pos != "VERB" or verb.lemma.lower() not in NAMING or (edges := _edges(syntax, lexicon, verb)) is None:
            continue
        source, span = _source(syntax, verb), trimmed(syntax, *edges)
        if source is not None and source.spans and span is not None:
            rule = "called-false/object-of-cue"
            found.append(Draft(source.spans, source.head, cue_words(syntax, verb), verb.index, (span,), "indirect", "denies", rule))
    return found


def _source(syntax: Syntax, verb: Token) -> Source | None:
    """Who calls it false; a participle after a comma goes with the sentence's main verb ("rejected the claim that ..., calling it an invention")."""
    root = syntax.token(syntax.reading.sentences[verb.sentence].root)
    aside = (
        verb.tag == "VBG" and verb.index > 0 and syntax.token(verb.index - 1).text == "," and root.pos == "VERB" and root.index < verb.index
    )
    return source_of_verb(syntax, root.index if aside else verb.index)


def is_claim(lexicon: CueLexicon, token: Token) -> bool:
    """Whether a noun names what somebody says."""
    return token.pos in ("NOUN", "PROPN") and any(c.id in CLAIM_KINDS for c in lexicon.of("noun", token.lemma.lower()))


def is_falsity(lexicon: CueLexicon, token: Token) -> bool:
    """Whether a word says of a claim that it is not true."""
    return bool(lexicon.of("falsity", token.lemma.lower()) or lexicon.of("falsity", token.text.lower()))


def is_refuted(syntax: Syntax, lexicon: CueLexicon, markers: Markers, noun: Token) -> bool:
    """Whether a claim is itself said to be false where it stands ("the report that ... was false", "Sudan's claim that ... is not true")."""
    be = syntax.head(noun)
    if be is not None and noun.dep == "pobj" and be.text.lower() in ("in", "to"):  # "there is no truth in reports that"
        ground = syntax.head(be)
        if ground is None or not is_ground(ground, markers):
            return False
        return any(t.text.lower() in ("no", "any") for t in syntax.kids(ground.index))
    if noun.dep != "nsubj" or be is None:
        return False
    if missing_ground(syntax.reading, be, markers) is not None:
        return True
    if be.lemma.lower() not in ("be", "prove", "remain"):
        return False
    said = syntax.kid(be.index, "acomp", "attr", "oprd")
    if said is None:
        return False
    if syntax.kid(be.index, "neg") is not None:
        return said.lemma.lower() in ("true", "correct", "accurate")
    return is_falsity(lexicon, said)


def _edges(syntax: Syntax, lexicon: CueLexicon, verb: Token) -> tuple[int, int] | None:
    """First and last token of what is called false: a claim's phrase with its clause, up to the word for false where that ends it."""
    tokens, end = syntax.reading.tokens, min(syntax.reading.sentences[verb.sentence].last, verb.index + REACH)
    window = [t for t in tokens[verb.index + 1 : end] if t.text not in ('"', "“", "”", "'", "‘", "’", "``", "''")]
    if not window:
        return None
    if window[0].text.lower() == "as":  # "dismissed as baseless reports that"
        at = next((n for n, t in enumerate(window[1:8], 1) if is_falsity(lexicon, t)), None)
        thing = next((t for t in window[at + 1 : at + 8] if is_claim(lexicon, t)), None) if at is not None else None
        if thing is None or at is None:
            return None
        clause = max((syntax.right[t.index] for t in syntax.kids(thing.index) if t.index > thing.index), default=thing.index)
        return window[at + 1].index, max(thing.index, clause)
    thing = next((t for t in window[:6] if is_claim(lexicon, t) or (t is window[0] and t.text.lower() in PRONOUNS)), None)
    if thing is None or any(t.pos in ("VERB", "AUX", "ADP") for t in window[: window.index(thing)]):
        return None
    for n in range(window.index(thing) + 1, len(window)):
        if window[n].text in _ENDS:
            return None
        if is_falsity(lexicon, window[n]) and _closes(window, n):
            return window[0].index, max(window[n].index, min(syntax.right[window[n].index], window[-1].index))
    return None


def _closes(window: list[Token], at: int) -> bool:
    """Whether a word ends its clause: a mark, a conjunction, a preposition or nothing comes after it."""
    after = window[at + 1] if at + 1 < len(window) else None
    return after is None or after.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ") or after.dep in ("punct", "cc")
