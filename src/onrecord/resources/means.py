"""The means ontology: weapons and platforms by kind, and the words that name them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class MeansTerm:
    """A kind's word: its parts after the first, lower-case and singular, and what may not stand beside it. `guarded` terms need to be wielded."""

    kind: str
    words: tuple[str, ...]
    modifiers: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class MeansOntology:
    """Terms by their first word, longest first; and the examples that a test runs: (kind, sentence, whether a counterexample)."""

    terms: Mapping[str, tuple[MeansTerm, ...]]
    examples: tuple[tuple[str, str, bool], ...]


def load_means(folders: Iterable[Path] = ()) -> MeansOntology:
    """The means ontology, with a user's entries over ours. Raises ResourceError for a bad entry."""
    entries = load_entries(
        "ontology/means.toml", required=("words", "modifiers"), optional=("not_before", "not_after", "needs_with"), folders=tuple(folders)
    )
    terms: dict[str, list[MeansTerm]] = {}
    examples: list[tuple[str, str, bool]] = []
    for kind, entry in entries.items():
        modifiers = frozenset(entry["modifiers"])
        before, after = frozenset(entry.get("not_before", ())), frozenset(entry.get("not_after", ()))
        for word in entry["words"]:
            parts = tuple(word.replace("-", " ").replace("/", " ").split())
            terms.setdefault(parts[0], []).append(MeansTerm(kind, parts, modifiers, before, after, bool(entry.get("needs_with"))))
        examples += [(kind, s, False) for s in entry["examples"]] + [(kind, s, True) for s in entry.get("counterexamples", ())]
    ordered = {first: tuple(sorted(found, key=lambda t: -len(t.words))) for first, found in terms.items()}
    return MeansOntology(ordered, tuple(examples))
