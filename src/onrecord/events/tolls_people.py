"""A noun phrase -> how many people it counts, and of whom: soldiers or civilians, and whose."""

from dataclasses import dataclass, replace

from onrecord.events.event import TollOf
from onrecord.events.tolls_numbers import Figure, few_of
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children, conjuncts, subtree
from onrecord.resources.tolls import TollWords
from onrecord.span import Span, cover

COUNTERS = frozenset(
    [
        "number",
        "group",
        "total",
        "dozen",
        "dozens",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "score",
        "scores",
        "couple",
        "pair",
        "handful",
        "majority",
        "million",
        "estimate",
        "team",
        "family",
        "crew",
        "rest",
        "some",
        "few",
        "many",
        "several",
        "each",
        "band",
        "half",
        "most",
    ]
)
ONE_PERSON = frozenset(["he", "she", "him", "her", "i", "me", "himself", "herself", "somebody", "someone", "one"])
NOBODY = frozenset(["nobody", "none", "neither"])
ASIDE = frozenset({"relcl", "acl", "appos", "cc", "conj", "advcl", "punct", "prep"})
"""What a noun phrase's words for a count do not include."""
SUFFIXES = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ee", "ant", "child", "ite", "boy", "girl", "eer")


@dataclass(frozen=True, slots=True)
class Counted:
    """People a noun phrase counts: least and greatest (None: not said), of whom, the words, and the head token."""

    low: int | None
    high: int | None
    of: TollOf
    span: Span
    head: int
    whose: Span | None = None
    figured: bool = True


def counted(reading: Reading, head: Token, numbers: dict[int, Figure], words: TollWords, *, loose: bool) -> list[Counted]:
    """What a noun phrase and those coordinated with it count; nothing where they are no people. `loose`: a noun unknown to the lexicon is a person."""
    found = [_one(reading, token, numbers, words, loose) for token in conjuncts(reading, head.index)[:20]]
    people = [c for c in found if c is not None]
    return people[:1] if people and people[0].figured and not any(c.figured for c in people[1:]) and people[0].low != 1 else people


def undivided(people: list[Counted]) -> list[Counted]:
    """Groups without figures as one: of "servicemen and civilians dead and wounded" nobody says who of them is dead."""
    if len(people) < 2 or any(c.figured for c in people):
        return people
    of: TollOf = people[0].of if len({c.of for c in people}) == 1 else "mixed"
    return [replace(people[0], low=1, high=None, of=of, span=cover([c.span for c in people]))]


def _one(reading: Reading, head: Token, numbers: dict[int, Figure], words: TollWords, loose: bool) -> Counted | None:
    noun, holder = _counted_noun(reading, head)
    person = noun is not None and _is_person(reading, noun, words, loose)
    own = numbers.get(head.index)
    figure = own or _figure_of(reading, noun, numbers) or (_figure_of(reading, holder, numbers) if holder else None)
    if noun is not None and not person:
        return None
    if noun is None and own is None and head.text.lower() not in NOBODY | ONE_PERSON:
        return None
    low, high, figured = _amount(reading, head, noun, figure, words)
    if low is None and high is None:
        return None
    tokens = subtree(reading, head.index, without=ASIDE)
    span = cover([t.span for t in tokens] + ([noun.span] if noun else []))
    if figure is not None:
        span = cover([reading.tokens[figure.first].span, reading.tokens[figure.last - 1].span] + ([span] if noun else []))
    return Counted(low, high, _of(noun, words), span, head.index, _whose(reading, noun), figured)


def _counted_noun(reading: Reading, head: Token) -> tuple[Token | None, Token | None]:
    """The noun that is counted, past "a group of" and "dozens of", and the counter it was behind."""
    word = head.lemma.lower()
    if head.pos == "NUM" or word in COUNTERS or head.text.lower() in COUNTERS:
        of = next((t for t in children(reading, head.index, "prep") if t.text.lower() in ("of", "among")), None)
        inner = child(reading, of.index, "pobj") if of else None
        if inner is not None and inner.pos == "PRON" and head.pos == "NUM":
            return None, head  # "six of them"
        if inner is not None:
            return inner, head
        if head.pos == "NUM" or word not in ("group", "family", "team", "crew", "band"):
            return None, head
    return head, None


def _figure_of(reading: Reading, noun: Token | None, numbers: dict[int, Figure]) -> Figure | None:
    if noun is None:
        return None
    for t in children(reading, noun.index, "nummod", "amod", "quantmod", "compound", "nmod", "det"):
        if t.index < noun.index and (found := numbers.get(t.index)):
            return found
    left = noun.index - 1
    return numbers.get(left) if left >= 0 and reading.tokens[left].pos == "NUM" else None


def _is_person(reading: Reading, noun: Token, words: TollWords, loose: bool) -> bool:
    lemma, text = noun.lemma.lower(), noun.text.lower()
    known = words.people.get(lemma) or words.people.get(text)
    if known == "not-people":
        return False
    if known is not None or text in ONE_PERSON | NOBODY or noun.entity in ("PERSON", "NORP"):
        return True
    if noun.pos == "PRON" or noun.entity in ("GPE", "LOC", "ORG", "DATE", "TIME", "MONEY", "PERCENT", "FAC", "PRODUCT", "QUANTITY"):
        return False
    return loose or lemma.endswith(SUFFIXES)


def _amount(
    reading: Reading, head: Token, noun: Token | None, figure: Figure | None, words: TollWords
) -> tuple[int | None, int | None, bool]:
    if figure is not None:
        return figure.low, figure.high, True
    for token in (head, noun):
        if token is None:
            continue
        if token.text.lower() in NOBODY or any(t.text.lower() in ("no", "neither") for t in children(reading, token.index, "det")):
            return 0, 0, True
        for t in (token, *children(reading, token.index, "amod", "det", "nmod")):
            if (found := few_of(t)) is not None and t.text.lower() != "some":
                return found[0], found[1], True
    if noun is None:
        return (1, 1, False) if head.text.lower() in ONE_PERSON else (None, None, False)
    lemma = noun.lemma.lower()
    plural = (
        noun.tag in ("NNS", "NNPS")
        or words.people.get(noun.text.lower()) in ("groups",)
        or lemma in ("people", "police", "troop", "militia")
    )
    if plural:
        return 1, None, False
    one = any(t.text.lower() in ("a", "an") for t in children(reading, noun.index, "det"))
    return 1, 1, one and head.dep == "conj"


def _of(noun: Token | None, words: TollWords) -> TollOf:
    if noun is None:
        return "unknown"
    found = words.people.get(noun.lemma.lower()) or words.people.get(noun.text.lower())
    if found == "military":
        return "military"
    return "civilian" if found == "civilian" else "unknown"


def _whose(reading: Reading, noun: Token | None) -> Span | None:
    """The owner beside the noun: a demonym, a possessor ("Malian soldiers", "the army's men")."""
    if noun is None:
        return None
    for t in children(reading, noun.index, "amod", "compound", "nmod", "poss"):
        if t.dep == "poss" or t.text[:1].isupper():
            return cover([t.span, noun.span]) if t.dep != "poss" else t.span
    return None
