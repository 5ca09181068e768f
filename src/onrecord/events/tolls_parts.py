"""Tolls found -> the same, each followed by the part of it that the text names: "nine people, including three children"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.events.event import TollKind
from onrecord.events.tolls_numbers import Figure
from onrecord.events.tolls_people import Counted, counted
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.tolls import TollWords


@dataclass(frozen=True, slots=True)
class FoundToll:
    """A toll with the index of the word that says what became of the people (`anchor`), and the tolls it is part of by index of that list."""

    kind: TollKind
    people: Counted
    anchor: int
    rule: str
    part_of: int | None = None


def with_parts(reading: Reading, found: list[FoundToll], numbers: dict[int, Figure], words: TollWords) -> Iterator[FoundToll]:
    """The tolls, each followed by its part ("nine people, including three children")."""
    index, parts = 0, _of_the_nearest(reading, found)
    for place, toll in enumerate(found):
        yield toll
        whole, index = index, index + 1
        for inner in parts.get(place, ()):
            for part in counted(reading, inner, numbers, words, loose=False):
                if part.figured:
                    yield replace(toll, people=part, part_of=whole, rule="part-of-toll")
                    index += 1
        for part in _of_them(reading, toll, numbers, words) if toll.people.figured else ():
            yield replace(toll, people=part, part_of=whole, rule="part-of-toll")
            index += 1


def _of_the_nearest(reading: Reading, found: list[FoundToll]) -> dict[int, list[Token]]:
    """The heads of parts by the index of their whole: the toll told last before them ("two were killed and seven hurt, among them three nurses")."""
    made: dict[int, list[Token]] = {}
    for place, toll in enumerate(found):
        for inner in _parts(reading, toll):
            at = place
            while at + 1 < len(found) and at < place + 5 and toll.people.head < found[at + 1].people.head < inner.index:
                at += 1
            if inner not in made.setdefault(at, []):
                made[at].append(inner)
    return made


def _parts(reading: Reading, toll: FoundToll) -> Iterator[Token]:
    """Heads of the people named as a part of a toll: "including three children", "among them five nurses"."""
    head = toll.people.head
    for prep in (*children(reading, head), *children(reading, toll.anchor, "prep")):
        inner = child(reading, prep.index, "pobj", "dobj")
        if prep.text.lower() in ("including", "among") and prep.index > head and inner is not None and inner.pos != "PRON":
            yield inner
    for part in (*children(reading, head, "appos"), *children(reading, toll.anchor, "npadvmod", "appos", "dep", "dobj")):
        if part.index > head and names_a_part(reading, part):
            yield part


def names_a_part(reading: Reading, token: Token) -> bool:
    """Whether a noun is named as some of those told before ("among them an officer")."""
    return any(t.text.lower() in ("among", "including") for t in children(reading, token.index, "prep"))


def _of_them(reading: Reading, toll: FoundToll, numbers: dict[int, Figure], words: TollWords) -> Iterator[Counted]:
    """A part told by its number: "killed, three of them children"."""
    last = reading.sentences[reading.tokens[toll.anchor].sentence].last
    for index in range(toll.people.head + 1, min(last - 3, toll.people.head + 14)):
        if index not in numbers or [t.text.lower() for t in reading.tokens[index + 1 : index + 3]] not in (["of", "them"], ["of", "whom"]):
            continue
        noun = next((t for t in reading.tokens[index + 3 : min(last, index + 6)] if t.pos == "NOUN"), None)
        for part in counted(reading, noun, numbers, words, loose=False)[:1] if noun is not None else []:
            yield replace(part, low=numbers[index].low, high=numbers[index].high, figured=True)
