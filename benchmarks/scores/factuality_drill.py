"""Our own sentences on whether something happened (benchmarks/cases/factuality.txt): python -m benchmarks.scores.factuality_drill prints what is wrong."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.scores.factuality import reading_of
from onrecord.documents.document import new_document
from onrecord.events.event import Factuality
from onrecord.events.factuality import judge
from onrecord.reading.tree import token_at
from onrecord.statements.attribute import attribute

CASES = Path(__file__).parent.parent / "cases" / "factuality.txt"
HAPPENED = {"true": True, "false": False, "null": None}


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, where its judged word begins, and what must hold of it: happened, certainty or status."""

    kind: str
    sentence: str
    offset: int
    expected: frozenset[str]


def cases(text: str) -> Iterator[Case]:
    """The cases of a file: KIND | sentence with the word in [brackets] | what must hold. Raises ValueError for a line of another form."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [p.strip() for p in line.split("|")]
        if len(parts) != 3 or len(re.findall(r"[\[\]]", parts[1])) != 2 or not parts[2]:
            raise ValueError(f"line {number} is no case: {line}")
        yield Case(parts[0], re.sub(r"[\[\]]", "", parts[1]), parts[1].index("["), frozenset(parts[2].split()))


def holds(case: Case, found: Factuality) -> bool:
    """Whether all that a case asks for holds."""
    return case.expected <= {found.certainty, found.status, *(k for k, v in HAPPENED.items() if v is found.happened)}


def _judged(bench: Bench) -> Iterator[tuple[Case, Factuality]]:
    bench.used.add(CASES)
    for case in cases(CASES.read_text(encoding="utf-8")):
        reading = reading_of(bench, new_document(case.sentence))
        head = token_at(reading, case.offset)
        if head is None:
            raise ValueError(f"no word at the bracket: {case.sentence}")
        yield case, judge(reading, head.index, attribute(reading, resources=bench.resources), resources=bench.resources).factuality


def score_drill(bench: Bench) -> dict[str, float]:
    """The share of our sentences that are judged right."""
    right = total = 0
    for case, found in _judged(bench):
        ok = holds(case, found)
        bench.note(f"{case.sentence} @{case.offset}", ok)
        right, total = right + ok, total + 1
    return {"right": right / total}


SETS = {"factuality-drill": score_drill}

if __name__ == "__main__":
    for wrong, judged in _judged(Bench()):
        if not holds(wrong, judged):
            sys.stdout.write(f"{wrong.kind}: {wrong.sentence} @{wrong.offset} {sorted(wrong.expected)}; found {judged}\n")
