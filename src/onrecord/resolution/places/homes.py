"""A document's home: the place of its dateline, and the country that its publisher's address ends in."""

import re

from onrecord.reading.reading import Reading
from onrecord.resolution.places.candidates import Group
from onrecord.resources.gazetteer import PlaceEntry
from onrecord.resources.resources import Resources

_AFTER_DATELINE = re.compile(r"[^.\n]{0,60}?(?:\([A-Z][\w ]+\)|—|–| -{1,2} )")
_HOST = re.compile(r"^(?:https?://)?([^/?#]+)")


def find_homes(reading: Reading, groups: list[Group], resources: Resources) -> list[PlaceEntry]:
    """Places that count as the document's home, none where it shows none."""
    homes = []
    if (group := _dateline(reading, groups)) is not None and (best := group.best) is not None:
        homes.append(best.entry)
    url = reading.document.url
    if url and (host := _HOST.match(url)):
        country = resources.countries.by_code({"uk": "gb"}.get(end := host[1].rsplit(".", 1)[-1].lower(), end))
        if country and country.geonameid and (entry := resources.gazetteer.entry(f"geonames:{country.geonameid}")):
            homes.append(entry)
    return homes


def _dateline(reading: Reading, groups: list[Group]) -> Group | None:
    sections = [s.span for s in reading.document.sections if s.kind == "dateline"]
    for group in groups:
        for number in group.members[:3]:
            span = reading.toponyms[number].span
            if any(s.overlaps(span) for s in sections):
                return group
            if (
                span.start < 3
                and span.of(reading.document.text).isupper()
                and _AFTER_DATELINE.match(reading.document.text[span.end : span.end + 80])
            ):
                return group
    return None
