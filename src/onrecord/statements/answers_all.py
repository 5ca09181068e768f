"""The words by which a letter begins -> everything that it says it answers: "your letters of 3 and 5 May", "your note of 3 May and the statement by X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from onrecord.reading.reading import Token
from onrecord.reading.tree import head_of
from onrecord.span import Span
from onrecord.statements.answers import NUMBERED, answered
from onrecord.statements.letter import Answered
from onrecord.statements.letter_numbers import number_in
from onrecord.statements.syntax import Syntax, coordinated, noun_phrase

SEVERAL = 12
"""Letters that one is taken to answer, at most."""
_AND = re.compile(
    r"[\s,;)]*(?:\band\b|\bas well as\b|&)?[\s,;]*(?:\balso\b|\bfurther\b)?\s*(?:\bto\b|\bfor\b|\bof\b|\bdated\b)?\s*\(?", re.IGNORECASE
)
_MORE = frozenset({"also", "further", "likewise", "furthermore", "moreover", "additionally"})
_FIRST_PERSON = frozenset({"i", "we"})


def all_answered(syntax: Syntax, nouns: Sequence[Token]) -> tuple[Answered, ...]:
    """What the nouns of a letter's first sentences are answered as, in their order: the first of them that is, what is joined to it, and what a later
    sentence of the writer's own adds ("I also refer to ...")."""
    return tuple(islice(_found(syntax, nouns), SEVERAL))


def _found(syntax: Syntax, nouns: Sequence[Token]) -> Iterator[Answered]:
    last: Token | None = None
    end = 0
    for noun in nouns:
        if noun.pos not in ("NOUN", "PROPN") or noun.start < end or (first := answered(syntax, noun)) is None:
            continue
        if last is not None and not (_joined(syntax, end, first.span) if noun.sentence == last.sentence else _adds(syntax, noun)):
            continue
        listed = _each(syntax, noun, first)
        yield from listed
        last, end = noun, max(a.span.end for a in listed)


def _joined(syntax: Syntax, end: int, span: Span) -> bool:
    """Whether nothing but "and to" stands between what is answered and something else."""
    return end <= span.start and _AND.fullmatch(syntax.reading.document.text, end, span.start) is not None


def _adds(syntax: Syntax, noun: Token) -> bool:
    """Whether the writer says that they answer something more: "We further thank you for your note of 9 May"."""
    first = syntax.reading.sentences[noun.sentence].first
    before = [t.lemma.lower() for t in syntax.reading.tokens[first : min(noun.index, first + 12)]]
    return bool(_FIRST_PERSON & set(before[:3])) and bool(_MORE & set(before))


def _each(syntax: Syntax, noun: Token, first: Answered) -> list[Answered]:
    """Several letters one by one, by their days, numbers or authors; what is given once is of all, and what cannot be told of which is left out."""
    if noun.tag not in ("NNS", "NNPS"):
        return [first]
    text = syntax.reading.document.text
    limit = min(syntax.reading.sentences[noun.sentence].span.end, noun.end + 3 * NUMBERED)
    numbers = _numbers(text, first.reference, limit)
    dates = _dates(syntax, first.date, limit)
    authors = _authors(syntax, first.by)
    count = max(len(numbers), len(dates), len(authors))
    if count < 2:
        return [first]

    one_author = all(_AND.fullmatch(text, a.end, b.start) for a, b in pairwise(numbers))

    def of(found: list[Span], n: int, *, shared: bool) -> Span | None:
        return found[n] if len(found) == count else found[0] if shared and len(found) == 1 else None

    made = []
    for n in range(count):
        by, date, number = of(authors, n, shared=one_author or n == 0), of(dates, n, shared=True), of(numbers, n, shared=False)
        ends = [s.end for s in (by, date, number) if s is not None]
        made.append(replace(first, span=Span(first.span.start, max([*ends, noun.end])), by=by, date=date, reference=number))
    return made


def _numbers(text: str, first: Span | None, limit: int) -> list[Span]:
    """Numbers in a row: each stands after "and" or a comma, or in brackets behind whose letter it is."""
    found = [first] if first is not None else []
    while found and len(found) < SEVERAL and (more := number_in(text, found[-1].end, limit)) is not None:
        between = text[found[-1].end : more.start]
        if not _AND.fullmatch(between) and not (
            between.lstrip().startswith(")") and between.rstrip().endswith("(") and len(between) < NUMBERED
        ):
            break
        found.append(more)
    return found


def _dates(syntax: Syntax, first: Span | None, limit: int) -> list[Span]:
    """Days in a row."""
    found = [first] if first is not None else []
    for timex in syntax.reading.timexes:
        if found and len(found) < SEVERAL and timex.type == "DATE" and found[-1].end <= timex.span.start < limit:
            if not _AND.fullmatch(syntax.reading.document.text, found[-1].end, timex.span.start):
                break
            found.append(timex.span)
    return found


def _authors(syntax: Syntax, first: Span | None) -> list[Span]:
    """Those whose letters they are, where several are named; "your" is one."""
    head = head_of(syntax.reading, first) if first is not None else None
    if first is None or head is None:
        return [first] if first is not None else []
    others = [noun_phrase(syntax, i) for i in coordinated(syntax, head.index)[1:]]
    return [first, *(s for s in others if s.start >= first.end)] if head.pos == "PROPN" else [first]
