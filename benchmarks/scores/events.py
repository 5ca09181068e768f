"""Event types and who did what to whom: PLV (Zero-Shot-PLOVER's sentences) and PLOVER's own records."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.bench import Bench
from benchmarks.scores.plover_records import Triple, account_of, all_triples, record_triples, triples

YIELD = frozenset({"CONCEDE", "RETREAT"})


def plv(bench: Bench) -> dict[str, float]:
    """PLV: the gold type among a sentence's types, right types over all types, and the gold source and target among the arguments."""
    return types_and_spans(bench, bench.sample(bench.gold("events/plv"), 400))


def types_and_spans(bench: Bench, items: Iterable[dict[str, Any]]) -> dict[str, float]:
    """Type hit, type precision, and shares of gold sources and targets that overlap an actor or recipient of an event of the right type."""
    hits = sentences = right = predicted = 0
    spans = {"source": [0, 0], "target": [0, 0]}
    for item in items:
        gold = item["events"][0]
        wanted = YIELD if gold["plover"] == "YIELD" else frozenset({gold["plover"]})
        events = bench.read(item["text"]).events.events
        types = {e.type for e in events}
        sentences += 1
        hits += bool(types & wanted)
        right += len(types & wanted)
        predicted += len(types)
        found = [a for e in events if e.type in wanted for a in e.arguments if a.role in ("actor", "recipient")]
        for span in gold["spans"]:
            spans[span["role"]][1] += 1
            spans[span["role"]][0] += any(a.span.start < span["end"] and span["start"] < a.span.end for a in found)
    return {
        "type_hit": hits / max(1, sentences),
        "type_precision": right / max(1, predicted),
        "source_overlap": spans["source"][0] / max(1, spans["source"][1]),
        "target_overlap": spans["target"][0] / max(1, spans["target"][1]),
    }


def plover_gsr(bench: Bench) -> dict[str, float]:
    """PLOVER's records: precision, recall and F1 of (actor country, recipient country, type) triples, and the type alone.

    `triple_*` are of the records that the product exports (`onrecord read --format plover`); `events_f1` is of every event the product tells, unmapped.
    """
    records: Counter[str] = Counter()
    events: Counter[str] = Counter()
    hits = 0
    items = bench.gold("events/plover_gsr")
    for item in items:
        stages = bench.read(item["text"])
        account = account_of(stages)
        gold = {t for e in item["events"] for t in gold_triples(e)}
        records.update(_counts(gold, record_triples(account)))
        events.update(_counts(gold, all_triples(account)))
        hit = bool({e["plover"] for e in item["events"]} & {e.type for e in stages.events.events})
        bench.note(f"{item['doc_id']} triples", gold <= record_triples(account))
        bench.note(f"{item['doc_id']} type", hit)
        hits += hit
    precision, recall, f1 = _prf(records)
    return {
        "triple_f1": f1,
        "triple_precision": precision,
        "triple_recall": recall,
        "events_f1": _prf(events)[2],
        "events_recall": _prf(events)[1],
        "type_hit": hits / max(1, len(items)),
    }


def _counts(gold: set[Triple], found: set[Triple]) -> dict[str, int]:
    return {"right": len(gold & found), "found": len(found), "gold": len(gold)}


def _prf(counts: Counter[str]) -> tuple[float, float, float]:
    precision, recall = counts["right"] / max(1, counts["found"]), counts["right"] / max(1, counts["gold"])
    return precision, recall, 2 * precision * recall / (precision + recall) if counts["right"] else 0.0


def gold_triples(event: dict[str, Any]) -> set[Triple]:
    """The triples of a gold record: every source with every target; two sources without a target stand to each other, both ways."""
    sources, targets = countries_of(event["source"]), countries_of(event["target"])
    return set(triples(sources, targets, event["plover"], both_ways=len(sources) > 1 and not targets))


def countries_of(actors: object) -> list[str]:
    """The first three letters of each code; a field that holds text in place of actors names none."""
    return [a["code"][:3] for a in actors if a.get("code")] if isinstance(actors, list) else []


SETS: dict[str, Callable[[Bench], dict[str, float]]] = {"events/plv": plv, "events/plover_gsr": plover_gsr}
