"""Lists for people (tables) and for programs (JSON Lines, CSV)."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import typer

from onrecord.cli.page import Page

if TYPE_CHECKING:
    from onrecord.record.store import Record


class Output(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def write_list(rows: Iterable[dict[str, Any]], output: Output, columns: Sequence[tuple[str, str]], *, nothing: str, more: int = 0) -> None:
    """Rows as a table of some columns (key, heading), or whole for programs. `nothing` is said to people where there are none, `more` how many were cut off (-1: not counted)."""
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
    if more:
        page.line(f"and {'perhaps' if more < 0 else more} more (--limit shows more, filters show fewer)")


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
