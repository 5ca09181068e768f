"""All that is known beforehand, loaded when first asked for: the one value every stage gets its knowledge from."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Resources:
    """The package's data with a user's own folders over it. Each property loads once, on first use. Raises ResourceError for a bad file."""

    folders: tuple[Path, ...] = ()
    disputed: str = "neutral"
