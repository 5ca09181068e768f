"""Reading, statements, events, places, publication -> actors, and who stands in each statement, event, letter and commitment."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.basis import Flag, Omission
from onrecord.events.event import EventMention, Events
from onrecord.reading import tree
from onrecord.reading.reading import Reading
from onrecord.resolution.actors.cast import DEICTIC, Cast
from onrecord.resolution.actors.countries import infer_countries
from onrecord.resolution.actors.deixis import Deixis
from onrecord.resolution.actors.draft import Draft, finish
from onrecord.resolution.actors.offices import differing, find_offices, resolve_holders
from onrecord.resolution.actors.several import Several
from onrecord.resolution.actors.standing import Standing
from onrecord.resolution.resolution import Actor, Place, Publication, Speaker
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.statement import Statements


@dataclass(frozen=True, slots=True)
class ResolvedActors:
    """All actors and where they stand. Keys are ids of events, letters and commitments; values actor ids.

    `tolls` gives for each event one actor id (or None) a toll; `letters` gives (sender, recipients, author of each thing that it answers).
    """

    actors: tuple[Actor, ...] = ()
    author: str | None = None
    speakers: tuple[Speaker, ...] = ()
    doers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    recipients: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tolls: dict[str, tuple[str | None, ...]] = field(default_factory=dict)
    letters: dict[str, tuple[str | None, tuple[str, ...], tuple[str | None, ...]]] = field(default_factory=dict)
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
    cast = Cast(reading, places, publication, resources)
    cast.day = cast.day or next((d for d in letter_dates.values() if d is not None), None)
    find_offices(cast)
    deixis = Deixis(reading, statements, cast)
    resolve_holders(cast)
    standing = Standing(reading, cast, deixis)
    found = _Found(reading, standing, cast, events)
    speakers = {s.id: (found.speaker(s.source_head, s.source), found.spans(s.addressees)) for s in statements.statements}
    letters = {
        x.id: (found.span(x.sender), found.spans(x.recipients), [found.span(a.by) for a in x.all_answered]) for x in statements.letters
    }
    commitments = {c.id: found.spans(c.by) for c in events.commitments}
    infer_countries(cast, events, found.doers, found.recipients, author=deixis.author)
    point_deictics(reading, deixis)
    standing_anywhere = dict.fromkeys(found.everybody(speakers, letters, commitments, deixis.author))
    for draft in standing_anywhere:
        draft.used = True
    # who was taken for another after a role was given to him still stands in that role
    actors, ids = finish(list(dict.fromkeys((*cast.drafts, *standing_anywhere))))

    def named(drafts: Iterable[Draft]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids[id(d)] for d in drafts))

    def one(draft: Draft | None) -> str | None:
        return ids[id(draft)] if draft is not None else None

    return ResolvedActors(
        actors=actors,
        author=one(deixis.author),
        speakers=tuple(Speaker(s, named(who), named(to)) for s, (who, to) in speakers.items()),
        doers={e: named(d) for e, d in found.doers.items()},
        recipients={e: named(d) for e, d in found.recipients.items()},
        tolls={e: tuple(one(d) for d in ds) for e, ds in found.tolls.items()},
        letters={x: (one(a), named(b), tuple(map(one, c))) for x, (a, b, c) in letters.items()},
        commitments={c: named(d) for c, d in commitments.items()},
        flags=tuple(differing(cast)),
    )


def point_deictics(reading: Reading, deixis: Deixis) -> None:
    """Put each "I", "we" and "you" that the text resolves among the mentions of whom it stands for."""
    held: dict[int, set[tuple[int, int]]] = {}
    for mention in reading.mentions:
        if mention.form == "pronoun" and reading.tokens[mention.head].text.lower() in DEICTIC:
            draft = deixis.resolve(reading.tokens[mention.head])
            if draft is None:
                continue
            if id(draft) not in held:
                held[id(draft)] = {(m.span.start, m.span.end) for m in draft.mentions}
            if (mention.span.start, mention.span.end) not in held[id(draft)]:
                held[id(draft)].add((mention.span.start, mention.span.end))
                draft.mentions.append(mention)


class _Found:
    """Who stands in each role, as drafts."""

    def __init__(self, reading: Reading, standing: Standing, cast: Cast, events: Events) -> None:
        self.reading, self.standing, self.cast, self.several = reading, standing, cast, Several(cast)
        self.doers: dict[str, list[Draft]] = {}
        self.recipients: dict[str, list[Draft]] = {}
        self.tolls: dict[str, list[Draft | None]] = {}
        for event in events.events:
            self.doers[event.id] = self._in_role(event, "actor")
            self.recipients[event.id] = [d for d in self._in_role(event, "recipient") if d not in self.doers[event.id]]
            self.tolls[event.id] = [self.span(t.whose) for t in event.tolls]

    def _in_role(self, event: EventMention, role: str) -> list[Draft]:
        found: list[Draft] = []
        heads: dict[int, int] = {}
        for argument in event.arguments:
            if argument.role != role:
                continue
            nation = self.several.nation(argument.head) or self.several.pointed(argument.head)
            draft = None if nation else self.standing.at(argument.head)
            for member in nation or (self.several.of(draft, argument.head) if draft is not None else self.several.pair(argument.head)):
                if member not in found:
                    found.append(member)
                    heads[id(member)] = argument.head
        return self.several.together(found, heads)

    def speaker(self, head: int | None, source: tuple[Span, ...]) -> list[Draft]:
        """Who a statement's source names: the actor at its head, or else inside its words."""
        if head is None:
            return []
        if pointed := self.several.pointed(head):
            return pointed
        inside = source and not self.standing.only_read(head)
        draft = self.standing.at(head)
        if draft is None and (both := self.several.pair(head)):
            return both
        draft = draft or (self.cast.in_span(source[0]) if inside else None)
        if draft is None:
            draft = self.cast.unnamed(head, "unknown", "source-as-worded")
        together = [self.standing.at(t.index) for t in tree.conjuncts(self.reading, head)[1:] if any(s.contains(t.span) for s in source)]
        first = self.several.of(draft, head)
        return [*first, *(d for d in together if d is not None and d is not draft and d not in first)]

    def span(self, span: Span | None) -> Draft | None:
        """The actor that a span names."""
        if span is None:
            return None
        head = tree.head_of(self.reading, span)
        return (self.standing.at(head.index) if head is not None else None) or self.cast.in_span(span)

    def spans(self, spans: tuple[Span, ...]) -> list[Draft]:
        """The actors that spans name, each once."""
        found = [self.span(s) for s in spans]
        return list(dict.fromkeys(d for d in found if d is not None))

    def everybody(
        self,
        speakers: dict[str, tuple[list[Draft], list[Draft]]],
        letters: dict[str, tuple[Draft | None, list[Draft], list[Draft | None]]],
        commitments: dict[str, list[Draft]],
        author: Draft | None,
    ) -> Iterable[Draft]:
        """Everybody who stands anywhere."""
        for drafts in (*self.doers.values(), *self.recipients.values(), *commitments.values()):
            yield from drafts
        for who, to in speakers.values():
            yield from (*who, *to)
        for sender, recipients, answered in letters.values():
            yield from (d for d in (sender, *recipients, *answered, author) if d is not None)
        for whose in self.tolls.values():
            yield from (d for d in whose if d is not None)
        if author is not None:
            yield author
