"""Claims and the account that holds them: everything one document puts on record, fully resolved.

An account has the shape of onrecord/1 (docs/reference/onrecord-1.md): every id points inside it, every span into `document.text`.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.basis import Basis, Flag, Omission
from onrecord.documents.document import DocumentKind, PublishedFrom, Section
from onrecord.events.event import (
    Certainty,
    CommitmentKind,
    CommitmentLink,
    Factuality,
    Framing,
    Means,
    RelationKind,
    Status,
    Territory,
    TollKind,
    TollOf,
    View,
)
from onrecord.resolution.resolution import Actor, Place, Time
from onrecord.span import Span
from onrecord.statements.statement import Quotation, Stance
from onrecord.timespan import Timespan

FORMAT = "onrecord/1"


@dataclass(frozen=True, slots=True)
class Source:
    """The document an account is of. `author` is the actor whose own voice it is; `published` is set only where the day is known.

    `raw_sha256` is the hash of the bytes it was read from; `metadata` is what its container said.
    """

    id: str
    external_id: str | None
    path: str | None
    member: str | None
    url: str | None
    text: str
    kind: DocumentKind
    language: str
    publisher: str | None
    author: str | None
    title: str | None
    published: datetime.date | None
    published_earliest: datetime.date | None
    published_latest: datetime.date | None
    published_from: PublishedFrom
    media_type: str = "text/plain"
    raw_sha256: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its speakers resolved; `source_actor` is the first of `source_actors`."""

    id: str
    parent: str | None
    source: tuple[Span, ...]
    source_actors: tuple[str, ...]
    source_actor: str | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotation: Quotation
    stance: Stance
    addressees: tuple[str, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Instrument:
    """What an event was done with; `kind` is of the means ontology, None where the words name none of it."""

    span: Span
    kind: str | None


@dataclass(frozen=True, slots=True)
class Loss:
    """A toll with its people resolved: a low and a high figure (None unknown); `part_of` is an index among the claim's tolls."""

    kind: TollKind
    low: int | None
    high: int | None
    of: TollOf
    whose: str | None
    part_of: int | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Judged:
    """How sure the innermost speaker is and whether, for that speaker, it happened (None: neither), with the words that say so."""

    certainty: Certainty
    happened: bool | None
    markers: tuple[Span, ...]
    rule: str

    @classmethod
    def of(cls, factuality: Factuality) -> "Judged":
        """The same, without the status, which stands on the claim."""
        return cls(factuality.certainty, factuality.happened, factuality.markers, factuality.rule)


@dataclass(frozen=True, slots=True)
class Claim:
    """An event as one statement of one document tells it, resolved: the unit that is kept.

    `span` is the trigger, `lemma` its head word as a dictionary has it; `statement` the innermost statement it stands in (None: the document's own voice); `when` its own interval;
    `within` the event in whose clause or phrase it is told (None: the sentence itself reports it, or the record is older than the field).
    """

    id: str
    span: Span
    lemma: str
    type: str
    plain_type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    symmetric: bool
    instruments: tuple[Instrument, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    when: Timespan
    when_basis: Basis
    tolls: tuple[Loss, ...]
    statement: str | None
    factuality: Judged
    views: tuple[View, ...]
    status: Status
    commitments: tuple[CommitmentLink, ...]
    territory: Territory | None
    framing: tuple[Framing, ...]
    sentence: Span = field(metadata={"pair": True})
    basis: Basis
    within: str | None = field(default=None, metadata={"later": True})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a letter answers: "letter", "statement", "note" ...; by whom, of what day and under what number where known."""

    what: str
    by: str | None
    date: datetime.date | None
    span: Span
    reference: str | None = field(default=None, metadata={"later": True})


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A letter with its parties resolved; `relayed`: a text reports that it was written, or encloses it; `reference` is its number or symbol;
    `also` is what it answers besides the first."""

    id: str
    sender: str | None = field(metadata={"key": "from"})
    recipients: tuple[str, ...] = field(metadata={"key": "to"})
    date: datetime.date | None
    place: str | None
    subject: str | None
    relayed: bool
    answers: Answer | None
    span: Span
    basis: Basis
    reference: str | None = field(default=None, metadata={"later": True})
    also: tuple[Answer, ...] = field(default=(), metadata={"key": "answers_also", "later": True})

    @property
    def all_answered(self) -> tuple[Answer, ...]:
        """Everything that it answers."""
        return (self.answers, *self.also) if self.answers else ()


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A commitment with its parties resolved; `date` is EDTF."""

    id: str
    name: str
    kind: CommitmentKind
    by: tuple[str, ...]
    date: str | None
    count: int | None
    span: Span
    basis: Basis


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two claims of one document, with the words that show it where there are any."""

    kind: RelationKind
    source: str = field(metadata={"key": "from"})
    target: str = field(metadata={"key": "to"})
    span: Span | None


@dataclass(frozen=True, slots=True)
class Account:
    """Everything one document puts on record: one line of onrecord/1."""

    document: Source
    sections: tuple[Section, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Said, ...] = ()
    events: tuple[Claim, ...] = ()
    letters: tuple[Correspondence, ...] = ()
    commitments: tuple[Undertaking, ...] = ()
    means: tuple[Means, ...] = ()
    relations: tuple[Tie, ...] = ()
    flags: tuple[Flag, ...] = ()
    omissions: tuple[Omission, ...] = ()
    format: str = FORMAT
