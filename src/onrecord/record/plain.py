"""Values <-> plain dictionaries and lists, as JSON holds them; one shape for exports and for the record.

A field named or typed Span stands as "start" and "end" in its owner, a Timespan as "edtf", "earliest" and "latest"; days are ISO 8601. Field metadata: `key` gives
another name in JSON, `pair` writes a Span as [start, end], `later` marks a plain field that older records lack.
"""

import datetime
import json
import re
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from onrecord.span import Span
from onrecord.timespan import Timespan

T = TypeVar("T")
Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a value as JSON has it: its name there, its type without None, and how it is written."""

    name: str
    key: str
    type: Any
    optional: bool
    form: Literal["value", "span", "pair", "timespan"]
    later: bool = False
    """Added to a value that records hold already: absent in older ones."""


@cache
def parts_of(kind: type) -> tuple[Part, ...]:
    """The fields of a dataclass in the order they are written."""
    hints = get_type_hints(kind)
    found = []
    for item in fields(cast(Any, kind)):
        bare, optional = without_none(hints[item.name])
        form: Literal["value", "span", "pair", "timespan"] = "value"
        if bare is Span:
            form = "pair" if item.metadata.get("pair") else "span"
        elif bare is Timespan:
            form = "timespan"
        found.append(Part(item.name, item.metadata.get("key", item.name), bare, optional, form, item.metadata.get("later", False)))
    keys = [
        key for part in found for key in {"span": ("start", "end"), "timespan": ("edtf", "earliest", "latest")}.get(part.form, (part.key,))
    ]
    if len(keys) != len(set(keys)):
        raise TypeError(f"two fields of {kind.__name__} are written under one name: {sorted(k for k in keys if keys.count(k) > 1)}")
    return tuple(found)


def without_none(hint: Any) -> tuple[Any, bool]:
    """A type without its None, and whether it had one."""
    if get_origin(hint) in (Union, types.UnionType):
        kept = tuple(a for a in get_args(hint) if a is not types.NoneType)
        if len(kept) == 1:
            return kept[0], True
    return hint, False


def to_plain(value: Any) -> Any:
    """A value as JSON holds it. Equal values give equal results, keys always in the same order."""
    writer = _writer(_kind(value))
    return writer(value) if writer else value


_SURROGATE = re.compile(r"[\ud800-\udfff]")


def as_json(value: Any) -> str:
    """A value as JSON, in ASCII where it holds lone surrogates."""
    plain = to_plain(value)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(plain, separators=(",", ":")) if _SURROGATE.search(text) else text


def _kind(value: Any) -> Any:
    return type(value)


Writer = Callable[[Any], Any]


@cache
def _writer(given: Hashable) -> Writer | None:
    """What writes the values of a class; None where they stand in JSON as they are."""
    kind = cast(Any, given)
    if issubclass(kind, str | int | float | types.NoneType):
        return None
    if issubclass(kind, tuple | list):
        return lambda v: [to_plain(x) for x in v]
    if issubclass(kind, Mapping):
        return lambda v: {str(k): to_plain(x) for k, x in v.items()}
    if issubclass(kind, datetime.date):
        return lambda v: v.isoformat()
    if issubclass(kind, Span):
        return lambda v: {"start": v.start, "end": v.end}
    if is_dataclass(kind):
        parts = tuple((p.name, p.key, p.form, _declared(p.type)) for p in parts_of(cast(Any, kind)))
        return lambda v: _object(v, parts)
    raise TypeError(f"not a value of onrecord: {kind.__name__}")


_BARE = object()
"""Stands for a part whose values stand in JSON as they are."""


@cache
def _declared(hint: Any) -> Any:
    """What writes the values of a declared type: _BARE, a writer, or None where it is to be looked up for each value."""
    if get_origin(hint) is tuple and len(get_args(hint)) == 2 and get_args(hint)[1] is Ellipsis:
        item = _declared(without_none(get_args(hint)[0])[0])
        return list if item is _BARE else (lambda v: [item(x) for x in v]) if item else None
    if get_origin(hint) is Literal or hint in (str, int, float, bool):
        return _BARE
    return _writer(cast(Any, hint)) if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, datetime.date)) else None


def _object(value: Any, parts: tuple[tuple[str, str, str, Any], ...]) -> Plain:
    made: Plain = {}
    for name, key, form, writer in parts:
        held = getattr(value, name)
        if form == "value":
            made[key] = held if writer is _BARE or held is None else writer(held) if writer else to_plain(held)
        elif form == "pair":
            made[key] = [held.start, held.end]
        elif form == "span":
            made["start"], made["end"] = (held.start, held.end) if held is not None else (None, None)
        else:
            made["edtf"] = held.edtf
            made["earliest"], made["latest"] = to_plain(held.earliest), to_plain(held.latest)
    return made


def from_plain(kind: type[T], plain: Any) -> T:
    """The value that `to_plain` wrote. Raises KeyError, TypeError or ValueError where the data is of another shape."""
    reader = _reader(cast(Any, kind))
    return cast(T, reader(plain) if reader else plain)


SHARED = 16_384
"""Equal values that are read as one object, the last so many of each class."""


@cache
def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """What reads the values of a type; None where JSON has them as they are."""
    bare, optional = without_none(hint)
    if optional:
        inner = _reader(bare)
        return (lambda p: None if p is None else inner(p)) if inner else None
    if get_origin(bare) is tuple:
        item = _reader(get_args(bare)[0])
        return (lambda p: tuple([item(x) for x in p]) if p else ()) if item else tuple
    if bare is datetime.date:
        return datetime.date.fromisoformat
    if bare is Span:
        return lambda p: Span(p["start"], p["end"])
    if is_dataclass(bare):
        made: Any = bare
        parts = parts_of(made)
        by_readers = tuple(
            (at, r) for at, p in enumerate(parts) if p.form == "value" and (r := _reader(p.type | None if p.optional else p.type))
        )
        by_forms = tuple((at, p.form) for at, p in enumerate(parts) if p.form != "value")
        first = {"span": "start", "timespan": "edtf"}
        names = [first.get(p.form, p.key) for p in parts]
        taken: Callable[[Plain], tuple[Any, ...]] = itemgetter(*names) if len(names) > 1 else lambda p: (p[names[0]],)
        later = tuple((p.key, f.default) for p, f in zip(parts, fields(made), strict=True) if p.later)
        if not by_readers and not by_forms and not later:
            # Made of bare values alone, such as a party or a place: the same ones come again and again, so one object stands for all its equals.
            one = lru_cache(maxsize=SHARED)(made)
            return lambda p: one(*taken(p))
        return lambda p: _build(made, taken, by_readers, by_forms, later, p)
    return float if bare is float else None


def _build(
    kind: Any, taken: Callable[[Plain], tuple[Any, ...]], by_readers: tuple[tuple[int, Callable[[Any], Any]], ...], by_forms: tuple[tuple[int, str], ...],
    later: tuple[tuple[str, Any], ...], given: Plain,
) -> Any:  # fmt: skip
    """A value from its parts in the order of its fields, each taken as it stands and then read."""
    for key, default in later:
        if key not in given:
            given = {key: default} | given
    values = list(taken(given))
    for at, reader in by_readers:
        values[at] = reader(values[at])
    for at, form in by_forms:
        if form == "pair":
            values[at] = Span(*values[at])
        elif form == "span":
            values[at] = None if values[at] is None else Span(values[at], given["end"])
        else:
            values[at] = Timespan(_day(given["earliest"]), _day(given["latest"]), values[at])
    return kind(*values)


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
