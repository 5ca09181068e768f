"""Events and their places -> the sites they were at: "the town" is the last one named, "a mosque" a place without entry, "Oruma University" more than Oruma.

A site without a name is a place as the text calls it: no entry, no point, no country. It stands in for a place only where the event names none.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from onrecord.basis import Basis, Reason
from onrecord.events.arguments_phrases import coordinated, of_class, phrase_span
from onrecord.events.event import EventMention, Events
from onrecord.reading.reading import Feature, Reading, Token
from onrecord.reading.tree import children
from onrecord.resolution.resolution import Place
from onrecord.resources.gazetteer import PlaceFeature
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.place_words import PlaceWords
from onrecord.resources.resources import Resources
from onrecord.span import Span

MATERIAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST"})
"""Types whose events are at a site; a meeting or a gift is seldom told of by one."""
BACK = 4
"""Sentences back at most in which "the town" finds the town it means."""
WINDOW = 50
"""Places named before it at most that are looked at for it: a list of ten thousand may stand in one sentence."""
NEAR = 8
"""Phrases before one that it may stand inside of."""
NAME = 4
"""Words at most from a name to the word for the site that it is part of."""
_TOLD_AS: dict[PlaceFeature, frozenset[Feature]] = {
    "town": frozenset({"town", "district"}), "district": frozenset({"district"}), "region": frozenset({"region", "district"}), "camp": frozenset({"camp"})
}  # fmt: skip
"""Features of the named places that a word for a kind of place points back to: a town may be listed as the district of its name, a region as a district."""
_DEFINITE = frozenset({"the", "this", "that"})
_SAME = frozenset({"same", "whole", "entire"})
_BARE = frozenset({"det", "amod", "case", "punct"})


def find_sites(
    reading: Reading, events: Events, places: tuple[Place, ...], where: dict[str, tuple[str, ...]], *, resources: Resources
) -> tuple[tuple[Place, ...], dict[str, tuple[str, ...]]]:
    """Places beside those that toponyms name, ids on from theirs, and the ids of places for each event, those of sites among them."""
    classes = resources.noun_classes
    made: dict[Span, Place] = {}
    found: dict[str, tuple[str, ...]] = {}
    named = sorted((p for p in places if p.feature != "demonym"), key=lambda p: p.span)
    number = {p.id: n for n, p in enumerate(places)}

    def kept(place: Place) -> str:
        return made.setdefault(place.span, replace(place, id=f"p{len(places) + len(made) + 1}")).id

    for event in events.events:
        here: list[str] = []
        for ident in where.get(event.id, ()):
            whole = _whole(reading, number[ident], places, classes)
            here.append(ident if whole is None else kept(whole))
        if not here and event.plain_type in MATERIAL:
            here = [kept(_site(reading, s, t, named, resources.place_words)) for s, t in _telling(reading, event, classes)]
        if here:
            found[event.id] = tuple(dict.fromkeys(here))
    return tuple(made.values()), found


def _whole(reading: Reading, n: int, places: tuple[Place, ...], classes: NounClasses) -> Place | None:
    """The site or unit that a name stands before ("Oruma University", "Oruma military airport", "Oruma Province"); None where it stands alone."""
    toponym = reading.toponyms[n]
    token = reading.tokens[toponym.head]
    kind = reading.tokens[token.head]
    if token.dep not in ("compound", "nmod") or not token.index < kind.index <= token.index + NAME:
        return None
    if kind.tag in ("NNS", "NNPS") or (
        not of_class(kind, classes, "site") and not (of_class(kind, classes, "setting") and kind.text.istitle())
    ):
        return None
    span = Span(toponym.span.start, kind.end)
    basis = Basis("site-of-named-place", places[n].basis.score, places[n].basis.reasons)
    if of_class(kind, classes, "setting"):
        return replace(places[n], span=span, basis=basis)
    words = " ".join(span.of(reading.document.text).split())
    return replace(places[n], span=span, name=words, basis=basis)


def _telling(reading: Reading, event: EventMention, classes: NounClasses) -> Iterator[tuple[Span, Token]]:
    """The phrases of the place arguments whose head is a word for a site or a place, each of several joined, none inside another."""
    kept: list[Span] = []
    for argument in sorted((a for a in event.arguments if a.role == "place"), key=lambda a: (a.span.start, -a.span.end)):
        for token in coordinated(reading, argument.head):
            span = argument.span if token.index == argument.head else phrase_span(reading, token.index)
            if of_class(token, classes, "site", "setting") and not any(s.overlaps(span) for s in kept[-NEAR:]):
                kept.append(span)
                yield span, token


def _site(reading: Reading, span: Span, token: Token, named: list[Place], words: PlaceWords) -> Place:
    meant = _pointed_to(reading, token, named, words)
    if meant is not None:
        basis = Basis("place-named-before", None, (Reason("points-back-to", 1.0, meant.name),))
        return replace(meant, span=span, basis=basis)
    name = " ".join(span.of(reading.document.text).split())
    return Place("", span, name, "site", "nil", Basis("site-without-name", None))


def _pointed_to(reading: Reading, token: Token, named: list[Place], words: PlaceWords) -> Place | None:
    """The named place that "the town" or "the same village" means: the last before it of that kind, not too far back."""
    kind = words.again.get(token.lemma.lower())
    beside = children(reading, token.index)
    if kind is None or not any(t.dep == "det" and t.text.lower() in _DEFINITE for t in beside):
        return None
    if any(t.index < token.index and (t.dep not in _BARE or (t.dep == "amod" and t.text.lower() not in _SAME)) for t in beside):
        return None
    first = reading.sentences[max(0, token.sentence - BACK)].span.start
    last = bisect_left(named, token.start, key=lambda p: p.span.start) - 1
    for n in range(last, max(last - WINDOW, -1), -1):
        if named[n].span.start < first:
            return None
        if named[n].feature in _TOLD_AS.get(kind, frozenset()) or (named[n].feature == "area" and named[n].outcome == "nil"):
            return named[n]
    return None
