"""A head token -> its noun phrase's span, its coordinated fellows, whether it can act, and who owns it."""

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.events.arguments_slots import fillers, support_clause
from onrecord.events.arguments_subjects import Filler, deep_subject
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.countries import Countries
from onrecord.resources.noun_classes import NounClasses
from onrecord.span import Span

LIST_LIMIT = 200
"""Members of one list that become arguments; a longer list is a table."""

_OUTSIDE = frozenset({"relcl", "acl", "conj", "cc", "appos", "parataxis", "advcl", "ccomp", "preconj", "dep"})
_MODIFIERS = frozenset({"amod", "nmod", "compound", "nummod", "poss"})
_EDGE = frozenset({"punct", "cc", "preconj", "case"})
_THINGS = ("weapon", "nature", "land", "property", "goods", "abstract", "accord", "measure", "talks", "tie", "truce", "text")
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ity|ism|ance|ence|ship|hood|ure|ing)$")
_PERSON = re.compile(r"(?:er|or|ist|ian|man|men|woman|women|ee|ant|people|folk)s?$")
_PRONOUNS = frozenset({"who", "those", "some", "many", "both", "all", "several", "others", "nobody", "everyone", "none"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_YEAR = re.compile(r"[12]\d{3}")
_PARTS = frozenset(
    {
        "number", "group", "member", "dozen", "hundred", "thousand", "score", "majority", "rest", "part", "half", "third", "quarter", "lot",
        "handful", "couple", "pair", "series", "most", "some", "many", "all", "both", "two", "three", "one", "several", "million", "none", "each",
    }
)  # fmt: skip


_HARMED = frozenset({"migrant", "refugee", "protester"})
"""Parties that before a deed are whom it fell on ("refugee killings")."""
_UNITS = frozenset({"deployment", "contingent", "batch", "consignment", "detachment", "influx", "trickle"})
"""Words of measure that are no people themselves."""


def coordinated(reading: Reading, index: int) -> list[Token]:
    """A token and those coordinated with it, in text order, at most LIST_LIMIT of them."""
    return list(islice(_conjuncts(reading, index), LIST_LIMIT))


def _conjuncts(reading: Reading, index: int) -> Iterator[Token]:
    queue, seen = [index], {index}
    while queue:
        here = queue.pop(0)
        yield reading.tokens[here]
        for token in children(reading, here, "conj"):
            if token.index not in seen and token.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"):
                seen.add(token.index)
                queue.append(token.index)


def measured(reading: Reading, token: Token) -> Token:
    """What a word of measure measures where it only counts it ("a deployment of troops": troops); else the token itself."""
    if token.lemma.lower() not in _UNITS:
        return token
    of = next((p for p in children(reading, token.index, "prep") if p.lemma == "of"), None)
    held = child(reading, of.index, "pobj") if of is not None else None
    return token if held is None else held


def nations(reading: Reading, token: Token, countries: Countries) -> list[Token]:
    """The nations of a noun for several: "Kenyan and Ugandan workers", "the ministers of Chad and Niger"; empty where there are not two different ones."""
    of = next((p for p in children(reading, token.index, "prep") if p.lemma == "of"), None) if token.lemma.lower() in _PARTS else None
    if of is not None and (held := child(reading, of.index, "pobj")) is not None:
        return nations(reading, held, countries) if held.index > token.index else []
    if token.tag not in ("NNS", "NNPS") and not (token.tag == "NNP" and token.text.endswith("ers")):
        return []
    for first in children(reading, token.index, "amod", "nmod", "compound"):
        found = [t for t in coordinated(reading, first.index) if t.index < token.index and t.text[:1].isupper()]
        if _all_countries(found, countries):
            return found
    of = next((p for p in children(reading, token.index, "prep") if p.lemma == "of"), None)
    held = child(reading, of.index, "pobj") if of is not None else None
    found = coordinated(reading, held.index) if held is not None else []
    return found if _all_countries(found, countries) else []


def _all_countries(tokens: list[Token], countries: Countries) -> bool:
    """Whether the words are two or more countries, each another."""
    known = [match.country.id for t in tokens if (match := countries.lookup(t.text)) is not None]
    return len(tokens) == len(known) > 1 and len(set(known)) == len(known)


def phrase_span(reading: Reading, index: int) -> Span:
    """The span of a noun phrase: its words with determiners, modifiers and of-phrases, without relative clauses, apposition and fellows."""
    inside = _inside(reading, index)
    position = next(n for n, t in enumerate(inside) if t.index == index)
    first = last = position
    while first > 0 and inside[first - 1].index == inside[first].index - 1:
        first -= 1
    while last + 1 < len(inside) and inside[last + 1].index == inside[last].index + 1:
        last += 1
    last = _without_locatives(reading, inside, position, last)
    while first < position and inside[first].dep in _EDGE:
        first += 1
    while last > position and inside[last].dep in _EDGE:
        last -= 1
    return Span(inside[first].start, inside[last].end)


def _inside(reading: Reading, index: int) -> list[Token]:
    """The tokens of a noun phrase in text order; fellows of a modifier stay with it ("Kenyan and Ugandan workers")."""
    found, stack = [], [(index, False)]
    while stack:
        here, modifying = stack.pop()
        found.append(here)
        for inner in children(reading, here):
            if modifying or (inner.dep not in _OUTSIDE and not (inner.dep == "prep" and child(reading, inner.index, "pcomp") is not None)):
                stack.append((inner.index, modifying or inner.dep in _MODIFIERS))
    return [reading.tokens[i] for i in sorted(found)]


def _without_locatives(reading: Reading, inside: list[Token], position: int, last: int) -> int:
    """The last place before a phrase on the noun that says how, when or against whom rather than who."""
    head = inside[position].index
    for n in range(position + 1, last + 1):
        token = inside[n]
        if token.head == head and token.dep == "prep" and token.lemma.lower() not in ("of", "for", "from", "in", "at"):
            return n - 1
    return last


def of_class(token: Token, classes: NounClasses, *names: str) -> bool:
    """Whether the token's lemma is in one of the classes."""
    lemma, text = token.lemma.lower(), token.text.lower()
    return any(lemma in classes[n] or text in classes[n] for n in names)


def can_act(reading: Reading, token: Token, classes: NounClasses) -> bool:
    """Whether a phrase can name somebody: not a thing, an act or a time; a noun that no class knows gets the benefit of the doubt."""
    if names_actor(reading, token, classes):
        return True
    if token.pos not in ("NOUN", "ADJ", "X") or of_class(token, classes, *_THINGS):
        return False
    if token.pos == "ADJ":
        return child(reading, token.index, "det") is not None
    return not _ABSTRACT.search(token.lemma.lower())


def names_actor(reading: Reading, token: Token, classes: NounClasses) -> bool:
    """Whether a phrase's own words show that it names somebody: a person, a body, a country, or a pronoun for one."""
    lemma = token.lemma.lower()
    if token.pos == "PRON":
        return token.tag in ("PRP", "PRP$", "WP") or lemma in _PRONOUNS
    if token.entity in _TIMES or (token.pos == "NUM" and _YEAR.fullmatch(token.text)):
        return False
    if token.pos in ("PROPN", "NUM") or token.entity in ("PERSON", "NORP", "ORG", "GPE"):
        return True
    if of_class(token, classes, "people", "forces", "diplomat", "captive", "media"):
        return True
    if lemma == "element" and any(
        of_class(t, classes, "party", "outlaw") for t in children(reading, token.index, "amod", "compound", "nmod")
    ):
        return True
    if lemma == "office" and child(reading, token.index, "poss") is not None:
        return True
    if token.pos == "ADJ":
        return token.text[:1].isupper()
    if lemma in _PARTS and child(reading, token.index, "prep") is not None:
        return True
    return token.pos == "NOUN" and bool(_PERSON.search(lemma)) and not of_class(token, classes, *_THINGS)


def owners(reading: Reading, token: Token, classes: NounClasses) -> list[Filler]:
    """Who a thing, act or plan belongs to: its possessor, the name before it, or who it is by, from or of."""
    for slot in ("poss", "by", "demonym", "from", "of", "against", "on"):
        found = [f for f in fillers(reading, token.index, "noun", slot) if can_act(reading, f.token, classes) and _own(reading, f, token)]
        if found:
            return [Filler(f.token, f"owner-{f.rule}") for f in found]
        if slot == "demonym" and (held := forces_before(reading, token, classes)) is not None:
            return [Filler(held, "owner-forces-before-noun")]
    if of_class(token, classes, "home"):
        found = [f for f in fillers(reading, token.index, "noun", "for") if can_act(reading, f.token, classes)]
        if found:
            return [Filler(f.token, f"owner-{f.rule}") for f in found]
    for inner in children(reading, token.index, "prep"):
        # "reports of torture by police": one step down
        held = child(reading, inner.index, "pobj")
        if held is not None and inner.lemma in ("of", "on", "over", "for", "in") and held.pos == "NOUN":
            for slot in ("poss", "by", "demonym"):
                found = [f for f in fillers(reading, held.index, "noun", slot) if can_act(reading, f.token, classes)]
                if found:
                    return [Filler(f.token, f"owner-{f.rule}") for f in found]
    return []


def forces_before(reading: Reading, token: Token, classes: NounClasses) -> Token | None:
    """The word before a place or craft that says whose forces it is of ("police van", "rebel positions", "military outposts"; not "military aid")."""
    if not takes_forces(token, classes):
        return None
    before = (t for t in children(reading, token.index, "compound", "amod", "nmod") if of_class(t, classes, "party"))
    return next((t for t in before if not (of_class(token, classes, "deed") and t.lemma.lower() in _HARMED)), None)


def takes_forces(token: Token, classes: NounClasses) -> bool:
    """Whether a noun is for a place or craft that forces hold, or for a deed of theirs ("coalition air strikes", "army shelling")."""
    return of_class(token, classes, "deed") or (
        of_class(token, classes, "land", "platform", "weapon", "property") and not of_class(token, classes, "goods")
    )


def tellers(reading: Reading, token: Token, classes: NounClasses) -> list[Filler]:
    """Who did an act, as the clause on its noun says: "the raid that rebels staged"."""
    clause = support_clause(reading, token.index)
    doer = deep_subject(reading, clause) if clause is not None else None
    return [Filler(doer.token, "owner-of-clause")] if doer is not None and can_act(reading, doer.token, classes) else []


def _own(reading: Reading, filler: Filler, token: Token) -> bool:
    """Whether a phrase hangs on the thing itself, not on the verb it stands with ("the camp was attacked by militiamen")."""
    preposition = reading.tokens[filler.token.head]
    return preposition.pos != "ADP" or preposition.head != token.head or token.head == token.index


def authors(reading: Reading, token: Token, classes: NounClasses) -> list[Filler]:
    """Who speaks in a text: its possessor, or whom it is by, from or signed by."""
    for slot in ("poss", "by", "from", "demonym"):
        found = [f for f in fillers(reading, token.index, "noun", slot) if can_act(reading, f.token, classes)]
        if found:
            return [Filler(f.token, f"author-{f.rule}") for f in found]
    for clause in children(reading, token.index, "acl"):
        for preposition in children(reading, clause.index, "agent", "prep"):
            held = child(reading, preposition.index, "pobj")
            if preposition.lemma == "by" and held is not None and can_act(reading, held, classes):
                return [Filler(held, "author-by-phrase")]
    return []
