"""The territory lexicon: words of control over land."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class TerritoryWord:
    """What an event of this word makes of control, the prepositions by which land hangs on it, and whether any proper name on it is land."""

    control: str
    through: frozenset[str]
    only_land: bool = False


@dataclass(frozen=True, slots=True)
class TerritoryWords:
    """Words of control by lemma; and the examples a test runs: (control, sentence, whether a counterexample)."""

    words: Mapping[str, TerritoryWord]
    examples: tuple[tuple[str, str, bool], ...]


def load_territory(folders: Iterable[Path] = ()) -> TerritoryWords:
    """The territory lexicon, with a user's entries over ours. Raises ResourceError for a bad entry."""
    entries = load_entries("en/territory.toml", required=("control", "words", "through"), optional=("only_land",), folders=tuple(folders))
    return TerritoryWords(
        {w: TerritoryWord(e["control"], frozenset(e["through"]), bool(e.get("only_land"))) for e in entries.values() for w in e["words"]},
        tuple(
            (e["control"], s, c)
            for e in entries.values()
            for c, given in ((False, e["examples"]), (True, e.get("counterexamples", ())))
            for s in given
        ),
    )
