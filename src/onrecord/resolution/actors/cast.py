"""Reading, places, publication -> the cast: every actor with its mentions, found by token, by span and by country."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import cached_property

from onrecord.basis import Basis
from onrecord.reading.mentions_names import SEAT
from onrecord.reading.mentions_phrases import phrase
from onrecord.reading.reading import ActorKind, Mention, Reading
from onrecord.resolution.actors.draft import Draft
from onrecord.resolution.actors.names import draft_of
from onrecord.resolution.actors.short_names import ShortNames
from onrecord.resolution.actors.wording import nominal_name
from onrecord.resolution.resolution import Place, Publication
from onrecord.resources.countries import Country
from onrecord.resources.resources import Resources
from onrecord.span import Span

DEICTIC = frozenset(
    {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself", "yourselves"}
)


class Cast:
    """All actors of a document, made once; more are added as events and statements ask for them."""

    def __init__(self, reading: Reading, places: tuple[Place, ...], publication: Publication, resources: Resources) -> None:
        self.reading, self.resources, self.places = reading, resources, places
        self.day: date | None = publication.timespan.latest or publication.timespan.earliest
        self.place_at = _by_token(reading, places)
        self.drafts: list[Draft] = []
        self._of_mention: dict[int, Draft] = {}
        self._states: dict[str, Draft] = {}
        self.scenes: dict[int, set[str]] = {}
        self.domestic: dict[str, bool | None] = {}
        self._longest = max((len(m.span) for m in reading.mentions), default=0)
        self.by_head = {m.head: i for i, m in enumerate(reading.mentions)}
        self.nearby = frozenset({m.country for m in reading.mentions if m.country and not self._of_two_states(m)})
        self.nearby |= {p.country for p in places if p.country}
        self._short_names = ShortNames(reading, resources.countries)
        self._gather()

    @cached_property
    def inside_names(self) -> frozenset[int]:
        """The tokens inside the names of bodies and persons: "Kivu" of "Kivu Farmers Union" is nowhere that anything happens."""
        named = (m for m in self.reading.mentions if m.form == "name" and m.kind not in {"state", "unknown"} and m.last - m.first > 1)
        return frozenset(i for m in named for i in range(m.first, m.last))

    def _gather(self) -> None:
        groups: dict[object, list[int]] = defaultdict(list)
        for index, mention in enumerate(self.reading.mentions):
            if mention.form == "pronoun" and self.reading.tokens[mention.head].text.lower() in DEICTIC:
                continue
            if mention.kind == "state" and mention.form == "name":
                code = self._country_code(mention)
                if code is not None:
                    groups["state", code].append(index)
                continue
            groups[mention.chain if mention.chain is not None else ("alone", index)].append(index)
        states = {k[1]: v for k, v in groups.items() if isinstance(k, tuple) and k[0] == "state"}
        chains = {self.reading.mentions[i].chain: code for code, v in states.items() for i in v if self.reading.mentions[i].chain}
        for key, indices in groups.items():
            if isinstance(key, tuple) and key[0] == "state":
                continue
            if key in chains:
                states[chains[key]].extend(indices)
                continue
            self._add(indices)
        for code, indices in states.items():
            draft = self._add(sorted(indices))
            draft.kind, draft.country = "state", self.code_of(code)
            self._states[code] = draft

    def _add(self, indices: list[int]) -> Draft:
        mentions = [self._placed(self.reading.mentions[i]) for i in indices]
        if all(m.form == "pronoun" for m in mentions):
            draft = Draft(mentions[0].span.of(self.reading.document.text), mentions[0].kind, Basis("pronoun-without-antecedent"), mentions)
        else:
            draft = draft_of(self.reading, mentions, self.resources, day=self.day, nearby=self.nearby)
        for index in indices:
            self._of_mention[index] = draft
        self.drafts.append(draft)
        return draft

    def _country_code(self, mention: Mention) -> str | None:
        """The country id a state's mention names, or None where the places say that it is no country here ("Georgia" the federal state)."""
        place = self.place_at.get(mention.head)
        if mention.basis.rule == SEAT:
            seated = self.resources.countries.by_id[mention.entries[0]]
            return seated.id if place is None or place.country in {None, seated.code} else None
        if place is not None and place.outcome == "resolved" and place.feature not in {"country", "demonym"}:
            return None
        meant = self._short_names.meant(mention)
        return meant.id if meant else mention.entries[0] if mention.entries else None

    def _placed(self, mention: Mention) -> Mention:
        """A mention whose country is corrected by a place inside it: one that turned out to be no country, or a demonym of two states."""
        if mention.country is None:
            return mention
        if mention.kind == "state" and (meant := self._short_names.meant(mention)) is not None:
            return replace(mention, country=meant.code, entries=(meant.id,))
        for index in range(mention.first, mention.last):
            place = self.place_at.get(index)
            if place is not None and place.feature == "demonym" and len(self._nations(index)) > 1:
                meant = self.named_country(index)
                return replace(mention, country=meant.code if meant else None)
            if (
                place is None
                or place.outcome != "resolved"
                or place.feature in {"country", "demonym"}
                or place.country in {None, mention.country}
            ):
                continue
            named = self.resources.countries.by_name(place.span.of(self.reading.document.text))
            if named is not None and named.code == mention.country:
                return replace(mention, country=place.country)
        return mention

    def _nations(self, index: int) -> list[Country]:
        return [m.country for m in self.resources.countries.matches(self.reading.tokens[index].text)]

    def _of_two_states(self, mention: Mention) -> bool:
        """Whether a mention has its country from a demonym of two states, and from nothing else."""
        named = mention.entries and mention.kind != "state"
        return not named and any(
            place.feature == "demonym" and len(self._nations(i)) > 1
            for i in range(mention.first, mention.last)
            if (place := self.place_at.get(i)) is not None
        )

    def named_country(self, index: int) -> Country | None:
        """The country that a token names; a demonym of two states ("Congolese") is of the one that the text otherwise speaks of, or of none."""
        if not self.reading.tokens[index].text[:1].isupper():
            return None
        found, place = self._nations(index), self.place_at.get(index)
        if len(found) < 2 or place is None:
            return found[0] if found else None
        spoken = {place.country} if place.outcome == "resolved" else self.nearby
        left = [c for c in found if c.code in spoken]
        return left[0] if len(left) == 1 else None

    def code_of(self, ident: str) -> str | None:
        """The ISO code to record for a country's id."""
        country = self.resources.countries.by_id.get(ident)
        return country.code if country else None

    def state(self, ident: str) -> Draft:
        """The actor that is a country, made where the text has not named it."""
        if ident not in self._states:
            country = self.resources.countries.by_id.get(ident)
            draft = Draft(
                country.name if country else ident, "state", Basis("country-known-from-words"), country=self.code_of(ident), entry=ident
            )
            draft.outcome = "resolved"
            draft.add_sectors("GOV")
            self._states[ident] = draft
            self.drafts.append(draft)
        return self._states[ident]

    def state_by_code(self, code: str) -> Draft | None:
        """The actor that is the country of an ISO code."""
        country = self.resources.countries.by_code(code)
        return self.state(country.id) if country else None

    def at(self, head: int) -> Draft | None:
        """The actor whose mention has this head token."""
        index = self.by_head.get(head)
        return self._of_mention.get(index) if index is not None else None

    def first_from(self, offset: int) -> int:
        """The number of the first mention that begins at or after an offset."""
        return bisect_left(self.reading.mentions, offset, key=lambda m: m.span.start)

    def replace(self, gone: Draft, kept: Draft) -> None:
        """Let one actor stand wherever another stood."""
        for index, draft in self._of_mention.items():
            if draft is gone:
                self._of_mention[index] = kept
        self.drafts.remove(gone)

    def in_span(self, span: Span) -> Draft | None:
        """The actor of the longest mention inside a span, or else of one that overlaps it."""
        mentions = self.reading.mentions
        first = bisect_left(mentions, span.start - self._longest, key=lambda m: m.span.start)
        last = bisect_left(mentions, span.end, key=lambda m: m.span.start)
        inside = [(i, mentions[i]) for i in range(first, last) if span.overlaps(mentions[i].span) and i in self._of_mention]
        best = max(
            inside, key=lambda x: (span.contains(x[1].span), x[1].form == "name" and x[1].kind == "person", len(x[1].span)), default=None
        )
        return self._of_mention[best[0]] if best else None

    def seat_in(self, span: Span) -> Draft | None:
        """The state that a capital or a building named in a span stands for."""
        name = span.of(self.reading.document.text)
        building = self.resources.countries.by_metonym(name)
        seat = None if building else self.resources.countries.by_seat(name)
        return self.state(building.country) if building else self.state(seat.id) if seat else None

    def unnamed(self, head: int, kind: ActorKind, rule: str) -> Draft:
        """A new actor from the noun phrase of a token that no mention holds; the next call with that token returns the same."""
        found = phrase(self.reading, head)
        form = "name" if self.reading.tokens[head].pos == "PROPN" else "nominal"
        mention = Mention(found.span(self.reading), form, head, found.first, found.last, kind, Basis(rule), name=None)  # type: ignore[arg-type]
        draft = Draft(nominal_name(self.reading, head), kind, Basis(rule), [mention])
        self.drafts.append(draft)
        self.by_head[head] = -head - 1
        self._of_mention[-head - 1] = draft
        return draft


def _by_token(reading: Reading, places: tuple[Place, ...]) -> dict[int, Place]:
    """The place that each token is part of."""
    found: dict[int, Place] = {}
    position, tokens = 0, reading.tokens
    for place in sorted(places, key=lambda p: p.span.start):
        while position < len(tokens) and tokens[position].end <= place.span.start:
            position += 1
        here = position
        while here < len(tokens) and tokens[here].start < place.span.end:
            found[tokens[here].index] = place
            here += 1
    return found
