"""A user's folder adds to and stands over ours, each kind of file seen in what is read."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.pipeline import Stages, document_from_text, read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.gazetteer import Gazetteer
from onrecord.resources.gazetteer_build import write
from onrecord.resources.gazetteer_sources import feature_rows
from onrecord.resources.resources import Resources

FILES = {
    "actors/bodies/mine.toml": """
[[entry]]
id = "reef-guard"
names = ["Orvund Relief League"]
abbreviations = ["ORLG"]
kind = "group"
country = "FJI"
sectors = ["REB"]
examples = ["The Orvund Relief League struck."]

[[entry]]
id = "boko-haram"
names = ["Boko Haram"]
kind = "organization"
country = "NGA"
sectors = ["CRM"]
examples = ["Boko Haram struck."]

[[entry]]
id = "my-red-cross"
names = ["Red Cross"]
kind = "organization"
country = "FJI"
sectors = ["HLH"]
examples = ["The Red Cross came."]
""",
    "actors/persons/mine.toml": """
[[entry]]
id = "halim-dorosho"
names = ["Halim Dorosho"]
country = "FJI"
offices = [{ title = "grand-marshal", of = "reef-guard", since = "2001" }]
examples = ["Halim Dorosho spoke."]
""",
    "actors/titles.toml": """
[[entry]]
id = "grand-marshal"
rank = "office"
stands = "body"
sectors = ["REB"]
words = ["grand marshal"]
examples = ["Grand Marshal Halim Dorosho spoke."]
""",
    "actors/nouns.toml": """
[[entry]]
id = "skyrunners"
kind = "armed_force"
sectors = ["MIL"]
words = ["skyrunner"]
examples = ["Skyrunners came."]
""",
    "places/metonyms.toml": """
[[entry]]
id = "zorvan-house"
name = "Zorvan House"
country = "FJI"
body = "head"
examples = ["Zorvan House denied it."]
""",
    "places/features/mine.toml": """
[[entry]]
id = "checkpoint-orvund"
name = "Checkpoint Orvund"
feature = "line"
countries = ["FJI"]
point = [-17.8, 178.0]
radius_km = 1
""",
    "en/triggers/mine.toml": """
[[entry]]
id = "kneecap-mine"
verb = "kneecap"
type = "ASSAULT"
cameo = "182"
recipient = ["obj"]
examples = ["Rebels kneecapped the teacher."]
""",
    "en/cues_mine.toml": """
[[entry]]
id = "bellow-mine"
kind = "verb"
stance = "asserts"
takes = ["quote", "clause"]
words = ["yodel"]
examples = ["{Kenya} <yodelled> [that its troops had left]."]
""",
    "en/framing.toml": """
[[entry]]
id = "mopped-up"
words = ["unshackled"]
examples = ["The army [unshackled] Oruma."]
""",
    "en/times_holidays.toml": """
[[entry]]
id = "reef-day"
day = "04-09"
words = ["reef day"]
examples = ["They came on [Reef Day]. => 2019-04-09"]
""",
    "ontology/means.toml": """
[[entry]]
id = "trebuchet"
words = ["trebuchet"]
modifiers = []
examples = ["Rebels fired [trebuchets]."]
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("own")
    for name, text in FILES.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def own(folder: Path, resources: Resources, tmp_path_factory: pytest.TempPathFactory) -> Resources:
    """The folder over ours; the gazetteer holds the folder's places alone, as compiling all of GeoNames again takes long."""
    made = Resources(folders=(folder,))
    path = tmp_path_factory.mktemp("index") / "own.sqlite"
    write(path, feature_rows(made.countries, [folder]))
    made.__dict__["gazetteer"] = Gazetteer(path)
    return made


def read(text: str, parser: SpacyParser, resources: Resources) -> Stages:
    return read_document(document_from_text(text, published=date(2010, 5, 5)), parser=parser, resources=resources)


def entries(stages: Stages) -> set[str | None]:
    return {a.entry for a in stages.resolution.actors}


def test_a_body_is_added_and_one_of_ours_replaced(parser: SpacyParser, resources: Resources, own: Resources) -> None:
    text = "The Orvund Relief League attacked Boko Haram. The ORLG denied it."
    assert "reef-guard" in entries(read(text, parser, own))
    assert "reef-guard" not in entries(read(text, parser, resources))
    sectors = {a.entry: a.sectors for a in read(text, parser, own).resolution.actors}
    assert sectors["boko-haram"] == ("CRM",)


def test_a_users_body_comes_before_ours_of_that_name(parser: SpacyParser, resources: Resources, own: Resources) -> None:
    text = "Rebels attacked the Red Cross."
    assert "my-red-cross" in entries(read(text, parser, own))
    assert "red-cross" in entries(read(text, parser, resources))


def test_a_person_a_title_and_an_office_are_added(parser: SpacyParser, own: Resources) -> None:
    text = "Halim Dorosho attacked a convoy. The grand marshal of the Orvund Relief League denied the attack."
    stages = read(text, parser, own)
    assert [a.outcome for a in stages.resolution.actors if a.entry == "halim-dorosho"][:1] == ["resolved"]
    assert any(a.office is not None and a.office.title == "grand marshal" for a in stages.resolution.actors)


def test_a_noun_and_a_metonym_are_added(parser: SpacyParser, own: Resources) -> None:
    actors = {a.name: a for a in read("Skyrunners attacked the convoy. Zorvan House denied it.", parser, own).resolution.actors}
    assert actors["Skyrunners"].sectors == ("MIL",)
    assert actors["Fiji"].kind == "state"


def test_a_place_is_added(parser: SpacyParser, own: Resources) -> None:
    places = read("Soldiers attacked Checkpoint Orvund.", parser, own).resolution.places
    assert [(p.name, p.country, p.outcome) for p in places] == [("Checkpoint Orvund", "FJI", "resolved")]


def test_words_of_the_lexicons_are_added(parser: SpacyParser, resources: Resources, own: Resources) -> None:
    text = "The spokesman yodelled that rebels had kneecapped a teacher with a trebuchet on Reef Day. Their allies unshackled the town."
    mine, ours = read(text, parser, own), read(text, parser, resources)
    assert any(e.trigger.entry == "kneecap-mine" for e in mine.events.events)
    assert not any(e.trigger.entry == "kneecap-mine" for e in ours.events.events)
    assert len(mine.statements.statements) > len(ours.statements.statements)
    assert "2010-04-09" in {t.value for t in mine.resolution.times}
    assert {m.kind for m in mine.events.means} - {m.kind for m in ours.events.means} == {"trebuchet"}
    assert len(mine.events.framing) == len(ours.events.framing) + 1
