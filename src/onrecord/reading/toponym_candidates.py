"""Reading -> runs of tokens that may name a place: in the gazetteer, an abbreviation, or a name beside a word for a kind of place."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.reading import Feature, Reading, Sentence, Token
from onrecord.resources.gazetteer import PlaceMatch
from onrecord.resources.resources import Resources
from onrecord.span import Span

LONGEST = 7
"""Tokens of the longest name looked for ("Federal Democratic Republic of Ethiopia" has five, with hyphens more)."""
ARTICLES = frozenset({"al", "el", "as", "an", "ad", "ar", "at", "az", "ash", "de", "la", "le", "van", "s"})
"""Small words that may begin a name before a hyphen (al-Hasakah)."""


@dataclass(frozen=True, slots=True)
class NameRun:
    """Tokens `first` up to but not including `last`, the name to look up, and what the gazetteer has for it (nothing for an unknown name)."""

    first: int
    last: int
    name: str
    matches: tuple[PlaceMatch, ...]
    rule: str
    feature: Feature | None = None

    def span(self, reading: Reading) -> Span:
        """Where it stands in the text."""
        return Span(reading.tokens[self.first].start, reading.tokens[self.last - 1].end)


def capital(token: Token) -> bool:
    """Whether a token begins with a capital letter."""
    return token.text[:1].isupper()


def name_runs(reading: Reading, *, resources: Resources) -> Iterator[NameRun]:
    """Runs in text order, longest first at each place, none overlapping another."""
    for sentence in reading.sentences:
        at = sentence.first
        while at < sentence.last:
            run = _water_of(reading, sentence, at, _run_at(reading, sentence, at, resources))
            if run is not None:
                run = whole_name(reading, sentence, run, resources)
                yield run
                at = run.last
            else:
                at += 1


WATERS_OF = frozenset({"Gulf", "Bay", "Strait", "Straits", "Sea"})
"""Words for waters that are named for what is on them."""
NAMED_FOR = frozenset({"Fort", "Ft.", "Camp", "Mount", "Mt.", "Cape", "Lake", "Port"})
"""Words that make another place of the name after them: Fort Yuma is not Yuma."""


def _water_of(reading: Reading, sentence: Sentence, at: int, run: NameRun | None) -> NameRun | None:
    """The run, or a water without an entry that begins here and is named for what follows its kind ("Gulf of Fonseca")."""
    tokens = reading.tokens
    if tokens[at].text not in WATERS_OF or at + 2 >= sentence.last or tokens[at + 1].text != "of" or not capital(tokens[at + 2]):
        return run
    if run is not None and run.last > at + 2:
        return run
    last = at + 3 if at + 3 >= sentence.last or not capital(tokens[at + 3]) else at + 4
    return NameRun(at, last, reading.document.text[tokens[at].start : tokens[last - 1].end], (), "name-with-kind", "water")


def whole_name(reading: Reading, sentence: Sentence, run: NameRun, resources: Resources) -> NameRun:
    """The run with the word for a kind of place that is part of its name: "Fort Yuma", "Pamunkey River".

    A water keeps the entry of its bare name; else the whole name has an entry of its own or none.
    """
    tokens, words = reading.tokens, resources.place_words
    before = tokens[run.first - 1].text if run.first > sentence.first else ""
    after = tokens[run.last].text if run.last < sentence.last else ""
    beyond = tokens[run.last + 1].text if run.last + 1 < sentence.last else ""
    first = run.first - 1 if before in NAMED_FOR else run.first
    water = capital(tokens[run.last]) and words.kind_after.get(after.lower()) == "water" if after else False
    last = run.last + 1 if water and not after.isupper() and beyond not in words.streets else run.last
    if (first, last) == (run.first, run.last):
        return run
    name = reading.document.text[tokens[first].start : tokens[last - 1].end]
    if known := resources.gazetteer.lookup(name):
        return NameRun(first, last, name, known, "known-name")
    waters = tuple(m for m in run.matches if m.entry.feature == "water")
    if waters and first == run.first:
        return NameRun(first, last, run.name, waters, "known-name", "water")
    feature: Feature = "water" if last > run.last or before == "Lake" else words.kind_before.get(before, "area")
    return NameRun(first, last, name, (), "name-with-kind", feature)


def _run_at(reading: Reading, sentence: Sentence, at: int, resources: Resources) -> NameRun | None:
    tokens, words = reading.tokens, resources.place_words
    token = tokens[at]
    shouted = _shouted_around(tokens, at, sentence)
    if short := _abbreviation(reading, sentence, at, resources):
        return short
    begins_small = _begins_small(tokens, at, sentence.last)
    if not (capital(token) or begins_small or (token.text[0].isdigit() and token.text[-1].isalpha())):
        return None
    for last in range(min(at + LONGEST, sentence.last), at, -1):
        end = tokens[last - 1]
        if not (
            capital(end) or (last - at == 1 and begins_small) or end.text[0].isdigit() or (last - at > 1 and end.text.isalpha())
        ) or end.text in ("'s", "’s"):
            continue
        name = reading.document.text[token.start : end.end]
        if last - at == 1 and (
            name in words.never or name in words.kind_before or (name.isupper() and len(name) > 3 and name.title() in words.never)
        ):
            continue
        if not resources.gazetteer.knows(name):
            continue
        if name.lower().startswith("the "):
            matches = tuple(m for m in usable_matches(name, resources, shouted=shouted) if _with_article(m))
        else:
            matches = usable_matches(name, resources, shouted=shouted)
        if _only_direction(name):
            kind = tokens[last].text.lower() if last < sentence.last else ""
            matches = matches if kind in words.kind_after else ()
        if matches and not (last < sentence.last and tokens[last].text.islower() and _begins_small(tokens, last, sentence.last)):
            return NameRun(at, last, name, matches, "known-name")
    return None


def _shouted_around(tokens: tuple[Token, ...], at: int, sentence: Sentence) -> bool:
    """Whether capitals tell nothing here: the first word of a line (a dateline), or beside other words in capitals."""
    if not tokens[at].text.isupper() or at == sentence.first:
        return True
    near = [
        t.text
        for t in tokens[max(sentence.first, at - 2) : min(sentence.last, at + 3)]
        if t.index != at and len(t.text) > 3 and t.text.isalpha()
    ]
    return bool(near) and all(w.isupper() for w in near)


def _begins_small(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether a name may begin here with a small article before a hyphen, in one token ("al-Hasakah") or several."""
    head, hyphen, rest = tokens[at].text.partition("-")
    if hyphen and rest[:1].isupper():
        return head.lower() in ARTICLES
    return tokens[at].text.lower() in ARTICLES and at + 2 < last and tokens[at + 1].text in ("-", "–", "'", "’") and capital(tokens[at + 2])


DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "upper",
        "lower",
        "middle",
        "far",
        "mid",
        "inner",
        "outer",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "great",
        "greater",
    ]
)


def _only_direction(name: str) -> bool:
    """Whether a name is made of words for directions alone ("Far North", "Central"): a unit's name only beside its kind word."""
    return all(w in DIRECTIONS for w in name.lower().replace("-", " ").split())


def _with_article(match: PlaceMatch) -> bool:
    """Whether "the" belongs to the name, as in The Hague."""
    return match.entry.name.startswith("The ")


def usable_matches(name: str, resources: Resources, *, shouted: bool = True) -> tuple[PlaceMatch, ...]:
    """What the gazetteer has for a name, without towns whose names are too short to tell ("Us") or look like an
    acronym in a line that is not all in capitals (MILF)."""
    found = resources.gazetteer.lookup(name)
    letters = sum(c.isalpha() for c in name)
    if letters <= 3:
        country = resources.countries.lookup(name)
        found = tuple(m for m in found if (m.entry.level == 0 and country) or (name[1:].islower() and letters == 3 and m.naming == "name"))
    elif name.isupper() and letters <= 5 and " " not in name and not shouted:
        found = tuple(m for m in found if m.entry.level == 0 or m.entry.id.startswith("onrecord:"))
    elif "." in name.rstrip(".") and name.replace(".", "").isupper():
        found = tuple(m for m in found if m.entry.feature != "town" or m.entry.population > 500_000)
    if not name[0].isupper() or (name[-1:].islower() and " " in name and not name.split()[-1][0].isupper()):
        found = tuple(m for m in found if m.entry.id.startswith("onrecord:") or m.entry.level == 0 or "-" in name)
    return found


def _abbreviation(reading: Reading, sentence: Sentence, at: int, resources: Resources) -> NameRun | None:
    tokens, words = reading.tokens, resources.place_words
    text = reading.document.text
    for last in (at + 2, at + 1):
        if last > sentence.last:
            continue
        written = text[tokens[at].start : tokens[last - 1].end]
        name = words.abbreviations.get(written)
        rule = "abbreviation"
        if name is None and (name := words.abbreviations_after_place.get(written)) is not None:
            rule = "abbreviation-after-place"
            before = tokens[at - 1].text if at > sentence.first else ""
            if before not in (",", "(", "-", "–") or at - sentence.first < 2 or not capital(tokens[at - 2]):
                continue
        if name is not None:
            return NameRun(at, last, name, resources.gazetteer.lookup(name), rule)
    return None
