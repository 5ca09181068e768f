"""Readings: a document's sentences, tokens and mentions, in values of our own; no parser object leaves this room.

Dependency labels are those of ClearNLP as spaCy's English pipelines use them (nsubj, nsubjpass, dobj, pobj, ccomp, xcomp, agent ...);
parts of speech are Universal Dependencies v2 (`pos`) and Penn Treebank (`tag`).
"""

from dataclasses import dataclass, field
from typing import Literal

from onrecord.basis import Basis, Omission
from onrecord.documents.document import Document
from onrecord.span import Span

Form = Literal["name", "nominal", "pronoun"]
ActorKind = Literal[
    "state", "government", "armed_force", "organization", "party", "person", "group", "population", "media", "unknown"
]  # fmt: skip
Feature = Literal["town", "district", "region", "country", "water", "border", "line", "camp", "area", "demonym", "site"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `index` counts through the document; `head` is the index of its syntactic head (its own for a root)."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    entity: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to but not including `last`; `root` is the index of its syntactic root."""

    index: int
    span: Span
    first: int
    last: int
    root: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or point at somebody: tokens `first` up to but not including `last`, with `head` among them.

    `kind` is what the words alone show. `entries` are directory ids the words may stand for, best first. `chain` numbers the entity within the
    document (mentions with the same number are one); None where it stands alone. `name` is the name alone, without title, article or what
    follows ("Hedda Lindqvist"); `title` is the title's id in the directory, or None.
    """

    span: Span
    form: Form
    head: int
    first: int
    last: int
    kind: ActorKind
    basis: Basis
    entries: tuple[str, ...] = ()
    chain: int | None = None
    country: str | None = None
    title: str | None = None
    name: str | None = None
    plural: bool = False
    gender: Literal["male", "female"] | None = None


@dataclass(frozen=True, slots=True)
class Toponym:
    """A mention of a place, or a demonym. `name` is the name to look up; `feature` is what a kind word beside it says ("city of", "district")."""

    span: Span
    name: str
    head: int
    basis: Basis
    feature: Feature | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression found but not yet anchored. `meaning` is what it says by itself, as `reading.timexes` defines it: an ordered set of
    fields (year, month, day, weekday, offset, unit, modifier ...) kept as text pairs so that detection and anchoring share nothing else."""

    span: Span
    type: TimexType
    meaning: tuple[tuple[str, str], ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read: its tokens in order, its sentences, and the mentions of actors, places and times found in it.

    `children[i]` are the indices of the syntactic children of token i, left to right.
    """

    document: Document
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()
    mentions: tuple[Mention, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    timexes: tuple[Timex, ...] = ()
    omissions: tuple[Omission, ...] = ()
    parser: str = field(default="")
