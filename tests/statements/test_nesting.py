"""Nesting: which statement stands in which, and which holds a stretch of text."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.basis import Basis
from onrecord.span import Span
from onrecord.statements.draft import Draft
from onrecord.statements.nesting import DEPTH, chain, holding, innermost, nest
from onrecord.statements.statement import Hold, Statement, Statements
from tests.build import reading

A_READING = reading("a a NOUN NN ROOT 0")


def draft(cue: tuple[int, int], content: tuple[int, int], *, hold: Hold = "full") -> Draft:
    source = Span(cue[0], cue[0] + 1)
    return Draft((source,), None, (Span(*cue),), None, (Span(*content),), "direct", "asserts", "by-hand", hold=hold)


def made(*drafts: Draft) -> Statements:
    return nest(A_READING, list(drafts))


def test_a_chain_of_three_is_shown_outermost_first() -> None:
    found = made(draft((40, 44), (50, 90)), draft((0, 4), (10, 100)), draft((20, 24), (30, 95)))
    holder = innermost(found, Span(60, 61))
    assert holder is not None
    assert [s.content[0].start for s in chain(found, holder)] == [10, 30, 50]
    assert [s.id for s in found.statements] == ["s1", "s2", "s3"]
    assert [s.parent for s in found.statements] == [None, "s1", "s2"]


def test_words_between_two_contents_are_the_documents_own() -> None:
    found = made(draft((0, 4), (10, 20)), draft((30, 34), (40, 50)))
    assert innermost(found, Span(25, 26)) is None
    assert innermost(found, Span(15, 25)) is None


def test_a_cue_outside_the_content_is_no_child_of_it() -> None:
    found = made(draft((0, 4), (10, 50)), draft((60, 64), (20, 30)))
    assert all(s.parent is None for s in found.statements)


def test_what_is_held_in_passing_hangs_on_the_statement_around_it() -> None:
    found = made(draft((0, 4), (10, 100)), draft((20, 24), (30, 90), hold="rejected"))
    holder = innermost(found, Span(40, 41))
    assert holder is not None
    assert holder.id == "s1"
    assert [s.id for s in holding(found, Span(40, 41))] == ["s1", "s2"]


def test_thousands_deep_stays_bounded() -> None:
    found = made(*(draft((10 * n, 10 * n + 4), (10 * n + 5, 100_000 - n)) for n in range(3_000)))
    holder = innermost(found, Span(50_000, 50_001))
    assert 1 <= len(chain(found, holder)) <= DEPTH + 1


spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(st.tuples(spans, spans), max_size=12), spans)
def test_the_index_gives_what_a_search_through_all_gives(pairs: list[tuple[Span, Span]], sought: Span) -> None:
    found = made(*(Draft((), None, (cue,), None, (content,), "direct", "asserts", "by-hand") for cue, content in pairs))
    plain = Statements(found.statements)
    assert holding(found, sought) == holding(plain, sought)
    for holder in holding(found, sought):
        assert any(c.contains(sought) for c in holder.content)
    if not holding(found, sought):
        assert innermost(found, sought) is None


def test_statements_made_by_hand_need_no_index() -> None:
    one = Statement("x", None, (), None, (), None, (Span(0, 9),), "direct", "asserts", Basis("by-hand"))
    assert innermost(Statements((one,)), Span(2, 3)) == one
