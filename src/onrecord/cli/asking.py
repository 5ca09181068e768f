"""The options that every list shares: the record, the filters, how many rows, in which form; and what they come to."""

import datetime
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Optional, get_type_hints

import typer

from onrecord.cli.listing import Output
from onrecord.cli.options import day, open_record

if TYPE_CHECKING:
    from onrecord.record.filters import Filter

OutputOption = Annotated[Output, typer.Option("--format", help="A table for people, or lines for programs.")]
LimitOption = Annotated[int, typer.Option("--limit", min=1, help="Rows at most.")]
FILTERS: dict[str, Any] = {
    "actor": Annotated[Optional[str], typer.Option("--actor", help="Who does or suffers it: a name, part of one, or a country code.")],
    "source": Annotated[Optional[str], typer.Option("--source", help="Who says so: a speaker, author or publisher, or a country code.")],
    "place": Annotated[Optional[str], typer.Option("--place", help="Where: a name, part of one, or a country code.")],
    "type": Annotated[Optional[str], typer.Option("--type", help="A PLOVER type, such as ASSAULT.")],
    "status": Annotated[
        Optional[str],
        typer.Option("--status", help="actual, planned, demanded ...; denied, refused; or what people decided: accepted, corrected, rejected, disputed."),
    ],
    "since": Annotated[Optional[datetime.date], typer.Option("--since", parser=day, help="Not before this day.", metavar="YYYY-MM-DD")],
    "until": Annotated[Optional[datetime.date], typer.Option("--until", parser=day, help="Not after this day.", metavar="YYYY-MM-DD")],
}  # fmt: skip
"""The options of a filter, by the fields of `record.filters.Filter` they set."""
ASKED = "asked"


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """A command that takes a filter as `asked`, with the options of a filter in its place."""

    def with_options(**given: Any) -> None:
        from onrecord.record.rounds import no_rounds

        wanted = asked(**{k: given[k] for k in FILTERS})
        if wanted.type:
            with open_record(given["record"]) as opened:
                opened.queries.known_type(wanted.type.upper())
        with no_rounds():
            command(**{k: v for k, v in given.items() if k not in FILTERS}, **{ASKED: wanted})

    own = inspect.signature(command)
    hints = get_type_hints(command, localns={"Filter": object}, include_extras=True)
    made: list[inspect.Parameter] = []
    for name, parameter in own.parameters.items():
        if name == ASKED:
            made += [inspect.Parameter(f, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=hint) for f, hint in FILTERS.items()]
        else:
            made.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[name]))
    with_options.__signature__ = inspect.Signature(made)  # type: ignore[attr-defined]
    with_options.__annotations__ = {p.name: p.annotation for p in made}
    with_options.__name__, with_options.__doc__, with_options.__module__ = command.__name__, command.__doc__, command.__module__
    return with_options


def asked(*, since: datetime.date | None, until: datetime.date | None, **given: str | None) -> "Filter":
    """The filter that the options make. Raises UsageError for a status there is none of: no claim could ever meet it."""
    from onrecord.record.filters import Filter, known

    return known(Filter(**given, since=since, until=until))  # type: ignore[arg-type]
