"""Whose word a paper is that others have only read, and who speaks under a surname in capitals."""

import pytest

from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources
from tests.resolution.actors.told import Told


def speakers(text: str, parser: SpacyParser, resources: Resources) -> list[str]:
    told = Told(text, parser, resources)
    return [told.by_id[i].name for s in told.stages.resolution.speakers for i in s.sources]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A memo seen by the Lake Post says that a commander fled.", "memo"),
        ("An internal report obtained by Reuters says soldiers burned Tine.", "internal report"),
        ("A report by Amnesty International, seen by Reuters, says soldiers burned Tine.", "Amnesty International"),
        ("A memo written by Colonel Bahati says that rebels fled.", "Bahati"),
    ],
)
def test_who_has_read_a_paper_does_not_speak_by_it(text: str, speaker: str, parser: SpacyParser, resources: Resources) -> None:
    assert speaker in speakers(text, parser, resources)
    assert not {"Reuters", "Lake Post"} & set(speakers(text, parser, resources))


TURNS = """RESTREPO: The army burned our village.

MODERATOR: Who told you that?

RESTREPO: My brother did. He saw it.

MODERATOR: When?

RESTREPO: In May."""


def test_a_surname_in_capitals_before_a_turn_is_a_person(parser: SpacyParser, resources: Resources) -> None:
    told = Told(TURNS, parser, resources)
    assert told.by_name["RESTREPO"].kind == "person"


def test_initials_in_a_report_are_no_person(parser: SpacyParser, resources: Resources) -> None:
    assert Told("The FPDT said its men had left Tine.", parser, resources).by_name["FPDT"].kind != "person"
