"""One phrase that names several: "Indian and Pakistani officials", "the two sides", "both countries"; and several that are one, "women and children"."""

from dataclasses import replace

from onrecord.basis import Basis, Reason
from onrecord.reading import tree
from onrecord.reading.mentions_phrases import complement, owner, phrase, qualifiers
from onrecord.reading.mentions_words import country_at, words_of
from onrecord.reading.reading import ActorKind, Mention, Token
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.draft import Draft
from onrecord.resolution.actors.wording import nominal_name
from onrecord.span import Span

REACH = 3
"""Sentences back to which "the two sides" may reach."""
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
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_LINKS = frozenset({",", "and", "or", "&", "/", "-"})


class Several:
    """The members of a phrase that stands for more than one actor."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.reading = cast, cast.reading
        self._words = words_of(cast.reading)
        self._made: dict[int, list[Draft]] = {}

    def of(self, draft: Draft, head: int) -> list[Draft]:
        """The actors that a phrase stands for: its members where it names several, else the one it was taken for."""
        if draft.named or draft.entry is not None:
            return [draft]
        if head not in self._made:
            self._made[head] = self._by_nations(draft, head) or self._members(draft, head) or [draft]
        return self._made[head]

    def nation(self, head: int) -> list[Draft]:
        """The one of several nations that a word before their noun stands for ("Indian" in "Indian and Pakistani troops"); empty where it is none."""
        token, noun = self.reading.tokens[head], self.reading.tokens[head]
        for _ in range(MOST):
            if noun.dep not in {"amod", "compound", "nmod", "conj", "poss"} or noun.head == noun.index:
                break
            noun = self.reading.tokens[noun.head]
        draft = self.cast.at(noun.index) if noun.index > head else None
        country = self.cast.named_country(token.index) if draft is not None else None
        if draft is None or country is None:
            return []
        return [d for d in self.of(draft, noun.index) if d is not draft and d.country == country.code]

    def together(self, found: list[Draft], heads: dict[int, int]) -> list[Draft]:
        """The same actors, with people of no name who stand coordinated in one phrase taken for one ("three women and two children")."""
        people = [d for d in found if d.kind == "population" and not d.named and d.entry is None and id(d) in heads]
        if len(people) < 2 or len({d.country for d in people}) > 1:
            return found
        at = [heads[id(d)] for d in people]
        row = [t.index for t in tree.conjuncts(self.reading, min(at))]
        if not set(at) <= set(row):
            return found
        key = -1 - min(at)
        if key not in self._made:
            self._made[key] = [self._joined(people, min(at), max(at))]
        return [*(d for d in found if d not in people), *self._made[key]]

    def _joined(self, people: list[Draft], first: int, last: int) -> Draft:
        begin, end = phrase(self.reading, first), phrase(self.reading, last)
        tokens, text = self.reading.tokens, self.reading.document.text
        name = nominal_name(self.reading, first)
        start = tokens[first].end - len(name) if text[: tokens[first].end].endswith(name) else tokens[first].start
        span = Span(tokens[begin.first].start, tokens[end.last - 1].end)
        basis = Basis("people-coordinated")
        mention = Mention(span, "nominal", first, begin.first, end.last, "population", basis, plural=True)
        stop = tokens[end.core - 1].end
        if end.last > end.core and tokens[end.core].text.lower() == "of":
            stop = span.end
        elif (of := complement(self.reading, first, "of")) is not None and tokens[end.core : of.index + 1][:1] == (tokens[of.head],):
            stop = tokens[phrase(self.reading, of.index).last - 1].end
            span = Span(span.start, stop)
        made = replace(people[0], name=" ".join(text[start:stop].split()), basis=basis, mentions=[mention], used=False)
        for other in people[1:]:
            made.add_sectors(*other.sectors)
        self.cast.drafts.append(made)
        return made

    def _by_nations(self, draft: Draft, head: int) -> list[Draft]:
        """One actor a nation: "U.S. and Russian negotiators", "troops from Chad and Niger"."""
        token = self.reading.tokens[head]
        mention = next((m for m in draft.mentions if m.head == head and m.form == "nominal"), None)
        if mention is None or not (mention.plural or token.tag in {"NNS", "NNPS"}):
            return []
        nations, rest = self._nations_before(head)
        if len(nations) > 1:
            return [self._one_of(draft, mention, code, f"{word} {rest}") for word, code in nations]
        after = complement(self.reading, head, "of", "from")
        states = [self.cast.at(t.index) for t in tree.conjuncts(self.reading, after.index)] if after is not None else []
        known = [s for s in states if s is not None and s.kind == "state" and s.country]
        if len(known) > 1 and len(known) == len(states):
            return [self._one_of(draft, mention, s.country, f"{token.text} of {s.name}") for s in dict.fromkeys(known)]
        return []

    def _nations_before(self, head: int) -> tuple[list[tuple[str, str]], str]:
        """The countries coordinated before a head, as worded, and what follows them up to the head."""
        tokens, text = self.reading.tokens, self.reading.document.text
        found: list[tuple[str, str]] = []
        here, last = phrase(self.reading, head).first, 0
        while here < head:
            hit = country_at(self.reading, self._words, self.cast.resources, here)
            code = self.cast.code_of(hit[0].ids[0]) if hit is not None else None
            if hit is None or code is None or hit[0].last > head:
                here += 1
                continue
            between = {t.text.lower() for t in tokens[last:here]}
            if found and (not between or between - _LINKS):
                return [], ""
            found.append((text[tokens[here].start : tokens[hit[0].last - 1].end], code))
            here = last = hit[0].last
        if len({c for _, c in found}) < 2 or tokens[last].text.lower() in _LINKS:
            return [], ""
        return [(w, c) for c, w in {c: w for w, c in found}.items()], text[tokens[last].start : tokens[head].end]

    def _one_of(self, draft: Draft, mention: Mention, code: str | None, name: str) -> Draft:
        made = replace(
            draft, name=" ".join(name.split()), country=code, mentions=[mention], used=False,
            basis=Basis("one-of-several-nations", None, (Reason("nation-named", 1.0, code or ""),)),
        )  # fmt: skip
        self.cast.drafts.append(made)
        return made

    def _members(self, draft: Draft, head: int) -> list[Draft]:
        """Those named before whom "the two sides" or "both countries" stands for, where exactly as many fit."""
        token = self.reading.tokens[head]
        kinds = SETS.get(token.lemma.lower())
        wanted = self._wanted(token)
        if kinds is None or not wanted or draft.country or [q for q in qualifiers(self.reading, head) if q.pos == "PROPN"]:
            return []
        if owner(self.reading, head) is not None or complement(self.reading, head, "of", "to", "in", "from") is not None:
            return []
        for sentence in range(token.sentence, max(-1, token.sentence - REACH - 1), -1):
            found = self._named_in(sentence, head, kinds)
            if len(found) == wanted:
                return found
            if len(found) > wanted:
                return self._coordinated(found, wanted)
        return []

    def _wanted(self, token: Token) -> int:
        """How many a set has: by its number or "both"; two for "the sides" and "the parties"; 0 where it is no set."""
        beside = {t.text.lower() for t in tree.children(self.reading, token.index, "nummod", "det", "predet", "amod")}
        number = next((_NUMBERS[w] for w in beside if w in _NUMBERS), 0)
        definite = beside & {"the", "both", "these", "those"}
        if token.tag != "NNS" or not definite:
            return 0
        return number or (2 if token.lemma.lower() in {"side", "party"} else 0)

    def _named_in(self, sentence: int, head: int, kinds: frozenset[ActorKind]) -> list[Draft]:
        """Those of the right kind named in a sentence before a head; for states, whoever's country is named too."""
        where = self.reading.sentences[sentence]
        last = min(where.last, head)
        heads = [i for i in range(max(where.first, last - WINDOW), last) if i in self.cast.by_head][-MOST:]
        near = [(i, d) for i in heads if (d := self.cast.at(i)) is not None]
        members = [m for i, d in near for m in (self.of(d, i) if i != head else [])]
        if kinds == {"state"}:
            codes = dict.fromkeys(m.country for m in members if m.country and m.kind != "person")
            states = [self.cast.state_by_code(c) for c in codes if c]
            return [s for s in states if s is not None]
        known = [m for m in members if m.kind in kinds and (m.entry or m.country or m.named) and self._takes_sides(m, near)]
        held = {id(m.office_of) for m in known if m.office_of is not None} if "person" in kinds else set()
        return [m for m in dict.fromkeys(known) if id(m) not in held]

    def _takes_sides(self, draft: Draft, near: list[tuple[int, Draft]]) -> bool:
        """Whether somebody may be one of two sides: an international body only where it is joined to another ("the EU and Turkey")."""
        if not {"IGO", "NGO"} & set(draft.sectors):
            return True
        return any(d is draft and len(tree.conjuncts(self.reading, tree.first_conjunct(self.reading, i))) > 1 for i, d in near)

    def _coordinated(self, found: list[Draft], wanted: int) -> list[Draft]:
        """Of more than fit, those that one phrase coordinates."""
        for draft in found:
            for mention in draft.mentions:
                row = [self.cast.at(t.index) for t in tree.conjuncts(self.reading, mention.head)]
                inside = [d for d in dict.fromkeys(row) if d in found]
                if len(inside) == wanted:
                    return [d for d in inside if d is not None]
        return []
