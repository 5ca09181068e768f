"""What a migration does beyond its SQL, by the version it leads to."""

import json
import sqlite3

from onrecord.record.claim import Account
from onrecord.record.database import Step
from onrecord.record.index import recount, reindex
from onrecord.record.rows import account_from, named_in


def _to_2(connection: sqlite3.Connection) -> None:
    """The index of what stands is made from the claims and decisions; letters get the names of their parties."""
    for (document,) in connection.execute("SELECT DISTINCT d.number FROM copies k JOIN documents d ON d.id = k.document").fetchall():
        recount(connection, document)
    reindex(connection)
    held = connection.execute(
        "SELECT DISTINCT a.id, a.body FROM accounts a JOIN letters x ON x.account = a.id WHERE a.body IS NOT NULL"
    ).fetchall()
    for number, body in held:
        account: Account = account_from(body, "")
        for letter in account.letters:
            sender, recipients, by = named_in(letter, account)
            connection.execute(
                "UPDATE letters SET sender = ?, recipients = ?, answers_by = ? WHERE account = ? AND local = ?",
                (sender, json.dumps(recipients, ensure_ascii=False), by, number, letter.id),
            )


AFTER: dict[int, Step] = {2: _to_2}
