"""Weapons and platforms (re3d): exact and overlapping spans."""

import sys

from benchmarks.bench import Bench
from benchmarks.scores.factuality import reading_of
from onrecord.documents.document import new_document
from onrecord.events.means import find_means

TYPES = ("Weapon", "MilitaryPlatform")
Pair = tuple[int, int]


def span_f(gold: set[Pair], found: set[Pair]) -> tuple[int, int, int]:
    """How many of the gold spans are found exactly, of the found ones; gold and found sizes."""
    return len(gold & found), len(gold), len(found)


def overlap_hits(gold: set[Pair], found: set[Pair]) -> int:
    """How many gold spans overlap a found one, each found one used once."""
    left, hits = sorted(found), 0
    for start, end in sorted(gold):
        hit = next((s for s in left if s[0] < end and start < s[1]), None)
        if hit is not None:
            hits += 1
            left.remove(hit)
    return hits


def f1(hits: int, golds: int, founds: int) -> float:
    """F1 from counts."""
    return 2 * hits / (golds + founds) if golds + founds else 0.0


def score_means(bench: Bench) -> dict[str, float]:
    """Exact and overlap F1 of weapons and platforms together, whatever their kind."""
    exact = overlap = golds = founds = 0
    for document in bench.gold("ner/re3d"):
        gold = {(e["start"], e["end"]) for e in document["entities"] if e["type"] in TYPES}
        reading = reading_of(bench, new_document(document["text"]))
        found = {(m.span.start, m.span.end) for m in find_means(reading, resources=bench.resources)}
        hits, here, ours = span_f(gold, found)
        exact, golds, founds = exact + hits, golds + here, founds + ours
        overlap += overlap_hits(gold, found)
        if "--errors" in sys.argv:
            text = document["text"]
            missed, extra = ([text[s:e] for s, e in sorted(x)] for x in (gold - found, found - gold))
            sys.stdout.write(f"missed {missed} extra {extra}\n")
    return {"exact_f": f1(exact, golds, founds), "overlap_f": f1(overlap, golds, founds)}


SETS = {"means-re3d": score_means}

if __name__ == "__main__":
    sys.stdout.write(f"{score_means(Bench())}\n")
