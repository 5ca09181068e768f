"""Any reading at all: statements stay inside the text, in order and nested rightly, in time that grows with the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents.document import new_document
from onrecord.reading.parse import Parser, children_of
from onrecord.reading.reading import Reading, Sentence, Token
from onrecord.span import Span
from onrecord.statements.attribute import attribute
from tests.statements.drills import RESOURCES, statements_of

Row = tuple[str, str, str, str, str, int]


def built(rows: list[Row], per: int, joiner: str = " ") -> Reading:
    """Sentences of `per` rows: word, lemma, part of speech, tag, relation, and the head's index in the document."""
    text, tokens = "", []
    for index, (word, lemma, pos, tag, dep, head) in enumerate(rows):
        text += joiner if text else ""
        tokens.append(Token(index, len(text), len(text) + len(word), word, lemma, pos, tag, dep, head, index // per))
        text += word
    sentences = []
    for number, first in enumerate(range(0, len(rows), per)):
        last = min(len(rows), first + per)
        sentences.append(Sentence(number, Span(tokens[first].start, tokens[last - 1].end), first, last, first))
    done = tuple(tokens)
    return Reading(new_document(text), done, tuple(sentences), children_of(done), parser="by hand")


WORDS: list[tuple[str, str, str, str]] = [
    ("said", "say", "VERB", "VBD"), ("denied", "deny", "VERB", "VBD"), ("claim", "claim", "NOUN", "NN"), ("Ali", "Ali", "PROPN", "NNP"),
    ("he", "he", "PRON", "PRP"), ("which", "which", "PRON", "WDT"), ("according", "accord", "VERB", "VBG"), ("to", "to", "ADP", "IN"),
    ("that", "that", "SCONJ", "IN"), (",", ",", "PUNCT", ","), (".", ".", "PUNCT", "."), (":", ":", "PUNCT", ":"), ("“", "“", "PUNCT", "``"),
    ("”", "”", "PUNCT", "''"), ('"', '"', "PUNCT", "''"), ("reportedly", "reportedly", "ADV", "RB"), ("letter", "letter", "NOUN", "NN"),
    ("by", "by", "ADP", "IN"), ("—", "—", "PUNCT", ":"), ("of", "of", "ADP", "IN"), ("reports", "report", "NOUN", "NNS"), ("sure", "sure", "ADJ", "JJ"),
]  # fmt: skip
RELATIONS = ["nsubj", "nsubjpass", "ccomp", "xcomp", "conj", "prep", "pobj", "dobj", "advcl", "relcl", "acl", "mark", "poss", "punct", "agent", "appos", "acomp", "pcomp", "amod"]  # fmt: skip


@st.composite
def any_readings(draw: st.DrawFn) -> Reading:
    size = draw(st.integers(1, 24))
    per = draw(st.integers(3, 24))
    rows: list[Row] = []
    for index in range(size):
        first = index // per * per
        word, lemma, pos, tag = draw(st.sampled_from(WORDS))
        head = first if index == first else draw(st.integers(first, min(size, first + per) - 1))
        dep = "ROOT" if head == index else draw(st.sampled_from(RELATIONS))
        rows.append((word, lemma, pos, tag, dep, head))
    return built(rows, per, draw(st.sampled_from([" ", "\n\n", "\n"])))


@given(any_readings())
@settings(max_examples=300, deadline=None)
def test_any_reading_gives_statements_in_order_inside_the_text(reading: Reading) -> None:
    found = attribute(reading, resources=RESOURCES).statements
    text = reading.document.text
    seen: set[str] = set()
    for s in found:
        assert s.content
        assert all(p.end <= len(text) and len(p) > 0 for p in (*s.content, *s.cue, *s.source))
        assert s.parent is None or s.parent in seen, "outer before inner"
        assert s.source_head is None or 0 <= s.source_head < len(reading.tokens)
        assert s.basis.rule
        seen.add(s.id)
    assert len(seen) == len(found)


def a_said_that(count: int) -> list[Row]:
    """Ali said Ali said Ali said ..."""
    rows: list[Row] = []
    for k in range(count):
        rows.append(("Ali", "Ali", "PROPN", "NNP", "nsubj", 2 * k + 1))
        rows.append(("said", "say", "VERB", "VBD", "ccomp" if k else "ROOT", 2 * k - 1 if k else 1))
    return rows


def one_head(count: int) -> list[Row]:
    """A verb with thousands of clauses hung on it."""
    return [("said", "say", "VERB", "VBD", "ROOT", 0), *([("said", "say", "VERB", "VBD", "ccomp", 0)] * count)]


def many_names(count: int) -> list[Row]:
    """Ten thousand names in a list."""
    return [("said", "say", "VERB", "VBD", "ROOT", 0), *(("Ali", "Ali", "PROPN", "NNP", "conj" if k else "nsubj", k) for k in range(count))]


def ten_thousand_marks() -> list[Row]:
    """Ten thousand quotations, one in the other."""
    opening: list[Row] = [("“", "“", "PUNCT", "``", "punct" if k else "ROOT", 0) for k in range(10_000)]
    return [*opening, ("Go", "go", "VERB", "VB", "dep", 0), *([("”", "”", "PUNCT", "''", "punct", 0)] * 10_000)]


@pytest.mark.parametrize(
    "rows", [a_said_that(2_500), one_head(4_000), many_names(10_000), ten_thousand_marks()], ids=["nested", "wide", "list", "marks"]
)
def test_endless_sentences_take_little_time(rows: list[Row]) -> None:
    reading = built(rows, len(rows))
    began = time.process_time()
    attribute(reading, resources=RESOURCES)
    assert time.process_time() - began < 4


@pytest.mark.parametrize(
    "text",
    ["“ " * 500 + "no one spoke" + " ”" * 500, "He said. He said, and said: “", "said said said", "", "“”", "X: Y: Z:", "Dear"],
)
def test_garbage_breaks_nothing(parser: Parser, text: str) -> None:
    assert all(s.content for s in statements_of(parser, text).statements)


def test_a_mark_lost_at_the_start_of_a_book_does_not_swallow_it(parser: Parser) -> None:
    text = "“We left at dawn, the captain said.\n\n" + "The river rose. Nobody was on the bridge.\n\n" * 20
    found = statements_of(parser, text)
    assert all(c.end < 60 for s in found.statements for c in s.content)


def test_capitals_and_small_letters_are_read_too(parser: Parser) -> None:
    capitals = statements_of(parser, "POLICE SAID ON MONDAY THAT TWO BOATS HAD BEEN SUNK.")
    small = statements_of(parser, "police said on monday that two boats had been sunk.")
    assert len(capitals.statements) == len(small.statements) == 1
