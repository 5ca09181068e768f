"""One phrase that names several: "Indian and Pakistani officials", "ministers of Chad and Niger", and "they" after it; and several that are one,
"women and children"."""

from bisect import bisect_left
from dataclasses import replace

from onrecord.basis import Basis, Reason
from onrecord.reading import tree
from onrecord.reading.mentions_phrases import complement, phrase
from onrecord.reading.mentions_words import country_at, words_of
from onrecord.reading.reading import Mention
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.draft import Draft
from onrecord.resolution.actors.named_before import POINTERS
from onrecord.resolution.actors.sides import OFFICES, Sides, plural_of
from onrecord.resolution.actors.wording import nominal_name
from onrecord.span import Span

MOST = 12
"""Steps up a parse, and earlier mentions of one actor, that are looked at."""
DEPTH = 20
"""Phrases that point to one another, as "they" to "the two sides", before the chain is given up."""
SEARCHED = 24
"""Tokens after "ministers" in which the list of whose they are is sought."""
_LINKS = frozenset({",", "and", "or", "&", "/", "-"})
_OFFICES = frozenset({"of", "the", "foreign", "affairs", "for", "and", "external", "relations", "defence", "defense", "interior", "state", "government", "governments", "armies", "republic", "heads", "permanent"})  # fmt: skip
"""Words between those who hold an office and the countries they hold it in."""
_PLURAL = frozenset({"they", "them", "both", "their", "themselves", "who"})


class Several:
    """The members of a phrase that stands for more than one actor."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.reading = cast, cast.reading
        self._words = words_of(cast.reading)
        self._made: dict[int, list[Draft]] = {}
        self._listed: dict[int, list[Draft]] = {}
        self._nominals: dict[int, list[Mention]] = {}
        self._sides = Sides(cast, self.of, self.listed)
        self._depth = 0

    def of(self, draft: Draft, head: int) -> list[Draft]:
        """The actors that a phrase stands for: its members where it names several, else the one it was taken for."""
        if draft.entry is not None or (draft.named and self._office(draft, head) is None):
            return [draft]
        if head not in self._made:
            if self._depth >= DEPTH:
                return [draft]
            self._depth += 1
            self._made[head] = self._by_nations(draft, head) or self._sides.members(draft, head) or self._as_before(draft, head) or [draft]
            self._depth -= 1
        return self._made[head]

    def _mention(self, draft: Draft, head: int) -> Mention | None:
        """The mention with this head, found without looking through all that one actor has."""
        index = self.cast.by_head.get(head, -1)
        if index >= 0:
            return self.reading.mentions[index]
        return next((m for m in draft.mentions[:MOST] if m.head == head), None)

    def _office(self, draft: Draft, head: int) -> int | None:
        """The office in the plural that opens a mention, which is nobody's name ("Ministers of Foreign Affairs of Chad and Niger")."""
        mention = self._mention(draft, head)
        if mention is None:
            return None
        tokens = self.reading.tokens[mention.first : min(mention.last, mention.first + 4)]
        return next((t.index for t in tokens if plural_of(t) in OFFICES), None)

    def listed(self, draft: Draft, head: int, office: int) -> list[Draft]:
        """One actor a nation of the list that follows an office in the plural, made once."""
        if office not in self._listed:
            mention = self._mention(draft, head)
            nations = self._nations_after(office) if mention is not None else []
            word = self.reading.tokens[office].text
            self._listed[office] = [
                self._one_of(draft, mention, code, f"{word} of {name}") for name, code in nations if mention is not None
            ]
        return self._listed[office]

    def pointed(self, head: int) -> list[Draft]:
        """Whom "the former" or "the latter" at a token stands for; empty where it is neither."""
        token = self.reading.tokens[head]
        return self._sides.members(Draft(token.text, "unknown", Basis("pointer")), head) if token.text.lower() in POINTERS else []

    def pair(self, head: int) -> list[Draft]:
        """The two whom a "they" stands for that points to no word for several; empty where it is none."""
        return self._sides.pair(self.reading.tokens[head])

    def _as_before(self, draft: Draft, head: int) -> list[Draft]:
        """Those that an earlier phrase for the same stood for: "they" after "the two leaders", "the ministers" after "the ministers of Chad and Niger"."""
        token = self.reading.tokens[head]
        if token.text.lower() not in _PLURAL and (not plural_of(token) or complement(self.reading, head, "of") is not None):
            return []
        if id(draft) not in self._nominals:
            self._nominals[id(draft)] = sorted((m for m in draft.mentions if m.form == "nominal"), key=lambda m: m.head)
        nominals = self._nominals[id(draft)]
        before = bisect_left(nominals, head, key=lambda m: m.head)
        for mention in reversed(nominals[max(0, before - MOST) : before]):
            if (found := self.of(draft, mention.head)) and found != [draft]:
                return found
        return []

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
        if (office := self._office(draft, head)) is not None and (found := self.listed(draft, head, office)):
            return found
        mention = self._mention(draft, head)
        if mention is None or mention.form != "nominal" or not (mention.plural or plural_of(token) or token.tag == "NNPS"):
            return []
        nations, rest = self._nations_before(head)
        if len(nations) > 1:
            return [self._one_of(draft, mention, code, f"{word} {rest}") for word, code in nations]
        after = complement(self.reading, head, "of", "from")
        states = [self.cast.at(t.index) for t in tree.conjuncts(self.reading, after.index)] if after is not None else []
        known = [s for s in states if s is not None and s.kind in {"state", "government"} and s.country]
        if len(known) > 1 and len(known) == len(states):
            return [self._one_of(draft, mention, s.country, f"{token.text} of {s.name}") for s in dict.fromkeys(known)]
        return self.listed(draft, head, head)

    def _nations_after(self, head: int) -> list[tuple[str, str]]:
        """The countries that follow an office in a list ("Ministers of Foreign Affairs of Chad, Mali and Niger"), however the parse hangs them."""
        tokens, text = self.reading.tokens, self.reading.document.text
        end = min(self.reading.sentences[tokens[head].sentence].last, head + SEARCHED)
        if head + 1 >= end or tokens[head + 1].text.lower() not in {"of", "for", "from"}:
            return []
        found: dict[str, str] = {}
        here = last = head + 1
        while here < end:
            hit = country_at(self.reading, self._words, self.cast.resources, here)
            code = self.cast.code_of(hit[0].ids[0]) if hit is not None and not hit[1] else None
            between = {t.text.lower() for t in tokens[last:here]}
            if hit is not None and code is not None:
                if between - (_LINKS | {"the", "of"} if found else _OFFICES | _LINKS):
                    break
                found.setdefault(code, " ".join(text[tokens[here].start : tokens[hit[0].last - 1].end].split()))
                here = last = hit[0].last
            elif here - last > 8:
                break
            else:
                here += 1
        return [(w, c) for c, w in found.items()] if len(found) > 1 else []

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
