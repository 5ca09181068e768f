"""Who did what to whom, by syntax, on the real parser."""

import pytest
from tests import build
from tests.counting import calls

from onrecord import pipeline
from onrecord.events.arguments import find_arguments
from onrecord.events.triggers import find_triggers
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources

CASES = [
    # sentence, trigger, actors, recipients
    ("The mayor was arrested by soldiers.", "arrested", ["soldiers"], ["The mayor"]),
    ("The mayor was arrested.", "arrested", [], ["The mayor"]),
    ("Troops who shelled the rebels went home.", "shelled", ["Troops"], ["the rebels"]),
    ("Villagers expelled by the militia in 1999 have returned.", "expelled", ["the militia"], ["Villagers"]),
    ("The soldiers whom the rebels kidnapped are safe.", "kidnapped", ["the rebels"], ["The soldiers"]),
    ("Chad urged the rebels to release the miners.", "release", ["the rebels"], ["the miners"]),
    ("Chad called on Niger to release the miners.", "release", ["Niger"], ["the miners"]),
    ("The minister responded to the attack.", "attack", [], []),
    ("Chad responded with an attack.", "attack", ["Chad"], []),
    ("Chad called the bombardment a crime.", "bombardment", [], []),
    ("Iran threatened to bomb Iraq.", "bomb", ["Iran"], ["Iraq"]),
    ("Serbia accused Kosovo of jailing a mayor.", "jailing", ["Kosovo"], ["a mayor"]),
    ("Rwanda denied arming the rebels.", "arming", ["Rwanda"], ["the rebels"]),
    ("Paratroopers jailed the mayor and beat his son.", "beat", ["Paratroopers"], ["his son"]),
    ("France and Italy praised Tunisia and Libya.", "praised", ["France", "Italy"], ["Tunisia", "Libya"]),
    ("The attack on the garrison by rebels failed.", "attack", ["rebels"], ["the garrison"]),
    ("Israel's bombing of Iraq angered Cairo.", "bombing", ["Israel"], ["Iraq"]),
    ("The assassination of the governor shocked Lagos.", "assassination", [], ["the governor"]),
    ("Rebels launched an attack on the garrison.", "attack", ["Rebels"], ["the garrison"]),
    ("We regret the offensive launched by Chad on 3 May 2001.", "offensive", ["Chad"], []),
    ("Fiji condemned the attack that rebels carried out in Suva on Tuesday.", "attack", ["rebels"], []),
    ("The Foreign Ministers of Togo and Benin met in Accra.", "met", ["Togo", "Benin"], []),
    ("Talks between Iran and Iraq resumed.", "Talks", ["Iran", "Iraq"], []),
    ("The king met the president in Doha.", "met", ["The king", "the president"], []),
    ("Togo denounced Benin's tariff.", "denounced", ["Togo"], ["Benin"]),
    ("Bhutan suspended trade with Nepal.", "suspended trade", ["Bhutan"], ["Nepal"]),
    ("Niger blamed the rebels for the attack.", "attack", ["the rebels"], []),
    ("Togo said the militia was responsible for the bombing.", "bombing", ["the militia"], []),
    ("The Front claimed responsibility for the killing of the mayor.", "killing", ["The Front"], ["the mayor"]),
    ("No group has claimed responsibility for the bombing.", "bombing", [], []),
    ("The rebels denied responsibility for the shelling.", "shelling", [], []),
    ("Officials attributed the attack to the Front.", "attack", ["the Front"], []),
    ("The raid has been blamed on militants.", "raid", ["militants"], []),
    ("The town's garrison came under attack from rebels.", "attack", ["rebels"], ["The town's garrison"]),
    ("Our troops came under artillery fire.", "artillery fire", [], ["Our troops"]),
    ("Chad faces attacks from Boko Haram.", "attacks", ["Boko Haram"], ["Chad"]),
    ("The brigade fought off several counterattacks.", "counterattacks", [], ["The brigade"]),
    ("Kenya called for an investigation into the killings.", "investigation", [], []),
    ("The junta accused the rebels of using drones to drop bombs on a barracks.", "drop bombs", ["the rebels"], []),
    ("The attacks in Sofia stiffened the resolve of Peru.", "attacks", [], []),
    ("The enemy shelled the army's positions.", "shelled", ["The enemy"], ["the army"]),
    ("The army shelled rebel positions near Bol.", "shelled", ["The army"], ["rebel"]),
    ("Norway promised to continue military aid to Chad.", "military aid", ["Norway"], ["Chad"]),
]


def _read(text: str, parser: SpacyParser) -> Reading:
    document = build.document(text)
    parse = parser.parse(document)
    return Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))


def _roles(text: str, trigger: str, parser: SpacyParser, resources: Resources) -> dict[str, list[str]]:
    reading = _read(text, parser)
    found = next(t for t in find_triggers(reading, resources=resources) if t.span.of(text) == trigger)
    arguments = find_arguments(reading, found, resources=resources)
    return {role: [a.span.of(text) for a in arguments if a.role == role] for role in ("actor", "recipient", "instrument", "place")}


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), CASES, ids=[c[0][:40] for c in CASES])
def test_who_did_it_to_whom(
    text: str, trigger: str, actors: list[str], recipients: list[str], parser: SpacyParser, resources: Resources
) -> None:
    roles = _roles(text, trigger, parser, resources)
    assert (roles["actor"], roles["recipient"]) == (actors, recipients)


def test_what_is_fired_is_an_instrument_and_what_it_is_fired_at_a_recipient(parser: SpacyParser, resources: Resources) -> None:
    roles = _roles("Militants fired rockets at a garrison near Kidal.", "fired", parser, resources)
    assert roles == {"actor": ["Militants"], "recipient": ["a garrison"], "instrument": ["rockets"], "place": ["Kidal"]}


def test_the_weapon_before_an_event_noun_is_its_instrument(parser: SpacyParser, resources: Resources) -> None:
    roles = _roles("A Turkish drone strike killed two men.", "drone strike", parser, resources)
    assert roles["actor"] == ["Turkish"]
    assert roles["recipient"] == ["two men"]
    assert roles["instrument"] == ["drone"]


def test_killing_and_wounding_are_the_outcome_of_one_attack(parser: SpacyParser, resources: Resources) -> None:
    reading = _read("Bandits ambushed a convoy near Bol, killing two drivers and wounding five others.", parser)
    assert [t.span.of(reading.document.text) for t in find_triggers(reading, resources=resources)] == ["ambushed"]


def test_killed_in_an_attack_is_one_event(parser: SpacyParser, resources: Resources) -> None:
    for text in (
        "Six soldiers were killed in the attack.",
        "The attack killed six soldiers.",
        "Rebels attacked the camp, killing six soldiers.",
    ):
        assert len(find_triggers(_read(text, parser), resources=resources)) == 1, text


@pytest.mark.parametrize(
    "text",
    [
        "The War Museum opens at nine.",
        "The defence ministry has nine floors.",
        "An earthquake killed nine people.",
        "The striker's late shot hit the post and the goalkeeper.",
        "The film shows soldiers storming a palace.",
        "Shares rallied in Tokyo as investors bought stocks.",
        "The Ministry of Defence published a map.",
    ],
)
def test_what_is_no_event_is_not_coded(text: str, parser: SpacyParser, resources: Resources) -> None:
    assert find_triggers(_read(text, parser), resources=resources) == ()


def test_a_list_of_ten_thousand_names_is_read_in_bounded_steps(resources: Resources) -> None:
    names = "\n".join(f"Chad{n} Chad{n} PROPN NNP conj {n}" for n in range(10_000))
    rows = f"Troops troops NOUN NNS nsubj 1\nattacked attack VERB VBD ROOT 1\nMali Mali PROPN NNP dobj 1\n{names}"
    # each name hangs on the one before it, as parsers give lists
    reading = build.reading(rows.replace(" conj 0", " conj 2", 1).replace(" conj 1\n", " conj 2\n", 1))
    triggers = find_triggers(reading, resources=resources)
    assert len(triggers) == 1
    assert len(find_arguments(reading, triggers[0], resources=resources)) < 1_000


def test_a_chain_of_a_thousand_verbs_is_read_in_bounded_steps(resources: Resources) -> None:
    verbs = "\n".join(f"attacked attack VERB VBD conj {n + 1}" for n in range(1_000))
    reading = build.reading(f"Troops troops NOUN NNS nsubj 1\nattacked attack VERB VBD ROOT 1\n{verbs}")
    triggers = find_triggers(reading, resources=resources)
    assert len(triggers) == 1_001
    find_arguments(reading, triggers[0], resources=resources)  # what is loaded once is not counted
    assert calls(lambda: find_arguments(reading, triggers[-1], resources=resources)) < 3_000


PLACED = [
    ("Togo condemned the attack on an aid convoy, which took place in Sofia.", "attack", ["Sofia"]),
    ("Togo condemned the raids in Paris and others in Lyon, including those in Sousse.", "raids", ["Paris"]),
    ("They came from Aleppo, where the army had killed nine people.", "killed", ["Aleppo"]),
]


@pytest.mark.parametrize(("text", "trigger", "places"), PLACED, ids=[c[0][:40] for c in PLACED])
def test_where_it_was(text: str, trigger: str, places: list[str], parser: SpacyParser, resources: Resources) -> None:
    found = pipeline.read_document(pipeline.document_from_text(text), parser=parser, resources=resources)
    event = next(e for e in found.events.events if e.trigger.span.of(text) == trigger)
    roles = next(r for r in found.resolution.roles if r.event == event.id)
    names = {p.id: p.name for p in found.resolution.places}
    assert [names[p] for p in roles.places] == places
