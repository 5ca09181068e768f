"""The library's face: paths or texts in, accounts out, or into a record. Each function is the pipeline with its defaults filled in."""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from os import PathLike
from pathlib import Path

from onrecord import pipeline
from onrecord.basis import Omission
from onrecord.documents.document import Document, Unread, told_apart
from onrecord.exports.explanation import Explanation
from onrecord.reading.parse import DEFAULT_MODEL, Parser, SpacyParser
from onrecord.record.claim import Account
from onrecord.record.store import Record
from onrecord.resolution.resolution import Time
from onrecord.resources.resources import Resources
from onrecord.settings import Limits


@lru_cache(maxsize=2)
def default_parser(model: str = DEFAULT_MODEL) -> SpacyParser:
    """The parser of that name, loaded once for all calls."""
    return SpacyParser(model)


@lru_cache(maxsize=1)
def default_resources() -> Resources:
    """The package's own data, loaded once for all calls."""
    return Resources()


def read(
    *paths: str | PathLike[str],
    parser: Parser | None = None,
    resources: Resources | None = None,
    limits: Limits = pipeline.STANDARD,
    unread: list[Unread] | None = None,
) -> Iterator[Account]:
    """The accounts of files and folders, one at a time. What cannot be read is added to the list `unread`, where one is given, and never stops the rest.

    Raises ParserError or ResourceError, which concern every document.
    """
    documents = told_apart(pipeline.documents_in([Path(p) for p in paths], limits=limits))
    for found in pipeline.read_all(documents, parser=parser or default_parser(), resources=resources or default_resources()):
        if isinstance(found, Account):
            yield found
        elif isinstance(found, Unread) and unread is not None:
            unread.append(found)


def read_text(
    text: str,
    *,
    published: datetime.date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    external_id: str | None = None,
    parser: Parser | None = None,
    resources: Resources | None = None,
) -> Account:
    """The account of a text, taken as it stands. Raises StageError where a stage breaks on it."""
    document = pipeline.document_from_text(text, published=published, publisher=publisher, title=title, external_id=external_id)
    return pipeline.account_of(document, parser=parser or default_parser(), resources=resources or default_resources())


def explain(
    text: str | Document,
    offset: int,
    *,
    published: datetime.date | None = None,
    publisher: str | None = None,
    parser: Parser | None = None,
    resources: Resources | None = None,
) -> Explanation:
    """Why an event was, or was not, coded at a character of a text: the entry, the rule behind each value, and the entries refused.

    Raises UsageError for a character outside the text, StageError where a stage breaks on it.
    """
    document = pipeline.document_from_text(text, published=published, publisher=publisher) if isinstance(text, str) else text
    return pipeline.explain(document, offset, parser=parser or default_parser(), resources=resources or default_resources())


def read_times(
    text: str,
    *,
    reference: datetime.date | None = None,
    resources: Resources | None = None,
    omissions: list[Omission] | None = None,
) -> tuple[Time, ...]:
    """The times of a text, without a parser: each with its characters, TIMEX3 type and value, EDTF, first and last day, and what it was counted from.

    `reference` is the day of writing; without one, times that count from it stay open ("XXXX-WXX-1", "PRESENT_REF"). What looks like a time and has
    no day (31 February, 25:00, the year 12000) is added to the list `omissions`, where one is given.
    """
    return pipeline.read_times(text, reference=reference, resources=resources or default_resources(), omissions=omissions)


def keep(
    record: Record,
    *paths: str | PathLike[str],
    parser: Parser | None = None,
    resources: Resources | None = None,
    limits: Limits = pipeline.STANDARD,
) -> tuple[int, list[Unread]]:
    """Read files and folders into a record and compare what is new with what is there: how many documents were added, and what could not be read.

    A document is one transaction; stopped at any moment, the record holds all that was finished, and the same call goes on from there.
    """
    documents = pipeline.documents_in([Path(p) for p in paths], limits=limits)
    added, unread = 0, []
    for found in pipeline.keep(record, documents, parser=parser or default_parser(), resources=resources or default_resources()):
        if isinstance(found, Unread):
            unread.append(found)
        elif not isinstance(found, Document):
            added += 1
    return added, unread
