from hypothesis import given
from hypothesis import strategies as st

from onrecord.span import Span
from onrecord.statements.edges import _edged

spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda p: Span(min(p), max(p)))


@given(st.text(alphabet="of a.”“\"'", min_size=12, max_size=12), spans, spans)
def test_any_edge_stays_a_span_of_the_text(text: str, content: Span, cue: Span) -> None:
    made = _edged(text, content, (cue,))
    assert content.start <= made.start <= made.end <= len(text)


def test_a_content_keeps_the_closing_mark_of_its_quotation() -> None:
    text = "He said the plan was “dead.” Then he left."
    assert _edged(text, Span(8, 26), (Span(3, 7),)).of(text) == "the plan was “dead.”"


def test_a_content_begins_after_its_of() -> None:
    text = "Baku accused Yerevan of shelling Ganja."
    assert _edged(text, Span(21, 38), (Span(5, 12),)).of(text) == "shelling Ganja"


def test_nothing_but_of_is_left_alone() -> None:
    assert _edged("accused of x", Span(8, 10), (Span(0, 7),)) == Span(8, 10)
