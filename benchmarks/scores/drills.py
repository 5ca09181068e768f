"""The probes and the full-record set, by the probes' own scorer (read from the gold's folder, never copied)."""

import importlib.util
import sys
from types import ModuleType
from typing import Any

from benchmarks.bench import Bench

FIELDS = ("actors", "recipients", "places", "date", "happened", "certainty", "status", "said_by", "said_by_inner", "tolls", "instruments")


def scorer(bench: Bench) -> ModuleType:
    """The probes' scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_probes", bench.home / "probes" / "score_probes.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("score_probes.py is not beside the probes")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_probes"] = module
    spec.loader.exec_module(module)
    return module


def predict(bench: Bench, items: list[dict[str, Any]]) -> dict[str, Any]:
    """Our line for each item, by the item's id."""
    return {i["id"]: bench.line(i["text"], external_id=i["id"], published=i.get("published"), publisher=i.get("publisher")) for i in items}


def _figures(report: dict[str, Any]) -> dict[str, float]:
    row = report["ALL"]
    kept = ("whole", "precision", "recall", "f1", *FIELDS)
    return {k: float(row[k]) for k in kept if row.get(k) is not None}


def score_drills(bench: Bench) -> dict[str, float]:
    """Figures over all probes; `allowed` is 1 less a hundredth for each forbidden event, so that more is better as everywhere else."""
    items = bench.gold("probes/dev")
    predictions = predict(bench, items)
    for item in items:
        bench.note(item["id"], scorer(bench).judge_item(item, predictions[item["id"]])["whole"])
    report = scorer(bench).score(items, predictions)
    chained = [i for i in items if any(len(e.get("said_by") or []) > 1 for e in i["expected"]["events"])]
    with_chain = scorer(bench).score(chained, predict(bench, chained))["ALL"]
    return _figures(report) | {"said_by_in_chains": with_chain["said_by"], "allowed": 1 - report["ALL"]["forbidden"] / 100}


def score_record(bench: Bench) -> dict[str, float]:
    """Figures over the full-record set; `not_true` is how often `happened` is right where it is not plainly true."""
    items = bench.gold("record/dev")
    predictions, module = predict(bench, items), scorer(bench)
    figures = _figures(module.score(items, predictions))
    right = total = 0
    for item in items:
        result = module.judge_item(item, predictions[item["id"]])
        for index, gold in enumerate(item["expected"]["events"]):
            bench.note(f"{item['id']} {gold['trigger']} {index}", all(result["fields"].get(index, {"found": False}).values()))
        for index, fields in result["fields"].items():
            if item["expected"]["events"][index].get("happened") is not True and "happened" in fields:
                total, right = total + 1, right + fields["happened"]
    return figures | {"happened_not_true": right / total if total else 0.0}


SETS = {"probes": score_drills, "record": score_record}

if __name__ == "__main__":
    here = Bench()
    name = sys.argv[1] if len(sys.argv) > 1 else "probes/dev"
    gold = here.gold(name)
    found = predict(here, gold)
    module = scorer(here)
    for entry in gold:
        made = module.judge_item(entry, found[entry["id"]])
        if not made["whole"]:
            events = entry["expected"]["events"]
            wrong = [f"{events[i]['trigger']}: {[k for k, ok in f.items() if not ok]}" for i, f in made["fields"].items()]
            sys.stdout.write(f"{entry['id']} {entry['category']} missed {made['fn']} extra {made['fp']} {made['forbidden']} {wrong}\n")
            sys.stdout.write(f"      {entry['text'][:160]!r}\n")
    report = module.score(gold, found)
    for group, row in sorted(report.items()):
        cells = " ".join(f"{k} {v:.2f}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items())
        sys.stdout.write(f"{group:24} {cells}\n")
