"""Reading, statements, events, places, publication -> actors, and who stands in each statement, event, letter and commitment."""

import datetime
from dataclasses import dataclass, field

from onrecord.basis import Flag, Omission
from onrecord.events.event import Events
from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import Actor, Place, Publication, Speaker
from onrecord.resources.resources import Resources
from onrecord.statements.statement import Statements


@dataclass(frozen=True, slots=True)
class ResolvedActors:
    """All actors and where they stand. Keys are ids of events, letters and commitments; values actor ids.

    `tolls` gives for each event one actor id (or None) a toll; `letters` gives (sender, recipients, author of what it answers).
    """

    actors: tuple[Actor, ...] = ()
    author: str | None = None
    speakers: tuple[Speaker, ...] = ()
    doers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    recipients: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tolls: dict[str, tuple[str | None, ...]] = field(default_factory=dict)
    letters: dict[str, tuple[str | None, tuple[str, ...], str | None]] = field(default_factory=dict)
    commitments: dict[str, tuple[str, ...]] = field(default_factory=dict)
    flags: tuple[Flag, ...] = ()
    omissions: tuple[Omission, ...] = ()


def resolve_actors(
    reading: Reading,
    statements: Statements,
    events: Events,
    places: tuple[Place, ...],
    publication: Publication,
    *,
    resources: Resources,
    letter_dates: dict[str, datetime.date | None],
) -> ResolvedActors:
    """Every actor of a document, all mentions together, and who stands where."""
    return ResolvedActors()
