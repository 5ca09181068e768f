"""Mentions found by the real parser: names, nominals and pronouns."""

import pytest

from onrecord.pipeline import document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.reading.read import read
from onrecord.reading.reading import Mention, Reading
from onrecord.resources.resources import Resources


@pytest.fixture(scope="module")
def reader(parser: SpacyParser, resources: Resources):  # type: ignore[no-untyped-def]
    return lambda text: read(document_from_text(text), parser=parser, resources=resources)


def called(reading: Reading, words: str) -> Mention:
    return next(m for m in reading.mentions if m.span.of(reading.document.text) == words)


def words(reading: Reading) -> list[str]:
    return [m.span.of(reading.document.text) for m in reading.mentions]


def test_a_name_with_its_title(reader) -> None:  # type: ignore[no-untyped-def]
    found = called(reader("Foreign Minister Petra Haas left for Quito."), "Foreign Minister Petra Haas")
    assert (found.form, found.kind, found.title, found.name) == ("name", "person", "foreign-minister", "Petra Haas")


def test_a_title_that_runs_over_of(reader) -> None:  # type: ignore[no-untyped-def]
    found = called(reader("U.S. Secretary of State Ada Obi urged Chad to talk."), "U.S. Secretary of State Ada Obi")
    assert (found.kind, found.title, found.name, found.country) == ("person", "us-secretary-of-state", "Ada Obi", "USA")


def test_a_demonym_gives_a_country(reader) -> None:  # type: ignore[no-untyped-def]
    found = called(reader("Peruvian troops crossed the river."), "Peruvian troops")
    assert (found.form, found.kind, found.country, found.plural) == ("nominal", "armed_force", "PER", True)


def test_a_possessor_gives_a_country(reader) -> None:  # type: ignore[no-untyped-def]
    reading = reader("Norway's ambassador was expelled.")
    assert called(reading, "Norway's ambassador").country == "NOR"
    assert called(reading, "Norway").kind == "state"


def test_a_body_of_the_directory(reader) -> None:  # type: ignore[no-untyped-def]
    found = called(reader("The Arab League met in Cairo."), "Arab League")
    assert found.entries == ("arab-league",)


def test_a_body_by_the_shape_of_its_name(reader) -> None:  # type: ignore[no-untyped-def]
    assert (
        called(reader("The Ministry of Foreign Affairs and Trade of Peru protested."), "Ministry of Foreign Affairs and Trade of Peru").kind
        == "government"
    )
    assert called(reader("The Blue River Front laid down its arms."), "Blue River Front").kind == "organization"


def test_a_name_ends_with_its_line(reader) -> None:  # type: ignore[no-untyped-def]
    reading = reader("We thank you.\n\nYours sincerely,\nAda Menon\nMinister of Health")
    assert "Ada Menon" in words(reading)


def test_it_that_stands_for_nothing_is_no_mention(reader) -> None:  # type: ignore[no-untyped-def]
    assert "It" not in words(reader("It was reported that the bridge had fallen."))
    assert "it" in words(reader("Chad said it would leave."))


def test_a_title_with_of_stays_whole(reader) -> None:  # type: ignore[no-untyped-def]
    reading = reader("The head of state met the bishop.")
    assert called(reading, "The head of state").title == "president"
    assert "state" not in words(reading)


def test_a_name_that_only_modifies_a_noun_is_part_of_it(reader) -> None:  # type: ignore[no-untyped-def]
    reading = reader("The Costa Verde gang burned two buses.")
    assert called(reading, "The Costa Verde gang").kind == "group"
    assert "Costa Verde" not in words(reading)


def test_us_in_small_letters_is_no_country(reader) -> None:  # type: ignore[no-untyped-def]
    assert all(m.kind != "state" for m in reader("They warned us twice.").mentions)
