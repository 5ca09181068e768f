"""A cue in its syntax -> what is credited besides clauses: a preposition's phrase, an object and what it is called, an object alone."""

from dataclasses import dataclass

from onrecord.reading.reading import Token
from onrecord.resources.cues import Cue
from onrecord.span import Span
from onrecord.statements.syntax import Syntax, trimmed

_LIGHT_THINGS = frozenset({"it", "so", "this", "that", "them", "him", "her", "himself", "herself", "itself", "themselves"})


@dataclass(frozen=True, slots=True)
class Found:
    """Content by a rule, and the tokens of those spoken to."""

    content: tuple[Span, ...]
    rule: str
    addressees: tuple[int, ...] = ()


def kind_of_clause(syntax: Syntax, clause: Token) -> str:
    """infinitive, gerund, small (no verb) or clause."""
    kids = syntax.kids(clause.index)
    question = any(t.tag in ("WRB", "WP", "WDT") and t.index < clause.index for t in kids)
    if any(t.dep == "aux" and t.tag == "TO" for t in kids):
        return "clause" if question else "infinitive"
    if clause.tag == "VBG" and not any(t.dep == "aux" for t in kids):
        return "clause" if any(t.dep == "nsubj" for t in kids) and clause.dep == "ccomp" else "gerund"
    if clause.pos not in ("VERB", "AUX") and not any(t.dep in _CLAUSAL_PARTS for t in kids):
        return "clause" if _misread_verb(clause, kids) else "small"
    return "clause"


_CLAUSAL_PARTS = frozenset({"cop", "aux", "auxpass", "nsubjpass", "mark"})


def _misread_verb(clause: Token, kids: list[Token]) -> bool:
    """Whether a noun has a subject before it and a clause after it: a verb read as a noun ("the spate of raids demands that all act")."""
    return any(t.dep == "nsubj" for t in kids) and any(t.dep == "ccomp" and t.index > clause.index for t in kids)


def object_of(syntax: Syntax, verb: Token, particle: Token | None, undergoer: int | None) -> Token | None:
    """The direct object, the particle's object ("called on X"), the person of a dative, or the subject of a passive."""
    if particle is not None and (thing := syntax.kid(particle.index, "pobj", "pcomp")) is not None:
        return thing
    thing = syntax.kid(verb.index, "dobj", "dative")
    if thing is not None and thing.pos == "ADP":
        thing = syntax.kid(thing.index, "pobj")
    if thing is None and undergoer is not None and undergoer != verb.index:
        return syntax.token(undergoer)
    return thing


def prepositional_content(syntax: Syntax, verb: Token, cue: Cue, thing: Token | None, undergoer: int | None) -> Found | None:
    """A preposition's phrase that the cue takes, with the object where that belongs to the content ("accused X of Y")."""
    if not cue.prepositions:
        return None
    if cue.object_with == "content" and thing is None:
        return _heavy_object(syntax, verb, cue)
    among = syntax.kids(verb.index, "prep", "dative", "agent")
    if thing is not None and cue.object_with:
        among += syntax.kids(thing.index, "prep")
    for preposition in among:
        if preposition.text.lower() not in cue.prepositions or preposition.index < verb.index:
            continue
        if syntax.kid(preposition.index, "pobj", "pcomp") is None and syntax.left[preposition.index] == syntax.right[preposition.index]:
            continue
        if _is_day(syntax, preposition):
            continue
        first, last = preposition.index, _before_next_clause(syntax, preposition.index, syntax.right[preposition.index])
        span = trimmed(syntax, first, last)
        if span is None:
            continue
        if cue.object_with == "content" and thing is not None:
            if thing.index < verb.index:
                raised = trimmed(syntax, syntax.left[thing.index], min(syntax.right[thing.index], verb.index - 1))
                return Found(tuple(s for s in (raised, span) if s), "person-and-phrase")
            whole = trimmed(syntax, min(first, syntax.left[thing.index]), max(last, syntax.right[thing.index]))
            return Found((whole,), "person-and-phrase") if whole else None
        addressees = (thing.index,) if thing is not None and cue.object_with == "addressee" else ()
        return Found((span,), "phrase-after-cue", addressees)
    return None


def _heavy_object(syntax: Syntax, verb: Token, cue: Cue) -> Found | None:
    """What is called so behind what it is called, where it is long ("criticized as ineffectual what is her best proposal")."""
    opener = syntax.kid(verb.index, "prep", "advmod")
    if "as" not in cue.prepositions or opener is None or opener.index != verb.index + 1 or opener.text.lower() != "as":
        opener = next((t for t in syntax.reading.tokens[verb.index + 1 : verb.index + 2] if t.text.lower() == "as"), None)
        if "as" not in cue.prepositions or opener is None:
            return None
    said = syntax.token(opener.index + 1) if opener.index < syntax.right[verb.index] else None
    if said is None or said.pos not in ("ADJ", "ADV", "PUNCT", "DET") or said.sentence != verb.sentence:
        return None
    inside = range(opener.index + 1, syntax.right[verb.index] + 1)
    if not any(syntax.token(i).dep in ("dobj", "nsubj") for i in inside[:40]):
        return None
    span = trimmed(syntax, opener.index, syntax.right[verb.index])
    return Found((span,), "phrase-after-cue") if span is not None else None


def _is_day(syntax: Syntax, preposition: Token) -> bool:
    """Whether a phrase only says when ("chided him on Monday for"): what a cue takes is a thing."""
    thing = syntax.kid(preposition.index, "pobj")
    return preposition.text.lower() in ("on", "in", "at", "for") and thing is not None and thing.entity in ("DATE", "TIME")


def _before_next_clause(syntax: Syntax, first: int, last: int) -> int:
    """The end of a phrase before ", and that ...": a clause so opened goes back to the verb above ("said he had accused X of Y and that Z")."""
    tokens = syntax.reading.tokens
    for index in range(first + 2, min(last, first + 60)):
        if tokens[index].text.lower() == "that" and tokens[index].dep == "mark" and tokens[index - 1].text.lower() in ("and", "but"):
            return index - 2
    return last


def complement_content(syntax: Syntax, verb: Token, cue: Cue, thing: Token | None) -> Found | None:
    """An object and what it is called ("called the vote a farce")."""
    if "complement" not in cue.takes:
        return None
    if thing is not None and thing.index > verb.index and _is_called_within(syntax, thing):
        span = trimmed(syntax, syntax.left[thing.index], syntax.right[thing.index])
        return Found((span,), "called-so") if span is not None else None
    for small in syntax.kids(verb.index, "ccomp", "xcomp", "oprd"):
        if small.index < verb.index or (small.dep != "oprd" and kind_of_clause(syntax, small) != "small"):
            continue
        first, last = syntax.left[small.index], syntax.right[small.index]
        if small.dep == "oprd":  # "termed | unprovoked | shelling": a name read as two
            last = max(last, *(syntax.right[t.index] for t in syntax.kids(verb.index, "oprd")))
        if thing is not None and thing.index > verb.index:
            first = min(first, syntax.left[thing.index])
        elif syntax.kid(small.index, "nsubj") is None and thing is None:
            continue
        span = trimmed(syntax, first, last)
        if span is not None:
            return Found((span,), "called-so")
    return None


_OPENING = frozenset({"“", "‘", "``", '"', "'"})


def _is_called_within(syntax: Syntax, thing: Token) -> bool:
    """Whether the parse hid what a thing is called in the thing's own phrase: as an apposition ("the charge and the demand a ploy"), as an
    adjective behind it ("his behaviour 'outrageous'"), or in quotation marks behind a name ("the law 'crazy system'")."""
    for noun in (thing, *syntax.kids(thing.index, "conj")):
        named = syntax.kid(noun.index, "appos")
        if named is not None and named.index > noun.index and not any(syntax.token(i).text == "," for i in _gap(syntax, noun, named)):
            return True
        behind = [t for t in syntax.kids(noun.index, "amod") if t.index > noun.index]
        if not behind or behind[-1].pos != "ADJ" or syntax.kid(behind[-1].index, "prep", "xcomp") is not None:
            continue
        if all(syntax.token(i).text in _OPENING for i in range(noun.index + 1, behind[0].index)):
            return True
    before = syntax.kid(thing.index, "nmod", "compound")
    return before is not None and before.pos == "PROPN" and any(syntax.token(i).text in _OPENING for i in _gap(syntax, before, thing))


def _gap(syntax: Syntax, first: Token, second: Token) -> range:
    """The tokens between a word and the phrase of another after it, but for what hangs on the first behind it; at most three."""
    start = max(
        [first.index, *(syntax.right[t.index] for t in syntax.kids(first.index, "prep", "case", "punct") if t.index < second.index)]
    )
    return range(start + 1, min(max(start + 1, second.index), start + 4))


def object_content(syntax: Syntax, verb: Token, cue: Cue, thing: Token | None, particle: Token | None) -> Found | None:
    """A noun phrase alone ("confirmed the deaths")."""
    if "object" in cue.takes and thing is None and (named := _what_is_called(syntax, verb)) is not None:
        return named
    if "object" not in cue.takes or thing is None or thing.text.lower() in _LIGHT_THINGS or thing.tag in ("WP", "WDT"):
        return None
    before = thing.index < verb.index
    if before and syntax.kid(verb.index, "agent") is None:
        return None
    if not before and particle is None and thing.dep not in ("dobj", "dative"):
        return None
    last = _before_aside(syntax, thing) if not before else min(syntax.right[thing.index], verb.index - 1)
    span = trimmed(syntax, syntax.left[thing.index], last)
    return Found((span,), "passive-subject" if before else "object-of-cue") if span is not None else None


def _what_is_called(syntax: Syntax, verb: Token) -> Found | None:
    """A free relative clause for an object ("condemned what he called a breach")."""
    for clause in syntax.kids(verb.index, "ccomp"):
        first = syntax.token(syntax.left[clause.index])
        if first.index == verb.index + 1 and first.text.lower() in ("what", "whatever") and first.dep in ("dobj", "nsubj", "pobj"):
            span = trimmed(syntax, first.index, syntax.right[clause.index])
            return Found((span,), "object-of-cue") if span is not None else None
    return None


def _before_aside(syntax: Syntax, thing: Token) -> int:
    """The last token of a noun phrase before ", which" or ", where": what is told there in passing is told by whoever writes."""
    last = syntax.right[thing.index]
    for clause in (k for t in (thing, *syntax.kids(thing.index, "prep", "conj")) for k in _relative_clauses(syntax, t)):
        first = syntax.left[clause.index]
        if thing.index < first and syntax.right[clause.index] == last and syntax.token(first - 1).text == ",":
            return first - 2
    return last


def _relative_clauses(syntax: Syntax, token: Token) -> list[Token]:
    """The relative clauses of a noun, or of a preposition's noun."""
    noun = syntax.kid(token.index, "pobj") if token.dep == "prep" else token
    return syntax.kids(noun.index, "relcl") if noun is not None else []
