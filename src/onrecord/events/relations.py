"""Reading, events -> relations between events of the document: answers, causes, follows, part of, same event, denies."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from onrecord.basis import Basis, Reason
from onrecord.events.arguments_subjects import HARM
from onrecord.events.event import POINTS_BACK, EventMention, Factuality, Relation, RelationKind, Toll
from onrecord.events.factuality import judge
from onrecord.events.refusals import is_refusal
from onrecord.events.relations_answers import answers
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children, tokens_in
from onrecord.resources.relations import RelationWord
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.statement import Statement, Statements

CLIMB = 8
BACK = 3
"""Sentences back that "the attack" may point to."""


def find_relations(
    reading: Reading, events: tuple[EventMention, ...], statements: Statements, *, resources: Resources | None = None
) -> tuple[Relation, ...]:
    """The relations that the text's own words show."""
    given = resources or Resources()
    by_head = {e.trigger.head: e for e in events}
    by_id = {s.id: s for s in statements.statements}
    rejecting = {e.trigger.span: e for e in events if e.plain_type == "REJECT"}
    found: dict[tuple[str, str, str], Relation] = {}
    for event in events:
        for relation in (*_said(reading, event, by_head, given), *_denied(reading, event, by_head, by_id, rejecting)):
            if relation.source != relation.target:
                found.setdefault((relation.kind, relation.source, relation.target), relation)
    said = {r.source for r in found.values() if r.kind == "answers"}
    for relation in (*answers(reading, events, given.relations, said), *_named_again(reading, events), *_part_of(reading, events, by_head)):
        found.setdefault((relation.kind, relation.source, relation.target), relation)
    return tuple(found.values())


def _said(reading: Reading, event: EventMention, by_head: dict[int, EventMention], resources: Resources) -> Iterator[Relation]:
    """Relations by a word on the way up from an event to the next event above it."""
    here = reading.tokens[event.trigger.head]
    word: tuple[RelationWord, Token] | None = _opener(reading, here, resources)
    for _ in range(CLIMB):
        if here.head == here.index:
            return
        below, here = here, reading.tokens[here.head]
        marker = resources.relations.words.get(here.lemma.lower()) or resources.relations.words.get(here.text.lower())
        if marker is not None and marker.towards == "object":
            subject = _event_of(reading, here, by_head)
            if subject is not None and below.dep in ("dobj", "prep", "pobj"):
                yield Relation(cast(RelationKind, marker.kind), subject.id, event.id, here.span)
            return
        if marker is not None and here.pos == "VERB" and below.dep == "prep" and below.text.lower() in ("with", "by", "using", "in"):
            return
        if marker is not None and word is None and below.dep in ("pobj", "pcomp", "prep", "advcl", "dobj"):
            word = (marker, here)
        above = by_head.get(here.index)
        if above is not None:
            if word is not None:
                upper, lower = above.id, event.id
                ends = (upper, lower) if word[0].towards == "governed" else (lower, upper)
                yield Relation(cast(RelationKind, word[0].kind), *ends, word[1].span)
            return


def _opener(reading: Reading, token: Token, resources: Resources) -> tuple[RelationWord, Token] | None:
    """The word that opens an event's own clause ("after rebels shelled the port")."""
    for t in children(reading, token.index, "mark", "advmod", "prep"):
        marker = resources.relations.words.get(t.text.lower())
        if marker is not None and t.index < token.index and token.dep == "advcl" and t.dep != "prep":
            return marker, t
    return None


def _event_of(reading: Reading, verb: Token, by_head: dict[int, EventMention]) -> EventMention | None:
    subject = child(reading, verb.index, "nsubj")
    if subject is None and verb.dep == "relcl":
        return by_head.get(verb.head)
    return by_head.get(subject.index) if subject is not None else None


def _denied(
    reading: Reading,
    event: EventMention,
    by_head: dict[int, EventMention],
    by_id: dict[str, Statement],
    rejecting: dict[Span, EventMention],
) -> Iterator[Relation]:
    """An act of denying that is an event of its own denies what its content holds; one of refusing refuses what is not done."""
    if event.factuality.happened is not False:
        return
    statement = by_id.get(event.statement or "")
    words = (m.of(reading.document.text) for m in event.factuality.markers)
    lemma = reading.tokens[event.trigger.head].lemma.lower()
    refused = is_refusal(event.factuality.rule, words, statement.basis.rule if statement else "", lemma=lemma)
    if statement is not None and statement.stance == "denies" and statement.cue_head is not None:
        act = by_head.get(statement.cue_head)
        if act is not None:
            yield Relation("refuses" if refused else "denies", act.id, event.id, statement.cue[0] if statement.cue else None)
    elif refused:
        act = next((rejecting[m] for m in event.factuality.markers if m in rejecting), None)
        if act is not None:
            yield Relation("refuses", act.id, event.id, act.trigger.span)


_WARRING = frozenset({"fight", "wage"})
"""Verbs of what lasts for months, which "the attack" does not name again."""


def _named_again(reading: Reading, events: tuple[EventMention, ...]) -> Iterator[Relation]:
    """ "The attack" after an attack is that attack, where it names nobody of its own and nothing of its type stands between."""
    last: dict[str, EventMention] = {}
    for event in events:
        before = last.get(event.plain_type)
        if (
            before is not None
            and (event.basis.rule == POINTS_BACK or _points_back(reading, event))
            and 0 < event.sentence - before.sentence <= BACK
        ):
            yield Relation("same_event", event.id, before.id, event.trigger.span)
            continue
        if event.factuality.happened is True and reading.tokens[event.trigger.head].lemma not in _WARRING:
            last[event.plain_type] = event


def _part_of(reading: Reading, events: tuple[EventMention, ...], by_head: dict[int, EventMention]) -> Iterator[Relation]:
    """ "Ambushed a bus, killed six": the killing is part of the attack it is joined to, whose toll it is."""
    for event in events:
        token = reading.tokens[event.trigger.head]
        attack = by_head.get(token.head) if token.dep == "conj" and token.lemma in HARM else None
        if attack is None or attack.plain_type != "ASSAULT" or event.plain_type != "ASSAULT" or event.tolls:
            continue
        doers, others = ({a.head for a in e.arguments if a.role == "actor"} for e in (event, attack))
        if doers and doers == others:
            yield Relation("part_of", event.id, attack.id, token.span)


def pointing_back(
    reading: Reading, events: tuple[EventMention, ...], statements: Statements, *, resources: Resources
) -> tuple[EventMention, ...]:
    """The events without those that only say more of one before them ("the death toll rose to 12") where none is, or where they give no figure as a fact.

    What stands beside such a word dates and places what became known, not the event.
    """
    kept: list[EventMention] = []
    last: dict[str, int] = {}
    for event in events:
        entry = resources.triggers.entries.get(event.trigger.entry)
        if entry is None or not entry.points_back:
            kept.append(event)
            last[event.plain_type] = event.sentence
        elif 0 < event.sentence - last.get(event.plain_type, event.sentence) <= BACK and not _over_time(reading, event):
            nobody = bool(event.tolls) and all(t.high == 0 for t in event.tolls)
            if nobody and event.factuality.happened is False and event.factuality.certainty == "certain":
                # nobody was harmed: what did not happen is the harm, not the attack
                held = Factuality("certain", True, "actual", event.factuality.markers, "harmed-nobody")
                kept.append(_more_of_it(replace(event, factuality=held)))
            elif not nobody and any(_counted(reading, t) for t in event.tolls) and _told_as_fact(reading, event, statements, resources):
                kept.append(_more_of_it(event))
    return tuple(kept)


def _more_of_it(event: EventMention) -> EventMention:
    return replace(event, arguments=(), basis=Basis(POINTS_BACK, None, (Reason(event.basis.rule, 1.0),)))


def _over_time(reading: Reading, event: EventMention) -> bool:
    """Whether a figure is of all the time since something ("have died since the war erupted"), and so of no one attack."""
    near = children(reading, event.trigger.head)
    return any(t.lemma.lower() == "since" for t in (*near, *(m for t in near for m in children(reading, t.index, "mark"))))


def _counted(reading: Reading, toll: Toll) -> bool:
    """Whether a toll is a figure the text writes, not somebody it names."""
    return toll.low != 1 and any(
        t.pos == "NUM" or t.lemma.lower() in {"dozen", "score", "hundred", "thousand"} for t in tokens_in(reading, toll.span)
    )


def _told_as_fact(reading: Reading, event: EventMention, statements: Statements, resources: Resources) -> bool:
    """Whether the figure is given as true: neither "could rise to 20" nor "denied that it had reached 40"."""
    verb = reading.tokens[reading.tokens[event.trigger.head].head]
    return verb.pos != "VERB" or judge(reading, verb.index, statements, resources=resources).factuality.happened is True


def _points_back(reading: Reading, event: EventMention) -> bool:
    token = reading.tokens[event.trigger.head]
    pointing = {t.text.lower() for t in children(reading, token.index, "det")} & {"the", "this", "that"}
    named = [a for a in event.arguments if a.role in ("actor", "recipient", "place", "time")]
    return bool(token.pos == "NOUN" and token.tag == "NN" and pointing and not named)
