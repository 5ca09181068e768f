"""Words that a small parser takes for another part of speech, on the real parser."""

import pytest

from onrecord.pipeline import document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.reading.read import read
from onrecord.reading.reading import Reading, Token
from onrecord.resources.resources import Resources


def word(reading: Reading, text: str) -> Token:
    return next(t for t in reading.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "held"),
    [
        ("The Council,\n\nRequests that the Group of Experts continue its work;", "Requests", "continue"),
        ("The Council,\n\nRequests the Panel to report on the embargo;", "Requests", "Panel"),
        ("Kenya welcomed the truce announced in Cairo.", "welcomed", "truce"),
        ("She welcomed the agreement struck last week in Doha.", "welcomed", "agreement"),
        ("The council heard that armed elements looted humanitarian warehouses and abducted aid workers.", "abducted", "workers"),
        ("Witnesses said that soldiers of Battalion 400 shot dead a boy in Sugapa.", "shot", "boy"),
        ("Police shot dead two men in Hebron.", "shot", "dead"),
        ("Kuala Lumpur is due to host talks between the two sides in May.", "host", "talks"),
        ("The rebels promised to release prisoners, lift the siege and leave.", "release", "lift"),
        ("The minister vowed to respond and in some cases attack the camps.", "respond", "attack"),
        ("The army ordered them to leave and burned the huts.", "ordered", "burned"),
        ("The envoy assured her that Chad had told its men to leave and denied that they had fired.", "assured", "denied"),
        ("The mission was aware of allegations that troops had burned the huts.", "allegations", "burned"),
        # counterexamples
        ("The mayor wants to visit Goma but refuses to meet the rebels.", "wants", "refuses"),
        ("The delay is due to engine failure.", "to", "failure"),
        ("She said the truce announced in Cairo held.", "held", "truce"),
        ("The army freed the captured nurses.", "nurses", "captured"),
    ],
)
def test_what_hangs_on_a_word(parser: SpacyParser, resources: Resources, text: str, verb: str, held: str) -> None:
    reading = read(document_from_text(text), parser=parser, resources=resources)
    assert reading.tokens[word(reading, held).head].text == verb


def test_a_verb_in_s_that_opens_a_paragraph(parser: SpacyParser, resources: Resources) -> None:
    text = "The Council,\n\nReaffirms its support for the mission;"
    reading = read(document_from_text(text), parser=parser, resources=resources)
    assert (word(reading, "Reaffirms").pos, word(reading, "Reaffirms").tag) == ("VERB", "VBZ")
