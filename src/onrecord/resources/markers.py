"""Marker lexicons: words that decide, for what hangs on them, whether it happened and how sure their speaker is.

Governors carry implication signatures (Karttunen 1971, 2012; Nairn, Condoravdi and Karttunen 2006): what they make of their complement where they
themselves happened, and where they did not. Source-introducing predicates and the classes of certainty follow FactBank (Sauri and Pustejovsky 2009).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import ResourceError
from onrecord.resources.toml_data import load_entries

EFFECTS = frozenset(
    [
        "aimed",
        "attempt",
        "because",
        "continues",
        "credited",
        "demanded",
        "denied",
        "doubted",
        "fact",
        "follows",
        "general",
        "hypothetical",
        "light",
        "named",
        "not",
        "obliged",
        "offered",
        "ongoing",
        "open",
        "planned",
        "possible",
        "possible-past",
        "probable",
        "probable-past",
        "promised",
        "said",
        "said:demanded",
        "said:possible",
        "said:probable",
        "said:promised",
        "said:threatened",
        "seeming",
        "threatened",
    ]
)
"""What a marker can make of an event; `events.factuality_effects` says what each means."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a governor makes of its complement where it happened (`effect`) and where it did not (`negative`); `rule` is the entry's id."""

    rule: str
    effect: str
    negative: str


@dataclass(frozen=True, slots=True)
class Marker:
    """What an adverb, a modifier or a subordinator makes of the event beside it; `rule` is the entry's id."""

    rule: str
    effect: str


@dataclass(frozen=True, slots=True)
class MarkerExample:
    """A sentence with the judged word in brackets and, after =>, what must hold of it."""

    entry: str
    sentence: str
    counter: bool


@dataclass(frozen=True, slots=True)
class Markers:
    """All marker lexicons, by word. `governors` is keyed by part of speech (VERB, NOUN, ADJ), lemma and frame."""

    governors: Mapping[tuple[str, str, str], Signature]
    adverbs: Mapping[str, Marker]
    modifiers: Mapping[str, Marker]
    subordinators: Mapping[str, Marker]
    harmful: frozenset[str]
    statives: frozenset[str]
    performatives: frozenset[str]
    examples: tuple[MarkerExample, ...]


def load_markers(folders: Iterable[Path] = ()) -> Markers:
    """The marker lexicons, those of the user's folders over the package's. Raises ResourceError for a bad entry."""
    given = tuple(folders)
    governors = load_entries(
        "en/markers/governors_*.toml", required=("words", "frames", "effect"), optional=("negative", "pos"), folders=given
    )
    adverbs, modifiers, subordinators = (
        load_entries(f"en/markers/{name}.toml", required=("words", "effect"), folders=given)
        for name in ("adverbs", "modifiers", "subordinators")
    )
    harmful = load_entries("en/markers/harmful.toml", required=("words",), folders=given)
    statives = load_entries("en/markers/statives.toml", required=("words",), folders=given)
    performatives = load_entries("en/markers/performatives.toml", required=("words",), folders=given)
    tables = (governors, adverbs, modifiers, subordinators, harmful, statives, performatives)
    return Markers(
        governors=_signatures(governors),
        adverbs=_by_word(adverbs),
        modifiers=_by_word(modifiers),
        subordinators=_by_word(subordinators),
        harmful=frozenset(w for e in harmful.values() for w in e["words"]),
        performatives=frozenset(w for e in performatives.values() for w in e["words"]),
        statives=frozenset(w for e in statives.values() for w in e["words"]),
        examples=tuple(example for table in tables for entry in table.values() for example in _examples(entry)),
    )


def _signatures(entries: Mapping[str, Mapping[str, Any]]) -> dict[tuple[str, str, str], Signature]:
    """Signatures by part of speech, word and frame; where two entries claim the same, the first of the file has it."""
    found: dict[tuple[str, str, str], Signature] = {}
    for name, entry in entries.items():
        effect = _checked(name, entry["effect"])
        signature = Signature(name, effect, _checked(name, entry.get("negative", "follows" if effect in ("follows", "light") else "open")))
        for word in entry["words"]:
            for frame in entry["frames"]:
                found.setdefault((entry.get("pos", "VERB"), word, frame), signature)
    return found


def _by_word(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Marker]:
    return {word: Marker(name, _checked(name, e["effect"])) for name, e in entries.items() for word in e["words"]}


def _checked(name: str, effect: str) -> str:
    if effect not in EFFECTS:
        raise ResourceError(f"markers: {name} has the unknown effect {effect!r}.", f"Known effects are {', '.join(sorted(EFFECTS))}.")
    return effect


def _examples(entry: Mapping[str, Any]) -> list[MarkerExample]:
    return [MarkerExample(entry["id"], s, False) for s in entry["examples"]] + [
        MarkerExample(entry["id"], s, True) for s in entry.get("counterexamples", [])
    ]
