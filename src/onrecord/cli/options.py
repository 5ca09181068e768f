"""Options that several commands share, and what they load."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

if TYPE_CHECKING:
    from onrecord.reading.parse import SpacyParser
    from onrecord.record.store import Record
    from onrecord.resources.resources import Resources

DEFAULT_RECORD = "onrecord.db"
Disputed = Literal["neutral", "plover"]

ModelOption = Annotated[Optional[str], typer.Option("--model", help="Another installed spaCy pipeline for English.", metavar="NAME")]
ResourcesOption = Annotated[
    Optional[list[Path]],
    typer.Option(
        "--resources",
        help="A folder of your own directory, gazetteer and lexicon files (TOML), over ours. May be given again.",
        metavar="FOLDER",
        file_okay=False,
        exists=True,
    ),
]
DisputedOption = Annotated[
    Disputed, typer.Option("--disputed", help="How disputed places are coded: with their claimants and no country, or as PLOVER does.")
]
RecordOption = Annotated[Path, typer.Option("--record", "-r", help="The record to ask.", metavar="FILE")]


def day(words: str) -> datetime.date:
    """A day as it is given on the command line."""
    try:
        return datetime.datetime.strptime(words, "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter(f"{words!r} is no day. Write year, month and day: 2021-03-05.") from error


def knowledge(model: str | None, folders: list[Path] | None, disputed: Disputed) -> "tuple[SpacyParser, Resources]":
    """The parser and resources that the options ask for."""
    from onrecord.reading.parse import DEFAULT_MODEL, SpacyParser
    from onrecord.resources.resources import Resources

    return SpacyParser(model or DEFAULT_MODEL), Resources(folders=tuple(folders or ()), disputed=disputed)


def open_record(path: Path, *, writing: bool = False) -> "Record":
    """The record at a path, to ask or to write."""
    from onrecord.record.store import Record

    return Record(path, read_only=not writing)
