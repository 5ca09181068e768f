"""A token in a role -> the actor who stands there: a mention, who a pronoun is, whose thing it is, what capital stands for what state."""

from onrecord.basis import Basis
from onrecord.events.arguments_phrases import of_class, takes_forces
from onrecord.reading import tree
from onrecord.reading.mentions_phrases import NOT_THE_OWNERS, Phrase, complement, determined, owner, phrase, qualifiers
from onrecord.reading.reading import Mention, Reading, Token
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.deixis import PLURAL, SECOND, SINGULAR, Deixis, stands_for, subject_who
from onrecord.resolution.actors.doers import ISSUING, PAPERS, is_doer
from onrecord.resolution.actors.draft import Draft
from onrecord.span import Span

STATE_FORCES = frozenset({"police", "army", "military", "navy", "gendarmerie"})
TRAVELLING = frozenset({"convoy", "caravan", "motorcade", "flotilla", "trawler", "launch"})
"""Nouns for those who travel together, and their craft."""
NEAR = 200
"""Mentions before a word that are looked through for whom it stands for."""
WINDOW = 300
"""Tokens before a word that are looked through, so that a sentence without end stays bounded."""
PAPERS_BACK = 3
"""Sentences back to which "the statement" takes up the last statement."""

_READING = frozenset({"see", "obtain", "read", "review", "view", "receive", "acquire", "hold", "leak", "quote", "cite", "examine", "inspect", "verify", "authenticate", "access", "seize", "find", "reject", "address", "share", "intercept"})  # fmt: skip
"""What is done to a paper by somebody who is not its author."""


def _may_be_place(draft: Draft) -> bool:
    """Whether nothing but the shape of a name says that it is somebody."""
    return draft.kind in {"unknown", "person"} and draft.title is None and draft.entry is None and draft.named


class Standing:
    """Who stands at a token."""

    def __init__(self, reading: Reading, cast: Cast, deixis: Deixis) -> None:
        self.reading, self.cast, self.deixis = reading, cast, deixis
        self._pointed: set[int] = set()

    def at(self, head: int, *, owned: bool = True, depth: int = 0) -> Draft | None:
        """The actor at a token, or None where nobody stands there. `owned` lets a thing stand for its owner ("a Moroccan note")."""
        if depth > 4:
            return None
        token = subject_who(self.reading, self.reading.tokens[head])
        if token.index != head:
            return self.at(token.index, owned=owned, depth=depth + 1)
        word = token.text.lower()
        if word in SINGULAR | PLURAL | SECOND and token.tag in {"PRP", "PRP$"}:
            return self.deixis.resolve(token)
        draft = self.cast.at(head)
        if token.lemma.lower() in PAPERS and (draft is None or draft.kind == "unknown"):
            return self.author_of(token, depth)
        if (state := self._building(token)) is not None:
            return self._absorbed(state, draft, token)
        if draft is None and (state := self._demonym_alone(token)) is not None:
            return state
        if draft is not None and _may_be_place(draft) and (state := self.metonym(token)) is not None:
            return self._absorbed(state, draft, token)
        if draft is not None and not (draft.kind == "unknown" and head in self.cast.place_at):
            if all(m.form == "pronoun" for m in draft.mentions):
                return self._paper_behind(token, depth) if word in {"it", "its"} else None
            return self._own(token, draft)
        return self._without_mention(token, owned=owned, depth=depth)

    def _without_mention(self, token: Token, *, owned: bool, depth: int) -> Draft | None:
        if (state := self.metonym(token)) is not None:
            return self._absorbed(state, None, token)
        if token.index in self.cast.place_at:
            return None
        if token.lemma.lower() in PAPERS:
            return self.author_of(token, depth)
        if is_doer(token):
            kind = "group" if token.tag in {"NNS", "NNPS"} else "person"
            return self.cast.unnamed(token.index, kind, "noun-for-a-doer")  # type: ignore[arg-type]
        if of_class(token, self.cast.resources.noun_classes, "party") and token.dep in {"compound", "amod", "nmod"}:
            return self._of_forces(token)
        found = self.owner_of(token, depth) if owned else None
        return found or (
            self.cast.unnamed(token.index, "group", "people-who-travel-together") if token.lemma.lower() in TRAVELLING else None
        )

    def _of_forces(self, token: Token) -> Draft:
        """Whose forces a word before a thing names ("police van"): those last spoken of by that word, else somebody of no other name."""
        word = token.lemma.lower()
        first = self.cast.first_from(token.start)
        for mention in reversed(self.reading.mentions[max(0, first - NEAR) : first]):
            if (
                mention.form == "nominal"
                and self.reading.tokens[mention.head].lemma.lower() == word
                and (draft := self.cast.at(mention.head))
            ):
                return draft
        return self.cast.unnamed(token.index, "armed_force" if word in STATE_FORCES else "group", "forces-before-a-thing")

    def _own(self, token: Token, draft: Draft) -> Draft:
        """The same actor, with the country of whoever it belongs to by a pronoun ("our patrol", "its garrison"); "the country" is the last named."""
        if draft.kind == "state" and not draft.named and draft.country is None and (state := self._country_before(token)) is not None:
            return self._absorbed(state, draft, token)
        possessor = owner(self.reading, token.index)
        foreign = token.lemma.lower() in NOT_THE_OWNERS
        if draft.country is None and possessor is not None and draft.kind not in {"organization", "unknown"} and not foreign:
            holder = self.at(possessor.index, depth=3)
            if draft.kind == "state" and holder is not None and (state := stands_for(self.cast, holder)).kind == "state":
                return self._absorbed(state, draft, token)
            if holder is not None and holder is not draft:
                draft.country = stands_for(self.cast, holder).country or holder.country
        return draft

    def _country_before(self, token: Token) -> Draft | None:
        """The state that "the country" or "the nation" stands for: the one country that was last named, by whatever word, up to two sentences back."""
        if token.lemma.lower() not in {"country", "nation"} or token.tag != "NN" or determined(self.reading, token.index) != "definite":
            return None
        if complement(self.reading, token.index, "of") is not None or qualifiers(self.reading, token.index):
            return None
        for number in range(token.sentence, max(-1, token.sentence - 3), -1):
            where = self.reading.sentences[number]
            codes = {
                p.country
                for i in range(max(where.first, min(where.last, token.index) - WINDOW), min(where.last, token.index))
                if (p := self.cast.place_at.get(i)) and p.outcome == "resolved"
            }
            if codes - {None}:
                code = next(iter(codes))
                return self.cast.state_by_code(code) if len(codes) == 1 and code else None
        return None

    def _absorbed(self, state: Draft, draft: Draft | None, token: Token, *, alone: bool = False) -> Draft:
        """The state with the words that stand for it among its mentions, taken from the actor they had been read as."""
        if draft is not None and draft is not state:
            state.mentions += [m for m in draft.mentions if m not in state.mentions]
            self.cast.replace(draft, state)
        elif draft is None and token.index not in self._pointed:
            self._pointed.add(token.index)
            span = Phrase(token.index, token.index, token.index + 1, token.index + 1) if alone else phrase(self.reading, token.index)
            words = Span(self.reading.tokens[span.first].start, self.reading.tokens[span.core - 1].end)
            state.mentions.append(Mention(words, "name", token.index, span.first, span.core, "state", Basis("place-for-its-government")))
        return state

    def _demonym_alone(self, token: Token) -> Draft | None:
        """The state whose demonym an argument is by itself ("Romanian" of "Romanian ports")."""
        return self._by_demonym(token) if token.dep in {"amod", "compound", "nmod", "poss"} else None

    def _building(self, token: Token) -> Draft | None:
        """The state whose government a building, street or quarter stands for."""
        if token.pos != "PROPN":
            return None
        span = phrase(self.reading, token.index)
        text = self.reading.document.text
        name = text[self.reading.tokens[span.first].start : self.reading.tokens[span.core - 1].end]
        building = self.cast.resources.countries.by_metonym(name)
        return self.cast.state(building.country) if building is not None else None

    def metonym(self, token: Token) -> Draft | None:
        """The state that a capital, a seat of government or a building stands for."""
        place = self.cast.place_at.get(token.index)
        countries, text = self.cast.resources.countries, self.reading.document.text
        if place is not None:
            if place.feature == "country" and place.country:
                return self.cast.state_by_code(place.country)
            name = place.span.of(text)
        elif token.pos == "PROPN":
            span = phrase(self.reading, token.index)
            name = text[self.reading.tokens[span.first].start : self.reading.tokens[span.core - 1].end]
        else:
            return None
        seat = countries.by_seat(name)
        if seat is None or (place is not None and place.country and seat.code != place.country):
            return None
        return self.cast.state(seat.id)

    def owner_of(self, token: Token, depth: int = 0) -> Draft | None:
        """Whose a thing is: by possessor, by demonym or name before it, by "of" and "by" after it."""
        possessor = owner(self.reading, token.index)
        if possessor is not None and (found := self.at(possessor.index, owned=False, depth=depth + 1)) is not None:
            return found
        for qualifier in reversed(qualifiers(self.reading, token.index)):
            draft = self.cast.at(qualifier.index)
            if draft is not None and draft.kind != "person" and draft.kind != "unknown":
                return draft
            found = self._by_demonym(qualifier)
            if found is not None:
                return found
            if of_class(qualifier, self.cast.resources.noun_classes, "party") and takes_forces(token, self.cast.resources.noun_classes):
                return self._of_forces(qualifier)
        after = complement(self.reading, token.index, "of", "by", "from", "with", "against")
        if after is None:
            return None
        place = self.cast.place_at.get(after.index)
        if place is None or place.feature == "country":
            return self.at(after.index, owned=False, depth=depth + 1)
        return self.metonym(after) if token.lemma.lower() in PAPERS else None

    def _by_demonym(self, token: Token) -> Draft | None:
        country = self.cast.named_country(token.index)
        return self._absorbed(self.cast.state(country.id), None, token, alone=True) if country is not None else None

    def only_read(self, head: int) -> bool:
        """Whether a phrase tells of a paper only who read it, and of nobody who wrote it ("a memo seen by the Post")."""
        paper = self.reading.tokens[head].lemma.lower() in PAPERS
        return paper and any(c.lemma.lower() in _READING for c in tree.children(self.reading, head, "acl"))

    def author_of(self, token: Token, depth: int = 0) -> Draft | None:
        """Who wrote a paper: "signed by", "of", "from", "by", its possessor or the demonym before it."""
        for clause in tree.children(self.reading, token.index, "acl"):
            if clause.lemma.lower() in _READING:
                continue  # "a memo seen by the Post": he who reads a paper has not written it
            for agent in tree.children(self.reading, clause.index, "agent", "prep"):
                by = tree.child(self.reading, agent.index, "pobj")
                if agent.text.lower() in {"by", "from"} and by is not None:
                    return self.at(by.index, depth=depth + 1)
        return (
            self.owner_of(token, depth + 1)
            or self._issuer_of(token, depth)
            or self._says_in(token, depth)
            or self._same_paper(token, depth)
        )

    def _says_in(self, token: Token, depth: int) -> Draft | None:
        """Who says something "in a statement": the subject of the verb that the phrase stands with."""
        above = self.reading.tokens[token.head]
        verb = self.reading.tokens[above.head]
        if token.dep != "pobj" or above.text.lower() not in {"in", "by", "through"} or verb.pos != "VERB":
            return None
        subject = tree.child(self.reading, verb.index, "nsubj")
        return self.at(subject.index, depth=depth + 1) if subject is not None and subject.index != token.index else None

    def _same_paper(self, token: Token, depth: int) -> Draft | None:
        """The author of the last paper of that name before, which "the statement" takes up."""
        if determined(self.reading, token.index) != "definite" or depth > 1:
            return None
        first = self.reading.sentences[max(0, token.sentence - PAPERS_BACK)].first
        for other in reversed(self.reading.tokens[max(first, token.index - WINDOW) : token.index]):
            if other.pos == "NOUN" and other.lemma.lower() == token.lemma.lower():
                return self.author_of(other, depth + 1)
        return None

    def _issuer_of(self, token: Token, depth: int) -> Draft | None:
        """The subject of the verb that issues a paper ("the council voted to adopt a resolution")."""
        verb = self.reading.tokens[token.head]
        if token.dep != "dobj" or verb.lemma not in ISSUING:
            return None
        for _ in range(3):
            subject = tree.child(self.reading, verb.index, "nsubj")
            if subject is not None:
                return self.at(subject.index, depth=depth + 1)
            if verb.dep not in {"xcomp", "conj", "advcl"}:
                return None
            verb = self.reading.tokens[verb.head]
        return None

    def _paper_behind(self, token: Token, depth: int) -> Draft | None:
        """The author of the last paper before an "it" that speaks ("a letter from X. It asks ...")."""
        first = self.reading.sentences[max(0, token.sentence - 1)].first
        for other in reversed(self.reading.tokens[first : token.index]):
            if other.pos == "NOUN" and other.lemma.lower() in PAPERS:
                return self.author_of(other, depth + 1)
        return None
