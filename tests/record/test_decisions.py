import json
from pathlib import Path
from typing import Any

import pytest

from onrecord import pipeline
from onrecord.comparison.compare import compare
from onrecord.errors import UsageError
from onrecord.record import ledgers
from onrecord.record.claim import Account
from onrecord.record.decisions import Decision, decisions, decisions_on, export_decisions
from onrecord.record.filters import Filter
from onrecord.record.ids import actor_id
from onrecord.record.store import Recipe, Record
from onrecord.resolution.resolution import Office
from tests.accounts import account, actor, claim
from tests.comparison.test_compare import ONE, TWO, compared, report
from tests.golden.story import story

OTHER = Recipe("0.2", "by hand", {}, {})


def two_reports() -> Record:
    return compared(Path(":memory:"), report("P", "ALB", ONE), report("Q", "BLR", TWO))


def lost(record: Record) -> list[Decision]:
    return [d for d in decisions(record) if d.lost]


def test_verdicts_stand_and_are_undone() -> None:
    with two_reports() as record:
        ident = record.queries.claims()[0].id
        accepted = pipeline.decide(record, "accept", ident, who="Ana")
        assert record.queries.claim(ident).verdict == "accepted"
        pipeline.decide(record, "reject", ident, who="Ben", why="a misprint")
        assert record.queries.count(Filter(status="rejected")) == 1
        assert record.queries.count() == 1
        rejected = decisions_on(record, ident)[-1]
        pipeline.decide(record, "undo", rejected.id, who="Ana")
        assert record.queries.claim(ident).verdict == "accepted"
        pipeline.decide(record, "undo", accepted.id, who="Ana")
        assert record.queries.claim(ident).verdict is None
        assert [d.kind for d in decisions(record)] == ["accept", "reject", "undo", "undo"]


def test_a_correction_stands_beside_what_the_machine_had() -> None:
    with two_reports() as record:
        ident = record.queries.claims()[0].id
        made = pipeline.decide(record, "correct", ident, who="Ana", field="type", value="COERCE", why="they only fired warning shots")
        assert (made.machine, made.value) == ("ASSAULT", "COERCE")
        assert record.queries.claim(ident).type == "COERCE"
        assert record.queries.count(Filter(type="COERCE")) == 1
        pipeline.decide(record, "correct", ident, who="Ana", field="happened", value=False)
        assert (record.queries.claim(ident).type, record.queries.claim(ident).happened) == ("COERCE", False)
        assert record.queries.count(Filter(status="denied")) == 1
        pipeline.decide(record, "undo", made.id, who="Ana")
        assert (record.queries.claim(ident).type, record.queries.claim(ident).happened) == ("ASSAULT", False)


@pytest.mark.parametrize(
    ("field", "value"),
    [("colour", "red"), ("happened", "perhaps"), ("certainty", "sure"), ("earliest", "yesterday"), ("actors", 5), ("type", None)],
)
def test_what_a_field_cannot_hold_is_refused(field: str, value: object) -> None:
    with two_reports() as record, pytest.raises(UsageError):
        pipeline.decide(record, "correct", record.queries.claims()[0].id, who="Ana", field=field, value=value)


def test_joining_and_parting_events() -> None:
    with compared(Path(":memory:"), report("P", "ALB", ONE), report("Q", "BLR", TWO, day="2020-06-20")) as record:
        first, second = record.queries.claims()
        assert first.event != second.event
        joined = pipeline.decide(record, "merge", first.id, who="Ana", value=second.id)
        assert len(record.queries.events()) == 1
        pipeline.decide(record, "undo", joined.id, who="Ana")
        assert len(record.queries.events()) == 2
    with two_reports() as record:
        parted = pipeline.decide(record, "split", record.queries.claims()[1].id, who="Ana")
        assert len(record.queries.events()) == 2
        pipeline.decide(record, "undo", parted.id, who="Ana")
        assert len(record.queries.events()) == 1


def test_decisions_survive_reading_the_document_anew() -> None:
    text = "Borea shelled Toll. Aria protested."
    first = account(text, events=(claim("v1", text, "shelled", "ASSAULT"), claim("v2", text, "protested", "PROTEST")))
    with compared(Path(":memory:"), first) as record:
        shelled, protested = record.queries.claims(sort="document")
        pipeline.decide(record, "reject", shelled.id, who="Ana")
        pipeline.decide(record, "accept", protested.id, who="Ana")
        # The newer reading finds the same trigger, and a longer one.
        newer = account(
            text, id=first.document.id, events=(claim("v1", text, "Borea shelled", "COERCE"), claim("v2", text, "protested", "PROTEST"))
        )
        record.add(newer, record.begin(OTHER))
        found = {c.trigger: c.verdict for c in record.queries.claims(Filter(rejected=True))}
        assert found == {"Borea shelled": "rejected", "protested": "accepted"}
        assert not lost(record)
        # And one that finds nothing of it: the decision is kept and listed.
        record.add(account(text, id=first.document.id), record.begin(Recipe("0.3", "by hand", {}, {})))
        assert [d.kind for d in lost(record)] == ["reject", "accept"]
        record.add(newer, record.begin(Recipe("0.4", "by hand", {}, {})))
        assert not lost(record)
        assert record.queries.count(Filter(status="rejected", rejected=True)) == 1


def test_decisions_travel_to_another_record() -> None:
    with two_reports() as one, two_reports() as other:
        ident = one.queries.claims()[0].id
        pipeline.decide(one, "correct", ident, who="Ana", field="type", value="COERCE")
        noted = pipeline.decide(one, "note", ident, who="Ana", why="see the map")
        pipeline.decide(one, "undo", noted.id, who="Ana")
        exported = export_decisions(one)
        assert pipeline.import_decisions(other, exported) == 3
        assert pipeline.import_decisions(other, exported) == 0
        assert other.queries.claim(ident).type == "COERCE"
        assert [d.undone for d in decisions(other)] == [False, True, False]
        with pytest.raises(UsageError):
            pipeline.import_decisions(other, [{"id": "x"}])


SHORT = "Borea shelled Toll. Aria protested."
FIRST = account(SHORT, events=(claim("v1", SHORT, "shelled", "ASSAULT"), claim("v2", SHORT, "protested", "PROTEST")))
NEWER = account(SHORT, id=FIRST.document.id, events=(claim("v1", SHORT, "Borea shelled", "COERCE"),))


def read_anew(record: Record, told: Account, version: str) -> None:
    record.add(told, record.begin(Recipe(version, "by hand", {}, {})))
    compare(record)


def test_a_decision_comes_back_with_the_words_it_was_made_on() -> None:
    with compared(Path(":memory:"), FIRST) as record:
        pipeline.decide(record, "reject", record.queries.claims(sort="document")[0].id, who="Ana")
        for version, told, trigger in (("1", NEWER, "Borea shelled"), ("2", FIRST, "shelled"), ("3", NEWER, "Borea shelled")):
            read_anew(record, told, version)
            assert {c.trigger: c.verdict for c in record.queries.claims(Filter(rejected=True)) if c.verdict} == {trigger: "rejected"}
            assert not lost(record)


def test_what_cannot_be_re_attached_is_listed_never_dropped() -> None:
    """Also where only one of two events or actors that were joined is gone."""
    with compared(Path(":memory:"), FIRST, report("Q", "BLR", TWO)) as record:
        shelled, protested, other = record.queries.claims(sort="document")
        actor = next(a for a in ledgers.actors(record) if a.name == "Borea")
        made = [
            pipeline.decide(record, "correct", shelled.id, who="Ana", field="type", value="COERCE"), pipeline.decide(record, "note", protested.id, who="Ana", why="see the map"),
            pipeline.decide(record, "merge", other.id, who="Ana", value=shelled.id), pipeline.decide(record, "split", actor_id(actor.key), who="Ana", value=other.document),
        ]  # fmt: skip
        assert len(record.queries.events()) == 2
        read_anew(record, NEWER, "1")
        assert [d.kind for d in lost(record)] == ["note"]
        assert {frozenset(c.id for c in record.queries.event(e.id)) for e in record.queries.events()} == {
            frozenset({other.id, record.queries.claims(sort="document")[-1].id})
        }
        read_anew(record, account(SHORT, id=FIRST.document.id), "2")
        assert [d.kind for d in lost(record)] == ["correct", "note", "merge"]
        read_anew(record, account(TWO, id=other.document), "3")
        assert [d.id for d in lost(record)] == [d.id for d in made]
        assert [d.id for d in decisions(record)] == [d.id for d in made]
        read_anew(record, FIRST, "4")
        assert [d.kind for d in lost(record)] == ["merge", "split"]


def test_decisions_exported_and_imported_into_another_record_are_equal() -> None:
    with (
        compared(Path(":memory:"), FIRST, report("Q", "BLR", TWO)) as one,
        compared(Path(":memory:"), FIRST, report("Q", "BLR", TWO)) as two,
    ):
        shelled, protested, other = (c.id for c in one.queries.claims(sort="document"))
        names = [actor_id(a.key) for a in ledgers.actors(one)]
        pipeline.decide(one, "accept", shelled, who="Ana")
        pipeline.decide(one, "correct", shelled, who="Ana", field="mode", value=None, why="no word says so")
        pipeline.decide(one, "correct", protested, who="Ben", field="actors", value=["Borea", "Joe Roe"])
        pipeline.decide(one, "merge", other, who="Ana", value=protested)
        pipeline.decide(one, "dispute", other, who="Ben", why="both say so")
        pipeline.decide(one, "merge", names[0], who="Ana", value=names[1])
        undone = pipeline.decide(one, "reject", protested, who="Ana")
        pipeline.decide(one, "undo", undone.id, who="Ben", why="too soon")
        exported = export_decisions(one)
        assert pipeline.import_decisions(two, json.loads(json.dumps(exported))) == 8
        assert decisions(two) == decisions(one)
        assert export_decisions(two) == exported
        assert two.queries.claims(sort="document") == one.queries.claims(sort="document")
        assert ledgers.actors(two) == ledgers.actors(one)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "forget"}, {"who": None}, {"why": None}, {"kind": "merge", "value": {"key": "x"}}, {"kind": "correct", "field": "type", "value": None}, {"field": 3},
        {"kind": "merge", "target": "a1", "machine": {"name": "x"}, "value": {"key": "x"}}, {"kind": "split", "target": "a1", "machine": {"key": "x"}, "value": "x"},
        {"kind": "accept", "target": "a1"},
    ],
)  # fmt: skip
def test_what_is_no_decision_is_refused_and_nothing_is_taken_in(wrong: dict[str, object]) -> None:
    with compared(Path(":memory:"), FIRST) as record:
        right = {"id": "j1", "made": "2020-01-01", "who": "Ana", "kind": "accept", "target": record.queries.claims()[0].id, "field": None, "value": None, "machine": None, "why": ""}  # fmt: skip
        with pytest.raises(UsageError, match="not a decision"):
            pipeline.import_decisions(record, [right, right | {"id": "j2"} | wrong])
        assert not decisions(record)
        assert pipeline.import_decisions(record, [right, right]) == 1


def test_a_decision_needs_a_claim_a_person_and_sense() -> None:
    with two_reports() as record:
        ident = record.queries.claims()[0].id
        for kind, target, who, why in (
            ("accept", "c0", "Ana", ""),
            ("accept", ident, " ", ""),
            ("note", ident, "Ana", ""),
            ("undo", "j0", "Ana", ""),
        ):
            with pytest.raises(UsageError):
                pipeline.decide(record, kind, target, who=who, why=why)  # type: ignore[arg-type]
        assert decisions(record) == []


def test_actors_are_joined_and_parted_and_that_survives_reading_anew() -> None:
    with two_reports() as record:
        keys = {a.name: a.key for a in ledgers.actors(record)}
        one, other = actor_id(keys["Aria"]), actor_id(keys["Borea"])
        joined = pipeline.decide(record, "merge", one, who="Ana", value=other, why="one state")
        assert {a.name for a in ledgers.actors(record)} == {"Borea"}
        assert {p.key for c in record.queries.claims() for p in (*c.actors, *c.recipients)} == {keys["Borea"]}
        assert record.queries.count(Filter(actor=keys["Borea"])) == 2
        assert "joined Aria with Borea" in joined.words()
        again = report("P", "ALB", ONE)
        record.add(again, record.begin(OTHER))
        assert {a.name for a in ledgers.actors(record)} == {"Borea"}
        assert not lost(record)
        with two_reports() as elsewhere:
            assert pipeline.import_decisions(elsewhere, export_decisions(record)) == 1
            assert {a.name for a in ledgers.actors(elsewhere)} == {"Borea"}
        pipeline.decide(record, "undo", joined.id, who="Ana")
        assert {a.name for a in ledgers.actors(record)} == {"Aria", "Borea"}
        document = record.queries.documents()[1].id
        parted = pipeline.decide(record, "split", other, who="Ana", value=document)
        assert sorted(a.did for a in ledgers.actors(record) if a.name == "Borea") == [1, 1]
        pipeline.decide(record, "undo", parted.id, who="Ana")
        assert sorted(a.did for a in ledgers.actors(record) if a.name == "Borea") == [2]
        for target, value in ((one, one), (one, "a0000000"), ("a0000000", one)):
            with pytest.raises(UsageError):
                pipeline.decide(record, "merge", target, who="Ana", value=value)


def test_who_is_joined_with_an_actor_of_the_same_claim_is_not_lost() -> None:
    text = "Ms Doe and Jane Doe hit the guard in Toll."
    people = (actor("a1", "Ms Doe", kind="person", text=text), actor("a2", "Jane Doe", kind="person", text=text))
    with Record(Path(":memory:"), create=True) as record:
        record.add(account(text, actors=people, events=(claim("v1", text, "hit", "ASSAULT", actors=("a2", "a1")),)), record.begin(OTHER))
        pipeline.decide(record, "merge", actor_id("person:ms doe"), who="Ana", value="person:jane doe")
        assert not lost(record)
        record.add(account(text), record.begin(Recipe("9", "by hand", {}, {})))
        assert not record.queries.claims()
        assert [d.kind for d in lost(record)] == ["merge"]


def test_a_type_there_is_none_of_and_a_second_undoing_are_refused() -> None:
    with two_reports() as record:
        ident = record.queries.claims()[0].id
        with pytest.raises(UsageError, match="one of AGREE"):
            pipeline.decide(record, "correct", ident, who="Ana", field="type", value="ATACK")
        made = pipeline.decide(record, "accept", ident, who="Ana")
        pipeline.decide(record, "undo", made.id, who="Ana")
        with pytest.raises(UsageError, match="undone before"):
            pipeline.decide(record, "undo", made.id, who="Ana")


WRONG = {
    "type": "BANANA", "happened": "maybe", "earliest": "2020-13-45", "latest": 7, "edtf": "2020-03-0", "status": "perhaps", "certainty": "sure",
    "mode": 7, "cameo": "abc", "actors": 5, "recipients": None, "places": [1], "tolls": [{"kind": "eaten"}], "instruments": [2], "contexts": None,
    "commitments": ["truce"], "framing": {"word": "x"}, "nosuch": 1,
}  # fmt: skip


@pytest.mark.parametrize("field", WRONG)
def test_a_field_takes_no_value_of_another_shape(field: str, tmp_path: Path) -> None:
    with story(tmp_path / "r.db") as record:
        claim = record.queries.claims()[0]
        with pytest.raises(UsageError) as caught:
            pipeline.decide(record, "correct", claim.id, who="Ana", field=field, value=WRONG[field])
        assert "Error" not in str(caught.value)
        assert not decisions(record)


RIGHT: dict[str, tuple[Any, Any]] = {
    "type": ("COERCE", "COERCE"), "happened": (None, None), "status": ("planned", "planned"), "certainty": ("possible", "possible"),
    "mode": (None, None), "cameo": ("190", "190"), "contexts": ("military", ("military",)), "framing": (["so-called"], ("so-called",)),
    "instruments": ("artillery", ("artillery",)), "commitments": ([], ()),
}  # fmt: skip


@pytest.mark.parametrize("field", RIGHT)
def test_a_field_takes_what_it_can_hold(field: str, tmp_path: Path) -> None:
    given, held = RIGHT[field]
    with story(tmp_path / "r.db") as record:
        claim = record.queries.claims()[0]
        pipeline.decide(record, "correct", claim.id, who="Ana", field=field, value=given)
        assert getattr(record.queries.claim(claim.id), field) == held


def test_an_actor_who_is_corrected_keeps_office_body_and_entry(tmp_path: Path) -> None:
    """As the claim's own document has them, else the first that names the actor."""

    def told(text: str, title: str) -> Account:
        people = (
            actor("a1", "Mira Holt", "PER", kind="person", entry="mira-holt", text=text, office=Office(title, "a2")), actor("a2", "Peru", "PER", entry="PER", text=text),
        )  # fmt: skip
        events = (claim("v1", text, "met", "CONSULT", actors=("a1",)), claim("v2", text, "left", "RETREAT", actors=("a2",)))
        return account(text, actors=people, events=events)

    with Record(tmp_path / "r.db", create=True) as record:
        run = record.begin(OTHER)
        record.add(told("Mira Holt met envoys. Then Peru left.", "minister"), run)
        record.add(told("Mira Holt met the envoys again. Peru left.", "president"), run)
        bare = "Somebody hit a guard in Toll."
        record.add(account(bare, events=(claim("v1", bare, "hit", "ASSAULT"),)), run)
        wanted = {c.id: c.sentence for c in record.queries.claims() if c.trigger in ("left", "hit")}
        for ident in wanted:
            pipeline.decide(record, "correct", ident, who="Ana", field="actors", value="Mira Holt")
        now = {sentence: record.queries.claim(ident).actors for ident, sentence in wanted.items()}
        parties = {c.sentence: c.actors for c in record.queries.claims() if c.trigger == "met"}
        assert now["Then Peru left."] == parties["Mira Holt met envoys."]
        assert now["Peru left."] == parties["Mira Holt met the envoys again."]
        assert now[bare] == parties["Mira Holt met envoys."]
        assert (now[bare][0].office, now[bare][0].body, now[bare][0].entry) == ("minister", "Peru", "mira-holt")


def test_names_days_and_figures_are_corrected_in_plain_words(tmp_path: Path) -> None:
    with story(tmp_path / "r.db") as record:
        claim = next(c for c in record.queries.claims() if c.trigger == "hit")
        given = {
            "actors": "Argentina",
            "recipients": ["Nobody Known"],
            "places": "Goose Green",
            "tolls": {"kind": "killed", "low": 2},
            "edtf": "1982-05",
        }
        for field, value in given.items():
            pipeline.decide(record, "correct", claim.id, who="Ana", field=field, value=value)
        now = record.queries.claim(claim.id)
        assert [(p.key, p.side) for p in now.actors] == [("ARG", "ARG")]
        assert [p.name for p in now.recipients] == ["Nobody Known"]
        assert [p.key for p in now.places] == ["geo:goose-green"]
        assert [(t.kind, t.low, t.high) for t in now.tolls] == [("killed", 2, None)]
        assert (str(now.when.earliest), str(now.when.latest)) == ("1982-05-01", "1982-05-31")
        assert [c.id for c in record.queries.claims(Filter(place="Goose Green")) if c.trigger == "hit"] == [claim.id]
