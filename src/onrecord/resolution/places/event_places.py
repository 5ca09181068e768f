"""Events, places -> where each event happened: the places in its place arguments, else those that locate its clause; the most specific where one holds another."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.events.arguments_governed import ASCRIBING
from onrecord.events.event import EventMention, Events
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import ancestors, children, conjuncts, first_conjunct
from onrecord.resolution.resolution import Place
from onrecord.span import Span

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "off", "along", "throughout", "within", "over", "on"})
SPOKEN = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN", "AGREE", "CONCEDE", "SANCTION"})
"""Types whose object and topic are no place of the event."""
SPOKEN_AT = frozenset({"in", "at", "near", "outside", "inside", "off", "around", "across", "throughout"})
DEEDS = frozenset({"ASSAULT", "COERCE"})
"""Types of which a clause tells several at one place."""
NEAR_TOGETHER = 16
"""Tokens at most between two joined deeds of one place."""
_LATER = frozenset({"later", "then", "afterwards", "subsequently", "earlier", "elsewhere", "also", "once", "eventually"})
_REFERRED = re.compile(r"\b(?:(?:north|south|east|west)\w* of|(?:km|kilometres|kilometers|miles) from) (?:the )?$", re.IGNORECASE)
SAME_CLAUSE = frozenset({"conj", "xcomp", "pcomp", "acl", "advcl", "dobj", "pobj", "nsubj", "nsubjpass", "prep", "compound"})
"""Relations by which a trigger hangs in the clause whose place it shares."""


def event_places(reading: Reading, events: Events, places: tuple[Place, ...]) -> dict[str, tuple[str, ...]]:
    """Place ids for each event id; events without a place are left out."""
    datelines = [s.span for s in reading.document.sections if s.kind in ("dateline", "header", "byline")]
    usable = [n for n, p in enumerate(places) if p.feature != "demonym" and not any(d.overlaps(p.span) for d in datelines)]
    at = {reading.toponyms[n].head: n for n in usable}
    near = _Near(places, usable)
    found: dict[str, tuple[str, ...]] = {}
    placed: dict[int, list[int]] = {}
    heads = frozenset(e.trigger.head for e in events.events)
    for event in events.events:
        # What a speech act speaks of has the place that is named with it and after it.
        told = {t.index for t in children(reading, event.trigger.head, "dobj") if t.index in heads} if event.plain_type in SPOKEN else set()
        here = _argued(reading, event, places, near) or _located(reading, event, at, told)
        here = here or ([] if told else _following(reading, event, at))
        here = _with_conjuncts(reading, here, at, places)
        here += [n for n in _beside_trigger(reading, event, at) if here and n not in here]
        if kept := _most_specific(reading, here, places):
            placed[event.trigger.head] = kept
            found[event.id] = tuple(places[n].id for n in kept)
    for event in events.events:
        if event.id not in found and (shared := _of_the_same_deed(reading, event, placed)):
            found[event.id] = tuple(places[n].id for n in shared)
    return found


def _of_the_same_deed(reading: Reading, event: EventMention, placed: dict[int, list[int]]) -> list[int]:
    """Where a deed was that is joined to it and shares its subject ("shelled the village of Kutum and killed six", "killed six and burned huts in Kutum")."""
    head = reading.tokens[event.trigger.head]
    if event.plain_type not in DEEDS or head.pos != "VERB":
        return []
    for other in conjuncts(reading, first_conjunct(reading, head).index):
        if (
            other.index in placed
            and other.index != head.index
            and other.pos == "VERB"
            and not _set_apart(reading, *sorted((head.index, other.index)))
        ):
            return placed[other.index]
    return []


def _set_apart(reading: Reading, first: int, last: int) -> bool:
    """Whether the later of two joined verbs has a subject or a time of its own ("killed six and later burned huts in Kutum")."""
    if children(reading, last, "nsubj", "nsubjpass", "npadvmod") or last - first > NEAR_TOGETHER:
        return True
    return any(t.lemma.lower() in _LATER for t in children(reading, last, "advmod"))


class _Near:
    """Places by where they stand, so that those in a span are found without going through all of them."""

    def __init__(self, places: tuple[Place, ...], usable: list[int]) -> None:
        self.places, self.order = places, sorted(usable, key=lambda n: places[n].span)
        self.starts = [places[n].span.start for n in self.order]
        self.longest = max((len(places[n].span) for n in usable), default=0)

    def within(self, span: Span) -> list[int]:
        """The places that share a character with a span, in text order."""
        first, last = bisect_left(self.starts, span.start - self.longest), bisect_left(self.starts, span.end)
        return [n for n in self.order[first:last] if self.places[n].span.overlaps(span)]


def _argued(reading: Reading, event: EventMention, places: tuple[Place, ...], near: _Near) -> list[int]:
    """Places in the event's place arguments; in an argument that is no place itself, only those of its own words."""
    parties = {a.head for a in event.arguments if a.role in ("actor", "recipient")}
    found: list[int] = []
    for argument in event.arguments:
        if argument.role == "place" and _places(reading, event, argument.head, parties):
            inside = near.within(argument.span)
            named = [n for n in inside if _holds(places[n].span, reading, argument.head)]
            found += [n for n in (named or inside) if n not in found]
    return found


def _places(reading: Reading, event: EventMention, head: int, parties: set[int]) -> bool:
    """Whether a place argument locates the event: a party of a speech act does not, nor what the act is about ("London's stand on Belize")."""
    token = first_conjunct(reading, reading.tokens[head])
    before = reading.tokens[token.head].lemma.lower() if token.dep == "pobj" else ""
    if before == "between" and head in parties:
        return False
    if event.plain_type in SPOKEN:
        return before in SPOKEN_AT
    return before != "to" or reading.tokens[token.head].head == event.trigger.head or head in parties


def _holds(span: Span, reading: Reading, head: int) -> bool:
    return span.overlaps(reading.tokens[head].span)


def _located(reading: Reading, event: EventMention, at: dict[int, int], told: set[int]) -> list[int]:
    """Places in a locative phrase of the trigger or of the clause it stands in ("In Marib, fighters were reported to have shelled a camp"), not of an event that it speaks of (`told`)."""
    found: list[int] = []
    placing = SPOKEN_AT if event.plain_type in SPOKEN else LOCATIVE
    for host in (h for h in _clause(reading, event.trigger.head) if h not in told):
        for prep in children(reading, host, "prep"):
            if prep.lemma.lower() in placing and not (prep.lemma.lower() == "on" and reading.tokens[host].lemma in ASCRIBING):
                for thing in children(reading, prep.index, "pobj"):
                    found += [at[i] for i in (thing.index, *reading.children[thing.index]) if i in at and at[i] not in found]
        if found:
            return found
    return found


def _clause(reading: Reading, head: int) -> Iterator[int]:
    yield head
    for below in children(reading, head, "dobj", "nsubjpass", "pobj"):
        yield below.index
    dep = reading.tokens[head].dep
    for steps, token in enumerate(ancestors(reading, head)):
        if dep not in SAME_CLAUSE or steps > 4:
            return
        yield token.index
        dep = token.dep


def _following(reading: Reading, event: EventMention, at: dict[int, int]) -> list[int]:
    """The first place after the trigger that stands right after a word for where, before the next verb, comma or end: where a parser hangs it elsewhere."""
    last = reading.sentences[event.sentence].last
    for token in reading.tokens[event.trigger.head + 1 : min(last, event.trigger.head + 16)]:
        if token.pos in ("VERB", "AUX") or token.text in (",", ";", ":"):
            return []
        if token.index in at:
            start = reading.toponyms[at[token.index]].span.start
            before = [t.text.lower() for t in reading.tokens[event.trigger.head + 1 : token.index + 1] if t.end <= start][-2:]
            before = before[:-1] if before[-1:] == ["the"] else before
            return [at[token.index]] if before and before[-1] in LOCATIVE - {"on", "over"} else []
    return []


def _with_conjuncts(reading: Reading, found: list[int], at: dict[int, int], places: tuple[Place, ...]) -> list[int]:
    """With the places coordinated after each ("at Durban and East London", "A, B, C and D district")."""
    more = [at[i] for n in found for t in _coordinated(reading, n, at, places) for i in _names(reading, t) if i in at]
    return list(dict.fromkeys([*found, *more]))


def _coordinated(reading: Reading, n: int, at: dict[int, int], places: tuple[Place, ...]) -> list[Token]:
    """The words coordinated after a place, and after a name beside it with which the list goes on, unless that is where it lies ("Goma, Congo, and")."""
    head = reading.toponyms[n].head
    found = conjuncts(reading, head)[1:]
    if reading.tokens[head].dep in ("compound", "nmod"):
        # "Helmand Province and Kidal Region": the words for their kinds are joined
        found += conjuncts(reading, reading.tokens[head].head)[1:]
    for token in (reading.tokens[head], *found):
        for beside in children(reading, token.index, "appos"):
            goes_on = beside.index in at and len(conjuncts(reading, beside.index)) > 1
            if goes_on and not _around(reading, n, places[at[beside.index]], places):
                found += conjuncts(reading, beside.index)
    return found


def _around(reading: Reading, n: int, beside: Place, places: tuple[Place, ...]) -> bool:
    """Whether a name after a comma is the land a place lies in, not the next of a list ("the cities of A, B and C")."""
    above = reading.tokens[reading.tokens[reading.toponyms[n].head].head]
    kinds = above.lemma == "of" and reading.tokens[above.head].tag == "NNS"
    return not kinds and beside.feature in ("country", "region") and beside.feature != places[n].feature


def _names(reading: Reading, token: Token) -> list[int]:
    """Where a coordinated phrase may name its place: its head, what stands before that, and what its "of" holds."""
    of = [p.index for t in children(reading, token.index, "prep") if t.lemma == "of" for p in children(reading, t.index, "pobj")]
    return [token.index, *(c.index for c in children(reading, token.index, "compound", "nmod")), *of]


def _beside_trigger(reading: Reading, event: EventMention, at: dict[int, int]) -> list[int]:
    """Places that a parser coordinates with the event itself ("attacks on A and B as well as C district")."""
    if reading.tokens[event.trigger.head].pos != "NOUN":
        return []
    joined = conjuncts(reading, event.trigger.head)[1:]
    return [at[i] for t in joined for i in _names(reading, t) if i in at]


def _most_specific(reading: Reading, found: list[int], places: tuple[Place, ...]) -> list[int]:
    """Without those that only say where another lies ("45 km south of Mosul"), and those in which another of them lies, by the text's own words ("Tripoli, Lebanon") or as a country or unit of the other."""
    apart = [n for n in found if not _REFERRED.search(reading.document.text[max(0, places[n].span.start - 40) : places[n].span.start])]
    found = apart or found
    holding = {reading.toponyms[n].within for n in found}
    countries = {places[n].country for n in found if places[n].feature not in ("country", "region")}
    kept = [
        n
        for n in found
        if _listed(reading, n, found)
        or (n not in holding and not (places[n].feature in ("country", "region") and places[n].country in countries - {None}))
    ]
    return kept or found


def _listed(reading: Reading, n: int, found: list[int]) -> bool:
    """Whether a place is coordinated with another of them ("Durban and Natal"): named beside it, not around it."""
    heads = {reading.toponyms[m].head for m in found if m != n}
    token = reading.tokens[reading.toponyms[n].head]
    token = reading.tokens[token.head] if token.dep in ("compound", "nmod") else token
    after = {t.index for t in conjuncts(reading, token.index)[1:]}
    return bool(after & heads) or (token.dep == "conj" and bool({t.index for t in ancestors(reading, token.index)} & heads))
