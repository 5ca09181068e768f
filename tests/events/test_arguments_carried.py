"""Recipients that the act inside a promise, refusal, threat or protest lends, and parties of one noun phrase; on the real parser."""

import pytest
from tests import build

from onrecord.events.event import EventMention
from onrecord.events.extract import extract
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.statements.statement import Statements

CASES = [
    # sentence, type, actors, recipients
    ("Denmark refused to lend money to Peru.", "REJECT", ["Denmark"], ["Peru"]),
    ("Norway agreed to withdraw its troops from Iraq.", "AGREE", ["Norway"], ["Iraq"]),
    ("Mali threatened to cut ties with Niger.", "THREATEN", ["Mali"], ["Niger"]),
    ("Bolivia accepted a formula for ending its dispute with Chile.", "AGREE", ["Bolivia"], ["Chile"]),
    ("Norway refused to reopen its borders.", "REJECT", ["Norway"], []),
    ("Farmers marched through Lima to demand answers from the cabinet.", "PROTEST", ["Farmers"], ["the cabinet"]),
    ("Gunmen killed six Kenyan soldiers in an attack on a bus.", "ASSAULT", ["Gunmen"], ["six Kenyan soldiers"]),
    ("Six soldiers were killed in the attack.", "ASSAULT", [], ["Six soldiers"]),
    ("Police beat Kenyan and Ugandan workers.", "ASSAULT", ["Police"], ["Kenyan", "Ugandan"]),
    ("The guards tortured scores of Kenyan and Somali refugees.", "ASSAULT", ["The guards"], ["Kenyan", "Somali"]),
    ("The Malian army seized the camp in its battle with herders.", "COERCE", ["The Malian army"], ["herders"]),
    ("Six huts were destroyed by coalition air strikes.", "ASSAULT", ["coalition"], []),
    ("He said hired gunmen took part in the shelling.", "ASSAULT", ["hired gunmen"], []),
    ("Kenyan troops were deployed to the border.", "MOBILIZE", ["Kenyan"], []),
    ("Police fired tear gas to disperse the nurses.", "ASSAULT", ["Police"], ["the nurses"]),
    (
        "Peru protests the incursion by a patrol boat of the Chilean navy into its waters.",
        "ASSAULT",
        ["a patrol boat of the Chilean navy"],
        [],
    ),
    # what has a recipient of its own keeps it
    ("Chad promised the rebels to release the miners.", "AGREE", ["Chad"], ["the rebels"]),
    # an act in another clause lends nothing
    ("Denmark refused to resign after Peru attacked Chile.", "REJECT", ["Denmark"], []),
]


def _events(text: str, parser: SpacyParser, resources: Resources) -> tuple[EventMention, ...]:
    document = build.document(text)
    parse = parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    return extract(reading, Statements(), resources=resources).events


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), CASES, ids=[c[0][:40] for c in CASES])
def test_whom_it_falls_on(
    text: str, type_: str, actors: list[str], recipients: list[str], parser: SpacyParser, resources: Resources
) -> None:
    event = next(e for e in _events(text, parser, resources) if e.plain_type == type_)
    found = {role: [a.span.of(text) for a in event.arguments if a.role == role] for role in ("actor", "recipient")}
    assert (found["actor"], found["recipient"]) == (actors, recipients)


def test_what_points_back_has_the_parties_of_what_it_points_to(parser: SpacyParser, resources: Resources) -> None:
    text = "Rebels ambushed soldiers near Mopti on Monday. The ambush was filmed."
    later = _events(text, parser, resources)[1]
    assert [(a.role, a.span.of(text)) for a in later.arguments if a.role != "time"] == [
        ("actor", "Rebels"),
        ("recipient", "soldiers"),
        ("place", "Mopti"),
    ]
    assert {a.rule for a in later.arguments} == {"of-the-event-pointed-to"}


MORE = [
    ("Moldova's police thwarted a plot to overthrow the government.", "overthrow", [], []),
    ("Ukrainian drones struck a refinery.", "struck", ["Ukrainian"], ["Ukrainian drones"]),
    ("The convoy hit a landmine.", "hit", [], ["a landmine"]),
    ("A spokesman accused the coalition of killing sixty civilians.", "killing", ["the coalition"], []),
    ("The premier called the king to congratulate him.", "congratulate", ["The premier"], []),
    ("Chad urged the king to condemn the raid.", "condemn", ["the king"], []),
    ("Israeli jets struck the port.", "struck", ["Israeli jets"], ["Israeli jets"]),
    ("An Israeli missile strike had targeted the airport.", "targeted", ["Israeli"], ["missile"]),
    ("Men with machetes hacked a trader to death.", "hacked", ["Men"], ["machetes"]),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "instruments"), MORE, ids=[c[0][:40] for c in MORE])
def test_who_did_it_with_what(
    text: str, trigger: str, actors: list[str], instruments: list[str], parser: SpacyParser, resources: Resources
) -> None:
    event = next(e for e in _events(text, parser, resources) if e.trigger.span.of(text).startswith(trigger))
    found = {role: [a.span.of(text) for a in event.arguments if a.role == role] for role in ("actor", "instrument")}
    assert (found["actor"], found["instrument"]) == (actors, instruments)


def test_a_borrowed_recipient_says_so(parser: SpacyParser, resources: Resources) -> None:
    event = _events("Norway agreed to withdraw its troops from Iraq.", parser, resources)[0]
    assert [a.rule for a in event.arguments if a.role == "recipient"] == ["from-phrase-of-what-is-said"]


def test_killing_joined_to_an_attack_is_part_of_it(parser: SpacyParser, resources: Resources) -> None:
    text = "Gunmen ambushed a bus, killed six passengers and wounded nine."
    document = build.document(text)
    parse = parser.parse(document)
    made = extract(Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens)), Statements(), resources=resources)
    attack, killing = made.events
    assert [(t.kind, t.low) for t in attack.tolls] == [("killed", 6), ("wounded", 9)]
    assert not killing.tolls
    assert [(r.kind, r.source, r.target) for r in made.relations] == [("part_of", killing.id, attack.id)]
