"""The claims that tell one event -> who asserts it, who denies it, who refuses it, who passes it on, who is silent, and where they differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.comparison.differences import Change, Difference, changes, differences
from onrecord.comparison.naming import could_speak, one_name
from onrecord.comparison.positions import ORDER, Holds, held
from onrecord.record.told import Party, Told
from onrecord.resources.countries import Countries

VOICES = 50
"""Speakers that a party named in the event is held against by name."""


@dataclass(frozen=True, slots=True)
class Position:
    """What one speaker holds of an event, in which claims (ids), in how many accounts (a copy counts with its original)."""

    who: str
    key: str
    side: str | None
    holds: Holds
    claims: tuple[str, ...]
    accounts: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the sources of a record say of one event. `silent` speak elsewhere in the record and not of this; `absent` are named and speak nowhere."""

    event: str
    positions: tuple[Position, ...]
    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]
    silent: tuple[Party, ...]
    absent: tuple[Party, ...]


def agree(claims: Sequence[Told], *, copies: Mapping[str, str], speaking: frozenset[str], countries: Countries | None = None) -> Agreement:
    """What is said of the event that all of the claims tell. With `countries`, those who say nothing are named by their country, where they have one.

    `copies` gives the original of each copied document; `speaking` holds the keys and sides of all who speak anywhere in the record.
    """
    positions = _positions(claims, copies)
    heard = {p.key for p in positions} | {p.side for p in positions if p.side}
    named = {p.key: p for c in claims for p in (*c.actors, *c.recipients) if could_speak(p)}
    voices = list({p.key: p for c in claims for p, _, _ in held(c) if p is not None}.values())[:VOICES]
    quiet = [
        p
        for p in named.values()
        if p.key not in heard and (p.side is None or p.side not in heard) and not any(one_name(p, v) for v in voices)
    ]
    spoke = [p for p in quiet if p.key in speaking or p.side in speaking]
    return Agreement(
        event=claims[0].event or "",
        positions=positions,
        differences=tuple(differences(claims)),
        changes=tuple(changes(claims)),
        silent=_by_side(spoke, countries),
        absent=_by_side([p for p in quiet if p not in spoke], countries),
    )


def _by_side(parties: Sequence[Party], countries: Countries | None) -> tuple[Party, ...]:
    """Parties with those of one country as one: the state where it is among them, which its army and its ministries speak for."""
    found: dict[str, Party] = {}
    for party in sorted(parties, key=lambda p: (p.kind != "state", not p.entry)):
        if party.side or not any(one_name(party, p) for p in list(found.values())[:VOICES]):
            found.setdefault(party.side or party.key, party)
    if countries is None:
        return tuple(found.values())
    states = {side: c.name for side in found if (c := countries.by_code(side))}
    return tuple(replace(p, name=states[side]) if side in states and p.side else p for side, p in found.items())


def _positions(claims: Sequence[Told], copies: Mapping[str, str]) -> tuple[Position, ...]:
    found: dict[tuple[str, Holds], list[tuple[Told, Party | None, str]]] = {}
    for claim in claims:
        for party, who, view in held(claim):
            found.setdefault((party.key if party else f"words:{who.casefold()}", view), []).append((claim, party, who))
    of_their_own = {key for key, view in found if view != "passes on"}
    made = []
    for (key, view), told in found.items():
        if view == "passes on" and key in of_their_own:
            continue
        _, party, who = told[0]
        accounts = {copies.get(c.document, c.document) for c, _, _ in told}
        ids = tuple(dict.fromkeys(c.id for c, _, _ in told))
        made.append(Position(who, key, party.side if party else None, view, ids, len(accounts)))
    return tuple(sorted(made, key=lambda p: (ORDER.index(p.holds), -p.accounts, p.who)))
