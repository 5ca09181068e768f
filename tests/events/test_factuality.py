"""Factuality of a predicate: by trees built by hand, in statements, and in bounded time."""

import time

from tests.build import reading

from onrecord.basis import Basis
from onrecord.events.factuality import judge, judge_span
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.statement import Stance, Statement, Statements

SHELLED = """
Tarvia Tarvia PROPN NNP nsubj 1
denied deny VERB VBD ROOT 1
shelling shell VERB VBG xcomp 1
Oruma Oruma PROPN NNP dobj 2
"""


def statement(stance: Stance, content: Span, cue: Span, cue_head: int) -> Statements:
    made = Statement("s1", None, (Span(0, 6),), 0, (cue,), cue_head, (content,), "indirect", stance, Basis("test"))
    return Statements((made,))


def test_a_denied_content_did_not_happen_for_its_denier(resources: Resources) -> None:
    read = reading(SHELLED)
    judged = judge(read, 2, statement("denies", Span(14, 28), Span(7, 13), 1), resources=resources)
    assert judged.statement == "s1"
    assert judged.factuality.happened is False
    assert judged.factuality.certainty == "certain"
    assert [v.happened for v in judged.views] == [False]


def test_the_denying_itself_happened(resources: Resources) -> None:
    judged = judge(reading(SHELLED), 1, Statements(), resources=resources)
    assert judged.factuality.happened is True
    assert judged.factuality.status == "actual"


def test_a_verb_outside_the_innermost_content_changes_nothing(resources: Resources) -> None:
    read = reading(SHELLED.replace("denied deny", "doubts doubt"))
    judged = judge(read, 2, statement("asserts", Span(14, 28), Span(7, 13), 5), resources=resources)
    assert judged.factuality.happened is True


def test_a_span_without_words_is_not_judged(resources: Resources) -> None:
    assert judge_span(reading(SHELLED), Span(200, 210), Statements(), resources=resources) is None


def test_a_list_of_thousands_of_verbs_is_judged_in_bounded_time(resources: Resources) -> None:
    rows = ["fell fall VERB VBD ROOT 0", *(f"fell fall VERB VBD conj {i}" for i in range(5000))]
    read = reading("\n".join(rows))
    began = time.monotonic()
    for index in range(0, 5001, 50):
        judge(read, index, Statements(), resources=resources)
    assert time.monotonic() - began < 2
