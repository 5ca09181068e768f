"""TOML -> what the time reader knows: words by class, patterns by rule, named days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A pattern over word classes. `means` names what makes its meaning; `mod` and `onto` belong to prefixes: their modifier and the kinds they join."""

    id: str
    pattern: str
    means: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()
    mod: str = ""
    onto: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: MM-DD, YYYY-MM-DD, "easter+N" or "MM-weekday-N"."""

    id: str
    day: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """All of it. `words` maps a word in lower case to its value in each class; `capital` are the classes that ask for a capital letter."""

    words: Mapping[str, Mapping[str, str]]
    capital: frozenset[str]
    macros: Mapping[str, str]
    rules: tuple[TimeRule, ...]
    prefixes: tuple[TimeRule, ...]
    holidays: tuple[Holiday, ...]
    word_examples: tuple[str, ...]


def load_time_words(folders: Iterable[Path] = ()) -> TimeWords:
    """The time reader's words, rules and named days, a user's folders over ours. Raises ResourceError for a bad file."""
    folders = tuple(folders)
    classes = load_entries("en/times_words.toml", required=("words",), optional=("case",), folders=folders)
    words: dict[str, dict[str, str]] = {}
    for name, entry in classes.items():
        for word, value in entry["words"].items():
            words.setdefault(word, {})[name] = str(value)
    macros = load_entries("en/times_macros.toml", required=("pattern",), folders=folders)
    holidays = load_entries("en/times_holidays.toml", required=("day", "words"), folders=folders)
    return TimeWords(
        words=words,
        capital=frozenset(name for name, entry in classes.items() if entry.get("case") == "capital"),
        macros={name: entry["pattern"] for name, entry in macros.items()},
        rules=tuple(_rule(e) for e in load_entries("en/times_rules*.toml", required=("pattern", "means"), folders=folders).values()),
        prefixes=tuple(
            _rule(e) for e in load_entries("en/times_prefixes.toml", required=("pattern", "mod", "onto"), folders=folders).values()
        ),
        holidays=tuple(Holiday(e["id"], e["day"], tuple(e["words"]), tuple(e["examples"])) for e in holidays.values()),
        word_examples=tuple(example for e in classes.values() for example in e["examples"]),
    )


def _rule(entry: Mapping[str, Any]) -> TimeRule:
    return TimeRule(
        id=entry["id"],
        pattern=entry["pattern"],
        means=entry.get("means", ""),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry.get("counterexamples", ())),
        mod=entry.get("mod", ""),
        onto=tuple(entry.get("onto", ())),
    )
