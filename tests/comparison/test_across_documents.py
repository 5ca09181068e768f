"""Short documents of our own, read by the real parser: what links across them, what does not, and what a comparison says of it."""

import datetime
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.comparison.agreement import Agreement, agree
from onrecord.comparison.compare import compare
from onrecord.reading.parse import Parser
from onrecord.record.disagreed import disagreed
from onrecord.record.filters import Filter
from onrecord.record.store import Record
from onrecord.resources.resources import Resources

Report = tuple[str, str, str]
"""Publisher, day, text."""
RESOURCES = Resources()


def kept(parser: Parser, *reports: Report) -> Record:
    """A record of some reports, compared."""
    record = Record(Path(":memory:"), create=True)
    run = record.begin(pipeline.recipe_of(parser, RESOURCES))
    for publisher, day, text in reports:
        document = pipeline.document_from_text(text, published=datetime.date.fromisoformat(day), publisher=publisher)
        record.add(pipeline.account_of(document, parser=parser, resources=RESOURCES), run)
    compare(record)
    return record


def said(record: Record, event: str) -> Agreement:
    queries = record.queries
    return agree(queries.event(event), copies=queries.copies(), speaking=queries.speaking(), countries=RESOURCES.countries)


def denied(record: Record) -> set[tuple[str, str]]:
    """Each denial with what it denies, by their publishers."""
    found = set()
    for link in record.queries.links(c.number for c in record.queries.claims()):
        if link.kind == "denies":
            assert {"denial", "type"} <= {r.feature for r in link.reasons}
            found.add((record.queries.claim(link.a).publisher or "", record.queries.claim(link.b).publisher or ""))
    return found


DENIALS = [
    ("Mali's army killed 12 herders in the village of Sokolo on 11 March 2023, a local association said.",
     "The Malian armed forces deny having killed civilians in Sokolo on 11 March."),
    ("The Myanmar military carried out an air strike on Pazigyi village in Sagaing region on 11 March 2023, witnesses said.",
     "The junta's spokesman rejected as fabricated the allegation that the military had bombed Pazigyi on 11 March."),
    ("Colombian soldiers shot dead 11 people in Puerto Leguizamo on 11 March 2023, indigenous groups said.",
     "Defence Minister Ana Ruiz denied that civilians had been killed by the army in Puerto Leguizamo on 11 March."),
    ("India's army shelled Rawalakot on 11 March 2023, wounding three villagers, Pakistan's military said.",
     "India on Monday denied shelling Rawalakot."),
    ("The Saudi-led coalition bombed a prison in Saada on 11 March 2023, killing 70 detainees, the Houthi health ministry said.",
     "The Saudi-led coalition said reports that it had bombed a prison in Saada on 11 March were baseless."),
    ("The M23 rebels massacred 50 civilians in Kishishe on 11 March 2023, the Congolese government said.",
     "M23 denied responsibility for the massacre of civilians in Kishishe."),
    ("The Turkish coast guard fired warning shots at a Cypriot patrol boat off Kato Pyrgos on 11 March 2023, the Cypriot police said.",
     "Ankara dismissed claims that Turkish vessels had fired on a Cypriot boat off Kato Pyrgos on 11 March."),
    ("The Sri Lankan army shelled a hospital in Puthukkudiyiruppu on 11 March 2023, killing nine patients, the Red Cross said.",
     'Brigadier Anil Perera of the army said: "We did not shell the hospital in Puthukkudiyiruppu."'),
    ("Sudan's army bombed El Fasher on 11 March 2023, killing 10 civilians, activists said.",
     "The claim that Sudan's army bombed El Fasher on 11 March has no basis in fact, the foreign ministry in Khartoum said."),
    ("Armenia shelled the village of Zamanli on 11 March 2023, the Azerbaijani defence ministry said.",
     "Armenia denied shelling the village of Zamanli."),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "denial"), DENIALS)
def test_a_denial_finds_what_it_denies_in_another_document(parser: Parser, claim: str, denial: str) -> None:
    with kept(parser, ("One", "2023-03-12", claim), ("Other", "2023-03-13", denial)) as record:
        assert denied(record) == {("Other", "One")}


def test_who_had_no_part_in_it_does_not_say_that_it_did_not_happen(parser: Parser) -> None:
    claim, denial = DENIALS[5]
    with kept(parser, ("One", "2023-03-12", claim), ("Other", "2023-03-13", denial)) as record:
        (event,) = record.queries.events(accounts=2)
        positions = {(p.who, p.holds) for p in said(record, event.id).positions}
        assert ("M23", "disputes") in positions
        assert not said(record, event.id).silent + said(record, event.id).absent


def test_a_denial_of_something_else_grants_that_it_happened(parser: Parser) -> None:
    with kept(parser, ("One", "2023-03-12", "The ministry denied that the attack on Toll had broken any agreement.")) as record:
        (attack,) = [c for c in record.queries.claims() if c.type == "ASSAULT"]
        assert (attack.happened, attack.act) == (True, "")
        assert "asserts" in {p.holds for p in said(record, attack.event or "").positions}


REFUSALS = [
    "Turkey rejected calls to pull its troops out of Afrin.",
    "Hamas rejected the offer of a truce.",
    "The rebels refused to release the hostages.",
    "The army ruled out a withdrawal from the valley.",
]


@pytest.mark.parametrize("text", REFUSALS)
def test_a_refusal_is_no_denial(parser: Parser, text: str) -> None:
    with kept(parser, ("One", "2023-03-12", text)) as record:
        claims = record.queries.claims()
        assert {c.act for c in claims if c.type == "REJECT"} == {"refusal"}
        (event,) = [c.event or "" for c in claims if c.happened is False]
        assert "denies" not in {p.holds for p in said(record, event).positions}
        account = record.queries.account(claims[0].document)
        assert account is not None
        assert {t.kind for t in account.relations} == {"refuses"}
        (row,) = record.queries.events(Filter(status="refused"))
        assert (row.id, row.denied, row.refused) == (event, 0, 1)
        assert not record.queries.count(Filter(status="denied"))
        assert not disagreed(record)


def test_neither_confirming_nor_denying_denies_nothing(parser: Parser) -> None:
    claim, _ = DENIALS[8]
    coy = "Sudan's army would neither confirm nor deny that it had bombed El Fasher on 11 March."
    with kept(parser, ("One", "2023-03-12", claim), ("Other", "2023-03-13", coy)) as record:
        assert not denied(record)
        (event,) = record.queries.events(accounts=2)
        assert ("Sudan's army", "withholds") in {(p.who, p.holds) for p in said(record, event.id).positions}


def test_one_source_first_denies_and_then_admits(parser: Parser) -> None:
    before = ("One", "2023-12-05", "The Nigerian army denied that it had bombed the village of Tudun Biri on 3 December 2023.")
    after = ("One", "2023-12-08", "The Nigerian army admitted that it had bombed the village of Tudun Biri on 3 December 2023.")
    with kept(parser, before, after) as record:
        (event,) = [e for e in record.queries.events() if e.claims == 2]
        (change,) = said(record, event.id).changes
        assert (change.who, change.before, change.after, str(change.since)) == ("Nigerian army", "denies it", "asserts it", "2023-12-08")


def test_one_source_raises_its_toll(parser: Parser) -> None:
    before = (
        "One",
        "2021-06-06",
        "A missile hit a petrol station in Marib on 5 June 2021, killing seven people, the health ministry said.",
    )
    after = ("One", "2021-06-08", "A missile hit a petrol station in Marib on 5 June 2021, killing 12 people, the health ministry said.")
    with kept(parser, before, after) as record:
        (event,) = [e for e in record.queries.events() if e.claims == 2]
        (change,) = said(record, event.id).changes
        assert (change.point, change.before, change.after) == ("killed", "7", "12")


CLUSTERS = {
    "one event, three accounts": (
        ("One", "2022-12-01", "M23 rebels killed at least 50 civilians in Kishishe on Tuesday, the Congolese army said."),
        ("Two", "2022-12-06", "The massacre at Kishishe on 29 November left 272 people dead, Industry Minister Julien Paluku said."),
        ("Three", "2022-12-08", "On 29 November 2022 the terrorist movement M23 massacred 131 civilians in Kishishe in the territory of Rutshuru."),
    ),
    "the same day in another town": (("Four", "2022-12-01", "M23 rebels killed two soldiers in Bunagana on 29 November 2022, the Congolese army said."),),
    "the same place in another week": (("Five", "2022-12-20", "M23 rebels killed nine civilians in Kishishe on 17 December 2022, the Congolese army said."),),
}  # fmt: skip


def test_accounts_of_one_event_are_linked_and_near_misses_are_not(parser: Parser) -> None:
    reports = [r for cluster in CLUSTERS.values() for r in cluster]
    with kept(parser, *reports) as record:
        found = {}
        for event in record.queries.events():
            claims = [c for c in record.queries.event(event.id) if c.type == "ASSAULT"]
            if claims:
                found[frozenset(c.publisher for c in claims)] = said(record, event.id)
        assert set(found) == {frozenset({"One", "Two", "Three"}), frozenset({"Four"}), frozenset({"Five"})}
        (toll,) = found[frozenset({"One", "Two", "Three"})].differences
        assert (toll.point, toll.low, toll.high) == ("killed", 50, 272)


def test_an_event_has_the_day_that_any_of_its_accounts_gives(parser: Parser) -> None:
    undated = ("One", "2020-07-21", "India on Tuesday denied shelling Rawalakot.")
    dated = ("Other", "2020-07-20", "India's army shelled Rawalakot on 18 July 2020, wounding three villagers, Pakistan's military said.")
    with kept(parser, undated, dated) as record:
        (event,) = record.queries.events(accounts=2, dated=True)
        assert (event.claims, str(event.earliest)) == (2, "2020-07-18")
        first = record.queries.by_number([event.first])[event.first]
        assert first.when.known


def test_two_towns_near_each_other_are_two_events(parser: Parser) -> None:
    one = ("One", "2022-05-04", "Russian forces shelled Kherson on 3 May 2022, killing two people, the governor said.")
    two = ("Two", "2022-05-04", "Russian forces shelled Mykolaiv on 3 May 2022, killing three people, the mayor said.")
    with kept(parser, one, two) as record:
        assert {e.claims for e in record.queries.events()} == {1}


def test_those_who_fight_a_state_do_not_speak_for_it(parser: Parser) -> None:
    text = "The Rapid Support Forces said that Sudan's army had shelled a market in Omdurman on 3 May 2023."
    with kept(parser, ("One", "2023-05-04", text)) as record:
        (event,) = [e for e in record.queries.events() if "ASSAULT" in e.types]
        assert [p.name for p in said(record, event.id).absent] == ["Sudan"]
