from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from tests.documents.test_layout import parts

RESOLUTION = """United Nations  S/RES/9901 (2031)
Security Council
4 May 2031

Resolution 9901 (2031)

Adopted by the Security Council at its 9999th meeting, on 4 May 2031

The Security Council,

Recalling its resolution 9900 (2030),

Gravely concerned at the violations of the ceasefire in the Osta valley,

1. Demands that all parties cease hostilities;

2. Calls upon Sudland to withdraw its forces:
(a) from the valley;
(b) from the northern bank;

3. Decides to remain seized of the matter.
"""


def test_a_resolution() -> None:
    found = parts(RESOLUTION)
    assert [k for k, _ in found][:3] == ["header", "headline", "header"]
    assert next(t for k, t in found if k == "preamble") == "The Security Council,"
    assert len([k for k, _ in found if k == "preamble"]) == 3
    assert [t[:2] for k, t in found if k == "operative"] == ["1.", "2.", "(a", "(b", "3."]
    document = lay_out(new_document(RESOLUTION))
    assert (document.kind, document.title) == ("resolution", "Resolution 9901 (2031)")


def test_a_resolution_run_together_in_one_paragraph() -> None:
    text = "The General Assembly, Recalling its resolution 12/3 of 9 May 1987, Deeply concerned about the valley, 1. Calls upon Sudland to withdraw; 2. Requests a report."
    assert [k for k, _ in parts(text)] == ["preamble", "preamble", "preamble", "operative", "operative"]


def test_operative_paragraphs_without_numbers() -> None:
    text = "The Council of Ministers,\n\nMindful of its duty,\n\nNoting the report,\n\nCondemns the attack of 2 May;\n\nFurther demands that it be investigated.\n"
    assert [k for k, _ in parts(text)] == ["preamble"] * 3 + ["operative"] * 2


def test_a_report_that_begins_with_a_body_is_no_resolution() -> None:
    text = (
        "The Security Council,\nmeeting in New York on Monday, called on Sudland to withdraw. Having failed to agree before, it voted late."
    )
    assert lay_out(new_document(text)).kind != "resolution"
