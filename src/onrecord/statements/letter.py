"""Letters: who wrote to whom, when, about what, in answer to what; the document itself, or one that a text relays."""

from dataclasses import dataclass

from onrecord.basis import Basis
from onrecord.span import Span


@dataclass(frozen=True, slots=True)
class Answered:
    """What a letter answers, as its words say: "letter", "statement", "note" ...; by whom and of what date where the words give them."""

    what: str
    span: Span
    by: Span | None = None
    date: Span | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter by the spans that show it. `relayed`: a text reports that somebody wrote it. `sender` is the signature's or the report's name."""

    id: str
    span: Span
    sender: Span | None
    recipients: tuple[Span, ...]
    date: Span | None
    place: Span | None
    subject: Span | None
    relayed: bool
    answers: Answered | None
    basis: Basis
