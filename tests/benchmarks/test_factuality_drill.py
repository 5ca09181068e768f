"""The form of our own factuality cases, and what holds of one."""

import pytest
from benchmarks.scores.factuality_drill import CASES, cases, holds

from onrecord.events.event import Factuality


def test_a_case_is_its_kind_its_sentence_and_what_must_hold() -> None:
    (case,) = cases("# a comment\n\nnegation | The guards did not [fire]. | false certain\n")
    assert (case.kind, case.sentence, case.sentence[case.offset :]) == ("negation", "The guards did not fire.", "fire.")
    assert holds(case, Factuality("certain", False, "actual"))
    assert not holds(case, Factuality("probable", False, "actual"))
    assert not holds(case, Factuality("certain", True, "actual"))


@pytest.mark.parametrize("line", ["negation | The guards did not fire. | false", "The guards did not [fire].", "a | The [guards] left. |"])
def test_a_line_of_another_form_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        list(cases(line))


def test_the_drill_holds_no_sentence_twice_with_the_same_word() -> None:
    found = [(c.sentence, c.offset) for c in cases(CASES.read_text(encoding="utf-8"))]
    assert len(found) == len(set(found)) > 200
