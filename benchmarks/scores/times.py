"""Times: spans, types and values against TIMEX3 gold; intervals against GUM's dates; Recognizers' cases as a drill.

strict = same start and end; relaxed = each gold takes the unused system span of largest overlap; type and value count over relaxed matches,
values compared literally. Precision over system spans, recall over gold. The document's own date is handed in as its publication day.

The sets write one value in several ways ("1949" and "1949-XX", "199" and "199X", "2000-W07" and "2000-W7", "T17:00" and "T17", a clock with or
without its zone, "P2.5Y" and "P2Y6M"), often in one document. "same value F1" counts those as one, and no two values of different days or lengths;
it stands beside the literal "value F1", which stays what is asked for.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from benchmarks.bench import Bench
from onrecord import pipeline
from onrecord.reading.parse import children_of
from onrecord.reading.reading import Reading
from onrecord.reading.timexes import find_timexes
from onrecord.resolution.dates.anchor import anchor_times
from onrecord.resolution.dates.publication import find_publication
from onrecord.resolution.resolution import Time

Gold = dict[str, Any]


def times_of(bench: Bench, text: str, day: str) -> tuple[Time, ...]:
    """The times the product finds in a text published on a day: reading and anchoring, without the stages between."""
    document = pipeline.document_from_text(text, published=date.fromisoformat(day[:10]))
    parse = bench.parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens), parser=bench.parser.identity)
    reading = Reading(document, parse.tokens, parse.sentences, reading.children, timexes=find_timexes(reading, resources=bench.resources))
    return anchor_times(reading, find_publication(reading)).times


def pair(golds: list[Gold], times: Iterable[Time]) -> list[tuple[Gold, Time]]:
    """Each gold in text order with the unused time of largest overlap."""
    left, pairs = list(times), []
    for gold in sorted(golds, key=lambda g: (g["start"], g["end"])):
        best, most = None, 0
        for time in left:
            overlap = min(gold["end"], time.span.end) - max(gold["start"], time.span.start)
            if overlap > most:
                best, most = time, overlap
        if best is not None:
            pairs.append((gold, best))
            left.remove(best)
    return pairs


def tally(golds: list[Gold], times: tuple[Time, ...]) -> Counter[str]:
    """Counts of one document."""
    pairs = pair(golds, times)
    return Counter(
        gold=len(golds),
        system=len(times),
        strict=sum((g["start"], g["end"]) in {(t.span.start, t.span.end) for t in times} for g in golds),
        relaxed=len(pairs),
        type=sum(g.get("type") == t.type for g, t in pairs),
        value=sum(g.get("value") == t.value for g, t in pairs),
        same=sum(same_value(g.get("value") or "", t.value) for g, t in pairs),
    )


_ZONE = re.compile(r"(?<=T\d{2}:\d{2})(Z|[+-]\d{2}(?::?\d{2})?)$")


def same_value(one: str, other: str) -> bool:
    """Whether two values are one, written the same way or not; a clock with a zone is also one without."""
    one, other = one_notation(one), one_notation(other)
    return one == other or (bool(_ZONE.search(one)) != bool(_ZONE.search(other)) and _ZONE.sub("", one) == _ZONE.sub("", other))


def one_notation(value: str) -> str:
    """A value in the one way of writing it that this product uses; days, lengths and precision stay what they are."""
    value = re.sub(r"^(\d{4}(?:-\d{2})?)(?:-XX)+$", r"\1", value)
    value = re.sub(r"^(\d{2})XX$|^(\d{3})X$", lambda m: m[1] or m[2], value)
    value = re.sub(r"^(\d{4}-W)(\d)(?=$|-)", r"\g<1>0\2", value)
    value = re.sub(r"^([\dX]{4}-.*T\d{2})$", r"\1:00", value)
    value = re.sub(r"^P(\d+)Y6M$", r"P\1.5Y", value)
    return re.sub(r"^PT(\d+)(?:(H)30M|(M)30S)$", lambda m: f"PT{m[1]}.5{m[2] or m[3]}", value)


def f1(right: int, gold: int, system: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (gold + system) if gold + system else 0.0


def timex_set(name: str, size: int) -> Callable[[Bench], dict[str, float]]:
    """A scorer of one TIMEX3 set on a sample of that many documents."""

    def score(bench: Bench) -> dict[str, float]:
        total: Counter[str] = Counter()
        for doc in bench.sample(bench.gold(f"time/{name}"), size):
            times = times_of(bench, doc["text"], doc["dct"])
            if until := doc.get("annotated_until"):
                times = tuple(t for t in times if t.span.start < until)
            total += tally(doc["timexes"], times)
        figures = {f"{part} F1": f1(total[part], total["gold"], total["system"]) for part in ("strict", "relaxed", "type", "value")}
        return figures | {"same value F1": f1(total["same"], total["gold"], total["system"])}

    return score


def hull(gold: Gold) -> tuple[date, date] | None:
    """First and last day of a GUM date: when, or from and to, or notBefore and notAfter, each a year, month or day."""
    low = gold.get("when") or gold.get("from") or gold.get("notBefore")
    high = gold.get("when") or gold.get("to") or gold.get("notAfter")
    if not (low and high):
        return None
    first, last = _ends(low), _ends(high)
    return (first[0], last[1]) if first and last else None


def _ends(text: str) -> tuple[date, date] | None:
    found = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?", text)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def overlap_share(one: tuple[date, date], other: tuple[date, date]) -> float:
    """Days in both over days in either."""
    both = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    either = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return max(0, both) / either


def gum_dates(bench: Bench) -> dict[str, float]:
    """Exact intervals and those sharing half their days, over gold dates that have both ends; letters apart."""
    counts: Counter[str] = Counter()
    for doc in bench.sample(bench.gold("time/gum_dates"), 65):
        golds = [g for g in doc["dates"] if hull(g)]
        times = {id(g): t for g, t in pair(golds, times_of(bench, doc["text"], doc["dct"]))}
        for gold in golds:
            want, time = hull(gold), times.get(id(gold))
            assert want is not None
            span = time.timespan if time else None
            got = (span.earliest, span.latest) if span and span.earliest and span.latest else None
            for part in ("all", doc["genre"]):
                counts[part] += 1
                counts[f"{part} exact"] += got == want
                counts[f"{part} iou50"] += bool(got) and overlap_share(got, want) >= 0.5  # type: ignore[arg-type]
    return {
        "exact": counts["all exact"] / counts["all"],
        "iou50": counts["all iou50"] / counts["all"],
        "letters exact": counts["letter exact"] / counts["letter"],
        "news exact": counts["news exact"] / counts["news"],
    }


def recognizers(bench: Bench) -> dict[str, float]:
    """Recognizers' cases of single dates and of ranges that are one unit, with a value of our kind: found, and of those the value right."""
    counts: Counter[str] = Counter()
    for case in bench.gold("time/recognizers_specs"):
        wanted = [
            {"start": r["start"], "end": r["end"] + 1, "values": {v["timex"] for v in r["values"]} | {v.get("value") for v in r["values"]}}
            for r in case["results"]
            if r["values"] and r["type"] and all(v.get("timex") and "(" not in v["timex"] and "," not in v["timex"] for v in r["values"])
        ]
        if case["model"] != "DateTimeModel" or not wanted or not case["dct"]:
            continue
        times = pipeline.read_times(case["text"], reference=date.fromisoformat(case["dct"][:10]), resources=bench.resources)
        pairs = pair(wanted, times)
        counts.update(gold=len(wanted), found=len(pairs), value=sum(t.value in g["values"] for g, t in pairs))
    return {"found": counts["found"] / counts["gold"], "value": counts["value"] / counts["gold"]}


SETS: dict[str, Callable[[Bench], dict[str, float]]] = {
    "time/wikiwars": timex_set("wikiwars", 6),
    "time/meantime": timex_set("meantime", 50),
    "time/timebank": timex_set("timebank", 60),
    "time/aquaint": timex_set("aquaint", 40),
    "time/gum_dates": gum_dates,
    "time/recognizers": recognizers,
}
