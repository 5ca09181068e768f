"""How the record grows: python -m benchmarks.record_scale [DOCUMENTS] [FILE]. Documents of ten claims each, made by chance (seeded), added and compared; then every
query of the command line, warm; then 100 documents more. Prints seconds of processor time (one core) and peak memory."""

import datetime
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.basis import Basis
from onrecord.comparison.compare import compare
from onrecord.record import ledgers
from onrecord.record.claim import Account, Claim, Judged, Said, Source
from onrecord.record.filters import Filter
from onrecord.record.store import Recipe, Record
from onrecord.resolution.resolution import Actor, ActorMention, Place
from onrecord.span import Span
from onrecord.timespan import Timespan

CLAIMS = 10
RULE = Basis("by-chance")
COUNTRIES = (
    "AZE",
    "ARM",
    "TUR",
    "SYR",
    "ISR",
    "UKR",
    "RUS",
    "ETH",
    "ERI",
    "SDN",
    "TCD",
    "COL",
    "VEN",
    "IND",
    "PAK",
    "YEM",
    "SAU",
    "LBY",
    "EGY",
    "MLI",
)
KINDS = ("ASSAULT", "ASSAULT", "ASSAULT", "COERCE", "CONSULT", "ACCUSE", "RETREAT", "REQUEST", "SUPPORT", "AID")
VERBS = (
    "attacked",
    "shelled",
    "struck",
    "hit",
    "bombed",
    "seized",
    "met",
    "condemned",
    "withdrew",
    "urged",
    "backed",
    "helped",
    "raided",
    "arrested",
    "fought",
)
WORDS = (
    "officials",
    "village",
    "morning",
    "border",
    "soldiers",
    "civilians",
    "artillery",
    "convoy",
    "market",
    "talks",
    "hospital",
    "bridge",
    "patrol",
    "night",
    "camp",
)
FIRST = datetime.date(2018, 1, 1)


def account(number: int, chance: random.Random) -> Account:
    """A document of ten claims on two countries within a month."""
    one, two = chance.sample(COUNTRIES, 2)
    month = FIRST + datetime.timedelta(days=chance.randrange(0, 1800))
    text, events, places = "", [], []
    for n in range(CLAIMS):
        town = f"{one.title()}ville {chance.randrange(60)}"
        sentence = f"{one} {chance.choice(VERBS)} {two} near {town} {' '.join(chance.sample(WORDS, 5))}. "
        at = len(text)
        text += sentence
        start = at + len(one) + 1
        end = text.index(" ", start)
        places.append(_place(f"p{n}", text.index(town, at), town, one))
        day = month + datetime.timedelta(days=chance.randrange(0, 30))
        kind = chance.choice(KINDS)
        events.append(
            _claim(f"v{n}", Span(start, end), text[start:end], kind, day, f"p{n}", "s1" if n % 2 else None, Span(at, len(text) - 1))
        )
    people = tuple(
        Actor(f"a{n}", c, "state", "resolved", RULE, (ActorMention(Span(0, 3), "name"),), country=c, entry=c)
        for n, c in enumerate((one, two, chance.choice(COUNTRIES)))
    )
    said = Said("s1", None, (Span(0, 3),), ("a2",), "a2", (Span(4, 8),), (Span(0, len(text)),), "indirect", "asserts", (), RULE)
    day_published = month + datetime.timedelta(days=31)
    source = Source(
        "sha256:" + sha256(f"{number}{text}".encode()).hexdigest(), str(number), None, None, None, text, "news_report", "en", f"Outlet {number % 200}", None, None,
        day_published, day_published, day_published, "given",
    )  # fmt: skip
    return Account(source, actors=people, places=tuple(places), statements=(said,), events=tuple(events))


def _place(ident: str, at: int, town: str, country: str) -> Place:
    spot = int(sha256(town.encode()).hexdigest()[:8], 16)
    return Place(
        ident, Span(at, at + len(town)), town, "town", "resolved", RULE, f"geo:{town}", spot % 80 - 40.0, spot % 300 - 150.0, 5.0, country
    )


def _claim(ident: str, span: Span, verb: str, kind: str, day: datetime.date, place: str, said: str | None, sentence: Span) -> Claim:
    empty: Any = ()
    return Claim(
        ident, span, verb, kind, kind, None, empty, None, ("a0",), ("a1",), False, empty, (place,), empty, Timespan(day, day, str(day)), RULE, empty, said,
        Judged("certain", True, (), "by-chance"), empty, "actual", empty, None, empty, sentence, RULE,
    )  # fmt: skip


def timed(what: str, work: Callable[[], object]) -> float:
    """Run and print how long it took."""
    began = time.process_time()
    work()
    took = time.process_time() - began
    print(f"{what:<40} {took * 1000:10.1f} ms" if took < 1 else f"{what:<40} {took:10.1f} s", flush=True)
    return took


def main(documents: int, path: Path) -> None:
    """Build, compare, ask, add."""
    chance = random.Random(1)
    with Record(path, create=True) as record:
        run = record.begin(Recipe("0", "by chance", {}, {}))
        timed(f"add {documents} documents", lambda: [record.add(account(n, chance), run) for n in range(documents)])
        timed(f"compare {documents * CLAIMS} claims", lambda: compare(record, run=run.id))
        ask(record)
        timed("add 100 more", lambda: [record.add(account(documents + n, chance), run) for n in range(100)])
        timed("compare 100 more", lambda: compare(record, run=run.id))
    print(
        f"{'peak memory':<40} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f} MiB; file {path.stat().st_size / 2**20:.0f} MiB"
    )


def ask(record: Record) -> None:
    """Every query of the command line, warm."""
    asked = record.queries
    some = asked.claims(limit=1)[0]
    questions: dict[str, Callable[[], object]] = {
        "overview": asked.overview,
        "documents": asked.documents,
        "claims, first 50": lambda: asked.claims(limit=50),
        "claims of an actor": lambda: asked.claims(Filter(actor="AZE"), limit=50),
        "claims by a source": lambda: asked.claims(Filter(source="outlet 17"), limit=50),
        "claims at a place": lambda: asked.claims(Filter(place="Azeville 7"), limit=50),
        "claims of a month": lambda: asked.claims(Filter(since=datetime.date(2019, 5, 1), until=datetime.date(2019, 5, 31)), limit=50),
        "count of denied": lambda: asked.count(Filter(status="denied")),
        "events, first 50": lambda: asked.events(limit=50),
        "events of an actor": lambda: asked.events(Filter(actor="AZE"), limit=50),
        "events told more than once": lambda: asked.events(limit=50, together=True),
        "an event": lambda: asked.event(some.event or ""),
        "a claim": lambda: asked.claim(some.id),
        "an account": lambda: asked.account(some.document),
        "find": lambda: asked.find(some.id[:8]),
        "search": lambda: asked.search("hospital convoy"),
        "sources": lambda: ledgers.sources(record, limit=50),
        "actors": lambda: ledgers.actors(record, limit=50),
        "commitments": lambda: ledgers.commitments(record),
        "letters": lambda: ledgers.letters(record),
        "omissions": asked.omissions,
        "speaking": asked.speaking,
        "copies": lambda: record.queries.copies(),
    }
    for name, question in questions.items():
        question()
        timed(name, question)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    if len(sys.argv) > 2:
        main(size, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(size, Path(folder) / "scale.db")
