"""A run of tokens that may name a place -> whether it does, as a score with its reasons. Weights are set by hand; each says what it stands for."""

import itertools
from dataclasses import dataclass, field

from onrecord.basis import Reason
from onrecord.reading.reading import Reading, Token
from onrecord.reading.toponym_candidates import NameRun, capital
from onrecord.resources.gazetteer import PlaceMatch
from onrecord.resources.place_words import PlaceWords

ACCEPT = 2.0
"""The least sum of weights with which a run is taken for a place."""

PLACING = {"in": 1.5, "at": 1.2, "near": 1.6, "from": 1.0, "to": 0.8, "of": 0.8, "around": 1.2, "outside": 1.5, "inside": 1.2, "across": 1.2, "toward": 1.0,
           "towards": 1.0, "into": 1.2, "throughout": 1.4, "between": 0.8, "through": 0.8, "off": 0.8, "within": 1.2, "via": 0.8, "over": 0.5, "on": 0.4,
           "for": 0.3, "leaving": 0.8, "visiting": 0.8, "reach": 1.6, "reached": 1.6, "left": 0.4, "entered": 2.0, "against": 0.3, "with": 0.2,
           "northern": 1.5, "southern": 1.5, "eastern": 1.5, "western": 1.5, "central": 1.2, "north": 1.0, "south": 1.0, "east": 1.0, "west": 1.0,
           "northeastern": 1.5, "northwestern": 1.5, "southeastern": 1.5, "southwestern": 1.5, "neighbouring": 1.5, "neighboring": 1.5, "mainland": 1.5,
           "downtown": 1.5, "occupied": 1.0, "besieged": 1.0, "rural": 1.2, "nearby": 1.2, "northwest": 1.0, "northeast": 1.0, "southwest": 1.0,
           "southeast": 1.0, "upstate": 1.5, "greater": 1.0, "war-torn": 1.5, "rebel-held": 1.5, "government-held": 1.5, "coastal": 1.0}  # fmt: skip


TAKEN = frozenset(
    [
        "bomb",
        "seize",
        "capture",
        "take",
        "liberate",
        "hit",
        "strike",
        "attack",
        "leave",
        "visit",
        "cross",
        "flee",
        "control",
        "evacuate",
        "abandon",
        "raid",
        "defend",
        "hold",
        "loot",
    ]
)
"""Verbs whose object is often a place."""
TAKEN_SURELY = frozenset(
    [
        "shell",
        "bombard",
        "recapture",
        "retake",
        "besiege",
        "encircle",
        "storm",
        "overrun",
        "blockade",
        "raze",
        "surround",
        "occupy",
        "enter",
    ]
)
"""Verbs whose object is hardly ever a person."""
MOVING = frozenset(
    [
        "withdraw",
        "advance",
        "march",
        "retreat",
        "pull",
        "close",
        "converge",
        "drive",
        "expel",
        "flee",
        "arrive",
        "head",
        "move",
        "push",
        "land",
        "return",
        "travel",
        "fall",
        "rain",
        "evacuate",
        "descend",
    ]
)
"""Verbs that a preposition and a place follow ("withdrew from", "advanced on")."""
MOVED = frozenset({"from", "on", "to", "into", "toward", "towards", "for", "at", "of", "through", "in"})
CITY = 300_000
"""Inhabitants from which a city's name outweighs the parser's guess that it is a person's."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the whole document shows: surnames of people in it, and whether a line is all in capitals (by sentence)."""

    surnames: frozenset[str]
    shouted: frozenset[int]
    known: dict[str, Reason] = field(default_factory=dict)
    """How well known each name is, filled as names are judged: a name that stands a thousand times is looked at once."""


def judge_run(reading: Reading, run: NameRun, around: Surroundings, words: PlaceWords) -> tuple[float, tuple[Reason, ...]]:
    """The sum of weights for a run, and each of them."""
    if run.name not in around.known:
        around.known[run.name] = _prominence(run)
    reasons = [around.known[run.name]]
    if run.name[0].islower():
        reasons.append(Reason("article-of-the-name", 1.2))
    if " " in run.name:
        reasons.append(Reason("several-words", 1.2))
    if run.rule == "name-with-kind":
        reasons.append(Reason("kind-word-in-name", 2.0, str(run.feature)))
    if run.rule.startswith("abbreviation"):
        reasons.append(Reason("written-abbreviation", 3.0))
    reasons += _statistics(reading, run, around, words)
    reasons += _left(reading, run, words)
    reasons += _right(reading, run, words)
    if " " not in run.name and run.name in around.surnames:
        reasons.append(Reason("surname-in-document", -3.0))
    return sum(r.score for r in reasons), tuple(reasons)


def _prominence(run: NameRun) -> Reason:
    """How well known the best-known bearer of the name is."""
    return max((_known(m) for m in run.matches), default=Reason("not-in-gazetteer", 0.0), key=lambda r: r.score)


def _known(match: PlaceMatch) -> Reason:
    entry, naming = match.entry, match.naming
    if entry.level == 0 or (entry.feature == "country"):
        return Reason("country", 4.0 if naming != "adjective" else 3.5, entry.name)
    if naming == "adjective":
        return Reason("adjective-of-region", 2.2, entry.name)
    if entry.id.startswith("onrecord:"):
        return Reason("known-feature", 2.6, entry.name)
    if entry.level == 1:
        return Reason("first-level-unit", 2.6 if naming == "name" else 2.0, entry.name)
    if entry.level == 2:
        return Reason("second-level-unit", 1.0, entry.name)
    population = entry.population
    weight = (
        2.6
        if population >= 1_000_000
        else 2.0
        if population >= 150_000
        else 1.2
        if population >= 20_000
        else 0.6
        if population >= 3_000
        else 0.3
    )
    return Reason("town", weight if naming == "name" else weight - 0.7, f"{entry.name}, {population}")


def _statistics(reading: Reading, run: NameRun, around: Surroundings, words: PlaceWords) -> list[Reason]:
    """The parser's own opinion: a weak hint."""
    tokens = reading.tokens[run.first : run.last]
    found = []
    entities = {t.entity for t in tokens}
    if entities & {"GPE", "LOC", "FAC"}:
        found.append(Reason("tagged-place", 1.4))
    elif "NORP" in entities:
        found.append(Reason("tagged-people", 0.5))
    elif "PERSON" in entities:
        known = any(m.naming == "name" and (m.entry.level in (0, 1) or m.entry.population >= CITY) for m in run.matches)
        unit = known and run.name.split()[0] not in words.given_names
        found.append(Reason("tagged-person", -0.5 if unit else -1.2))
    elif "ORG" in entities:
        found.append(Reason("tagged-organisation", -0.3))
    adjective = all(m.naming == "adjective" for m in run.matches)
    if " " not in run.name and tokens[0].pos not in ("PROPN",) and not adjective and not _in_capitals(tokens[0], around):
        known = any(m.naming == "name" and (m.entry.population >= 100_000 or m.entry.level == 1) for m in run.matches)
        found.append(Reason("no-proper-noun", (-0.8 if known else -1.6) if tokens[0].pos in ("NOUN", "ADJ") else -2.4))
    return found


def _in_capitals(token: Token, around: Surroundings) -> bool:
    """Whether a token tells nothing by its part of speech: in a line of capitals, or a longer word in capitals (a dateline)."""
    return token.sentence in around.shouted or (len(token.text) > 3 and token.text.isupper())


def _left(reading: Reading, run: NameRun, words: PlaceWords) -> list[Reason]:
    before = _before(reading, run.first, 3)
    if not before:
        return []
    one = before[-1]
    found = []
    phrase = " ".join(t.text for t in before[-2:])
    if one.text.endswith("$"):
        found.append(Reason("currency", -6.0, one.text))
    if phrase in words.not_after:
        found.append(Reason("treaty-or-title-of", -6.0, phrase))
    if one.text in words.given_names and " " not in run.name and one.text not in words.titles:
        found.append(Reason("after-given-name", -5.0, one.text))
    elif one.text in words.titles and " " not in run.name and not _possessive_after(reading, run):
        found.append(Reason("after-title", -3.0, one.text))
    elif one.pos == "PROPN" and capital(one) and one.entity == "PERSON" and one.text.lower() not in words.kind_of:
        found.append(Reason("after-part-of-a-name", -2.5, one.text))
    elif len(one.text) == 2 and one.text[1] == "." and capital(one) and " " not in run.name:
        found.append(Reason("after-initial", -4.0, one.text))
    kind = _kind_of(before, words)
    if kind:
        found.append(Reason("kind-word-before", 2.5, kind))
    else:
        placing = before[-2] if one.text.lower() == "the" and len(before) > 1 else one
        if weight := PLACING.get(placing.text.lower()):
            found.append(Reason("placing-word-before", weight, placing.text))
            if placing.text.lower() in MOVED and (mover := mover_of(reading, placing)) is not None:
                found.append(Reason("object-of-moving", 1.0, mover.text))
        elif placing.pos == "VERB" and placing.lemma in TAKEN | TAKEN_SURELY:
            found.append(Reason("object-of-taking", 2.0 if placing.lemma in TAKEN_SURELY else 1.2 if placing is one else 1.0, placing.text))
    return found


def mover_of(reading: Reading, placing: Token) -> Token | None:
    """The verb of moving that a preposition hangs on, over "out of" too."""
    above = reading.tokens[placing.head]
    above = reading.tokens[above.head] if above.pos in ("ADP", "ADV") else above
    return above if above.pos == "VERB" and above.lemma in MOVING and above.index < placing.index else None


def _kind_of(before: list[Token], words: PlaceWords) -> str | None:
    """The word for a kind of place in "the KIND of NAME", "the KIND, NAME", "KIND NAME" with a small letter."""
    if len(before) >= 2 and before[-1].text.lower() in ("of", ",", "called", "named") and before[-2].text.lower() in words.kind_of:
        return before[-2].text
    return before[-1].text if before[-1].text in words.kind_of and before[-1].text.islower() else None


def _right(reading: Reading, run: NameRun, words: PlaceWords) -> list[Reason]:
    after = _after(reading, run.last, 2)
    if not after:
        return []
    one = after[0]
    found = []
    small = one.text.lower()
    if one.text in words.not_before:
        found.append(Reason("before-other-kind-of-name", -4.0, one.text))
    elif one.text in words.streets:
        found.append(Reason("before-street-or-building", -4.0, one.text))
    elif small in words.kind_after:
        found.append(Reason("kind-word-after", 1.8, one.text))
    elif run.name in words.given_names and capital(one) and one.pos == "PROPN" and one.text not in words.place_before:
        found.append(Reason("given-name-before-surname", -5.0, one.text))
    elif (
        capital(one) and one.pos == "PROPN" and one.text not in words.place_before and one.text not in words.titles and " " not in run.name
    ):
        adjective = any(m.naming == "adjective" for m in run.matches)
        person = one.entity == "PERSON"
        found.append(Reason("before-part-of-a-name", -0.4 if adjective else -2.0 if person else -0.5, one.text))
    elif one.text == "," and len(after) > 1 and capital(after[1]) and after[1].pos == "PROPN":
        found.append(Reason("before-comma-and-name", 0.5, after[1].text))
    return found


def _possessive_after(reading: Reading, run: NameRun) -> bool:
    after = _after(reading, run.last, 1)
    return bool(after) and after[0].tag == "POS"


def _before(reading: Reading, index: int, count: int) -> list[Token]:
    sentence = reading.sentences[reading.tokens[index].sentence]
    return list(reading.tokens[max(sentence.first, index - count) : index])


def _after(reading: Reading, index: int, count: int) -> list[Token]:
    if index >= len(reading.tokens) or index == 0:
        return []
    sentence = reading.sentences[reading.tokens[index - 1].sentence]
    return list(reading.tokens[index : min(sentence.last, index + count)])


def surroundings(reading: Reading, words: PlaceWords) -> Surroundings:
    """Surnames (a capitalised word after a given name, a title or an initial) and lines in capitals of a whole document."""
    surnames = set()
    tokens = reading.tokens
    for one, two in itertools.pairwise(tokens):
        if one.sentence == two.sentence and capital(two) and len(two.text) > 2 and two.pos == "PROPN":
            given = one.text in words.given_names or (len(one.text) == 2 and one.text[1] == "." and one.pos == "PROPN")
            if given and one.entity in ("PERSON", "", "ORG", "GPE") and two.entity not in ("DATE",):
                surnames.add(two.text)
    shouted = frozenset(s.index for s in reading.sentences if _shouted(s.span.of(reading.document.text)))
    return Surroundings(frozenset(surnames), shouted)


def _shouted(text: str) -> bool:
    letters = [c for c in text[:200] if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.8 * len(letters)
