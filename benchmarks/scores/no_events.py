"""Our own sentences on what is no event (benchmarks/cases/no_events.txt): python -m benchmarks.scores.no_events prints what is wrong."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import Bench

CASES = Path(__file__).parent.parent / "cases" / "no_events.txt"
EARNEST = "earnest"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of a kind; `wanted` is the type that one in earnest must have, None where nothing may be coded."""

    kind: str
    sentence: str
    wanted: str | None


def cases(text: str) -> Iterator[Case]:
    """The cases of a file: KIND | sentence, and for the kind "earnest" the type after it. Raises ValueError for a line of another form."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, bar, sentence = (p.strip() for p in line.partition("|"))
        told, _, wanted = sentence.rpartition(" ") if kind == EARNEST else (sentence, "", "")
        if not bar or not kind or not told.endswith(".") or (kind == EARNEST and not wanted.isupper()):
            raise ValueError(f"line {number} is no case: {line}")
        yield Case(kind, told, wanted or None)


def holds(case: Case, types: set[str]) -> bool:
    """Whether nothing is coded that is no event, and one in earnest has its type."""
    return not types if case.wanted is None else case.wanted in types


def _read(bench: Bench) -> Iterator[tuple[Case, set[str]]]:
    bench.used.add(CASES)
    for case in cases(CASES.read_text(encoding="utf-8")):
        yield case, {e.type for e in bench.read(case.sentence).events.events}


def score_no_events(bench: Bench) -> dict[str, float]:
    """Shares: of sentences without an event those left uncoded, of those in earnest those that have their type."""
    right = {False: 0, True: 0}
    total = {False: 0, True: 0}
    for case, types in _read(bench):
        ok = holds(case, types)
        bench.note(case.sentence, ok)
        right[case.wanted is not None] += ok
        total[case.wanted is not None] += 1
    return {"left_uncoded": right[False] / total[False], "earnest_coded": right[True] / total[True]}


SETS = {"no-event": score_no_events}

if __name__ == "__main__":
    for wrong, coded in _read(Bench()):
        if not holds(wrong, coded):
            sys.stdout.write(f"{wrong.kind}: {wrong.sentence} {sorted(coded)}\n")
