"""The territory lexicon: words of control over land."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class TerritoryWord:
    """What an event of this word makes of control, and the prepositions by which land hangs on it.

    `only_land`: any proper name on it is land. `of_subject`: its subject is the land ("fell"). `of_seizures`: only where the event is a seizure of
    ground ("drove them out of the town"). `lasting`: what it makes of control where it goes on ("occupies": held).
    """

    control: str
    through: frozenset[str]
    only_land: bool = False
    of_subject: bool = False
    of_seizures: bool = False
    lasting: str | None = None


@dataclass(frozen=True, slots=True)
class TerritoryWords:
    """Words of control by lemma; and the examples a test runs: (control, sentence, whether a counterexample)."""

    words: Mapping[str, TerritoryWord]
    examples: tuple[tuple[str, str, bool], ...]


def load_territory(folders: Iterable[Path] = ()) -> TerritoryWords:
    """The territory lexicon, with a user's entries over ours. Raises ResourceError for a bad entry."""
    entries = load_entries(
        "en/territory.toml",
        required=("control", "words", "through"),
        optional=("only_land", "of_subject", "of_seizures", "lasting"),
        folders=tuple(folders),
    )
    return TerritoryWords(
        {w: _word(e) for e in entries.values() for w in e["words"]},
        tuple(
            (e["control"], s, c)
            for e in entries.values()
            for c, given in ((False, e["examples"]), (True, e.get("counterexamples", ())))
            for s in given
        ),
    )


def _word(entry: dict[str, Any]) -> TerritoryWord:
    marks = {k: bool(entry.get(k)) for k in ("only_land", "of_subject", "of_seizures")}
    return TerritoryWord(entry["control"], frozenset(entry["through"]), lasting=entry.get("lasting"), **marks)
