"""What a migration does beyond its SQL, by the version it leads to."""

import json
import sqlite3
from collections.abc import Iterator

from onrecord.record.claim import Account
from onrecord.record.database import Step
from onrecord.record.index import recount, reindex
from onrecord.record.letter_rows import countries_in, known_in, named_in
from onrecord.record.rows import account_from


def _to_2(connection: sqlite3.Connection) -> None:
    """Copies count with their originals; letters get the names of their parties. The index of what stands is made when it has all its columns (_to_4)."""
    for (document,) in connection.execute("SELECT DISTINCT d.number FROM copies k JOIN documents d ON d.id = k.document").fetchall():
        recount(connection, document)
    for number, account in _with_letters(connection):
        for letter in account.letters:
            sender, recipients, by = named_in(letter, account)
            connection.execute(
                "UPDATE letters SET sender = ?, recipients = ?, answers_by = ? WHERE account = ? AND local = ?",
                (sender, json.dumps(recipients, ensure_ascii=False), by, number, letter.id),
            )


def _to_3(connection: sqlite3.Connection) -> None:
    """Letters get the countries of those who write."""
    for number, account in _with_letters(connection):
        for letter in account.letters:
            connection.execute(
                "UPDATE letters SET sender_country = ?, answers_country = ? WHERE account = ? AND local = ?",
                (*countries_in(letter, account), number, letter.id),
            )


def _to_4(connection: sqlite3.Connection) -> None:
    """The index of a record of version 1, of which the step to 2 left the frame, is made from the claims and decisions."""
    if not connection.execute("SELECT EXISTS (SELECT 1 FROM claim_parties)").fetchone()[0]:
        reindex(connection)


def _to_5(connection: sqlite3.Connection) -> None:
    """Letters get what the directory and the text know of their parties."""
    for number, account in _with_letters(connection):
        for letter in account.letters:
            known = known_in(letter, account)
            given = ", ".join(f"{column} = ?" for column in known)
            connection.execute(f"UPDATE letters SET {given} WHERE account = ? AND local = ?", (*known.values(), number, letter.id))


def _with_letters(connection: sqlite3.Connection) -> Iterator[tuple[int, Account]]:
    """The accounts that hold letters, with their rows."""
    question = "SELECT DISTINCT a.id, a.body FROM accounts a JOIN letters x ON x.account = a.id WHERE a.body IS NOT NULL"
    for number, body in connection.execute(question).fetchall():
        yield number, account_from(body, "")


AFTER: dict[int, Step] = {2: _to_2, 3: _to_3, 4: _to_4, 5: _to_5}
