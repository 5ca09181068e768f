"""Who holds, gains and loses ground, from plain sentences: the event, what becomes of control, the share in the text's words."""

import pytest
from tests import build

from onrecord.pipeline import read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources

CASES = [
    ("The militia now controls 40 percent of the city.", "COERCE", "held", "40 percent"),
    ("The army lost three villages in the north on Friday.", "COERCE", "lost", "three villages"),
    ("Goma fell to the rebels on Monday.", "COERCE", "gained", None),
    ("Government troops retook the town of Bor.", "COERCE", "gained", None),
    ("The insurgents captured seven districts in two weeks.", "COERCE", "gained", "seven districts"),
    ("The column advanced into the suburbs of Khartoum.", "COERCE", "gained", None),
    ("The brigade withdrew from Palma after two days of fighting.", "RETREAT", "lost", None),
    ("Fighters seized control of the airport.", "COERCE", "gained", None),
    ("The junta controls less than half of the country.", "COERCE", "held", "less than half"),
    ("Two thirds of the province is under rebel control.", "COERCE", "held", "Two thirds"),
    ("The capital is in the hands of the rebels.", "COERCE", "held", None),
    ("The mayor said the militants had been driven out of four villages.", "COERCE", "gained", "four villages"),
    ("Turkish troops occupy 37 percent of the island.", "COERCE", "held", "37 percent"),
    ("The army ceded ground near Lashio.", "RETREAT", "lost", None),
    ("The rebels were forced to retreat from the oilfield.", "RETREAT", "lost", None),
    ("The army claimed control of the airport.", "COERCE", "claimed", None),
]


@pytest.mark.parametrize(("text", "type_", "control", "share"), CASES, ids=[c[0] for c in CASES])
def test_ground(text: str, type_: str, control: str, share: str | None, parser: SpacyParser, resources: Resources) -> None:
    events = read_document(build.document(text), parser=parser, resources=resources).events.events
    found = [(e.type, e.territory.control, e.territory.share) for e in events if e.territory]
    assert found == [(type_, control, share)]


@pytest.mark.parametrize(
    "text",
    [
        "The firm controls 40 percent of the market.",
        "The party lost the city in the election.",
        "Brazil fell to Ghana in the final.",
        "The dollar lost ground against the euro.",
        "The driver lost control of the bus.",
        "The blaze in the town is under control.",
        "The column advanced towards the capital.",
    ],
)
def test_no_ground(text: str, parser: SpacyParser, resources: Resources) -> None:
    events = read_document(build.document(text), parser=parser, resources=resources).events.events
    assert not [e for e in events if e.territory]
