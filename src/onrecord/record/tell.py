"""Account -> its claims, each readable by itself: what the record's tables and every comparison are made from."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from onrecord.events.event import Certainty
from onrecord.events.refusals import STATEMENT, is_refusal
from onrecord.record.bond_keys import bond_key
from onrecord.record.claim import Account, Claim, Loss, Said, Source
from onrecord.record.ids import claim_id, document_short
from onrecord.record.told import Act, Bond, Figure, Party, Spot, Told, Voice
from onrecord.resolution.resolution import Actor, Place
from onrecord.resources.folding import fold
from onrecord.span import Span, cover

ARMED = "REB"
"""PLOVER's sector of groups that fight a state."""
DENIED = frozenset({"denied-claim", "denies", "untrue-that", "false-report", "groundless-report"})
"""Rules of factuality by which words deny, whatever the statement they stand in is called."""
BREAKING = "128"
"""The CAMEO code of breaking a law or a commitment, which refuses nothing that somebody asked."""
PART = 60
"""Characters at the beginning of what is denied in which it says that a part in something is."""
BLOCK = "█"
"""Stands for each character of a name that was taken out."""
_PART = re.compile(
    r"\b(?:responsibility|involvement|role|part|hand|complicity|blame|guilt|connections?|links?|participation|allegations?|accusations?|charges?|suspicions?)\b"
)
CUE = 80
"""Characters of the longest cue that is looked for at a trigger."""
DENYING = ("-that", "-ing", "-claim", "denial-noun-of")
"""Endings of the rules of those triggers of REJECT that deny."""


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name without case, diacritics, punctuation and a leading article, so that its spellings meet."""
    return re.sub(r"^(the|a|an) ", "", " ".join(re.findall(rf"[\w{BLOCK}]+", fold(name))))


def tell(account: Account, *, home: str | None = None) -> tuple[Told, ...]:
    """The claims of an account. `home` is the country of its publisher (ISO 3166-1 alpha-3) where that is known."""
    return Teller(account, home).all()


class Teller:
    """What an account's ids stand for."""

    def __init__(self, account: Account, home: str | None) -> None:
        self.account = account
        self.text = account.document.text
        self.actors = {a.id: a for a in account.actors}
        self.parties = {a.id: self.party(a) for a in account.actors}
        self.spots = {p.id: spot(p) for p in account.places}
        self.said = {s.id: s for s in account.statements}
        self.denials = sorted((c.start, c.end, s.basis.rule) for s in account.statements if s.stance == "denies" for c in s.cue)
        self.bonds = {c.id: c for c in account.commitments}
        self.voice = self.own_voice(home)

    def all(self) -> tuple[Told, ...]:
        seen: Counter[Span] = Counter()
        found = []
        for claim in self.account.events:
            found.append(self.told(claim, seen[claim.span]))
            seen[claim.span] += 1
        # A killing is joined by its own word; a raid in the course of a war ("during", "in which") is an event of its own.
        spans = {c.id: c.span for c in self.account.events}
        wholes = {
            t.source: t.target
            for t in self.account.relations
            if t.kind == "part_of" and t.span is not None and t.source in spans and t.span.overlaps(spans[t.source])
        }
        ids = {told.local: told.id for told in found} if wholes else {}
        return tuple(replace(t, part_of=ids.get(wholes[t.local])) if t.local in wholes else t for t in found)

    def told(self, claim: Claim, nth: int) -> Told:
        document = self.account.document
        return Told(
            id=claim_id(document.id, claim.span, nth),
            local=claim.id,
            document=document.id,
            span=claim.span,
            trigger=claim.span.of(self.text),
            lemma=claim.lemma,
            sentence_span=claim.sentence,
            sentence=" ".join(claim.sentence.of(self.text).split()),
            type=claim.type,
            plain_type=claim.plain_type,
            mode=claim.mode,
            contexts=claim.contexts,
            cameo=claim.cameo,
            status=claim.status,
            certainty=claim.factuality.certainty,
            happened=claim.factuality.happened,
            actors=self.named(claim.actors),
            recipients=self.named(claim.recipients),
            places=tuple(s for p in claim.places if (s := self.spots.get(p)) is not None and s.feature != "site"),
            when=claim.when,
            tolls=tuple(self.figure(t) for t in claim.tolls),
            instruments=tuple(dict.fromkeys(i.kind or i.span.of(self.text) for i in claim.instruments)),
            commitments=tuple(
                Bond(commitment_key(c.name), c.name, c.kind, link.relation)
                for link in claim.commitments
                if (c := self.bonds.get(link.commitment)) is not None
            ),
            framing=tuple(f.word for f in claim.framing),
            chain=self.chain(claim),
            voice=self.voice,
            publisher=document.publisher,
            called=name_of(document),
            published=document.published,
            act=self.act(claim),
        )

    def act(self, claim: Claim) -> Act:
        """Whether a claim that says no denies or refuses, by its statement's rule, its own, or its cue."""
        here = self.said.get(claim.statement or "")
        if claim.factuality.happened is False:
            words = (m.of(self.text) for m in claim.factuality.markers)
            if is_refusal(claim.factuality.rule, words, here.basis.rule if here else "", lemma=claim.lemma):
                return "refusal"
            return "denial" if claim.factuality.rule in DENIED or (here is not None and here.stance in ("denies", "doubts")) else ""
        if (
            here is not None
            and here.stance == "denies"
            and claim.factuality.happened
            and _PART.search(cover(here.content).of(self.text)[:PART])
        ):
            return "part"
        if claim.type != "REJECT" or claim.cameo == BREAKING or not claim.factuality.happened:
            return ""
        near = self.denials[bisect_left(self.denials, (claim.span.start - CUE, 0, "")) : bisect_left(self.denials, (claim.span.end, 0, ""))]
        by_cue = next((rule for _, end, rule in near if end > claim.span.start), None)
        if by_cue is not None:
            return "refusal" if by_cue.startswith(STATEMENT) else "denial"
        return "denial" if claim.basis.rule.endswith(DENYING) else "refusal"

    def named(self, idents: tuple[str, ...]) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(self.parties[i] for i in idents if i in self.parties))

    def chain(self, claim: Claim) -> tuple[Voice, ...]:
        views = {v.statement: v for v in claim.views}
        found: list[Voice] = []
        here = self.said.get(claim.statement or "")
        seen: set[str] = set()
        while here is not None and here.id not in seen:
            seen.add(here.id)
            view = views.get(here.id)
            found.append(self.heard(here, view.certainty if view else None, view.happened if view else None))
            here = self.said.get(here.parent or "")
        return tuple(reversed(found))

    def written(self, said: Said) -> bool:
        """Whether a statement is what somebody wrote in a letter that the document relays."""
        return any(x.relayed and x.sender in said.source_actors for x in self.account.letters)

    def heard(self, said: Said, certainty: Certainty | None, happened: bool | None) -> Voice:
        return Voice(
            parties=self.named(said.source_actors),
            source=self.words(said.source),
            cue=self.words(said.cue),
            stance=said.stance,
            certainty=certainty,
            happened=happened,
            quote=cover(said.content) if said.content else Span(0, 0),
            letter=self.written(said),
        )

    def words(self, spans: tuple[Span, ...]) -> str:
        return " ... ".join(" ".join(s.of(self.text).split()) for s in spans)

    def figure(self, loss: Loss) -> Figure:
        whose = self.parties.get(loss.whose or "")
        return Figure(
            loss.kind, loss.low, loss.high, loss.of, whose.name if whose else None, loss.part_of is not None, loss.span.of(self.text)
        )

    def party(self, actor: Actor) -> Party:
        """Who an actor is and whom it speaks for: the body named beside it first, then its office, then itself."""
        body = self.actors.get(actor.speaks_for or "") or (self.actors.get(actor.office.of or "") if actor.office else None)
        side = actor.country if body is None or body.id == actor.id else body.country
        if body is None and actor.kind == "person" and "IGO" in actor.sectors:
            side = None  # who heads an international body speaks for no country, wherever he comes from
        if ARMED in (body or actor).sectors:
            side = None  # a state does not speak through those who fight it
        return Party(
            key=actor_key(actor),
            name=actor.name,
            kind="armed_group" if ARMED in actor.sectors else actor.kind,
            country=actor.country,
            side=side,
            body=body.name if body and body.id != actor.id else None,
            office=actor.office.title if actor.office else None,
            entry=actor.entry,
        )

    def called(self, actor: Actor) -> set[str]:
        """What an actor is called in the text, folded."""
        return {folded(actor.name), *(folded(m.span.of(self.text)) for m in actor.mentions if m.form == "name")}

    def own_voice(self, home: str | None) -> Party | None:
        """The document's author where it has one, or else its publisher."""
        document = self.account.document
        if document.author in self.parties:
            return self.parties[document.author]
        if not document.publisher:
            return None
        wanted = folded(document.publisher)
        known = next((a for a in self.account.actors if a.kind == "media" and wanted in self.called(a)), None)
        country = (known.country if known else None) or home
        entry = known.entry if known else None
        return Party(entry or f"media:{wanted}", document.publisher, "media", country, country, None, None, entry)


def name_of(document: Source) -> str:
    """What a document may be called where nobody says who published it: its title, its file, its id from outside, its address, or the start of its own id."""
    file = document.path.rpartition("/")[2] + (f" #{document.member}" if document.member else "") if document.path else None
    return document.title or file or document.external_id or document.url or document_short(document.id)


def actor_key(actor: Actor) -> str:
    """The same for the same actor in every document: the directory's id where resolved, else the folded name with its country."""
    if actor.entry and actor.outcome == "resolved":
        return actor.entry
    return f"{'person' if actor.kind == 'person' else 'name'}:{folded(actor.name)}" + (
        f"|{actor.country}" if actor.country and actor.kind != "person" else ""
    )


def spot(place: Place) -> Spot:
    """A place as the record keeps it."""
    key = place.entry if place.entry and place.outcome == "resolved" else f"name:{folded(place.name)}"
    return Spot(key, place.name, place.feature, place.country, place.latitude, place.longitude, place.radius_km)


_LOOSE = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "on",
        "for",
        "in",
        "by",
        "to",
        "all",
        "its",
        "his",
        "her",
        "their",
        "our",
        "these",
        "those",
        "this",
        "that",
        "relevant",
        "said",
        "same",
        "existing",
        "current",
        "regime",
        "agreement",
        "accord",
    ]
)
_NUMBER = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "numerous"])


def commitment_key(name: str) -> str:
    """The same for the same commitment under words that mean the same: "ceasefire regime" and "the ceasefire", "resolutions of the Security Council" and
    "four Security Council resolutions", "cease-fire" and "truce", "UNSCR 1701" and "resolution 1701". Years and numbers of a text ("resolution 502") tell commitments apart."""
    spelt = bond_key(folded(name))
    words = [w for w in spelt.split() if w not in _LOOSE and w not in _NUMBER]
    return " ".join(sorted(w.removesuffix("s") if len(w) > 4 and not w.endswith("ss") else w for w in words)) or spelt
