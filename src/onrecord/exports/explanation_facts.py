"""A coded event -> its values one by one, each with the words it stands on and the rule that made it."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.basis import Basis
from onrecord.events.event import EventMention
from onrecord.exports.telling import when_words
from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import EventRoles, Resolution
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.nesting import by_id, chain
from onrecord.statements.statement import Statements


@dataclass(frozen=True, slots=True)
class Fact:
    """One value: what it is of ("actor", "happened", "when"), the value in words, the characters it stands on, the rule, and more of why."""

    of: str
    value: str
    spans: tuple[Span, ...]
    rule: str
    why: str = ""


def facts_of(event: EventMention, reading: Reading, statements: Statements, resolution: Resolution, resources: Resources) -> Iterator[Fact]:
    """Every value of an event, in the order a reader asks: what, who, said by whom, whether, when, where, how many, and what it touches."""
    roles = next((r for r in resolution.roles if r.event == event.id), EventRoles(event.id))
    if event.type != event.plain_type:
        how = f"{event.factuality.status}, {'not so' if event.factuality.happened is False else event.factuality.rule}"
        yield Fact("type", f"{event.plain_type} becomes {event.type}", (), "tense-and-negation", how)
    yield from _who(event, resolution, roles)
    yield from _said(event, statements)
    yield from _whether(event, resources)
    yield from _when_and_where(event, resolution, roles)
    yield from _rest(event)


def _who(event: EventMention, resolution: Resolution, roles: EventRoles) -> Iterator[Fact]:
    at = {m.span: a for a in resolution.actors for m in a.mentions}
    told: set[str] = set()
    for argument in event.arguments:
        if argument.role not in ("actor", "recipient"):
            yield Fact(argument.role, "", (argument.span,), argument.rule)
            continue
        inside = [a for s, a in at.items() if argument.span.contains(s) or s.contains(argument.span)]
        actor = next((a for a in inside if a.id in (*roles.actors, *roles.recipients)), None)
        told |= {actor.id} if actor else set()
        known = f"{actor.name}{', ' + actor.country if actor.country else ''} ({actor.outcome}: {actor.basis.rule})" if actor else ""
        yield Fact(argument.role, known or "nobody known", (argument.span,), argument.rule)
    names = {a.id: a for a in resolution.actors}
    for role, idents in (("actor", roles.actors), ("recipient", roles.recipients)):
        for actor in (names[i] for i in idents if i in names and i not in told):
            yield Fact(role, actor.name, (), actor.basis.rule, "stands for, or is carried to, an argument")
        if not idents and not any(a.role == role for a in event.arguments):
            yield Fact(role, "nobody named", (), f"no-{role}-in-the-frame")


def _said(event: EventMention, statements: Statements) -> Iterator[Fact]:
    line = chain(statements, by_id(statements, event.statement)) if event.statement else []
    if not line:
        yield Fact("said by", "the document's own voice", (), "outside-every-statement")
    for statement in line:
        yield Fact("said by", f"{statement.stance}, {statement.quotation}", (*statement.source, *statement.cue), statement.basis.rule)


HAPPENED = {True: "happened", False: "did not happen", None: "neither claimed nor denied"}


def _whether(event: EventMention, resources: Resources) -> Iterator[Fact]:
    judged = event.factuality
    example = next((e.sentence for e in resources.markers.examples if e.entry == judged.rule and not e.counter), "")
    value = f"{HAPPENED[judged.happened]}, {judged.certainty}, {judged.status}"
    yield Fact("happened", value, judged.markers, judged.rule, f"as in: {example}" if example else "")
    for view in event.views:
        if view.statement != event.statement:
            yield Fact("view", f"{HAPPENED[view.happened]}, {view.certainty}", (), f"view-of-{view.statement or 'the-document'}")


def _when_and_where(event: EventMention, resolution: Resolution, roles: EventRoles) -> Iterator[Fact]:
    times = {t.id: t for t in resolution.times}
    here = [times[t] for t in roles.times if t in times]
    yield Fact("when", when_words(roles.timespan), tuple(t.span for t in here), roles.basis.rule, reasons(roles.basis))
    for time in here:
        yield Fact(
            "time",
            f"{time.type} {time.value}",
            (time.span,),
            time.basis.rule,
            f"counted from {time.anchor}" if time.anchor != "none" else "",
        )
    places = {p.id: p for p in resolution.places}
    for place in (places[p] for p in roles.places if p in places):
        value = f"{place.name}{', ' + place.country if place.country else ''} ({place.feature}, {place.outcome})"
        yield Fact("where", value, (place.span,), place.basis.rule, reasons(place.basis))
    if not roles.places:
        yield Fact("where", "no place given", (), "event-without-place")


def _rest(event: EventMention) -> Iterator[Fact]:
    for toll in event.tolls:
        yield Fact("toll", f"{toll.kind}: {_figure(toll.low, toll.high)}, {toll.of}", (toll.span,), toll.rule)
    for link in event.commitments:
        yield Fact("commitment", f"{link.relation} {link.commitment}", (), f"{link.relation}-a-commitment")
    if event.territory is not None:
        share = f", {event.territory.share}" if event.territory.share else ""
        yield Fact("territory", f"control {event.territory.control}{share}", (), "control-of-land")
    for framing in event.framing:
        yield Fact("loaded word", framing.word, (framing.span,), "word-of-the-speaker")


def _figure(low: int | None, high: int | None) -> str:
    if low == high:
        return "unknown" if low is None else str(low)
    return f"at least {low}" if high is None else f"up to {high}" if low is None else f"{low} to {high}"


def reasons(basis: Basis) -> str:
    """The reasons of a basis in a row."""
    score = [f"score {basis.score:.2f}"] if basis.score is not None else []
    return "; ".join([*score, *(f"{r.feature}{' ' + r.detail if r.detail else ''}" for r in basis.reasons)])
