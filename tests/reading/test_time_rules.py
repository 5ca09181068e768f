"""Every example and counterexample of the time lexicon, read as on Wednesday 14 October 2020."""

import re
from datetime import date

import pytest

from onrecord.basis import Omission
from onrecord.pipeline import read_times
from onrecord.reading.timexes import detect
from onrecord.resources.resources import Resources

KNOWN = Resources()
WORDS = KNOWN.time_words
RULES = [*WORDS.rules, *WORDS.prefixes, *WORDS.holidays]
REFERENCE = date(2020, 10, 14)


def bare(example: str) -> tuple[str, list[tuple[int, int]], list[str]]:
    """An example's text, the spans its brackets mark, and the values it promises."""
    marked, _, values = example.partition(" => ")
    spans, out, last = [], "", 0
    for found in re.finditer(r"\[([^\]]*)\]", marked):
        out += marked[last : found.start()]
        spans.append((len(out), len(out) + len(found[1])))
        out += found[1]
        last = found.end()
    return out + marked[last:], spans, values.split()


@pytest.mark.parametrize(("rule", "example"), [(r.id, e) for r in RULES for e in r.examples])
def test_example(rule: str, example: str) -> None:
    text, spans, values = bare(example)
    omissions: list[Omission] = []
    times = read_times(text, reference=REFERENCE, resources=KNOWN, omissions=omissions)
    if values == ["LEFT_OUT"]:
        assert not times
        assert [(o.span.start, o.span.end) for o in omissions] == spans
        assert [t.basis.rule for t in detect(text, resources=KNOWN)] == [rule]
        return
    assert [(t.span.start, t.span.end) for t in times if any(t.span.start < e and s < t.span.end for s, e in spans)] == spans
    if values:
        assert [t.value for t in times if (t.span.start, t.span.end) in spans] == values
    assert any(rule in t.basis.rule.replace("holiday-", "").split("+") for t in times)


@pytest.mark.parametrize(("rule", "text"), [(r.id, e) for r in (*WORDS.rules, *WORDS.prefixes) for e in r.counterexamples])
def test_counterexample(rule: str, text: str) -> None:
    times = read_times(text, reference=REFERENCE, resources=KNOWN)
    assert not [t for t in times if rule in t.basis.rule.split("+")]


@pytest.mark.parametrize("text", WORDS.word_examples)
def test_word_class_example(text: str) -> None:
    assert read_times(text, reference=REFERENCE, resources=KNOWN)
