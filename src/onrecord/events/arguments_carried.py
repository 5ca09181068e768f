"""Event mentions of a reading -> the same, with the recipient of a promise, refusal, threat or protest taken from what it is about.

"Agreed to lend money to Peru", "refused to deploy troops in Chad", "threatened to cut ties with Mali", "marched to demand answers from the
cabinet": the verb of speech has no recipient of its own; whoever the act inside it would fall on is the one it addresses.
"""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.events.arguments_phrases import coordinated, names_actor, phrase_span
from onrecord.events.event import Argument, EventMention, Relation
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.resources import Resources

COMMITTING = frozenset({"AGREE", "REJECT", "THREATEN"})
"""Types whose recipient is that of the act they commit to, refuse or threaten."""

_SPEAKING = frozenset({"REQUEST", "ACCUSE", "REJECT"})
"""What a protest says; whom it says it to is whom the protest is against."""

_INSIDE = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "attr", "acomp", "oprd", "agent", "nsubjpass", "conj"})
_DEPTH = 8
"""Steps at most between a verb of speech and the act it is about."""

_AIMS = frozenset({"to", "with", "for", "against", "from", "among", "between", "towards", "toward", "over", "into"})
_DOWN = frozenset({"of", "for", "to", "into", "with"})
"""Prepositions under which the aim may stand ("a formula for ending its dispute with Spain")."""
_WEAK = frozenset({"object-of-complement", "object-of-complement-and", "owner-possessor"})
"""Rules that take the thing which is promised or refused for a recipient."""


_HARM = frozenset({"ASSAULT", "COERCE"})
_DURING = frozenset({"in", "during", "amid", "after"})
_FURTHER = frozenset({"also", "then", "later", "subsequently", "afterwards", "furthermore", "further"})
_POINTED = frozenset({"actor", "recipient", "place", "instrument"})
"""Roles that an event has from the one it points back to; its time is its own."""


def carry_arguments(reading: Reading, events: tuple[EventMention, ...], *, resources: Resources) -> tuple[EventMention, ...]:
    """The events with the recipients that the acts inside them lend; events further down first."""
    by_head = {e.trigger.head: e for e in events}
    inside: dict[int, list[tuple[int, int]]] = {}
    for head in by_head:
        for steps, above in enumerate(_speeches_above(reading, head), 1):
            if above in by_head:
                inside.setdefault(above, []).append((steps, head))
    for head in sorted(inside.keys() | by_head.keys(), key=lambda h: -_height(reading, h)):
        event = by_head[head]
        if not _may_borrow(reading, event):
            continue
        acts = [by_head[i] for _, i in sorted(inside.get(head, ()))]
        lent = _lent(event, acts)
        if not lent and event.plain_type in COMMITTING and not any(a.symmetric for a in acts):
            lent = _named_inside(reading, event, resources.noun_classes)
        if not lent and event.plain_type == "THREATEN":
            lent = _under_condition(reading, event, resources.noun_classes)
        if lent or (event.plain_type in COMMITTING and inside.get(head)):
            own = tuple(a for a in event.arguments if a.role != "recipient")
            by_head[head] = replace(event, arguments=_in_order((*own, *lent)))
    return tuple(by_head[e.trigger.head] for e in events)


def carry_back(events: tuple[EventMention, ...], relations: tuple[Relation, ...]) -> tuple[EventMention, ...]:
    """The events with the parties and places of the event they point back to: "a raid on a convoy in Mopti ... the raid was filmed"."""
    by_id = {e.id: e for e in events}
    for relation in relations:
        if relation.kind == "same_event" and {relation.source, relation.target} <= by_id.keys():
            later, first = by_id[relation.source], by_id[relation.target]
            known = {a.role for a in later.arguments}
            lent = [replace(a, rule="of-the-event-pointed-to") for a in first.arguments if a.role in _POINTED and a.role not in known]
            by_id[later.id] = replace(later, arguments=_in_order((*later.arguments, *lent)))
    return tuple(by_id[e.id] for e in events)


def carry_battle(reading: Reading, events: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    """The events; a deed of force that names no recipient, done in a battle "with" or "against" somebody, falls on him ("took the town in their battle with rebels")."""
    battles = {e.trigger.head: e for e in events if e.symmetric and e.type == "ASSAULT"}
    return tuple(_in_battle(reading, e, battles) if e.type in _HARM and not e.symmetric else e for e in events)


def _in_battle(reading: Reading, event: EventMention, battles: dict[int, EventMention]) -> EventMention:
    if any(a.role == "recipient" for a in event.arguments):
        return event
    hosts = (event.trigger.head, *(t.index for t in children(reading, event.trigger.head, "dobj")))
    held = [t for h in hosts for p in children(reading, h, "prep") if p.lemma in _DURING for t in children(reading, p.index, "pobj")]
    battle = next((battles[t.index] for t in held if t.index in battles), None)
    lent = [a for a in battle.arguments if a.role == "actor" and a.rule.startswith(("with-", "against-"))] if battle is not None else []
    own = {a.head for a in event.arguments}
    made = tuple(replace(a, role="recipient", rule="whom-the-battle-is-with") for a in lent if a.head not in own)
    return replace(event, arguments=_in_order((*event.arguments, *made))) if made else event


def carry_on(reading: Reading, events: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    """The events; one of force in the passive, done "also" or "then" to a person whom the sentence before tells of, by who did the last act there.

    "Rebels beat six men. They were also whipped."
    """
    chains = {m.head: m.chain for m in reading.mentions if m.chain is not None}
    last: dict[int, EventMention] = {}
    made: list[EventMention] = []
    for event in events:
        before = last.get(event.sentence - 1)
        if before is not None and event.type in _HARM and _goes_on(reading, event):
            event = replace(event, arguments=_in_order(_further(reading, event, before, chains)))
        made.append(event)
        if event.type in _HARM and event.factuality.happened and any(a.role == "actor" for a in event.arguments):
            last[event.sentence] = event
    return tuple(made)


def _further(reading: Reading, event: EventMention, before: EventMention, chains: dict[int, int]) -> tuple[Argument, ...]:
    """The arguments of a deed done to "them" after another: that one's doers, where "they" are those to whom that was done.

    Where "they" are read as its doers, a deed of the same kind is still done to its victims ("Rebels beat six men. They were also whipped."); one of
    another kind may well be done to the doers, and lends nothing ("Protesters beat an officer. They were later arrested.").
    """
    subject = child(reading, event.trigger.head, "nsubjpass")
    own = chains.get(subject.index) if subject is not None else None
    lent = {
        role: [replace(a, rule="of-the-sentence-before") for a in before.arguments if a.role == role] for role in ("actor", "recipient")
    }
    if not lent["recipient"]:
        return event.arguments
    if own is None or own not in {chains.get(a.head) for a in lent["actor"]}:
        return (*event.arguments, *lent["actor"])
    if event.type != before.type:
        return event.arguments
    kept = (a for a in event.arguments if subject is None or a.head != subject.index)
    return (*kept, *lent["actor"], *lent["recipient"])


def _goes_on(reading: Reading, event: EventMention) -> bool:
    """Whether a deed names no doer, and tells of what was done further to a "they", "he" or "she"."""
    if any(a.role == "actor" for a in event.arguments):
        return False
    subject = child(reading, event.trigger.head, "nsubjpass")
    further = any(t.lemma.lower() in _FURTHER for t in children(reading, event.trigger.head, "advmod"))
    return further and subject is not None and subject.lemma.lower() in ("they", "he", "she")


def _may_borrow(reading: Reading, event: EventMention) -> bool:
    """Whether an event is one of speech or protest that names no recipient of its own."""
    if event.symmetric or event.plain_type not in COMMITTING | {"PROTEST"}:
        return False
    recipients = [a for a in event.arguments if a.role == "recipient"]
    return all(a.rule in _WEAK and (a.rule != "owner-possessor" or reading.tokens[a.head].tag == "PRP$") for a in recipients)


def _speeches_above(reading: Reading, head: int) -> Iterator[int]:
    """The tokens whose complement a token stands in, nearest first; a clause of time or reason and a relative clause shut it in."""
    here = reading.tokens[head]
    for _ in range(_DEPTH):
        purpose = here.dep in ("advcl", "relcl") and _infinitive(reading, here)
        participle = here.dep == "advcl" and here.tag == "VBG" and not children(reading, here.index, "mark", "nsubj")
        if here.head == here.index or not (here.dep in _INSIDE or purpose or participle):
            return
        here = reading.tokens[here.head]
        yield here.index


def _infinitive(reading: Reading, token: Token) -> bool:
    return any(t.lemma == "to" for t in children(reading, token.index, "aux"))


def _height(reading: Reading, head: int) -> int:
    """How many tokens stand above a token, at most 60."""
    here, height = head, 0
    while reading.tokens[here].head != here and height < 60:
        here, height = reading.tokens[here].head, height + 1
    return height


def _lent(event: EventMention, inner: list[EventMention]) -> tuple[Argument, ...]:
    """The recipients of the nearest act inside an event that has any."""
    doers = {a.head for a in event.arguments if a.role == "actor"}
    for other in inner:
        if event.plain_type == "PROTEST" and other.plain_type not in _SPEAKING:
            continue
        roles = ("recipient", "actor") if other.symmetric else ("recipient",)
        found = [a for a in other.arguments if a.role in roles and a.head not in doers]
        if found:
            return tuple(replace(a, role="recipient", rule=f"{a.rule}-of-what-is-said") for a in found)
    return ()


def _named_inside(reading: Reading, event: EventMention, classes: NounClasses) -> tuple[Argument, ...]:
    """Whom the words of the complement aim at, where no act in it is coded: "a formula for ending its dispute with Spain"."""
    doers = {a.head for a in event.arguments if a.role == "actor"}
    level = [event.trigger.head]
    for _ in range(_DEPTH):
        for host in level:
            for preposition in children(reading, host, "prep", "dative"):
                if preposition.lemma.lower() in _AIMS:
                    for held in children(reading, preposition.index, "pobj"):
                        found = [t for t in coordinated(reading, held.index) if t.index not in doers and _somebody(reading, t, classes)]
                        if found:
                            return tuple(
                                Argument("recipient", phrase_span(reading, t.index), t.index, "aimed-at-in-complement") for t in found
                            )
        below = [t for host in level for t in children(reading, host, "xcomp", "dobj", "prep", "pobj", "pcomp", "ccomp", "acl")]
        level = [t.index for t in below if t.dep != "prep" or t.lemma.lower() in _DOWN]
    return ()


def _under_condition(reading: Reading, event: EventMention, classes: NounClasses) -> tuple[Argument, ...]:
    """Who must do or leave something for a threat not to be carried out: the subject of its "if" or "unless"."""
    doers = {a.head for a in event.arguments if a.role == "actor"}
    head = event.trigger.head
    for host in (head, *(t.index for t in children(reading, head, "xcomp", "ccomp"))):
        for clause in children(reading, host, "advcl"):
            if any(t.lemma.lower() in ("if", "unless", "until") for t in children(reading, clause.index, "mark")):
                subject = child(reading, clause.index, "nsubj")
                if subject is not None and subject.index not in doers and _somebody(reading, subject, classes):
                    return (Argument("recipient", phrase_span(reading, subject.index), subject.index, "subject-of-the-condition"),)
    return ()


def _somebody(reading: Reading, token: Token, classes: NounClasses) -> bool:
    return token.pos != "PRON" and names_actor(reading, token, classes)


def _in_order(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    order = ("actor", "recipient", "instrument", "place", "time")
    return tuple(sorted(arguments, key=lambda a: (order.index(a.role), a.head)))
