"""onrecord decide: what people decide of claims and events."""

import getpass
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from onrecord.cli.asking import LimitOption, OutputOption, filtered
from onrecord.cli.listing import Output, write_list
from onrecord.cli.options import DEFAULT_RECORD, open_record
from onrecord.cli.page import Page

if TYPE_CHECKING:
    from onrecord.record.filters import Filter
    from onrecord.record.store import Record

ACTIONS = ("accept", "correct", "reject", "merge", "split", "dispute", "note", "undo")


@filtered
def decide(
    asked: "Filter",
    action: Annotated[Optional[str], typer.Argument(help=f"{', '.join(ACTIONS)}.", metavar="[ACTION]")] = None,
    target: Annotated[
        Optional[str],
        typer.Argument(
            help="The claim, event or (to join or part) actor it is about; for undo, the decision.", metavar="[CLAIM|EVENT|ACTOR|DECISION]"
        ),
    ] = None,
    record: Annotated[Path, typer.Option("--record", "-r", help="The record to decide in.", metavar="FILE")] = Path(DEFAULT_RECORD),
    who: Annotated[Optional[str], typer.Option("--who", help="Who decides; your user name otherwise.")] = None,
    why: Annotated[str, typer.Option("--why", help="Why, in a few words; for note, the note.")] = "",
    field: Annotated[Optional[str], typer.Option("--field", help="For correct: which field, such as type, happened or earliest.")] = None,
    value: Annotated[
        Optional[str],
        typer.Option(
            "--value",
            help="For correct: the right value, as JSON or plain words; for merge: a claim, event or actor to join with; to split an actor: the document in which it is another.",
        ),
    ] = None,
    list_all: Annotated[
        bool,
        typer.Option(
            "--list",
            help="List decisions, and those that no claim holds any more: all, or those of an action, by --who, on a field, and on claims that meet the filters.",
        ),
    ] = False,
    limit: LimitOption = 1000,
    format: OutputOption = Output.TABLE,
    export: Annotated[
        Optional[Path], typer.Option("--export", help="Write all decisions to a file, for another record.", metavar="FILE")
    ] = None,
    import_: Annotated[Optional[Path], typer.Option("--import", help="Take in decisions that --export wrote.", metavar="FILE")] = None,
) -> None:
    """Accept, correct, reject, join, part, dispute or note. The machine's value stays beside yours, everything can be undone, and nothing is lost when documents are read anew.

    onrecord decide correct c1234567 --field happened --value false --why "the ministry withdrew it"
    """
    from onrecord import pipeline
    from onrecord.errors import UsageError

    if list_all or export:
        if list_all and action is not None and action not in ACTIONS:
            raise UsageError(f"There is no action {action!r}.", f"These there are: {', '.join(ACTIONS)}.")
        with open_record(record) as opened:
            if list_all:
                _list(opened, asked, Wanted(action, who, field), limit, format)
            else:
                _export(opened, export or Path())
        return
    if import_ is not None:
        with open_record(record, writing=True) as opened:
            Page().line(f"{pipeline.import_decisions(opened, _lines(import_))} new decisions.")
        return
    if action not in ACTIONS or target is None:
        raise UsageError(f"Say what to decide ({', '.join(ACTIONS)}) and of which claim.", "onrecord decide --help shows how.")
    with open_record(record, writing=True) as opened:
        for ident in _targets(opened, action, target):
            made = pipeline.decide(
                opened, action, ident, who=who or user(), why=why, field=field, value=_value(opened, action, value, target)  # type: ignore[arg-type]
            )  # fmt: skip
            Page().line(made.words())


def user() -> str:
    """Who is at the keyboard. Raises UsageError where the system does not say."""
    from onrecord.errors import UsageError

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("It is not known who decides.", "Give --who NAME.") from error


def _targets(record: "Record", action: str, target: str) -> list[str]:
    """The ids a decision is about: a claim; every claim of an event (to join or part, its first); a decision."""
    from onrecord.errors import UsageError
    from onrecord.record.decisions import decisions
    from onrecord.record.joined import actor_of

    if action == "undo":
        found = [d.id for d in decisions(record) if d.id.startswith(target)]
        if len(found) != 1:
            raise UsageError(f"{target} is {'no' if not found else 'more than one'} decision.", "onrecord decide --list shows them.")
        return found
    if target.startswith("a"):
        return [actor_of(record.connection, target)["id"]]
    kind, ident = record.queries.find(target)
    if kind == "claim":
        return [ident]
    if kind == "document":
        raise UsageError("A decision is about a claim or an event, not a document.", "onrecord show DOCUMENT lists its claims.")
    claims = [c.id for c in record.queries.event(ident)]
    return claims[:1] if action in ("merge", "note") else claims


def _value(record: "Record", action: str, value: str | None, target: str) -> Any:
    if target.startswith("a") and action == "merge":
        return value
    if target.startswith("a") and action == "split":
        return record.queries.find(value or "")[1]
    if action == "merge":
        kind, ident = record.queries.find(value or "")
        return ident if kind == "claim" else record.queries.event(ident)[0].id
    if action != "correct" or value is None:
        return None
    try:
        return json.loads(value)
    except ValueError:
        return value


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which decisions are listed: of an action, by somebody, on a field."""

    action: str | None
    who: str | None
    field: str | None


def _list(record: "Record", asked: "Filter", wanted: Wanted, limit: int, output: Output) -> None:
    from onrecord.record.decisions import meeting

    found = [
        d
        for d in meeting(record, asked)
        if wanted.action in (None, d.kind) and wanted.who in (None, d.who) and wanted.field in (None, d.field)
    ]
    rows = [
        {
            "short": d.id[:8], "id": d.id, "day": d.made[:10], "made": d.made, "who": d.who, "action": d.kind, "target": d.target,
            "stands_on": d.stands_on, "on": (d.stands_on or d.target)[:8], "field": d.field, "value": d.value, "machine": d.machine, "why": d.why,
            "undone": d.undone, "state": "undone" if d.undone else "no reading holds it" if d.lost else "stands", "words": d.deed(),
        }
        for d in found[:limit]
    ]  # fmt: skip
    columns = [("short", "id"), ("day", "day"), ("who", "who"), ("on", "on"), ("state", "state"), ("words", "decision and why")]
    write_list(rows, output, columns, nothing="Nobody has decided anything of this kind yet.", more=len(found) - len(rows))


def _export(record: "Record", path: Path) -> None:
    from onrecord.record.decisions import export_decisions

    path.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in export_decisions(record)), encoding="utf-8")


def _lines(path: Path) -> list[dict[str, Any]]:
    from onrecord.errors import UsageError

    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", "Import what onrecord decide --export wrote.") from error
