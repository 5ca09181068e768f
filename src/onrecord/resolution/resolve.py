"""Reading, Statements, Events -> Resolution: dates first, then places, then actors; each handed what the ones before it made."""

import datetime

from onrecord.events.event import EventMention, Events
from onrecord.reading.reading import Reading
from onrecord.resolution.actors.resolve_actors import ResolvedActors, resolve_actors
from onrecord.resolution.dates.anchor import anchor_times
from onrecord.resolution.dates.event_times import EventTime, event_times
from onrecord.resolution.dates.publication import find_publication
from onrecord.resolution.places.event_places import event_places
from onrecord.resolution.places.resolve_places import resolve_places
from onrecord.resolution.places.sites import find_sites
from onrecord.resolution.resolution import CommitmentParties, EventRoles, LetterParties, Place, Resolution, Time
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.letter import Letter
from onrecord.statements.statement import Statements


def resolve(reading: Reading, statements: Statements, events: Events, *, resources: Resources) -> Resolution:
    """Everything a reading's mentions stand for."""
    publication = find_publication(reading)
    anchored = anchor_times(reading, publication)
    times = anchored.times
    when = event_times(reading, statements, events, times, publication)
    places = resolve_places(reading, events, resources=resources)
    where = event_places(reading, events, places)
    sites, where = find_sites(reading, events, places, where, resources=resources)
    dated = {x.id: day_of(x.date, times) for x in statements.letters}
    who = resolve_actors(reading, statements, events, places, publication, resources=resources, letter_dates=dated)
    return Resolution(
        publication=publication,
        author=who.author,
        actors=who.actors,
        places=(*places, *sites),
        times=times,
        speakers=who.speakers,
        roles=tuple(_roles(e, when.get(e.id, EventTime()), where.get(e.id, ()), who) for e in events.events),
        letters=tuple(_letter(x, who, dated[x.id], times, places) for x in statements.letters),
        commitments=tuple(CommitmentParties(c.id, who.commitments.get(c.id, ())) for c in events.commitments),
        flags=(*anchored.flags, *who.flags),
        omissions=(*anchored.omissions, *who.omissions),
    )


def day_of(span: Span | None, times: tuple[Time, ...]) -> datetime.date | None:
    """The one day that the time at a span stands for, or None where there is no time or more than one day."""
    at = next((t for t in times if span and t.span.overlaps(span)), None)
    one_day = at and at.timespan.earliest == at.timespan.latest
    return at.timespan.earliest if at and one_day else None


def _roles(event: EventMention, when: EventTime, where: tuple[str, ...], who: ResolvedActors) -> EventRoles:
    return EventRoles(
        event=event.id,
        actors=who.doers.get(event.id, ()),
        recipients=who.recipients.get(event.id, ()),
        places=where,
        times=when.times,
        timespan=when.timespan,
        toll_whose=who.tolls.get(event.id, (None,) * len(event.tolls)),
        basis=when.basis,
    )


def _letter(
    letter: Letter, who: ResolvedActors, day: datetime.date | None, times: tuple[Time, ...], places: tuple[Place, ...]
) -> LetterParties:
    sender, recipients, answered_to = who.letters.get(letter.id, (None, (), ()))
    place = next((p.id for p in places if letter.place and p.span.overlaps(letter.place)), None)
    answered = [(by, day_of(a.date, times)) for a, by in zip(letter.all_answered, answered_to, strict=False)]
    first = answered[0] if answered else (None, None)
    return LetterParties(letter.id, sender, recipients, day, place, *first, also=tuple(answered[1:]))
