"""Paths -> documents, one at a time; what cannot be read is an Unread."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from onrecord.documents.document import Document, Unread, new_document
from onrecord.settings import Limits


def load(paths: Iterable[Path], *, limits: Limits) -> Iterator[Document | Unread]:
    """The documents in files, one at a time."""
    for path in paths:
        if path.suffix == ".jsonl":
            with path.open(encoding="utf-8") as lines:
                for number, line in enumerate(lines, 1):
                    row = json.loads(line)
                    day = row.get("published")
                    yield new_document(
                        row["text"],
                        external_id=row.get("id"),
                        published=date.fromisoformat(day) if day else None,
                        publisher=row.get("publisher"),
                        title=row.get("title"),
                        url=row.get("url"),
                        path=str(path),
                        member=str(number),
                    )
        else:
            yield new_document(path.read_text(encoding="utf-8"), path=str(path))
