"""A cue in its syntax -> the clause that is credited: after it, before it or around it."""

from onrecord.reading.reading import Token
from onrecord.resources.cues import Cue
from onrecord.statements.contents import Found, kind_of_clause
from onrecord.statements.contents_around import around
from onrecord.statements.cues import for_of
from onrecord.statements.returning import returns_to_speaker
from onrecord.statements.syntax import Syntax, is_that_clause, trimmed


def clause_content(syntax: Syntax, verb: Token, cue: Cue, thing: Token | None, undergoer: int | None) -> Found | None:
    """A clause of a kind the cue takes."""
    if thing is not None and cue.object_with == "addressee" and "clause" in cue.takes and (told := _told(syntax, thing)) is not None:
        return told
    for clause in _clauses(syntax, verb):
        kind = kind_of_clause(syntax, clause)
        raises = kind == "infinitive" and undergoer is not None and "clause" in cue.takes and cue.object_with != "addressee"
        raises = raises and verb.lemma != "suppose"
        fronted = kind == "small" and "clause" in cue.takes and clause.dep == "ccomp" and _fronted(syntax, verb, clause)
        if (kind not in cue.takes and not raises and not fronted) or (
            kind == "clause" and clause.dep == "xcomp" and clause.pos not in ("VERB", "AUX")
        ):
            continue
        if syntax.left[clause.index] >= verb.index:
            found = _after(syntax, verb, cue, clause, kind, thing, undergoer)
        else:
            found = around(syntax, verb, clause) if kind in ("clause", "small") and not _writers_own(syntax, verb, clause) else None
        if found is not None:
            return found
    return (_behind_adjuncts(syntax, verb, cue) or _above(syntax, verb)) if "clause" in cue.takes else None


def _after(syntax: Syntax, verb: Token, cue: Cue, clause: Token, kind: str, thing: Token | None, undergoer: int | None) -> Found | None:
    """A clause behind its cue, with the subject of a passive that it is raised from ("the crew were said | to have drowned")."""
    first, last = syntax.left[clause.index], _with_main_clause(syntax, verb, clause)
    told = cue.object_with == "addressee"
    addressees: tuple[int, ...] = (thing.index,) if thing is not None and told else ()
    if kind == "infinitive" and told:
        subject, marker = syntax.kid(clause.index, "nsubj"), syntax.kid(clause.index, "aux")
        if subject is not None and marker is not None and subject.index < marker.index:
            first, addressees = marker.index, (subject.index,)
    if clause.dep == "advcl" and kind == "clause" and _said_then(syntax, verb, clause):
        first = syntax.right[first] + 1
    if kind == "infinitive" and (opener := for_of(syntax, clause)) is not None:
        first = opener.index + 1
    elif kind == "infinitive" and thing is not None and not told and _does_what_is_asked(syntax, thing, first):
        first = syntax.left[thing.index]
    last = _before_participle(syntax, clause, last) if cue.stance == "denies" else last
    last = _before_writers_time(syntax, verb, clause, last)
    span = trimmed(syntax, first, _cut(syntax, first, last, clause))
    if span is None:
        return None
    if undergoer is not None and thing is not None and thing.index == undergoer and kind == "infinitive" and not told:
        raised = trimmed(syntax, syntax.left[undergoer], syntax.right[undergoer])
        return Found((raised, span) if raised else (span,), f"raised-{kind}")
    return Found((span,), f"{kind}-after-cue", addressees)


_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})


def _before_writers_time(syntax: Syntax, verb: Token, clause: Token, last: int) -> int:
    """The end of what was said before ", hours after ...": when it was said is the writer's ("said they would leave, a day after the envoy died")."""
    if verb.tag != "VBD":
        return last
    tokens = syntax.reading.tokens
    for index in range(clause.index + 1, min(last - 2, clause.index + 60)):
        if tokens[index].text != ",":
            continue
        unit = next((t for t in tokens[index + 1 : index + 4] if t.lemma.lower() in _UNITS), None)
        if unit is not None and unit.index + 2 < last and tokens[unit.index + 1].text.lower() in ("after", "before"):
            return index - 1
    return last


def _with_main_clause(syntax: Syntax, verb: Token, clause: Token) -> int:
    """The end of a clause; of a condition that stands first in what is said and hides its main clause above the cue, the end of that one
    ("warned that, should raids continue, it would respond")."""
    opener, host = syntax.token(syntax.left[clause.index]), syntax.head(verb)
    conditional = opener.text.lower() == "that" and opener.index + 1 < clause.index and syntax.token(opener.index + 1).text == ","
    if not conditional or host is None or verb.dep != "ccomp" or host.index < clause.index:
        return syntax.right[clause.index]
    return syntax.right[host.index]


def _writers_own(syntax: Syntax, verb: Token, clause: Token) -> bool:
    """Whether a colon parts a clause from the cue after it: it is whoever writes who says it ("A clash was reported: villagers said")."""
    return any(t.text == ":" and clause.index < t.index < verb.index for t in syntax.kids(verb.index, "punct"))


def _above(syntax: Syntax, verb: Token) -> Found | None:
    """A that-clause which the parse makes the head of its own cue ("continues to insist, most recently today, that he wants peace")."""
    outer = syntax.head(verb) if verb.dep == "xcomp" else verb
    host = syntax.head(outer) if outer is not None and outer.dep == "ccomp" and not syntax.kids(verb.index, "xcomp") else None
    opener = syntax.kid(host.index, "mark") if host is not None and host.index > verb.index else None
    if host is None or opener is None or opener.text.lower() != "that" or opener.index < verb.index:
        return None
    span = trimmed(syntax, opener.index, syntax.right[host.index])
    return Found((span,), "clause-after-cue") if span is not None else None


def _fronted(syntax: Syntax, verb: Token, clause: Token) -> bool:
    """Whether words without a verb stand before a comma and who says them ("Truce unlikely to hold, envoys say")."""
    return clause.index < verb.index and any(t.text == "," and t.index > clause.index for t in syntax.kids(verb.index, "punct"))


def _does_what_is_asked(syntax: Syntax, thing: Token, first: int) -> bool:
    """Whether "for" and a noun stand right before an infinitive, whose subject the noun is ("called for the militia to release")."""
    opener = syntax.head(thing)
    return opener is not None and opener.text.lower() == "for" and thing.dep == "pobj" and syntax.right[thing.index] + 1 == first


def _asked_for(syntax: Syntax, verb: Token, clause: Token) -> bool:
    """Whether an infinitive read as a purpose follows the verb's "for" and a noun, who is to do it ("called for the council to act")."""
    first = syntax.left[clause.index]
    asked = next((t for t in syntax.kids(verb.index, "prep") if t.text.lower() == "for" and t.index > verb.index), None)
    return asked is not None and syntax.right[asked.index] + 1 == first and syntax.token(first).tag == "TO"


def _clauses(syntax: Syntax, verb: Token) -> list[Token]:
    """The clauses that complete a verb; of "made (it) clear that", the one after the adjective."""
    hosts = (verb.index, verb.head) if verb.pos == "ADJ" else (verb.index,)
    found = [t for host in hosts for t in syntax.kids(host, "advcl") if t.index > verb.index and _of_doubt(syntax, verb, t)]
    found += [
        t
        for t in syntax.kids(verb.index, "advcl")
        if t.index > verb.index
        and (for_of(syntax, t) or _asked_for(syntax, verb, t) or _said_then(syntax, verb, t) or _tasked(syntax, verb, t))
    ]
    for clause in syntax.kids(verb.index, "ccomp", "xcomp"):
        if clause.pos == "ADJ" and clause.text.lower() in _MADE and syntax.kid(clause.index, "cop", "aux") is None:
            if verb.dep == "advcl" and verb.tag == "VBG" and (host := syntax.head(verb)) is not None and host.dep == "ccomp":
                continue  # "found that the convoy was hit, making it clear that": what follows from it, nobody's words
            found += [t for t in syntax.kids(clause.index, "ccomp", "advcl") if t.index > clause.index]
        else:
            found.append(clause)
    return found


_TASKING = frozenset({"task", "charge", "mandate", "order", "instruct", "direct", "command"})


def _tasked(syntax: Syntax, verb: Token, clause: Token) -> bool:
    """Whether an infinitive read as a purpose is what somebody is told to do ("charged the army to guard the dam")."""
    person = syntax.kid(verb.index, "dobj")
    first = syntax.token(syntax.left[clause.index])
    told = verb.lemma.lower() in _TASKING and person is not None and syntax.right[person.index] + 1 == first.index
    return told and first.tag == "TO" and first.head == clause.index


def _said_then(syntax: Syntax, verb: Token, clause: Token) -> bool:
    """Whether a clause read as an adverbial is what was said, with when it was said before it ("said after the talks he would not sign")."""
    if verb.pos != "VERB" or syntax.kid(verb.index, "ccomp", "dobj") is not None or syntax.left[clause.index] != verb.index + 1:
        return False
    subject, opener = syntax.kid(clause.index, "nsubj", "nsubjpass"), syntax.token(verb.index + 1)
    finite = clause.tag in ("VBD", "VBZ", "VBP") or any(
        t.tag in ("MD", "VBD", "VBZ", "VBP") for t in syntax.kids(clause.index, "aux", "auxpass")
    )
    return (
        finite
        and subject is not None
        and opener.dep in ("prep", "npadvmod", "advmod")
        and syntax.right[opener.index] + 1 == syntax.left[subject.index]
    )


def _of_doubt(syntax: Syntax, word: Token, clause: Token) -> bool:
    """Whether a clause read as an adverbial is a question that an adjective or its copula takes ("was unsure why the road was shut")."""
    first = syntax.token(syntax.left[clause.index])
    return word.pos == "ADJ" and first.index == word.index + 1 and first.text.lower() in ("why", "how", "whether", "if", "where", "when")


_MADE = frozenset({"clear", "plain", "known"})
_ADJUNCTS = ("prep", "advcl", "npadvmod", "pobj", "agent")
_TIMES = frozenset({"time", "hour", "day", "week", "month", "year", "morning", "evening", "night", "afternoon", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "interview", "conference", "briefing"})  # fmt: skip
BEHIND = 25
"""Tokens after a verb of saying in which a that-clause hung on a word of its adjuncts is sought."""


def _behind_adjuncts(syntax: Syntax, verb: Token, cue: Cue) -> Found | None:
    """A that-clause which the parse hangs on a noun of time, place or manner ("said after the meeting that jets bombed the bridge")."""
    tokens, end = syntax.reading.tokens, min(syntax.reading.sentences[verb.sentence].last, verb.index + BEHIND)
    adjunct = next((t for t in syntax.kids(verb.index, *_ADJUNCTS) if t.index == verb.index + 1), None)
    if adjunct is None or cue.stance == "other" or (cue.object_with == "addressee" and adjunct.dep != "agent"):
        return None
    for token in tokens[verb.index + 2 : min(end, syntax.right[adjunct.index])]:
        if token.text.lower() != "that":
            continue
        clause = syntax.head(token)
        noun = syntax.head(clause) if clause is not None else None
        if token.dep != "mark" and (noun is None or noun.lemma.lower() not in _TIMES or token.dep not in ("dobj", "advmod")):
            continue
        if clause is None or noun is None or clause.dep not in ("relcl", "acl", "ccomp") or noun.pos not in ("NOUN", "PROPN"):
            continue
        if noun.index != token.index - 1 or syntax.left[clause.index] != token.index:
            continue
        span = trimmed(syntax, token.index, syntax.right[clause.index])
        return Found((span,), "clause-after-cue") if span is not None else None
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
            cut = syntax.left[kid.index] - 1
            while cut > first and syntax.token(cut).dep in ("cc", "punct") and syntax.token(cut).text in ("and", "but", ","):
                cut -= 1
            return max(first, cut)
    return last
