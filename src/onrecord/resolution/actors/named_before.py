"""Who is named in a sentence and may be one of a set: by a mention, by the demonym of a thing, by a seat of government, in a phrase with "between"."""

from collections.abc import Callable

from onrecord.reading import tree
from onrecord.reading.reading import ActorKind, Token
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.draft import Draft
from onrecord.resolution.actors.offices import SPEAKERS

WINDOW = 300
"""Tokens of a sentence that are looked through for a set, so that a sentence without end stays bounded."""
MOST = 12
"""Mentions of a sentence that are looked at for a set; in a longer list nobody can say which two are meant."""
POINTERS = frozenset({"former", "latter"})
OF_STATES: frozenset[ActorKind] = frozenset({"state", "government", "armed_force", "person"})
STATES: frozenset[ActorKind] = frozenset({"state"})
_SITING = frozenset({"in", "at", "near", "outside", "around", "from", "over", "across", "through"})
"""Prepositions after which a capital is a town, not who governs in it."""


class Named:
    """Those named in a sentence before a token. `of` gives the members of a phrase that itself stands for several."""

    def __init__(self, cast: Cast, of: Callable[[Draft, int], list[Draft]]) -> None:
        self.cast, self.reading, self.of = cast, cast.reading, of

    def inside(self, sentence: int, token: Token, kinds: frozenset[ActorKind], *, office: str = "", sided: bool = True) -> list[Draft]:
        """Those of the right kind named in a sentence before a token; for states, whoever's country is named too. `sided`: only who may be a side."""
        near = [(i, d) for i in self._heads(sentence, token) if (d := self.cast.at(i)) is not None and self._by_itself(i)]
        members = [m for i, d in near for m in self.of(d, i)]
        if kinds == STATES:
            codes = dict.fromkeys(m.country for m in members if m.country and m.kind not in {"person", "group", "media", "unknown"})
            states = [self.cast.state_by_code(c) for c in codes if c]
            return [s for s in states if s is not None]
        known = [
            m
            for m in members
            if m.kind in kinds and (m.entry or m.country or m.named or m.title) and (not sided or self._takes_sides(m, near))
        ]
        held = {id(m.office_of) for m in known if m.office_of is not None} if "person" in kinds else set()
        found = apart([m for m in dict.fromkeys(known) if id(m) not in held])
        titled = [m for m in found if office and m.title and m.title.replace("-", "_").split("_")[-1] == office]
        # "Minister Reyes met his counterpart, Ali Nuh": one who has no other office may hold that one too
        return [m for m in found if m in titled or (titled and m.title is None and m.kind == "person")] or found

    def _heads(self, sentence: int, token: Token) -> list[int]:
        """The heads of the last mentions of a sentence before a token."""
        where = self.reading.sentences[sentence]
        last = min(where.last, token.index)
        return [i for i in range(max(where.first, last - WINDOW), last) if i in self.cast.by_head][-MOST:]

    def _by_itself(self, index: int) -> bool:
        """Whether a mention is no part of another's phrase ("terrorists from Benin", "the government of Mali") and points to nobody else."""
        token = self.reading.tokens[index]
        if token.text.lower() in POINTERS:
            return False
        above = self.reading.tokens[token.head]
        return not (
            token.dep == "pobj" and above.dep == "prep" and above.text.lower() in {"of", "from"} and above.head in self.cast.by_head
        )

    def _takes_sides(self, draft: Draft, near: list[tuple[int, Draft]]) -> bool:
        """Whether somebody may be one of two sides: no spokesman, and an international body only where it is joined to another ("the EU and Turkey")."""
        if draft.kind == "person" and draft.title in SPEAKERS:
            return False
        if not {"IGO", "NGO"} & set(draft.sectors):
            return True
        return any(
            d is draft and len(tree.conjuncts(self.reading, tree.first_conjunct(self.reading, self.reading.tokens[i]).index)) > 1
            for i, d in near
        )

    def coordinated(self, sentence: int, token: Token, found: list[Draft], wanted: int) -> list[Draft]:
        """Of more than fit in a sentence, those that one phrase of it coordinates."""
        for head in self._heads(sentence, token):
            row = [self.cast.at(t.index) for t in tree.conjuncts(self.reading, head)]
            inside = [d for d in dict.fromkeys(row) if d in found]
            if len(inside) == wanted:
                return [d for d in inside if d is not None]
        return []

    def widely(self, sentence: int, token: Token, kinds: frozenset[ActorKind]) -> list[Draft]:
        """The same with the states whose leaders, things or seats of government the sentence names ("fired on a Tajik post", "Kyiv offered coal")."""
        where = self.reading.sentences[sentence]
        last = min(where.last, token.index)
        first = max(where.first, last - WINDOW)
        codes = dict.fromkeys(self._code(i) for i in range(first, last) if i in self.cast.place_at)
        states = [s for c in codes if c and (s := self.cast.state_by_code(c)) is not None]
        found = [] if kinds == STATES else self.inside(sentence, token, kinds)
        people = [m for i in self._heads(sentence, token) if (d := self.cast.at(i)) is not None for m in self.of(d, i)]
        ruled = [s for m in people if kinds == STATES and m.kind in OF_STATES and m.country and (s := self.cast.state_by_code(m.country))]
        return apart([*found, *states, *ruled])

    def _code(self, index: int) -> str | None:
        """The country of a demonym, of a country's name or of a capital that stands for its government."""
        place, token = self.cast.place_at[index], self.reading.tokens[index]
        if place.feature in {"demonym", "country"}:
            named = self.cast.named_country(index)
            return place.country if place.outcome == "resolved" else named.code if named is not None else None
        above = self.reading.tokens[token.head]
        seat = self.cast.resources.countries.by_seat(place.span.of(self.reading.document.text))
        sited = token.dep not in {"nsubj", "dobj", "conj", "poss", "pobj"} or (token.dep == "pobj" and above.lemma.lower() in _SITING)
        return seat.code if seat is not None and not sited else None

    def between(self, sentence: int, token: Token, wanted: int) -> list[Draft]:
        """Those joined after "between" in a sentence, where they are as many as wanted ("clashes between the army and herders")."""
        where = self.reading.sentences[sentence]
        for here in reversed(self.reading.tokens[max(where.first, where.last - WINDOW) : min(where.last, token.index)]):
            held = tree.child(self.reading, here.index, "pobj") if here.text.lower() == "between" else None
            if held is not None:
                row = [(t.index, self.cast.at(t.index)) for t in tree.conjuncts(self.reading, held.index)]
                found = [m for i, d in row if d is not None and d.kind != "unknown" for m in self.of(d, i)]
                if len(row) == wanted == len(dict.fromkeys(found)):
                    return found
        return []


def side(draft: Draft) -> object:
    """What tells one side from another: the country of a state, its bodies and its officers; anybody else is a side by himself, and a force that rose
    against its state."""
    return draft.country if draft.country and draft.kind in OF_STATES and "REB" not in draft.sectors else id(draft)


def apart(found: list[Draft]) -> list[Draft]:
    """Those found, the first of each side: a state, its army and its president are one, two persons are two."""
    kept: list[Draft] = []
    for draft in found:
        same = next((d for d in kept if d is draft or (side(d) == side(draft) and not (d.kind == draft.kind == "person"))), None)
        if same is None:
            kept.append(draft)
    return kept
