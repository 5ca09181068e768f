"""Reading, Statements -> Events: triggers, arguments, factuality; then tolls, commitments, territory, framing, relations."""

from dataclasses import replace

from onrecord.basis import Basis, Omission
from onrecord.events.arguments import find_arguments
from onrecord.events.arguments_carried import carry_arguments, carry_back, carry_battle, carry_on
from onrecord.events.arguments_phrases import LIST_LIMIT
from onrecord.events.commitments import find_commitments, link_commitments
from onrecord.events.event import Argument, EventMention, Events, Trigger
from onrecord.events.factuality import judge
from onrecord.events.framing import attach_framing, find_framing
from onrecord.events.joint import joint_acts
from onrecord.events.kinds import with_kinds
from onrecord.events.means import find_means
from onrecord.events.relations import find_relations, pointing_back
from onrecord.events.retype import as_refusal, is_refused, retype
from onrecord.events.territory import attach_territory
from onrecord.events.tolls import attach_tolls
from onrecord.events.triggers import seek_triggers
from onrecord.events.within import told_within
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.statement import Statement, Statements


def extract(reading: Reading, statements: Statements, *, resources: Resources, watch: Span | None = None) -> Events:
    """All event mentions of a reading; for the sentences at `watch`, the lexicon's entries that were tried and refused too."""
    triggers, refused = seek_triggers(reading, resources=resources, watch=watch)
    events = tuple(_draft(reading, statements, t, f"v{n}", resources) for n, t in enumerate(triggers, 1))
    events = carry_on(reading, carry_battle(reading, carry_arguments(reading, events, resources=resources)))
    events = acts_of_bodies(events, statements)
    events = with_kinds(reading, told_within(reading, joint_acts(reading, events)), resources=resources)
    events = pointing_back(reading, attach_tolls(reading, events, resources=resources), statements, resources=resources)
    events = attach_territory(reading, events, resources=resources)
    commitments = find_commitments(reading, resources=resources)
    events = link_commitments(reading, events, commitments, resources=resources)
    framing = find_framing(reading, resources=resources)
    events = attach_framing(reading, events, framing)
    relations = find_relations(reading, events, statements, resources=resources)
    return Events(
        events=carry_back(events, relations),
        commitments=commitments,
        means=find_means(reading, resources=resources),
        framing=framing,
        relations=relations,
        refused=refused,
        omissions=_cut_short(reading, events),
    )


def _draft(reading: Reading, statements: Statements, trigger: Trigger, ident: str, resources: Resources) -> EventMention:
    judged = judge(reading, trigger.head, statements, resources=resources)
    factuality = judged.factuality
    kind, mode = retype(trigger, factuality, ontology=resources.ontology, refused=is_refused(reading, trigger.head))
    if resources.triggers.entries[trigger.entry].denies or (kind == "REJECT" != trigger.type):
        factuality = as_refusal(factuality)
    return EventMention(
        id=ident,
        trigger=trigger,
        type=kind,
        plain_type=trigger.type,
        arguments=find_arguments(reading, trigger, resources=resources),
        statement=judged.statement,
        factuality=factuality,
        sentence=reading.tokens[trigger.head].sentence,
        basis=Basis(trigger.basis.rule, trigger.basis.score, trigger.basis.reasons),
        mode=mode,
        contexts=trigger.contexts,
        cameo=trigger.cameo,
        symmetric=trigger.symmetric,
        views=judged.views,
    )


def _cut_short(reading: Reading, events: tuple[EventMention, ...]) -> tuple[Omission, ...]:
    """Where a list of parties was longer than what is kept of it: the rest of its sentence."""
    found: dict[int, Omission] = {}
    for event in events:
        for role in ("actor", "recipient"):
            kept = [a.span for a in event.arguments if a.role == role]
            sentence = reading.sentences[event.sentence].span
            if len(kept) >= LIST_LIMIT and kept[-1].end < sentence.end:
                found[event.sentence] = Omission(Span(kept[-1].end, sentence.end), "events", f"a list of more than {LIST_LIMIT} names")
    return tuple(found.values())


def acts_of_bodies(events: tuple[EventMention, ...], statements: Statements) -> tuple[EventMention, ...]:
    """The events; each that is an operative verb of a resolution is done by the body that adopts it, where its own clause names nobody."""
    bodies = {s.cue_head: s for s in statements.statements if s.basis.rule == "resolution-act" and s.source and s.source_head is not None}
    return tuple(_by_body(e, bodies.get(e.trigger.head)) for e in events) if bodies else events


def _by_body(event: EventMention, act: Statement | None) -> EventMention:
    if act is None or act.source_head is None or any(a.role == "actor" for a in event.arguments):
        return event
    return replace(event, arguments=(*event.arguments, Argument("actor", act.source[0], act.source_head, "body-of-the-resolution")))
