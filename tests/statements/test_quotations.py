"""Quotation marks: kinds, nesting, apostrophes, paragraphs, and any garbage at all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statements.quotations import DEPTH, find_quotations, paragraphs


def inner(text: str) -> list[tuple[int, str]]:
    return [(q.depth, q.inner.of(text)) for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“A shell fell,” said Musa. “Nobody died.”", [(0, "A shell fell,"), (0, "Nobody died.")]),
        ('"A shell fell," said Musa.', [(0, "A shell fell,")]),
        ("'A shell fell on the boys' school,' said Musa.", [(0, "A shell fell on the boys' school,")]),
        ("‘A shell fell,’ said Musa’s son.", [(0, "A shell fell,")]),
        ("''A shell fell,'' said Musa.", [(0, "A shell fell,")]),
        ("``A shell fell,'' said Musa.", [(0, "A shell fell,")]),
        ("«A shell fell», said Musa.", [(0, "A shell fell")]),
        ("»A shell fell«, said Musa.", [(0, "A shell fell")]),
        ("„A shell fell“, said Musa.", [(0, "A shell fell")]),
        ("QUOTE A shell fell UNQUOTE, said Musa.", [(0, " A shell fell ")]),
        ('"A shell fell,” said Musa. “Nobody died."', [(0, "A shell fell,"), (0, "Nobody died.")]),
        ("“He told us ‘go home’ twice,” she said.", [(0, "He told us ‘go home’ twice,"), (1, "go home")]),
        ('"He said “go home” twice," she said.', [(0, "He said “go home” twice,"), (1, "go home")]),
        ("The ‘90s and the boys' dogs and rock 'n' roll.", []),
        ('"He called it ""unjust"" again."', [(0, "unjust")]),
    ],
)
def test_every_kind_of_mark(text: str, wanted: list[tuple[int, str]]) -> None:
    assert inner(text) == wanted


def test_a_mark_repeated_at_each_paragraph_leaves_each_paragraph_a_quotation() -> None:
    text = "“First.\n\n“Second.\n\n“Third,” he said."
    assert inner(text) == [(0, "First."), (0, "Second."), (0, "Third,")]
    assert [q.open_end for q in find_quotations(text)] == [True, True, False]


def test_one_that_runs_over_paragraphs_ends_at_its_closing_mark() -> None:
    assert inner("“First.\n\nSecond,” he said.") == [(0, "First.\n\nSecond,")]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    assert inner("“Lost mark.\n\nPlain text.\n\nMore of it.") == [(0, "Lost mark.")]


@pytest.mark.parametrize(
    "text", ["“" * 10_000 + "a" + "”" * 10_000, '"' * 20_000, "' " * 20_000, "“a '" * 20_000, '"abc\n\n' * 20_000, "‘a " * 20_000]
)
def test_ten_thousand_marks_take_little_time(text: str) -> None:
    began = time.process_time()
    assert all(q.depth < DEPTH for q in find_quotations(text))
    assert time.process_time() - began < 3


@given(st.text(alphabet="ab “”\"'‘’«»„`.\n,", max_size=200))
def test_any_text_gives_quotations_inside_it_and_never_crossing(text: str) -> None:
    found = find_quotations(text)
    for q in found:
        assert 0 <= q.span.start < q.inner.start <= q.inner.end <= q.span.end <= len(text)
    for a in found:
        for b in found:
            assert not a.span.start < b.span.start < a.span.end < b.span.end


@given(st.text(alphabet='ab.\n "”', max_size=100))
def test_paragraphs_hold_every_character_that_is_not_space(text: str) -> None:
    found = paragraphs(text)
    kept = "".join(p.of(text) for p in found)
    assert "".join(kept.split()) == "".join(text.split())
