"""A surname alone, by its office or the country that the text speaks of; and the person addressed in a letter."""

from datetime import date

import pytest

from onrecord.reading.parse import SpacyParser
from onrecord.resources.directory import load_directory
from onrecord.resources.resources import Resources
from tests.resolution.actors.told import Told


@pytest.mark.parametrize(
    ("text", "day", "name", "entry", "country"),
    [
        ("President Sirisena condemned the attack.", date(2016, 3, 3), "Sirisena", "maithripala-sirisena", "LKA"),
        ("President Sirisena condemned the attack.", None, "Sirisena", "maithripala-sirisena", "LKA"),
        ("President Sirisena condemned the attack.", date(2022, 3, 3), "Sirisena", None, None),
        ("President Bush condemned the attack.", date(2005, 3, 3), "Bush", "george-w-bush", "USA"),
        ("President Bush condemned the attack.", None, "Bush", None, "USA"),
        ("Sri Lankan troops attacked Jaffna. Rajapaksa condemned the attack.", date(2008, 3, 3), "Rajapaksa", "mahinda-rajapaksa", "LKA"),
        ("Rajapaksa condemned the attack.", date(2008, 3, 3), "Rajapaksa", None, None),
        ("Tamara Sirisena condemned the attack.", date(2016, 3, 3), "Tamara Sirisena", None, None),
    ],
)
def test_whom_a_surname_means(
    text: str, day: date | None, name: str, entry: str | None, country: str | None, parser: SpacyParser, resources: Resources
) -> None:
    actor = Told(text, parser, resources, day=day).by_name[name]
    assert (actor.entry, actor.country) == (entry, country)


def test_names_that_begin_with_the_familys() -> None:
    surnames = load_directory().surnames
    assert "xi-jinping" in surnames["xi"]
    assert "moon-jae-in" in surnames["moon"]
    assert "un" not in surnames


LETTER = """Suva, 3 March 2016

To the Secretary General of the {body}

Your Excellency,

As you know, on 1 March 2016 gunmen attacked our ferry. We thank you for your statement. {deed}

Yours sincerely,

Rosa Tama
Prime Minister of Tonga
"""


def addressed(text: str, parser: SpacyParser, resources: Resources) -> dict[str, set[str]]:
    """The names of whom each "you" and "your" stands for."""
    told = Told(text, parser, resources)
    found: dict[str, set[str]] = {}
    for actor in told.stages.resolution.actors:
        for mention in actor.mentions:
            if (word := mention.span.of(text)).lower() in {"you", "your"}:
                found.setdefault(word, set()).add(actor.name)
    return found


@pytest.mark.parametrize(
    ("body", "entry"),
    [
        ("United Nations", "ban-ki-moon"),
        ("Organization of American States", "luis-almagro"),
        ("Organization of Islamic Cooperation", "iyad-ameen-madani"),
        ("Arab League", None),
    ],
)
def test_the_reader_of_a_letter_is_who_held_the_office_then(
    body: str, entry: str | None, parser: SpacyParser, resources: Resources
) -> None:
    told = Told(LETTER.format(body=body, deed=""), parser, resources)
    reader = next(a for a in told.stages.resolution.actors if any(m.span.of(told.text) == "you" for m in a.mentions))
    assert (reader.kind, reader.office.title if reader.office else None) == ("person", "Secretary General")
    assert reader.entry == entry, "in a year in which the office changed hands nobody is named"


def test_you_who_know_is_the_person_and_you_who_shell_is_his_state(parser: SpacyParser, resources: Resources) -> None:
    text = "Suva, 3 March 2016\n\nTo the Prime Minister of Fiji\n\nDear Prime Minister,\n\nI thank you for your letter. On 1 March you shelled our ferry.\n\nYours sincerely,\n\nRosa Tama\nPrime Minister of Tonga\n"
    assert addressed(text, parser, resources)["you"] == {"Prime Minister", "Fiji"} or addressed(text, parser, resources)["you"] == {
        "Prime Minister of Fiji",
        "Fiji",
    }


def test_a_letters_signer_speaks_for_the_body_on_whose_paper_he_writes(parser: SpacyParser, resources: Resources) -> None:
    text = (
        "Permanent Mission of the Republic of Peru to the United Nations\nNew York\n\n3 May 1995\n\nExcellency,\n\n"
        "We wish to inform you that our forces repulsed the raid on the border post.\n\n"
        "Please accept, Excellency, the assurances of my highest consideration.\n\n(Signed) Amaru Quispe\nAmbassador\n\n"
        "H.E. Mr. Ernest Obi\nPresident of the Security Council\nNew York"
    )
    told = Told(text, parser, resources)
    signer = told.by_name["Amaru Quispe"]
    assert (signer.kind, signer.country) == ("person", "PER")
    assert [a.country for a in told.who("repulsed")] == ["PER"]
    (letter,) = told.stages.resolution.letters
    assert [told.by_id[r].name for r in letter.recipients] == ["Ernest Obi"]
