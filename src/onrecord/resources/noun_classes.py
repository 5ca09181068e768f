"""Classes of nouns: which lemmas name weapons, forces, people, land, accords, or belong to a domain such as sport or film."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.resources.toml_data import load_entries

NounClasses = dict[str, frozenset[str]]


def load_noun_classes(folders: Iterable[Path] = ()) -> NounClasses:
    """Lemmas by class name."""
    entries = load_entries("en/noun_classes.toml", required=("words",), examples=False, folders=folders)
    return {name: frozenset(entry["words"]) for name, entry in entries.items()}
