"""onrecord compare and balance: what the documents of a record say together, and which sides speak."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from onrecord.cli.asking import LimitOption, OutputOption, filtered
from onrecord.cli.listing import Output, write_list
from onrecord.cli.options import DEFAULT_RECORD, RecordOption, open_record
from onrecord.cli.page import Page

if TYPE_CHECKING:
    from onrecord.record.answers import Link
    from onrecord.record.filters import Filter
    from onrecord.record.queries import Queries


@filtered
def compare(
    asked: "Filter",
    event: Annotated[Optional[str], typer.Argument(help="An event, or a claim of it.", metavar="[EVENT]")] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--all", help="Every event that more than one account tells of, or that somebody denies or refuses; then the balance."
        ),
    ] = False,
    record: RecordOption = Path(DEFAULT_RECORD),
    limit: LimitOption = 50,
    format: OutputOption = Output.TABLE,
) -> None:
    """Who asserts, denies, passes on or is silent on an event, and where accounts differ."""
    from onrecord.cli.summary import denials, show_agreement, show_balances, those_named
    from onrecord.comparison.agreement import agree
    from onrecord.errors import UsageError
    from onrecord.exports.summary import first_balances
    from onrecord.face import default_resources
    from onrecord.record.plain import to_plain

    if (event is None) is not every:
        raise UsageError(
            "Say which event, or --all." if event is None else "Say an event or --all, not both.", "onrecord events lists events."
        )
    with open_record(record) as opened:
        queries = opened.queries
        copies, countries = queries.copies(), default_resources().countries
        if event is not None:
            kind, ident = queries.find(event)
            wanted, more = [(queries.claim(ident).event or "") if kind == "claim" else ident], False
        else:
            wanted, more = told_by_many(queries, asked, limit)
        page = Page()
        lines: list[dict[str, Any]] = []
        told = queries.telling(wanted)
        each = [c for claims in told.values() for c in claims]
        speaking = queries.speaking(those_named(each))
        links: dict[str | None, list[Link]] = {}
        event_of = {c.id: c.event for c in each}
        for link in queries.links((c.number for c in each), kind="denies"):
            links.setdefault(event_of.get(link.a), []).append(link)
        for ident_, claims in told.items():
            said = agree(claims, copies=copies, speaking=speaking, countries=countries)
            denied = denials(links.get(ident_, ()), claims, copies)
            if format is Output.TABLE:
                page.line()
                show_agreement(page, ident_, claims, said, denied)
            else:
                lines.append(to_plain(said) | {"denials": [to_plain(x) for x in denied]})
        if format is not Output.TABLE:
            write_list(lines, format, [], nothing="")
            return
        if not wanted:
            page.line("No event is told by more than one account, and nobody denies or refuses one.")
        if more:
            page.line()
            page.line(f"These are the first {limit}; --limit shows more, filters show fewer.")
        if every:
            found, left = first_balances(opened, asked, countries=countries, at_most=BALANCES, heard=speaking)
            show_balances(page, found, more=left)


WEIGHED = 40
"""Balances that onrecord balance shows where no limit is given."""
BALANCES = 10
"""Balances shown after a comparison of everything; the rest is for onrecord balance."""


def told_by_many(queries: "Queries", asked: "Filter", limit: int) -> tuple[list[str], bool]:
    """The events that more than one account tells of or that somebody denies or refuses, and whether there are more than the limit."""
    found = [r.id for r in queries.events(asked, limit=limit + 1, accounts=2)]
    return found[:limit], len(found) > limit


@filtered
def balance(
    asked: "Filter", record: RecordOption = Path(DEFAULT_RECORD), limit: LimitOption = WEIGHED, format: OutputOption = Output.TABLE
) -> None:
    """Which sides speak, of the whole record, each conflict and each commitment, and who is named and never speaks."""
    from onrecord.cli.summary import show_balances
    from onrecord.exports.summary import first_balances
    from onrecord.face import default_resources

    with open_record(record) as opened:
        found, left = first_balances(opened, asked, countries=default_resources().countries, at_most=limit)
    if format is Output.TABLE:
        show_balances(Page(), found, more=left) if found else Page().line("No claim on record meets this.")
        return
    rows: list[dict[str, Any]] = [asdict(b) | {"sides": dict(b.sides), "sentences": list(b.sentences)} for b in found]
    write_list(rows, format, [], nothing="")
