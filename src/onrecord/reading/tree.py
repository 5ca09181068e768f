"""Walks over a reading's syntax: children by relation, subtrees, paths to the root, and the tokens under a span."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from onrecord.reading.reading import Reading, Token
from onrecord.span import Span

BACK = 25
"""Steps back in a list, so that one of ten thousand names stays bounded."""


def without_circles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The same tokens, with a root made of one token of each circle of heads: every walk over a reading may trust that there is none."""
    state = bytearray(len(tokens))  # 0 not seen, 1 on the way up from here, 2 known to reach a root
    broken: set[int] = set()
    for index in range(len(tokens)):
        way, here = [], index
        while state[here] == 0:
            state[here] = 1
            way.append(here)
            here = tokens[here].head
        if state[here] == 1 and tokens[here].head != here:
            broken.add(here)
        for step in way:
            state[step] = 2
    return tuple(replace(t, head=t.index) if t.index in broken else t for t in tokens) if broken else tokens


def children(reading: Reading, index: int, *deps: str) -> list[Token]:
    """The syntactic children of a token, left to right; only those in the named relations where any are named."""
    found = [reading.tokens[i] for i in reading.children[index]]
    return [t for t in found if t.dep in deps] if deps else found


def child(reading: Reading, index: int, *deps: str) -> Token | None:
    """The first child in one of the named relations."""
    return next(iter(children(reading, index, *deps)), None)


def ancestors(reading: Reading, index: int) -> Iterator[Token]:
    """The heads above a token, nearest first, without the token itself. Bounded even where a parser returns a circle."""
    seen = {index}
    while (head := reading.tokens[index].head) not in seen:
        seen.add(head)
        index = head
        yield reading.tokens[index]


def subtree(reading: Reading, index: int, *, without: frozenset[str] = frozenset()) -> list[Token]:
    """A token and all below it, in text order; branches in a relation of `without` are left out."""
    found, stack = [], [index]
    while stack:
        here = stack.pop()
        found.append(here)
        stack.extend(i for i in reading.children[here] if reading.tokens[i].dep not in without)
    return [reading.tokens[i] for i in sorted(found)]


def subtree_span(reading: Reading, index: int, *, without: frozenset[str] = frozenset()) -> Span:
    """The span from the first to the last token of a subtree (it may cover tokens of others where the tree crosses)."""
    found = subtree(reading, index, without=without)
    return Span(found[0].start, found[-1].end)


def conjuncts(reading: Reading, index: int) -> list[Token]:
    """A token and those coordinated after it ("A, B and C" from A), in text order."""
    found, here = [reading.tokens[index]], index
    while (following := child(reading, here, "conj")) is not None:
        found.append(following)
        here = following.index
    return found


def first_conjunct(reading: Reading, token: Token) -> Token:
    """The first of the tokens that a token is coordinated with ("A" from "C" in "A, B and C"), at most BACK of them back: what governs it governs all."""
    for _ in range(BACK):
        if token.dep != "conj" or token.head == token.index:
            break
        token = reading.tokens[token.head]
    return token


def tokens_in(reading: Reading, span: Span) -> list[Token]:
    """The tokens that share a character with the span."""
    first = bisect_right(reading.tokens, span.start, key=lambda t: t.end)
    last = bisect_left(reading.tokens, span.end, key=lambda t: t.start)
    return list(reading.tokens[first:last])


def head_of(reading: Reading, span: Span) -> Token | None:
    """The token of the span whose head lies outside it (the first such), or None for a span without tokens."""
    inside = tokens_in(reading, span)
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices or t.head == t.index), inside[0] if inside else None)


def token_at(reading: Reading, offset: int) -> Token | None:
    """The token that holds the character at an offset."""
    return next(iter(tokens_in(reading, Span(offset, offset + 1))), None)
