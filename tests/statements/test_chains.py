"""Chains of speakers, what is passed over in them, quotations that go on, and the forms of whole texts."""

import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.span import Span
from onrecord.statements.attribute import attribute
from onrecord.statements.nesting import chain, holding, innermost
from onrecord.statements.statement import Statements
from tests.statements.drills import RESOURCES, shown


def found_in(parser: Parser, text: str) -> Statements:
    return attribute(read(lay_out(new_document(text)), parser=parser, resources=RESOURCES), resources=RESOURCES)


def speakers(text: str, found: Statements, word: str) -> list[str]:
    """The sources of the chain that holds a word, outermost first."""
    at = text.index(word)
    return [
        " and ".join(s.of(text) for s in x.source) for x in chain(found, innermost(found, Span(at, at + len(word)))) if x.hold == "full"
    ]


CHAINS = [
    ("Jordan said that Syria had told the council that jets bombed Quneitra.", "bombed", ["Jordan", "Syria"]),
    ("Russia said that Serbia accused Kosovo of jailing a mayor.", "jailing", ["Russia", "Serbia"]),
    ("Al Jazeera quoted Dr Mansour as saying that chlorine was used.", "used", ["Al Jazeera", "Dr Mansour"]),
    ("State television quoted the army as saying several rockets landed, Reuters news agency reports.", "landed", ["Reuters news agency", "State television", "the army"]),
    ("According to the Standard, Bishop Lokiru has said that the trader told him raiders torched the granary.", "torched", ["the Standard", "Bishop Lokiru", "the trader"]),
    ("Kigali rejected the claim by Kinshasa that its soldiers had crossed the border.", "crossed", ["Kigali"]),
    ("Colonel Tesfay dismissed the report that his men had shot prisoners.", "shot", ["Colonel Tesfay"]),
    ("“We deny that we shelled the town,” said Colonel Tesfay.", "shelled", ["Colonel Tesfay"]),
    ("Kyiv said thousands crossed in May; Moscow denies that any troops were sent.", "crossed", ["Kyiv"]),
    ("The mayor and the governor said that the road was closed.", "closed", ["The mayor and the governor"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "wanted"), CHAINS)
def test_the_chain_that_holds_a_word(parser: Parser, text: str, word: str, wanted: list[str]) -> None:
    found = found_in(parser, text)
    assert speakers(text, found, word) == wanted, shown(text, found)


def test_a_rejected_claim_keeps_its_claimant_in_view(parser: Parser) -> None:
    text = "Kigali rejected the claim by Kinshasa that its soldiers had crossed the border."
    at = text.index("crossed")
    views = holding(found_in(parser, text), Span(at, at + 7))
    assert [(s.source[0].of(text), s.stance, s.hold) for s in views] == [("Kigali", "denies", "full"), ("Kinshasa", "asserts", "rejected")]


def test_his_own_denial_in_a_quotation_is_no_second_voice_but_keeps_its_stance(parser: Parser) -> None:
    text = "“We deny that we shelled the town,” said Colonel Tesfay."
    at = text.index("shelled")
    views = holding(found_in(parser, text), Span(at, at + 7))
    assert [(s.stance, s.hold) for s in views] == [("asserts", "full"), ("denies", "same_voice")]


def test_a_quotation_goes_on_in_the_sentence_and_the_paragraph_after(parser: Parser) -> None:
    text = "“The gendarmes came at four,” said Hawa Coulibaly, a trader. “They burned the stalls.”\n\n“My brother was taken to Bamako.”\n\nThe mayor was away."
    found = found_in(parser, text)
    assert [len(s.content) for s in found.statements] == [3], shown(text, found)
    assert speakers(text, found, "taken") == ["Hawa Coulibaly"]


def test_turns_of_a_transcript_and_a_headline(parser: Parser) -> None:
    text = "Kapani: Gunboats will stay.\n\nMODERATOR: Did your boats fire?\n\nKAPANI: They fired in the air.\n\nMODERATOR: Who was hit?\n\nKAPANI: Nobody was hit."
    found = found_in(parser, text)
    assert speakers(text, found, "Nobody") == ["KAPANI"]
    assert speakers(text, found, "Who was") == ["MODERATOR"]
    headline = found_in(parser, "Kapani: Gunboats will stay in the bay.\n\nThe minister spoke in Port Moresby on Monday.")
    assert [s.source[0] for s in headline.statements][:1] == [Span(0, 6)]


def test_an_announced_statement_runs_to_its_notes(parser: Parser) -> None:
    text = "The Foreign Minister, Ana Brandão, said:\n\nI welcome the truce.\n\nBoth sides laid down their arms.\n\nNotes to editors\n\nThe ministry is in Maputo."
    found = found_in(parser, text)
    assert speakers(text, found, "laid down")[0].startswith("The Foreign Minister")
    assert speakers(text, found, "Maputo") == []


def test_each_paragraph_of_a_resolution_is_the_bodys_act(parser: Parser) -> None:
    text = (
        "The Security Council,\n\nRecalling its resolution 1593 (2005),\n\nExpressing grave concern at the shelling of Abyei,\n\n"
        "1. Demands that all parties cease fire at once;\n\n2. Calls upon Sudan to open the road;\n\n3. Decides to remain seized of the matter."
    )
    found = found_in(parser, text)
    stances = {s.cue[0].of(text).split()[0]: s.stance for s in found.statements if s.basis.rule == "resolution-act"}
    assert stances.get("Demands") == "demands", shown(text, found)
    assert speakers(text, found, "cease fire") == ["The Security Council"]
    assert speakers(text, found, "open the road") == ["The Security Council"]
