"""A cue in its syntax -> the clause that is credited: after it, before it or around it."""

from onrecord.reading.reading import Token
from onrecord.resources.cues import Cue
from onrecord.statements.contents import Found, kind_of_clause
from onrecord.statements.cues import for_of
from onrecord.statements.syntax import Syntax, is_that_clause, trimmed

_CORE = frozenset(
    {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "dobj", "dative", "prep", "npadvmod", "agent", "prt", "expl", "pobj", "oprd"}
)
_BOUNDS = frozenset({",", ";", ":", "-", "–", "—", "--", "(", ")", '"', "“", "”", "'", "’", "''", "``", ".", "?", "!"})


def clause_content(syntax: Syntax, verb: Token, cue: Cue, thing: Token | None, undergoer: int | None) -> Found | None:
    """A clause of a kind the cue takes."""
    if thing is not None and cue.object_with == "addressee" and "clause" in cue.takes and (told := _told(syntax, thing)) is not None:
        return told
    for clause in _clauses(syntax, verb):
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
        if kind == "infinitive" and (opener := for_of(syntax, clause)) is not None:
            first = opener.index + 1
        elif kind == "infinitive" and thing is not None and _does_what_is_asked(syntax, thing, first) and cue.object_with != "addressee":
            first = syntax.left[thing.index]
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
    return _behind_adjuncts(syntax, verb, cue) if "clause" in cue.takes else None


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
    found += [t for t in syntax.kids(verb.index, "advcl") if t.index > verb.index and (for_of(syntax, t) or _asked_for(syntax, verb, t))]
    for clause in syntax.kids(verb.index, "ccomp", "xcomp"):
        if clause.pos == "ADJ" and clause.text.lower() in _MADE and syntax.kid(clause.index, "cop", "aux") is None:
            if verb.dep == "advcl" and verb.tag == "VBG" and (host := syntax.head(verb)) is not None and host.dep == "ccomp":
                continue  # "found that the convoy was hit, making it clear that": what follows from it, nobody's words
            found += [t for t in syntax.kids(clause.index, "ccomp", "advcl") if t.index > clause.index]
        else:
            found.append(clause)
    return found


def _of_doubt(syntax: Syntax, word: Token, clause: Token) -> bool:
    """Whether a clause read as an adverbial is a question that an adjective or its copula takes ("was unsure why the road was shut")."""
    first = syntax.token(syntax.left[clause.index])
    return word.pos == "ADJ" and first.index == word.index + 1 and first.text.lower() in ("why", "how", "whether", "if", "where", "when")


_MADE = frozenset({"clear", "plain", "known"})
_ADJUNCTS = ("prep", "advcl", "npadvmod", "pobj", "agent")
BEHIND = 25
"""Tokens after a verb of saying in which a that-clause hung on a word of its adjuncts is sought."""


def _behind_adjuncts(syntax: Syntax, verb: Token, cue: Cue) -> Found | None:
    """A that-clause which the parse hangs on a noun of time, place or manner ("said after the meeting that jets bombed the bridge")."""
    tokens, end = syntax.reading.tokens, min(syntax.reading.sentences[verb.sentence].last, verb.index + BEHIND)
    adjunct = next((t for t in syntax.kids(verb.index, *_ADJUNCTS) if t.index == verb.index + 1), None)
    if adjunct is None or cue.stance == "other" or (cue.object_with == "addressee" and adjunct.dep != "agent"):
        return None
    for token in tokens[verb.index + 2 : min(end, syntax.right[adjunct.index])]:
        if token.text.lower() != "that" or token.dep != "mark":
            continue
        clause = syntax.head(token)
        noun = syntax.head(clause) if clause is not None else None
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


_RETURNING = frozenset({"add", "note", "stress", "emphasize", "emphasise", "underline", "underscore", "explain", "conclude", "continue", "recall", "observe", "remark", "point", "reiterate"})  # fmt: skip


_TOLD = frozenset({"question", "call", "accuse", "blame", "urge", "warn", "insist", "claim", "criticize", "criticise", "condemn", "promise", "vow", "pledge", "threaten", "deny", "predict", "describe", "cite", "demand", "praise", "thank", "dismiss", "reject", "ask", "suggest", "argue", "say", "announce"})  # fmt: skip
_PRESENT = frozenset({"VBZ", "VBP"})


def _told_then(syntax: Syntax, verb: Token) -> bool:
    """Whether a joined past verb of speech follows a present one inside what was said: "said he makes $40 and questioned how" has one speaker."""
    head = syntax.head(verb)
    cue = syntax.head(head) if head is not None else None
    if head is None or cue is None or verb.lemma.lower() not in _TOLD or cue.tag != "VBD" or head.dep != "ccomp":
        return False
    helpers = syntax.kids(head.index, "aux", "auxpass")
    return head.tag in _PRESENT if not helpers else helpers[0].tag in _PRESENT or helpers[0].text.lower() in ("will", "can")


_NO_SPEAKERS = frozenset({"incident", "attack", "blast", "explosion", "raid", "strike", "airstrike", "shelling", "fighting", "clash", "firing", "situation", "operation", "damage", "death", "killing", "mistake", "error", "accident", "fire", "town", "village", "city", "road", "bridge", "border", "truce", "ceasefire", "talk", "drone", "missile", "rocket", "shell", "bomb", "vehicle", "plane", "jet", "ship", "vessel", "building", "school", "hospital", "there", "it"})  # fmt: skip
"""Subjects that tell nothing: "said that a raid had taken place but denied" has one speaker."""


def _of_no_speaker(syntax: Syntax, verb: Token) -> bool:
    """Whether a joined verb of speech would have a thing or an event for its subject, so that who spoke before it speaks again."""
    head = syntax.head(verb)
    cue = syntax.head(head) if head is not None else None
    if head is None or cue is None or head.dep != "ccomp" or cue.tag != "VBD" or verb.lemma.lower() not in _TOLD:
        return False
    subject = syntax.kid(head.index, "nsubj", "nsubjpass", "expl")
    return subject is not None and subject.lemma.lower() in _NO_SPEAKERS


_CLOSING_MARKS = frozenset({"”", '"', "''", "’"})
_ON_WORDS = frozenset(
    {"refer", "cite", "quote", "describe", "call", "accuse", "blame", "urge", "warn", "invoke", "allude", "repeat", "echo", "use"}
)
"""What a speaker does on with after words in quotation marks (said it was "a crime," referring to)."""


def returns_to_speaker(syntax: Syntax, verb: Token) -> bool:
    """Whether a participle or a verb without a subject of its own goes back to whoever spoke before ("..., adding that")."""
    if verb.tag not in ("VBG", "VBD") or syntax.kid(verb.index, "nsubj", "nsubjpass") is not None:
        return False
    before = syntax.token(syntax.left[verb.index] - 1).text if syntax.left[verb.index] > 0 else ""
    if verb.dep == "conj" and verb.tag == "VBD" and (_told_then(syntax, verb) or _of_no_speaker(syntax, verb)):
        return True
    if verb.lemma.lower() not in _RETURNING:
        return verb.tag == "VBG" and before in _CLOSING_MARKS and verb.lemma.lower() in _ON_WORDS
    return verb.tag == "VBD" or before == "," or before in _CLOSING_MARKS


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
