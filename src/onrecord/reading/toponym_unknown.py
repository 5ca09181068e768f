"""Reading -> names that no gazetteer has, beside words that leave no doubt that they name a place ("the village of Ulu Piandang")."""

from collections.abc import Iterator

from onrecord.reading.reading import Feature, Reading, Sentence, Token
from onrecord.reading.toponym_candidates import NameRun, capital
from onrecord.resources.place_words import PlaceWords

LONGEST = 4
"""Tokens of the longest unknown name taken."""
NEAR = frozenset({"in", "near", "at", "from", "outside", "around", "to", "into", "toward", "towards"})
FIRMLY = frozenset({"in", "near", "at", "outside", "around"})
"""Prepositions that leave little but a place, a language, a body or a time to follow."""
PLACELIKE = frozenset({"GPE", "LOC", "FAC", "", "PERSON"})
"""What the parser's statistics may call an unknown place; it takes many for persons."""


def unknown_runs(reading: Reading, words: PlaceWords) -> Iterator[NameRun]:
    """Runs of capitalised words in a place's position, in text order; they may overlap names that are known already."""
    for sentence in reading.sentences:
        at = sentence.first
        while at < sentence.last:
            last = _name_end(reading, sentence, at)
            if last == at:
                at += 1
                continue
            if (run := _judge(reading, sentence, at, last, words)) is not None:
                yield run
            at = last


def _name_end(reading: Reading, sentence: Sentence, at: int) -> int:
    """Where the run of capitalised proper nouns that begins here ends (here itself where none begins)."""
    last, tokens = at, reading.tokens
    while last < min(sentence.last, at + LONGEST + 4) and (
        _proper(tokens[last]) or (last > at and tokens[last].text == "-" and last + 1 < sentence.last)
    ):
        last += 1
    return last


def _proper(token: Token) -> bool:
    return capital(token) and token.pos in ("PROPN", "ADJ", "NOUN") and len(token.text) > 1


def _judge(reading: Reading, sentence: Sentence, at: int, last: int, words: PlaceWords) -> NameRun | None:
    tokens, text = reading.tokens, reading.document.text
    if last - at > LONGEST:
        return None
    name = text[tokens[at].start : tokens[last - 1].end]
    before = tokens[at - 1].text.lower() if at > sentence.first else ""
    before_two = tokens[at - 2].text.lower() if at - 1 > sentence.first else ""
    after = tokens[last].text if last < sentence.last else ""
    if last - at == 1 and name.isupper() and len(name) <= 5:
        return None
    if any(t.text in words.titles or (t.text in words.never and last - at == 1) for t in tokens[at:last]):
        return None
    if last - at > 1 and (tokens[last - 1].text in words.not_before or tokens[last - 1].text in words.streets):
        return None
    if before == "of" and before_two in words.kind_of and tokens[at - 2].text.islower():
        return NameRun(at, last, name, (), "unknown-name-after-kind-of", words.kind_of[before_two])
    two = f"{after} {tokens[last + 1].text}" if last + 1 < sentence.last else after
    kind: Feature | None = words.kind_after.get(two if two in words.kind_after else after) if after.islower() else None
    if kind not in (None, "border") and all(t.pos == "PROPN" for t in tokens[at:last]):
        return NameRun(at, last, name, (), "unknown-name-before-kind", kind)
    first = tokens[at].text
    if last - at > 1 and first in words.kind_before and (before in NEAR or before in ("the", "of", "on", "across")):
        return NameRun(at, last, name, (), "unknown-name-with-kind", words.kind_before[first])
    final = tokens[last - 1].text.lower()
    if last - at > 1 and words.kind_after.get(final) == "water" and tokens[at].text not in words.given_names:
        return NameRun(at, last, name, (), "unknown-water", "water")
    if (
        before in FIRMLY
        and all(t.pos == "PROPN" and t.entity in PLACELIKE for t in tokens[at:last])
        and tokens[at].text not in words.given_names
    ):
        return NameRun(at, last, name, (), "unknown-name-after-placing-word")
    tagged = all(t.entity in ("GPE", "LOC") for t in tokens[at:last]) and all(t.pos == "PROPN" for t in tokens[at:last])
    if tagged and before in ("in", "near") and tokens[at].text not in words.given_names:
        return NameRun(at, last, name, (), "unknown-name-tagged-place")
    return None
