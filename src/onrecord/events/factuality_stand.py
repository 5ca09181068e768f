"""Stands: what a speaker holds of a predicate, as it is worked out from the top of a clause down to the predicate."""

from dataclasses import dataclass, replace

from onrecord.events.event import Certainty, Factuality, Status
from onrecord.span import Span

STRENGTH: dict[Certainty, int] = {"uncommitted": 0, "possible": 1, "probable": 2, "certain": 3}


@dataclass(frozen=True, slots=True)
class Stand:
    """Certainty, happened and status so far, with the words and the rule that made them.

    `future` is the status that a future clause takes here ("promised" below a promise). `denied` marks what stands under a denial: its content is
    denied with it. `said` marks what somebody is made to say: "would" is its future. `present` is a clause in the present tense.
    """

    happened: bool | None = True
    certainty: Certainty = "certain"
    status: Status = "actual"
    markers: tuple[Span, ...] = ()
    rule: str = "plain-assertion"
    future: Status | None = None
    denied: bool = False
    said: bool = False
    present: bool = False

    @property
    def unreal(self) -> bool:
        """Whether it is neither claimed to have happened nor claimed not to have."""
        return self.happened is None

    def factuality(self) -> Factuality:
        """The value that an event carries."""
        status = "actual" if self.happened is False else self.status
        return Factuality(self.certainty, self.happened, status, tuple(sorted(set(self.markers))), self.rule)


ASSERTED = Stand()


def negated(stand: Stand, rule: str, *markers: Span) -> Stand:
    """The opposite of what is held; what is neither stays so."""
    marked = replace(stand, markers=stand.markers + markers, rule=rule)
    if stand.happened is None:
        return marked
    return replace(marked, happened=not stand.happened, status="actual")


def weakened(stand: Stand, certainty: Certainty, rule: str, *markers: Span) -> Stand:
    """At most this certain."""
    lower = min(stand.certainty, certainty, key=STRENGTH.__getitem__)
    return replace(stand, certainty=lower, markers=stand.markers + markers, rule=rule)


def unreal(stand: Stand, status: Status, certainty: Certainty, rule: str, *markers: Span) -> Stand:
    """Neither happened nor not, with the status that says why."""
    return Stand(None, certainty, status, stand.markers + markers, rule)
