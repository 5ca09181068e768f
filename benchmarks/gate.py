"""Scores every set and holds each figure to its pinned floor: python -m benchmarks.gate [--full] [--only NAME ...] [--pin].

A floor is pinned together with the hash of the gold it was measured on. `--pin` raises floors to what was measured and adds new sets; it never
lowers one. Exit status 1 where a figure is below its floor, the gold is another, or a floor is lower than it ever was in the history.
"""

import argparse
import hashlib
import importlib
import json
import pkgutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks import report, scores
from benchmarks.bench import ROOT, Bench

FLOORS = Path(__file__).parent / "floors.json"
CORRECTIONS = Path(__file__).parent / "corrections.json"
"""Floors that were pinned by mistake, each with why: the only way a floor may become lower."""
Figures = dict[str, float]
Scorer = Callable[[Bench], Figures]


def all_sets() -> dict[str, Scorer]:
    """Every set of every module of benchmarks.scores, by name."""
    found: dict[str, Scorer] = {}
    for module in pkgutil.iter_modules(scores.__path__):
        found |= getattr(importlib.import_module(f"benchmarks.scores.{module.name}"), "SETS", {})
    return found


def score(name: str, full: bool) -> tuple[str, Figures, str, float, report.Change]:
    """A set's name, its figures, the hash of the gold it read, seconds, and what was gained and lost since the last run here."""
    began = time.monotonic()
    bench = Bench(full=full)
    figures = {k: round(v, 4) for k, v in all_sets()[name](bench).items()}
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in sorted(bench.used))).hexdigest()
    return name, figures, digest, time.monotonic() - began, report.keep(name, "full" if full else "sample", figures, bench.cases)


def history() -> dict[str, Any]:
    """The highest floor each figure has had in any commit of this checkout's history."""
    log = subprocess.run(
        ["git", "log", "--format=%H", "--", "benchmarks/floors.json"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    highest: dict[str, Any] = {}
    for commit in log.stdout.split():
        shown = subprocess.run(["git", "show", f"{commit}:benchmarks/floors.json"], cwd=ROOT, capture_output=True, text=True, check=False)
        for name, parts in json.loads(shown.stdout).items() if shown.returncode == 0 else ():
            for part in ("sample", "full"):
                for figure, floor in parts.get(part, {}).items():
                    known = highest.setdefault(name, {}).setdefault(part, {})
                    known[figure] = max(floor, known.get(figure, -1.0))
    return highest


def lowered(now: dict[str, Any], before: dict[str, Any], corrected: dict[str, Any]) -> list[str]:
    """Floors lower than they ever were, or gone; but for those that corrections.json takes back, each with its reason."""
    return [
        f"{name} {part} {figure}: {old} became {now.get(name, {}).get(part, {}).get(figure, 'nothing')}"
        for name, parts in before.items()
        for part, figures in parts.items()
        for figure, old in figures.items()
        if now.get(name, {}).get(part, {}).get(figure, -1.0) < old and f"{name} {part} {figure}" not in corrected
    ]


def judge(figures: Figures, digest: str, floors: dict[str, Any], part: str) -> list[str]:
    """What is wrong with a set's figures, in words; nothing where all floors hold."""
    if not floors.get(part):
        return ["no floor pinned"]
    if floors["gold"] != digest:
        return ["the gold is not the one the floors were pinned on"]
    return [f"{k} {figures.get(k)} is below its floor {floor}" for k, floor in floors[part].items() if figures.get(k, -1.0) < floor - 1e-9]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--full", action="store_true", help="whole sets, not fixed samples")
    options.add_argument("--only", nargs="*", default=[], help="sets whose name begins so")
    options.add_argument("--pin", action="store_true", help="raise floors to what is measured; never lowers")
    options.add_argument("--jobs", type=int, default=2)
    asked = options.parse_args()
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    corrected = json.loads(CORRECTIONS.read_text(encoding="utf-8"))
    if bad := lowered(floors, history(), corrected):
        print("A floor was lowered:", *bad, sep="\n  ")
        return 1
    part = "full" if asked.full else "sample"
    names = [n for n in sorted(all_sets()) if not asked.only or n.startswith(tuple(asked.only))]
    failed = False
    with ProcessPoolExecutor(asked.jobs) as pool:
        for name, figures, digest, seconds, change in pool.map(score, names, [asked.full] * len(names)):
            here = floors.setdefault(name, {"gold": digest})
            if asked.pin:
                here["gold"] = digest
                old = here.setdefault(part, {})
                here[part] = {k: max(v, old.get(k, -1.0)) for k, v in figures.items()}
            wrong = judge(figures, digest, here, part)
            failed |= bool(wrong)
            print(f"{'FAIL' if wrong else 'ok':<5}{name:<28}{seconds:6.1f} s  " + "  ".join(f"{k} {v:.3f}" for k, v in figures.items()))
            for line in wrong:
                print(f"     {line}")
            if change:
                print(f"     since the last run here: {change}  (python -m benchmarks.report {name} lists them)")
            sys.stdout.flush()
    if asked.pin:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print("gate: below a floor" if failed else f"gate: {len(names)} sets hold their floors")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
