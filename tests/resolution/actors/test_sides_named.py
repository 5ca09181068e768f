"""Words for several whose members are named by their things, by a seat, after "between" or one by one."""

import pytest

from onrecord.pipeline import account_of, document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def doers(text: str, type_: str, parser: SpacyParser, resources: Resources) -> list[str]:
    """The actors of the last event of a type, by name."""
    account = account_of(document_from_text(text), parser=parser, resources=resources)
    names = {a.id: a.name for a in account.actors}
    return [sorted(names[a] for a in e.actors) for e in account.events if e.type == type_][-1]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Minister Duarte spoke with his Chilean counterpart, Ines Rojas. The two ministers agreed to talk.", "AGREE", ["Duarte", "Ines Rojas"]),
        ("Peru's president visited Sucre, where he met his host, President Quispe. The two countries signed a treaty.", "SUPPORT", ["Bolivia", "Peru"]),
        ("Lima and Quito signed a pact. The two governments condemned Moscow.", "ACCUSE", ["Ecuador", "Peru"]),
        ("Kenyan guards fired on a Zambian post. The two countries agreed to a truce.", "AGREE", ["Kenya", "Zambia"]),
        ("Clashes between herders and farmers went on near Jos. Both sides agreed to a truce.", "AGREE", ["farmers", "herders"]),
        ("The king met the foreign minister of Oman. They condemned the raid.", "ACCUSE", ["foreign minister of Oman", "king"]),
        ("The king met the foreign minister of Oman. They condemned the raid. They urged Chad to withdraw.", "REQUEST", ["foreign minister of Oman", "king"]),
    ],
)  # fmt: skip
def test_who_the_two_are(text: str, type_: str, who: list[str], parser: SpacyParser, resources: Resources) -> None:
    assert doers(text, type_, parser, resources) == who


ASKED = [
    ("The Sudanese army says the RSF shelled Nyala. The Commission could not check. Chairperson Ado Bell urged both parties to return to the talks.", ["Rapid Support Forces", "Sudanese army"]),
    ("Rwanda denied the charge. Congo repeated it. The United States called on the two governments to hold talks.", ["Democratic Republic of the Congo", "Rwanda"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whom"), ASKED)
def test_who_asks_both_is_neither(text: str, whom: list[str], parser: SpacyParser, resources: Resources) -> None:
    account = account_of(document_from_text(text), parser=parser, resources=resources)
    names = {a.id: a.name for a in account.actors}
    assert [sorted(names[a] for a in e.recipients) for e in account.events if e.type == "REQUEST"] == [whom]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Iran fired missiles at Israel. They killed nine people.", "ASSAULT"),
        ("The two governments condemned Moscow.", "ACCUSE"),
    ],
)
def test_nobody_is_guessed(text: str, type_: str, parser: SpacyParser, resources: Resources) -> None:
    assert not {"Iran", "Israel", "Russia"} & set(doers(text, type_, parser, resources))
    account = account_of(document_from_text(text), parser=parser, resources=resources)
    assert all(a.country is None for a in account.actors if a.name == "governments")


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("He named a general of the Peruvian army. The king met the Secretary-General.", "CONSULT", ["Secretary-General", "king"]),
        ("The envoy for Chad, Adem de Nuur, visited Lima.", "CONSULT", ["Adem de Nuur"]),
        ("Police arrested the leaders of the strike. The opposition leader condemned the raid.", "ACCUSE", ["opposition leader"]),
        ("She travelled to Lima, where she was received by the foreign minister of Peru.", "CONSULT", ["foreign minister of Peru"]),
    ],
)
def test_who_is_whom(text: str, type_: str, who: list[str], parser: SpacyParser, resources: Resources) -> None:
    assert doers(text, type_, parser, resources) == who


def test_a_town_in_the_name_of_a_body_elsewhere_gives_it_no_country(parser: SpacyParser, resources: Resources) -> None:
    text = "Six people were killed in Jos, Nigeria. The Kuki Hill Council blamed the state government for the bloodshed."
    account = account_of(document_from_text(text), parser=parser, resources=resources)
    assert {a.country for a in account.actors} == {"NGA", None}


def test_the_foreign_minister_of_a_ministrys_own_release_is_its_own(parser: SpacyParser, resources: Resources) -> None:
    text = (
        "Ministry of Foreign Affairs of the Republic of Honduras\nPRESS RELEASE\n\nTegucigalpa, 12 May 2023\n\n"
        "The Foreign Minister, Ana Reyes, summoned the ambassador of El Salvador. Minister Reyes met her counterpart from Peru.\n"
    )
    account = account_of(document_from_text(text), parser=parser, resources=resources)
    assert {a.name: a.country for a in account.actors}["Ana Reyes"] == "HND"
    told = "The Foreign Minister, Ana Reyes, summoned the ambassador of El Salvador."
    account = account_of(document_from_text(told), parser=parser, resources=resources)
    assert {a.name: a.country for a in account.actors}["Ana Reyes"] is None


def test_talks_are_not_in_the_countries_that_hold_them(parser: SpacyParser, resources: Resources) -> None:
    account = account_of(document_from_text("Talks between Peru and Chile ended in Geneva."), parser=parser, resources=resources)
    names = {p.id: p.name for p in account.places}
    assert [names[p] for p in account.events[0].places] == ["Geneva"]


def test_a_style_is_nobodys_name(parser: SpacyParser, resources: Resources) -> None:
    text = "Lima, 3 May 2021\n\nTo: H.E. the President of the Security Council\n\nExcellency,\n\nOur town was shelled.\n\nYours sincerely,\n\nInes Rojas\n"
    account = account_of(document_from_text(text), parser=parser, resources=resources)
    names = {a.id: a.name for a in account.actors}
    assert [names[r] for x in account.letters for r in x.recipients] == ["President of the Security Council"]
