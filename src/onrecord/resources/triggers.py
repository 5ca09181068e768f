"""The lexicon of triggers: verbs, nouns and adjectives with their frames, and the PLOVER type, mode, contexts and CAMEO code they stand for.

A frame's conditions are written "slot:values". Slots are `subj` and `obj` (of the deed, whatever the voice), `iobj`, a preposition ("on", "against"),
`poss`, `mod` (compounds and adjectives), `comp` (a clause: "that", "to", "ing", "must", "will"), `adv` and `voice`. Values are lemmas or @classes
joined by "|"; "?" asks only that the slot is filled.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from onrecord.errors import ResourceError
from onrecord.resources.inflection import plurals, verb_forms
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.ontology import Ontology
from onrecord.resources.toml_data import load_entries

Form = Literal["verb", "noun", "adjective"]

OPEN_CLASSES = frozenset({"actor", "nationals", "state"})
"""Classes that are no lists: whatever can act, a people by its demonym ("Algerians"), a state by its name."""

_OPTIONAL = (
    "verb", "noun", "adjective", "mode", "contexts", "cameo", "symmetric", "actor", "recipient", "instrument", "place", "needs", "unless", "points_back",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """What a slot must (or must not) hold: literal lemmas, classes of nouns, or anything at all (both empty)."""

    slot: str
    words: frozenset[str]
    classes: tuple[str, ...]

    @property
    def text(self) -> str:
        """The condition as the lexicon writes it: "obj:@people", "prep:?"."""
        return f"{self.slot}:{'|'.join([*sorted(self.words), *(f'@{c}' for c in self.classes)]) or '?'}"


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """A verb, noun or adjective in a frame. `rest` are the words that must go with the head word ("up" of "blow up").

    Roles name the slots that fill them, in order of preference; the first filled one wins.
    """

    id: str
    form: Form
    head: str
    rest: tuple[str, ...]
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    symmetric: bool
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    instrument: tuple[str, ...]
    place: tuple[str, ...]
    needs: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    points_back: bool = False
    """Whether it is an event only as more about the last one of its type before it ("the death toll")."""

    @property
    def denies(self) -> bool:
        """Whether the frame takes in its own negation: "never accept" is a refusal that happened."""
        return any(c.slot == "neg" for c in self.needs)

    @property
    def weight(self) -> int:
        """How specific the frame is: words above named words above classes above mere presence."""
        return 8 * len(self.rest) + sum(_weight(c) for c in self.needs) + bool(self.unless)


def _weight(condition: Condition) -> int:
    if condition.words and not condition.classes:
        return 7 if len(condition.words) <= 4 else 5
    return 3 if condition.words or condition.classes else 1


@dataclass(frozen=True, slots=True)
class TriggerLexicon:
    """Entries by id, and by form and head word."""

    entries: dict[str, TriggerEntry]
    by_head: dict[tuple[Form, str], tuple[TriggerEntry, ...]] = field(default_factory=dict)
    lemmas: dict[tuple[Form, str], str] = field(default_factory=dict)

    def find(self, form: Form, lemma: str, text: str) -> tuple[TriggerEntry, ...]:
        """The entries with this head word, most specific first. A form that only one head word has goes before the
        lemma: lemmatisers take "raped" for a form of "rap"."""
        known = self.lemmas.get((form, text), lemma)
        # "because of fighting": a noun in -ing goes by its own name, whatever verb a lemmatiser makes of it
        named = self.by_head.get((form, text), ()) if form == "noun" and text != known and text.endswith("ing") else ()
        found = self.by_head.get((form, known)) or self.by_head.get((form, lemma), ())
        return tuple(sorted(dict.fromkeys(named + found), key=lambda e: -e.weight)) if named else found


_ACTOR: dict[Form, tuple[str, ...]] = {"verb": ("subj",), "noun": ("by", "poss", "demonym", "light"), "adjective": ()}
_RECIPIENT: dict[Form, tuple[str, ...]] = {"verb": ("obj",), "noun": ("on", "against", "of"), "adjective": ("noun",)}


def load_triggers(ontology: Ontology, classes: NounClasses, folders: Iterable[Path] = ()) -> TriggerLexicon:
    """The lexicon of the package with a user's files over it. Raises ResourceError for an entry that does not fit the ontology or the classes."""
    tables = load_entries("en/triggers/*.toml", required=("type",), optional=_OPTIONAL, folders=folders)
    entries = {name: _entry(name, table, ontology, classes) for name, table in tables.items()}
    by_head: dict[tuple[Form, str], list[TriggerEntry]] = {}
    for entry in entries.values():
        by_head.setdefault((entry.form, entry.head), []).append(entry)
    ordered = {key: tuple(sorted(found, key=lambda e: -e.weight)) for key, found in by_head.items()}
    lemmas: dict[tuple[Form, str], str] = {}
    for form, head in ordered:
        forms = verb_forms(head) if form == "verb" else plurals(head) | {head}
        lemmas |= {(form, inflected): head for inflected in forms if (form, inflected) not in ordered}
    return TriggerLexicon(entries, ordered, lemmas)


def _entry(name: str, table: dict[str, Any], ontology: Ontology, classes: NounClasses) -> TriggerEntry:
    forms: list[Form] = [f for f in ("verb", "noun", "adjective") if f in table]
    if len(forms) != 1:
        raise ResourceError(f"The trigger {name!r} names {len(forms)} of verb, noun and adjective.", "Name exactly one.")
    form = forms[0]
    words = str(table[form]).lower().split()
    if form == "noun":
        # parsers part "cease-fire" at its hyphen
        words = [part for word in words for part in word.split("-") if part]
    contexts = tuple(table.get("contexts", ()))
    if wrong := ontology.check(table["type"], table.get("mode"), contexts, table.get("cameo")):
        raise ResourceError(f"The trigger {name!r}: {wrong}.", "Use the names of data/ontology.")
    # the head of a verb is its first word ("blow up"), of a noun its last ("suicide bombing")
    head, rest = (words[-1], tuple(words[:-1])) if form == "noun" else (words[0], tuple(words[1:]))
    return TriggerEntry(
        id=name,
        form=form,
        head=head,
        rest=rest,
        type=table["type"],
        mode=table.get("mode"),
        contexts=contexts,
        cameo=table.get("cameo"),
        symmetric=bool(table.get("symmetric", False)),
        points_back=bool(table.get("points_back", False)),
        actor=tuple(table.get("actor", _ACTOR[form])),
        recipient=tuple(table.get("recipient", _RECIPIENT[form])),
        instrument=tuple(table.get("instrument", ())),
        place=tuple(table.get("place", ())),
        needs=tuple(_condition(name, c, classes) for c in table.get("needs", ())),
        unless=tuple(_condition(name, c, classes) for c in table.get("unless", ())),
        examples=tuple(table["examples"]),
        counterexamples=tuple(table.get("counterexamples", ())),
    )


def _condition(name: str, text: str, classes: NounClasses) -> Condition:
    slot, colon, values = text.partition(":")
    listed = [v for v in values.split("|") if v]
    if not colon or not listed:
        raise ResourceError(f"The trigger {name!r} has the condition {text!r}.", "Write slot:values.")
    named = tuple(v[1:] for v in listed if v.startswith("@"))
    if unknown := [c for c in named if c not in classes and c not in OPEN_CLASSES]:
        raise ResourceError(f"The trigger {name!r} names the unknown class {unknown[0]!r}.", "See data/en/noun_classes.toml.")
    return Condition(slot, frozenset(v for v in listed if not v.startswith("@") and v != "?"), named)
