"""The relation lexicon: words that relate one event of a text to another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class RelationWord:
    """A relation's kind, and which of the two events is its source ("governed": the upper; "governor": the lower; "object": a verb's subject; "before": the later)."""

    kind: str
    towards: str


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Relation words by lemma; those by which an event itself says that it answers the last one before it; and the examples a test runs: (kind, sentence)."""

    words: Mapping[str, RelationWord]
    answering: frozenset[str]
    examples: tuple[tuple[str, str], ...]


def load_relations(folders: Iterable[Path] = ()) -> RelationWords:
    """The relation lexicon, with a user's entries over ours. Raises ResourceError for a bad entry."""
    entries = load_entries("en/relations.toml", required=("kind", "words", "towards"), folders=tuple(folders))
    return RelationWords(
        {w: RelationWord(e["kind"], e["towards"]) for e in entries.values() if e["towards"] != "before" for w in e["words"]},
        frozenset(w for e in entries.values() if e["towards"] == "before" for w in e["words"]),
        tuple((e["kind"], s) for e in entries.values() for s in e["examples"]),
    )
