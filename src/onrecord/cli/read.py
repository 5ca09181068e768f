"""onrecord read: documents into a record, or into JSON Lines, or both."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional, TextIO

import typer

from onrecord.cli.options import DEFAULT_RECORD, DisputedOption, ModelOption, ResourcesOption, day, knowledge
from onrecord.cli.page import Page, complain

if TYPE_CHECKING:
    from onrecord.documents.document import Document, Unread
    from onrecord.record.claim import Account
    from onrecord.record.store import Record
    from onrecord.resources.resources import Resources

NAMED = 5
"""Documents in other languages that are named."""
SMALL = 5_000
"""Claims up to which the whole record is summed up after a reading; larger ones are asked with the other commands."""


class Format(StrEnum):
    """What can be written."""

    JSONL = "jsonl"
    PLOVER = "plover"


def read(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Files and folders: text, HTML, PDF, DOCX, mail, mailboxes, web archives, feeds, JSON Lines.", metavar="PATH..."
        ),
    ],
    format: Annotated[
        Optional[Format],
        typer.Option(
            "--format",
            help="Write lines instead of keeping a record: jsonl, one onrecord/1 line a document; plover, one PLOVER record a line.",
        ),
    ] = None,
    output: Annotated[Optional[Path], typer.Option("--output", "-o", help="Write the lines there; standard output otherwise.")] = None,
    record: Annotated[Optional[Path], typer.Option("--record", "-r", help=f"The record to add to; {DEFAULT_RECORD} otherwise.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Begin a new record; one already there is kept beside it as NAME.old.")] = False,
    publisher: Annotated[Optional[str], typer.Option("--publisher", help="Who published them, where the documents do not say.")] = None,
    published: Annotated[
        Optional[date],
        typer.Option("--published", parser=day, help="The day they were published, where they do not say.", metavar="YYYY-MM-DD"),
    ] = None,
    model: ModelOption = None,
    resources: ResourcesOption = None,
    disputed: DisputedOption = "neutral",
    max_characters: Annotated[int, typer.Option("--max-characters", min=1, help="Refuse a document with a longer text.")] = 10_000_000,
    max_megabytes: Annotated[int, typer.Option("--max-megabytes", min=1, help="Refuse a larger file.")] = 100,
    max_pages: Annotated[int, typer.Option("--max-pages", min=1, help="Refuse a PDF with more pages.")] = 2_000,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say each document as it is read.")] = False,
) -> None:
    """Read documents and put on record who claims what happened.

    Adds to a record (one SQLite file) and prints who says what, the timeline, what is one-sided and what was left out; with --format jsonl it writes lines for other programs
    instead. What cannot be read is reported at the end, and the exit status is then 1. The same command given again goes on where it stopped.
    """
    from onrecord import pipeline
    from onrecord.cli.progress import reading
    from onrecord.documents.document import Document, Unread, told_apart
    from onrecord.exports import json_lines, plover
    from onrecord.record.store import Record
    from onrecord.settings import Limits

    missing = [str(p) for p in paths if not p.exists()]
    if len(missing) == len(paths):
        raise typer.BadParameter(f"there is no {', no '.join(missing)}", param_hint="PATH...")
    parser, known = knowledge(model, resources, disputed)
    limits = Limits(characters=max_characters, bytes_on_disk=max_megabytes * 1024 * 1024, pages=max_pages)
    found = _with_given(pipeline.documents_in([p for p in paths if p.exists()], limits=limits), publisher, published)
    tally = Tally()
    tally.unread += [Unread(path, None, "There is no such file or folder.", "Check its name.") for path in missing]
    with ExitStack() as stack:
        kept = _record(stack, record, fresh) if format is None or record is not None else None
        write = _lines(stack, output) if format is not None else None
        read_one, compared = stack.enter_context(reading(paths, quiet=quiet))
        if kept is not None:
            results = pipeline.keep(kept, found, parser=parser, resources=known, step=compared)
        else:
            results = pipeline.read_all(told_apart(found), parser=parser, resources=known)
        for result in results:
            account = tally.count(result, kept)
            read_one(tally.path, tally.characters, isinstance(result, Document))
            if verbose:
                complain(f"{tally.path}{' ' + tally.member if tally.member else ''}: {len(account.events) if account else 'no'} claims")
            if write is not None and account is not None:
                for line in plover.to_lines(account) if format is Format.PLOVER else (json_lines.to_line(account),):
                    write(line)
    if kept is not None and not quiet:
        with Record(kept.path, read_only=True) as opened:
            _summary(opened, tally, known, to_stdout=write is None or output is not None)
    _report(tally, quiet=quiet or kept is not None)
    if tally.unread:
        raise typer.Exit(1)


class Tally:
    """What a reading came to so far, and where it is."""

    def __init__(self) -> None:
        self.read = self.known = self.claims = self.other_languages = 0
        self.unread: list[Unread] = []
        self.foreign: list[str] = []
        self.path: str | None = None
        self.member: str | None = None
        self.characters = 0

    def count(self, result: "Account | Unread | Document", record: "Record | None") -> "Account | None":
        """Take a result in; the account it is or, for a document on record already, has there."""
        from onrecord.documents.document import Document, Unread

        if isinstance(result, Unread):
            self.unread.append(result)
            self.path, self.member, self.characters = result.path, result.member, 0
            return None
        source = result if isinstance(result, Document) else result.document
        self.path, self.member, self.characters = source.path, source.member, len(source.text)
        if isinstance(result, Document):
            self.known += 1
            return record.queries.account(result.id) if record else None
        self.read += 1
        self.claims += len(result.events)
        if source.language != "en":
            self.other_languages += 1
            self.foreign.append(
                f"{source.path or source.external_id or source.id[:15]}{' ' + source.member if source.member else ''} ({source.language})"
            )
        return result


def _with_given(found: "Iterator[Document | Unread]", publisher: str | None, published: date | None) -> "Iterator[Document | Unread]":
    """Documents with what the caller knows of them, where they do not say themselves."""
    from onrecord.documents.document import Document

    for document in found:
        given: dict[str, Any] = {}
        if isinstance(document, Document):
            if publisher and not document.publisher:
                given["publisher"] = publisher
            if published and not document.published:
                given |= {"published": published, "published_from": "given"}
            yield replace(document, **given) if given else document
        else:
            yield document


def _record(stack: ExitStack, path: Path | None, fresh: bool) -> "Record":
    from onrecord.record.store import Record

    place = path or Path(DEFAULT_RECORD)
    if fresh and place.exists():
        Record(place).close()
        for ending in ("", "-wal", "-shm"):
            beside = Path(f"{place}{ending}")
            if beside.exists():
                beside.replace(f"{place}.old{ending}")
    place.parent.mkdir(parents=True, exist_ok=True)
    return stack.enter_context(Record(place, create=True))


def _lines(stack: ExitStack, output: Path | None) -> Callable[[str], None]:
    from onrecord.errors import UsageError

    if output is None:
        return lambda line: typer.echo(line.encode("utf-8") + b"\n", nl=False)
    try:
        out: TextIO = stack.enter_context(output.open("w", encoding="utf-8", newline="\n"))
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}.", "Name another file with --output.") from error
    return lambda line: _write(out, line)


def _write(out: TextIO, line: str) -> None:
    out.write(line + "\n")


def _summary(record: "Record", tally: Tally, known: "Resources", *, to_stdout: bool) -> None:
    """The numbers, and the whole page where the record is small enough to take in."""
    from onrecord.cli.summary import count, show_summary

    whole = record.queries.overview()
    page = Page(to_stdout=to_stdout)
    added = f"Read {count(tally.read, 'document')}"
    if tally.known:
        added += f"; {count(tally.known, 'document')} had been read before, in the same way"
    if tally.other_languages:
        added += f"; {tally.other_languages} in a language not read yet, kept unread"
    page.line(f"{added}.")
    if tally.foreign:
        shown = f"{', '.join(tally.foreign[:NAMED])}{f' and {len(tally.foreign) - NAMED} more' if len(tally.foreign) > NAMED else ''}"
        page.line(f"Not read, because of their language: {shown}.")
    page.line(
        f"On record in {record.path}: {count(whole.documents, 'document')}"
        + (f" ({whole.copies} of them copies of others)" if whole.copies else "")
        + f", {count(whole.claims, 'claim')} that tell of {count(whole.events, 'event')}. A claim is one event as one speaker tells it."
    )
    if not tally.read:
        return
    if 0 < whole.claims <= SMALL:
        show_summary(page, record, known.countries)
        page.line()
        page.line(
            f"onrecord show ID --record {record.path} shows a claim, an event or a document with its evidence; onrecord --help lists all other commands."
        )
    elif whole.claims:
        page.line("Ask it with onrecord events, timeline, sources, compare --all, balance and search.")


def _report(tally: Tally, *, quiet: bool) -> None:
    if tally.unread:
        complain(f"\nCould not be read ({len(tally.unread)}):")
        for found in tally.unread:
            member = f", {found.member}" if found.member else ""
            complain(f"  {found.path}{member}: {found.reason} {found.advice}".rstrip())
    elif not quiet:
        complain(f"{tally.read} documents read, {tally.claims} claims.")
