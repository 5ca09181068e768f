"""Reading, events -> events with their tolls: killed, wounded, captured, missing, displaced."""

from dataclasses import replace

from onrecord.events.event import EventMention, Toll, TollOf
from onrecord.events.tolls_find import find_tolls
from onrecord.events.tolls_parts import FoundToll
from onrecord.reading.reading import Reading
from onrecord.reading.tree import ancestors, children
from onrecord.resources.resources import Resources
from onrecord.span import cover

BOUNDS_OF_TIME = frozenset({"since", "before", "until", "till"})
VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION"})
KILLING = frozenset(
    [
        "kill",
        "wound",
        "injure",
        "hurt",
        "die",
        "perish",
        "dead",
        "wounded",
        "injured",
        "death",
        "killing",
        "injury",
        "missing",
        "disappear",
        "displace",
        "flee",
        "casualty",
        "body",
        "toll",
    ]
)
"""Words that say no more than what a toll says: an attack beside them is the event that the toll belongs to."""


def attach_tolls(reading: Reading, events: tuple[EventMention, ...], *, resources: Resources) -> tuple[EventMention, ...]:
    """The same events, each with the tolls that its words give; a toll belongs to one event."""
    found = find_tolls(reading, resources=resources)
    if not found or not events:
        return events
    by_sentence: dict[int, list[EventMention]] = {}
    told_anew: dict[int, list[EventMention]] = {}
    for event in events:
        entry = resources.triggers.entries.get(event.trigger.entry)
        into = told_anew if entry is not None and entry.points_back else by_sentence
        into.setdefault(event.sentence, []).append(event)
    owned: dict[str, list[FoundToll]] = {}
    for toll in found:
        sentence = reading.tokens[toll.anchor].sentence
        owner = _owner(reading, toll, by_sentence.get(sentence, [])) or _owner(reading, toll, told_anew.get(sentence, []))
        if owner is not None and not (owner.mode == "seize" and toll.kind == "captured" and owner.trigger.head == toll.anchor):
            # what is captured there is a place
            owned.setdefault(owner.id, []).append(toll)
    return tuple(replace(e, tolls=_tolls(reading, found, owned[e.id])) if e.id in owned else e for e in events)


def _owner(reading: Reading, toll: FoundToll, events: list[EventMention]) -> EventMention | None:
    """The event a toll belongs to: an attack bound to it by syntax, else the event its own word is, else the nearest of violence."""
    heads = {e.trigger.head: e for e in events}
    above = reading.tokens[toll.anchor]
    for _ in range(8):
        if above.dep != "conj" or reading.tokens[above.head].pos not in ("VERB", "ADJ", "NUM"):
            break
        above = reading.tokens[above.head]
    if above.index != toll.anchor and above.pos == "VERB" and (above.index in heads or _attack(reading, above.index, heads) is not None):
        return _owner(reading, replace(toll, anchor=above.index), events)
    own = next((e for e in events if e.trigger.head == toll.anchor or e.trigger.span.overlaps(reading.tokens[toll.anchor].span)), None)
    if own is not None and reading.tokens[toll.anchor].lemma.lower() not in KILLING:
        return own
    near = _bound(reading, toll.anchor)
    attack = _attack(reading, toll.anchor, heads)
    killers = own is not None and any(a.role == "actor" for a in own.arguments)
    if attack is not None and not (killers and attack.type not in ("ASSAULT", "COERCE")):
        return attack
    if own is not None:
        first = next((heads[i] for i in near if i in heads and heads[i].type in VIOLENT), None)
        return first if first is not None and reading.tokens[toll.anchor].dep == "conj" else own
    bound = next((heads[i] for i in near if i in heads and not _apart(reading, toll.anchor, i)), None)
    if bound is not None and bound.type in VIOLENT:
        return bound
    violent = [e for e in events if e.type in VIOLENT and not _apart(reading, toll.anchor, e.trigger.head)]
    return min(violent, key=lambda e: abs(e.trigger.head - toll.anchor), default=None)


def _apart(reading: Reading, anchor: int, event: int) -> bool:
    """Whether an event only marks the time from or to which people are counted: "68,000 have died since rebels raided the fort in 1983"."""
    above = {anchor, *(t.index for t in ancestors(reading, anchor))}
    here = reading.tokens[event]
    for _ in range(12):
        if here.index in above:
            return False
        head = reading.tokens[here.head]
        opened = {t.lemma.lower() for t in children(reading, here.index, "mark")} if here.dep == "advcl" else set()
        opened |= {head.lemma.lower()} if head.dep == "prep" else set()
        if (here.index != event and head.index != event and opened & BOUNDS_OF_TIME) or (here.dep == "relcl" and head.entity == "DATE"):
            return True
        here = head
    return False


def _attack(reading: Reading, anchor: int, heads: dict[int, EventMention]) -> EventMention | None:
    """The nearest event bound to a toll's word that is more than the toll itself."""
    return next(
        (
            heads[i]
            for i in _bound(reading, anchor)
            if i in heads and heads[i].type in VIOLENT and not _killing(reading, heads[i]) and not _apart(reading, anchor, i)
        ),
        None,
    )


def _killing(reading: Reading, event: EventMention) -> bool:
    return reading.tokens[event.trigger.head].lemma.lower() in KILLING


def _bound(reading: Reading, anchor: int) -> list[int]:
    """Token indices bound to a toll's word, nearest first: its subjects, phrases and clauses, those of its first conjunct, and what it stands under."""
    found: list[int] = []
    chain = [anchor]
    for above in ancestors(reading, anchor):
        if len(chain) > 6:
            break
        chain.append(above.index)
    for index in chain:
        if index != anchor:
            found.append(index)
        for t in children(reading, index, "nsubj", "advcl", "prep", "agent", "dobj", "nsubjpass", "pobj", "ccomp"):
            found.append(t.index)
            if t.dep in ("prep", "agent"):
                found += [p.index for p in children(reading, t.index, "pobj", "pcomp")]
        if reading.tokens[index].dep == "relcl":
            found.append(reading.tokens[index].head)
    return found


def _tolls(reading: Reading, everything: tuple[FoundToll, ...], mine: list[FoundToll]) -> tuple[Toll, ...]:
    """An event's tolls: conjuncts of one word summed, a later total in place of an earlier figure, parts pointing at their whole."""
    made: list[Toll] = []
    at: dict[int, int] = {}
    for toll in mine:
        whole = at.get(id(everything[toll.part_of])) if toll.part_of is not None and toll.part_of < len(everything) else None
        same = next(
            (
                i
                for i, t in enumerate(made)
                if toll.part_of is None and t.kind == toll.kind and t.part_of is None and _sums(mine, toll, i, at)
            ),
            None,
        )
        if same is not None:
            made[same] = _summed(made[same], toll)
            at[id(toll)] = same
            continue
        at[id(toll)] = len(made)
        people = toll.people
        if toll.rule == "toll-now":
            made = [replace(t, part_of=len(made)) if _in_total(t, toll) else t for t in made]
        made.append(Toll(toll.kind, people.low, people.high, people.of, people.span, toll.rule, people.whose, whole))
    return tuple(made)


def _in_total(toll: Toll, total: FoundToll) -> bool:
    """Whether a figure told before is part of the total it raises: "killed nine, raising the toll to 12"."""
    figure = total.people.low
    return toll.kind == total.kind and toll.part_of is None and toll.low is not None and figure is not None and toll.low <= figure


def _sums(mine: list[FoundToll], toll: FoundToll, index: int, at: dict[int, int]) -> bool:
    return any(at.get(id(other)) == index and other.anchor == toll.anchor for other in mine if other is not toll)


def _summed(toll: Toll, other: FoundToll) -> Toll:
    people = other.people
    if people.low == people.high == 0:
        return toll
    of: TollOf = toll.of if toll.of == people.of else "mixed" if {toll.of, people.of} == {"military", "civilian"} else "unknown"
    low = (toll.low or 0) + (people.low or 0) if toll.low is not None or people.low is not None else None
    high = toll.high + people.high if toll.high is not None and people.high is not None else None
    return replace(toll, low=low, high=high, of=of, span=cover([toll.span, people.span]), rule=f"{toll.rule}-summed")
