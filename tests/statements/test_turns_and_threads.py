"""Turns of talk with whom they speak to, answered mail behind ">", acts of a body with their feeling: who says what to whom."""

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.pipeline import Stages, document_from_text, read_document
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.statements.attribute import attribute
from onrecord.statements.statement import Statements
from tests.statements.drills import RESOURCES


def said(parser: Parser, text: str) -> Statements:
    return attribute(read(lay_out(new_document(text)), parser=parser, resources=RESOURCES), resources=RESOURCES)


def stages(parser: Parser, text: str) -> Stages:
    return read_document(document_from_text(text), parser=parser, resources=RESOURCES)


BRIEFING = (
    "Transcript: Foreign Minister Tomas Arce's press conference\n\nQUESTION: Minister, the front says the army broke the truce. What is your answer?\n\n"
    "ANSWER: Of course not. The front shelled Oruna.\n\nQ: And will you attack?\n\nA: I spoke with Governor Paz, and he told me that the front had fled.\n"
)
RADIO = (
    "Interview with General Sao Min, spokesman of the Hill Front, by Radio Delta\n\nRadio Delta: What happened?\n\nSao Min: The regime bombed the market.\n\n"
    "Radio Delta: The army says you killed prisoners. Is that true?\n\nSao Min: I cannot say. We demand an inquiry.\n\nRadio Delta: Thank you.\n"
)


def test_a_press_conference_is_his_who_gives_it(parser: Parser) -> None:
    found = [s for s in said(parser, BRIEFING).statements if s.basis.rule == "transcript-turn"]
    assert [[x.of(BRIEFING) for x in s.source] for s in found] == [[], ["Tomas Arce"], [], ["Tomas Arce"]]
    assert found[1].content[0].of(BRIEFING).startswith("Of course not")
    assert [x.of(BRIEFING) for x in found[2].addressees] == ["Tomas Arce"]


def test_he_in_an_answer_is_another(parser: Parser) -> None:
    found = said(parser, BRIEFING)
    told = next(s for s in found.statements if s.cue and s.cue[0].of(BRIEFING) == "told")
    assert (told.source[0].of(BRIEFING), told.hold, told.parent is not None) == ("he", "full", True)


def test_turns_speak_to_each_other_and_labels_are_not_said(parser: Parser) -> None:
    found = [s for s in said(parser, RADIO).statements if s.basis.rule == "transcript-turn"]
    assert [x.of(RADIO) for x in found[2].addressees] == ["Sao Min"]
    assert [x.of(RADIO) for x in found[3].addressees] == ["Radio Delta"]
    assert not [s for s in said(parser, RADIO).statements if s.content[0].of(RADIO) == "Sao Min"]


def test_mail_answered_behind_marks(parser: Parser) -> None:
    text = (
        "From: Ada Lund <ada@relief.example>\nTo: Omar Said <omar@desk.example>\nDate: Tue, 16 Mar 2021 09:12:00 +0300\nSubject: Re: Shelling\n\n"
        "The clinic told us that two people were wounded.\n\nAda\n\nOn Mon, 15 Mar 2021 at 18:40, Omar Said <omar@desk.example> wrote:\n"
        "> Can you confirm? The governor told us that nine had died.\n> Omar\n>\n> -----Original Message-----\n> From: Layla Nur <layla@mod.example>\n"
        "> Sent: Sunday, March 14, 2021 8:05 PM\n> To: Omar Said <omar@desk.example>\n> Subject: Shelling\n>\n> The militia shelled the market. We ask you to condemn it.\n"
    )
    letters = stages(parser, text).statements.letters
    assert [(x.sender.of(text) if x.sender else None, [r.of(text) for r in x.recipients], x.basis.rule) for x in letters] == [
        ("Ada Lund", ["Omar Said"], "mail-header"),
        ("Omar Said", ["Ada Lund"], "quoted-mail"),
        ("Layla Nur", ["Omar Said"], "forwarded-mail"),
    ]
    assert letters[0].answers is not None
    assert letters[0].answers.by is not None
    assert letters[0].answers.by.of(text) == "Omar Said"
    assert not [s for s in stages(parser, text).statements.statements if s.basis.rule == "announced-statement"]


def test_the_feeling_with_which_a_body_notes(parser: Parser) -> None:
    text = (
        "The General Assembly,\n\nNoting with deep concern the report of the Group of Observers, which finds that troops crossed the border,\n\n"
        "1. Requests the Secretary-General to report on the matter;\n\n2. Decides to remain seized of the matter.\n"
    )
    found = said(parser, text).statements
    assert [s.cue[0].of(text) for s in found if s.basis.rule == "resolution-act"] == ["Noting with deep concern", "Requests", "Decides"]
    assert [s.source[0].of(text) for s in found if s.parent] == ["which"]


POSTS = """Fire Service of Oruma @orumafire
The mill at Dock Road is alight. We are on our way.

Radio Oruma (@radioruma) · Mar 3
Residents tell us that soldiers set the mill on fire.
"""


def test_posts_are_said_by_the_account_over_them(parser: Parser) -> None:
    found = [(s.source[0].of(POSTS), s.basis.rule) for s in said(parser, POSTS).statements]
    assert found == [
        ("Fire Service of Oruma", "post-under-account"),
        ("Radio Oruma", "post-under-account"),
        ("Residents", "tell/clause-after-cue"),
    ]


def test_one_line_with_a_handle_is_a_byline(parser: Parser) -> None:
    text = "Amina Yusuf @aminay\n\nThe mill at Dock Road burned down on Monday."
    assert not said(parser, text).statements
