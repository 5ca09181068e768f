"""The toll lexicons: words that say what became of people, and nouns of people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class TollWord:
    """What a word says became of people (`kind`: of a toll, or "casualties" for killed and wounded alike), where they stand (`form`), and whether it says
    so only of words known for people, or for soldiers."""

    rule: str
    kind: str
    form: str
    known_people: bool = False
    military: bool = False


@dataclass(frozen=True, slots=True)
class TollWords:
    """Predicates by form and word; what people nouns belong to (military, civilian, unknown, groups, not-people); where captives are held; the examples
    a test runs."""

    predicates: Mapping[tuple[str, str], TollWord]
    people: Mapping[str, str]
    cells: frozenset[str]
    examples: tuple[tuple[str, str, bool], ...]


def load_tolls(folders: Iterable[Path] = ()) -> TollWords:
    """The toll lexicons, with a user's entries over ours. Raises ResourceError for a bad entry."""
    given = tuple(folders)
    predicates = load_entries(
        "en/tolls/predicates.toml", required=("kind", "form", "words"), optional=("inside", "known_people", "military"), folders=given
    )
    people = load_entries("en/tolls/people.toml", required=("words",), folders=given)
    return TollWords(
        predicates={
            (e["form"], w): TollWord(name, e["kind"], e["form"], e.get("known_people", False), e.get("military", False))
            for name, e in predicates.items()
            for w in e["words"]
        },
        people={w: name for name, e in reversed(people.items()) for w in e["words"]},
        cells=frozenset(place for e in predicates.values() for place in e.get("inside", ())),
        examples=tuple(
            (name, sentence, counter)
            for name, e in predicates.items()
            for counter, sentences in ((False, e["examples"]), (True, e.get("counterexamples", ())))
            for sentence in sentences
        ),
    )
