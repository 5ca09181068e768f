"""onrecord: puts on record who claims what happened, with every cell pointing to the characters it came from.

The names below load when first used; importing the package loads no parser.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "Span": "onrecord.span",
    "Timespan": "onrecord.timespan",
    "Document": "onrecord.documents.document",
    "OnrecordError": "onrecord.errors",
}

__all__ = ["__version__", *_HOMES]

if TYPE_CHECKING:
    from onrecord.documents.document import Document as Document
    from onrecord.errors import OnrecordError as OnrecordError
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
