from hypothesis import given
from hypothesis import strategies as st

from onrecord.span import Span, cover

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))


@given(spans, spans)
def test_overlap_is_sharing_a_character(a: Span, b: Span) -> None:
    assert a.overlaps(b) == bool(set(range(a.start, a.end)) & set(range(b.start, b.end)))


@given(spans, spans)
def test_cover_contains_both(a: Span, b: Span) -> None:
    both = cover([a, b])
    assert both.contains(a)
    assert both.contains(b)


@given(st.text(max_size=60), spans)
def test_of_is_a_slice(text: str, span: Span) -> None:
    assert span.of(text) == text[span.start : span.end]
