"""A record -> the claims a person should look at first."""

from onrecord.record.store import Record

QUEUE = 200
"""Claims of one look at the queue."""
_UNDECIDED = "s.verdict IS NULL"


def undecided(record: Record) -> int:
    """How many claims nobody has decided on."""
    return int(record.queries.value(f"SELECT count(*) FROM standing s WHERE {_UNDECIDED}"))


def queue(record: Record, *, limit: int = QUEUE) -> list[tuple[int, str]]:
    """The rows of undecided claims, each with why it stands where it does.

    First those of events that one source reports and another says did not happen; then those linked to others with the lowest scores; then those whose
    events most claims tell.
    """
    steps = (
        ("sources disagree on this event", f"""
            SELECT s.claim FROM standing s WHERE {_UNDECIDED} AND s.event IN (SELECT event FROM standing WHERE happened = 0)
            AND s.event IN (SELECT event FROM standing WHERE happened = 1) ORDER BY s.event, s.claim LIMIT ?"""),
        ("linked to another claim with a low score", f"""
            SELECT s.claim FROM (SELECT a, b, score FROM links ORDER BY score LIMIT 400) l JOIN standing s ON s.claim IN (l.a, l.b)
            WHERE {_UNDECIDED} GROUP BY s.claim ORDER BY min(l.score), s.claim LIMIT ?"""),
        ("its event is told most often", f"""
            SELECT s.claim FROM (SELECT event, count(*) AS told FROM standing GROUP BY event ORDER BY told DESC LIMIT 400) e
            JOIN standing s ON s.event = e.event WHERE {_UNDECIDED} ORDER BY e.told DESC, s.claim LIMIT ?"""),
    )  # fmt: skip
    found: dict[int, str] = {}
    for why, question in steps:
        if len(found) < limit:
            for row in record.queries.rows(question, (limit,)):
                found.setdefault(row[0], why)
    return list(found.items())[:limit]
