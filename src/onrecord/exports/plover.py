"""Account -> PLOVER records: one record an event that a sentence reports, its parties as country codes, as PLOVER's manual writes them.

An account keeps every event that a text tells, with the parties the text names, and nothing else. PLOVER's records keep less and say more, by
conventions of its manual and of its hand-made validation records (PLOVER: Open Event Data Alliance 2018; Halterman et al. 2023), followed here:

1. A record is of what the sentence reports. An event inside another's clause or phrase (what is demanded, promised, condemned; the riots in which
   somebody was killed; the curfew that was lifted) is part of that record. Joined clauses are records of their own.
2. Codes are countries, IGO for international bodies. A party whose country the text does not give has that of the place of the event ("rebels", in
   Bouake: CIV), or else the only country that its sentence names; so has the doer whom a text leaves unnamed of an attack, an arrest or a charge.
3. An event that falls on a place (a curfew, a blockade, an attack in a town) has the place's country for its target where no recipient is named.
4. Two sources that agree, meet, work together or back something, and no target, stand to each other.
5. A record names a source.

Each code says where it is from. Docs: docs/guide/events.md.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

from onrecord.record.claim import Account, Claim
from onrecord.resolution.resolution import Actor
from onrecord.span import Span

FORMAT = "plover/onrecord-1"
From = Literal["text", "place", "sentence"]
Triple = tuple[str | None, str | None, str]

FALLS_ON_A_PLACE = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "AID", "CONCEDE", "THREATEN"})
"""Types whose records take the country of the place for a target that nobody names (convention 3)."""

UNNAMED_DOER = frozenset({"ASSAULT", "COERCE", "ACCUSE"})
"""Types coded with an unidentified source where the text names no doer (convention 2: "was shot", "was arrested", "was put on trial")."""

MUTUAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
"""Types whose two sources stand to each other where there is no target (convention 4)."""


@dataclass(frozen=True, slots=True)
class Party:
    """A source or target: its code (country, or IGO), the name the text gives (None: nobody named), its sectors, and where the code is from."""

    code: str | None
    name: str | None
    sectors: tuple[str, ...]
    code_from: From


@dataclass(frozen=True, slots=True)
class PloverRecord:
    """One record: parties, codes and the claim it is of. `mutual`: the sources stand to each other, both ways."""

    claim: Claim
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    mutual: bool

    @property
    def triples(self) -> frozenset[Triple]:
        """Every source's code with every target's and the type; null where there is none."""
        codes = [list(dict.fromkeys(p.code for p in parties)) for parties in (self.sources, self.targets)]
        return triples(codes[0], codes[1], self.claim.type, both_ways=self.mutual)


def triples(sources: Sequence[str | None], targets: Sequence[str | None], type_: str, *, both_ways: bool) -> frozenset[Triple]:
    """Every source with every target, an empty side null; with `both_ways`, two or more sources stand to each other."""
    if both_ways and len(sources) > 1:
        return frozenset((a, b, type_) for a, b in product(sources, sources) if a != b)
    return frozenset((a, b, type_) for a, b in product(sources or [None], targets or [None]))


def records_of(account: Account) -> tuple[PloverRecord, ...]:
    """The PLOVER records of an account, in text order."""
    scenes = _Scenes(account)
    return tuple(_records(account, scenes))


def _records(account: Account, scenes: "_Scenes") -> Iterator[PloverRecord]:
    actors = {a.id: a for a in account.actors}
    for claim in account.events:
        if claim.within is not None:
            continue
        where, known_from = scenes.of(claim)
        sources = [_party(actors[i], where, known_from) for i in claim.actors if i in actors]
        targets = [_party(actors[i], where, known_from) for i in claim.recipients if i in actors]
        if where is not None and not sources and claim.type in UNNAMED_DOER:
            sources = [Party(where, None, ("UAF",), known_from)]
        if where is not None and not targets and not claim.symmetric and claim.type in FALLS_ON_A_PLACE:
            targets = [Party(where, None, (), known_from)]
        mutual = not targets and len(sources) > 1 and (claim.symmetric or claim.type in MUTUAL)
        sources = [s for s in sources if s.code is not None]
        if sources:
            yield PloverRecord(claim, tuple(sources), tuple(targets), mutual)


def _party(actor: Actor, where: str | None, known_from: From) -> Party:
    own = code(actor)
    return Party(own or where, actor.name, actor.sectors, "text" if own or where is None else known_from)


def code(actor: Actor) -> str | None:
    """An actor's country, or IGO for an international body; None where the text gives neither."""
    if actor.country:
        return actor.country
    return "IGO" if "IGO" in actor.sectors else None


class _Scenes:
    """Which country an event's place, or its sentence, stands for; the names of an account sorted once."""

    def __init__(self, account: Account) -> None:
        self.places = {p.id: p.country for p in account.places}
        named = [(m.span, a.country) for a in account.actors if a.country for m in a.mentions]
        named += [(p.span, p.country) for p in account.places if p.country]
        self.named: list[tuple[Span, str]] = sorted(named)
        self.only: dict[Span, str | None] = {}

    def of(self, claim: Claim) -> tuple[str | None, From]:
        """The country of the event's first place that has one, or else the only one its sentence names."""
        for place in claim.places:
            if (country := self.places.get(place)) is not None:
                return country, "place"
        if claim.sentence not in self.only:
            self.only[claim.sentence] = self._only(claim.sentence)
        return self.only[claim.sentence], "sentence"

    def _only(self, sentence: Span) -> str | None:
        first = bisect_left(self.named, (Span(sentence.start, sentence.start), ""))
        found: set[str] = set()
        for span, country in self.named[first:]:
            if span.start >= sentence.end or len(found) > 1:
                break
            if span.end <= sentence.end:
                found.add(country)
        return next(iter(found)) if len(found) == 1 else None


def to_dicts(account: Account) -> Iterator[dict[str, Any]]:
    """An account's records as JSON objects: PLOVER's fields, whether it happened for its speaker, and where it stands in which document."""
    names = {p.id: p.name for p in account.places}
    for record in records_of(account):
        yield _plain(account, record, names)


def _plain(account: Account, record: PloverRecord, names: dict[str, str]) -> dict[str, Any]:
    claim = record.claim
    return {
        "format": FORMAT,
        "document": account.document.id,
        "event": claim.id,
        "date": {"earliest": _day(claim.when.earliest), "latest": _day(claim.when.latest)},
        "type": claim.type,
        "mode": claim.mode,
        "contexts": list(claim.contexts),
        "cameo": claim.cameo,
        "source": [_party_dict(p) for p in record.sources],
        "target": [_party_dict(p) for p in record.targets],
        "mutual": record.mutual,
        "triples": sorted(([a, b, t] for a, b, t in record.triples), key=str),
        "places": [names[i] for i in claim.places if i in names],
        "dead": _toll(claim, "killed"),
        "injured": _toll(claim, "wounded"),
        "happened": claim.factuality.happened,
        "certainty": claim.factuality.certainty,
        "status": claim.status,
        "text": claim.sentence.of(account.document.text),
        "start": claim.span.start,
        "end": claim.span.end,
    }


def to_lines(account: Account) -> Iterator[str]:
    """An account's records, one JSON object a line without its line break."""
    for plain in to_dicts(account):
        yield json.dumps(plain, ensure_ascii=True)


def _party_dict(party: Party) -> dict[str, Any]:
    return {"code": party.code, "name": party.name, "sectors": list(party.sectors), "code_from": party.code_from}


def _toll(claim: Claim, kind: str) -> dict[str, int | None] | None:
    """The figures of a kind that are no part of another, the first of them; None where there are none."""
    found = next((t for t in claim.tolls if t.kind == kind and t.part_of is None), None)
    return {"low": found.low, "high": found.high} if found is not None else None


def _day(day: object) -> str | None:
    return str(day) if day is not None else None
