"""Letters inside letters: annexes, enclosures, answered and forwarded mail; each with its own writer, and what is in it on his account."""

import pytest

from onrecord.pipeline import document_from_text, read_document
from onrecord.reading.parse import Parser
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.letter_numbers import number_in

ANNEXED = """Identical letters dated 4 March 2014 from the Chargé d'affaires of the Permanent Mission of Malawi to the United Nations
addressed to the Secretary-General and the President of the Security Council

I have the honour to transmit herewith a letter from the Minister for Foreign Affairs of Malawi, Grace Banda (see annex).

(Signed) Peter Mwale
Chargé d'affaires

Annex to the identical letters dated 4 March 2014

Lilongwe, 2 March 2014

Excellency,

Armed men raided the village of Dedza on 28 February 2014. My Government condemns this attack. We have asked the Union to send observers.

Please accept, Excellency, the assurances of my highest consideration.

Grace Banda
Minister for Foreign Affairs
"""
THREAD = """From: Jonas Petersen <jonas@mission.example>
To: Maria Kovacs <maria@mission.example>
Date: Mon, 4 May 2015 18:40:00 +0200
Subject: Re: Shelling at Horlivka

Maria,

The commander denies that his men fired on the checkpoint.

Jonas

-----Original Message-----
From: Maria Kovacs
Sent: 4 May 2015 16:02
To: Jonas Petersen
Subject: Shelling at Horlivka

Jonas,

Four mortar rounds hit the checkpoint at 14:20 and wounded two civilians.

Maria

On Mon, May 4, 2015 at 3:15 PM, Ivan Tkach <ivan@host.example> wrote:
> The rebels shelled the school after noon.
"""


def letters_of(text: str, parser: Parser, resources: Resources) -> list[tuple[str | None, list[str], str | None, bool]]:
    """Sender, recipients, date and whether relayed, of each letter."""
    found = read_document(document_from_text(text), parser=parser, resources=resources).statements.letters
    return [
        (x.sender.of(text) if x.sender else None, [r.of(text) for r in x.recipients], x.date.of(text) if x.date else None, x.relayed)
        for x in found
    ]


def speakers_of(text: str, word: str, parser: Parser, resources: Resources) -> list[str]:
    """The sources of the statements that hold a word's event."""
    made = read_document(document_from_text(text), parser=parser, resources=resources)
    event = next(e for e in made.events.events if word in e.trigger.span.of(text))
    said = {s.id: s for s in made.statements.statements}
    return [s.source[0].of(text) for s in said.values() if s.id == event.statement and s.source]


def test_a_letter_in_an_annex_is_a_letter_of_its_own(parser: Parser, resources: Resources) -> None:
    cover, enclosed = letters_of(ANNEXED, parser, resources)
    assert cover[1] == ["the Secretary-General", "the President of the Security Council"]
    assert (cover[2], cover[3]) == ("4 March 2014", False)
    assert enclosed == ("Grace Banda", [], "2 March 2014", True)


def test_her_own_government_is_no_second_voice(parser: Parser, resources: Resources) -> None:
    assert speakers_of(ANNEXED, "attack", parser, resources) == ["Grace Banda"]


def test_each_mail_of_a_thread_has_its_writer_and_the_first_answers_the_next(parser: Parser, resources: Resources) -> None:
    first, second, third = letters_of(THREAD, parser, resources)
    assert (first[0], first[1]) == ("Jonas Petersen", ["Maria Kovacs"])
    assert (second[0], second[1], second[3]) == ("Maria Kovacs", ["Jonas Petersen"], True)
    assert third[0] == "Ivan Tkach"
    assert speakers_of(THREAD, "hit", parser, resources) == ["Maria Kovacs"]
    assert speakers_of(THREAD, "shelled", parser, resources) == ["Ivan Tkach"]
    answers = read_document(document_from_text(THREAD), parser=parser, resources=resources).statements.letters[0].answers
    assert answers is not None
    assert answers.by is not None
    assert answers.by.of(THREAD) == "Maria Kovacs"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the letter from Chad (S/2019/455), which", "S/2019/455"),
        ("Ref. No. 221/PM/NY/2018", "221/PM/NY/2018"),
        ("note verbale No. 88/2018 of 3 April", "88/2018"),
        ("Our ref: CIO.GAL/77/15", "CIO.GAL/77/15"),
        ("resolution A/RES/62/243.", "A/RES/62/243"),
        ("the talks went on for no 3 days", None),
        ("we had no reason to fire", None),
        ("the minister and/or his deputy", None),
    ],
)
def test_numbers_of_letters(text: str, expected: str | None) -> None:
    found = number_in(text, 0, len(text))
    assert (found.of(text) if isinstance(found, Span) else None) == expected
