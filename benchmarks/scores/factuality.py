"""Factuality on gold predicates: MEANTIME in four classes, UW and UDS-IH2 on their scale of -3 to 3."""

import sys
from collections import Counter
from collections.abc import Iterator
from statistics import fmean

from benchmarks.bench import Bench
from onrecord.documents.document import Document, new_document
from onrecord.events.event import Factuality
from onrecord.events.factuality import judge_span
from onrecord.pipeline import document_from_text
from onrecord.reading.parse import children_of
from onrecord.reading.reading import Reading
from onrecord.span import Span
from onrecord.statements.attribute import attribute

CLASSES = ("asserted", "denied", "possible", "future")
FUTURE = ("planned", "promised", "demanded", "threatened", "offered")
VALUES = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "uncommitted": 0.0}


def value_of(factuality: Factuality) -> float:
    """A factuality on the scale of -3 (certainly not) to 3 (certainly so); 0 where the speaker says neither."""
    if factuality.happened is None:
        return 0.0
    return VALUES[factuality.certainty] * (1 if factuality.happened else -1)


def class_of(factuality: Factuality) -> str:
    """A factuality as one of MEANTIME's four classes."""
    if factuality.happened is False:
        return "denied"
    if factuality.status in FUTURE and factuality.certainty not in ("possible", "probable"):
        return "future"
    unsure = factuality.certainty in ("possible", "probable") or factuality.status in ("hypothetical", "general")
    return "possible" if unsure else "asserted"


def macro_f(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """F1 of each class over (gold, found) pairs, and their mean."""
    right = Counter(g for g, f in pairs if g == f)
    golds, founds = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    figures = {c: 2 * right[c] / (golds[c] + founds[c]) if golds[c] + founds[c] else 0.0 for c in CLASSES}
    return {"macro_f": fmean(figures.values()), **figures}


def pearson(pairs: list[tuple[float, float]]) -> float:
    """Pearson's r of (gold, found) pairs; 0 where either does not vary."""
    mean_x, mean_y = fmean(x for x, _ in pairs), fmean(y for _, y in pairs)
    xy = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    xx, yy = sum((x - mean_x) ** 2 for x, _ in pairs), sum((y - mean_y) ** 2 for _, y in pairs)
    return float(xy / (xx * yy) ** 0.5) if xx and yy else 0.0


def reading_of(bench: Bench, document: Document) -> Reading:
    """Tokens and sentences alone, which is all that factuality asks of a reading."""
    parse = bench.parser.parse(document)
    return Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))


def judged(bench: Bench, document: Document, spans: list[Span]) -> Iterator[Factuality | None]:
    """Our factuality of each predicate of a document."""
    reading = reading_of(bench, document)
    statements = attribute(reading, resources=bench.resources)
    for span in spans:
        found = judge_span(reading, span, statements, resources=bench.resources)
        yield found.factuality if found else None


def score_meantime(bench: Bench) -> dict[str, float]:
    """Macro-F over the four classes, on gold predicates."""
    pairs = []
    for document in bench.gold("factuality/meantime"):
        events = [e for e in document["events"] if e["label"] in CLASSES]
        spans = [Span(*e["spans"][0]) for e in events]
        for event, found in zip(events, judged(bench, document_from_text(document["text"]), spans), strict=True):
            pairs.append((event["label"], class_of(found) if found else "asserted"))
    return macro_f(pairs)


def _score_scale(bench: Bench, name: str, size: int) -> dict[str, float]:
    pairs = []
    for sentence in bench.sample(bench.gold(f"factuality/{name}"), size):
        spans = [Span(e["start"], e["end"]) for e in sentence["events"]]
        for event, found in zip(sentence["events"], judged(bench, new_document(sentence["text"]), spans), strict=True):
            pairs.append((event["value"], value_of(found) if found else 3.0))
    return {"r": pearson(pairs), "closeness": 1 - fmean(abs(g - f) for g, f in pairs) / 6}


def score_uw(bench: Bench) -> dict[str, float]:
    """Pearson's r, and closeness (1 less the mean absolute error over the scale's six points: the MAE is six times what is missing)."""
    return _score_scale(bench, "uw", 900)


def score_uds(bench: Bench) -> dict[str, float]:
    """As for UW, on weblogs, mail and reviews."""
    return _score_scale(bench, "uds_ih2", 900)


SETS = {"factuality-meantime": score_meantime, "factuality-uw": score_uw, "factuality-uds": score_uds}

if __name__ == "__main__":
    here = Bench(full="--full" in sys.argv)
    for set_name, scorer in SETS.items():
        figures = "  ".join(f"{k} {v:.3f}" for k, v in scorer(here).items())
        sys.stdout.write(f"{set_name:22} {figures}\n")
