"""Spans: half-open runs of Unicode code points of a document's text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to but not including `end` of a document's text.

    Raises ValueError when the ends are negative or the wrong way round. An empty span is allowed: it points between two characters.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters this span points at: the proof of every value that carries it."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: "Span") -> bool:
        """Whether every character of the other is also in this one."""
        return self.start <= other.start and other.end <= self.end


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that contains all of the given ones. Raises ValueError when there are none."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))
