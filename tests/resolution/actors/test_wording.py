"""Names of nominals: no article, denial, number, date or bracket."""

import pytest

from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources
from tests.resolution.actors.told import Told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On 4 May Argentine aircraft attacked the frigates.", "Argentine aircraft"),
        ("No Norwegian sailors attacked the harbour.", "Norwegian sailors"),
        ("More than 40 Uzbek nationals attacked the police.", "Uzbek nationals"),
        ("At least 14 farmers attacked the police.", "farmers"),
        ("Some 300 rebels attacked the police.", "rebels"),
        ("The 10,000-member force attacked the rebels.", "10,000-member force"),
        ("Both armies attacked the rebels.", "armies"),
        ("Former soldiers attacked the police.", "Former soldiers"),
    ],
)
def test_a_name_says_who_and_not_how_many_or_when(text: str, name: str, parser: SpacyParser, resources: Resources) -> None:
    assert [a.name for a in Told(text, parser, resources).who("attacked")] == [name]


def test_what_somebody_is_accused_of_is_no_part_of_his_name(parser: SpacyParser, resources: Resources) -> None:
    told = Told("The president accused Belgian diplomats of meddling in the vote.", parser, resources)
    assert [a.name for a in told.whom("accused")] == ["Belgian diplomats"]
