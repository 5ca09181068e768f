"""Places: recognition (exact, overlap), resolution (right within 161 km, countries by identity) over found and over all gold, end to end.

Openly per set: GeoVirus and WOTR annotate no demonyms, so ours are left out there; TR-News and LGL annotate most. A gold toponym is found where one of
ours overlaps it (exact spans first, one to one). Right: the same country where gold has a country; else within 161 km. Gold without coordinates counts in
recognition only.
"""

from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.bench import Bench
from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.events.event import Events
from onrecord.reading.read import read
from onrecord.reading.reading import Reading
from onrecord.resolution.places.resolve_places import resolve_places
from onrecord.resolution.resolution import Place
from onrecord.resources.countries import Countries
from onrecord.resources.gazetteer import kilometres
from onrecord.span import Span

NEAR_KM = 161.0
"""100 miles: the usual measure of a right place since Leidner 2007."""
NO_DEMONYMS = ("geovirus", "wotr")

Gold = dict[str, Any]


def pairs(gold: list[Gold], found: list[Place]) -> list[tuple[Gold, Place]]:
    """Gold toponyms with the place found for each: exact spans first, then the largest overlap, one to one."""
    spans = {id(g): Span(g["start"], g["end"]) for g in gold}
    ranked = sorted(
        ((p.span != spans[id(g)], -_shared(p.span, spans[id(g)]), p.span.start, n, m) for n, g in enumerate(gold) for m, p in enumerate(found) if p.span.overlaps(spans[id(g)])),
    )  # fmt: skip
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    made = []
    for _, _, _, n, m in ranked:
        if n not in taken_gold and m not in taken_found:
            taken_gold.add(n)
            taken_found.add(m)
            made.append((gold[n], found[m]))
    return made


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def gold_country(gold: Gold, countries: Countries) -> str | None:
    """The id of the country that a gold toponym is, None where it is no country."""
    if gold.get("fcode", "").startswith("PCL") if gold.get("fcode") else False:
        found = countries.by_name(gold["gaz_name"]) or countries.by_name(gold.get("country") or "")
        return found.id if found else None
    if "wikipedia" in gold:
        title = gold["wikipedia"].rsplit("/", 1)[-1].replace("_", " ").removesuffix(" (country)")
        found = countries.by_name(title)
        return found.id if found and "," not in title and found.kind != "constituent" and title != "Georgia (U.S. state)" else None
    return None


def is_right(gold: Gold, place: Place, countries: Countries) -> bool:
    """Whether a place is the gold one: the same country, or within 161 km."""
    if place.latitude is None or place.longitude is None:
        return False
    country = gold_country(gold, countries)
    if country is not None:
        known = countries.by_id[country]
        return place.feature in ("country", "demonym", "region") and (
            place.entry in (f"geonames:{known.geonameid}", f"country:{known.id}")
            or (place.country is not None and place.country == known.code)
        )
    return kilometres((gold["lat"], gold["lon"]), (place.latitude, place.longitude)) <= NEAR_KM


def score_places(documents: Iterable[tuple[list[Gold], list[Place]]], countries: Countries) -> dict[str, float]:
    """Figures over documents given as gold toponyms and places found."""
    golds = founds = exact = overlap = located = found_located = right = 0
    for gold, found in documents:
        matched = pairs(gold, found)
        golds += len(gold)
        founds += len(found)
        exact += sum(p.span == Span(g["start"], g["end"]) for g, p in matched)
        overlap += len(matched)
        located += sum(g["lat"] is not None for g in gold)
        with_point = [(g, p) for g, p in matched if g["lat"] is not None]
        found_located += len(with_point)
        right += sum(is_right(g, p, countries) for g, p in with_point)
    return {
        "exact_f1": _f1(exact, founds, golds),
        "exact_p": exact / founds if founds else 0.0,
        "exact_r": exact / golds if golds else 0.0,
        "overlap_f1": _f1(overlap, founds, golds),
        "right_of_found": right / found_located if found_located else 0.0,
        "right_of_all": right / located if located else 0.0,
    }


def _f1(hits: int, found: int, gold: int) -> float:
    return 2 * hits / (found + gold) if found + gold else 0.0


def read_places(bench: Bench, item: dict[str, Any]) -> tuple[Reading, list[Place]]:
    """A gold document read from its plain text and its places resolved, with its title and address, as JSON Lines input gives them."""
    document = lay_out(new_document(item["text"], title=item.get("title"), url=item.get("url")))
    reading = read(document, parser=bench.parser, resources=bench.resources)
    return reading, list(resolve_places(reading, Events(), resources=bench.resources))


def _set(name: str, size: int) -> Callable[[Bench], dict[str, float]]:
    def score(bench: Bench) -> dict[str, float]:
        items = bench.sample(bench.gold(f"place/{name}"), size)
        read = ((item["toponyms"], read_places(bench, item)[1]) for item in items)
        if name in NO_DEMONYMS:
            read = ((gold, [p for p in places if p.feature != "demonym"]) for gold, places in read)
        return score_places(read, bench.resources.countries)

    return score


SETS = {f"place_{name}": _set(name, size) for name, size in (("trnews", 43), ("geovirus", 78), ("lgl", 100), ("wotr", 30))}
