"""A made-up world at war, and documents about it: skewed as real ones are, so that a record of any size can be made by chance in a minute or two.

A few conflicts, towns, events and outlets fill most of the documents; one document in twelve carries another's text, one in thirty is a letter. Seeded:
the same number gives the same document.
"""

import datetime
import random
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import accumulate
from typing import Any

from onrecord.basis import Basis, Flag, Omission
from onrecord.documents.document import Section
from onrecord.events.event import CommitmentLink
from onrecord.record.claim import Account, Answer, Claim, Correspondence, Judged, Loss, Said, Source, Undertaking
from onrecord.resolution.resolution import Actor, ActorMention, Office, Place
from onrecord.span import Span
from onrecord.timespan import Timespan

RULE = Basis("by-chance")
CLAIMS = 10
"""Claims of one document."""
_COUNTRIES = (
    "AZE ARM TUR SYR ISR UKR RUS ETH ERI SDN TCD COL VEN IND PAK YEM SAU LBY EGY MLI NER NGA CMR COD RWA UGA KEN SOM DJI IRQ IRN LBN JOR AFG MMR THA KHM "
    "CHN PHL GEO MDA SRB"
)
COUNTRIES = _COUNTRIES.split()
KINDS = {
    "ASSAULT": ("attacked", "shelled", "struck", "bombed", "raided"),
    "COERCE": ("seized", "captured", "arrested"),
    "CONSULT": ("met", "hosted"),
    "ACCUSE": ("condemned", "blamed"),
    "RETREAT": ("left", "freed"),
    "REQUEST": ("urged", "asked"),
    "SUPPORT": ("backed", "praised"),
    "AID": ("helped", "supplied"),
}
SHARES = (40, 14, 10, 10, 6, 8, 7, 5)
_WORDS = (
    "officials village morning border soldiers civilians artillery convoy market talks hospital bridge patrol night camp road school river witnesses brigade "
    "harvest column minister crossing shelter smoke residents engineers checkpoint houses depot hill church mosque station airfield harbour militia envoys"
)
WORDS = _WORDS.split()
FIRST = datetime.date(2018, 1, 1)
DAYS = 1800
CONFLICTS, TOWNS, EVENTS, OUTLETS, PACTS = 60, 40, 60, 300, 25
"""Conflicts of the world; towns of each; events of each fortnight of a conflict; outlets; agreements."""


def skewed(count: int) -> list[float]:
    """Weights by rank, as Zipf found them, added up."""
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


@dataclass(frozen=True, slots=True)
class World:
    """What all documents are about."""

    conflicts: tuple[tuple[str, str], ...]
    outlets: tuple[tuple[str, str | None], ...]
    weights: dict[int, list[float]] = field(default_factory=dict)

    def pick(self, chance: random.Random, count: int) -> int:
        """A rank below a count, the first far oftener than the last."""
        if count not in self.weights:
            self.weights[count] = skewed(count)
        return chance.choices(range(count), cum_weights=self.weights[count])[0]


def world() -> World:
    """The one world there is."""
    chance = random.Random("world")
    pairs = tuple(tuple(chance.sample(COUNTRIES, 2)) for _ in range(CONFLICTS))
    outlets = tuple((f"Outlet {n}", chance.choice((*COUNTRIES[:12], None))) for n in range(OUTLETS))
    return World(pairs, outlets)  # type: ignore[arg-type]


def happening(conflict: int, fortnight: int, nth: int) -> tuple[str, str, int, int, int, int, int]:
    """An event of the world: kind, verb, town, day, who does it (0 or 1), killed (0: no toll), in words of its own."""
    chance = random.Random(f"{conflict}/{fortnight}/{nth}")
    kind = chance.choices(list(KINDS), SHARES)[0]
    day = fortnight * 14 + chance.randrange(14)
    dead = chance.randrange(1, 40) if kind == "ASSAULT" and chance.random() < 0.4 else 0
    return kind, chance.choice(KINDS[kind]), int(TOWNS * chance.random() ** 2), day, chance.randrange(2), dead, chance.randrange(10**6)


@dataclass(slots=True)
class Draft:
    """A document being written."""

    text: str = ""
    places: list[Place] = field(default_factory=list)
    events: list[Claim] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    bonds: list[Undertaking] = field(default_factory=list)

    def add(self, sentence: str) -> int:
        """A sentence at the end; where it starts."""
        at = len(self.text)
        self.text += sentence + " "
        return at


def account(number: int, lived: World) -> tuple[Account, str | None]:
    """The document of a number, and its outlet's country."""
    chance = random.Random(number)
    outlet, home = lived.outlets[lived.pick(chance, OUTLETS)]
    told = number
    if number > 50 and chance.random() < 0.08:
        told = number - 1 - chance.randrange(50)  # a wire text carried by another
    return written(told, number, outlet, home, lived), home


def written(told: int, number: int, outlet: str, home: str | None, lived: World) -> Account:
    """What the document of one number says, published as another."""
    chance = random.Random(f"text {told}")
    conflict = lived.pick(chance, CONFLICTS)
    sides = lived.conflicts[conflict]
    fortnight = chance.randrange(DAYS // 14)
    draft = Draft()
    for n in range(CLAIMS):
        tell(draft, n, conflict, fortnight, sides, chance, lived)
        draft.add(" ".join(chance.choices(WORDS, k=22)).capitalize() + ".")
    published = FIRST + datetime.timedelta(days=fortnight * 14 + 15)
    letter = chance.random() < 1 / 30
    text = draft.text
    source = Source(
        "sha256:" + sha256(f"{number}{text}".encode()).hexdigest(), str(number), f"in/{number % 100}/{number}.txt", None, None, text,
        "letter" if letter else "news_report", "en", outlet, "a6" if letter else None, f"Report {number}", published, published, published, "given",
    )  # fmt: skip
    end = len(text) - 1
    answers = (
        Answer("letter", "a5", published - datetime.timedelta(days=chance.randrange(1, 20)), Span(0, 4)) if chance.random() < 0.5 else None
    )
    letters = (Correspondence("l1", "a6", ("a1",), published, None, None, False, answers, Span(0, end), RULE),) if letter else ()
    return Account(
        source, (Section(Span(0, end), "body"),), cast_of(sides, chance), tuple(draft.places), (), tuple(draft.said), tuple(draft.events), letters, tuple(draft.bonds), (), (),
        (Flag("office_differs", Span(0, 4), "another body than the directory has"),) if chance.random() < 0.05 else (),
        tuple(Omission(Span(n, n + 4), "events", f"nothing done by anybody ({n})") for n in range(3)),
    )  # fmt: skip


def cast_of(sides: tuple[str, str], chance: random.Random) -> tuple[Actor, ...]:
    """The actors of a document: two countries, their forces, a ministry, a president, a passer-by and a far country."""
    one, two = sides
    near, far = (ActorMention(Span(0, 3), "name"),), chance.choice(COUNTRIES)
    return (
        Actor("a0", one, "state", "resolved", RULE, near, country=one, entry=f"state:{one}"),
        Actor("a1", two, "state", "resolved", RULE, near, country=two, entry=f"state:{two}"),
        Actor("a2", f"{one} Armed Forces", "armed_force", "resolved", RULE, near, country=one, entry=f"{one}/army"),
        Actor("a3", f"{two} Armed Forces", "armed_force", "resolved", RULE, near, country=two, entry=f"{two}/army"),
        Actor("a4", f"Ministry of Defence of {one}", "government", "resolved", RULE, near, country=one, entry=f"{one}/mod"),
        Actor("a5", f"Ministry of Defence of {two}", "government", "resolved", RULE, near, country=two, entry=f"{two}/mod"),
        Actor("a6", f"Speaker {chance.randrange(400)}", "person", "nil", RULE, near, country=one, office=Office("spokesman", "a4")),
        Actor("a7", f"Witness {chance.randrange(3000)}", "person", "nil", RULE, near),
        Actor("a8", far, "state", "resolved", RULE, near, country=far, entry=f"state:{far}"),
    )


def tell(draft: Draft, n: int, conflict: int, fortnight: int, sides: tuple[str, str], chance: random.Random, lived: World) -> None:
    """One sentence with one event of the conflict's fortnight in it, the best-known events far oftener than the rest."""
    # One claim in three tells what nobody else does.
    which = EVENTS + chance.randrange(10**6) if chance.random() < 1 / 3 else lived.pick(chance, EVENTS)
    kind, verb, town, day, doer, dead, own = happening(conflict, fortnight, which)
    place = f"{sides[1 - doer].title()}ville {conflict * TOWNS + town}"
    who, whom = sides[doer], sides[1 - doer]
    denied = kind == "ASSAULT" and chance.random() < 0.08
    speaker = chance.choice((None, None, "a4", "a5", "a6", "a7", "a8"))
    names = " ".join(random.Random(own).sample(WORDS, 4))
    lost = f", killing {dead} people" if dead and not denied else ""
    at = draft.add(f"{who} {'never ' if denied else ''}{verb} {whom} at {place}{lost}, near {names}, {chance.choice(WORDS)} said.")
    sentence = Span(at, len(draft.text) - 1)
    start = draft.text.index(verb, at)
    spot = draft.text.index(place, at)
    point = int(sha256(place.encode()).hexdigest()[:8], 16)
    draft.places.append(
        Place(f"p{n}", Span(spot, spot + len(place)), place, "town", "resolved", RULE, f"geo:{place}", conflict % 12 * 5.0 - 30 + point % 9 / 3,
              conflict % 30 * 9.0 - 120 + point % 11 / 3, 5.0, whom)
    )  # fmt: skip
    if speaker or denied:
        by = speaker or "a4"
        draft.said.append(
            Said(
                f"s{n}",
                None,
                (Span(at, at + 3),),
                (by,),
                by,
                (Span(sentence.end - 5, sentence.end - 1),),
                (sentence,),
                "indirect",
                "denies" if denied else "asserts",
                (),
                RULE,
            )
        )
    bonds: tuple[CommitmentLink, ...] = ()
    if chance.random() < 0.05:
        pact = lived.pick(chance, PACTS)
        draft.bonds.append(Undertaking(f"k{n}", f"Agreement {pact}", "agreement", (), None, None, Span(at, at + 3), RULE))
        bonds = (CommitmentLink(f"k{n}", "breaks" if kind == "ASSAULT" else "demands"),)
    when = FIRST + datetime.timedelta(days=day)
    figure = dead + chance.choice((0, 0, 0, 1, 2))
    toll = (Loss("killed", figure, figure, "unknown", None, None, Span(at, at + 3), "by-chance"),) if lost else ()
    doing = chance.choice((f"a{doer}", f"a{doer + 2}"))
    draft.events.append(_claim(f"v{n}", Span(start, start + len(verb)), verb, kind, when, (doing,), (f"a{1 - doer}",), f"p{n}", toll, bonds,
                               f"s{n}" if speaker or denied else None, not denied, sentence))  # fmt: skip


def _claim(
    ident: str, span: Span, verb: str, kind: str, day: datetime.date, who: tuple[str, ...], whom: tuple[str, ...], place: str, tolls: tuple[Loss, ...],
    bonds: tuple[CommitmentLink, ...], said: str | None, happened: bool, sentence: Span,
) -> Claim:  # fmt: skip
    empty: Any = ()
    return Claim(
        ident, span, verb, kind, kind, None, empty, None, who, whom, False, empty, (place,), empty, Timespan(day, day, str(day)), RULE, tolls, said,
        Judged("certain", happened, (), "by-chance"), empty, "actual", bonds, None, empty, sentence, RULE,
    )  # fmt: skip
