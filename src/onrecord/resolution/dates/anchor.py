"""Reading, Publication -> times: every time expression anchored, by tense and discourse, with its days."""

from onrecord.reading.reading import Reading
from onrecord.resolution.resolution import Publication, Time


def anchor_times(reading: Reading, publication: Publication) -> tuple[Time, ...]:
    """One Time for each timex of the reading, in the same order, ids "t1", "t2" ..."""
    return ()
