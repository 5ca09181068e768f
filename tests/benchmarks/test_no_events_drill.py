"""The form of our own cases of what is no event, and what holds of one."""

import pytest
from benchmarks.scores.no_events import CASES, cases, holds


def test_a_case_is_its_kind_and_its_sentence_and_in_earnest_its_type() -> None:
    quiet, earnest = cases("# a comment\nsport | The club won.\nearnest | Rebels burned the club. ASSAULT\n")
    assert (quiet.kind, quiet.sentence, quiet.wanted) == ("sport", "The club won.", None)
    assert (earnest.sentence, earnest.wanted) == ("Rebels burned the club.", "ASSAULT")
    assert holds(quiet, set())
    assert not holds(quiet, {"ASSAULT"})
    assert holds(earnest, {"ASSAULT", "COERCE"})
    assert not holds(earnest, set())


@pytest.mark.parametrize("line", ["The club won.", "sport | The club won", "earnest | Rebels burned the club.", "| The club won."])
def test_a_line_of_another_form_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        list(cases(line))


def test_the_drill_holds_no_sentence_twice() -> None:
    found = [c.sentence for c in cases(CASES.read_text(encoding="utf-8"))]
    assert len(found) == len(set(found)) > 100
