"""Events that a claim may belong to, to join it with."""

from typing import Any

from onrecord.record.filters import Filter
from onrecord.record.queries import Queries
from onrecord.record.told import Told
from onrecord.web.cards import card

NEAR = 8
"""Events that are offered."""


def events_near(asking: Queries, told: Told, words: str = "") -> list[dict[str, Any]]:
    """Events that a claim may belong to: of its first actor around its days, or those whose actor or place is called by some words."""
    if words:
        asked = [Filter(actor=words), Filter(place=words)]
    elif told.actors:
        asked = [Filter(actor=told.actors[0].key, since=told.when.earliest, until=told.when.latest)]
    else:
        return []
    rows = {e.id: e for a in asked for e in asking.events(a, limit=NEAR + 1) if e.id != told.event}
    wanted = list(rows.values())[:NEAR]
    first = {n: card(t) for n, t in asking.by_number(e.first for e in wanted).items()}
    return [{"event": e.id} | {k: first[e.first][k] for k in ("what", "when", "quote")} for e in wanted if e.first in first]
