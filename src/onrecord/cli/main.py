"""The command line: one file a command, each loading what it needs when it runs, so that help comes at once."""

import sys
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli import compare, decide, doctor, explain, keep, lists, omissions, read, resources, schema, serve, show
from onrecord.errors import OnrecordError, UsageError

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Puts on record who claims what happened in conflicts and diplomacy.\n\n"
    "Reads news, statements and letters, and keeps every claimed event with who says so, how sure they are, when, where, how many were hurt, "
    "and the words it was read from. It judges nobody: it says who claims what, who denies it, and who is silent.",
)
READING, ASKING, DECIDING, OTHER = "Read", "Ask a record", "Decide and keep", "About onrecord"
for panel, commands in {
    READING: (read.read,),
    ASKING: (
        show.show,
        explain.explain,
        lists.events,
        lists.timeline,
        compare.compare,
        compare.balance,
        lists.sources,
        lists.actors,
        lists.commitments,
        lists.letters,
        lists.search,
        omissions.omissions,
        serve.serve,
    ),
    DECIDING: (decide.decide, keep.export, keep.backup, keep.merge, keep.forget),
    OTHER: (schema.schema, doctor.doctor),
}.items():
    for command in commands:
        app.command(rich_help_panel=panel)(command)
app.add_typer(resources.resources, name="resources", rich_help_panel=OTHER)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)] = False,
) -> None:
    """Options of onrecord itself."""


def run() -> None:
    """The command `onrecord`: exit status 0 where all went well, 1 where something was not read or broke, 2 for wrong usage."""
    try:
        app()
    except OnrecordError as error:
        typer.echo(f"onrecord: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except KeyboardInterrupt:
        typer.echo("onrecord: stopped. What was finished is kept; the same command goes on from there.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
