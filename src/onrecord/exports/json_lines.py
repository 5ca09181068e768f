"""Account -> one line of onrecord/1, and back."""

import json
from typing import Any

from onrecord.record.claim import Account
from onrecord.record.plain import from_plain, to_plain


def to_dict(account: Account) -> dict[str, Any]:
    """An account as an onrecord/1 object: every key present, always in the same order, "format" first."""
    plain: dict[str, Any] = to_plain(account)
    return {"format": plain.pop("format"), **plain}


def to_line(account: Account) -> str:
    """An account as one line of JSON without its line break. A lone surrogate of the text is written as its \\u escape."""
    line = json.dumps(to_dict(account), ensure_ascii=False, separators=(", ", ": "))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(to_dict(account), ensure_ascii=True, separators=(", ", ": "))
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def from_line(line: str) -> Account:
    """The account a line holds. Raises KeyError, TypeError or ValueError where it is not onrecord/1."""
    return from_plain(Account, json.loads(line))
