"""What changed between two runs of the gate on this machine, case by case: python -m benchmarks.report [SET ...].

Each run of a set leaves its figures and the outcome of each case in build/gate, and keeps the run before it beside.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import ROOT

FOLDER = ROOT / "build" / "gate"


@dataclass(frozen=True, slots=True)
class Change:
    """Cases that came out right now and not before, and the other way round. False where there is neither."""

    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost)

    def __str__(self) -> str:
        return f"{len(self.gained)} gained, {len(self.lost)} lost"


def compare(before: dict[str, bool], now: dict[str, bool]) -> Change:
    """What was gained and lost among the cases that both runs have."""
    both = [c for c in now if c in before]
    return Change(tuple(c for c in both if now[c] and not before[c]), tuple(c for c in both if before[c] and not now[c]))


def keep(name: str, part: str, figures: dict[str, float], cases: dict[str, bool], folder: Path = FOLDER) -> Change:
    """Write a run down beside the one before it, and say what changed."""
    path = folder / part / f"{name.replace('/', '-')}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"cases": {}, "figures": {}}
    change = compare(before["cases"], cases)
    if path.exists():
        path.replace(path.with_suffix(".before.json"))
    path.write_text(json.dumps({"figures": figures, "cases": cases}, indent=0), encoding="utf-8")
    return change


def main() -> None:
    for path in sorted(FOLDER.glob("*/*.before.json")):
        name = path.name.removesuffix(".before.json")
        if sys.argv[1:] and name not in [a.replace("/", "-") for a in sys.argv[1:]]:
            continue
        before = json.loads(path.read_text(encoding="utf-8"))
        now = json.loads(path.with_name(f"{name}.json").read_text(encoding="utf-8"))
        change = compare(before["cases"], now["cases"])
        print(f"{path.parent.name} {name}: {change}")
        for figure, value in now["figures"].items():
            if (old := before["figures"].get(figure)) is not None and old != value:
                print(f"  {figure}: {old} -> {value}")
        for sign, cases in (("+", change.gained), ("-", change.lost)):
            for case in cases:
                print(f"  {sign} {case}")


if __name__ == "__main__":
    main()
