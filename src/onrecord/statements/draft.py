"""A statement as a rule finds it, before it is numbered and nested."""

from dataclasses import dataclass

from onrecord.span import Span
from onrecord.statements.statement import Hold, Quotation, Stance


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule found: the parts of a statement without id and parent. `rule` is readable, `entry` the lexicon's class of the cue."""

    source: tuple[Span, ...]
    source_head: int | None
    cue: tuple[Span, ...]
    cue_head: int | None
    content: tuple[Span, ...]
    quotation: Quotation
    stance: Stance
    rule: str
    addressees: tuple[Span, ...] = ()
    hold: Hold = "full"
    takes_up: tuple[Span, ...] = ()
