"""onrecord export, backup, merge, forget: a record written out, kept safe, joined with another, and made to forget."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from onrecord.cli.asking import filtered
from onrecord.cli.decide import user
from onrecord.cli.listing import Output, as_jsonl, write_list
from onrecord.cli.options import DEFAULT_RECORD, RecordOption, open_record
from onrecord.cli.page import Page

if TYPE_CHECKING:
    from onrecord.record.filters import Filter
    from onrecord.record.store import Record


@filtered
def export(
    asked: "Filter",
    record: RecordOption = Path(DEFAULT_RECORD),
    format: Annotated[Output, typer.Option("--format", help="csv or jsonl: one row a claim.")] = Output.CSV,
    accounts: Annotated[
        bool, typer.Option("--accounts", help="One onrecord/1 line a document instead, as read --format jsonl writes.")
    ] = False,
    plover: Annotated[bool, typer.Option("--plover", help="One PLOVER record a line instead, as read --format plover writes.")] = False,
) -> None:
    """Write claims for other programs: every value, who says it, the quotation and where it stands."""
    from onrecord.exports.claim_rows import claim_row

    with open_record(record) as opened:
        if accounts:
            for document in opened.queries.documents():
                as_jsonl(opened, "document", document.id)
            return
        if plover:
            _as_plover(opened)
            return
        rows = [claim_row(c) for c in opened.queries.claims(asked)]
    write_list(
        rows, format, [("id", "claim"), ("chain", "said by"), ("when", "when"), ("what", "what")], nothing="No claim on record meets this."
    )


def _as_plover(record: "Record") -> None:
    from onrecord.exports.plover import to_lines

    for document in record.queries.documents():
        account = record.queries.account(document.id)
        for line in to_lines(account) if account is not None else ():
            typer.echo(line)


def backup(
    target: Annotated[Path, typer.Argument(help="The file to write.", metavar="FILE")],
    record: RecordOption = Path(DEFAULT_RECORD),
) -> None:
    """Copy a record into one compact file, safely, also while it is written."""
    from onrecord.record.keeping import back_up

    with open_record(record) as opened:
        back_up(opened, target)
    Page().line(f"Copied {record} to {target}.")


def merge(
    other: Annotated[Path, typer.Argument(help="The record to take in.", metavar="OTHER")],
    record: Annotated[Path, typer.Option("--record", "-r", help="The record to add to.", metavar="FILE")] = Path(DEFAULT_RECORD),
) -> None:
    """Take in what another record holds and this one lacks: documents with their readings, and decisions."""
    from onrecord import pipeline

    with open_record(record, writing=True) as opened:
        documents, decisions = pipeline.merge(opened, other)
    Page().line(f"{documents} documents and {decisions} decisions taken in from {other}.")


def forget(
    document: Annotated[
        str,
        typer.Argument(
            help="The document: its id, file name or external id; with --person, a person's name or id.", metavar="DOCUMENT|PERSON"
        ),
    ],
    record: Annotated[Path, typer.Option("--record", "-r", help="The record it is in.", metavar="FILE")] = Path(DEFAULT_RECORD),
    person: Annotated[
        bool, typer.Option("--person", help="Take a private person's name out of all texts, claims and notes instead; they stay otherwise.")
    ] = False,
    why: Annotated[str, typer.Option("--why", help="The reason, which stays.")] = "",
    who: Annotated[Optional[str], typer.Option("--who", help="Who decides; your user name otherwise.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take a document, or a private person's name, out for good: the words go, the hash, the day and the reason stay. This cannot be undone."""
    from onrecord import pipeline
    from onrecord.errors import UsageError

    with open_record(record, writing=True) as opened:
        if person:
            if not yes:
                typer.confirm(f"Take the name {document} out of the whole record for good?", abort=True)
            held = pipeline.redact(opened, document, who=who or user(), why=why)
            Page().line(f"The name is gone from {held} document{'' if held == 1 else 's'}; their hashes, the day and the reason stay.")
            return
        kind, ident = opened.queries.find(document)
        if kind != "document":
            raise UsageError(
                f"{document} is {'a claim' if kind == 'claim' else 'an event'}, not a document.", "onrecord show lists documents."
            )
        row = opened.queries.document(ident)
        if not yes:
            typer.confirm(f"Take out {row.short} ({row.title or row.path or row.id}) for good?", abort=True)
        pipeline.forget(opened, ident, who=who or user(), why=why)
    Page().line(f"{row.short} is forgotten; its hash, the day and the reason stay.")
