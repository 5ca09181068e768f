"""The lexicons of modes and contexts: what an event's mode is by what is asked, refused or threatened, and what its words say it is about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import ResourceError
from onrecord.resources.ontology import Ontology
from onrecord.resources.toml_data import load_entries

_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class ModeRule:
    """The mode of events of a type by the events inside them ("ASSAULT", "COERCE/arrest") or, where there are none, by the words on them."""

    id: str
    type: str
    mode: str
    inner: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class KindWords:
    """Mode rules by type, contexts by word ("heroin") or words ("climate change"; a hyphen is a word, as the parser has it), and the examples a test
    runs: (code, sentence, counterexample)."""

    modes: dict[str, tuple[ModeRule, ...]]
    contexts: dict[str, str]
    examples: tuple[tuple[str, str, bool], ...]


def load_kinds(ontology: Ontology, folders: Iterable[Path] = ()) -> KindWords:
    """Both lexicons, with a user's entries over ours. Raises ResourceError for a mode or context there is none of."""
    folders = tuple(folders)
    modes = load_entries("en/modes.toml", required=("type", "mode"), optional=("inner", "words"), folders=folders)
    contexts = load_entries("en/contexts.toml", required=("context", "words"), folders=folders)
    rules: dict[str, list[ModeRule]] = {}
    for name, e in modes.items():
        if wrong := ontology.check(e["type"], e["mode"], (), None):
            raise ResourceError(f"The mode rule {name!r}: {wrong}.", "Use the names of data/ontology.")
        rule = ModeRule(name, e["type"], e["mode"], frozenset(e.get("inner", ())), frozenset(_parted(e.get("words", ()))))
        rules.setdefault(e["type"], []).append(rule)
    for name, e in contexts.items():
        if e["context"] not in ontology.contexts:
            raise ResourceError(f"The entry {name!r} names the unknown context {e['context']!r}.", "Use the names of data/ontology.")
    examples = [(e["mode"], s, c) for e in modes.values() for c, given in _given(e) for s in given]
    examples += [(e["context"], s, c) for e in contexts.values() for c, given in _given(e) for s in given]
    return KindWords(
        {t: tuple(r) for t, r in rules.items()}, {w: e["context"] for e in contexts.values() for w in _parted(e["words"])}, tuple(examples)
    )


def _parted(words: Iterable[str]) -> Iterator[str]:
    """The words, those with a hyphen between letters as the parser parts them too."""
    for word in words:
        yield word
        if _HYPHEN.search(word):
            yield _HYPHEN.sub(" - ", word)


def _given(entry: dict[str, list[str]]) -> tuple[tuple[bool, list[str]], tuple[bool, list[str]]]:
    return (False, entry["examples"]), (True, entry.get("counterexamples", []))
