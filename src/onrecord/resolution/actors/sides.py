"""Words for a set of those named before -> its members: "the two sides", "both countries", "the leaders", "the former", "the latter"."""

from collections.abc import Callable

from onrecord.reading import tree
from onrecord.reading.mentions_phrases import complement, owner, qualifiers
from onrecord.reading.reading import ActorKind, Token
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.draft import Draft
from onrecord.resolution.actors.named_before import POINTERS, STATES, WINDOW, Named, apart, side

REACH = 3
"""Sentences back to which "the two sides" may reach."""
OPENING = 6
"""Sentences at the head of a readout or communiqué in which those who met are named."""
BODIES: frozenset[ActorKind] = frozenset({"state", "government", "armed_force", "organization", "party", "group"})
SETS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(("country", "nation", "state", "neighbour", "neighbor", "capital", "republic", "government", "power", "people"), STATES),
    **dict.fromkeys(("leader", "president", "minister", "premier", "man", "woman", "official", "diplomat", "politician", "general"), frozenset({"person"})),
    **dict.fromkeys(("side", "party", "rival", "foe", "enemy", "faction", "group", "belligerent", "camp", "delegation"), BODIES | {"person"}),
    **dict.fromkeys(("army", "force", "military"), frozenset({"armed_force"})),
}  # fmt: skip
"""Nouns for a set of those named before, by the kinds its members may have."""
OFFICES = frozenset({"leader", "president", "minister", "premier"})
"""Nouns that stand for the two named before without a number too ("The presidents agreed")."""
ANYBODY: frozenset[ActorKind] = BODIES | {"person", "media", "population"}
PERSONS: frozenset[ActorKind] = frozenset({"person"})
STANDING: frozenset[ActorKind] = frozenset({"person", "government"})
_OFFICIAL = frozenset({"foreign", "prime", "defence", "defense", "interior", "finance"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


def plural_of(token: Token) -> str:
    """The noun of which a token is the plural, "" where it is none of a set; written large it may be tagged as a name ("the Ministers")."""
    lemma = token.lemma.lower()
    if token.tag == "NNS":
        return lemma
    if token.pos != "PROPN" or not lemma.endswith("s"):
        return ""
    single = f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma[:-1]
    return single if single in SETS else ""


class Sides:
    """The members of a set. `of` gives the members of a phrase that itself stands for several, `listed` those of a list after an office."""

    def __init__(self, cast: Cast, of: Callable[[Draft, int], list[Draft]], listed: Callable[[Draft, int, int], list[Draft]]) -> None:
        self.cast, self.reading, self.of, self.listed = cast, cast.reading, of, listed
        self.named = Named(cast, of)

    def members(self, draft: Draft, head: int) -> list[Draft]:
        """Those named before whom "the two sides" or "both countries" stands for, where exactly as many fit; else nobody."""
        token = self.reading.tokens[head]
        if token.text.lower() in POINTERS:
            return self._pointed(token)
        kinds = SETS.get(plural_of(token))
        wanted = self._wanted(token)
        if kinds is None or not wanted or self._set_apart(token):
            return []
        office = plural_of(token) in OFFICES
        if office and not self._number(token) and (same := self._of_that_office(draft, token)):
            return same
        met = self._who_met(token, kinds, wanted) if self.reading.document.kind in {"communique", "statement"} else []
        found = self._before(token, kinds, wanted)
        if not found or {side(d) for d in found} == {side(d) for d in met}:
            found = met or found or (self._of_that_office(draft, token) if office else [])
        return sorted(found, key=lambda d: d.start)

    def pair(self, token: Token, depth: int = 0) -> list[Draft]:
        """The two persons of the sentence before, each by himself, for a "they" with no word for several before it ("The king met the envoy. They agreed")."""
        if token.text.lower() not in {"they", "them"} or not token.sentence:
            return []
        where = self.reading.sentences[token.sentence - 1]
        several = [t for t in self.reading.tokens[max(where.first, where.last - WINDOW) : where.last] if t.tag == "NNS"]
        if any(t.dep in {"nsubj", "nsubjpass", "dobj"} for t in several) or self.named.inside(token.sentence, token, ANYBODY, sided=False):
            return []
        found = self.named.inside(token.sentence - 1, token, PERSONS, sided=False)
        again = next(
            (t for t in self.reading.tokens[where.first : where.first + WINDOW] if t.dep == "nsubj" and t.text.lower() == "they"), None
        )
        if not found and again is not None and again.sentence == token.sentence - 1 and depth < REACH:
            return self.pair(again, depth + 1)
        return sorted(found, key=lambda d: d.start) if len(found) == 2 else []

    def _of_that_office(self, draft: Draft, token: Token) -> list[Draft]:
        """Those an earlier phrase of the same noun says ("the ministers" after "the ministers of Chad, Mali and Niger")."""
        first = self.reading.sentences[max(0, token.sentence - 2 * REACH)].first
        for index in range(token.index - 1, max(first, token.index - 2 * WINDOW) - 1, -1):
            here = self.reading.tokens[index]
            if plural_of(here) != plural_of(token):
                continue
            if found := self.listed(draft, token.index, index):
                return found
            other = self.cast.at(index)
            found = self.of(other, index) if other is not None else []
            return found if len(found) > 1 else []
        return []

    def _set_apart(self, token: Token) -> bool:
        """Whether a phrase says itself who is meant: by a country, a name before it, an owner or an "of" phrase."""
        named = [q for q in qualifiers(self.reading, token.index) if q.pos == "PROPN" and q.text.lower() not in _OFFICIAL | set(_NUMBERS)]
        index = self.cast.by_head.get(token.index, -1)
        own = index >= 0 and self.reading.mentions[index].country is not None
        return bool(named or own or owner(self.reading, token.index) or complement(self.reading, token.index, "of", "to", "in", "from"))

    def _before(self, token: Token, kinds: frozenset[ActorKind], wanted: int) -> list[Draft]:
        """As many as wanted in the nearest sentence that has so many, or in those that have fewer together; else with those named by their things."""
        together: list[Draft] = []
        nearest = range(token.sentence, max(-1, token.sentence - REACH - 1), -1)
        asking = self._who_asks(token)
        for sentence in nearest:
            if found := self._joined(sentence, token, kinds, wanted):
                return found
            found = [d for d in self.named.inside(sentence, token, kinds, office=self._office(token)) if d not in asking]
            if len(found) == wanted:
                return found
            if len(found) > wanted:
                return self.named.coordinated(sentence, token, found, wanted)
            together = apart([*found, *together])
            if len(together) == wanted:
                return together
        if "person" in kinds and kinds != BODIES | {"person"}:
            return []
        wider = (self.named.widely(sentence, token, kinds) for sentence in nearest)
        return next((found for found in wider if len(found) == wanted), [])

    def _who_asks(self, token: Token) -> list[Draft]:
        """Who does something to them, which is none of them: who urges "both parties", and the body of whose office they speak."""
        tokens = self.reading.tokens
        verb = tokens[token.head]
        if token.dep == "pobj" or (token.dep == "nsubj" and verb.dep in {"xcomp", "ccomp"} and verb.tag == "VB"):
            verb = tokens[verb.head]
        elif token.dep not in {"dobj", "dative"}:
            return []
        subject = tree.child(self.reading, verb.index, "nsubj")
        asking = self.cast.at(subject.index) if subject is not None and verb.pos in {"VERB", "AUX"} else None
        return [d for d in (asking, asking.office_of) if d is not None] if asking is not None else []

    def _joined(self, sentence: int, token: Token, kinds: frozenset[ActorKind], wanted: int) -> list[Draft]:
        """Those joined after "between" in a sentence, of the right kind; for countries, theirs."""
        found = self.named.between(sentence, token, wanted)
        if kinds == STATES:
            found = [s for d in found if d.country and (s := self.cast.state_by_code(d.country)) is not None]
        return found if len(found) == wanted and all(d.kind in kinds or d.kind == "population" for d in found) else []

    def _office(self, token: Token) -> str:
        """The office that a word for several says they hold, "" where it says none."""
        return plural_of(token) if plural_of(token) in OFFICES else ""

    def _who_met(self, token: Token, kinds: frozenset[ActorKind], wanted: int) -> list[Draft]:
        """Those whom the head of a communiqué or readout names together, where they are as many; for countries, theirs."""
        people: frozenset[ActorKind] = kinds | STANDING if kinds == STATES else kinds
        for sentence in range(min(OPENING, token.sentence)):
            found = self.named.inside(sentence, token, people, office=self._office(token))
            if kinds == STATES:
                states = [self.cast.state_by_code(c) for c in dict.fromkeys(d.country for d in found) if c]
                found = [s for s in states if s is not None]
            if len(found) == wanted:
                return [self._by_name(d) for d in found]
        return []

    def _by_name(self, draft: Draft) -> Draft:
        """Who holds by name, later in the text, the office that a title alone names ("THE PRESIDENT OF PERU")."""
        if draft.named or draft.title is None or draft.office_of is None:
            return draft
        same = [d for d in self.cast.drafts if d.named and d.title == draft.title and side(d) == side(draft)]
        return same[0] if len(same) == 1 else draft

    def _pointed(self, token: Token) -> list[Draft]:
        """The first or the last of the two that stand before in one phrase, or of the only two in the sentence."""
        if tree.child(self.reading, token.index, "det") is None or token.dep in {"amod", "compound", "nmod"}:
            return []
        if pair := self._last_two(token):
            return [pair[0 if token.text.lower() == "former" else 1]]
        for sentence in range(token.sentence, max(-1, token.sentence - REACH), -1):
            found = self.named.inside(sentence, token, ANYBODY, sided=False)
            pair = found if len(found) == 2 else self.named.coordinated(sentence, token, found, 2)
            if len(pair) == 2:
                return [pair[0 if token.text.lower() == "former" else 1]]
        return []

    def _last_two(self, token: Token) -> list[Draft]:
        """The subjects of the last two clauses before, where they are two ("Mr. Kang asked ...; Mr. Sato declined. The former ...")."""
        first = self.reading.sentences[max(0, token.sentence - REACH)].first
        found: list[Draft] = []
        for index in range(token.index - 1, max(first, token.index - WINDOW) - 1, -1):
            here = self.reading.tokens[index]
            if here.dep not in {"nsubj", "nsubjpass"} or here.text.lower() in POINTERS or here.tag in {"PRP", "WP", "WDT", "EX"}:
                continue
            members = [d for d in ([self.cast.at(index)] if index in self.cast.by_head else []) if d is not None]
            members = [m for d in members for m in self.of(d, index)]
            row = [self.cast.at(t.index) for t in tree.conjuncts(self.reading, index)]
            joined = [d for d in dict.fromkeys(row) if d is not None]
            if len(joined) == 2 or len(members) == 2:
                return joined if len(joined) == 2 else members
            found = [*(m for m in members if m not in found), *found]
            if len(found) >= 2:
                return found if len(found) == 2 else []
        return []

    def _wanted(self, token: Token) -> int:
        """How many a set has: by its number or "both"; two for "the sides", "the parties" and "the leaders"; 0 where it is no set."""
        if not plural_of(token) or not self._beside(token) & {"the", "both", "these", "those", "all"}:
            return 0
        return self._number(token) or (2 if plural_of(token) in {"side", "party"} | OFFICES and "all" not in self._beside(token) else 0)

    def _number(self, token: Token) -> int:
        return next((_NUMBERS[w] for w in self._beside(token) if w in _NUMBERS), 0)

    def _beside(self, token: Token) -> set[str]:
        return {t.text.lower() for t in tree.children(self.reading, token.index, "nummod", "det", "predet", "amod")}
