"""Reading -> weapons and platforms named in the text, in an event or not.

Words are matched by the means ontology, longest first, as nouns; the modifiers an entry allows belong to the span ("heavy machine gun"), articles
and owners do not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.events.event import Means
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import tokens_in
from onrecord.resources.means import MeansTerm
from onrecord.resources.resources import Resources
from onrecord.span import Span

_PART = re.compile(r"[^\W_]+")
_SHIP = re.compile(
    r"\b(?:HMS|USS|FS|INS|HMAS|HMCS|RFS|ROKS|ARA|TCG|RFA|JS|KRI) (?:[A-Z][\w’'-]+)(?: (?:de|of|du|van) [A-Z]\w+| [A-Z][\w-]+)?"
)
WIELD = frozenset(
    [
        "with",
        "by",
        "using",
        "wielding",
        "carrying",
        "throwing",
        "threw",
        "throw",
        "hurled",
        "hurl",
        "hurling",
        "used",
        "use",
        "armed",
        "swinging",
        "brandishing",
        "and",
        ",",
        "fired",
        "pelted",
    ]
)


def find_means(reading: Reading, *, resources: Resources) -> tuple[Means, ...]:
    """The weapons and platforms of a text, in text order, none overlapping."""
    text = reading.document.text
    found = _joined([m for s in reading.sentences for m in _in_run(reading, text, s.first, s.last, resources)], text)
    taken = [m.span for m in found]
    for match in _SHIP.finditer(text):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(t) for t in _near(taken, span)):
            found.append(Means(span, "ship"))
    return tuple(sorted(found, key=lambda m: m.span))


def kind_of(reading: Reading, span: Span, *, resources: Resources) -> str:
    """The kind of the means that a span names: that of the last term in it; "other" where the ontology has none."""
    inside = tokens_in(reading, span)
    if not inside:
        return "other"
    found = list(_in_run(reading, reading.document.text, inside[0].index, inside[-1].index + 1, resources, strict=False))
    return found[-1].kind if found else "other"


def _near(spans: list[Span], span: Span) -> list[Span]:
    at = bisect_left(spans, span)
    return spans[max(0, at - 1) : at + 2]


def _joined(found: list[Means], text: str) -> list[Means]:
    """Neighbours of one kind as one ("T-72 tanks", "Kalashnikov rifles"): a name and what it is a name of."""
    joined: list[Means] = []
    for means in found:
        last = joined[-1] if joined else None
        if last is not None and last.kind == means.kind and text[last.span.end : means.span.start] == " ":
            joined[-1] = Means(Span(last.span.start, means.span.end), means.kind)
        else:
            joined.append(means)
    return joined


def _in_run(reading: Reading, text: str, first: int, last: int, resources: Resources, *, strict: bool = True) -> Iterator[Means]:
    """The means among tokens `first` up to `last`; words are runs of letters and digits, so hyphens and spaces are alike."""
    if first >= last:
        return
    tokens = reading.tokens[first:last]
    words = [(m.group().lower(), m.start() + t.start, m.end() + t.start, t) for t in tokens for m in _PART.finditer(t.text)]
    at = 0
    while at < len(words):
        length, term = _match(words, at, resources, strict=strict, text=text)
        if term is None:
            at += 1
            continue
        start = at
        while start and _hyphenated(words, start, text, term.modifiers):
            start = _hyphenated(words, start, text, term.modifiers) - 1
        yield Means(Span(words[start][1], words[at + length - 1][2]), term.kind)
        at += length


Word = tuple[str, int, int, Token]


def _hyphenated(words: list[Word], start: int, text: str, modifiers: frozenset[str]) -> int:
    """One more than the index where a modifier that ends right before `start` begins; 0 where there is none. A modifier may be hyphenated."""
    for size in (3, 2, 1):
        begin = start - size
        if begin < 0 or text[words[start - 1][2] : words[start][1]] not in (" ", "-", "\n"):
            continue
        gaps = [text[words[i][2] : words[i + 1][1]] for i in range(begin, start - 1)]
        if all(g in ("-", " ") for g in gaps):
            phrase = "-".join(w[0] for w in words[begin:start])
            if phrase in modifiers or (size == 1 and words[begin][0] in modifiers):
                return begin + 1
    return 0


def _match(words: list[Word], at: int, resources: Resources, *, strict: bool, text: str) -> tuple[int, MeansTerm | None]:
    for key in _singular(words[at][0]):
        for term in resources.means.terms.get(key, ()):
            length = len(term.words)
            if _same(words, at, term, text) and (not strict or _allowed(words, at, length, term)):
                return length, term
    return 1, None


def _same(words: list[Word], at: int, term: MeansTerm, text: str) -> bool:
    length = len(term.words)
    if at + length > len(words):
        return False
    for i in range(length - 1):
        if words[at + i][0] != term.words[i] or text[words[at + i][2] : words[at + i + 1][1]] not in (" ", "-", "\n", "/", ""):
            return False
    return term.words[-1] in _singular(words[at + length - 1][0])


def _allowed(words: list[Word], at: int, length: int, term: MeansTerm) -> bool:
    """Whether the words around do not make it something else, and the parser does not take it for a verb."""
    head = words[at + length - 1][3]
    if length == 1 and head.pos not in ("NOUN", "PROPN", "ADJ", "X", "NUM") and head.tag not in ("NN", "NNS"):
        return False
    if length == 1 and head.text == "Shell":
        return False
    before = words[at - 1][0] if at else ""
    pair = f"{words[at - 2][0]} {before}" if at > 1 else ""
    if before in term.not_before or pair in term.not_before:
        return False
    after = words[at + length][0] if at + length < len(words) else ""
    following = f"{after} {words[at + length + 1][0]}" if at + length + 1 < len(words) else ""
    if (after in term.not_after or following in term.not_after) and words[at + length][3].index - head.index <= 2:
        return False
    return not term.guarded or before in WIELD or any(w[0] in WIELD for w in words[max(0, at - 4) : at])


def _singular(word: str) -> tuple[str, ...]:
    """The word and what it may be the plural of."""
    if word.endswith("ves"):
        return word, word[:-1], word[:-3] + "fe", word[:-3] + "f"
    if word.endswith("ies"):
        return word, word[:-3] + "y", word[:-1]
    if word.endswith("es"):
        return word, word[:-1], word[:-2]
    return (word, word[:-1]) if word.endswith("s") and len(word) > 2 else (word,)
