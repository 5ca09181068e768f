"""Speed and memory of the whole reading, as ratios to the bare parser in the same run: python -m benchmarks.speed [--documents N].

Each side runs in a process of its own, one after the other, three times in turn; the figures are the medians. The texts are the example
documents, repeated with a changed number so that no two are alike.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time

from benchmarks.bench import ROOT
from onrecord import pipeline
from onrecord.documents.document import Document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources
from onrecord.settings import Limits

EXAMPLES = ROOT / "examples" / "falklands-1982"


def texts(count: int) -> list[Document]:
    """That many laid-out documents, made of the examples."""
    read = [d for d in pipeline.documents_in([EXAMPLES], limits=Limits()) if isinstance(d, Document)]
    return [pipeline.document_from_text(f"{read[i % len(read)].text}\n\nCopy number {i}.") for i in range(count)]


def measure(side: str, count: int) -> dict[str, float]:
    """Seconds, documents, sentences, characters and peak memory (MiB) of one side over that many documents, start-up not counted."""
    documents, parser, resources = texts(count), SpacyParser(), Resources()
    warm = pipeline.document_from_text("Armenia denied that its forces had shelled Ganja on 4 October 2020, Reuters reported.")
    if side == "bare":
        parser.parse(warm)
    else:
        pipeline.account_of(warm, parser=parser, resources=resources)
    began, sentences = time.perf_counter(), 0
    for document in documents:
        if side == "bare":
            sentences += len(parser.parse(document).sentences)
        else:
            sentences += len(pipeline.read_document(document, parser=parser, resources=resources).reading.sentences)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    characters = sum(len(d.text) for d in documents)
    return {"seconds": seconds, "documents": count, "sentences": sentences, "characters": characters, "peak_mib": peak}


def run(side: str, count: int) -> dict[str, float]:
    """One side measured in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed", "--side", side, "--documents", str(count)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=100)
    options.add_argument("--side", choices=["bare", "whole"])
    asked = options.parse_args()
    if asked.side:
        print(json.dumps(measure(asked.side, asked.documents)))
        return
    rounds = [(run("bare", asked.documents), run("whole", asked.documents)) for _ in range(3)]
    bare, whole = ({k: statistics.median(r[i][k] for r in rounds) for k in rounds[0][i]} for i in (0, 1))
    print(f"{asked.documents} documents, {bare['sentences']:.0f} sentences, {bare['characters']:.0f} characters; medians of three runs")
    for name, side in (("bare parser", bare), ("whole reading", whole)):
        print(
            f"{name:<14} {side['documents'] / side['seconds']:7.1f} documents/s {side['sentences'] / side['seconds']:8.1f} sentences/s"
            f" {side['characters'] / side['seconds']:9.0f} characters/s {side['peak_mib']:7.0f} MiB at most"
        )
    ratios = [w["seconds"] / b["seconds"] for b, w in rounds]
    print(
        f"time ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}), memory ratio {whole['peak_mib'] / bare['peak_mib']:.2f}"
    )


if __name__ == "__main__":
    main()
