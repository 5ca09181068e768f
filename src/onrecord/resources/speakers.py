"""The speaker lexicon: words that say whose a report is, and nouns for what never speaks (data/en/speakers.toml)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import ResourceError
from onrecord.resources.toml_data import load_entries

ROLES = frozenset({"owner", "mute"})


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Lemmas by role. `owners` say whose a noun of speech is ("rebel claims"); `mute` things and events are no subjects of a verb of speech."""

    owners: frozenset[str] = frozenset()
    mute: frozenset[str] = frozenset()


def load_speakers(folders: Iterable[Path] = ()) -> SpeakerWords:
    """The speaker lexicon, with a user's entries over ours. Raises ResourceError for a bad entry or an unknown role."""
    entries = load_entries("en/speakers.toml", required=("role", "words"), folders=tuple(folders))
    if unknown := sorted({e["role"] for e in entries.values()} - ROLES):
        raise ResourceError(f"speakers.toml: the role {unknown[0]!r} is unknown.", f"Known roles: {', '.join(sorted(ROLES))}.")

    def listed(role: str) -> frozenset[str]:
        return frozenset(word for e in entries.values() if e["role"] == role for word in e["words"])

    return SpeakerWords(listed("owner"), listed("mute"))
