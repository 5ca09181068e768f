"""Events -> PLOVER records: what PLOVER's hand-made records write down of a sentence, in (actor country, recipient country, type) triples.

The product keeps every event that a text tells, with the actors the text names. PLOVER's records (its validation file, one record a sentence)
keep less and say more, by five conventions of its manual, which this adapter follows and which change nothing of what users get:

1. A record is of what the sentence reports. An event inside another event's clause or phrase (what is demanded, promised, condemned; the riots
   in which somebody was killed; the curfew that was lifted) is part of that record, not one of its own. Joined clauses are records of their own.
2. Codes are countries. A party whose nationality the text does not give is coded by the country where the event is ("rebels", in Bouake: CIV;
   bombers nobody names, in Basra: IRQ, sector UAF), and else by the only country that the sentence names, where it names only one.
3. An event that falls on a place (a curfew, a blockade, an attack in a town) has the place's country for its target where no recipient is named.
4. Two sources that agree, meet, work together or back something, and no target: each stands to the other.
5. A record names a source. Where neither text nor place gives a country for the doer there is no record.

Nothing here reads the gold. `all_triples` is the same without any of them.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from onrecord.events.event import EventMention
from onrecord.pipeline import Stages
from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import Actor, EventRoles
from onrecord.span import Span

Triple = tuple[str | None, str | None, str]

FALLS_ON_A_PLACE = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "AID", "CONCEDE", "THREATEN"})
"""Types whose records take the country of the place for a target that nobody names (convention 3)."""

UNNAMED_DOER = frozenset({"ASSAULT", "COERCE", "ACCUSE"})
"""Types coded with an unidentified source where the text names no doer (convention 2: "was shot", "was arrested", "was put on trial")."""

MUTUAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
"""Types whose two sources stand to each other where there is no target (convention 4)."""


def triples(sources: Iterable[str | None], targets: Iterable[str | None], type_: str, *, both_ways: bool) -> set[Triple]:
    """Every source with every target; an empty side is null; parties of a symmetric event with each other, both ways."""
    actors, recipients = list(dict.fromkeys(sources)), list(dict.fromkeys(targets))
    if both_ways and len(actors) > 1:
        return {(a, b, type_) for a, b in product(actors, actors) if a != b}
    return {(a, b, type_) for a, b in product(actors or [None], recipients or [None])}


def all_triples(stages: Stages) -> set[Triple]:
    """The triples of every event as the product resolves it."""
    found: set[Triple] = set()
    for event, doers, others, _ in _parties(stages, stages.events.events):
        found |= triples(doers, others, event.type, both_ways=event.symmetric and not others)
    return found


def record_triples(stages: Stages) -> set[Triple]:
    """The triples of the sentence's records, by the five conventions."""
    found: set[Triple] = set()
    for event, doers, others, where in _parties(stages, reported(stages.reading, stages.events.events)):
        if where is not None:
            doers = [d or where for d in doers] or ([where] if event.type in UNNAMED_DOER else [])
            others = [o or where for o in others]
            if not others and not event.symmetric and event.type in FALLS_ON_A_PLACE:
                others = [where]
        mutual = not others and (event.symmetric or event.type in MUTUAL)
        found |= {t for t in triples(doers, others, event.type, both_ways=mutual) if t[0] is not None}
    return found


def reported(reading: Reading, events: Iterable[EventMention]) -> list[EventMention]:
    """The events that stand under no other event in the syntax of their sentence; conjuncts stand side by side."""
    events = list(events)
    heads = {e.trigger.head for e in events}
    return [e for e in events if not any(above in heads for above in _above(reading, e.trigger.head))]


def _above(reading: Reading, index: int) -> Iterator[int]:
    """The tokens above a token, a conjunct's fellows left out."""
    here, seen = index, {index}
    while True:
        token = reading.tokens[here]
        joined = token.dep == "conj"
        here = token.head
        if here in seen:
            return
        seen.add(here)
        if not joined:
            yield here


def _parties(
    stages: Stages, events: Iterable[EventMention]
) -> Iterator[tuple[EventMention, list[str | None], list[str | None], str | None]]:
    """Each event with the codes of its doers and recipients and the country of its first place that has one."""
    actors = {a.id: a for a in stages.resolution.actors}
    places = {p.id: p.country for p in stages.resolution.places}
    roles = {r.event: r for r in stages.resolution.roles}
    for event in events:
        here = roles.get(event.id, EventRoles(event.id))
        doers = [code(actors[i]) for i in here.actors if i in actors]
        others = [code(actors[i]) for i in here.recipients if i in actors]
        yield event, doers, others, next((c for p in here.places if (c := places.get(p))), None) or _only_country(stages, event)


def _only_country(stages: Stages, event: EventMention) -> str | None:
    """The one country that the names of the event's sentence stand for; None where there are more or none."""
    sentence = stages.reading.sentences[event.sentence].span
    named = {a.country for a in stages.resolution.actors if a.country and any(_in(m.span, sentence) for m in a.mentions)}
    named |= {p.country for p in stages.resolution.places if p.country and _in(p.span, sentence)}
    return next(iter(named)) if len(named) == 1 else None


def _in(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end


def code(actor: Actor) -> str | None:
    """PLOVER's first three letters of an actor: its country, or IGO for an international body."""
    if actor.country:
        return actor.country
    return "IGO" if "IGO" in actor.sectors else None
