"""What several do together with nobody else named, they do with each other."""

import pytest
from tests import build

from onrecord.pipeline import read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Chad and Niger agreed to a ceasefire.", "AGREE", True),
        ("Chad and Niger carried out a joint exercise.", "COOPERATE", True),
        ("Chad and Niger agreed to send aid to Haiti.", "AGREE", False),
        ("Chad and Niger praised the deal.", "SUPPORT", False),
        ("Chad agreed to a ceasefire.", "AGREE", False),
    ],
)
def test_joint(text: str, type_: str, expected: bool, parser: SpacyParser, resources: Resources) -> None:
    events = read_document(build.document(text), parser=parser, resources=resources).events.events
    assert [e.symmetric for e in events if e.type == type_] == [expected]
