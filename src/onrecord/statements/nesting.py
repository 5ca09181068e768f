"""Drafts -> statements, numbered and nested; and which statement holds a stretch of text."""

import heapq
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.basis import Basis
from onrecord.reading.reading import Reading
from onrecord.span import Span
from onrecord.statements.draft import Draft
from onrecord.statements.kept import at_top, inside
from onrecord.statements.statement import Holders, Statement, Statements

DEPTH = 24
"""Statements inside statements that are kept; the deeper ones hang on the last."""


def innermost(statements: Statements, span: Span) -> Statement | None:
    """The innermost statement whose content holds the span, or None for the document's own voice.

    A claim that the statement around it denies, the speaker's own words about what he does, and silence are passed over (`Statement.hold`).
    """
    found = holding(statements, span)
    return next((s for s in reversed(found) if s.hold in HOLDING), None)


def holding(statements: Statements, span: Span) -> list[Statement]:
    """Every statement whose content holds the span, outermost first, those included that `innermost` passes over."""
    holders = statements.holders or index_of(statements.statements)
    at = bisect_right(holders.starts, span.start) - 1
    position = holders.positions[at] if at >= 0 else -1
    if position < 0:
        return []
    return [s for s in chain(statements, statements.statements[position]) if any(c.contains(span) for c in s.content)]


HOLDING = ("full", "withheld")
"""How a statement holds what hangs on it."""
UNSAID = ("withheld", "silent")
NEAREST = 12
"""Denials that are looked at for one span: of more, those that begin nearest before it."""


def taking_up(statements: Statements, span: Span) -> list[Statement]:
    """The statements that deny or doubt what is said in a span without repeating it, in text order."""
    at = bisect_right(statements.taken_up, span.start, key=lambda x: x[0].start)
    found = {i for held, i in statements.taken_up[max(0, at - NEAREST) : at] if held.contains(span)}
    return [s for s in (statements.statements[i] for i in sorted(found)) if not any(c.contains(span) for c in s.content)]


def chain(statements: Statements, statement: Statement | None) -> list[Statement]:
    """The statement with those it stands in, outermost first."""
    found: list[Statement] = []
    while statement is not None and len(found) <= DEPTH:
        found.append(statement)
        statement = by_id(statements, statement.parent) if statement.parent else None
    return found[::-1]


def by_id(statements: Statements, ident: str) -> Statement | None:
    """The statement of an id: ids count from s1 in order, so the place is known; others are sought."""
    number = int(ident[1:]) - 1 if ident[1:].isdecimal() else -1
    if 0 <= number < len(statements.statements) and statements.statements[number].id == ident:
        return statements.statements[number]
    return next((s for s in statements.statements if s.id == ident), None)


@dataclass(frozen=True, slots=True)
class _Nested:
    """A draft that is kept, its reach, the position of the one it stands in, and how many it stands in."""

    draft: Draft
    reach: Span
    parent: int | None
    depth: int


def index_of(statements: tuple[Statement, ...]) -> Holders:
    """The index of which statement is innermost where: one sweep over the ends of all contents."""
    depth: dict[str, int] = {}
    for s in statements:
        depth[s.id] = depth.get(s.parent or "", 0) + 1
    edges: list[tuple[int, bool, int]] = []
    for position, s in enumerate(statements):
        for c in s.content:
            edges += [(c.start, True, position), (c.end, False, position)]
    starts, positions, active, heap = [], [], dict[int, int](), list[tuple[int, int]]()
    edges.sort(key=lambda e: (e[0], e[1]))
    for at, (offset, opens, position) in enumerate(edges):
        active[position] = active.get(position, 0) + (1 if opens else -1)
        if opens:
            heapq.heappush(heap, (-depth[statements[position].id], -position))
        if at + 1 < len(edges) and edges[at + 1][0] == offset:
            continue
        while heap and active[-heap[0][1]] <= 0:
            heapq.heappop(heap)
        starts.append(offset)
        positions.append(-heap[0][1] if heap else -1)
    return Holders(tuple(starts), tuple(positions))


def nest(reading: Reading, drafts: list[Draft]) -> Statements:
    """Statements in text order, outer before inner: a statement stands in the smallest other whose content holds its cue and its content."""
    kept: list[_Nested] = []
    open_: list[int] = []
    for draft in sorted(
        (d for d in drafts if d.content and all(map(len, d.content))),
        key=lambda d: (_reach(d).start, -_reach(d).end, -sum(map(len, d.content))),
    ):
        reach = _reach(draft)
        while open_ and kept[open_[-1]].reach.end <= reach.start:
            open_.pop()
        parent = next((p for p in reversed(open_[-2 * DEPTH :]) if _holds(kept[p].draft, draft)), None)
        here: Draft | None = at_top(reading, draft) if parent is None else draft
        if parent is not None:
            here = inside(reading, kept[parent].draft, draft)
            if here is not None and kept[parent].draft.hold in UNSAID and "/noun-" in draft.rule:
                parent = kept[parent].parent  # who will not speak of a report does not tell it
        if parent is not None and kept[parent].depth + 1 >= DEPTH:
            parent = kept[parent].parent
        if here is None:
            continue
        depth = kept[parent].depth + 1 if parent is not None else 0
        kept.append(_Nested(here, reach, parent, depth))
        open_.append(len(kept) - 1)
    statements = tuple(_statement(n.draft, i + 1, None if n.parent is None else f"s{n.parent + 1}") for i, n in enumerate(kept))
    taken_up = sorted((t, i) for i, s in enumerate(statements) for t in s.takes_up)
    return Statements(statements=statements, holders=index_of(statements), taken_up=tuple(taken_up))


def _reach(draft: Draft) -> Span:
    """From the first to the last character of content and cue."""
    spans = (*draft.content, *draft.cue)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner statement, cue and content, lies in the outer one's content."""
    spans = (*inner.content, *inner.cue)
    return all(any(c.contains(s) for c in outer.content) for s in spans)


def _statement(draft: Draft, number: int, parent: str | None) -> Statement:
    return Statement(
        id=f"s{number}",
        parent=parent,
        source=draft.source,
        source_head=draft.source_head,
        cue=draft.cue,
        cue_head=draft.cue_head,
        content=draft.content,
        quotation=draft.quotation,
        stance=draft.stance,
        basis=Basis(draft.rule),
        addressees=draft.addressees,
        hold=draft.hold,
        takes_up=draft.takes_up,
    )
