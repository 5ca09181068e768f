"""A record -> the events to look at first: those that somebody denies, and those that most accounts tell."""

from onrecord.record.store import Record

_QUESTION = """
    SELECT s.event, sum(s.happened = 1 AND s.against IS NULL) AS yes, count(*) AS told FROM standing s
    WHERE s.event IN (SELECT event FROM standing WHERE against = 'denied') AND s.verdict IS NOT 'rejected'
    GROUP BY s.event HAVING sum(s.against IS 'denied') > 0 ORDER BY yes > 0 DESC, told DESC, s.event LIMIT ?
"""


def disagreed(record: Record, *, limit: int = -1) -> list[str]:
    """The ids of events that somebody denies: that they happened, or a part in them."""
    return [r["event"] for r in record.queries.rows(_QUESTION, (limit,))]


def most_told(record: Record, *, limit: int) -> list[str]:
    """The ids of events that several claims tell: those in most accounts first."""
    question = """SELECT event, count(*) AS told, count(DISTINCT counted) AS accounts FROM standing GROUP BY event HAVING told > 1
                  ORDER BY accounts DESC, told DESC, event LIMIT ?"""
    return [r["event"] for r in record.queries.rows(question, (limit,))]
