"""Letters: who wrote to whom, when, about what, in answer to what; the document itself, or one that a text relays."""

from dataclasses import dataclass

from onrecord.basis import Basis
from onrecord.span import Span


@dataclass(frozen=True, slots=True)
class Answered:
    """What a letter answers, as its words say: "letter", "statement", "note" ...; by whom, of what date and under what number where they give them."""

    what: str
    span: Span
    by: Span | None = None
    date: Span | None = None
    reference: Span | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter by the spans that show it. `relayed`: a text reports that somebody wrote it, or encloses it. `sender` is the signature's or the report's
    name; `reference` is its own number or symbol ("S/2019/481"); `body` are its own words where it stands inside another ("Annex"); `office` is
    whose letter its title says it is ("the Permanent Representative of Chad"), where the signature gives the name; `also` is what it answers besides the first."""

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
    reference: Span | None = None
    body: tuple[Span, ...] = ()
    office: Span | None = None
    also: tuple[Answered, ...] = ()

    @property
    def all_answered(self) -> tuple[Answered, ...]:
        """Everything that it answers."""
        return (self.answers, *self.also) if self.answers else ()
