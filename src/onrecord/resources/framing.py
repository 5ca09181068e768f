"""The framing lexicon: loaded words of every side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import ResourceError
from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class FramingWords:
    """Phrases by their first word, longest first, as (parts, entry); what shows a word's common sense beside it, by lemma; the examples a test runs:
    (entry, sentence, whether a counterexample)."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    not_beside: Mapping[str, frozenset[str]]
    examples: tuple[tuple[str, str, bool], ...]


def load_framing(folders: Iterable[Path] = ()) -> FramingWords:
    """The framing lexicon, with a user's entries over ours. Raises ResourceError for a bad entry."""
    entries = load_entries("en/framing.toml", required=("words",), optional=("not_beside",), folders=tuple(folders))
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, entry in entries.items():
        if strange := sorted(entry.get("not_beside", {}).keys() - set(entry["words"])):
            raise ResourceError(
                f"framing.toml: {name} has not_beside for {strange[0]!r}, which is none of its words.", "Name one of its words."
            )
        for phrase in entry["words"]:
            parts = tuple(phrase.replace("-", " ").split())
            found.setdefault(parts[0], []).append((parts, name))
    return FramingWords(
        {first: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for first, phrases in found.items()},
        {word: frozenset(beside) for e in entries.values() for word, beside in e.get("not_beside", {}).items()},
        tuple(
            (n, s, c)
            for n, e in entries.items()
            for c, given in ((False, e["examples"]), (True, e.get("counterexamples", ())))
            for s in given
        ),
    )
