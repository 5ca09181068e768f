"""Statements: a content with who is credited for it, nested; the attribution of PARC 3 and PolNeAR (Pareti 2015; Newell et al. 2018)."""

from dataclasses import dataclass, field
from typing import Literal

from onrecord.basis import Basis, Omission
from onrecord.span import Span
from onrecord.statements.letter import Letter

Quotation = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts", "denies", "doubts", "concedes", "asks", "demands", "promises", "offers", "threatens", "accuses", "praises", "other"
]  # fmt: skip
Hold = Literal["full", "same_voice", "rejected", "withheld", "silent"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A content and its nearest source; `parent` is the id of the statement it stands in, None for the outermost.

    `source` is empty only where no noun phrase names anybody ("reportedly"); `source_head` and `cue_head` are token indices. A source that is
    a relative pronoun has its noun as `source_head`. `cue` is empty where a quotation goes on without one.

    `hold` says whether what is in the content hangs on this statement. Not so for the speaker's own words about what he does ("we demand that"
    inside his letter or quotation: same_voice), nor for a claim that the statement around it denies ("rejected Z's claim that": rejected): both
    are kept, with their stance, and `nesting.innermost` passes over them. Whoever neither confirms nor denies a claim takes no position on it
    (withheld); whoever declines to comment on a thing says nothing of it, and it hangs on him no more (silent).

    `takes_up` is what another said, or the document itself, that this statement denies or doubts without repeating it ("a charge Khartoum denies",
    "Asmara rejected this"): its view is one more view of what is said there.
    """

    id: str
    parent: str | None
    source: tuple[Span, ...]
    source_head: int | None
    cue: tuple[Span, ...]
    cue_head: int | None
    content: tuple[Span, ...]
    quotation: Quotation
    stance: Stance
    basis: Basis
    addressees: tuple[Span, ...] = ()
    hold: Hold = "full"
    takes_up: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Holders:
    """Which statement holds which stretch: `starts` are offsets where that changes, `positions` the innermost statement from there (-1 none)."""

    starts: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Statements:
    """All statements of a reading, outer before inner, in text order; its letters; and what was left out.

    `holders` is the index that `nesting` looks spans up in, `taken_up` the one of `Statement.takes_up`; statements made by hand may leave them out.
    """

    statements: tuple[Statement, ...] = ()
    letters: tuple[Letter, ...] = ()
    omissions: tuple[Omission, ...] = ()
    holders: Holders | None = field(default=None, compare=False, repr=False)
    taken_up: tuple[tuple[Span, int], ...] = field(default=(), compare=False, repr=False)
