"""onrecord decide: what people decide of claims and events."""

import getpass
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from onrecord.cli.options import DEFAULT_RECORD, open_record
from onrecord.cli.page import Page

if TYPE_CHECKING:
    from onrecord.record.store import Record

ACTIONS = ("accept", "correct", "reject", "merge", "split", "dispute", "note", "undo")


def decide(
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
    list_all: Annotated[bool, typer.Option("--list", help="List all decisions, and those that no claim holds any more.")] = False,
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
        with open_record(record) as opened:
            _list(Page(), opened) if list_all else _export(opened, export or Path())
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


def _list(page: Page, record: "Record") -> None:
    from onrecord.record.decisions import decisions, unattached

    made = decisions(record)
    for decision in made:
        page.line(f"{decision.words()} [{(decision.stands_on or decision.target)[:8]}]", hang=10)
    if not made:
        page.line("Nobody has decided anything yet.")
    lost = unattached(record)
    if lost:
        page.heading("On claims that no reading holds any more")
        for decision in lost:
            page.line(f"{decision.words()} [{decision.target[:8]}]", indent=2, hang=10)


def _export(record: "Record", path: Path) -> None:
    from onrecord.record.decisions import export_decisions

    path.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in export_decisions(record)), encoding="utf-8")


def _lines(path: Path) -> list[dict[str, Any]]:
    from onrecord.errors import UsageError

    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", "Import what onrecord decide --export wrote.") from error
