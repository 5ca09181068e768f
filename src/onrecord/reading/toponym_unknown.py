"""Reading -> names that no gazetteer has, beside words that leave no doubt that they name a place ("the village of Ulu Piandang")."""

import itertools
from collections.abc import Iterator

from onrecord.reading.reading import Feature, Reading, Sentence, Token
from onrecord.reading.toponym_candidates import NameRun, capital
from onrecord.reading.toponym_judgement import TAKEN_SURELY, mover_of
from onrecord.resources.place_words import PlaceWords

LISTED = "unknown-name-listed-with-a-place"
LONGEST = 4
"""Tokens of the longest unknown name taken."""
NEAR = frozenset({"in", "near", "at", "from", "outside", "around", "to", "into", "toward", "towards"})
FIRMLY = frozenset({"in", "near", "at", "outside", "around"})
"""Prepositions that leave little but a place, a language, a body or a time to follow."""
SIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"})
AFTER_KIND = frozenset(
    {
        "in",
        "near",
        "outside",
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "of",
        "about",
        "on",
        "some",
        "where",
        "that",
    }
)
"""What may follow the word for a kind of place in an apposition."""
LISTED_AS = frozenset({"GPE", "LOC", "FAC", "", "PERSON", "ORG"})
PLACELIKE = LISTED_AS - {"ORG"}
"""What the parser's statistics may call an unknown place; it takes many for persons."""


_LEAVING = frozenset({"withdraw", "retreat", "flee", "expel", "evacuate", "displace", "drive"})
_LEFT = frozenset({"from", "to", "into", "towards", "toward", "of"})
"""Verbs and words for whence and whither of armies and those who flee ("driven out of Oruma", "withdrew towards Oruma")."""
_GOING = frozenset({"travel", "fly", "deploy", "redeploy", "head", "relocate", "journey", "march", "return", "rush", "airlift"})
"""Verbs of going somewhere ("troops were deployed to Oruma")."""
_THERE = frozenset({"to", "towards", "toward"})
_FALLING = frozenset({"land", "fall", "rain", "advance", "converge", "descend"})
"""Verbs that, with "on", have a place for what they reach ("shells landed on Oruma", "advanced on Oruma")."""
LISTING = NEAR | {"on", "of", "between", "across", "over", "towards"}
"""Prepositions whose list, begun with a place, goes on with places ("raids on Assab and Massawa")."""
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ash", "at", "az", "ad", "ed", "es", "ez", "ul"})
"""The Arabic article inside a name, before its hyphen ("Aita al-Shaab")."""


def unknown_runs(reading: Reading, words: PlaceWords, places: set[int]) -> Iterator[NameRun]:
    """Runs of capitalised words in a place's position, in text order; they may overlap names that are known already.

    `places` are the head tokens of the places known so far that are no countries; those found are added.
    """
    for sentence in reading.sentences:
        at = sentence.first
        while at < sentence.last:
            last = _name_end(reading, sentence, at)
            if last == at:
                at += 1
                continue
            run = _judge(reading, sentence, at, last, words) or _listed(reading, at, last, words, places)
            if run is not None:
                places.update(range(at, last))
                yield run
            at = last


def _name_end(reading: Reading, sentence: Sentence, at: int) -> int:
    """Where the run of capitalised proper nouns that begins here ends (here itself where none begins)."""
    last, tokens = at, reading.tokens
    while last < min(sentence.last, at + LONGEST + 4) and (
        _proper(tokens[last])
        or (last > at and tokens[last].text == "-" and last + 1 < sentence.last)
        or (last > at and tokens[last].text in _ARTICLES and last + 2 < sentence.last and tokens[last + 1].text == "-")
    ):
        last += 1
    return last


def _proper(token: Token) -> bool:
    return capital(token) and token.pos in ("PROPN", "ADJ", "NOUN") and len(token.text) > 1


def _all_names(run: tuple[Token, ...]) -> bool:
    """Whether a run is of proper nouns alone, but for an Arabic article and its hyphen ("Umm al-Dunya")."""
    return all(t.pos == "PROPN" or t.text == "-" or t.text in _ARTICLES for t in run)


def _listed(reading: Reading, at: int, last: int, words: PlaceWords, places: set[int]) -> NameRun | None:
    """A name coordinated with a place that stands after a placing word ("raids on Assab and Massawa"): bodies and persons are seldom joined to places."""
    tokens = reading.tokens
    run = tokens[at:last]
    head = next((t for t in run if t.dep == "conj" and not at <= t.head < last), None)
    if head is None or (len(run) > 1 and not any(t.text in _ARTICLES for t in run)):
        return None
    if any(t.text in words.titles or t.entity not in LISTED_AS for t in run) or run[-1].text in words.not_before | words.streets:
        return None
    if run[0].text in words.given_names or run[0].text.lower() in SIDES | {"central"} or not _continues(reading, head, places):
        return None
    if run[-1].text.isupper() or not _all_names(run):
        return None
    name = reading.document.text[run[0].start : run[-1].end]
    return NameRun(at, last, name, (), LISTED)


def _continues(reading: Reading, head: Token, places: set[int]) -> bool:
    """Whether a name is joined to a place that stands after a placing word."""
    first = reading.tokens[head.head]
    while first.dep == "conj" and first.head != first.index and first.head in places:
        first = reading.tokens[first.head]
    return head.head in places and first.dep == "pobj" and reading.tokens[first.head].text.lower() in LISTING


def _judge(reading: Reading, sentence: Sentence, at: int, last: int, words: PlaceWords) -> NameRun | None:
    tokens, text = reading.tokens, reading.document.text
    if last - at > LONGEST + (2 if any(t.text in _ARTICLES for t in tokens[at:last]) else 0):
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
    if kind not in (None, "border") and _all_names(tokens[at:last]):
        return NameRun(at, last, name, (), "unknown-name-before-kind", kind)
    first = tokens[at].text
    if last - at > 1 and first in words.kind_before and (before in NEAR or before in ("the", "of", "on", "across")):
        return NameRun(at, last, name, (), "unknown-name-with-kind", words.kind_before[first])
    final = tokens[last - 1].text.lower()
    if last - at > 1 and words.kind_after.get(final) == "water" and tokens[at].text not in words.given_names:
        return NameRun(at, last, name, (), "unknown-water", "water")
    if (placed := _placed_after(reading, sentence, at, last, words)) is not None:
        return NameRun(at, last, name, (), *placed)
    if tokens[at].text not in words.given_names and _all_names(tokens[at:last]):
        rule = _rule_before(reading, at, {t.entity for t in tokens[at:last]}) if at > sentence.first else None
        return NameRun(at, last, name, (), rule) if rule else None
    return None


def _rule_before(reading: Reading, at: int, entities: set[str]) -> str | None:
    """The rule by which the word before the name that begins at a token says that it is a place."""
    before, after = reading.tokens[at - 1], reading.tokens[at + 1] if at + 1 < len(reading.tokens) else reading.tokens[at]
    word = before.text.lower()
    if word in FIRMLY and entities <= PLACELIKE:
        return "unknown-name-after-placing-word"
    if before.pos == "VERB" and before.lemma in TAKEN_SURELY - {"enter", "occupy", "surround"} | {"bomb", "liberate"}:
        return "unknown-name-after-taking-verb"
    mover = (mover_of(reading, before) or _going(reading, before)) if before.pos == "ADP" else None
    if mover is not None:
        left = mover.lemma in _LEAVING and word in _LEFT and (mover.lemma != "drive" or word == "of")
        reached = mover.lemma in _FALLING and word == "on" and "PERSON" not in entities and after.pos != "PROPN"
        gone = mover.lemma in _GOING and word in _THERE and "PERSON" not in entities and after.pos != "PROPN"
        if left or reached or gone:
            return "unknown-name-after-verb-of-moving"
    return "unknown-name-tagged-place" if word in ("in", "near") and entities <= {"GPE", "LOC"} else None


def _going(reading: Reading, placing: Token) -> Token | None:
    """The verb of going that a preposition hangs on."""
    above = reading.tokens[placing.head]
    return above if above.pos == "VERB" and above.lemma in _GOING and above.index < placing.index else None


def _placed_after(reading: Reading, sentence: Sentence, at: int, last: int, words: PlaceWords) -> tuple[str, Feature | None] | None:
    """The rule by which what follows a name and a comma says that it is a place: "NAME, a village ...", "NAME, 20 km south of ..."."""
    tokens = reading.tokens
    if last + 2 >= sentence.last or tokens[last].text != "," or not _all_names(tokens[at:last]):
        return None
    after = tokens[last + 1 : min(sentence.last, last + 9)]
    here = next((n for n, t in enumerate(after) if t.pos in ("PUNCT", "VERB", "AUX") and t.text != "-"), len(after))
    low = [t.text.lower() for t in after[:here]]
    if low and low[0] in ("a", "an", "the"):
        kind = next((n for n, w in enumerate(low[1:], 1) if after[n].pos == "NOUN"), 0)
        if (
            kind
            and low[kind] in words.kind_of
            and not any(t.pos == "ADP" for t in after[:kind])
            and (kind + 1 == len(low) or low[kind + 1] in AFTER_KIND)
        ):
            return "unknown-name-with-kind-after", words.kind_of[low[kind]]
    if any(w in SIDES and following == "of" for w, following in itertools.pairwise(low)):
        return "unknown-name-lying-from", None
    return None
