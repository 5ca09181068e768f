"""Statements -> their nesting: which stands in which, and which holds a given stretch of text."""

from onrecord.span import Span
from onrecord.statements.statement import Statement, Statements


def innermost(statements: Statements, span: Span) -> Statement | None:
    """The innermost statement whose content holds the span, or None for the document's own voice."""
    holding = [s for s in statements.statements if any(c.contains(span) for c in s.content)]
    parents = {s.parent for s in holding}
    return next((s for s in reversed(holding) if s.id not in parents), None)


def chain(statements: Statements, statement: Statement | None) -> list[Statement]:
    """The statement with those it stands in, outermost first."""
    by_id, found = {s.id: s for s in statements.statements}, []
    while statement is not None and statement not in found:
        found.append(statement)
        statement = by_id.get(statement.parent or "")
    return found[::-1]
