"""Statements: a content with who is credited for it, nested; the attribution of PARC 3 and PolNeAR (Pareti 2015; Newell et al. 2018)."""

from dataclasses import dataclass
from typing import Literal

from onrecord.basis import Basis, Omission
from onrecord.span import Span
from onrecord.statements.letter import Letter

Quotation = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts", "denies", "doubts", "concedes", "asks", "demands", "promises", "offers", "threatens", "accuses", "praises", "other"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """A content and its nearest source; `parent` is the id of the statement it stands in, None for the outermost.

    `source` is empty only where no noun phrase names anybody ("reportedly"); `source_head` and `cue_head` are token indices.
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


@dataclass(frozen=True, slots=True)
class Statements:
    """All statements of a reading, outer before inner, in text order; its letters; and what was left out."""

    statements: tuple[Statement, ...] = ()
    letters: tuple[Letter, ...] = ()
    omissions: tuple[Omission, ...] = ()
