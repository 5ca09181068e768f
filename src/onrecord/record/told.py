"""A claim with every id resolved to what it stands for: readable and comparable without the account it comes from."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

from onrecord.events.event import Certainty, CommitmentKind, CommitmentRelation, Status, TollKind, TollOf
from onrecord.reading.reading import ActorKind, Feature
from onrecord.span import Span
from onrecord.statements.statement import Stance
from onrecord.timespan import Timespan

Act = Literal["denial", "refusal", "part", ""]
"""What saying no comes to: that something happened; that it is to be; that one had a part in it."""
PartyKind = ActorKind | Literal["armed_group"]
"""An armed group is one that fights a state: whatever it is in the text, it speaks and acts for itself."""
Verdict = Literal["accepted", "corrected", "rejected", "disputed"]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as the record knows it: `key` is the same wherever the same actor is meant. `side` is the country (ISO 3166-1 alpha-3) it speaks
    or acts for, None where there is none (an international body, a witness, a group that fights its state) or it is not known; `body` is whom it speaks for."""

    key: str
    name: str
    kind: PartyKind
    country: str | None
    side: str | None
    body: str | None
    office: str | None
    entry: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a claim. Degrees in WGS 84."""

    key: str
    name: str
    feature: Feature
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A toll: people killed, wounded ..., with a low and a high figure (None unknown)."""

    kind: TollKind
    low: int | None
    high: int | None
    of: TollOf
    whose: str | None
    part: bool
    words: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of a claim's chain: who (several where they speak together, none where nobody is named), in which words, and what they hold of it.

    `letter`: they say it in a letter that the document relays."""

    parties: tuple[Party, ...]
    source: str
    cue: str
    stance: Stance
    certainty: Certainty | None
    happened: bool | None
    quote: Span
    letter: bool = False


@dataclass(frozen=True, slots=True)
class Bond:
    """A commitment that a claim is about, and how it stands to it."""

    key: str
    name: str
    kind: CommitmentKind
    relation: CommitmentRelation


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it can be read by itself.

    `id` is the record's own; `local` its id in the document's account. `chain` is who says it, outermost first, empty for the document's own voice:
    that of `voice` (its author, or its publisher), which `publisher` names;
    `called` is the document's title or file name. `trigger` and `sentence` are its words. `verdict` is what people decided of it,
    `event` the id of the event it is grouped in, `number` its row: all three set when it comes out of a record. `act` tells a claim by which somebody
    denies that it happened from one by which somebody refuses it; and of a claim that somebody said no (REJECT), which of the two that was. `part_of` is the claim it
    is a part of: "shelled the port and killed two" is one event.
    """

    id: str
    local: str
    document: str
    span: Span
    trigger: str
    lemma: str
    sentence_span: Span = field(metadata={"pair": True})
    sentence: str
    type: str
    plain_type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    status: Status
    certainty: Certainty
    happened: bool | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Spot, ...]
    when: Timespan
    tolls: tuple[Figure, ...]
    instruments: tuple[str, ...]
    commitments: tuple[Bond, ...]
    framing: tuple[str, ...]
    chain: tuple[Voice, ...]
    voice: Party | None
    publisher: str | None
    called: str
    published: datetime.date | None
    verdict: Verdict | None = None
    event: str | None = None
    number: int = 0
    act: Act = field(default="", metadata={"later": True})
    part_of: str | None = field(default=None, metadata={"later": True})

    @property
    def speakers(self) -> tuple[Party, ...]:
        """Those who are credited with it most closely: the innermost speakers, or the document's own voice."""
        if self.chain:
            return self.chain[-1].parties
        return (self.voice,) if self.voice else ()
