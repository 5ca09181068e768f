"""The index of what stands follows from what is kept: whatever was done to a record, making it anew changes nothing."""

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import pipeline
from onrecord.comparison.compare import compare
from onrecord.record.filters import Filter
from onrecord.record.index import reindex
from onrecord.record.store import Recipe, Record
from tests.comparison.test_compare import COPY, ONE, TWO, denial, report

TABLES = {
    "standing": """SELECT s.id, s.event, s.document, s.counted, s.verdict, s.edited, s.type, s.status, s.happened, s.earliest, s.latest, s.against, x.said, x.named, x.pairs, x.accused
                   FROM standing s JOIN spreads x ON x.number = s.spread ORDER BY s.id""",
    "parties": """SELECT q.claim, q.role, p.key, p.actor, p.name, p.kind, p.country, p.side FROM claim_parties q JOIN parties p ON p.number = q.party ORDER BY 1, 2, 3, 4""",
    "places": "SELECT * FROM claim_places ORDER BY claim, key, name",
    "commitments": "SELECT * FROM claim_commitments ORDER BY claim, key",
}


def index_of(record: Record, *, anew: bool = False) -> dict[str, list[Any]]:
    """The index of a record; `anew`: as it is after it was made anew."""
    if anew:
        with record.writing() as connection:
            reindex(connection)
    return {name: [tuple(r) for r in record.connection.execute(question)] for name, question in TABLES.items()}


MADE = (
    report("P", "ALB", ONE),
    report("Q", "BLR", TWO),
    denial(),
    report("R", "BLR", COPY),
    report("S", "ALB", COPY),
    report("P", "ALB", ONE + " So it is."),
)
DONE = ("add", "anew", "accept", "reject", "correct", "correct actors", "undo", "merge", "split", "forget", "compare")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(DONE), st.integers(0, 5)), max_size=12))
def test_the_index_follows_from_what_is_kept(steps: list[tuple[str, int]]) -> None:
    with Record(Path(":memory:"), create=True) as record:
        for nth, (step, which) in enumerate((("add", 0), ("add", 3), *steps)):
            do(record, step, which, nth)
        held = index_of(record)
        assert held == index_of(record, anew=True)
        assert record.queries.check() == "sound"


def do(record: Record, step: str, which: int, nth: int) -> None:
    """One thing that may happen to a record."""
    claims = record.queries.claims(Filter(rejected=True))
    claim = claims[which % len(claims)] if claims else None
    if step in ("add", "anew"):
        record.add(MADE[which], record.begin(Recipe("1" if step == "add" else str(nth), "by hand", {}, {})), home="ALB")
    elif step == "compare":
        compare(record)
    elif step == "undo":
        standing = [r[0] for r in record.connection.execute("SELECT id FROM current_decisions ORDER BY number")]
        if standing:
            pipeline.decide(record, "undo", standing[which % len(standing)], who="Ana")
    elif claim is None:
        return
    elif step == "correct":
        pipeline.decide(record, "correct", claim.id, who="Ana", field="type", value="COERCE")
    elif step == "correct actors":
        pipeline.decide(record, "correct", claim.id, who="Ana", field="actors", value=[])
    elif step == "merge":
        pipeline.decide(record, "merge", claim.id, who="Ana", value=claims[(which + 1) % len(claims)].id) if len(claims) > 1 else None
    elif step == "forget":
        if not record.queries.document(claim.document).forgotten:
            pipeline.forget(record, claim.document, who="Ana", why="asked for")
    else:
        pipeline.decide(record, step, claim.id, who="Ana")  # type: ignore[arg-type]


def test_a_corrected_actor_is_found_and_counted() -> None:
    with Record(Path(":memory:"), create=True) as record:
        record.add(MADE[0], record.begin(Recipe("1", "by hand", {}, {})))
        claim = record.queries.claims()[0]
        assert record.queries.count(Filter(actor="Borea")) == 1
        pipeline.decide(record, "correct", claim.id, who="Ana", field="actors", value=[])
        assert record.queries.count(Filter(actor="Borea")) == 0
        assert record.queries.claim(claim.id).actors == ()
