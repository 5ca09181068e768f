"""A strategy for any account at all."""

import datetime
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from onrecord.record.claim import Account
from onrecord.record.plain import parts_of, without_none
from onrecord.span import Span
from onrecord.timespan import Timespan
from tests.accounts import source


@st.composite
def any_value(draw: st.DrawFn, hint: Any, length: int) -> Any:
    """Any value of a type that accounts are made of, spans within `length` characters."""
    bare, optional = without_none(hint)
    if optional and draw(st.booleans()):
        return None
    if get_origin(bare) is tuple:
        return tuple(draw(any_value(get_args(bare)[0], length)) for _ in range(draw(st.integers(0, 2))))
    if get_origin(bare) is Mapping:
        return draw(st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2))
    if bare is Span:
        start = draw(st.integers(0, length))
        return Span(start, draw(st.integers(start, length)))
    if bare is Timespan:
        ends = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
        return draw(st.sampled_from([Timespan(), Timespan(*ends), Timespan(ends[0], None, "2020")]))
    if get_args(bare) and not isinstance(bare, type):
        return draw(st.sampled_from(get_args(bare)))
    if hasattr(bare, "__dataclass_fields__"):
        return bare(**{p.name: draw(any_value(p.type | None if p.optional else p.type, length)) for p in parts_of(bare)})
    simple = {
        str: st.text(max_size=8),
        bool: st.booleans(),
        int: st.integers(0, 999),
        float: st.floats(-90, 90),
        datetime.date: st.dates(),
    }
    return draw(simple[bare])


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """Any account at all, with spans inside its text."""
    text = draw(st.text(st.characters(), max_size=40))
    made = {p.name: draw(any_value(p.type, len(text))) for p in parts_of(Account) if p.name not in ("document", "format")}
    return Account(document=source(text, published=draw(st.none() | st.dates())), **made)
