"""Runs of name tokens, and organisations by the shape of their names: those that end in, or begin with, a noun for a body."""

from dataclasses import dataclass
from functools import cached_property

from onrecord.reading.mentions_phrases import SIDES
from onrecord.reading.mentions_words import Hit, Words, country_at, is_name, parted
from onrecord.reading.parse_capitals import in_capitals
from onrecord.reading.reading import Reading, Token
from onrecord.resources.directory import Noun
from onrecord.resources.resources import Resources

JOINERS = frozenset(
    {"-", "al", "al-", "el", "bin", "ibn", "bint", "abu", "de", "da", "di", "do", "dos", "del", "della", "la", "le", "van", "von", "der", "den", "ben", "ter", "y", "e", "'", "’"}
)  # fmt: skip
"""Small words and marks that join the parts of a name."""
OWNERS = frozenset(
    [
        "people",
        "peoples",
        "worker",
        "workers",
        "woman",
        "women",
        "lord",
        "farmer",
        "farmers",
        "soldier",
        "soldiers",
        "citizen",
        "citizens",
        "child",
        "children",
        "youth",
        "student",
        "students",
        "veteran",
        "veterans",
        "mother",
        "mothers",
        "nation",
        "peasants",
    ]
)
"""Words whose possessive is part of a body's name."""
GROUP_ENDS = frozenset({"tv", "news", "times", "post", "gazette", "herald", "tribune", "journal", "radio", "television", "press"})


@dataclass(frozen=True)
class Scan:
    """What every rule here looks at."""

    reading: Reading
    words: Words
    resources: Resources
    places: frozenset[int]
    times: frozenset[int]

    @cached_property
    def loud(self) -> frozenset[int]:
        """The sentences written in capitals, where a capital says nothing."""
        return frozenset(s.index for s in self.reading.sentences if in_capitals(s.span.of(self.reading.document.text)))

    def named(self, token: Token) -> bool:
        """Whether a token may be part of a name; in a sentence of capitals only its part of speech counts."""
        return is_name(token) and (token.tag in {"NNP", "NNPS"} or token.sentence not in self.loud)

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.tokens


def run_from(scan: Scan, first: int, starts: frozenset[int]) -> int:
    """The end of the unbroken run of name tokens from `first`, small joining words included."""
    tokens, last, sentence = scan.tokens, first + 1, scan.tokens[first].sentence
    while last < len(tokens) and tokens[last].sentence == sentence and last - first < 14 and last not in scan.times:
        if last in starts or parted(scan.reading, last):
            break
        if scan.named(tokens[last]):
            last += 1
            continue
        if last - first > 1 and (end := _second_half(scan, last)):
            last = end
            continue
        ahead = last
        while ahead < len(tokens) and ahead - last < 3 and (tokens[ahead].text.lower() in JOINERS or _possessive(scan, ahead)):
            ahead += 1
        joined = ahead > last and ahead < len(tokens) and tokens[ahead].sentence == sentence and scan.named(tokens[ahead])
        if not joined or ahead in starts or ahead in scan.times:
            break
        last = ahead + 1
    return last


def _second_half(scan: Scan, at: int) -> int:
    """The end of the small second half of a given name, after the hyphen at a token ("Kang Kyung-wha", "Tsai Ing-wen"); 0 where it is none."""
    tokens = scan.tokens
    if at + 1 >= len(tokens) or tokens[at].text != "-" or not tokens[at - 1].end == tokens[at].start == tokens[at + 1].start - 1:
        return 0
    half = tokens[at + 1]
    person = "PERSON" in {tokens[at - 1].entity, tokens[at - 2].entity, half.entity}
    short = half.text.islower() and half.text.isalpha() and 1 < len(half.text) < 7
    return at + 2 if person and short and half.tag not in {"VBN", "VBD", "VBG"} and half.text not in SIDES else 0


def _possessive(scan: Scan, index: int) -> bool:
    """Whether a possessive ending belongs to the name ("People's", "Workers'")."""
    return scan.tokens[index].tag == "POS" and scan.tokens[index - 1].text.lower() in OWNERS


def body_noun(scan: Scan, token: Token) -> Noun | None:
    known = scan.resources.directory.noun_words
    return known.get(token.lemma.lower()) or known.get(token.text.lower()) or known.get(token.text.lower().rstrip("s"))


def shape_end(scan: Scan, first: int, last: int) -> int:
    """Where an organisation's name by shape ends: a run that ends in, or begins with, a noun for a body; 0 where there is none."""
    tokens = scan.tokens
    final = body_noun(scan, tokens[last - 1])
    opener = body_noun(scan, tokens[first])
    if final is not None and final.collective and last - first > 1 and final.kind != "state":
        return extended(scan, last)
    follows = last < len(tokens) and tokens[last].text.lower() in {"of", "for"} and tokens[last].sentence == tokens[first].sentence
    if follows and last - first == 1 and opener is not None and opener.collective and opener.kind != "state":
        end = extended(scan, last)
        return end if end > last else 0
    if last - first > 1 and tokens[last - 1].text.lower() in GROUP_ENDS:
        return last
    return 0


def extended(scan: Scan, last: int) -> int:
    """The end of a body's name that goes on by "of" or "for" ("Ministry of Foreign Affairs of the Republic of Peru")."""
    tokens, end = scan.tokens, last
    sentence = tokens[last - 1].sentence
    while end < len(tokens) and tokens[end].sentence == sentence and end - last < 14:
        ahead = end
        while ahead < len(tokens) and tokens[ahead].text.lower() in {"of", "for", "the", "and", "on", "&"} and ahead - end < 3:
            ahead += 1
        link = tokens[end].text.lower()
        if ahead == end or ahead >= len(tokens) or link == "the" or not _may_follow(scan, ahead, link, sentence):
            break
        if any(parted(scan.reading, i) for i in range(end, ahead + 1)):
            break
        end = ahead + 1
        while end < len(tokens) and tokens[end].sentence == sentence and scan.named(tokens[end]) and end not in scan.times:
            if parted(scan.reading, end):
                break
            end += 1
    return end


def _may_follow(scan: Scan, ahead: int, link: str, sentence: int) -> bool:
    token = scan.tokens[ahead]
    if token.sentence != sentence or not scan.named(token) or ahead in scan.times:
        return False
    if link not in {"and", "&", "on"}:
        return True
    # "Foreign Affairs and Trade" goes on, "Government of Kenya and Uganda" does not.
    return ahead not in scan.places and country_at(scan.reading, scan.words, scan.resources, ahead) is None and token.entity in {"", "ORG"}


def longer_shape(scan: Scan, hit: Hit, starts: frozenset[int]) -> int:
    """The end of a longer organisation's name that begins with a known one ("NATO Training Mission"); 0 where there is none."""
    tokens = scan.tokens
    if (
        hit.last >= len(tokens)
        or hit.last in starts
        or not scan.named(tokens[hit.last])
        or tokens[hit.last].sentence != tokens[hit.first].sentence
    ):
        return 0
    last = run_from(scan, hit.last, starts)
    final = body_noun(scan, tokens[last - 1])
    titled = scan.words.longest(scan.resources.directory.title_words, hit.last, scan.reading)
    if final is None or not final.collective or titled is not None:
        return 0
    return extended(scan, last)


def opens_turn(scan: Scan, start: int, last: int) -> bool:
    """Whether a word in capitals labels a turn of a transcript, where those who speak are named by surname ("RESTREPO: ...")."""
    document, tokens = scan.reading.document, scan.tokens
    opens = tokens[start].start == 0 or document.text[tokens[start].start - 1] == "\n"
    return document.kind == "transcript" and opens and last < len(tokens) and tokens[last].text == ":"
