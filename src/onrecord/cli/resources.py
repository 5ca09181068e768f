"""onrecord resources: what a user brings of his own."""

import re
from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import ResourceError

resources = typer.Typer(no_args_is_help=True, add_completion=False, help="Bring dictionaries of your own, to read with --resources.")
SHOWN = 10
"""Lines left out that are told one by one."""


@resources.callback()
def about() -> None:
    """Bring dictionaries of your own, to read with --resources."""


@resources.command("import")
def import_dictionary(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PETRARCH dictionary of actors or agents.", exists=True, dir_okay=False)],
    to: Annotated[Path, typer.Option("--to", help="The folder to write into.", metavar="FOLDER", file_okay=False)] = Path("resources"),
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file imported before.")] = False,
) -> None:
    """Make entries of our directory from a PETRARCH dictionary of actors or agents.

    They stand over ours where you read with --resources FOLDER. Names coded as a country alone, nouns of more than two words and lines that are no
    entry are left out, and told with their line.
    """
    from onrecord.resources.directory import load_directory
    from onrecord.resources.petrarch import import_petrarch

    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        text = file.read_text(encoding="latin-1")
    label = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")
    made = import_petrarch(text, label=label, known=_imported(to, but=file.stem))
    target = to / "actors" / "bodies" / f"{file.stem}.toml" if made.kind == "actors" else to / "actors" / f"nouns_{file.stem}.toml"
    if target.exists() and not replace:
        raise ResourceError(f"{target} is there already.", "Give --replace to write over it, or another --to.")
    before = target.read_bytes() if target.exists() else None
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(made.toml, encoding="utf-8")
    try:
        load_directory([to])
    except ResourceError:
        # a folder that no longer loads would break every later reading
        target.unlink() if before is None else target.write_bytes(before)
        raise
    typer.echo(f"{made.entries} entries with {made.names} names written to {target}.")
    for left in made.left_out[:SHOWN]:
        typer.echo(f"left out, line {left.line}: {left.reason}", err=True)
    if len(made.left_out) > SHOWN:
        typer.echo(f"left out: {len(made.left_out) - SHOWN} lines more", err=True)
    typer.echo(f"Read with it: onrecord read PATH --resources {to}")


def _imported(folder: Path, *, but: str) -> set[str]:
    """The ids of the bodies that a folder has already, outside the file of one name."""
    from onrecord.resources.toml_data import load_file

    paths = [p for p in folder.glob("actors/bodies/*.toml") if p.stem != but]
    return {str(e.get("id")) for p in paths for e in load_file(p)}
