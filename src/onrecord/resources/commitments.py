"""The commitment lexicons: words that name ceasefires, treaties, resolutions, laws and principles, and words of what events do to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class CommitmentTerm:
    """A phrase that names a commitment, in lower-case parts; `bare` ones need no name, date or modifier beside them; `after_name` ones stand in
    capitals behind a name."""

    kind: str
    parts: tuple[str, ...]
    bare: bool
    after_name: bool = False


@dataclass(frozen=True, slots=True)
class CommitmentWords:
    """Terms by their first part, longest first; relation by word, the first entry of the file winning; the examples a test runs."""

    terms: Mapping[str, tuple[CommitmentTerm, ...]]
    relations: Mapping[str, tuple[str, ...]]
    names: tuple[tuple[str, str, bool], ...]
    links: tuple[tuple[str, str], ...]

    def words_that(self, relation: str) -> frozenset[str]:
        """The words of a relation ("breaks": violate, breach ...)."""
        return frozenset(word for word, relations in self.relations.items() if relation in relations)


def load_commitments(folders: Iterable[Path] = ()) -> CommitmentWords:
    """The commitment lexicons, with a user's entries over ours. Raises ResourceError for a bad entry."""
    given = tuple(folders)
    nouns = load_entries("en/commitments/nouns.toml", required=("kind", "words", "bare"), optional=("after_name",), folders=given)
    relations = load_entries("en/commitments/relations.toml", required=("words",), folders=given)
    terms: dict[str, list[CommitmentTerm]] = {}
    for entry in nouns.values():
        for word in entry["words"]:
            parts = tuple(cast(str, word).replace("-", " ").split())
            terms.setdefault(parts[0], []).append(CommitmentTerm(entry["kind"], parts, entry["bare"], entry.get("after_name", False)))
    by_word: dict[str, tuple[str, ...]] = {}
    for name, entry in relations.items():
        for word in entry["words"]:
            by_word[word] = (*by_word.get(word, ()), name)
    return CommitmentWords(
        terms={first: tuple(sorted(found, key=lambda t: -len(t.parts))) for first, found in terms.items()},
        relations=by_word,
        names=tuple(
            (e["kind"], s, counter)
            for e in nouns.values()
            for counter, found in ((False, e["examples"]), (True, e.get("counterexamples", ())))
            for s in found
        ),
        links=tuple((name, s) for name, e in relations.items() for s in e["examples"]),
    )
