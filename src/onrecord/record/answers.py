"""What a record answers: the typed values of its queries."""

import datetime
from dataclasses import dataclass
from typing import Literal

from onrecord.basis import Reason
from onrecord.record.sides import Spread
from onrecord.record.told import Party

LinkKind = Literal["same_event", "denies"]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the record. `claims` are those of its newest reading; `original` is set where it is a copy of another; `text` is "" once forgotten."""

    id: str
    short: str
    publisher: str | None
    title: str | None
    kind: str
    language: str
    published: datetime.date | None
    path: str | None
    member: str | None
    url: str | None
    external_id: str | None
    voice: Party | None
    claims: int
    characters: int
    added: str
    raw_sha256: str | None
    original: str | None
    forgotten: bool


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event: the claims that tell it. `documents` counts accounts, a copy and its original as one; days and types are of all its claims."""

    id: str
    types: tuple[str, ...]
    claims: int
    documents: int
    earliest: datetime.date | None
    latest: datetime.date | None
    denied: int
    """Claims by which somebody says that it did not happen, or not by them."""
    refused: int
    """Claims by which somebody will not have it."""
    first: int
    """The row of the claim that it is named after, and that speaks for it: the longest-standing of those with a day, or of all where none has one."""


@dataclass(frozen=True, slots=True)
class Link:
    """A judged relation between two claims (ids), with score and reasons."""

    kind: LinkKind
    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that a search found, with the words around, the hits between « and »."""

    document: str
    short: str
    publisher: str | None
    published: datetime.date | None
    title: str | None
    words: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Somebody who says something on record: in how many documents and claims, how many of them deny or refuse something."""

    key: str
    name: str
    kind: str
    side: str | None
    documents: int
    claims: int
    denials: int
    refusals: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Somebody of the record: what they did, what was done to them, what they said, in claims."""

    key: str
    name: str
    kind: str
    country: str | None
    did: int
    suffered: int
    said: int


@dataclass(frozen=True, slots=True)
class OmissionRow:
    """Something left out: how often, by which stage, why; with one document to look at."""

    stage: str
    reason: str
    times: int
    documents: int
    example: str


@dataclass(frozen=True, slots=True)
class FlagRow:
    """Something that stands as the text has it and deserves a second look."""

    document: str
    kind: str
    detail: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """What could not be read, in which run."""

    run: int
    path: str
    member: str | None
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment by its words, and how often it is said to be made, kept, broken, demanded or left undone."""

    key: str
    name: str
    kind: str
    relations: dict[str, int]


Shares = dict[Spread, list[str]]
"""Claims by their sides: of each, the document it stands in."""


@dataclass(frozen=True, slots=True)
class Overview:
    """A record in numbers. `events` counts groups of claims, `claims` reports of events."""

    documents: int
    copies: int
    forgotten: int
    claims: int
    events: int
    speakers: int
    decisions: int
    earliest: datetime.date | None
    latest: datetime.date | None
    runs: int
