from pathlib import Path

from onrecord import pipeline
from onrecord.comparison.compare import compare
from onrecord.record.claim import Account
from onrecord.record.review import DISAGREE, GRAVE, HARM, LOW, gravity, queue, tolls_of, undecided
from onrecord.record.store import Recipe, Record
from tests.accounts import account, actor, claim, killed, said
from tests.web.made import make

PLACES = ("Arve", "Brod", "Cerna", "Dunav", "Evren")


def report(number: int, dead: int | None, kind: str = "ASSAULT") -> Account:
    """One report of an event of its own, with so many dead."""
    where = PLACES[number]
    text = f"On {number + 1} May 2021 the {where} brigade struck {where}, and {dead or 'no'} people died there, the {where} council said."
    actors = (actor("a1", f"{where} brigade", kind="armed_force", text=text), actor("a2", f"{where} council", kind="government", text=text))
    tolls = (killed(text, f"{dead} people", dead, dead),) if dead else ()
    events = (claim("v1", text, "struck", kind, day=f"2021-05-0{number + 1}", actors=("a1",), statement="s1", tolls=tolls),)
    statements = (said("s1", text, f"the {where} council", "said", f"the {where} brigade struck {where}", actor="a2"),)
    return account(text, publisher=f"{where} Example", path=f"{where}.txt", actors=actors, events=events, statements=statements)


def test_the_rest_comes_by_consequence_dead_first_then_the_graver_type(tmp_path: Path) -> None:
    with Record(tmp_path / "own.db", create=True) as record:
        run = record.begin(Recipe("0", "by hand", {}, {}))
        for number, (dead, kind) in enumerate([(2, "ASSAULT"), (None, "CONSULT"), (90, "ASSAULT"), (None, "ASSAULT"), (11, "ASSAULT")]):
            record.add(report(number, dead, kind), run)
        compare(record, run=run.id)
        record.finish(run)
        told = record.queries.by_number(n for n, _ in queue(record))
        assert [(told[n].actors[0].name.split()[0], why) for n, why in queue(record)] == [
            ("Cerna", HARM), ("Evren", HARM), ("Arve", HARM), ("Dunav", GRAVE), ("Brod", GRAVE)
        ]  # fmt: skip
        pipeline.decide(record, "accept", told[queue(record)[0][0]].id, who="Ann")
        assert len(queue(record)) == undecided(record) == 4
        assert len(tolls_of(record)) == 3
        assert len(tolls_of(record, after=min(tolls_of(record)))) == 2
        assert queue(record, tolls=tolls_of(record)) == queue(record)


def test_disagreement_stands_before_low_scores_and_these_before_consequence(tmp_path: Path) -> None:
    make(tmp_path / "made.db", attack=False, long=False)
    with Record(tmp_path / "made.db") as record:
        order = [why for _, why in queue(record)]
        assert order[0] == DISAGREE
        assert sorted(order, key=[DISAGREE, LOW, HARM, GRAVE].index) == order


def test_assault_is_graver_than_agreement() -> None:
    assert gravity("ASSAULT") > gravity("PROTEST") > gravity("AGREE") > gravity("OTHER")
