"""Text -> time tokens: words and numbers with a symbol each, so that a pattern over classes is a regular expression over the symbols."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<brk>\n[ \t\r\f\v]*\n\s*)
    |(?P<isodate>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))
    |(?P<farday>\d{5,6}-(?:0\d|1[0-2])-[0-3]\d(?![\d-]))
    |(?P<isoweek>\d{4}-W\d{2}(?:-[1-7])?(?![\d-]))
    |(?P<dtg>\d{6}[ ]?Z(?:\b|(?=[ ]?[A-Z]{3})))
    |(?P<decade>(?:1\d|20)\d0['’]?s\b|['’]?[2-9]0['’]?s\b)
    |(?P<slashed>\d{1,4}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{1,4}(?![/.-]?\d))
    |(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d))
    |(?P<clockh>\d{1,2}h[0-5]\d\b)
    |(?P<clockdot>\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b))
    |(?P<dord>\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<fraction>\d/\d(?![\d/])|[½¼¾])
    |(?P<num>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)
    |(?P<aposyear>['’`]\d{2}(?!\d))
    |(?P<ampm>[AaPp](?:\.[ ]?[Mm]\.?|[Mm]\b))
    |(?P<era>B\.[ ]?C\.(?:[ ]?E\.)?|B\.?CE?\b|C\.E\.|CE\b|A\.[ ]?D\.|A\.?D\b)
    |(?P<qn>[QH][1-4]\b)
    |(?P<fy>FY\b['’]?)
    |(?P<poss>['’]s\b|['’](?=\s))
    |(?P<word>[^\W\d_]+)
    |(?P<punct>[^\w\s]|_)""",
    re.VERBOSE,
)
_SPECIAL = frozenset(("isodate", "isoweek", "farday", "dtg", "decade", "slashed", "dord", "fraction", "aposyear", "ampm", "qn", "fy"))
OTHER, BREAK = "other", "break"
_NUMBER_SAMPLES = [
    "5",
    "05",
    "12",
    "31",
    "45",
    "00",
    "99",
    "100",
    "0430",
    "0730",
    "1015",
    "1066",
    "1530",
    "1970",
    "1999",
    "2015",
    "2300",
    "2199",
    "2500",
    "3000",
    "2370",
    "9999",
    "1,000",
    "12,000",
    "2.5",
    "10000",
]


@dataclass(frozen=True, slots=True)
class Lexed:
    """A text's time tokens: where each starts and ends, and all symbols in one string, one character a token."""

    text: str
    starts: list[int]
    ends: list[int]
    symbols: str

    def word(self, index: int) -> str:
        """A token's text in lower case; empty beyond the ends of the text."""
        return self.text[self.starts[index] : self.ends[index]].lower() if 0 <= index < len(self.starts) else ""

    def raw(self, index: int) -> str:
        """A token's text as it stands; empty beyond the ends of the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""


class Symbols:
    """Which character stands for which set of classes. `literals` are the words and marks that patterns name in quotes."""

    def __init__(self, words: Mapping[str, Mapping[str, str]], capital: frozenset[str], literals: Iterable[str]) -> None:
        self._symbols: dict[frozenset[str], str] = {}
        wanted = set(literals)
        self.other = self._symbol({OTHER})
        self.break_ = self._symbol({BREAK})
        self.punct = self._symbol({"punct"})
        self.special = {name: self._symbol({name}) for name in _SPECIAL}
        self.special |= {"era": self._symbol({"era"}), "ad": self._symbol({"era", "ad"}), "poss": self._symbol({"possmark"})}
        self.special |= {"clock": self._symbol({"clock"})}
        self.numbers = {classes: self._symbol(set(classes)) for classes in {number_classes(s) for s in _NUMBER_SAMPLES}}
        self.any_case: dict[str, str] = {}
        self.with_capital: dict[str, str] = {}
        for word in {*words, *wanted}:
            literal = {f"'{word}'"} if word in wanted else set()
            classes = set(words.get(word, ()))
            plain = literal | (classes - capital)
            if plain:
                self.any_case[word] = self._symbol(plain)
            self.with_capital[word] = self._symbol(literal | classes)

    def _symbol(self, classes: set[str]) -> str:
        return self._symbols.setdefault(frozenset(classes), chr(0xE000 + len(self._symbols)))

    def of_class(self, name: str) -> str:
        """All symbols whose set holds the class."""
        return "".join(symbol for classes, symbol in self._symbols.items() if name in classes)


def number_classes(text: str) -> frozenset[str]:
    """The classes of a run of digits."""
    if "." in text:
        return frozenset(("decimal",))
    found = {"int"}
    if "," not in text and len(text) <= 4:
        value = int(text)
        if 1 <= value <= 31 and len(text) <= 2:
            found.add("d31")
        if len(text) == 2:
            found.add("yy")
        if len(text) == 4 and 1000 <= value <= 2199:
            found.add("yyyy")
        if len(text) == 4 and value // 100 <= 24 and value % 100 < 60:
            found.add("hhmm")
    return frozenset(found)


_DIGIT_ELSEWHERE = re.compile(r"[^\D0-9]")


def with_plain_digits(text: str) -> str:
    """The same text, character for character, with the digits of other scripts as 0 to 9."""
    if text.isascii() or not _DIGIT_ELSEWHERE.search(text):
        return text
    return text.translate({ord(d): str(int(d)) for d in set(_DIGIT_ELSEWHERE.findall(text))})


def lex(text: str, symbols: Symbols) -> Lexed:
    """A text's time tokens; digits of any script are read as digits."""
    text = with_plain_digits(text)
    starts: list[int] = []
    ends: list[int] = []
    out: list[str] = []
    any_case, with_capital, other, punct = symbols.any_case, symbols.with_capital, symbols.other, symbols.punct
    special, numbers, plain = symbols.special, symbols.numbers, frozenset(("int",))
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        start, end = found.span()
        if kind == "word":
            word = text[start:end]
            table = with_capital if word[0].isupper() else any_case
            symbol = table.get(word.lower(), other)
        elif kind == "punct":
            symbol = any_case.get(text[start], punct)
        elif kind == "num":
            symbol = numbers.get(number_classes(text[start:end]) if end - start < 12 else plain, numbers[plain])
        elif kind == "brk":
            symbol = symbols.break_
        else:
            symbol = _special_symbol(kind or "", text[start:end], special)
        starts.append(start)
        ends.append(end)
        out.append(symbol)
    return Lexed(text, starts, ends, "".join(out))


def _special_symbol(kind: str, word: str, special: Mapping[str, str]) -> str:
    if kind == "era" and word[0] == "A":
        return special["ad"]
    if kind in ("clock", "clockdot", "clockh"):
        return special["clock"]
    if kind in ("isoweek", "farday"):
        return special["isodate"]
    return special.get(kind, special["poss"])
