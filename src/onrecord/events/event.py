"""Event mentions: who did what to whom as one statement tells it, in PLOVER's terms, and whether that statement says it happened.

Types, modes and contexts: PLOVER (Open Event Data Alliance 2018; Halterman et al. 2023). Factuality: FactBank (Sauri and Pustejovsky 2009).
"""

from dataclasses import dataclass, field
from typing import Literal

from onrecord.basis import Basis, Omission
from onrecord.span import Span

Role = Literal["actor", "recipient", "instrument", "place", "time"]
Certainty = Literal["certain", "probable", "possible", "uncommitted"]
Status = Literal["actual", "ongoing", "planned", "demanded", "offered", "promised", "threatened", "hypothetical", "general"]
TollKind = Literal["killed", "wounded", "captured", "missing", "displaced"]
TollOf = Literal["military", "civilian", "mixed", "unknown"]
CommitmentKind = Literal["ceasefire", "agreement", "resolution", "treaty", "law", "principle"]
CommitmentRelation = Literal["makes", "keeps", "breaks", "demands", "undone"]
Control = Literal["gained", "lost", "held", "claimed"]
RelationKind = Literal["answers", "causes", "follows", "part_of", "same_event", "denies", "refuses"]
POINTS_BACK = "more-of-the-event-before"
"""The rule of an event that is one told before, of which a text only says more ("the death toll rose to 12")."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A noun phrase in a role of an event: its span without relative clauses, the token index of its head, and the rule that found it."""

    role: Role
    span: Span
    head: int
    rule: str


@dataclass(frozen=True, slots=True)
class Factuality:
    """How sure the speaker is and whether it happened (None: neither, as for plans and demands), with the words that say so."""

    certainty: Certainty
    happened: bool | None
    status: Status
    markers: tuple[Span, ...] = ()
    rule: str = "plain-assertion"


@dataclass(frozen=True, slots=True)
class View:
    """What one speaker of the chain holds of the event; `statement` None is the document's own voice."""

    statement: str | None
    certainty: Certainty
    happened: bool | None


@dataclass(frozen=True, slots=True)
class Toll:
    """People killed, wounded, captured, missing or displaced: a low and a high figure (None unknown, never 0 for unknown).

    `part_of` is the index, among the event's tolls, of the one this is a part of ("nine people, including three children").
    """

    kind: TollKind
    low: int | None
    high: int | None
    of: TollOf
    span: Span
    rule: str
    whose: Span | None = None
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Means:
    """A weapon or platform named in the text, in an event or not; `kind` is of the means ontology ("artillery", "drone")."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Framing:
    """A loaded word in the speaker's own wording; `word` is the lexicon's entry for it. It judges nobody."""

    span: Span
    word: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """A ceasefire, agreement, resolution, treaty, law or principle that the text mentions; `date` is EDTF where its words give one."""

    id: str
    span: Span
    name: str
    kind: CommitmentKind
    basis: Basis
    by: tuple[Span, ...] = ()
    date: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class CommitmentLink:
    """How an event stands to a commitment: makes, keeps, breaks, demands it, or leaves it undone."""

    commitment: str = field(metadata={"key": "id"})
    relation: CommitmentRelation


@dataclass(frozen=True, slots=True)
class Territory:
    """Control of land as the speaker puts it, with the share where one is given ("20 percent")."""

    control: Control
    share: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that may stand for an event, before factuality: the matched lexicon entry's type, mode and codes."""

    span: Span
    head: int
    entry: str
    type: str
    basis: Basis
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A lexicon entry that was tried at a word and not coded: the rule that refused it, and what it lacked or gave way to, in words."""

    span: Span
    entry: str
    type: str
    rule: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one statement tells it. `type` is what tense and negation make of `plain_type` (a future visit is AGREE)."""

    id: str
    trigger: Trigger
    type: str
    plain_type: str
    arguments: tuple[Argument, ...]
    statement: str | None
    factuality: Factuality
    sentence: int
    basis: Basis
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    symmetric: bool = False
    views: tuple[View, ...] = ()
    tolls: tuple[Toll, ...] = ()
    commitments: tuple[CommitmentLink, ...] = ()
    territory: Territory | None = None
    framing: tuple[Framing, ...] = ()
    within: str | None = None
    """The id of the event in whose clause or phrase this one is told ("urged Peru to withdraw"); None for what the sentence itself reports."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two events of a document, with the words that show it where there are any."""

    kind: RelationKind
    source: str
    target: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Events:
    """All event mentions of a reading in text order, with commitments, means, framing, relations and what was left out.

    `refused` holds the entries tried in vain in the sentences that were watched; none are watched in an ordinary reading.
    """

    events: tuple[EventMention, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    means: tuple[Means, ...] = ()
    framing: tuple[Framing, ...] = ()
    relations: tuple[Relation, ...] = ()
    omissions: tuple[Omission, ...] = ()
    refused: tuple[Refused, ...] = ()
