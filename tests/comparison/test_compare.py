import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.basis import Reason
from onrecord.comparison.agreement import agree
from onrecord.comparison.balance import heard_in, shares_of, weigh
from onrecord.comparison.compare import compare
from onrecord.comparison.features import Features
from onrecord.comparison.same_event import score
from onrecord.exports.summary import first_balances
from onrecord.record.claim import Account, Tie
from onrecord.record.filters import Filter
from onrecord.record.linking import as_json
from onrecord.record.store import Recipe, Record
from onrecord.record.tell import tell
from onrecord.resources.resources import Resources
from onrecord.timespan import Timespan
from tests.accounts import account, actor, claim, find, killed, place, said

RECIPE = Recipe("0.1", "by hand", {}, {})


def report(who: str, country: str, text: str, *, day: str = "2020-05-04", **given: Any) -> Account:
    """A report of a shelling of Toll by Borea, in a publisher's own voice."""
    people = (actor("a1", "Borea", "BLR", text=text), actor("a2", "Aria", "ALB", text=text))
    places = (place("p1", text, "Toll", "geo:1", "ALB", latitude=41.0, longitude=20.0),)
    events = (claim("v1", text, "shelled", "ASSAULT", day=day, actors=("a1",), recipients=("a2",), places=("p1",), **given),)
    return account(text, publisher=who, actors=people, places=places, events=events, published="2020-05-05")


def denial(text: str = "Borea denied that it had shelled Toll on 4 May.") -> Account:
    people = (actor("a1", "Borea", "BLR", text=text),)
    places = (place("p1", text, "Toll", "geo:1", "ALB", latitude=41.0, longitude=20.0),)
    statement = said("s1", text, "Borea", "denied", "that it had shelled Toll on 4 May", actor="a1", stance="denies")
    event = claim("v1", text, "shelled", "ASSAULT", day="2020-05-04", actors=("a1",), places=("p1",), statement="s1", happened=False)
    return account(text, publisher="Agency", actors=people, places=places, statements=(statement,), events=(event,))


def compared(path: Path, *made: Account, homes: dict[str, str] | None = None) -> Record:
    record = Record(path, create=True)
    run = record.begin(RECIPE)
    for each in made:
        record.add(each, run, home=(homes or {}).get(each.document.publisher or ""))
    compare(record)
    return record


ONE = "Borea shelled Toll in Aria on 4 May, killing two."
TWO = "On Monday Borea's guns shelled Toll; four of Aria's people died."
COPY = "Borea shelled Toll in Aria on 4 May, and two people were killed there when a house fell down, the mayor of the small town told us late that night."


def test_reasons_are_written_as_json_has_them() -> None:
    reasons = (Reason("wording", 1.2, "'hit' and “struck”\n\\ \ud800"), Reason("time", -0.8, ""), Reason("part", 1.0, "x"))
    written = as_json(reasons)
    assert written == json.dumps([{"feature": r.feature, "score": r.score, "detail": r.detail} for r in reasons])
    assert as_json(()) == "[]"


def test_two_reports_of_one_event_are_linked_with_reasons() -> None:
    with compared(Path(":memory:"), report("P", "ALB", ONE), report("Q", "BLR", TWO)) as record:
        rows = record.queries.events()
        assert [(r.claims, r.documents) for r in rows] == [(2, 2)]
        link = record.queries.links([rows[0].first])[0]
        assert link.kind == "same_event"
        assert {"time", "place", "actor"} <= {r.feature for r in link.reasons}


def test_other_days_and_other_towns_are_other_events() -> None:
    later = report("Q", "BLR", TWO, day="2020-06-20")
    with compared(Path(":memory:"), report("P", "ALB", ONE), later) as record:
        assert [r.claims for r in record.queries.events()] == [1, 1]


def test_the_order_of_documents_does_not_matter() -> None:
    made = [
        report("P", "ALB", ONE),
        report("Q", "BLR", TWO),
        denial(),
        report("R", "BLR", TWO.replace("Monday", "that day"), day="2020-06-20"),
    ]
    groups = []
    for order in (made, made[::-1], [made[2], made[0], made[3], made[1]]):
        with compared(Path(":memory:"), *order) as record:
            groups.append({frozenset(c.id for c in record.queries.event(r.id)) for r in record.queries.events()})
    assert groups[0] == groups[1] == groups[2]


def test_comparing_again_or_in_parts_changes_nothing(tmp_path: Path) -> None:
    with compared(tmp_path / "a.db", report("P", "ALB", ONE), report("Q", "BLR", TWO)) as record:
        before = list(record.connection.iterdump())
        assert compare(record) == 0
        assert list(record.connection.iterdump()) == before


def test_a_denial_is_tied_to_what_it_denies() -> None:
    with compared(Path(":memory:"), report("P", "ALB", ONE), denial()) as record:
        row = record.queries.events()[0]
        assert (row.claims, row.denied) == (2, 1)
        links = [x for x in record.queries.links([row.first]) if x.kind == "denies"]
        assert [(record.queries.claim(x.a).happened, record.queries.claim(x.b).happened) for x in links] == [(False, True)]


def test_copies_are_one_account_with_many_carriers() -> None:
    near = COPY + " More follows."
    made = [report("P", "ALB", COPY), report("Q", "BLR", COPY), report("R", "BLR", near), report("S", "BLR", TWO)]
    with compared(Path(":memory:"), *made) as record:
        originals = [d.original for d in record.queries.documents()]
        first = record.queries.documents()[0].id
        assert originals == [None, first, first, None]
        row = record.queries.events()[0]
        assert (row.claims, row.documents) == (4, 2)


def test_what_the_sources_say_of_one_event() -> None:
    text = ONE
    first = report("P", "ALB", text, tolls=(killed(text, "two", 2, 2),))
    second = report("Q", "BLR", TWO, tolls=(killed(TWO, "four", 4, 4),))
    with compared(Path(":memory:"), first, second, denial(), homes={"P": "ALB"}) as record:
        claims = record.queries.event(record.queries.events()[0].id)
        said_of_it = agree(claims, copies={}, speaking=heard_in(shares_of(record.queries.claims())))
        held = {(p.who, p.holds) for p in said_of_it.positions}
        assert held == {("P", "asserts"), ("Q", "asserts"), ("Borea", "denies"), ("Agency", "passes on")}
        toll = next(d for d in said_of_it.differences if d.point == "killed")
        assert (toll.low, toll.high) == (2, 4)
        assert {(v.value, v.who) for v in toll.variants} == {("2", ("P",)), ("4", ("Q",))}
        assert not said_of_it.silent
        assert not said_of_it.absent


def test_a_record_says_of_itself_who_never_speaks() -> None:
    countries = Resources().countries
    made = [report("P", "ALB", ONE), report("Q", "ALB", TWO)]
    with compared(Path(":memory:"), *made, homes={"P": "ALB", "Q": "ALB"}) as record:
        claims = record.queries.claims()
        balance = weigh(claims, about="the record", copies={}, countries=countries, heard=heard_in(shares_of(claims)))
        assert balance.sentences == (
            "Both accounts come from Albanian sources or officials; no document of this record speaks for Belarus.",
        )
        said_of_it = agree(claims, copies={}, speaking=heard_in(shares_of(claims)))
        assert [p.name for p in said_of_it.absent] == ["Borea"]


def test_an_army_is_silent_as_its_state() -> None:
    text = "Aria said Borea's army shelled Toll."
    people = (
        actor("a1", "Borea", "BLR", text=text),
        actor("a2", "Borea's army", "BLR", kind="armed_force", text=text),
        actor("a3", "Aria", "ALB", text=text),
    )
    statement = said("s1", text, "Aria", "said", "Borea's army shelled Toll", actor="a3")
    event = claim("v1", text, "shelled", "ASSAULT", actors=("a2",), recipients=("a1",), statement="s1")
    with compared(Path(":memory:"), account(text, actors=people, statements=(statement,), events=(event,))) as record:
        claims = record.queries.claims()
        countries = Resources().countries
        assert [p.name for p in agree(claims, copies={}, speaking=record.queries.speaking()).absent] == ["Borea"]
        named = agree(claims, copies={}, speaking=record.queries.speaking(), countries=countries)
        assert [p.name for p in named.absent] == ["Belarus"]
        against = next(
            b for b in first_balances(record, Filter(), countries=countries, at_most=None)[0] if b.about == "What is said against Belarus"
        )
        assert against.sentences == (
            "The only account comes from Albanian sources or officials; no document of this record speaks for Belarus.",
        )


def test_a_killing_is_part_of_the_attack_it_is_joined_to_and_a_raid_is_none_of_the_war_it_belongs_to() -> None:
    text = "In the war Borea shelled Toll and killed two."
    events = tuple(claim(f"v{n}", text, word, "ASSAULT", day="2020-05-04") for n, word in enumerate(("war", "shelled", "killed")))
    ties = (Tie("part_of", "v2", "v1", find(text, "killed")), Tie("part_of", "v1", "v0", find(text, "In")))
    with compared(Path(":memory:"), account(text, publisher="P", events=events, relations=ties)) as record:
        groups = {frozenset(c.trigger for c in record.queries.event(r.id)) for r in record.queries.events()}
        assert groups == {frozenset({"war"}), frozenset({"shelled", "killed"})}


def test_news_without_a_day_is_of_the_time_it_is_told() -> None:
    (dated,) = tell(report("P", "ALB", ONE))
    undated = replace(dated, id="c2", document="d2", when=Timespan(), sentence="Borea shelled Toll again.")
    near, far = (replace(undated, published=datetime.date.fromisoformat(day)) for day in ("2020-05-06", "2020-09-06"))
    (sure, _), (doubtful, reasons) = (score(Features(dated), Features(c)) for c in (near, far))
    assert sure - doubtful > 0.1
    assert "told 125 days apart" in [r.detail for r in reasons]
