"""Tokens -> where the directory's and the countries' names, titles and abbreviations stand among them."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.reading import Reading, Token
from onrecord.resources.phrase_index import PhraseIndex, fold_word
from onrecord.resources.resources import Resources

_STOPS = frozenset('.;:()[]"“”„«»!?,')
SETTLED = frozenset({"CYP", "USA", "CAN", "AUS"})
"""Countries whose demonym says where people live though another stands before it ("Greek Cypriots"; but "Bosnian Serbs" are Bosnia's)."""
SHORT_LINE = 50
"""Characters below which a line is taken for one that somebody ended, not the margin."""
_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first` up to but not including `last` that name one of `ids`."""

    first: int
    last: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of a reading with the token each stands in, and for each token its first word."""

    words: tuple[str, ...]
    token: tuple[int, ...]
    first: tuple[int, ...]

    def longest(self, index: PhraseIndex, token: int, reading: Reading, *, across: bool = False) -> Hit | None:
        """The longest phrase of an index that begins at a token and stays in its sentence; over a comma only with `across`."""
        at = self.first[token]
        if at >= len(self.words) or self.token[at] != token:
            return None
        found = index.longest(self.words, at)
        if found is None:
            return None
        end, ids = found
        last = self.token[end - 1] + 1
        whole = end == len(self.words) or self.token[end] != last - 1
        inside = reading.tokens[token : last - 1]
        apart = any(t.text in _STOPS and not (across and t.text == ",") for t in inside)
        if not whole or apart or reading.tokens[last - 1].sentence != reading.tokens[token].sentence:
            return None
        return Hit(token, last, ids)


def words_of(reading: Reading) -> Words:
    """The word stream of a reading."""
    words: list[str] = []
    owners: list[int] = []
    first: list[int] = []
    for token in reading.tokens:
        first.append(len(words))
        if token.text in {"'s", "’s", "'", "’"}:
            continue
        for word in fold_word(token.text):
            words.append(word)
            owners.append(token.index)
    return Words(tuple(words), tuple(owners), tuple(first))


_NO_NAMES = frozenset({"yours", "dear", "sincerely", "faithfully", "regards", "re", "i", "god", "internet"})


def is_name(token: Token) -> bool:
    """Whether a token may be part of a name: a proper noun, or a noun capitalised after another word of its sentence."""
    if not token.text[:1].isupper() or token.text.lower() in _NO_NAMES:
        return False
    if len(token.text) > 2 and token.text.isupper() and token.text.isalpha() and token.pos in {"NOUN", "PROPN", "ADJ", "X", "NUM"}:
        return True
    return token.tag in {"NNP", "NNPS"} or (token.pos in {"NOUN", "PROPN", "X"} and token.dep != "ROOT" and token.tag != "NNS")


def parted(reading: Reading, index: int) -> bool:
    """Whether a token begins a new short line (a signature, a heading): a name does not run over its end."""
    before, token = reading.tokens[index - 1], reading.tokens[index]
    text = reading.document.text
    if "\n" not in text[before.end : token.start]:
        return False
    begins = text.rfind("\n", max(0, before.end - SHORT_LINE), before.end)
    return begins >= 0 or before.end < SHORT_LINE


def body_hits(reading: Reading, words: Words, resources: Resources) -> Iterator[Hit]:
    """Where bodies of the directory are named, by name or abbreviation, none overlapping, in text order."""
    directory, index = resources.directory, 0
    while index < len(reading.tokens):
        hit = _body_at(reading, words, resources, index) if reading.tokens[index].text[:1].isalnum() else None
        if hit is None and reading.tokens[index].text in directory.abbreviations:
            hit = _abbreviation_at(reading, resources, index)
        if hit is None:
            index += 1
            continue
        yield hit
        index = hit.last


def _body_at(reading: Reading, words: Words, resources: Resources, index: int) -> Hit | None:
    hit = words.longest(resources.directory.names, index, reading, across=True)
    if hit is None or not _written_as_name(reading, hit):
        return None
    before = reading.tokens[index - 1].text if index and reading.tokens[index - 1].sentence == reading.tokens[index].sentence else ""
    ids = tuple(i for i in hit.ids if resources.directory.bodies[i].may_follow(before))
    demonym = resources.countries.lookup(before) if before[:1].isupper() else None
    if demonym is not None and any(resources.directory.bodies[i].not_after for i in ids):
        return None
    return Hit(hit.first, hit.last, ids) if ids else None


def _written_as_name(reading: Reading, hit: Hit) -> bool:
    """Whether the words are written with a capital at either end, or, for a single word, as a noun."""
    first, last = reading.tokens[hit.first], reading.tokens[hit.last - 1]
    if not first.text[:1].isupper() and not (last.text[:1].isupper() and hit.last - hit.first > 1):
        return False
    return hit.last - hit.first > 1 or first.tag in {"NNP", "NNPS", "JJ", "NNS", "NN", "FW", "UH"}


def _abbreviation_at(reading: Reading, resources: Resources, index: int) -> Hit | None:
    token = reading.tokens[index]
    ids = resources.directory.abbreviations[token.text]
    common = token.pos in {"PRON", "VERB", "AUX", "ADP", "DET", "ADV", "SCONJ", "CCONJ"} and len(token.text) <= 3
    shouting = all(t.text.isupper() or not t.text.isalpha() for t in reading.tokens[max(0, index - 3) : index + 4])
    return None if common and shouting else Hit(index, index + 1, ids)


def country_at(reading: Reading, words: Words, resources: Resources, index: int) -> tuple[Hit, bool] | None:
    """A country's name or demonym that begins at a token, and whether it is a demonym."""
    token = reading.tokens[index]
    if not token.text[:1].isupper():
        return None
    hit = words.longest(resources.country_names, index, reading)
    if hit is None:
        return None
    written = reading.document.text[token.start : reading.tokens[hit.last - 1].end]
    match = resources.countries.lookup(written)
    if match is None:
        return None
    return Hit(hit.first, hit.last, (match.country.id,)), match.demonym


def placed(reading: Reading) -> frozenset[int]:
    """The tokens that stand in a toponym."""
    found: set[int] = set()
    position = 0
    for place in reading.toponyms:
        while position < len(reading.tokens) and reading.tokens[position].end <= place.span.start:
            position += 1
        here = position
        while here < len(reading.tokens) and reading.tokens[here].start < place.span.end:
            found.add(here)
            here += 1
    return frozenset(found)


def timed(reading: Reading) -> frozenset[int]:
    """The tokens that stand in a time expression."""
    found: set[int] = {t.index for t in reading.tokens if t.entity in _TIMES and t.pos in {"NUM", "PROPN"} and _calendar(t)}
    position = 0
    for timex in reading.timexes:
        while position < len(reading.tokens) and reading.tokens[position].end <= timex.span.start:
            position += 1
        here = position
        while here < len(reading.tokens) and reading.tokens[here].start < timex.span.end:
            found.add(here)
            here += 1
    return frozenset(found)


_CALENDAR = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)


def _calendar(token: Token) -> bool:
    word = token.text.lower().rstrip(".")
    return word in _CALENDAR or word[:1].isdigit() or (word[:3] in _CALENDAR and word[3:].lstrip(".").isdigit())
