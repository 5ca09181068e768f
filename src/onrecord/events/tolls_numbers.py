"""Tokens -> figures: numbers in digits and words with what is said about them ("at least nine", "between 30 and 35", "dozens")."""

import re
from dataclasses import dataclass

from onrecord.reading.reading import Reading, Token

ONES = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "score": 20}
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000}
"""The least that a plural of a unit can mean: two of it."""
FEW = {
    "several": 3,
    "few": 3,
    "many": 3,
    "some": 2,
    "numerous": 3,
    "various": 3,
    "multiple": 2,
    "countless": 3,
    "couple": 2,
    "handful": 3,
    "pair": 2,
    "both": 2,
}
MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)
"""A number before one of these is a day, four figures after one a year."""
EXACT_FEW = {"couple", "pair", "both"}
AT_LEAST = ("at least", "no fewer than", "not fewer than", "no less than", "not less than", "more than", "over", "above", "in excess of", "upwards of", "well over", "a minimum of", "greater than")  # fmt: skip
AT_MOST = ("up to", "as many as", "at most", "no more than", "not more than", "fewer than", "less than", "under", "a maximum of")
BOUNDS = sorted([*((p, True) for p in AT_LEAST), *((p, False) for p in AT_MOST)], key=lambda b: -len(b[0]))
"""The longest first: "no more than" is no "more than"."""
_DIGITS = re.compile(r"\d{1,3}(?:[,.]\d{3})+|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a text gives it: tokens `first` up to `last`, its least and greatest (None: not said)."""

    first: int
    last: int
    low: int | None
    high: int | None


def figures(reading: Reading) -> dict[int, Figure]:
    """Every figure of a reading by each of its number tokens' indices."""
    found: dict[int, Figure] = {}
    for sentence in reading.sentences:
        words = [t.text.lower() for t in reading.tokens[sentence.first : sentence.last]]
        at = 0
        while at < len(words):
            length, value = number_at(words, at)
            if not length:
                at += 1
                continue
            day = value <= 31 and at + 1 < len(words) and words[at + 1] in MONTHS
            year = 1000 <= value <= 2100 and at > 0 and words[at - 1] in MONTHS and words[at].isdigit()
            if length == 1 and (day or year):
                at += 1
                continue
            figure = _figure(words, at, length, value)
            shifted = Figure(sentence.first + figure.first, sentence.first + figure.last, figure.low, figure.high)
            for index in range(sentence.first + at, sentence.first + figure.last):
                found[index] = shifted
            at = figure.last
    return found


def number_at(words: list[str], at: int) -> tuple[int, int]:
    """How many words from `at` on make a number, and its value; (0, 0) where none does. Vague plurals ("dozens") count with their least."""
    length, total, current = 0, 0.0, 0.0
    while at + length < len(words) and length < 12:
        word = words[at + length]
        value = _value(word)
        if value is not None:
            if length and _digits(words[at + length - 1]) and not word.isalpha():
                break
            current += value
        elif word in SCALES and (length or word in ("hundred", "thousand", "dozen")):
            current = max(current, 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0
        elif word in VAGUE and not length:
            current = VAGUE[word]
        elif not (word in ("and", "-") and length and _continues(words, at + length)):
            break
        length += 1
    return length, int(total + current)


def _value(word: str) -> float | None:
    if word in ONES:
        return ONES[word]
    if _digits(word):
        return float(re.sub(r"[,.](?=\d{3}\b)", "", word))
    if "-" in word and all(p in ONES for p in word.split("-", 1)):
        return sum(ONES[p] for p in word.split("-", 1))
    return None


def _digits(word: str) -> bool:
    return bool(_DIGITS.fullmatch(word))


def _continues(words: list[str], at: int) -> bool:
    """Whether the number goes on after an "and" or a hyphen ("two hundred and six", "twenty-two")."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "-":
        return words[at - 1] in ONES and ONES[words[at - 1]] >= 20 and after in ONES and 0 < ONES[after] < 10
    return words[at - 1] in ("hundred", "thousand") and after in ONES


def _figure(words: list[str], at: int, length: int, value: int) -> Figure:
    end, low, high = at + length, value, value
    before = " ".join(words[max(0, at - 4) : at])
    if words[at] in VAGUE or (length == 2 and words[at + 1] in VAGUE) or (before.endswith("of") and words[at] in VAGUE):
        return Figure(at, end, value, None)
    if end + 1 < len(words) and words[end] in ("to", "-", "–", "or", "and"):
        size, other = number_at(words, end + 1)
        joined = words[end] in ("to", "-", "–", "or") or before.endswith("between")
        if size and other > value and joined:
            return Figure(at - 1 if before.endswith("between") else at, end + 1 + size, value, other)
    first = at
    for phrase, is_least in BOUNDS:
        if before.endswith((phrase, phrase + " some", phrase + " another")):
            first = at - len(phrase.split())
            return Figure(max(0, first), end, value if is_least else None, None if is_least else value)
    if " ".join(words[end : end + 2]) == "or more" or (end < len(words) and words[end] in ("plus", "+")):
        return Figure(at, end, value, None)
    return Figure(first, end, low, high)


def few_of(token: Token) -> tuple[int | None, int | None] | None:
    """Low and high of a word that counts without a number ("several")."""
    word = token.text.lower()
    if word not in FEW:
        return None
    return FEW[word], FEW[word] if word in EXACT_FEW else None
