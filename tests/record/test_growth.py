"""Work on a record grows with what is added or asked for, and not with the record: counted in statements, pairs and claims read, not by a clock."""

import datetime
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.scale_world import account, world

from onrecord.comparison import compare as comparing
from onrecord.comparison.compare import compare
from onrecord.exports.summary import balances, first_balances
from onrecord.face import default_resources
from onrecord.record import queries
from onrecord.record.answers import EventRow
from onrecord.record.filters import Filter
from onrecord.record.ledgers import actors
from onrecord.record.store import Recipe, Record

SMALL, LARGE, MORE = 30, 300, 10


def add(record: Record, first: int, count: int) -> None:
    """Made-up documents of some numbers."""
    run, lived = record.begin(Recipe("0", "by chance", {}, {})), world()
    for number in range(first, first + count):
        made, home = account(number, lived)
        record.add(made, run, home=home)


def grown(path: Path, size: int) -> Record:
    record = Record(path, create=True)
    add(record, 0, size)
    compare(record)
    return record


def work_of_adding(record: Record, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """What adding some documents and comparing them takes: statements of SQL, pairs scored, claims read."""
    done: Counter[str] = Counter()
    score, read = comparing.score, record.queries.by_number

    def scored(*given: object, **named: object) -> object:
        done["pairs"] += 1
        return score(*given, **named)  # type: ignore[arg-type]

    def taken(numbers: object) -> object:
        found = read(numbers)  # type: ignore[arg-type]
        done["claims read"] += len(found)
        return found

    with monkeypatch.context() as patched:
        patched.setattr(comparing, "score", scored)
        patched.setattr(record.queries, "by_number", taken)
        record.connection.set_trace_callback(lambda statement: done.update(["statements"]))
        held = record.queries.overview().documents
        add(record, held, MORE)
        assert compare(record) == MORE * 10
        record.connection.set_trace_callback(None)
    return done


def test_adding_costs_by_what_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with grown(tmp_path / "small.db", SMALL) as small, grown(tmp_path / "large.db", LARGE) as large:
        little, much = work_of_adding(small, monkeypatch), work_of_adding(large, monkeypatch)
    assert much["statements"] < 1.5 * little["statements"]
    # Ten times as many documents hold more that may tell the same; a claim looks at no more than twenty others, wherever it is added.
    assert much["pairs"] <= MORE * 10 * 20
    assert much["claims read"] <= MORE * 10 * 21


def test_balances_of_a_record_are_those_of_its_claims(tmp_path: Path) -> None:
    countries = default_resources().countries
    with grown(tmp_path / "r.db", SMALL * 4) as record:
        for asked in (Filter(), Filter(type="ASSAULT"), Filter(status="denied")):
            claims = record.queries.claims(asked)
            one_by_one = balances(claims, copies=record.queries.copies(), countries=countries)
            together, more = first_balances(record, asked, countries=countries, at_most=None)
            assert more == 0
            first = one_by_one[0]
            assert first.copies or asked != Filter()
            assert (first.claims, first.accounts, first.copies, first.sides, first.unsided) == (
                together[0].claims, together[0].accounts, together[0].copies, together[0].sides, together[0].unsided
            )  # fmt: skip
            assert {(b.about, b.claims, b.accounts, b.sides, b.only) for b in one_by_one} == {
                (b.about, b.claims, b.accounts, b.sides, b.only) for b in together
            }


def test_the_first_balances_are_those_of_all(tmp_path: Path) -> None:
    """However many are asked for: those of conflicts and of the accused, then those of commitments, and how many are left."""
    countries = default_resources().countries
    with grown(tmp_path / "r.db", SMALL * 4) as record:
        for asked in (Filter(), Filter(type="ASSAULT"), Filter(source="Outlet 1"), Filter(actor="nobody at all")):
            every, _ = first_balances(record, asked, countries=countries, at_most=None)
            bonds = sum(b.about.startswith("What is said of “") for b in every)
            assert bonds or asked.actor
            for at_most in {0, 1, len(every) - bonds, len(every) - bonds + 2, len(every), len(every) + 5} - {-1}:
                assert first_balances(record, asked, countries=countries, at_most=at_most) == (
                    every[:at_most],
                    max(0, len(every) - at_most),
                )


def test_a_search_with_a_filter_finds_the_best_of_those_that_meet_it(tmp_path: Path) -> None:
    with grown(tmp_path / "r.db", SMALL * 4) as record:
        every = [h.document for h in record.queries.search("hospital", limit=-1)]
        for asked in (Filter(type="ASSAULT"), Filter(type="AID"), Filter(actor="AZE"), Filter(status="denied")):
            holding = {c.document for c in record.queries.claims(asked)}
            wanted = [d for d in every if d in holding]
            assert [h.document for h in record.queries.search("hospital", asked, limit=-1)] == wanted
            assert [h.document for h in record.queries.search("hospital", asked, limit=5)] == wanted[:5]


def test_actors_under_a_filter_are_counted_alike_whichever_way_is_shorter(tmp_path: Path) -> None:
    with grown(tmp_path / "r.db", SMALL * 4) as record:
        for asked in (Filter(), Filter(status="actual"), Filter(type="ASSAULT"), Filter(type="AID")):
            claims = record.queries.claims(asked)
            for role, count in (("actors", "did"), ("recipients", "suffered")):
                named = Counter(key for c in claims for key in {p.key for p in getattr(c, role)})
                assert named == Counter({r.key: getattr(r, count) for r in actors(record, asked) if getattr(r, count)})


def test_events_under_a_filter_are_the_same_whether_met_with_or_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    month = {"since": datetime.date(2019, 5, 1), "until": datetime.date(2019, 5, 31)}
    filters = (Filter(source="Outlet 0"), Filter(actor="AZE"), Filter(type="ASSAULT"), Filter(status="denied"), Filter(**month))
    with grown(tmp_path / "r.db", SMALL * 4) as record:

        def found() -> list[list[EventRow]]:
            return [record.queries.events(asked, accounts=n) for asked in filters for n in (1, 2)]

        looked_up = found()
        assert all(looked_up[::2])
        assert not any(record.queries.many(asked) for asked in filters)
        monkeypatch.setattr(queries, "MANY", 1)
        assert all(record.queries.many(asked) for asked in filters)
        assert found() == looked_up


BIG = ("documents", "accounts", "claims", "standing", "links", "blocks", "parties", "claim_parties", "claim_places", "claim_commitments")
NAMED = re.compile(r"\b(?:FROM|JOIN)\s+(\w+)(?:\s+(?:AS\s+)?(?!(?:WHERE|ON|JOIN|LEFT|CROSS|INDEXED|GROUP|ORDER|LIMIT|UNION)\b)(\w+))?")
"""A table that a question reads, and the name it gives it."""


def scans(record: Record, work: Callable[[], object]) -> list[str]:
    """What some work reads from end to end, of the tables that grow with the record: SQLite's own plan of each of its statements."""
    asked: list[str] = []
    record.connection.set_trace_callback(asked.append)
    work()
    record.connection.set_trace_callback(None)
    assert asked
    found = []
    for question in asked:
        names = {alias or table for table, alias in NAMED.findall(question) if table in BIG}
        plan = [row[3] for row in record.connection.execute(f"EXPLAIN QUERY PLAN {question}")]
        found += [step for step in plan if step.startswith("SCAN ") and step.split()[1] in names]
    return found


def test_what_reads_a_table_whole_is_seen_whatever_it_is_called(tmp_path: Path) -> None:
    with grown(tmp_path / "r.db", SMALL) as record:
        for question in (
            "SELECT count(*) FROM standing WHERE length(id) > 3",
            "SELECT count(*) FROM standing q WHERE length(q.id) > 3",
            "SELECT 1 FROM runs r JOIN links AS y ON y.score > 2",
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM claims\n    t WHERE length(t.number) > 99)",
        ):
            assert scans(record, lambda question=question: record.queries.rows(question)), question  # type: ignore[misc]
        assert not scans(record, lambda: record.queries.rows("SELECT * FROM standing h WHERE h.claim = ?", (1,)))


def test_what_is_asked_of_one_event_reads_no_table_whole(tmp_path: Path) -> None:
    with grown(tmp_path / "r.db", SMALL * 4) as record:
        row = next(r for r in record.queries.events() if r.documents > 1)
        told = record.queries.event(row.id)
        assert record.queries.links([c.number for c in told])
        questions: tuple[Callable[[], object], ...] = (
            lambda: record.queries.event(row.id),
            lambda: record.queries.named(row.id),
            lambda: record.queries.links([c.number for c in told]),
            lambda: record.queries.claim(told[0].id),
            lambda: record.queries.account(told[0].document),
            lambda: record.queries.document(told[0].document),
        )
        assert [scans(record, q) for q in questions] == [[]] * len(questions)
