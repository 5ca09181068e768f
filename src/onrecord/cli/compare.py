"""onrecord compare and balance: what the documents of a record say together, and which sides speak."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from onrecord.cli.listing import (
    ActorOption,
    LimitOption,
    Output,
    OutputOption,
    PlaceOption,
    SinceOption,
    SourceOption,
    StatusOption,
    TypeOption,
    UntilOption,
    asked,
    write_list,
)
from onrecord.cli.options import DEFAULT_RECORD, RecordOption, open_record
from onrecord.cli.page import Page


def compare(
    event: Annotated[Optional[str], typer.Argument(help="An event, or a claim of it.", metavar="[EVENT]")] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every event that more than one account tells of, or that somebody denies; then the balance.")
    ] = False,
    record: RecordOption = Path(DEFAULT_RECORD),
    actor: ActorOption = None,
    source: SourceOption = None,
    place: PlaceOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 50,
    format: OutputOption = Output.TABLE,
) -> None:
    """Who asserts, denies, passes on or is silent on an event, and where accounts differ."""
    from onrecord.cli.summary import show_agreement, show_balances
    from onrecord.comparison.agreement import agree
    from onrecord.errors import UsageError
    from onrecord.exports.summary import balances
    from onrecord.record.plain import to_plain
    from onrecord.resources.resources import Resources

    if (event is None) is not every:
        raise UsageError(
            "Say which event, or --all." if event is None else "Say an event or --all, not both.", "onrecord events lists events."
        )
    with open_record(record) as opened:
        copies, speaking = opened.queries.copies(), opened.queries.speaking()
        if event is not None:
            kind, ident = opened.queries.find(event)
            wanted: list[str] = [(opened.queries.claim(ident).event or "") if kind == "claim" else ident]
        else:
            rows = opened.queries.events(asked(actor, source, place, type, status, since, until), together=True)
            wanted = [r.id for r in rows if r.documents > 1 or r.denied][:limit]
        page = Page()
        lines: list[dict[str, Any]] = []
        for ident_ in wanted:
            claims = opened.queries.event(ident_)
            said = agree(claims, copies=copies, speaking=speaking)
            if format is Output.TABLE:
                page.line()
                show_agreement(page, ident_, claims, said)
            else:
                lines.append(to_plain(said))
        if format is not Output.TABLE:
            write_list(lines, format, [], nothing="")
            return
        if not wanted:
            page.line("No event is told by more than one account, and nobody denies one.")
        if every:
            show_balances(page, balances(opened.queries.claims(), copies=copies, countries=Resources().countries))


def balance(
    record: RecordOption = Path(DEFAULT_RECORD),
    actor: ActorOption = None,
    source: SourceOption = None,
    place: PlaceOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    format: OutputOption = Output.TABLE,
) -> None:
    """Which sides speak, of the whole record, each conflict and each commitment, and who is named and never speaks."""
    from onrecord.cli.summary import show_balances
    from onrecord.exports.summary import balances
    from onrecord.resources.resources import Resources

    with open_record(record) as opened:
        claims = opened.queries.claims(asked(actor, source, place, type, status, since, until))
        found = balances(claims, copies=opened.queries.copies(), countries=Resources().countries)
    if format is Output.TABLE:
        show_balances(Page(), found) if found else Page().line("No claim on record meets this.")
        return
    rows: list[dict[str, Any]] = [asdict(b) | {"sides": dict(b.sides), "sentences": list(b.sentences)} for b in found]
    write_list(rows, format, [], nothing="")
