"""Tolls: the figures of killed and wounded that a document keys (muc4_casualties), whatever the event."""

import re
import sys
from typing import Any

from benchmarks.bench import Bench
from benchmarks.scores.factuality import reading_of
from onrecord.documents.document import new_document
from onrecord.events.tolls_find import find_tolls

EFFECTS = {"DEATH": "killed", "INJURY": "wounded"}
Figures = set[tuple[str, int]]
_OPENS = re.compile(r"(?:^|[.!?\]]\s+|\n\s*\n\s*)([a-z])")


def keyed(document: dict[str, Any]) -> Figures:
    """The (killed or wounded, number) pairs of a document's key; ranges, approximations and bare plurals apart."""
    found = set()
    for casualty in document["casualties"]:
        kinds = [EFFECTS[e] for e in casualty["effect"] if e in EFFECTS]
        for number in casualty["number"] or []:
            if number.isdigit():
                found |= {(kind, int(number)) for kind in kinds}
    return found


def recased(text: str) -> str:
    """A text in capitals in lower case with its sentences capitalised, code point by code point; any other as it is."""
    letters = [c for c in text if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return text
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _OPENS.sub(lambda m: m.group()[:-1] + m.group(1).upper(), lowered)


def set_f(pairs: list[tuple[Figures, Figures]]) -> dict[str, float]:
    """Precision, recall and F1 over the (gold, found) sets of all documents."""
    hits = sum(len(g & f) for g, f in pairs)
    golds, founds = sum(len(g) for g, _ in pairs), sum(len(f) for _, f in pairs)
    return {
        "set_f": 2 * hits / (golds + founds) if golds + founds else 0.0,
        "precision": hits / founds if founds else 0.0,
        "recall": hits / golds if golds else 0.0,
    }


def found_in(bench: Bench, text: str) -> Figures:
    """Our exact figures of killed and wounded in a text."""
    tolls = find_tolls(reading_of(bench, new_document(recased(text))), resources=bench.resources)
    return {(t.kind, t.people.low) for t in tolls if t.kind in EFFECTS.values() and t.people.low and t.people.low == t.people.high}


def score_muc4(bench: Bench) -> dict[str, float]:
    """Set F1 over documents with a keyed figure."""
    documents = [d for d in bench.gold("casualty/muc4_casualties") if keyed(d)]
    pairs = []
    for document in bench.sample(documents, 140):
        gold, found = keyed(document), found_in(bench, document["text"])
        pairs.append((gold, found))
        if "--errors" in sys.argv:
            sys.stdout.write(f"{document['doc_id']} missed {sorted(gold - found)} extra {sorted(found - gold)}\n")
    return set_f(pairs)


SETS = {"tolls-muc4": score_muc4}

if __name__ == "__main__":
    sys.stdout.write(f"{score_muc4(Bench(full='--full' in sys.argv))}\n")
