"""A cue in its syntax -> what is credited: a clause after it, before it or around it, an object, a preposition's phrase."""

from dataclasses import dataclass

from onrecord.reading.reading import Token
from onrecord.resources.cues import Cue
from onrecord.span import Span
from onrecord.statements.syntax import Syntax, is_that_clause, trimmed

_CORE = frozenset(
    {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "dobj", "dative", "prep", "npadvmod", "agent", "prt", "expl", "pobj", "oprd"}
)
_BOUNDS = frozenset({",", ";", ":", "-", "–", "—", "--", "(", ")", '"', "“", "”", "'", "’", "''", "``", ".", "?", "!"})
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
    if clause.pos not in ("VERB", "AUX") and not any(t.dep in ("cop", "aux", "mark") for t in kids):
        return "small"
    return "clause"


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


def clause_content(syntax: Syntax, verb: Token, cue: Cue, thing: Token | None, undergoer: int | None) -> Found | None:
    """A clause of a kind the cue takes."""
    if thing is not None and cue.object_with == "addressee" and "clause" in cue.takes and (told := _told(syntax, thing)) is not None:
        return told
    for clause in syntax.kids(verb.index, "ccomp", "xcomp"):
        kind = kind_of_clause(syntax, clause)
        raises = (
            undergoer is not None
            and kind == "infinitive"
            and "clause" in cue.takes
            and cue.object_with != "addressee"
            and verb.lemma != "suppose"
        )
        if (kind not in cue.takes and not raises) or (kind == "clause" and clause.dep == "xcomp" and clause.pos not in ("VERB", "AUX")):
            continue
        first, last = syntax.left[clause.index], syntax.right[clause.index]
        if first < verb.index:
            if kind == "clause" and (found := around(syntax, verb, clause)) is not None:
                return found
            continue
        addressees: tuple[int, ...] = (thing.index,) if thing is not None and cue.object_with == "addressee" else ()
        if kind == "infinitive" and cue.object_with == "addressee":
            subject = syntax.kid(clause.index, "nsubj")
            marker = syntax.kid(clause.index, "aux")
            if subject is not None and marker is not None and subject.index < marker.index:
                first, addressees = marker.index, (subject.index,)
        last = _before_participle(syntax, clause, last) if cue.stance == "denies" else last
        span = trimmed(syntax, first, _cut(syntax, first, last, clause))
        if span is None:
            continue
        if (
            undergoer is not None
            and thing is not None
            and thing.index == undergoer
            and kind == "infinitive"
            and cue.object_with != "addressee"
        ):
            raised = trimmed(syntax, syntax.left[undergoer], syntax.right[undergoer])
            return Found((raised, span) if raised else (span,), f"raised-{kind}")
        return Found((span,), f"{kind}-after-cue", addressees)
    return None


def _before_participle(syntax: Syntax, clause: Token, last: int) -> int:
    """The end of what is denied before a participle after a comma: who denies does that too ("denied the raid, blaming bandits")."""
    for kid in syntax.kids(clause.index, "advcl", "conj"):
        first = syntax.left[kid.index]
        if kid.tag == "VBG" and kid.index > clause.index and syntax.token(first - 1).text == "," and syntax.kid(clause.index, "cc") is None:
            return first - 1
    return last


def _told(syntax: Syntax, person: Token) -> Found | None:
    """A that-clause which the parse hangs on the person told ("told the council that jets bombed Quneitra")."""
    for clause in syntax.kids(person.index, "relcl", "acl"):
        if clause.index > person.index and is_that_clause(syntax, clause):
            span = trimmed(syntax, syntax.left[clause.index], syntax.right[clause.index])
            return Found((span,), "clause-after-cue", (person.index,)) if span is not None else None
    return None


def _cut(syntax: Syntax, first: int, last: int, clause: Token) -> int:
    """The end of a clause before a participle that is the speaker's again (", adding that ...")."""
    for kid in syntax.kids(clause.index, "advcl", "conj", "parataxis"):
        if returns_to_speaker(syntax, kid) and kid.index > first + 1:
            return max(first, syntax.left[kid.index] - 1)
    return last


_RETURNING = frozenset({"add", "note", "stress", "emphasize", "emphasise", "underline", "underscore", "explain", "conclude", "continue", "recall", "observe", "remark", "point", "reiterate"})  # fmt: skip


def returns_to_speaker(syntax: Syntax, verb: Token) -> bool:
    """Whether a participle or a verb without a subject of its own goes back to whoever spoke before ("..., adding that")."""
    if verb.lemma.lower() not in _RETURNING or verb.tag not in ("VBG", "VBD") or syntax.kid(verb.index, "nsubj", "nsubjpass") is not None:
        return False
    return verb.tag == "VBD" or (verb.index > 0 and syntax.left[verb.index] > 0 and syntax.token(syntax.left[verb.index] - 1).text == ",")


def around(syntax: Syntax, verb: Token, clause: Token | None) -> Found | None:
    """What stands before a cue and, where the cue interrupts it, after it: all of the host clause but the words that credit."""
    sentence = syntax.reading.sentences[verb.sentence]
    first, last = parenthetical(syntax, verb)
    host = clause if clause is not None else syntax.head(verb)
    if host is None or (clause is None and verb.tag not in ("VBD", "VBZ", "VBP")) or (first and syntax.token(first - 1).text == ";"):
        return None
    if clause is None and not (
        _bounded(syntax, first - 1, sentence.first, left=True) and _bounded(syntax, last + 1, sentence.last, left=False)
    ):
        return None
    begin = sentence.first if verb.dep in ("ROOT", "parataxis") or host.dep == "ROOT" else min(syntax.left[host.index], first)
    end = syntax.right[host.index]
    pieces = [trimmed(syntax, begin, first - 1), trimmed(syntax, last + 1, end) if end > last + 1 else None]
    content = tuple(p for p in pieces if p is not None and len(p) > 1)
    return Found(content, "clause-around-cue" if len(content) > 1 else "clause-before-cue") if content else None


def parenthetical(syntax: Syntax, verb: Token) -> tuple[int, int]:
    """First and last token of the words that credit: the verb with subject, auxiliaries, addressee, time and place beside it."""
    sentence = syntax.reading.sentences[verb.sentence]
    ends = {syntax.right[t.index]: syntax.left[t.index] for t in syntax.kids(verb.index) if t.dep in _CORE and t.index < verb.index}
    starts = {syntax.left[t.index]: syntax.right[t.index] for t in syntax.kids(verb.index) if t.dep in _CORE and t.index > verb.index}
    first = last = verb.index
    while True:
        if first - 1 in ends:
            first = ends[first - 1]
        elif first - 2 in ends and syntax.token(first - 1).text == "," and first - 2 >= sentence.first:
            first = ends[first - 2]
        else:
            break
    while True:
        if last + 1 in starts:
            last = starts[last + 1]
        elif last + 2 in starts and syntax.token(last + 1).text == "," and starts[last + 2] == sentence.last - 2:
            last = starts[last + 2]
        else:
            break
    return first, last


def _bounded(syntax: Syntax, index: int, edge: int, *, left: bool) -> bool:
    return (index < edge if left else index >= edge) or syntax.token(index).text in _BOUNDS


def prepositional_content(syntax: Syntax, verb: Token, cue: Cue, thing: Token | None, undergoer: int | None) -> Found | None:
    """A preposition's phrase that the cue takes, with the object where that belongs to the content ("accused X of Y")."""
    if not cue.prepositions:
        return None
    if cue.object_with == "content" and thing is None:
        return None
    among = syntax.kids(verb.index, "prep", "dative", "agent")
    if thing is not None and cue.object_with:
        among += syntax.kids(thing.index, "prep")
    for preposition in among:
        if preposition.text.lower() not in cue.prepositions or preposition.index < verb.index:
            continue
        if syntax.kid(preposition.index, "pobj", "pcomp") is None and syntax.left[preposition.index] == syntax.right[preposition.index]:
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
    named = syntax.kid(thing.index, "appos") if thing is not None and thing.index > verb.index else None
    if named is not None and thing is not None and syntax.left[named.index] == thing.index + 1:
        span = trimmed(syntax, syntax.left[thing.index], syntax.right[thing.index])
        return Found((span,), "called-so") if span is not None else None
    for small in syntax.kids(verb.index, "ccomp", "xcomp", "oprd"):
        if small.index < verb.index or (small.dep != "oprd" and kind_of_clause(syntax, small) != "small"):
            continue
        first, last = syntax.left[small.index], syntax.right[small.index]
        if thing is not None and thing.index > verb.index:
            first = min(first, syntax.left[thing.index])
        elif syntax.kid(small.index, "nsubj") is None and thing is None:
            continue
        span = trimmed(syntax, first, last)
        if span is not None:
            return Found((span,), "called-so")
    return None


def object_content(syntax: Syntax, verb: Token, cue: Cue, thing: Token | None, particle: Token | None) -> Found | None:
    """A noun phrase alone ("confirmed the deaths")."""
    if "object" not in cue.takes or thing is None or thing.text.lower() in _LIGHT_THINGS or thing.tag in ("WP", "WDT"):
        return None
    before = thing.index < verb.index
    if before and syntax.kid(verb.index, "agent") is None:
        return None
    if not before and particle is None and thing.dep not in ("dobj", "dative"):
        return None
    span = trimmed(
        syntax, syntax.left[thing.index], syntax.right[thing.index] if not before else min(syntax.right[thing.index], verb.index - 1)
    )
    return Found((span,), "passive-subject" if before else "object-of-cue") if span is not None else None
