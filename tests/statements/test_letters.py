"""Letters: the document itself, those that a text relays, and what is answered."""

import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.statements.attribute import attribute
from onrecord.statements.letter import Letter
from tests.statements.drills import RESOURCES

RELAYED = [
    ("Brazil sent Guyana a letter asking for restraint.", "Brazil", "Guyana"),
    (
        "In a letter to Pope Leo, the imam of Kaduna, Sheikh Jibril, wrote that vigilantes had burned his school.",
        "Sheikh Jibril",
        "Pope Leo",
    ),
    ("The mayor received a letter from Chile's prime minister.", "Chile's prime minister", "The mayor"),
    ("Foreign Minister Wilk has written to his Lithuanian colleague to apologise.", "Foreign Minister Wilk", "his Lithuanian colleague"),
    ("The envoy delivered a message to the king on Monday.", "The envoy", "the king"),
]


def letters_of(parser: Parser, text: str) -> tuple[Letter, ...]:
    return attribute(read(lay_out(new_document(text)), parser=parser, resources=RESOURCES), resources=RESOURCES).letters


@pytest.mark.parametrize(("text", "sender", "recipient"), RELAYED)
def test_a_report_that_somebody_wrote(parser: Parser, text: str, sender: str, recipient: str) -> None:
    (letter,) = letters_of(parser, text)
    assert letter.relayed
    assert letter.sender is not None
    assert (letter.sender.of(text), [r.of(text) for r in letter.recipients]) == (sender, [recipient])


def test_a_letter_by_its_layout(parser: Parser) -> None:
    text = (
        "Apia, 4 March 1996\n\nTo the Prime Minister of Tonga\n\nDear Prime Minister,\n\nI thank you for your message of 1 March. Your boats entered our waters.\n"
        "We demand that they withdraw.\n\nYours sincerely,\n\nJulius Kapani\nPrime Minister of Samoa"
    )
    (letter,) = letters_of(parser, text)
    assert not letter.relayed
    assert letter.sender is not None
    assert letter.sender.of(text) == "Julius Kapani"
    assert [r.of(text) for r in letter.recipients] == ["the Prime Minister of Tonga"]
    assert letter.place is not None
    assert letter.place.of(text) == "Apia"
    assert letter.answers is not None
    assert (letter.answers.what, letter.answers.by and letter.answers.by.of(text)) == ("message", "your")


def test_the_authors_own_we_is_the_letters_voice(parser: Parser) -> None:
    text = "Apia, 4 March 1996\n\nDear Prime Minister,\n\nWe demand that the boats withdraw.\n\nYours sincerely,\n\nJulius Kapani\nPrime Minister of Samoa"
    found = attribute(read(lay_out(new_document(text)), parser=parser, resources=RESOURCES), resources=RESOURCES)
    assert [(s.stance, s.hold) for s in found.statements] == [("demands", "same_voice")]


def test_a_salutation_to_anybody_names_no_recipient(parser: Parser) -> None:
    text = "15 September 2013\n\nYour Excellency,\n\nWe did not use gas.\n\nPlease accept the assurances of my highest consideration.\n\nSamir Haddad\nPermanent Representative"
    (letter,) = letters_of(parser, text)
    assert letter.recipients == ()
    assert letter.sender is not None
    assert letter.sender.of(text) == "Samir Haddad"


def test_words_that_answer_a_letter_tell_of_it(parser: Parser) -> None:
    text = "Responding to the letter dated 3 February from the Botswana High Commission, Namibia states that it has moved no soldiers."
    (letter,) = letters_of(parser, text)
    assert letter.relayed
    assert letter.answers is not None
    assert letter.answers.what == "letter"
    assert letter.answers.by is not None
    assert letter.answers.by.of(text) == "the Botswana High Commission"
    assert letter.sender is not None
    assert letter.sender.of(text) == "Namibia"


def test_a_letter_named_in_passing_is_none(parser: Parser) -> None:
    assert letters_of(parser, "The letter was found in a drawer in Lima.") == ()
