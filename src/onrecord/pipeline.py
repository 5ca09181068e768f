"""The order of the stages, once, top to bottom."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from onrecord.basis import Omission
from onrecord.comparison.compare import compare, regroup
from onrecord.documents.document import Document, Unread, new_document
from onrecord.documents.language import language_omission
from onrecord.documents.layout import lay_out
from onrecord.documents.load import load
from onrecord.errors import OnrecordError, StageError, UsageError
from onrecord.events.event import Events
from onrecord.events.extract import extract
from onrecord.exports.explanation import Explanation, explain_at
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.reading.reading import Reading
from onrecord.reading.timexes import detect_all
from onrecord.record import decisions, keeping, redacting
from onrecord.record.claim import Account
from onrecord.record.decisions import Decision, DecisionKind
from onrecord.record.filters import Filter
from onrecord.record.make_claims import bare_account, make_account
from onrecord.record.origins import as_known
from onrecord.record.store import Recipe, Record, Run
from onrecord.resolution.dates.anchor import anchor_times
from onrecord.resolution.dates.publication import find_publication
from onrecord.resolution.resolution import Resolution, Time
from onrecord.resolution.resolve import resolve
from onrecord.resources.hashes import resource_hashes
from onrecord.resources.publishers import publisher_country
from onrecord.resources.resources import Resources
from onrecord.settings import Limits
from onrecord.span import Span
from onrecord.statements.attribute import attribute
from onrecord.statements.statement import Statements
from onrecord.version import __version__

STANDARD = Limits()

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stages:
    """What each stage made of one document."""

    reading: Reading
    statements: Statements
    events: Events
    resolution: Resolution


def read_document(document: Document, *, parser: Parser, resources: Resources, watch: Span | None = None) -> Stages:
    """One laid-out document through every stage, with what was refused in the sentences at `watch`. Raises StageError, with the stage's name, where
    a stage breaks on it."""
    reading = _stage("reading", lambda: read(document, parser=parser, resources=resources))
    statements = _stage("statements", lambda: attribute(reading, resources=resources))
    events = _stage("events", lambda: extract(reading, statements, resources=resources, watch=watch))
    resolution = _stage("resolution", lambda: resolve(reading, statements, events, resources=resources))
    return Stages(reading, statements, events, resolution)


def account_of(document: Document, *, parser: Parser, resources: Resources) -> Account:
    """Everything a laid-out document puts on record. A document in a language that is not read gives an account with one omission that says so.

    Raises StageError where a stage breaks on the document.
    """
    if omission := language_omission(document):
        return bare_account(document, [omission])
    made = read_document(document, parser=parser, resources=resources)
    return _stage("record", lambda: make_account(made.reading, made.statements, made.events, made.resolution))


def explain(document: Document, offset: int, *, parser: Parser, resources: Resources) -> Explanation:
    """Why an event was, or was not, coded at a character of a laid-out document, by reading it with that place watched.

    Raises UsageError for a character outside the text or a language that is not read, StageError where a stage breaks on the document.
    """
    if not 0 <= offset < len(document.text):
        raise UsageError(
            f"The text has {len(document.text):,} characters; {offset} is not one of them.", "Count from 0, in Unicode code points."
        )
    if omission := language_omission(document):
        raise UsageError(f"The document was not read: {omission.reason}.", "Only English is read.")
    made = read_document(document, parser=parser, resources=resources, watch=Span(offset, offset + 1))
    return _stage("exports", lambda: explain_at(offset, made.reading, made.statements, made.events, made.resolution, resources=resources))


def document_of(account: Account) -> Document:
    """The document an account on record is of, as it was read: the same text and sections, the day where it was not the text's own."""
    source = account.document
    given = source.published if source.published_from in ("metadata", "given") else None
    return Document(
        id=source.id, text=source.text, kind=source.kind, language=source.language, external_id=source.external_id, path=source.path, member=source.member,
        url=source.url, publisher=source.publisher, title=source.title, published=given, published_from=source.published_from if given else "none",
        media_type=source.media_type, raw_sha256=source.raw_sha256, metadata=source.metadata, sections=account.sections,
    )  # fmt: skip


def documents_in(paths: Iterable[Path], *, limits: Limits = STANDARD) -> Iterator[Document | Unread]:
    """The laid-out documents in files and folders, one at a time; what cannot be read is an Unread."""
    for found in load(paths, limits=limits):
        if isinstance(found, Unread):
            yield found
            continue
        try:
            yield _stage("documents", lambda found=found: lay_out(found))  # type: ignore[misc]
        except StageError as error:
            yield unread(found, error)


def read_all(
    documents: Iterable[Document | Unread], *, parser: Parser, resources: Resources, skip: Callable[[Document], bool] = lambda d: False
) -> Iterator[Account | Unread | Document]:
    """Documents -> accounts, one at a time. What breaks is an Unread, never a stop; a document that `skip` knows comes back as it is."""
    for document in documents:
        if isinstance(document, Unread) or skip(document):
            yield document
            continue
        try:
            yield account_of(document, parser=parser, resources=resources)
        except StageError as error:
            yield unread(document, error)


def keep(
    record: Record,
    documents: Iterable[Document | Unread],
    *,
    parser: Parser,
    resources: Resources,
    step: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[Account | Unread | Document]:
    """Documents into a record, a transaction each, then what is new compared with what is there (`step` is told how far that is).

    Gives each account as it is added, what could not be read, and documents that were there already. Stopped at any moment, the record holds all that
    was finished, and the same call goes on from there.
    """
    run = record.begin(recipe_of(parser, resources))
    origins: dict[str, str | None] = {}

    def known(document: Document) -> Document:
        named = as_known(record, document)
        origins[named.id] = named.origin
        return named

    named = (known(d) if isinstance(d, Document) else d for d in documents)
    for found in read_all(named, parser=parser, resources=resources, skip=lambda d: record.knows(d.id, run)):
        result = _add(record, run, found, resources, origins) if isinstance(found, Account) else found
        origins.clear()
        if isinstance(result, Unread):
            record.note_unread(result, run)
        yield result
    compare(record, run=run.id, step=step)
    record.finish(run)


def decide(
    record: Record, kind: DecisionKind, target: str, *, who: str, why: str = "", field: str | None = None, value: object = None
) -> Decision:
    """A person's decision on a claim of a record (`target` is its id; for "undo", a decision's), all or nothing, and the events it bears on grouped anew.

    "correct" takes `field` and `value`; "merge" the id of a claim of the other event as `value`. Raises UsageError where it makes no sense.
    """
    with record.writing() as connection:
        made = decisions.decide(record, connection, kind, target, who=who, why=why, field=field, value=value)
        regroup(record, connection, decisions.touched(connection, made.id))
    return made


def merge(record: Record, other: Path) -> tuple[int, int]:
    """What another record holds and this one lacks, taken in and compared: how many documents, how many decisions."""
    documents, decided, claims = keeping.merge(record, other)
    compare(record)
    with record.writing() as connection:
        regroup(record, connection, claims)
    return documents, decided


def forget(record: Record, document: str, *, who: str, why: str) -> None:
    """Take a document out of a record for good, leaving its id, hash, the day and the reason; events it told of are grouped anew."""
    beside = {
        x
        for c in record.queries.claims(Filter(document=document, rejected=True))
        for link in record.queries.links([c.number])
        for x in (link.a, link.b)
    }
    copied = document in record.queries.copies().values()
    keeping.forget(record, document, who=who, why=why)
    if copied:  # what carried its text is held against each other
        compare(record)
    with record.writing() as connection:
        regroup(record, connection, sorted(beside))
    keeping.clear(record)


def redact(record: Record, person: str, *, who: str, why: str) -> int:
    """Take a private person's name out of a record for good, wherever it stands; how many documents held it."""
    return redacting.redact(record, person, who=who, why=why)


def import_decisions(record: Record, found: Iterable[dict[str, Any]]) -> int:
    """Decisions exported from another record of the same documents, taken in, each once; how many were new."""
    with record.writing() as connection:
        added, claims = decisions.import_decisions(connection, found)
        regroup(record, connection, claims)
    return added


def _add(record: Record, run: Run, account: Account, resources: Resources, origins: Mapping[str, str | None]) -> Account | Unread:
    source = account.document
    try:
        record.add(account, run, home=publisher_country(source.publisher, source.url, resources), origin=origins.get(source.id))
    except StageError as error:
        return Unread(source.path or source.external_id or source.id, source.member, error.message, error.advice)
    return account


def recipe_of(parser: Parser, resources: Resources) -> Recipe:
    """What a reading with this parser and these resources depends on."""
    return Recipe(__version__, parser.identity, resource_hashes(resources.folders), {"disputed": resources.disputed})


def unread(document: Document, error: StageError) -> Unread:
    """The line of the report for a document that a stage broke on."""
    return Unread(document.path or document.external_id or document.id, document.member, error.message, error.advice)


def document_from_text(
    text: str, *, published: date | None = None, publisher: str | None = None, title: str | None = None, external_id: str | None = None
) -> Document:
    """A text taken as it stands, laid out: the face for those who have the text already."""
    return lay_out(new_document(text, published=published, publisher=publisher, title=title, external_id=external_id))


def _stage(name: str, work: Callable[[], T]) -> T:
    """What a stage makes; whatever breaks in it is a StageError with its name, but for what the user can mend (a parser, a resource file)."""
    try:
        return work()
    except OnrecordError:
        raise
    except Exception as error:
        raise StageError(name, error) from error


def read_times(
    text: str, *, reference: date | None = None, resources: Resources | None = None, omissions: list[Omission] | None = None
) -> tuple[Time, ...]:
    """The times of a text alone, without a parser: text and a reference day in, TIMEX3 values, EDTF and days out.

    What looks like a time and has no day (31 February, 25:00, the year 12000) is added to the list `omissions`, where one is given.
    """
    known = resources or Resources()
    timexes, left_out = detect_all(text, resources=known)
    reading = Reading(new_document(text, published=reference), timexes=timexes)
    anchored = anchor_times(reading, find_publication(reading))
    if omissions is not None:
        omissions.extend((*left_out, *anchored.omissions))
    return anchored.times
