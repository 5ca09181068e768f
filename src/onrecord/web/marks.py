"""An account -> its text cut at every edge of a mark, so that overlapping marks can be drawn as stacked lines without nesting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.record.claim import Account
from onrecord.span import Span

LAYERS = ("speakers", "events", "places", "times", "tolls", "commitments", "framing", "omissions")
DRAWN = (*LAYERS, "said", "mention")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a layer; `refs` are the ids it stands for, so that hovering it finds its card and the other way round."""

    span: Span
    layer: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters with the same marks on all of it."""

    start: int
    end: int
    text: str
    layers: tuple[str, ...]
    refs: tuple[str, ...]
    anchor: str | None = None
    """The claim whose trigger begins here."""


def marks(account: Account) -> Iterator[Mark]:
    """Every mark of an account."""
    for said in account.statements:
        for span in (*said.source, *said.cue):
            yield Mark(span, "speakers", (said.id,))
        for span in said.content:
            yield Mark(span, "said", ())  # what somebody is credited with; the rest is the document's own voice
    for claim in account.events:
        yield Mark(claim.span, "events", (claim.id,))
        for toll in claim.tolls:
            yield Mark(toll.span, "tolls", (claim.id,))
        for word in claim.framing:
            yield Mark(word.span, "framing", (claim.id,))
    for place in account.places:
        yield Mark(place.span, "places", (place.id,))
    for time in account.times:
        yield Mark(time.span, "times", (time.id,))
    for commitment in account.commitments:
        yield Mark(commitment.span, "commitments", (commitment.id,))
    for number, left in enumerate(account.omissions):
        if left.span.start < left.span.end:
            yield Mark(left.span, "omissions", (f"o{number}",))


def segments(account: Account, window: Span, cuts: Iterable[int] = (), mentions: Iterable[Span] = ()) -> list[Segment]:
    """The characters of a window in order, cut at every edge of a mark and at `cuts`; `mentions` are those of an actor who is looked for. Time grows with the marks in the window and their overlaps."""
    text = account.document.text
    inside = [m for m in (*marks(account), *(Mark(s, "mention", ()) for s in mentions)) if m.span.overlaps(window)]
    edges = {window.start, window.end, *(c for c in cuts if window.start < c < window.end)}
    starts: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in inside:
        first, last = max(mark.span.start, window.start), min(mark.span.end, window.end)
        edges |= {first, last}
        starts.setdefault(first, []).append(mark)
        ends.setdefault(last, []).append(mark)
    found: list[Segment] = []
    open_marks: list[Mark] = []
    ordered = sorted(edges)
    for index, edge in enumerate(ordered[:-1]):
        closing = ends.get(edge, [])
        open_marks = [m for m in open_marks if m not in closing] + starts.get(edge, [])
        following = ordered[index + 1]
        layers = tuple(x for x in DRAWN if any(m.layer == x for m in open_marks))
        refs = tuple(dict.fromkeys(r for m in open_marks for r in m.refs))
        begins = next((m.refs[0] for m in starts.get(edge, []) if m.layer == "events"), None)
        found.append(Segment(edge, following, text[edge:following], layers, refs, begins))
    return found
