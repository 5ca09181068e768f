"""A claim -> the keys under which it looks for others that may tell the same event, so that cost grows with the claims and not with their pairs."""

import datetime
from collections.abc import Iterator
from hashlib import sha256

from onrecord.comparison.features import Features
from onrecord.comparison.kinds import families
from onrecord.record.told import Told

WEEK = 7
SOON = 10
"""Days of the longest interval that is looked for week by week; longer ones by every week of theirs, those over two months by the year, over two years by their wording alone."""
TWO_YEARS = 731
BLOCK = 50
"""Claims of one block that a new claim looks at, the newest first."""
CANDIDATES = 20
"""Claims a new claim is compared with, those that share most keys first."""
KEYS = 40
"""Keys of one claim at most: a list of a hundred names is no hundred events."""


def keys(features: Features) -> frozenset[str]:
    """The blocks a claim is in."""
    claim = features.claim
    found = [f"sentence/{sha256(' '.join(features.said).encode('utf-8', 'replace')).hexdigest()[:16]}"]
    whom = sorted(_whom(claim))
    where = sorted({p.key for p in claim.places if p.feature != "country"} | features.where)
    kinds, word = families(claim.type), features.stem
    for time in _times(claim):
        found += [f"{time}/{kind}/{x}" for kind in kinds for x in where]
        found += [f"{time}/{kind}/{x}/{y}" for kind in kinds for n, x in enumerate(whom) for y in whom[n + 1 :]]
        found += [f"{time}/{word}/{x}" for x in whom]
    if not claim.when.known:
        found += [f"undated/{word}/{x}" for x in where]
        found += [f"undated/{word}/{x}/{y}" for n, x in enumerate(whom) for y in whom[n + 1 :]]
    found += [f"bond/{b.key}/{word}" for b in claim.commitments]
    return frozenset(found[:KEYS])


def _whom(claim: Told) -> set[str]:
    """Who does and suffers it, by country where known, and the country it lies in."""
    parties = (*claim.actors, *claim.recipients)
    return {p.side or p.key for p in parties} | {p.country for p in claim.places if p.country}


def _times(claim: Told) -> Iterator[str]:
    """The weeks it may lie in; for what is dated no closer than two months, the years: such claims meet each other, and by their wording. What has no day
    is looked for in the week of its report and the one before: denials seldom say of what day."""
    first, last = claim.when.earliest or claim.when.latest, claim.when.latest or claim.when.earliest
    if first is None and claim.published is not None:
        first, last = _shift(claim.published, -WEEK), claim.published
    if first is None or last is None or (last - first).days > TWO_YEARS:
        return
    if (last - first).days <= SOON:
        yield from (f"w{week}" for week in range(max(first.toordinal() - 1, 1) // WEEK, (last.toordinal() + 1) // WEEK + 1))
        return
    first, last = _shift(first, -1), _shift(last, 1)
    # A month holds four or five weeks: looking through them all finds what is dated closely, too.
    if (last - first).days <= 2 * 31:
        yield from (f"w{week}" for week in range(first.toordinal() // WEEK, last.toordinal() // WEEK + 1))
    else:
        yield from (f"y{year}" for year in range(first.year, last.year + 1))


def _shift(day: datetime.date, by: int) -> datetime.date:
    try:
        return day + datetime.timedelta(days=by)
    except OverflowError:
        return day
