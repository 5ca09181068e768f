"""Resolutions, communiqués, interviews, announced texts and dialogue set off by dashes: who says what in each."""

import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.statements.attribute import attribute
from onrecord.statements.statement import Statement
from tests.statements.drills import RESOURCES


def said(parser: Parser, text: str) -> list[Statement]:
    return list(attribute(read(lay_out(new_document(text)), parser=parser, resources=RESOURCES), resources=RESOURCES).statements)


def acts(parser: Parser, text: str) -> list[tuple[str, str, str]]:
    """Source, cue and stance of each act of a resolution."""
    return [(s.source[0].of(text), s.cue[0].of(text), s.stance) for s in said(parser, text) if s.basis.rule == "resolution-act"]


def test_every_verb_of_a_resolution_is_the_bodys_act(parser: Parser) -> None:
    text = (
        "The Security Council,\n\nRecalling its resolution 2688 (2029),\n\nGravely concerned at the shelling of Kesta,\n\n"
        "1. Condemns the attack on Kesta, and demands that Norvania withdraw its forces;\n\n2. Calls upon all parties to allow aid, and urges States to help;\n\n"
        "3. Decides to remain seized of the matter.\n"
    )
    body = "The Security Council"
    assert acts(parser, text) == [
        (body, "Recalling", "asserts"), (body, "Gravely concerned", "asserts"), (body, "Condemns", "accuses"), (body, "demands", "demands"),
        (body, "Calls upon", "demands"), (body, "urges", "demands"), (body, "Decides", "promises"),
    ]  # fmt: skip


def test_a_body_named_above_a_bare_council(parser: Parser) -> None:
    text = (
        "COMMUNIQUÉ\n\nThe Peace and Security Council of the African Union, at its 742nd meeting, adopted the following decision:\n\nCouncil,\n\n"
        "1. Takes note of the briefing by the Chairperson;\n\n2. Strongly condemns the attack on the village of Duk;\n"
    )
    body = "The Peace and Security Council of the African Union"
    assert acts(parser, text) == [(body, "Takes note of", "asserts"), (body, "Strongly condemns", "accuses")]


def test_a_list_after_decides_to(parser: Parser) -> None:
    text = "The Permanent Council,\n\nrecalling its decision No. 7,\n\ndecides to:\n\n- extend the mandate of the Mission;\n\n- urge the parties to release the monitors.\n"
    assert [(cue, stance) for _, cue, stance in acts(parser, text)] == [
        ("recalling", "asserts"),
        ("extend", "promises"),
        ("urge", "demands"),
    ]


def test_answers_of_an_interview_are_his_who_is_interviewed(parser: Parser) -> None:
    text = (
        "Interview of the Minister of Defence, Col. Amadou Diarra, with Radio Sahel\n\nQ: Did your troops enter the town?\n\n"
        "A: No. The rebels attacked our post.\n\nQ: Niger says that you killed three soldiers.\n\nA: That is false. We did not fire.\n"
    )
    turns = [s for s in said(parser, text) if s.basis.rule == "transcript-turn"]
    assert [(s.source[0].of(text) if s.source else "", s.stance) for s in turns] == [
        ("", "asks"), ("Amadou Diarra", "asserts"), ("", "asserts"), ("Amadou Diarra", "asserts"),
    ]  # fmt: skip
    assert "killed three soldiers" in turns[-1].takes_up[0].of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Following is the text of a statement issued by the Somali Government:\n\nWe condemn the attack on Kismayo.\n",
        "Following is the text of a statement issued by the Somali Government:\n\nQUOTE We condemn the attack on Kismayo. UNQUOTE\n",
    ],
)
def test_an_announced_text_is_its_issuers(parser: Parser, text: str) -> None:
    outer = said(parser, text)[0]
    assert (outer.source[0].of(text), outer.quotation) == ("the Somali Government", "direct")
    assert "We condemn the attack" in outer.content[0].of(text)


def test_dialogue_after_a_horizontal_bar(parser: Parser) -> None:
    text = "The judge looked up.\n\n\u2015 We did not fire, said the colonel. \u2015 The rebels attacked us at dawn.\n"
    found = said(parser, text)[0]
    assert found.quotation == "direct"
    assert [c.of(text) for c in found.content] == ["We did not fire,", "The rebels attacked us at dawn."]


def test_dialogue_after_a_bar_ends_where_a_line_with_a_dash_begins(parser: Parser) -> None:
    text = "\u2015 We fled, said the colonel\n- the list of the fallen follows\n"
    assert [c.of(text) for c in said(parser, text)[0].content] == ["We fled,"]
