"""Attributions on PolNeAR (Newell et al. 2018): source, cue and content, matched one to one by cue, then by content."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.bench import Bench
from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.reading.read import read
from onrecord.statements.attribute import attribute

Spans = tuple[tuple[int, int], ...]
OPENING = "\"“”'‘’`«»„"


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution as spans, of the gold or of ours; `direct` where its content starts with a quotation mark."""

    source: Spans
    cue: Spans
    content: Spans
    direct: bool


def overlap(a: Spans, b: Spans) -> int:
    """Characters that two sets of spans share."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)


def iou(a: Spans, b: Spans) -> float:
    """Shared characters over all characters."""
    shared = overlap(a, b)
    total = sum(e - s for s, e in a) + sum(e - s for s, e in b) - shared
    return shared / total if total else 0.0


def pair(gold: Sequence[Attribution], ours: Sequence[Attribution]) -> dict[int, int]:
    """Gold index -> our index, one to one: pairs with overlapping cues, best cue overlap first, then best content."""
    options = sorted(
        (
            (overlap(g.cue, o.cue), iou(g.content, o.content), -i, -j)
            for i, g in enumerate(gold)
            for j, o in enumerate(ours)
            if overlap(g.cue, o.cue)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in options:
        if -i not in pairs and -j not in used:
            pairs[-i] = -j
            used.add(-j)
    return pairs


def judge(gold: Attribution, ours: Attribution) -> dict[str, bool]:
    """What is right of a pair whose cues overlap."""
    source = bool(overlap(gold.source, ours.source)) or (not gold.source and not ours.source)
    content = iou(gold.content, ours.content) >= 0.5
    return {"cue": True, "source": source, "content": content, "whole": source and content}


def f1(hits: float, found: float, wanted: float) -> float:
    return 2 * hits / (found + wanted) if found + wanted else 0.0


def gold_of(item: dict[str, Any]) -> list[Attribution]:
    """The gold attributions that have cue and content."""
    made = []
    for a in item["attributions"]:
        if a["cue"] and a["content"]:
            source, cue, content = (tuple((s, e) for s, e in a[k]) for k in ("source", "cue", "content"))
            made.append(Attribution(source, cue, content, item["text"][content[0][0]] in OPENING))
    return made


def ours_of(bench: Bench, text: str) -> list[Attribution]:
    """Our statements of a text, from plain text; those without a cue count as found but match nothing."""
    document = lay_out(new_document(text))
    reading = read(document, parser=bench.parser, resources=bench.resources)
    made = []
    for s in attribute(reading, resources=bench.resources).statements:
        source, cue, content = (tuple((p.start, p.end) for p in spans) for spans in (s.source, s.cue, s.content))
        made.append(Attribution(source, cue, content, bool(content) and text[content[0][0]] in OPENING))
    return made


def polnear(bench: Bench) -> dict[str, float]:
    """F1 of cues, sources, contents and whole attributions; of direct quotations alone; and shared characters a role."""
    items = [i for i in bench.gold("attribution/polnear") if i["split"] == "dev"]
    counts: dict[str, float] = {}
    for item in bench.sample(items, 36):
        count(gold_of(item), ours_of(bench, item["text"]), counts)
    found, wanted = counts.get("ours", 0), counts.get("gold", 0)
    figures = {k: f1(counts.get(k, 0), found, wanted) for k in ("cue", "source", "content", "whole")}
    figures["direct"] = f1(counts.get("direct whole", 0), counts.get("direct ours", 0), counts.get("direct gold", 0))
    return figures | {
        f"{r} characters": f1(counts.get(f"{r} shared", 0), counts.get(f"{r} ours", 0), counts.get(f"{r} gold", 0)) for r in ROLES
    }


ROLES = ("source", "cue", "content")


def count(gold: list[Attribution], ours: list[Attribution], counts: dict[str, float]) -> None:
    """Add one document's matches."""

    def add(key: str, amount: float = 1) -> None:
        counts[key] = counts.get(key, 0) + amount

    add("gold", len(gold))
    add("ours", len(ours))
    add("direct gold", sum(g.direct for g in gold))
    add("direct ours", sum(o.direct for o in ours))
    for i, j in pair(gold, ours).items():
        for part, right in judge(gold[i], ours[j]).items():
            add(part, right)
        add("direct whole", gold[i].direct and ours[j].direct and judge(gold[i], ours[j])["whole"])
    for role in ROLES:
        theirs, own = ({c for a in side for s, e in getattr(a, role) for c in range(s, e)} for side in (gold, ours))
        add(f"{role} shared", len(theirs & own))
        add(f"{role} gold", len(theirs))
        add(f"{role} ours", len(own))


SETS: dict[str, Callable[[Bench], dict[str, float]]] = {"attributions/polnear": polnear}
