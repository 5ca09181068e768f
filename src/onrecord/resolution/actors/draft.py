"""Actors while they are being put together."""

from dataclasses import dataclass, field

from onrecord.basis import Basis, Candidate
from onrecord.reading.reading import ActorKind, Mention
from onrecord.resolution.resolution import Actor, ActorMention, Office, Outcome


@dataclass(slots=True, eq=False)
class Draft:
    """Somebody of a document: what is known so far. `used` says that an event, statement, letter or commitment names him."""

    name: str
    kind: ActorKind
    basis: Basis
    mentions: list[Mention] = field(default_factory=list)
    country: str | None = None
    sectors: tuple[str, ...] = ()
    title: str | None = None
    title_words: str | None = None
    office_of: "Draft | None" = None
    speaks_for: "Draft | None" = None
    entry: str | None = None
    outcome: Outcome = "nil"
    candidates: tuple[Candidate, ...] = ()
    used: bool = False
    _looked: int = 0
    _named: bool = False

    @property
    def start(self) -> int:
        """Where it is first named; after everything else where it is not."""
        return min((m.span.start for m in self.mentions), default=10**9)

    @property
    def named(self) -> bool:
        """Whether any mention is a name; mentions are only ever added, so that each is looked at once."""
        if not self._named and self._looked < len(self.mentions):
            self._named = any(m.form == "name" for m in self.mentions[self._looked :])
            self._looked = len(self.mentions)
        return self._named

    def add_sectors(self, *sectors: str) -> None:
        """Sectors it belongs to besides those known."""
        self.sectors = tuple(dict.fromkeys((*self.sectors, *sectors)))


def finish(drafts: list[Draft]) -> tuple[tuple[Actor, ...], dict[int, str]]:
    """The actors that are named or used, in text order with ids "a1", "a2" ..., and the id of each draft by `id(draft)`."""
    kept = [
        d
        for d in drafts
        if d.used or (d.named and d.kind in {"person", "organization", "party", "armed_force", "government", "media", "group"})
    ]
    known = {id(d) for d in kept}
    for draft in list(kept):
        for other in (draft.office_of, draft.speaks_for):
            if other is not None and id(other) not in known:
                known.add(id(other))
                kept.append(other)
    kept.sort(key=lambda d: d.start)
    ids = {id(d): f"a{n}" for n, d in enumerate(kept, 1)}
    return tuple(_actor(d, ids) for d in kept), ids


def _actor(draft: Draft, ids: dict[int, str]) -> Actor:
    office = None
    if draft.title_words:
        office = Office(draft.title_words, ids.get(id(draft.office_of)) if draft.office_of else None)
    mentions = sorted({(m.span, m.form) for m in draft.mentions})
    return Actor(
        id=ids[id(draft)],
        name=draft.name,
        kind=draft.kind,
        outcome=draft.outcome,
        basis=draft.basis,
        mentions=tuple(ActorMention(span, form) for span, form in mentions),
        country=draft.country,
        sectors=draft.sectors,
        office=office,
        speaks_for=ids.get(id(draft.speaks_for)) if draft.speaks_for else None,
        entry=draft.entry,
        candidates=draft.candidates,
    )
