"""Actors: names and other mentions on re3d, by type, exact and overlapping; antecedents of persons and bodies on GUM.

re3d annotates pronouns and nominals too, articles now in and now out of the span; exact is measured on spans without a leading article, for gold and
ours alike. A country's name stands there for a place, an organisation or both: ours is offered as both, and the one the gold does not have is not counted.
"""

from collections.abc import Iterable
from typing import Any

from benchmarks.bench import Bench
from onrecord.pipeline import Stages
from onrecord.span import Span

TYPES = ("Person", "Organisation", "Location", "Nationality")
LINKED = frozenset({"person", "organization"})
Typed = set[tuple[int, int, str]]


def bare(span: Span, text: str) -> Span:
    """A span without a leading article."""
    words = span.of(text)
    for article in ("the ", "a ", "an "):
        if words.lower().startswith(article):
            return Span(span.start + len(article), span.end)
    return span


def entities(stages: Stages) -> Typed:
    """Our mentions and places as spans with re3d's types."""
    text, found = stages.reading.document.text, set()
    for mention in stages.reading.mentions:
        if mention.form == "pronoun" and mention.chain is None and mention.kind != "person" and not mention.plural:
            continue
        span = bare(mention.span, text)
        found.add((span.start, span.end, "Person" if mention.kind == "person" else "Organisation"))
    for place in stages.resolution.places:
        span = bare(place.span, text)
        found.add((span.start, span.end, "Nationality" if place.feature == "demonym" else "Location"))
    return found


def matched(gold: Typed, ours: Typed, kind: str, *, exact: bool) -> tuple[int, int, int]:
    """Right, ours and gold of a type, one to one; a span that is gold of another type only for being a country is left out of ours."""
    wanted = sorted((s, e) for s, e, t in gold if t == kind)
    others = {(s, e) for s, e, t in gold if t != kind} if kind in {"Organisation", "Location"} else set()
    offered = sorted((s, e) for s, e, t in ours if t == kind and ((s, e) in wanted or (s, e) not in others or not both(ours, s, e)))
    left, right = list(wanted), 0
    for start, end in offered:
        hit = next((g for g in left if (g == (start, end) if exact else g[0] < end and start < g[1])), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right, len(offered), len(wanted)


def both(ours: Typed, start: int, end: int) -> bool:
    """Whether we offer a span as an organisation and as a place."""
    return (start, end, "Organisation") in ours and (start, end, "Location") in ours


def f1(counts: Iterable[tuple[int, int, int]]) -> float:
    """F1 of summed (right, ours, gold)."""
    right, ours, gold = (sum(c) for c in zip(*counts, strict=True))
    return 2 * right / (ours + gold) if ours + gold else 0.0


def score_re3d(bench: Bench) -> dict[str, float]:
    """Exact and overlap F per type."""
    counts: dict[str, list[tuple[int, int, int]]] = {}
    for item in bench.sample(bench.gold("ner/re3d"), 20):
        text = item["text"]
        spans = [(bare(Span(e["start"], e["end"]), text), e["type"]) for e in item["entities"]]
        gold = {(s.start, s.end, t) for s, t in spans}
        ours = entities(bench.read(text))
        for kind in TYPES:
            counts.setdefault(f"{kind.lower()}_exact", []).append(matched(gold, ours, kind, exact=True))
            counts.setdefault(f"{kind.lower()}_overlap", []).append(matched(gold, ours, kind, exact=False))
    return {name: f1(c) for name, c in counts.items()}


def antecedents(item: dict[str, Any], stages: Stages) -> tuple[int, int, int]:
    """Right, ours, gold antecedents: each mention of a person or body after its first, linked to the one before it in its chain.

    Mentions are the same where their spans are, without a leading article; ours that gold does not have are not counted.
    """
    text = item["text"]
    gold: dict[tuple[int, int], str] = {}
    for mention in item["mentions"]:
        if mention["type"] in LINKED and mention["id"] is not None:
            span = bare(Span(mention["start"], mention["end"]), text)
            gold[span.start, span.end] = str(mention["id"])
    seen: set[str] = set()
    wanted = 0
    for _, entity in sorted(gold.items()):
        wanted += entity in seen
        seen.add(entity)
    last: dict[int, str] = {}
    right = ours = 0
    for mention in stages.reading.mentions:
        span = bare(mention.span, text)
        if mention.chain is None or (span.start, span.end) not in gold:
            continue
        entity = gold[span.start, span.end]
        if mention.chain in last:
            ours += 1
            right += last[mention.chain] == entity
        last[mention.chain] = entity
    return right, ours, wanted


def score_gum(bench: Bench) -> dict[str, float]:
    """Precision and recall of antecedents; first and second person, which coreference leaves alone, count against recall."""
    counts = [antecedents(i, bench.read(i["text"])) for i in bench.sample(bench.gold("coref/gum"), 16)]
    right, ours, gold = (sum(c) for c in zip(*counts, strict=True))
    return {"precision": right / ours if ours else 0.0, "recall": right / gold if gold else 0.0}


SETS = {"actors-re3d": score_re3d, "actors-gum": score_gum}
