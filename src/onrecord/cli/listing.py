"""Lists for people (tables) and for programs (JSON Lines, CSV), and the filters that the lists share."""

import csv
import datetime
import io
import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from onrecord.cli.page import Page

if TYPE_CHECKING:
    from onrecord.record.filters import Filter
    from onrecord.record.store import Record


class Output(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


OutputOption = Annotated[Output, typer.Option("--format", help="A table for people, or lines for programs.")]
ActorOption = Annotated[Optional[str], typer.Option("--actor", help="Who does or suffers it: a name, part of one, or a country code.")]
SourceOption = Annotated[Optional[str], typer.Option("--source", help="Who says so: a speaker, author or publisher, or a country code.")]
PlaceOption = Annotated[Optional[str], typer.Option("--place", help="Where: a name, part of one, or a country code.")]
TypeOption = Annotated[Optional[str], typer.Option("--type", help="A PLOVER type, such as ASSAULT.")]
StatusOption = Annotated[
    Optional[str],
    typer.Option(
        "--status", help="actual, planned, demanded ...; denied; or what people decided: accepted, corrected, rejected, disputed."
    ),
]
SinceOption = Annotated[
    Optional[datetime.datetime], typer.Option("--since", formats=["%Y-%m-%d"], help="Not before this day.", metavar="YYYY-MM-DD")
]
UntilOption = Annotated[
    Optional[datetime.datetime], typer.Option("--until", formats=["%Y-%m-%d"], help="Not after this day.", metavar="YYYY-MM-DD")
]
LimitOption = Annotated[int, typer.Option("--limit", min=1, help="Rows at most.")]


def asked(
    actor: str | None,
    source: str | None,
    place: str | None,
    type: str | None,
    status: str | None,
    since: datetime.datetime | None,
    until: datetime.datetime | None,
) -> "Filter":
    """The filter that the options make."""
    from onrecord.record.filters import Filter

    days = [d.date() if d else None for d in (since, until)]
    return Filter(actor=actor, source=source, place=place, type=type, status=status, since=days[0], until=days[1])


def write_list(rows: Iterable[dict[str, Any]], output: Output, columns: Sequence[tuple[str, str]], *, nothing: str, more: int = 0) -> None:
    """Rows as a table of some columns (key, heading), or whole for programs. `nothing` is said to people where there are none, `more` how many were cut off."""
    listed = list(rows)
    if output is Output.JSONL:
        for row in listed:
            typer.echo(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n", nl=False)
        return
    if output is Output.CSV:
        typer.echo(to_csv(listed).encode("utf-8", "replace"), nl=False)
        return
    page = Page()
    if not listed:
        page.line(nothing)
        return
    page.table([heading for _, heading in columns], [[cell(row.get(key)) for key, _ in columns] for row in listed])
    if more > 0:
        page.line(f"and {more} more (--limit shows more, filters show fewer)")


def to_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows as CSV with a heading; lists are joined by semicolons, values that a spreadsheet would take for a formula begin with an apostrophe."""
    made = io.StringIO()
    if rows:
        writer = csv.DictWriter(made, fieldnames=list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({k: _safe(cell(v)) for k, v in row.items()} for row in rows)
    return made.getvalue()


def _safe(text: str) -> str:
    return (
        "'" + text if text[:1] in ("=", "+", "@", "\t", "\r") or (text[:1] == "-" and not text[1:].replace(".", "", 1).isdigit()) else text
    )


def cell(value: Any) -> str:
    """A value as one cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(cell(v) for v in value)
    if isinstance(value, dict):
        return "; ".join(f"{k} {cell(v)}" for k, v in value.items())
    return str(value)


def as_jsonl(record: "Record", kind: str, ident: str) -> None:
    """A document's account, a claim, or the claims of an event, as JSON."""
    from onrecord.exports.json_lines import to_line
    from onrecord.record.plain import to_plain

    if kind == "document":
        account = record.queries.account(ident)
        if account:
            typer.echo(to_line(account).encode("utf-8") + b"\n", nl=False)
        return
    for claim in [record.queries.claim(ident)] if kind == "claim" else record.queries.event(ident):
        typer.echo(json.dumps(to_plain(claim), ensure_ascii=True))
