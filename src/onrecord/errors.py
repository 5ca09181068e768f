"""The errors onrecord raises, each with what to do next."""

from typing import Any


class OnrecordError(Exception):
    """Any error of onrecord. `advice` says in one sentence what the user can do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()

    def __reduce__(self) -> tuple[Any, ...]:
        # A subclass may be made from other things than its message: it goes from one process to another as it is.
        return _as_it_was, (type(self), self.args, self.__dict__)


def _as_it_was(kind: type[OnrecordError], args: tuple[Any, ...], held: dict[str, Any]) -> OnrecordError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(held)
    return error


class UnreadableDocumentError(OnrecordError):
    """A document that cannot be opened or decoded. The run goes on without it."""


class LimitError(UnreadableDocumentError):
    """A document larger than a limit that the settings state."""


class ResourceError(OnrecordError):
    """A lexicon, directory, gazetteer or ontology file that breaks its schema."""


class ParserError(OnrecordError):
    """A parser that is not installed or cannot be used."""


class RecordError(OnrecordError):
    """A record that cannot be opened, written or understood."""


class UsageError(OnrecordError):
    """A request that makes no sense as it stands, such as an unknown id."""


class StageError(OnrecordError):
    """A stage that broke on a document: a fault of onrecord, never of the document. `stage` names it."""

    def __init__(self, stage: str, error: Exception) -> None:
        said = " ".join(str(error).split())[:200]
        super().__init__(
            f"The stage {stage!r} broke on it: {type(error).__name__}{': ' if said else ''}{said}.",
            "This is a fault of onrecord; please report it with the document, if you may share it.",
        )
        self.stage = stage
