"""The framing lexicon: loaded words of every side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class FramingWords:
    """Phrases by their first word, longest first, as (parts, entry); and the examples a test runs: (sentence, whether a counterexample)."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    examples: tuple[tuple[str, str, bool], ...]


def load_framing(folders: Iterable[Path] = ()) -> FramingWords:
    """The framing lexicon, with a user's entries over ours. Raises ResourceError for a bad entry."""
    entries = load_entries("en/framing.toml", required=("words",), folders=tuple(folders))
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, entry in entries.items():
        for phrase in entry["words"]:
            parts = tuple(phrase.replace("-", " ").split())
            found.setdefault(parts[0], []).append((parts, name))
    return FramingWords(
        {first: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for first, phrases in found.items()},
        tuple(
            (n, s, c)
            for n, e in entries.items()
            for c, given in ((False, e["examples"]), (True, e.get("counterexamples", ())))
            for s in given
        ),
    )
