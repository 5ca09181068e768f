"""Whole articles: every kind of quotation mark has its right speaker, and every kind of cue its stance."""

import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.statements.attribute import attribute
from onrecord.statements.statement import Statement
from tests.statements.drills import RESOURCES
from tests.statements.test_chains import found_in, speakers

MARKS = [
    ("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("„", "“"), ("«", "»"), ("»", "«"), ("``", "''"), ("“", '"'), ('"', "”"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_every_kind_of_mark_has_its_speaker_and_no_dateline(parser: Parser, opening: str, closing: str) -> None:
    quote = f"{opening}Gunboats shelled the ferry at Bonga on Monday,{closing}"
    text = (
        f"Ferry hit\n\nBONGA, March 3 (Trend) - {quote} said Colonel Amina Diallo.\n\n{opening}Jets bombed Tora,{closing} a nurse said.\n"
    )
    found = found_in(parser, text)
    assert speakers(text, found, "shelled") == ["Colonel Amina Diallo"]
    assert speakers(text, found, "bombed") == ["a nurse"]
    assert [c.of(text) for c in found.statements[0].content] == [quote]


def test_a_mark_opened_again_at_each_paragraph_keeps_the_speaker(parser: Parser) -> None:
    text = '"They came at four," said Hawa Sesay. "They burned the market.\n\n"They took my brother.\n\n"Then they looted the clinic."\n'
    found = found_in(parser, text)
    assert [speakers(text, found, w) for w in ("burned", "took", "looted")] == 3 * [["Hawa Sesay"]]


def test_an_unclosed_mark_ends_with_its_paragraph(parser: Parser) -> None:
    text = "“Militiamen stormed the court, said the prosecutor, Nadia Rahman.\n\nThe rebels withdrew from Tora.\n"
    found = found_in(parser, text)
    assert speakers(text, found, "stormed") == ["the prosecutor, Nadia Rahman"]
    assert speakers(text, found, "withdrew") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The bishop described the attack. "Gunmen stormed the church at dawn."', ["The bishop"]),
        ('Sara Conteh blamed the army. "Soldiers stormed the bridge."', ["Sara Conteh"]),
        ('The mayor walked home. "Gunmen stormed the church at dawn."', []),
    ],
)
def test_a_quotation_without_a_cue_is_of_who_speaks_in_the_sentence_before(parser: Parser, text: str, speaker: list[str]) -> None:
    assert speakers(text, found_in(parser, text), "stormed") == speaker


def test_who_commands_a_garrison_orders_nothing(parser: Parser) -> None:
    found = found_in(parser, "A shell fell, said Colonel Amina Diallo, who commands the rebel garrison.")
    assert [s.stance for s in found.statements] == ["asserts"]


STANCES = {
    "asserts": ["The army asserted that rebels had shelled the dam.", "The mayor stated that a clinic burned.", "The agency warned that stocks would run out."],
    "denies": ["Marovia denied that its troops had crossed.", "The general denied bombing the school.", "The envoy rejected the claim that jets had struck."],
    "asks": ["The judge asked whether police had beaten the prisoners.", "Lawmakers inquired whether the navy had sunk it.", '"Did they shell the camp?" a reporter asked.'],
    "doubts": ["The envoy doubted that the rebels had left.", "Analysts questioned whether the raid took place.", "The senator was sceptical that they had left."],
    "concedes": ["The colonel conceded that his men had looted shops.", "The ministry admitted that a drone had hit a wedding.", "Police acknowledged that they had fired."],
    "promises": ["The president promised to free the hostages.", "The rebels vowed that they would release the nurses.", "The general pledged to withdraw."],
    "demands": ["The union demanded that police release its leader.", "The council called on the rebels to lift the siege.", '"Withdraw at once," the minister demanded.'],
    "threatens": ["The warlord threatened to bomb the dam.", "The junta warned that it would attack the embassy.", '"We will burn your village," the captain threatened.'],
    "accuses": ["Chad accused its neighbour of arming bandits.", "The bishop blamed police for the killing.", "The envoy condemned the shelling of the school."],
}  # fmt: skip


@pytest.mark.parametrize(("stance", "text"), [(k, t) for k, texts in STANCES.items() for t in texts])
def test_what_a_cue_says(parser: Parser, stance: str, text: str) -> None:
    found = attribute(read(lay_out(new_document(text)), parser=parser, resources=RESOURCES), resources=RESOURCES).statements
    outer: Statement = next(s for s in found if s.parent is None)
    assert outer.stance == stance


def test_a_warning_of_anothers_blow_is_no_threat(parser: Parser) -> None:
    for text in ("The agency warned that rebels would attack the dam.", "The officials warned that it would burn."):
        assert [s.stance for s in found_in(parser, text).statements] == ["asserts"]
