"""Words for a set of those named before -> its members: "the two sides", "both countries", "the leaders", "the former", "the latter"."""

from collections.abc import Callable

from onrecord.reading import tree
from onrecord.reading.mentions_phrases import complement, owner, qualifiers
from onrecord.reading.reading import ActorKind, Token
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.draft import Draft
from onrecord.resolution.actors.offices import SPEAKERS

REACH = 3
"""Sentences back to which "the two sides" may reach."""
OPENING = 6
"""Sentences at the head of a readout or communiqué in which those who met are named."""
WINDOW = 300
"""Tokens of a sentence that are looked through for a set, so that a sentence without end stays bounded."""
MOST = 12
"""Mentions of a sentence that are looked at for a set; in a longer list nobody can say which two are meant."""
BODIES: frozenset[ActorKind] = frozenset({"state", "government", "armed_force", "organization", "party", "group"})
SETS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(("country", "nation", "state", "neighbour", "neighbor", "capital", "republic", "government", "power", "people"), frozenset({"state"})),
    **dict.fromkeys(("leader", "president", "minister", "premier", "man", "woman", "official", "diplomat", "politician", "general"), frozenset({"person"})),
    **dict.fromkeys(("side", "party", "rival", "foe", "enemy", "faction", "group", "belligerent", "camp", "delegation"), BODIES | {"person"}),
    **dict.fromkeys(("army", "force", "military"), frozenset({"armed_force"})),
}  # fmt: skip
"""Nouns for a set of those named before, by the kinds its members may have."""
OFFICES = frozenset({"leader", "president", "minister", "premier"})
"""Nouns that stand for the two named before without a number too ("The presidents agreed")."""
ANYBODY: frozenset[ActorKind] = BODIES | {"person", "media", "population"}
POINTERS = frozenset({"former", "latter"})
STANDING: frozenset[ActorKind] = frozenset({"person", "government"})
OF_STATES: frozenset[ActorKind] = frozenset({"state", "government", "armed_force", "person"})
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
        if not found or {_side(d) for d in found} == {_side(d) for d in met}:
            return met or found or (self._of_that_office(draft, token) if office else [])
        return found

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
        """As many as wanted in the nearest sentence that has so many, or in those that have fewer together."""
        together: list[Draft] = []
        for sentence in range(token.sentence, max(-1, token.sentence - REACH - 1), -1):
            found = self._named_in(sentence, token, kinds)
            if len(found) == wanted:
                return found
            if len(found) > wanted:
                return self._coordinated(sentence, token, found, wanted)
            together = _apart([*found, *together])
            if len(together) == wanted:
                return together
        return []

    def _who_met(self, token: Token, kinds: frozenset[ActorKind], wanted: int) -> list[Draft]:
        """Those whom the head of a communiqué or readout names together, where they are as many; for countries, theirs."""
        people: frozenset[ActorKind] = kinds | STANDING if kinds == {"state"} else kinds
        for sentence in range(min(OPENING, token.sentence)):
            found = self._named_in(sentence, token, people)
            if kinds == {"state"}:
                states = [self.cast.state_by_code(c) for c in dict.fromkeys(d.country for d in found) if c]
                found = [s for s in states if s is not None]
            if len(found) == wanted:
                return [self._by_name(d) for d in found]
        return []

    def _by_name(self, draft: Draft) -> Draft:
        """Who holds by name, later in the text, the office that a title alone names ("THE PRESIDENT OF PERU")."""
        if draft.named or draft.title is None or draft.office_of is None:
            return draft
        same = [d for d in self.cast.drafts if d.named and d.title == draft.title and _side(d) == _side(draft)]
        return same[0] if len(same) == 1 else draft

    def _pointed(self, token: Token) -> list[Draft]:
        """The first or the last of the two that stand before in one phrase, or of the only two in the sentence."""
        if tree.child(self.reading, token.index, "det") is None or token.dep in {"amod", "compound", "nmod"}:
            return []
        if pair := self._last_two(token):
            return [pair[0 if token.text.lower() == "former" else 1]]
        for sentence in range(token.sentence, max(-1, token.sentence - REACH), -1):
            found = self._named_in(sentence, token, ANYBODY, sided=False)
            pair = found if len(found) == 2 else self._coordinated(sentence, token, found, 2)
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

    def _named_in(self, sentence: int, token: Token, kinds: frozenset[ActorKind], *, sided: bool = True) -> list[Draft]:
        """Those of the right kind named in a sentence before a token; for states, whoever's country is named too. `sided`: only who may be a side."""
        near = [(i, d) for i in self._heads(sentence, token) if (d := self.cast.at(i)) is not None and self._by_itself(i)]
        members = [m for i, d in near for m in self.of(d, i)]
        if kinds == {"state"}:
            codes = dict.fromkeys(m.country for m in members if m.country and m.kind not in {"person", "group", "media", "unknown"})
            states = [self.cast.state_by_code(c) for c in codes if c]
            return [s for s in states if s is not None]
        known = [m for m in members if m.kind in kinds and (m.entry or m.country or m.named) and (not sided or self._takes_sides(m, near))]
        held = {id(m.office_of) for m in known if m.office_of is not None} if "person" in kinds else set()
        found = _apart([m for m in dict.fromkeys(known) if id(m) not in held])
        titled = [m for m in found if m.title and m.title.replace("-", "_").split("_")[-1] == plural_of(token)]
        return titled if titled and plural_of(token) in OFFICES else found

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

    def _coordinated(self, sentence: int, token: Token, found: list[Draft], wanted: int) -> list[Draft]:
        """Of more than fit in a sentence, those that one phrase of it coordinates."""
        for head in self._heads(sentence, token):
            row = [self.cast.at(t.index) for t in tree.conjuncts(self.reading, head)]
            inside = [d for d in dict.fromkeys(row) if d in found]
            if len(inside) == wanted:
                return [d for d in inside if d is not None]
        return []


def _side(draft: Draft) -> object:
    """What tells one side from another: the country of a state, its bodies and its officers; anybody else is a side by himself."""
    return draft.country if draft.country and draft.kind in OF_STATES else id(draft)


def _apart(found: list[Draft]) -> list[Draft]:
    """Those found, the first of each side: a state, its army and its president are one, two persons are two."""
    kept: list[Draft] = []
    for draft in found:
        same = next((d for d in kept if d is draft or (_side(d) == _side(draft) and not (d.kind == draft.kind == "person"))), None)
        if same is None:
            kept.append(draft)
    return kept
