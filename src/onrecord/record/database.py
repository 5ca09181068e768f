"""A record's file: opened, checked, migrated; every error of SQLite said in words, with the record intact."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from onrecord.errors import RecordError

APPLICATION = 0x6F6E7263
"""SQLite's application_id of a record: "onrc"."""
VERSION = 6
Connection = sqlite3.Connection
"""An open record's connection, for those who hand it on."""
WAIT = 30.0
"""Seconds a writer waits for another to finish its document."""
CACHE = 64 * 1024
"""KiB of pages SQLite may keep in memory."""

LOG = 8 * 1024
"""Pages (of 4 KiB) that are written to the log before they go into the file: the same ones are written many times over, and each time the disk is waited for."""


SQLITE = sqlite3.sqlite_version
"""The version of SQLite in use."""


def schema() -> str:
    """The schema of a new record."""
    return files("onrecord.record").joinpath("schema.sql").read_text(encoding="utf-8")


def migration(version: int) -> str:
    """The statements that take a record of the version before to this one."""
    return files("onrecord.record.migrations").joinpath(f"{version:04d}.sql").read_text(encoding="utf-8")


def open_database(path: Path, *, create: bool, read_only: bool, wait: float = WAIT) -> sqlite3.Connection:
    """A connection to a record, of this version. Raises RecordError, in words, where there is none or it cannot be used."""
    if not path.exists() and (read_only or not create):
        raise RecordError(
            f"There is no record at {path}.", "Read some documents first (onrecord read PATH...), or name another with --record."
        )
    if path.is_dir():
        raise RecordError(f"{path} is a folder, not a record.", "Name a file.")
    with said_clearly(path):
        connection = _opened(path, read_only=read_only, wait=wait)
        if read_only and _version(connection) < VERSION:
            # An older record is brought up to date even where it is only to be read: nothing that it holds is lost or changed by that.
            connection.close()
            with said_older(path):
                _opened(path, read_only=False, wait=wait).close()
            connection = _opened(path, read_only=True, wait=wait)
    return connection


def _opened(path: Path, *, read_only: bool, wait: float) -> sqlite3.Connection:
    connection = _connect(path, read_only=read_only, wait=wait)
    try:
        _prepare(connection, path, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def said_older(path: Path) -> Iterator[None]:
    """An older record that cannot be brought up to date, in words."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        raise RecordError(
            f"{path} was made by an older onrecord and cannot be written, so it cannot be brought up to date ({error}).",
            "Copy it to a folder that can be written, and name the copy with --record.",
        ) from error


def _connect(path: Path, *, read_only: bool, wait: float) -> sqlite3.Connection:
    if not read_only:
        return sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        if "unable to open" not in str(error) and "readonly" not in str(error):
            raise
        # A write-ahead log needs files beside the record, which a folder that cannot be written does not take: read the file as it lies.
        connection.close()
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute("PRAGMA temp_store = MEMORY")
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if not read_only:
        connection.execute("PRAGMA secure_delete = ON")
        if empty or _is_record(connection):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {LOG}")
    if empty and not read_only:
        with transaction(connection):
            if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
                run_script(connection, schema())
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
    if not _is_record(connection):
        raise RecordError(f"{path} is not a record of onrecord.", "Name another file with --record.")
    version = _version(connection)
    if version > VERSION:
        raise RecordError(
            f"{path} was made by a newer onrecord (its version is {version}, ours {VERSION}).",
            "Update onrecord; the record was left as it is.",
        )
    if version < VERSION and not read_only:
        from onrecord.record.migrations.steps import AFTER

        migrate(connection, version, VERSION, migration, AFTER)


def _is_record(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION)


Step = Callable[[sqlite3.Connection], None]


def migrate(
    connection: sqlite3.Connection, version: int, target: int, script: Callable[[int], str], after: Mapping[int, Step] | None = None
) -> None:
    """Take a record from one version to another, all steps or none: the statements of each, then what needs more than SQL (`after`)."""
    with transaction(connection):
        if _version(connection) != version:
            return  # another process brought it up to date while this one waited
        for step in range(version + 1, target + 1):
            run_script(connection, script(step))
            if after and step in after:
                after[step](connection)
        connection.execute(f"PRAGMA user_version = {target}")


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run statements inside the transaction that is open (sqlite3's own executescript would end it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, waiting for other writers first."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def said_clearly(path: Path) -> Iterator[None]:
    """SQLite's and the file system's errors as RecordErrors in words."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(path, str(error)) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise explain(path, "disk is full" if full else str(error)) from error


def cleared(connection: sqlite3.Connection, path: Path) -> None:
    """Rewrite the file and empty its log, so that nothing of what was taken out stays in either. Raises RecordError where another program keeps the log open."""
    with said_clearly(path):
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise RecordError(
            f"What was to be forgotten is out of {path}, but its log ({path.name}-wal) still holds it, because another program has the record open.",
            "Close that program; the log goes when the record is closed everywhere.",
        )


_EXPLANATIONS = (
    ("locked", "{path} is being written by another onrecord.", "Wait until it is done, or name another file with --record."),
    ("disk is full", "The disk is full; {path} holds every document finished before.", "Make room, then give the same command again: it goes on where it stopped."),
    ("readonly", "{path} cannot be written: the file or its folder is read-only.", "Change its permissions, or name another file with --record."),
    ("attempt to write", "{path} cannot be written: the file or its folder is read-only.", "Change its permissions, or name another file with --record."),
    ("not a database", "{path} is not a record of onrecord.", "Name another file with --record."),
    ("malformed", "{path} is damaged.", "Go back to a backup (onrecord backup makes them), or read the documents again into a new record."),
    ("unable to open", "{path} cannot be opened.", "Check that its folder exists and may be read and written."),
)  # fmt: skip


def explain(path: Path, error: str) -> RecordError:
    """What went wrong with a record, and what to do."""
    for sign, message, advice in _EXPLANATIONS:
        if sign in error:
            return RecordError(message.format(path=path), advice)
    return RecordError(f"{path} cannot be used: {error}.", "")
