"""Reading, events -> places: each toponym resolved against the gazetteer, with candidates, scores and reasons.

A name has one sense in a document. Its options are weighed by prominence, kind words, what the text says lies in what, and where the document's other
places, its dateline and its publisher are. What has no entry is NIL; what cannot be told apart is ambiguous.
"""

import re
from dataclasses import dataclass, replace
from math import exp

from onrecord.basis import Basis, Candidate, Reason
from onrecord.events.event import Events
from onrecord.reading.reading import Feature, Reading, Toponym
from onrecord.reading.toponym_unknown import LISTED
from onrecord.resolution.places.candidates import (
    NAMED_LIKE,
    Group,
    Option,
    apply_capital,
    apply_capital_of_named,
    apply_kind,
    apply_local_body,
    group_names,
    guessed,
)
from onrecord.resolution.places.homes import find_homes
from onrecord.resolution.places.surroundings import apply_containment, apply_lists, lies_in, support, weigh
from onrecord.resolution.resolution import Outcome, Place
from onrecord.resources.gazetteer import PlaceEntry, kilometres
from onrecord.resources.resources import Resources

ROUNDS = 3
"""Times the document's places are weighed anew: the first places found help to find the others."""
SHOWN = 5
"""Candidates kept beside the one chosen."""
CLOSE = 0.04
"""A lead smaller than this over a place elsewhere is no choice: ambiguous."""
SMALL = 50_000
"""Inhabitants below which a namesake outside the place that the text names as holding it is not taken."""
SAME_PLACE_KM = 60.0
"""Two options nearer than this are one place for the question whether a name is ambiguous (a town and its district)."""


def resolve_places(reading: Reading, events: Events, *, resources: Resources) -> tuple[Place, ...]:
    """One Place for each toponym of the reading, in the same order, ids "p1", "p2" ..."""
    groups = group_names(reading, resources)
    for group in groups:
        apply_kind(group)
        apply_local_body(reading, group)
        apply_capital(reading, group, resources)
    listed = apply_containment(reading, groups)
    apply_lists(reading, groups)
    apply_capital_of_named(groups, resources)
    homes = find_homes(reading, groups, resources)
    for _ in range(ROUNDS):
        weights = weigh(groups, homes)
        told = [support(g, weights) for g in groups]
        for group, reasons in zip(groups, told, strict=True):
            for option, new in zip(group.options, reasons, strict=True):
                option.reasons = [r for r in option.reasons if r.feature not in FROM_DOCUMENT] + new
    group_of = {n: g for g in groups for n in g.members}
    ranking_of = {id(g): rank(g) for g in groups}
    made = [
        _place(f"p{n + 1}", t, ranking_of[id(group_of[n])], None if n in listed else _holder(t, group_of), resources)
        for n, t in enumerate(reading.toponyms)
    ]
    for n in range(len(made) - 1):
        if made[n].outcome == "nil" and made[n].latitude is None and made[n + 1].entry is not None:
            made[n] = _beside(made[n], made[n + 1], reading.document.text[made[n].span.end : made[n + 1].span.start])
    return tuple(_beside_its_mates(reading, made))


LISTED_KM = 100.0
"""How far a place without entry may be from the one that the text lists it with: villages of one raid, towns of one front."""


def _beside_its_mates(reading: Reading, places: list[Place]) -> list[Place]:
    """The places, with those that no gazetteer has but the text joins to one that it has set near that one ("raids on Assab and Massawa")."""
    by_head = {t.head: n for n, t in enumerate(reading.toponyms)}
    for n, toponym in enumerate(reading.toponyms):
        mate = by_head.get(reading.tokens[toponym.head].head)
        if toponym.basis.rule != LISTED or mate is None or mate >= n or reading.tokens[toponym.head].dep != "conj":
            continue
        known = places[mate]
        if places[n].entry is None and known.latitude is not None and known.feature in ("town", "district", "area", "camp"):
            reasons = (*places[n].basis.reasons, Reason("listed-with-a-place", 1.0, known.name))
            places[n] = replace(
                places[n], basis=Basis("no-entry-near-list-mate", 0.0, reasons), latitude=known.latitude, longitude=known.longitude,
                radius_km=max(LISTED_KM, known.radius_km or 0.0), country=places[n].country or known.country, claimants=known.claimants,
            )  # fmt: skip
    return places


@dataclass(frozen=True, slots=True)
class Ranking:
    """A group's options, best first, what of them is shown, and whether the best leads."""

    ranked: tuple[Option, ...]
    candidates: tuple[Candidate, ...]
    outcome: Outcome


def rank(group: Group) -> Ranking:
    """The ranking of a group's options by their reasons."""
    ranked = sorted(group.options, key=lambda o: (-o.score, -o.entry.population, o.entry.id))
    if not ranked:
        return Ranking((), (), "nil")
    candidates = tuple(Candidate(o.entry.id, s) for o, s in zip(ranked, _shares(ranked), strict=True))[:SHOWN]
    return Ranking(tuple(ranked), candidates, "ambiguous" if _undecided(ranked) else "resolved")


FROM_DOCUMENT = frozenset({"country-of-other-places", "unit-of-other-places", "near-other-places"})


def _holder(toponym: Toponym, group_of: dict[int, Group]) -> PlaceEntry | None:
    """The country or unit that the text says a toponym lies in, where the gazetteer has it."""
    outer = group_of[toponym.within].best if toponym.within is not None else None
    return outer.entry if outer is not None and (outer.entry.level in (0, 1) or outer.entry.feature in ("country", "region")) else None


def _elsewhere(best: Option, holder: PlaceEntry) -> bool:
    """Whether the best namesake is a small place that lies elsewhere than the text says: then the place meant has no entry."""
    small = best.entry.feature in ("town", "district") and best.entry.population < SMALL
    held = any(r.feature == "lies-in-named-place" for r in best.reasons) or lies_in(best.entry, holder)
    return small and not held


def _without_entry(ident: str, toponym: Toponym, holder: PlaceEntry | None, resources: Resources) -> Place:
    """A place that no gazetteer has: NIL, and somewhere in the country or unit that the text says it lies in."""
    reason = Reason(toponym.basis.rule, 0.0)
    bare = Place(ident, toponym.span, toponym.name, toponym.feature or "area", "nil", Basis("no-entry", 0.0, (reason,)))
    if holder is None or toponym.feature == "demonym":
        return bare
    country, claimants, reasons = _state(holder, resources)
    return replace(
        bare, basis=Basis("no-entry-somewhere-in-named-place", 0.0, (reason, Reason("lies-in-named-place", 1.0, holder.name), *reasons)),
        latitude=holder.latitude, longitude=holder.longitude, radius_km=holder.radius_km, country=country, claimants=claimants,
    )  # fmt: skip


FARTHEST = 80
"""Characters between a place that has no entry and the one beside which it lies."""
NEAR_NAMESAKE_KM = 60.0
"""How far a fort, camp or river may be from the settlement that shares its name."""


_BESIDE = re.compile(
    r",[^.;\n]{0,60}?\b(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?(?: of)?|outside|near|from)\s+(?:the\s+)?$", re.IGNORECASE
)
_FAR = re.compile(r"\b(\d{1,3}) ?-?(km|kilomet|mile)", re.IGNORECASE)


def _beside(place: Place, other: Place, between: str) -> Place:
    """A NIL that the text says lies beside a place that is known ("Ban Sut, 20 km south of Loei"): somewhere around that place."""
    if len(between) > FARTHEST or not _BESIDE.match(between) or other.feature in ("demonym", "country"):
        return place
    far = _FAR.search(between)
    distance = float(far[1]) * (1.6 if far[2].lower() == "mile" else 1.0) if far else NEAR_NAMESAKE_KM
    return replace(
        place, basis=Basis("no-entry-beside-named-place", 0.0, (*place.basis.reasons, Reason("lies-beside", 1.0, other.name))),
        latitude=other.latitude, longitude=other.longitude, radius_km=max(distance, other.radius_km or 0.0), country=other.country,
        claimants=other.claimants,
    )  # fmt: skip


def _near_namesake(ident: str, toponym: Toponym, best: Option, resources: Resources) -> Place:
    """NIL for a fort, camp or river without entry; near a settlement of its name where the document's other places lie there too."""
    bare = _without_entry(ident, toponym, None, resources)
    if best.entry.feature not in ("town", "district") or not any(
        r.feature in FROM_DOCUMENT or r.feature == "lies-in-named-place" for r in best.reasons
    ):
        return bare
    country, claimants, reasons = _state(best.entry, resources)
    return replace(
        bare, basis=Basis("no-entry-near-namesake", 0.0, (*best.reasons, *reasons)), latitude=best.entry.latitude, longitude=best.entry.longitude,
        radius_km=NEAR_NAMESAKE_KM, country=country, claimants=claimants,
    )  # fmt: skip


def _place(ident: str, toponym: Toponym, ranking: Ranking, holder: PlaceEntry | None, resources: Resources) -> Place:
    ranked, candidates, outcome = ranking.ranked, ranking.candidates, ranking.outcome
    if not ranked or (holder is not None and _elsewhere(ranked[0], holder)):
        return _without_entry(ident, toponym, holder, resources)
    best = ranked[0]
    if guessed(toponym) and not any(r.feature in FROM_DOCUMENT or r.feature == "lies-in-named-place" for r in best.reasons):
        return _without_entry(ident, toponym, holder, resources)
    if toponym.basis.rule == NAMED_LIKE:
        return _near_namesake(ident, toponym, best, resources)
    entry = best.entry
    basis = Basis("best-of-namesakes" if len(ranked) > 1 else "only-namesake", candidates[0].score, tuple(best.reasons))
    feature: Feature = toponym.feature if toponym.feature in ("demonym", "border") else entry.feature
    if outcome == "ambiguous":
        return Place(ident, toponym.span, toponym.name, feature, outcome, basis, candidates=candidates)
    country, claimants, reasons = _state(entry, resources)
    return Place(
        ident, toponym.span, entry.name if toponym.basis.rule.startswith("abbreviation") else toponym.name, feature, outcome,
        replace(basis, reasons=(*basis.reasons, *reasons)), entry.id, entry.latitude, entry.longitude, entry.radius_km, country, claimants, candidates,
    )  # fmt: skip


def _state(entry: PlaceEntry, resources: Resources) -> tuple[str | None, tuple[str, ...], tuple[Reason, ...]]:
    """Country, claimants and why: a disputed place has no country of its own, unless the setting asks for PLOVER's."""
    disputed = resources.disputed_places.of(entry)
    if disputed is None:
        return entry.country, (), ()
    reason = Reason("disputed", 0.0, disputed.id)
    if resources.disputed == "plover":
        return disputed.plover, disputed.codes, (reason,)
    return None, disputed.codes, (reason,)


def _undecided(ranked: list[Option]) -> bool:
    best = ranked[0]
    here = (best.entry.latitude, best.entry.longitude)
    elsewhere = next((o for o in ranked[1:] if kilometres(here, (o.entry.latitude, o.entry.longitude)) > SAME_PLACE_KM), None)
    return elsewhere is not None and best.score - elsewhere.score < CLOSE


def _shares(ranked: list[Option]) -> list[float]:
    """Scores as shares of one (a softmax at temperature 0.4)."""
    powers = [exp((o.score - ranked[0].score) / 0.4) for o in ranked]
    total = sum(powers)
    return [round(p / total, 4) for p in powers]
