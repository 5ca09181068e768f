"""onrecord doctor: what is installed, what it reads with, and what is missing."""

import platform
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, DisputedOption, ModelOption, ResourcesOption, knowledge
from onrecord.cli.page import Page

if TYPE_CHECKING:
    from onrecord.resources.resources import Resources


def doctor(
    record: Annotated[Path, typer.Option("--record", "-r", help="A record to look at too.", metavar="FILE")] = Path(DEFAULT_RECORD),
    model: ModelOption = None,
    resources: ResourcesOption = None,
    disputed: DisputedOption = "neutral",
    index: Annotated[
        bool, typer.Option("--index", help="Make the record's index of what stands anew from its claims and decisions.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Every resource file with its SHA-256.")] = False,
) -> None:
    """Say what is installed, which parser and resources read, with versions and hashes, and what is missing. Exit status 1 where something is."""
    from onrecord import __version__
    from onrecord.errors import OnrecordError
    from onrecord.record.database import SQLITE

    page = Page()
    missing: list[str] = []
    page.beside("onrecord", f"{__version__}, Python {platform.python_version()}, SQLite {SQLITE}, {platform.system()}", column=16)
    parser, known = knowledge(model, resources, disputed)
    try:
        page.beside("Parser", parser.identity, column=16)
    except OnrecordError as error:
        missing.append(str(error))
    try:
        _resources(page, known, verbose)
    except OnrecordError as error:
        missing.append(str(error))
    _packages(page, missing)
    if record.exists():
        if index:
            _index(page, record)
        _record(page, record, missing)
    for line in missing:
        page.line(f"MISSING: {line}", bold=True)
    if missing:
        raise typer.Exit(1)
    page.line("Nothing is missing.")


def _resources(page: Page, known: "Resources", verbose: bool) -> None:
    """The resource files, their common hash, and what they hold."""
    import json
    from hashlib import sha256

    from onrecord.resources.hashes import resource_hashes

    hashes = resource_hashes(known.folders)
    whole = sha256(json.dumps(sorted(hashes.items())).encode()).hexdigest()
    page.beside("Resources", f"{len(hashes)} files, SHA-256 of all {whole[:16]}; disputed places: {known.disputed}", column=16)
    for folder in known.folders:
        page.beside("", f"with your folder {folder}", column=16)
    page.beside("", f"{len(known.countries.all)} countries and territories", column=16)
    gazetteer = getattr(known, "gazetteer", None)
    if gazetteer is not None:
        page.beside("Gazetteer", str(getattr(gazetteer, "state", "ready")), column=16)
    if verbose:
        for name, digest in hashes.items():
            page.beside("", f"{digest[:16]}  {name}", column=16)


def _packages(page: Page, missing: list[str]) -> None:
    """The libraries onrecord needs, with their versions."""
    found = []
    for line in requires("onrecord") or []:
        if "extra ==" in line:
            continue
        name = line.split(";")[0].split("[")[0]
        for sign in "<>=!~ ":
            name = name.split(sign)[0]
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(f"The library {name} is not installed. Install onrecord again with pip.")
    page.beside("Libraries", ", ".join(found), column=16)


def _index(page: Page, path: Path) -> None:
    """The index of what stands, made anew."""
    from onrecord.record.index import reindex
    from onrecord.record.store import Record

    with Record(path) as opened, opened.writing() as connection:
        page.beside("Index", f"made anew for {reindex(connection)} claims", column=16)


def _record(page: Page, path: Path, missing: list[str]) -> None:
    from onrecord.errors import RecordError
    from onrecord.record.store import Record

    try:
        with Record(path, read_only=True) as opened:
            whole = opened.queries.overview()
            state = opened.queries.check()
            page.beside(
                "Record",
                f"{path}: {whole.documents} documents, {whole.claims} claims, {whole.events} events, {whole.decisions} decisions; {state}",
                column=16,
            )
            if state != "sound":
                missing.append(f"{path} is damaged: {state}. Go back to a backup.")
    except RecordError as error:
        missing.append(str(error))
