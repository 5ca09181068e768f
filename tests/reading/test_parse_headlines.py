"""Headlines in title case, read as sentences are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.pipeline import account_of, document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.reading.parse_headlines import in_title_case, lowered
from onrecord.resources.resources import Resources

WORDS = frozenset({"rebel", "block", "bridge", "near", "army", "rob", "bank", "report", "turkey", "villager", "road"})


@settings(deadline=None)
@given(st.text(max_size=200))
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(lowered(text, WORDS)) == len(text)


def test_words_become_small_and_names_keep_their_capital() -> None:
    assert lowered("Rebels Rob Bank; Rob Oruma Blocks Turkey Road", WORDS) == "Rebels rob bank. Rob Oruma blocks Turkey road"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Villagers Block Army Road Near Oruma", True),
        ("Villagers block army road near Oruma", False),
        ("Villagers Block Army Road Near Oruma.", False),
        ("Rob Oruma Zacatelo", False),
    ],
)
def test_what_is_in_title_case(line: str, wanted: bool) -> None:
    assert in_title_case(line, WORDS) is wanted


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Villagers Block Mine Road Over Unpaid Royalties", [("PROTEST", ["Villagers"], [])]),
        ("Peru Sends Police To Border", [("MOBILIZE", ["Peru"], [])]),
        ("Mayor Shot Dead In Lima; Army Blames Rebels", [("ASSAULT", [], ["Mayor"]), ("ACCUSE", ["Army"], ["Rebels"])]),
        ("Ministry of Foreign Affairs of the Republic of Honduras", []),
        ("Report of the Secretary-General on the Situation in Mali", []),
    ],
)
def test_who_does_what_in_a_headline(
    headline: str, told: list[tuple[str, list[str], list[str]]], parser: SpacyParser, resources: Resources
) -> None:
    account = account_of(document_from_text(headline), parser=parser, resources=resources)
    names = {a.id: a.name for a in account.actors}
    assert [(e.type, [names[a] for a in e.actors], [names[r] for r in e.recipients]) for e in account.events] == told
