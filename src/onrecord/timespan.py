"""Time spans: the first and last day that something can lie on, with the precision the text gives (ISO 8601-2 / EDTF)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Timespan:
    """Days `earliest` to `latest`, both included; None is an open or unknown end. `edtf` keeps the precision ("1988", "2020-10", "2020-09-27").

    Raises ValueError when the days are the wrong way round.
    """

    earliest: date | None = None
    latest: date | None = None
    edtf: str | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"not a time span: {self.earliest} to {self.latest}")

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.earliest is not None or self.latest is not None

    def overlaps(self, other: "Timespan") -> bool:
        """Whether the two may share a day; an open end reaches for ever."""
        after = self.latest is not None and other.earliest is not None and self.latest < other.earliest
        before = self.earliest is not None and other.latest is not None and other.latest < self.earliest
        return not (after or before)
