"""onrecord omissions: what was read and left out, and what could not be read, with the reasons."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from onrecord.cli.asking import LimitOption, OutputOption, filtered
from onrecord.cli.listing import Output, write_list
from onrecord.cli.options import DEFAULT_RECORD, RecordOption, open_record

if TYPE_CHECKING:
    from onrecord.record.filters import Filter


@filtered
def omissions(
    asked: "Filter",
    document: Annotated[
        Optional[str], typer.Argument(help="A document: then each omission of it, with its words.", metavar="[DOCUMENT]")
    ] = None,
    record: RecordOption = Path(DEFAULT_RECORD),
    each: Annotated[bool, typer.Option("--each", help="One row an omission, with its words, instead of one a reason.")] = False,
    limit: LimitOption = 100,
    format: OutputOption = Output.TABLE,
) -> None:
    """What was read and left out, and why: by reason, or one by one; with --each, also what could not be opened or decoded.

    The filters ask for a claim of the document that something was left out of.
    """
    from onrecord.errors import UsageError
    from onrecord.record.omitted import by_reason, left_out, unread
    from onrecord.record.queries import EVERYTHING

    with open_record(record) as opened:
        if document is not None:
            kind, ident = opened.queries.find(document)
            if kind != "document":
                raise UsageError(f"{document} is no document.", "onrecord show lists the documents.")
            asked = replace(asked, document=ident)
        if each or document is not None:
            found = left_out(opened, asked, limit=limit)
            failed = unread(opened) if document is None and asked == EVERYTHING else []
            rows = [asdict(o) | {"where": f"{o.short} [{o.first}–{o.last}]"} for o in found] + [
                asdict(o) | {"where": o.document} for o in failed
            ]
            columns = [("where", "where"), ("stage", "stage"), ("reason", "why"), ("words", "words")]
            write_list(rows, format, columns, nothing="Nothing was left out.", more=-1 if len(found) == limit else 0)
            return
        rows = [asdict(o) for o in by_reason(opened, asked, limit=limit)]
        columns = [("times", "times"), ("documents", "documents"), ("example", "such as"), ("stage", "stage"), ("reason", "why")]
        write_list(rows, format, columns, nothing="Nothing was left out.", more=-1 if len(rows) == limit else 0)
