"""Words for those named before: readouts and communiqués, "the former" and "the latter", "they" after a set, and papers that speak for their authors."""

import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.pipeline import account_of, document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def speakers(text: str, parser: SpacyParser, resources: Resources) -> list[tuple[str, list[str]]]:
    """The words of each statement's source, with the names of the actors they stand for."""
    account = account_of(document_from_text(text), parser=parser, resources=resources)
    names = {a.id: a.name for a in account.actors}
    return [(" ".join(s.source[0].of(text).split()), [names[a] for a in s.source_actors]) for s in account.statements if s.source]


READOUT = (
    "Office of the Prime Minister, Ethiopia\n\nReadout of the Prime Minister's Call with the President of Kenya\n\nAddis Ababa, 14 March 2022\n\n"
    "Prime Minister Dawit Alemu spoke by telephone today with President Juma Otieno of Kenya. The two leaders condemned the attack on a convoy near Abala. "
    "They urged the rebels to withdraw. President Otieno said the truce was welcome. The Prime Minister said that his government would allow aid flights. "
    "Both sides reaffirmed that the road was open. They also said that talks would resume.\n"
)


def test_a_readout_speaks_of_the_same_two_all_along(parser: SpacyParser, resources: Resources) -> None:
    both = ["Dawit Alemu", "Juma Otieno"]
    found = speakers(READOUT, parser, resources)
    assert [who for words, who in found if words in ("The two leaders", "They", "Both sides")] == [both, both, both, both]


def test_presidents_named_one_by_one(parser: SpacyParser, resources: Resources) -> None:
    text = (
        "JOINT STATEMENT\n\nWashington, 1 May 2023\n\nPresident Adam Boone received President Rafael Cruz Jr. today. "
        "President Cruz noted that China had used a laser. President Boone said that patrols would go on. Both Presidents called on Beijing to stop.\n"
    )
    found = dict(speakers(text, parser, resources))
    assert sorted(found["Both Presidents"]) == ["Adam Boone", "Rafael Cruz Jr."]


def test_ministers_of_three_countries(parser: SpacyParser, resources: Resources) -> None:
    text = (
        "Joint Communiqué\nof the Ministers of Foreign Affairs of Benin, Mali and Niger\n\nBamako, 28 January 2024\n\n"
        "1. The Ministers of Foreign Affairs of Benin, Mali and Niger met in Bamako.\n2. The Ministers denounced the sanctions. They said that Togo had threatened Niger.\n"
    )
    found = dict(speakers(text, parser, resources))
    assert found["The Ministers"] == found["They"] == ["Ministers of Benin", "Ministers of Mali", "Ministers of Niger"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Greece and Britain criticised the plan. The former said it was illegal.", "The former", ["Greece"]),
        ("Greece and Britain criticised the plan. The former said it was illegal, while the latter said it was rash.", "the latter", ["United Kingdom"]),
        ("Minister Kang wrote on Monday. Minister Sato replied. The latter said that the islands were closed.", "The latter", ["Sato"]),
        ("The former minister said that the islands were closed.", "The former minister", ["former minister"]),
    ],
)  # fmt: skip
def test_former_and_latter(text: str, words: str, who: list[str], parser: SpacyParser, resources: Resources) -> None:
    assert dict(speakers(text, parser, resources))[words] == who


def test_a_title_with_the_family_name_put_first(parser: SpacyParser, resources: Resources) -> None:
    text = "Foreign Minister Kang Kyung-wha met reporters. Minister Kang said that the talks had failed."
    assert dict(speakers(text, parser, resources))["Minister Kang"] == ["Kang Kyung-wha"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("In a statement, the Front denied the charge. The statement said that jets bombed Bahri.", "The statement", "Front"),
        ("A letter by Governor Musa Adam was read out. The letter said that Darfur was calm.", "The letter", "Musa Adam"),
    ],
)
def test_papers_taken_up(text: str, words: str, who: str, parser: SpacyParser, resources: Resources) -> None:
    assert dict(speakers(text, parser, resources))[words] == [who]


def test_congo_in_a_letter_from_brazzaville(parser: SpacyParser, resources: Resources) -> None:
    text = "Brazzaville, 3 March 2014\n\nDear Sir,\n\nCongo condemns the massacre of civilians.\n\nYours sincerely,\n\nPaul Mabiala\nMinister of Justice\n"
    assert dict(speakers(text, parser, resources))["Congo"] == ["Republic of the Congo"]
    assert dict(speakers("KINSHASA - Congo said that the town had fallen.", parser, resources))["Congo"] == [
        "Democratic Republic of the Congo"
    ]


SIGNED = (
    "MINISTRY OF EXTERNAL AFFAIRS\nGOVERNMENT OF SRI LANKA\n\nColombo, 12 May 2009\n\nTo: All Heads of Delegation\nDate: 12 May 2009\n\nYour Excellencies,\n\n"
    "We call on the rebels to release the villagers.\n\nYours sincerely,\n\nRohan Perera\nSecretary to the Ministry of External Affairs\nGovernment of Sri Lanka\n"
)


def test_signature_and_recipients_line_by_line(parser: SpacyParser, resources: Resources) -> None:
    account = account_of(document_from_text(SIGNED), parser=parser, resources=resources)
    actors = {a.id: a for a in account.actors}
    letter = account.letters[0]
    assert letter.sender is not None
    signer = actors[letter.sender]
    assert (signer.name, signer.country) == ("Rohan Perera", "LKA")
    assert signer.office is not None
    assert signer.office.of is not None
    assert actors[signer.office.of].name == "Ministry of External Affairs"
    assert [actors[r].name for r in letter.recipients] == ["Heads of Delegation"]
    assert [actors[s.source_actors[0]].name for s in account.statements] == ["Ministry of External Affairs"]


def test_who_signs_holds_the_office_of_the_title(parser: SpacyParser, resources: Resources) -> None:
    text = (
        "Letter dated 17 July 2020 from the Permanent Representative of Ethiopia to the United Nations addressed to the President of the Security Council\n\n"
        "I have the honour to transmit a letter from the Minister for Foreign Affairs of the Republic of Chad, Ana Idriss (see annex). We reject the claim.\n\n"
        "(Signed) Abel Tadesse\nAmbassador\nPermanent Representative\n"
    )
    account = account_of(document_from_text(text), parser=parser, resources=resources)
    actors = {a.id: a for a in account.actors}
    assert account.letters[0].sender is not None
    signer = actors[account.letters[0].sender]
    assert (signer.name, signer.country, signer.office is not None) == ("Abel Tadesse", "ETH", True)
    minister = next(a for a in account.actors if a.name == "Ana Idriss")
    assert minister.office is not None
    assert minister.country == "TCD"


def test_an_envoy_to_a_body_does_not_speak_for_it(parser: SpacyParser, resources: Resources) -> None:
    text = (
        "Letter dated 17 July 2020 from the Permanent Representative of the Republic of Kavara to the United Nations addressed to the President of the Security Council\n\n"
        "We reject the claim that our troops crossed the river.\n\n(Signed) Dana Ruseva\nAmbassador\nPermanent Representative\n"
    )
    assert dict(speakers(text, parser, resources))["We"][0] == "Kavara"


@pytest.mark.parametrize(
    "text",
    [
        "FOR IMMEDIATE RELEASE\n\nRiver Watch condemns the raid on Moura\n\nDAKAR, 6 April 2022 – We condemn the raid on Moura.\n\nAbout River Watch\nRiver Watch is a group of lawyers.\n",
        "RIVER WATCH\nPRESS RELEASE\n\nRaid on Moura\n\nDakar, 6 April 2022\n\nWe condemn the raid on Moura.\n",
    ],
)
def test_we_in_a_press_release(text: str, parser: SpacyParser, resources: Resources) -> None:
    assert dict(speakers(text, parser, resources))["We"][0].casefold() == "river watch"
    assert lay_out(new_document(text)).kind == "statement"
