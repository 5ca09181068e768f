"""A letter noun in its sentence -> what is answered: "in reply to your letter of", "the statement by X dated", "I thank you for your message"."""

from bisect import bisect_left

from onrecord.reading.reading import Token
from onrecord.span import Span
from onrecord.statements.letter import Answered
from onrecord.statements.letter_numbers import number_in
from onrecord.statements.sources import source_of_noun
from onrecord.statements.syntax import Syntax, noun_phrase

LETTER_NOUNS = frozenset({"letter", "message", "note", "cable", "telegram", "memorandum", "communication", "e-mail", "email", "missive", "dispatch", "aide-mémoire", "verbale"})  # fmt: skip
_ANSWERABLE = LETTER_NOUNS | {
    "statement", "declaration", "proposal", "communiqué", "communique", "demarche", "démarche", "request", "appeal", "plan", "report",
    "invitation", "ultimatum", "offer", "demand", "question", "questionnaire", "complaint", "resolution", "press release", "remark", "condolence",
}  # fmt: skip
_TURNING = frozenset({"reply", "response", "answer", "reference", "regard", "refer", "respond", "receipt", "further", "pursuant", "acknowledge", "thank", "react"})  # fmt: skip
NUMBERED = 160
"""Characters after a letter noun in which its number is sought."""
REACH = 14
"""Tokens after a letter noun in which its date is sought."""


def answered(syntax: Syntax, noun: Token) -> Answered | None:
    """What a noun's letter or statement is answered as, where the words before it in its sentence say that something is an answer."""
    if noun.lemma.lower() not in _ANSWERABLE or noun.pos not in ("NOUN", "PROPN"):
        return None
    sentence = syntax.reading.sentences[noun.sentence]
    before = syntax.reading.tokens[max(sentence.first, noun.index - 60) : noun.index]
    if not any(t.lemma.lower() in _TURNING and t.index != noun.index for t in before):
        return None
    date, by = date_near(syntax, noun), _author(syntax, noun)
    reference = number_in(syntax.reading.document.text, noun.end, _end_of(syntax, noun))
    if date is None and by is None and reference is None:
        return None
    phrase = noun_phrase(syntax, noun.index)
    ends = [phrase.end, *(s.end for s in (date, by, reference) if s is not None)]
    return Answered("note" if noun.lemma.lower() == "verbale" else noun.lemma.lower(), Span(phrase.start, max(ends)), by, date, reference)


def date_near(syntax: Syntax, noun: Token) -> Span | None:
    """The date beside a letter noun ("dated 14 July 2020", "of 1 March", "yesterday")."""
    tokens = syntax.reading.tokens
    end = _end_of(syntax, noun)
    last = noun.index
    while last + 1 < min(len(tokens), noun.index + REACH) and tokens[last + 1].end <= end:
        last += 1
    timexes = syntax.reading.timexes
    at = bisect_left(timexes, noun.end, key=lambda t: t.span.start)
    while at < len(timexes) and timexes[at].span.start <= tokens[last].start:
        before = bisect_left(tokens, timexes[at].span.start, key=lambda t: t.start) - 1
        if timexes[at].type == "DATE" and (
            tokens[before].text.lower() in ("of", "dated", "on") or timexes[at].span.start - noun.end < 3 or _issued(syntax, before, noun)
        ):
            return timexes[at].span
        at += 1
    return None


def _end_of(syntax: Syntax, noun: Token) -> int:
    """Where what is said of a letter ends: with its sentence, or the next where the parser stopped at "No."."""
    sentence = syntax.reading.sentences[noun.sentence]
    if sentence.span.of(syntax.reading.document.text)[-4:].strip().lower() in _STOPS and sentence.index + 1 < len(syntax.reading.sentences):
        sentence = syntax.reading.sentences[sentence.index + 1]
    return min(sentence.span.end, noun.end + NUMBERED)


_STOPS = frozenset({"no.", "nr.", "ref.", "nos."})


def _issued(syntax: Syntax, index: int, noun: Token) -> bool:
    return any(t.lemma.lower() in ("issue", "publish", "make", "send") for t in syntax.reading.tokens[noun.index : index + 1])


def _author(syntax: Syntax, noun: Token) -> Span | None:
    """Whose letter it is: a possessor ("your" included), or the "by" or "from" phrase, on whatever word the parse hangs it."""
    owner = syntax.kid(noun.index, "poss")
    if owner is not None:
        return noun_phrase(syntax, owner.index)
    source = source_of_noun(syntax, noun)
    if source.spans and source.rule == "by-phrase":
        return source.spans[0]
    owner = next(
        (k for p in syntax.kids(noun.index, "prep") if p.text.lower() == "of" and (k := syntax.kid(p.index, "pobj")) is not None), None
    )
    if owner is not None and owner.pos == "PROPN" and owner.entity not in ("DATE", "TIME"):
        return noun_phrase(syntax, owner.index)
    tokens, end = syntax.reading.tokens, syntax.reading.sentences[noun.sentence].last
    for index in range(noun.index + 1, min(noun.index + 9, end - 1)):
        if tokens[index].text.lower() in ("by", "from") and (thing := syntax.kid(index, "pobj")) is not None:
            return noun_phrase(syntax, thing.index)
        if tokens[index].pos == "VERB" and tokens[index].lemma.lower() not in ("date", "issue", "send", "address", "receive", "make"):
            return None
    return None
