"""The seed documents against the list of what a careful analyst reads in them: the share of lines that hold."""

import sys

from benchmarks.bench import Bench
from benchmarks.cases.seeds import LETTER, NEWS, together
from benchmarks.cases.view import LineView


def holds(bench: Bench) -> dict[str, bool]:
    """Each line of the list, and whether it holds."""
    news, letter = (LineView(bench.line(path.read_text(encoding="utf-8"))) for path in bench.seeds())
    found = {f"news: {name}": bool(check(news)) for name, check in NEWS.items()}
    found |= {f"letter: {name}": bool(check(letter)) for name, check in LETTER.items()}
    return found | {f"both: {name}": bool(held) for name, held in together(news, letter).items()}


def score_seeds(bench: Bench) -> dict[str, float]:
    """The share of lines that hold."""
    lines = holds(bench)
    for line, held in lines.items():
        bench.note(line, held)
    return {"lines": sum(lines.values()) / len(lines)}


SETS = {"seeds": score_seeds}

if __name__ == "__main__":
    for line, held in holds(Bench()).items():
        sys.stdout.write(f"{'yes' if held else 'NO ':<4} {line}\n")
