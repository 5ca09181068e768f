"""onrecord read: documents into JSON Lines."""

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer


class Format(StrEnum):
    """What can be written instead of a record."""

    JSONL = "jsonl"


def read(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders to read.", metavar="PATH...", exists=True)],
    *,
    format: Annotated[Optional[Format], typer.Option("--format", help="Write one onrecord/1 line a document.")] = None,  # noqa: UP045
    output: Annotated[Optional[Path], typer.Option("--output", "-o", help="Where to write them; standard output otherwise.")] = None,  # noqa: UP045
) -> None:
    """Read documents and put on record who claims what happened."""
    import sys

    from onrecord import pipeline
    from onrecord.documents.document import Document, Unread
    from onrecord.exports.json_lines import to_line
    from onrecord.reading.parse import SpacyParser
    from onrecord.resources.resources import Resources

    failed = 0
    target = output.open("w", encoding="utf-8") if output else nullcontext(sys.stdout)
    with target as out:
        for result in pipeline.read_all(pipeline.documents_in(paths), parser=SpacyParser(), resources=Resources()):
            if isinstance(result, Unread):
                failed += 1
                typer.echo(f"not read: {result.path}: {result.reason} {result.advice}", err=True)
            elif not isinstance(result, Document):
                out.write(to_line(result) + "\n")
    if failed:
        raise typer.Exit(1)
