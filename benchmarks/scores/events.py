"""Event types and who did what to whom: PLV (Zero-Shot-PLOVER's sentences) and PLOVER's own records."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

from benchmarks.bench import Bench
from onrecord.pipeline import Stages
from onrecord.resolution.resolution import Actor

YIELD = frozenset({"CONCEDE", "RETREAT"})
Triple = tuple[str | None, str | None, str]


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
    """PLOVER's records: precision, recall and F1 of (actor country, recipient country, type) triples, and the type alone."""
    right = predicted = wanted = hits = 0
    items = bench.gold("events/plover_gsr")
    for item in items:
        stages = bench.read(item["text"])
        gold = {t for e in item["events"] for t in gold_triples(e)}
        found = {t for e in system_triples(stages) for t in e}
        right += len(gold & found)
        predicted += len(found)
        wanted += len(gold)
        hits += bool({e["plover"] for e in item["events"]} & {e.type for e in stages.events.events})
    precision, recall = right / max(1, predicted), right / max(1, wanted)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"triple_f1": f1, "triple_precision": precision, "triple_recall": recall, "type_hit": hits / max(1, len(items))}


def gold_triples(event: dict[str, Any]) -> set[Triple]:
    """The triples of a gold record: every source with every target; two sources without a target stand to each other, both ways."""
    sources, targets = countries_of(event["source"]), countries_of(event["target"])
    return triples(sources, targets, event["plover"], both_ways=len(sources) > 1 and not targets)


def countries_of(actors: object) -> list[str]:
    """The first three letters of each code; a field that holds text in place of actors names none."""
    return [a["code"][:3] for a in actors if a.get("code")] if isinstance(actors, list) else []


def triples(sources: Iterable[str | None], targets: Iterable[str | None], type_: str, *, both_ways: bool) -> set[Triple]:
    """Every source with every target; an empty side is null; parties of a symmetric event with each other, both ways."""
    actors, recipients = list(dict.fromkeys(sources)), list(dict.fromkeys(targets))
    if both_ways and len(actors) > 1:
        return {(a, b, type_) for a, b in product(actors, actors) if a != b}
    return {(a, b, type_) for a, b in product(actors or [None], recipients or [None])}


def system_triples(stages: Stages) -> Iterator[set[Triple]]:
    """The triples of each event as the product resolves it."""
    actors = {a.id: a for a in stages.resolution.actors}
    roles = {r.event: r for r in stages.resolution.roles}
    for event in stages.events.events:
        here = roles.get(event.id)
        doers = [code(actors[i]) for i in here.actors if i in actors] if here else []
        others = [code(actors[i]) for i in here.recipients if i in actors] if here else []
        yield triples(doers, others, event.type, both_ways=event.symmetric and not others)


def code(actor: Actor) -> str | None:
    """PLOVER's first three letters of an actor: its country, or IGO for an international body."""
    if actor.country:
        return actor.country
    return "IGO" if "IGO" in actor.sectors else None


SETS: dict[str, Callable[[Bench], dict[str, float]]] = {"events/plv": plv, "events/plover_gsr": plover_gsr}
