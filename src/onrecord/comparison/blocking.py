"""A claim -> the keys under which it looks for others that may tell the same event, so that cost grows with the claims and not with their pairs."""

import datetime
from collections.abc import Iterator
from hashlib import sha256

from onrecord.comparison.kinds import families
from onrecord.comparison.wording import stem, stems
from onrecord.record.told import Told

WEEK = 7
LONGEST = 45
"""Days of the longest interval that is looked for week by week; longer ones by the month, longer than two years by their wording alone."""
TWO_YEARS = 731
BLOCK = 60
"""Claims of one block that a new claim looks at, the newest first."""
CANDIDATES = 40
"""Claims a new claim is compared with, those that share most keys first."""


def keys(claim: Told) -> frozenset[str]:
    """The blocks a claim is in."""
    found = {f"sentence/{sha256(' '.join(stems(claim.sentence)).encode('utf-8', 'replace')).hexdigest()[:16]}"}
    whom = sorted(_whom(claim))
    where = sorted({p.key for p in claim.places if p.feature != "country"})
    for time in _times(claim):
        for family in families(claim.type):
            found |= {f"{time}/{family}/{x}" for x in (*whom, *where)}
        found |= {f"{time}/{stem(claim.lemma)}/{x}" for x in (*whom, *where)}
    if not claim.when.known:
        found |= {f"undated/{stem(claim.lemma)}/{x}/{y}" for x in (*whom, *where) for y in where}
    found |= {f"bond/{b.key}/{stem(claim.lemma)}" for b in claim.commitments}
    return frozenset(found)


def _whom(claim: Told) -> set[str]:
    parties = (*claim.actors, *claim.recipients)
    return {p.side or p.key for p in parties} | {p.country for p in claim.places if p.country}


def _times(claim: Told) -> Iterator[str]:
    """Weeks for what is dated closely, and the months around for all that is dated, so that both meet."""
    first, last = claim.when.earliest or claim.when.latest, claim.when.latest or claim.when.earliest
    if first is None or last is None or (last - first).days > TWO_YEARS:
        return
    if (last - first).days <= LONGEST:
        one_day = datetime.timedelta(days=1)
        begin, end = max(first.toordinal() - 1, 1), last.toordinal() + 1
        yield from (f"w{week}" for week in range(begin // WEEK, end // WEEK + 1))
        first, last = _shift(first, -one_day), _shift(last, one_day)
    yield from (f"m{month}" for month in range(first.year * 12 + first.month, last.year * 12 + last.month + 1))


def _shift(day: datetime.date, by: datetime.timedelta) -> datetime.date:
    try:
        return day + by
    except OverflowError:
        return day
