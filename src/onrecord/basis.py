"""Why a value stands, what was left out, and what is worth a second look."""

from dataclasses import dataclass

from onrecord.span import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature that spoke for or against a value, with what it weighed."""

    feature: str
    score: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """The readable name of the rule or model that made a value, its score (0..1, None where the rule has none) and its reasons."""

    rule: str
    score: float | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a mention may stand for, with its score (0..1)."""

    entry: str
    score: float


@dataclass(frozen=True, slots=True)
class Omission:
    """Something read and left out: where, by which stage, why."""

    span: Span
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that stands as the text has it and deserves a second look, such as an office that the directory gives to another."""

    kind: str
    span: Span
    detail: str
    entry: str | None = None
