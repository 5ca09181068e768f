"""Links between mentions, on short texts and the real parser."""

import pytest

from onrecord.pipeline import document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.reading.read import read
from onrecord.resources.resources import Resources


@pytest.fixture(scope="module")
def chains(parser: SpacyParser, resources: Resources):  # type: ignore[no-untyped-def]
    def of(text: str) -> list[list[str]]:
        reading = read(document_from_text(text), parser=parser, resources=resources)
        found: dict[int, list[str]] = {}
        for mention in reading.mentions:
            if mention.chain is not None:
                found.setdefault(mention.chain, []).append(mention.span.of(text))
        return list(found.values())

    return of


def test_a_title_takes_up_a_name(chains) -> None:  # type: ignore[no-untyped-def]
    text = "Foreign Minister Petra Haas flew to Quito. The minister condemned the raid. She left on Friday."
    assert ["Foreign Minister Petra Haas", "The minister", "She"] in chains(text)


def test_an_abbreviation_in_brackets(chains) -> None:  # type: ignore[no-untyped-def]
    text = "The Blue River Liberation Front (BRLF) gave up its arms. Observers visited a BRLF camp."
    assert ["Blue River Liberation Front", "BRLF", "its", "BRLF"] in chains(text)


def test_an_abbreviation_by_initials(chains) -> None:  # type: ignore[no-untyped-def]
    text = "The Ogo Valley Defence League left the talks. Chad replied that the OVDL had lied."
    assert ["Ogo Valley Defence League", "OVDL"] in chains(text)


def test_a_surname_takes_up_a_full_name(chains) -> None:  # type: ignore[no-untyped-def]
    assert ["Joaquim Bessa", "Bessa", "he"] in chains("Joaquim Bessa denied it. Bessa said he was ill.")


def test_an_apposition(chains) -> None:  # type: ignore[no-untyped-def]
    assert ["The governor", "Idris Toure"] in chains("The governor, Idris Toure, told reporters nothing.")


def test_two_persons_stay_two(chains) -> None:  # type: ignore[no-untyped-def]
    found = chains("General Amos Rudo met Bishop Luis Prado. The general apologised. The bishop wept.")
    assert ["General Amos Rudo", "The general"] in found
    assert ["Bishop Luis Prado", "The bishop"] in found


def test_a_group_by_a_general_noun(chains) -> None:  # type: ignore[no-untyped-def]
    assert ["Blue River Front", "The group"] in chains("The Blue River Front burned the mill. The group denied it.")


def test_another_countrys_minister_is_another(chains) -> None:  # type: ignore[no-untyped-def]
    found = chains("Foreign Minister Petra Haas of Austria spoke. The Chinese foreign minister answered.")
    assert not any("The Chinese foreign minister" in c for c in found)


def test_many_names_stay_near_linear(chains) -> None:  # type: ignore[no-untyped-def]
    text = " ".join(f"Ana Ruiz{chr(97 + n % 26)} met Juan Paz{chr(97 + n % 17)}." for n in range(400))
    assert len(chains(text)) < 200


def test_a_surname_that_looks_like_a_plural(chains) -> None:  # type: ignore[no-untyped-def]
    found = chains("Governor Lucia Barrios met reporters in Cali. Barrios had refused to close the camp.")
    assert ["Governor Lucia Barrios", "Barrios"] in found


def test_a_group_by_its_own_name_takes_up_no_other(chains) -> None:  # type: ignore[no-untyped-def]
    found = chains("The Blue River Front burned the mill. Chad signed a pact with the larger FARC group.")
    assert not any("Blue River Front" in c and "the larger FARC group" in c for c in found)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The Liberation Tigers of Tamil Eelam denied the raid. The rebels said they had left.", ["Liberation Tigers of Tamil Eelam", "The rebels", "they"]),
        ("Government troops fought the FARC. The ELN kept its truce. The rebels left.", None),
        ("The Taliban took the road. The Chechen rebels left.", None),
        ("The Taliban took the road. Some rebels left.", None),
    ],
)  # fmt: skip
def test_the_rebels_are_the_one_armed_group_named(text: str, whole: list[str] | None, chains) -> None:  # type: ignore[no-untyped-def]
    found = chains(text)
    assert whole in found if whole else not any(m.endswith("rebels") for c in found for m in c)


@pytest.mark.parametrize("text", ["Kenya left the truce after the army violated it.", "Kenya spoke to Chad. The rebels denied it."])
def test_what_is_denied_or_broken_is_nobody(text: str, chains) -> None:  # type: ignore[no-untyped-def]
    assert not any("it" in c for c in chains(text))


def test_a_name_with_an_honorific_after_a_title(chains) -> None:  # type: ignore[no-untyped-def]
    text = "Ghana's president spoke with the Secretary-General of the United Nations, Mr. Tomas Harrach, and informed him of it."
    assert any("Mr. Tomas Harrach" in c and any(m.startswith("the Secretary-General") for m in c) for c in chains(text))


@pytest.mark.parametrize(
    ("text", "name", "nominal"),
    [
        ("The People's Defence Force said that the air force had bombed a school.", "People's Defence Force", "the air force"),
        ("The Defence Ministry said that the foreign ministry had summoned the envoy.", "Defence Ministry", "the foreign ministry"),
        ("The Presidential Guard left the palace. The border guard stayed at its posts.", "Presidential Guard", "The border guard"),
    ],
)
def test_a_body_of_another_kind_is_another(text: str, name: str, nominal: str, chains) -> None:  # type: ignore[no-untyped-def]
    assert not any({name, nominal} <= set(chain) for chain in chains(text))


@pytest.mark.parametrize(
    ("text", "name", "nominal"),
    [
        ("The Indian Air Force struck a camp. The air force lost a jet.", "Indian Air Force", "The air force"),
        (
            "The Russian Defence Ministry spoke of a strike. The defense ministry gave no figures.",
            "Russian Defence Ministry",
            "The defense ministry",
        ),
        ("The Kachin Independence Army took the town. The rebel army then left.", "Kachin Independence Army", "The rebel army"),
    ],
)
def test_a_body_is_taken_up_by_words_of_its_name(text: str, name: str, nominal: str, chains) -> None:  # type: ignore[no-untyped-def]
    assert any({name, nominal} <= set(chain) for chain in chains(text))
