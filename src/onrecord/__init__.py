"""onrecord: puts on record who claims what happened, with every cell pointing to the characters it came from.

    import onrecord

    for account in onrecord.read("letter.txt", "reports/"):
        for claim in account.events:
            print(claim.type, claim.span.of(account.document.text))

    with onrecord.Record("onrecord.db", create=True) as record:
        onrecord.keep(record, "reports/")
        for told in record.queries.claims():
            print(told.sentence)

The names below load when first used; importing the package loads no parser.
"""

from typing import TYPE_CHECKING, Any

from onrecord.version import __version__

_HOMES = {
    "read": "onrecord.face",
    "read_text": "onrecord.face",
    "read_times": "onrecord.face",
    "keep": "onrecord.face",
    "explain": "onrecord.face",
    "Account": "onrecord.record.claim",
    "Claim": "onrecord.record.claim",
    "Told": "onrecord.record.told",
    "Record": "onrecord.record.store",
    "Filter": "onrecord.record.filters",
    "Unread": "onrecord.documents.document",
    "Document": "onrecord.documents.document",
    "Resources": "onrecord.resources.resources",
    "Limits": "onrecord.settings",
    "Span": "onrecord.span",
    "Time": "onrecord.resolution.resolution",
    "Timespan": "onrecord.timespan",
    "Omission": "onrecord.basis",
    "OnrecordError": "onrecord.errors",
}

__all__ = ["__version__", *_HOMES]

if TYPE_CHECKING:
    from onrecord.basis import Omission as Omission
    from onrecord.documents.document import Document as Document
    from onrecord.documents.document import Unread as Unread
    from onrecord.errors import OnrecordError as OnrecordError
    from onrecord.face import explain as explain
    from onrecord.face import keep as keep
    from onrecord.face import read as read
    from onrecord.face import read_text as read_text
    from onrecord.face import read_times as read_times
    from onrecord.record.claim import Account as Account
    from onrecord.record.claim import Claim as Claim
    from onrecord.record.filters import Filter as Filter
    from onrecord.record.store import Record as Record
    from onrecord.record.told import Told as Told
    from onrecord.resolution.resolution import Time as Time
    from onrecord.resources.resources import Resources as Resources
    from onrecord.settings import Limits as Limits
    from onrecord.span import Span as Span
    from onrecord.timespan import Timespan as Timespan


def __getattr__(name: str) -> Any:
    """The public name, from the module that makes it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
