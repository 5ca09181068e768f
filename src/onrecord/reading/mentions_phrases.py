"""Token -> the noun phrase it heads: where it begins, where its core ends, what it owns and what qualifies it."""

from bisect import bisect_right
from dataclasses import dataclass

from onrecord.reading import tree
from onrecord.reading.mentions_words import parted
from onrecord.reading.reading import Reading, Token
from onrecord.span import Span

BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "case", "neg"})
"""Relations of what may stand before a head inside its noun phrase."""
INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "quantmod"})
"""Relations in which a noun is part of another's phrase and heads none of its own."""
CUT = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "conj", "cc", "ccomp", "punct", "npadvmod"})
"""Branches that a mention leaves out."""
PLACING = frozenset({"in", "from", "at", "near", "on", "around", "outside", "inside"})
NOT_THE_OWNERS = frozenset(
    {"partner", "ally", "allies", "neighbour", "neighbor", "rival", "enemy", "foe", "adversary", "counterpart", "backer", "sponsor", "opponent",
     "patron", "creditor", "competitor", "captor", "occupier", "aggressor", "invader", "guest", "host", "visitor", "enemies"}
)  # fmt: skip
"""Nouns for those who are somebody's without being of his country ("Greece's partners")."""
SIDES = frozenset(
    [
        "backed",
        "led",
        "allied",
        "supported",
        "funded",
        "trained",
        "armed",
        "sponsored",
        "aligned",
        "controlled",
        "held",
        "occupied",
        "friendly",
        "brokered",
        "mediated",
        "supplied",
        "imposed",
    ]
)
"""Participles that follow a country's name and a hyphen without making anybody of that country."""
LIMIT = 60
"""Tokens a noun phrase may hold; a longer one is a list or a broken parse."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` up to but not including `last`; `core` is the index after the head's own words, before any "of" or "in"."""

    head: int
    first: int
    core: int
    last: int

    def span(self, reading: Reading) -> Span:
        """The whole phrase's characters."""
        return Span(reading.tokens[self.first].start, reading.tokens[self.last - 1].end)


def phrase(reading: Reading, head: int) -> Phrase:
    """The noun phrase a token heads, with what follows by "of" and a place by "in", without clauses and appositions."""
    first = premodified_from(reading, head)
    core = last = head + 1
    for prep in tree.children(reading, head, "prep"):
        if prep.index != last or not _belongs(reading, prep):
            break
        below = tree.subtree(reading, prep.index, without=CUT)
        run = _contiguous([t.index for t in below], prep.index)
        if run - first > LIMIT:
            break
        last = max(last, run)
    last = next((i for i in range(core, last) if parted(reading, i)), last)
    return Phrase(head, first, core, last)


def premodified_from(reading: Reading, head: int) -> int:
    """The first token of what stands before a head inside its phrase; never over a gap."""
    tokens, first = reading.tokens, head
    for token in reversed(tree.children(reading, head)):
        if token.index > head or token.dep not in BEFORE:
            continue
        if first - token.index > LIMIT:
            break
        below = tree.subtree(reading, token.index, without=CUT - {"punct", "conj", "cc"})
        if token.index > first or below[-1].index < first - 2 or any(t.text in '"“”' for t in below):
            continue
        first = min(first, below[0].index)
    first = next((i for i in range(head, first, -1) if parted(reading, i)), first)
    first = _after_date(reading, first, head)
    while first < head and (tokens[first].text in {"-", "(", ")", "'s", "’s", ","} or tokens[first].pos == "PUNCT"):
        first += 1
    while (
        first > 1
        and tokens[first - 1].text == "-"
        and tokens[first - 2].end == tokens[first - 1].start
        and tokens[first - 1].end == tokens[first].start
    ):
        first -= 2
    return first


def sided(reading: Reading, index: int) -> bool:
    """Whether a country's name or demonym only says whose side somebody is on ("Iran-backed", "US-led", "pro-Russian")."""
    tokens = reading.tokens
    before = tokens[index - 2].text.lower() if index > 1 and tokens[index - 1].text == "-" else ""
    after = tokens[index + 2].text.lower() if index + 2 < len(tokens) and tokens[index + 1].text == "-" else ""
    return before in {"pro", "anti"} or after in SIDES


def _after_date(reading: Reading, first: int, head: int) -> int:
    """The first token after a date that a parse takes into the phrase after it ("on 4 May Argentine aircraft took off")."""
    at = bisect_right(reading.timexes, reading.tokens[first].start, key=lambda t: t.span.start) - 1
    if at < 0 or reading.timexes[at].span.end <= reading.tokens[first].start:
        return first
    after = next((i for i in range(first, head) if reading.tokens[i].start >= reading.timexes[at].span.end), head)
    return first if reading.tokens[after].tag == "POS" else after


def _belongs(reading: Reading, prep: Token) -> bool:
    """Whether a preposition's phrase is part of the noun phrase: "of" and a noun, or a place by name after "in" and its like."""
    word = prep.text.lower()
    if word == "of":
        return tree.child(reading, prep.index, "pcomp") is None
    if word not in PLACING:
        return False
    where = tree.child(reading, prep.index, "pobj")
    return where is not None and where.pos == "PROPN"


def _contiguous(indices: list[int], start: int) -> int:
    """The index after the unbroken run of indices that begins at start."""
    end = start
    for index in indices:
        if index < start:
            continue
        if index > end + 1:
            break
        end = index
    return end + 1


def owner(reading: Reading, head: int) -> Token | None:
    """The possessor of a phrase ("Nicaragua" in "Nicaragua's president"), by its head token."""
    return tree.child(reading, head, "poss")


def complement(reading: Reading, head: int, *prepositions: str) -> Token | None:
    """The head of the phrase that follows by one of the prepositions ("Uganda" in "president of Uganda")."""
    for prep in tree.children(reading, head, "prep"):
        if prep.text.lower() in prepositions and (found := tree.child(reading, prep.index, "pobj")) is not None:
            return found
    return None


def qualifiers(reading: Reading, head: int) -> list[Token]:
    """The adjectives and nouns that stand before a head inside its phrase, in text order, with those that stand on them."""
    found: list[Token] = []
    stack = [t.index for t in tree.children(reading, head, "amod", "compound", "nmod") if t.index < head]
    while stack and len(found) < LIMIT:
        here = stack.pop()
        found.append(reading.tokens[here])
        stack += [t.index for t in tree.children(reading, here, "amod", "compound", "nmod", "conj") if t.index < head]
    return sorted(found, key=lambda t: t.index)


def determined(reading: Reading, head: int) -> str:
    """How a phrase is determined: "definite" (the, this, that, both), "indefinite" (a, any, some, a number), "owned" or "bare"."""
    for token in tree.children(reading, head, "det", "predet"):
        word = token.text.lower()
        if word in {"the", "this", "that", "these", "those", "both", "said"}:
            return "definite"
        return "indefinite"
    if owner(reading, head) is not None:
        return "owned"
    return "indefinite" if tree.child(reading, head, "nummod") is not None else "bare"
