"""What is no event: sport, markets, film, museums, ministries, wars as names of periods, nature, kitchens. Our own sentences; none may be coded."""

import pytest
from tests import build

from onrecord.pipeline import read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources

SENTENCES = (
    "The home team attacked from the first minute.",
    "The striker fired a shot over the bar in the second half.",
    "Their defence held firm in the final minutes of the match.",
    "The champion defeated his rival in three sets.",
    "The club captured the title after a goalless season.",
    "The visitors conceded a penalty before half time.",
    "The batsman was dismissed for nine runs.",
    "The coach was sacked after six defeats in the league.",
    "The boxer knocked out his opponent in the fourth round.",
    "Shares rallied in Tokyo as investors bought stocks.",
    "The index fell to a record low in heavy trading.",
    "Oil prices surged while the dollar lost ground against the euro.",
    "The bank raised its forecast for growth.",
    "The merger of the two airlines created a giant.",
    "The currency came under pressure on Monday.",
    "The film shows soldiers storming a palace.",
    "In her novel, rebels burn the capital.",
    "The documentary depicts a siege in the Middle Ages.",
    "The opera ends with the murder of the queen.",
    "The video game lets players bomb cities.",
    "The War Museum opens at nine.",
    "The Ministry of Defence published a map.",
    "The Peace Palace stands in The Hague.",
    "Liberation Bridge was closed for repairs.",
    "The Museum of the Revolution has nine halls.",
    "The Minister of War was born in Lyon.",
    "The Defence Secretary is fifty years old.",
    "The head of the bomb disposal unit retired to his farm.",
    "The strike price of the option is nine dollars.",
    "She wrote a book about the Cold War.",
    "The Second World War is taught in the third year.",
    "The years between the wars were quiet.",
    "The post-war period saw new houses built.",
    "The Civil War memorial is made of granite.",
    "The Thirty Years' War is his subject.",
    "An earthquake killed nine people.",
    "A cyclone hit the coast at dawn.",
    "The virus attacks the lungs.",
    "Locusts destroyed the harvest in three provinces.",
    "The flu claimed two hundred lives last winter.",
    "Lightning struck the tower during the storm.",
    "The senate killed the bill.",
    "The recipe calls for two eggs and butter.",
    "Beat the eggs and fold in the flour.",
    "The firm launched a new phone.",
    "The firm controls 40 percent of the market.",
    "The blaze in the town is under control.",
    "The driver lost control of the bus.",
    "The plant is invading gardens across the country.",
    "Heart attacks are common in the region.",
    "The surgeon operated on the patient for nine hours.",
    "The protest movement has nine members on the board.",
    "An attack helicopter costs forty million dollars.",
    "The sanctions committee has fifteen seats.",
    "The peace process is the theme of the exhibition.",
    "The town lies near the border.",
    "The river divides the country in two.",
    "The population of the province is two million.",
    "The library holds nine thousand letters.",
)


def test_nothing_of_it_is_coded(parser: SpacyParser, resources: Resources) -> None:
    coded = {
        s: [(e.type, e.trigger.entry) for e in found]
        for s in SENTENCES
        if (found := read_document(build.document(s), parser=parser, resources=resources).events.events)
    }
    assert coded == {}


WITH = (
    ("The rebels attacked the stadium after the match.", "ASSAULT"),
    ("The army destroyed a museum in the old town.", "ASSAULT"),
    ("Gunmen shot the captain of the national team.", "ASSAULT"),
    ("Hackers attacked the servers of the bank.", "ASSAULT"),
)


@pytest.mark.parametrize(("text", "type_"), WITH, ids=[w[0] for w in WITH])
def test_the_same_words_in_earnest_are_coded(text: str, type_: str, parser: SpacyParser, resources: Resources) -> None:
    assert type_ in {e.type for e in read_document(build.document(text), parser=parser, resources=resources).events.events}
