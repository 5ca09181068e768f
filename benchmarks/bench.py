"""What every scoring function is handed: the gold, fixed samples of it, and the product's own reading of a text."""

import hashlib
import json
import os
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.cached_parser import CachedParser
from onrecord import pipeline
from onrecord.exports.json_lines import to_dict
from onrecord.resources.resources import Resources

ROOT = Path(__file__).parent.parent


class Bench:
    """The gold's folder and a reader. `full` scores whole sets instead of fixed samples."""

    def __init__(self, *, full: bool = False) -> None:
        self.home = Path(os.environ.get("ONRECORD_GOLD", "../shared"))
        if not self.home.is_absolute():
            self.home = (ROOT / self.home).resolve()
        self.full = full
        self.used: set[Path] = set()
        self.cases: dict[str, bool] = {}

    def gold(self, name: str) -> list[dict[str, Any]]:
        """The lines of a gold file ("time/wikiwars", "probes/dev"); the file is noted as used, so that its hash is checked."""
        path = self.home / (f"{name}.jsonl" if name.startswith("probes/") else f"gold/{name}.jsonl")
        self.used.add(path)
        with path.open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def note(self, case: str, right: bool) -> None:
        """Remember whether a case came out right, so that the next run can say what was gained and lost."""
        self.cases[case] = right

    def seeds(self) -> list[Path]:
        """The two seed documents, the news report first."""
        found = sorted((self.home / "seeds").glob("*.txt"))
        self.used.update(found)
        return found

    def sample(self, items: list[dict[str, Any]], size: int, *, key: str = "doc_id") -> list[dict[str, Any]]:
        """The same `size` items every time: those whose ids hash lowest. All of them when scoring in full."""
        if self.full or len(items) <= size:
            return items
        chosen = sorted(items, key=lambda i: hashlib.sha256(str(i[key]).encode()).hexdigest())[:size]
        keep = {id(i) for i in chosen}
        return [i for i in items if id(i) in keep]

    @cached_property
    def parser(self) -> CachedParser:
        """The default parser, remembering parses in build/parses (BENCH_PARSES names another folder)."""
        return CachedParser(Path(os.environ.get("BENCH_PARSES", ROOT / "build" / "parses")))

    @cached_property
    def resources(self) -> Resources:
        """The package's own data."""
        return Resources()

    def read(self, text: str, *, published: str | None = None, publisher: str | None = None, title: str | None = None) -> pipeline.Stages:
        """A text through every stage, taken as JSON Lines input takes it."""
        document = pipeline.document_from_text(
            text, published=date.fromisoformat(published) if published else None, publisher=publisher, title=title
        )
        return pipeline.read_document(document, parser=self.parser, resources=self.resources)

    def line(
        self, text: str, *, external_id: str | None = None, published: str | None = None, publisher: str | None = None
    ) -> dict[str, Any]:
        """A text's line of onrecord/1, taken as JSON Lines input takes it."""
        document = pipeline.document_from_text(
            text, external_id=external_id, published=date.fromisoformat(published) if published else None, publisher=publisher
        )
        account = pipeline.account_of(document, parser=self.parser, resources=self.resources)
        return to_dict(account)
