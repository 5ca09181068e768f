"""Words beside a name that say whether it is a place and of what kind, given names, and abbreviations of places (data/en, TOML -> PlaceWords)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.errors import ResourceError
from onrecord.resources.gazetteer import PlaceFeature
from onrecord.resources.toml_data import load_entries

ROLES = {
    "kind_of", "kind_after", "kind_before", "not_before", "not_after", "title", "place_after_title", "street", "never",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Word lists by role. Kinds map a word (lower case; as written for `kind_before`) to the feature it shows."""

    kind_of: Mapping[str, PlaceFeature] = field(default_factory=dict)
    kind_after: Mapping[str, PlaceFeature] = field(default_factory=dict)
    kind_before: Mapping[str, PlaceFeature] = field(default_factory=dict)
    again: Mapping[str, PlaceFeature] = field(default_factory=dict)
    """Words for a place that mean the last one named of that kind where they stand without a name."""
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    place_before: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    given_names: frozenset[str] = frozenset()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Abbreviation as written -> name, wherever it is written so."""
    abbreviations_after_place: Mapping[str, str] = field(default_factory=dict)
    sentences: tuple[tuple[str, str], ...] = ()
    """(entry, sentence) of all examples and counterexamples, toponyms in [brackets]."""


def load_place_words(folders: Iterable[Path] = ()) -> PlaceWords:
    """The word lists of the package, with a user's over them. Raises ResourceError for a bad file or an unknown role."""
    told = list(folders)
    words = load_entries("en/place_words.toml", required={"role", "words"}, optional={"feature", "again"}, folders=told)
    names = load_entries("en/given_names.toml", required={"words"}, folders=told)
    short = load_entries("en/place_abbreviations.toml", required={"name"}, optional={"alone", "after_place"}, examples=False, folders=told)
    for entry in words.values():
        if entry["role"] not in ROLES:
            raise ResourceError(
                f"place_words.toml: {entry['id']} has the unknown role {entry['role']!r}.", f"Known roles: {', '.join(sorted(ROLES))}."
            )
        if entry["role"].startswith("kind_") and "feature" not in entry:
            raise ResourceError(f"place_words.toml: {entry['id']} shows a kind but names no feature.", "Add a feature.")
        if not set(entry.get("again", ())) <= set(entry["words"] if entry["role"] == "kind_of" else ()):
            raise ResourceError(
                f"place_words.toml: {entry['id']} takes up again what is none of its words.",
                "Only words of a kind_of entry can be under again.",
            )

    def kinds(role: str) -> dict[str, PlaceFeature]:
        return {w if role == "kind_before" else w.lower(): e["feature"] for e in words.values() if e["role"] == role for w in e["words"]}

    def listed(role: str) -> frozenset[str]:
        return frozenset(w for e in words.values() if e["role"] == role for w in e["words"])

    return PlaceWords(
        kinds("kind_of"), kinds("kind_after"), kinds("kind_before"),
        {w: e["feature"] for e in words.values() for w in e.get("again", ())}, listed("not_before"), listed("not_after"), listed("title"),
        listed("place_after_title"), listed("street"), listed("never"), frozenset(w for e in names.values() for w in e["words"]),
        {a: e["name"] for e in short.values() for a in e.get("alone", ())}, {a: e["name"] for e in short.values() for a in e.get("after_place", ())},
        tuple((e["id"], s) for e in (*words.values(), *names.values()) for s in _sentences(e)),
    )  # fmt: skip


def _sentences(entry: Mapping[str, Any]) -> list[str]:
    return [*entry["examples"], *entry.get("counterexamples", ())]
