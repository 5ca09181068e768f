"""Resolutions: which day, place and actor each mention stands for; resolved, ambiguous or NIL, never guessed."""

import datetime
from dataclasses import dataclass
from typing import Literal

from onrecord.basis import Basis, Candidate, Flag, Omission
from onrecord.documents.document import PublishedFrom
from onrecord.reading.reading import ActorKind, Feature, Form, TimexType
from onrecord.span import Span
from onrecord.timespan import Timespan

Outcome = Literal["resolved", "ambiguous", "nil"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One mention of an actor."""

    span: Span
    form: Form


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the text gives it: its title and the id of the actor it is an office of."""

    title: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody of a document with all mentions; `entry` is the directory's id where resolved. `country` is ISO 3166-1 alpha-3."""

    id: str
    name: str
    kind: ActorKind
    outcome: Outcome
    basis: Basis
    mentions: tuple[ActorMention, ...]
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: Office | None = None
    speaks_for: str | None = None
    entry: str | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One toponym resolved, or a site of an event that no toponym names; the same place has the same `entry`. Degrees in WGS 84; `radius_km` is how far off the point may be."""

    id: str
    span: Span
    name: str
    feature: Feature
    outcome: Outcome
    basis: Basis
    entry: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    country: str | None = None
    claimants: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression anchored: TIMEX3 type and value, and its days. `anchor` is "published", another time's id, or "none"."""

    id: str
    span: Span
    type: TimexType
    value: str
    timespan: Timespan
    anchor: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement's source and addressees are: actor ids."""

    statement: str
    sources: tuple[str, ...]
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRoles:
    """Who and where an event's arguments are, and its own interval; `toll_whose` matches the event's tolls one to one."""

    event: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    timespan: Timespan = Timespan()
    toll_whose: tuple[str | None, ...] = ()
    basis: Basis = Basis("event-without-time")


@dataclass(frozen=True, slots=True)
class LetterParties:
    """Who a letter is from and to, its day and place, and by whom and when what it answers was made; `also` says the same of each thing more that it answers."""

    letter: str
    sender: str | None = None
    recipients: tuple[str, ...] = ()
    date: datetime.date | None = None
    place: str | None = None
    answers_by: str | None = None
    answers_date: datetime.date | None = None
    also: tuple[tuple[str | None, datetime.date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentParties:
    """Whose a commitment is: actor ids."""

    commitment: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published, as the metadata, the caller or the text has it, and how that is known."""

    timespan: Timespan = Timespan()
    known_from: PublishedFrom = "none"
    basis: Basis = Basis("no-date-given")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everything resolved of one document. `author` is the actor whose own voice the document is (a letter's writer), if any."""

    publication: Publication = Publication()
    author: str | None = None
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    roles: tuple[EventRoles, ...] = ()
    letters: tuple[LetterParties, ...] = ()
    commitments: tuple[CommitmentParties, ...] = ()
    flags: tuple[Flag, ...] = ()
    omissions: tuple[Omission, ...] = ()
