"""A cue in its syntax -> who is credited: the subject, the agent of a passive, the subject of a governing verb, a possessor."""

import re
from dataclasses import dataclass, replace

from onrecord.reading.reading import Token
from onrecord.span import Span
from onrecord.statements.syntax import Syntax, borrowed_subject, coordinated, noun_phrase, words_in

_STEPS = 8
_MOMENTS = frozenset({"point", "moment", "time", "day", "night", "morning", "evening", "week", "month", "year", "hour", "turn"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OBJECT_CONTROL = frozenset(
    {"quote", "cite", "report", "ask", "urge", "tell", "order", "force", "allow", "permit", "want", "hear", "see", "have", "let", "make",
     "press", "invite", "require", "expect", "persuade", "convince", "lead", "prompt", "advise", "instruct", "encourage", "show", "get"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Spans of those credited, the token that stands for the first (a relative pronoun's is its noun), and how they were found.

    `spans` is empty where nobody is named. `subject` is the token whose phrase it is; None with it.
    """

    spans: tuple[Span, ...] = ()
    head: int | None = None
    subject: int | None = None
    rule: str = "unnamed"
    passive: int | None = None


def source_of_verb(syntax: Syntax, verb: int) -> Source | None:
    """Who says, for a verb cue; an empty source where grammar leaves nobody named; None where the verb has no subject to find."""
    found = _subject(syntax, syntax.token(verb), _STEPS)
    return _before_verb(syntax, found, verb) if found is not None else _beside(syntax, syntax.token(verb))


def _before_verb(syntax: Syntax, source: Source, verb: int) -> Source:
    """The source without the clause that the verb heads ("a letter | asking for help")."""
    token = syntax.token(verb)
    if source.head is None or source.head > verb or not any(s.contains(token.span) for s in source.spans):
        return source
    last = max(source.head, syntax.left[verb] - 1)
    return replace(
        source,
        spans=tuple(Span(s.start, syntax.token(last).end) if s.contains(token.span) and s.start < token.start else s for s in source.spans),
    )


def _beside(syntax: Syntax, verb: Token) -> Source | None:
    """The name right before a finite main verb to which the parse gives no subject ("..., the imam, Bello Jibril, wrote that")."""
    if verb.dep != "ROOT" or verb.tag not in ("VBD", "VBZ", "VBP") or syntax.kid(verb.index, "ccomp") is None:
        return None
    at = verb.index - 1
    if at > 0 and syntax.token(at).text == ",":
        at -= 1
    name = syntax.token(max(at, 0))
    if name.pos != "PROPN" or name.sentence != verb.sentence:
        return None
    comma = next(
        (i for i in range(name.index, max(syntax.reading.sentences[verb.sentence].first, at - 20) - 1, -1) if syntax.token(i).text == ","),
        -1,
    )
    for above in syntax.up(name, _STEPS):  # the name's own head: "Leyla Demir" of "Leyla Demir of the Union"
        if above.index <= comma or above.index > name.index or above.pos not in ("PROPN", "NOUN", "ADP"):
            break
        name = above if above.pos != "ADP" else name
    return source_of(syntax, name, "beside-verb")


def source_of(syntax: Syntax, noun: Token, rule: str) -> Source:
    """A noun phrase as a source, with those coordinated to it, a relative pronoun standing for its noun."""
    head = noun.index
    if noun.text.lower() in _RELATIVE:
        clause = next((t for t in (noun, *syntax.up(noun, 6)) if t.dep == "relcl"), None)
        if clause is not None:
            return Source((noun.span,), clause.head, head, rule)
    if noun.text.lower() == "it" and noun.dep == "expl":
        return Source()
    spans = joined(syntax.reading.document.text, [noun_phrase(syntax, i) for i in coordinated(syntax, head)])
    return Source(_with_bracket(syntax.reading.document.text, spans), head, head, rule)


_BRACKET = re.compile(r"\s?\([^()\n]{1,40}\)")


def _with_bracket(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The source with what stands in brackets right behind it: a party, a state, an abbreviation ("Graham (R-S.C.)")."""
    found = _BRACKET.match(text, spans[-1].end) if spans else None
    return (*spans[:-1], Span(spans[-1].start, found.end())) if found else spans


def agent_of(syntax: Syntax, verb: int) -> Token | None:
    """The "by" phrase of a passive."""
    agent = syntax.kid(verb, "agent")
    return None if agent is None else syntax.kid(agent.index, "pobj")


def _subject(syntax: Syntax, verb: Token, steps: int) -> Source | None:
    if steps == 0:
        return None
    passive = syntax.kid(verb.index, "nsubjpass", "csubjpass") or (_reduced_passive(syntax, verb))
    if passive is not None or syntax.kid(verb.index, "auxpass") is not None:
        agent = agent_of(syntax, verb.index)
        undergoer = passive.index if passive is not None else None
        if agent is None:
            return Source(passive=undergoer)
        named = source_of(syntax, agent, "agent")
        return Source(named.spans, named.head, named.subject, "agent", undergoer)
    subjects = [t for t in syntax.kids(verb.index, "nsubj", "csubj", "expl") if t.index != verb.index]
    before = [t for t in subjects if t.index < verb.index]
    nearest = bool(before) and (subjects[0].tag in ("WDT", "WP") or _parted(syntax, before[0], before[-1]))
    subject = before[-1] if nearest else next(iter(subjects), None)
    if subject is not None:
        return None if subject.dep == "csubj" else source_of(syntax, subject, "subject")
    return _governed(syntax, verb, steps)


def _parted(syntax: Syntax, first: Token, last: Token) -> bool:
    """Whether a colon, semicolon or dash parts two subjects of one verb: the first is that of another sentence."""
    return any(t.text in (":", ";", "—", "–", "--") for t in syntax.reading.tokens[first.index : min(last.index, first.index + 60)])


def _reduced_passive(syntax: Syntax, verb: Token) -> Token | None:
    """The noun of a reduced relative clause ("two men accused of spying")."""
    if verb.dep == "acl" and verb.tag == "VBN" and not syntax.kid(verb.index, "aux"):
        return syntax.head(verb)
    return None


def _governed(syntax: Syntax, verb: Token, steps: int) -> Source | None:
    """The subject that a verb without one shares with what it hangs on."""
    head = syntax.head(verb)
    if head is None:
        return None
    if verb.dep == "pcomp" or (verb.dep == "pobj" and head.pos == "ADP"):
        above = syntax.head(head)
        if above is not None and above.pos == "ADV" and above.text.lower() == "short":  # "stopped short of calling"
            above = syntax.head(above)
        if above is None:
            return None
        if head.text.lower() == "as" and (thing := syntax.kid(above.index, "dobj", "nsubjpass")) is not None:
            return source_of(syntax, thing, "quoted-speaker")
        return _subject(syntax, above, steps - 1) if above.pos in ("VERB", "AUX") else _possessor(syntax, above)
    if (thing := borrowed_subject(syntax, verb)) is not None:
        her = syntax.left[thing.index]
        pronoun = syntax.token(her).text.lower() == "her" and syntax.token(her).dep == "poss"
        spans = (syntax.span(her + 1, thing.index),) if pronoun else (noun_phrase(syntax, thing.index),)
        return Source(spans, thing.index, thing.index, "borrowed-subject")
    if (owner := _with_grounds(syntax, verb, head)) is not None:
        return _subject(syntax, owner, steps - 1)
    if verb.dep == "acl":
        return _of_noun(syntax, verb, head, steps)
    if verb.dep == "prep" and head.pos in ("VERB", "AUX"):
        return _subject(syntax, head, steps - 1)
    if verb.dep == "xcomp" and head.lemma.lower() in _OBJECT_CONTROL and (thing := syntax.kid(head.index, "dobj")) is not None:
        return source_of(syntax, thing, "controlled")
    whenever = any(t.text.lower() == "when" for t in syntax.kids(verb.index, "advmod"))
    if (
        verb.dep == "advcl"
        and verb.tag in ("VBN", "VBD")
        and (verb.index < head.index or whenever)
        and not syntax.kid(verb.index, "aux", "mark")
    ):
        asked = syntax.kid(head.index, "nsubj", "nsubjpass")  # "Asked whether ..., the colonel said": he is asked
        return Source(passive=asked.index if asked is not None else None)
    return _shared(syntax, verb, head, steps)


def _of_noun(syntax: Syntax, verb: Token, head: Token, steps: int) -> Source | None:
    """Who says by a participle after a noun: the noun itself, or who the sentence is about where the noun is a moment."""
    if head.lemma.lower() in _MOMENTS or head.entity in ("DATE", "TIME"):  # "at one point calling him a liar"
        above = next((t for t in syntax.up(head, 3) if t.pos in ("VERB", "AUX")), None)
        return _subject(syntax, above, steps - 1) if above is not None else None
    return source_of(syntax, head, "noun-that-says") if head.pos in ("NOUN", "PROPN", "PRON") and verb.tag == "VBG" else None


_GROUNDS = frozenset({"ground", "reason", "cause", "basis", "motive", "right", "opportunity", "chance", "occasion", "moment", "time", "duty", "courage"})  # fmt: skip
"""Nouns with "to" and a verb of saying or thinking, which those who have them say or think."""


def _with_grounds(syntax: Syntax, verb: Token, noun: Token) -> Token | None:
    """The verb whose subject has the grounds that an infinitive of saying or thinking hangs on ("has grounds to believe")."""
    if verb.dep not in ("acl", "relcl") or noun.dep != "dobj" or noun.lemma.lower() not in _GROUNDS:
        return None
    return syntax.head(noun) if any(t.tag == "TO" for t in syntax.kids(verb.index, "aux")) else None


def _shared(syntax: Syntax, verb: Token, head: Token, steps: int) -> Source | None:
    """The subject of the verb or adjective that a verb is joined to or completes ("was unable to confirm"), unless that is an "it" for nobody."""
    if verb.dep in ("xcomp", "advcl", "acomp") and _impersonal(syntax, head):
        return None
    if verb.pos == "ADJ" and verb.dep == "acomp" and head.pos in ("VERB", "AUX"):
        return _subject(syntax, head, steps - 1)
    if verb.dep in ("xcomp", "conj", "advcl", "ccomp", "dep", "parataxis") and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        found = _subject(syntax, head, steps - 1)
        if found is not None and not found.spans and found.passive is not None:
            return source_of(syntax, syntax.token(found.passive), "passive-subject") if not _still_passive(syntax, verb) else found
        return found
    return None


def _impersonal(syntax: Syntax, head: Token) -> bool:
    """Whether a verb says what is possible, hard or needed, with an "it" that is nobody ("it was not possible to verify")."""
    it = syntax.kid(head.index, "nsubj", "expl")
    return (
        it is not None
        and it.text.lower() == "it"
        and head.lemma.lower() in ("be", "seem", "become", "prove")
        and syntax.kid(head.index, "acomp", "attr") is not None
    )


def _still_passive(syntax: Syntax, verb: Token) -> bool:
    return verb.tag == "VBN" and not syntax.kid(verb.index, "aux")


def _possessor(syntax: Syntax, noun: Token) -> Source | None:
    owner = syntax.kid(noun.index, "poss")
    return None if owner is None else source_of(syntax, owner, "possessor")


def source_of_noun(syntax: Syntax, noun: Token) -> Source:
    """Who is credited by a noun cue: its possessor, its "by" or "from" phrase, a nationality before it; otherwise nobody named."""
    if (owned := _possessor(syntax, noun)) is not None:
        return owned
    for preposition in syntax.kids(noun.index, "prep", "agent"):
        if preposition.text.lower() in ("by", "from") and (thing := syntax.kid(preposition.index, "pobj")) is not None:
            return source_of(syntax, thing, "by-phrase")
        if preposition.text.lower() == "of" and (teller := _teller(syntax, noun, preposition)) is not None:
            return source_of(syntax, teller, "by-phrase")
    clause = syntax.kid(noun.index, "acl")
    if clause is not None and clause.tag == "VBN" and (agent := agent_of(syntax, clause.index)) is not None:
        return source_of(syntax, agent, "by-phrase")
    before = next(
        (
            t
            for t in syntax.kids(noun.index, "amod", "compound", "nmod")
            if t.index < noun.index and (t.entity in ("NORP", "GPE", "ORG", "PERSON") or t.lemma.lower() in syntax.speakers.owners)
        ),
        None,
    )
    if before is not None:
        return Source((syntax.span(syntax.left[before.index], before.index),), before.index, before.index, "nationality")
    return Source()


def _teller(syntax: Syntax, noun: Token, of: Token) -> Token | None:
    """Whose claim a noun is where "of" and a name stand between it and its clause ("the testimony of Father Uwera that")."""
    thing = syntax.kid(of.index, "pobj")
    if thing is None or not (thing.pos == "PROPN" or thing.lemma.lower() in syntax.speakers.owners):
        return None
    after = syntax.right[thing.index] + 1
    opens = any(syntax.left[t.index] == after and t.index > after for t in syntax.kids(noun.index, "acl", "relcl", "ccomp"))
    return thing if opens and syntax.token(after).text.lower() == "that" else None


def joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Phrases in a row, as one where nothing but "and", "or" or a comma stands between them ("the bishop and the rabbi")."""
    found = spans[:1]
    for span in spans[1:]:
        between = text[found[-1].end : span.start] if span.start >= found[-1].end else "x"
        if between.strip(" \n,").lower() in ("", "and", "or", "&"):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


_PAPERS = frozenset({"statement", "communique", "communiqué", "declaration", "letter", "message", "release", "note", "address", "speech", "proclamation", "cable", "telegram", "memorandum", "appeal", "resolution"})  # fmt: skip


def issued_text(syntax: Syntax, span: Span) -> tuple[Token, Source] | None:
    """The paper whose text words announce, and who issued it ("Following is the text of a statement issued by the Somali Government:")."""
    words = words_in(syntax, span)
    if not any(t.text.lower() in ("following", "text", "follows") for t in words):
        return None
    for token in words:
        if token.lemma.lower() in _PAPERS and (source := source_of_noun(syntax, token)).spans:
            return token, source
    return None
