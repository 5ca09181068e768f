"""The record: a file that holds what documents put on record; opened, written a document at a time, and asked."""

import datetime
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.documents.document import Unread
from onrecord.errors import StageError
from onrecord.record.claim import Account
from onrecord.record.database import WAIT, open_database, said_clearly, transaction
from onrecord.record.rows import add_account

if TYPE_CHECKING:
    from onrecord.record.queries import Queries


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a reading depends on: code, parser, resources (file and SHA-256) and settings. The same recipe reads a document the same way."""

    version: str
    parser: str
    resources: Mapping[str, str]
    settings: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """The hash of all of it."""
        whole = json.dumps([self.version, self.parser, sorted(self.resources.items()), sorted(self.settings.items())])
        return sha256(whole.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Run:
    """A reading session of a record."""

    id: int
    fingerprint: str


class Record:
    """A record, open. Use it in a `with` block, or close it.

    Raises RecordError, in words, for a file that cannot be opened, written or understood. `create` makes a new one where there is none.
    """

    def __init__(self, path: Path | str, *, create: bool = False, read_only: bool = False, wait: float = WAIT) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self.connection = open_database(self.path, create=create, read_only=read_only, wait=wait)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. A closed record cannot be asked."""
        try:
            self.connection.close()
        except sqlite3.Error:  # closing a record on a full disk: nothing of ours is left to write
            return

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it or nothing."""
        with said_clearly(self.path), transaction(self.connection):
            yield self.connection

    @cached_property
    def queries(self) -> "Queries":
        """Everything that can be asked of the record, as typed values."""
        from onrecord.record.queries import Queries

        return Queries(self)

    def begin(self, recipe: Recipe) -> Run:
        """Open a reading session."""
        with self.writing() as connection:
            row = connection.execute(
                "INSERT INTO runs (started, fingerprint, version, parser, resources, settings) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                (
                    now(),
                    recipe.fingerprint,
                    recipe.version,
                    recipe.parser,
                    json.dumps(dict(recipe.resources)),
                    json.dumps(dict(recipe.settings)),
                ),
            ).fetchone()
        return Run(row[0], recipe.fingerprint)

    def finish(self, run: Run) -> None:
        """Close a reading session."""
        with self.writing() as connection:
            connection.execute("UPDATE runs SET finished = ? WHERE id = ?", (now(), run.id))

    def knows(self, document: str, run: Run) -> bool:
        """Whether a document has been read with this very recipe, or was taken out for good."""
        with said_clearly(self.path):
            row = self.connection.execute(
                "SELECT EXISTS (SELECT 1 FROM accounts WHERE document = ? AND fingerprint = ?) OR EXISTS (SELECT 1 FROM forgotten WHERE document = ?)",
                (document, run.fingerprint, document),
            ).fetchone()
        return bool(row[0])

    def add(self, account: Account, run: Run, *, home: str | None = None, origin: str | None = None) -> bool:
        """Put an account on record, in one transaction. False, and nothing added, where it is there already or was forgotten.
        Raises StageError where the account breaks a check of the record.

        `home` is the country of its publisher, where known; `origin` the whole path of its file, where it has one.
        """
        if self.knows(account.document.id, run):
            return False
        with self.writing() as connection, held_together():
            if self.knows(account.document.id, run):  # forgotten by another while this one waited to write
                return False
            return add_account(connection, account, run.id, run.fingerprint, now(), home, origin)

    def note_unread(self, found: Unread, run: Run) -> None:
        """Keep what could not be read, and why."""
        with self.writing() as connection:
            connection.execute("INSERT INTO unread VALUES (?, ?, ?, ?, ?)", (run.id, found.path, found.member, found.reason, found.advice))


@contextmanager
def held_together() -> Iterator[None]:
    """An account that breaks a check of the record is a fault of onrecord, about that document alone."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise StageError("record", error) from error


def now() -> str:
    """This moment, UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
