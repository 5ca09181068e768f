"""A cue in its syntax -> what is credited around it: the clause that the words of crediting interrupt or close."""

from onrecord.reading.reading import Token
from onrecord.statements.contents import Found
from onrecord.statements.syntax import Syntax, trimmed

_CORE = frozenset(
    {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "dobj", "dative", "prep", "npadvmod", "agent", "prt", "expl", "pobj", "oprd"}
)
_BOUNDS = frozenset({",", ";", ":", "-", "–", "—", "--", "(", ")", '"', "“", "”", "'", "’", "''", "``", ".", "?", "!"})


def around(syntax: Syntax, verb: Token, clause: Token | None) -> Found | None:
    """What stands before a cue and, where the cue interrupts it, after it: all of the host clause but the words that credit."""
    sentence = syntax.reading.sentences[verb.sentence]
    first, last = parenthetical(syntax, verb)
    host = clause if clause is not None else syntax.head(verb)
    if inverted(syntax, verb):
        return None
    if host is None or (clause is None and not _finite(syntax, verb)) or (first and syntax.token(first - 1).text == ";"):
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


def inverted(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb's modal stands before its subject in front of it: a condition or a question ("should such raids continue"), nobody's words."""
    helper, subject = syntax.kid(verb.index, "aux"), syntax.kid(verb.index, "nsubj")
    return helper is not None and subject is not None and helper.index < subject.index < verb.index and helper.tag == "MD"


def _finite(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb is finite, also where a present plural is read as a bare form ("aides to the king say")."""
    if verb.tag in ("VBD", "VBZ", "VBP"):
        return True
    return verb.tag == "VB" and verb.dep == "parataxis" and not syntax.kids(verb.index, "aux")


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
