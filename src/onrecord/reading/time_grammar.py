"""Patterns over word classes -> regular expressions over symbols, and their matches.

A pattern is a row of elements: a class, a part named in times_macros.toml, or a word in quotes; `?` makes one optional, `( | )` gives
choices, `[ ]` marks a time expression, `!` looks ahead and `<!` behind for what must not stand there, `<` behind for what must.
Every repetition is bounded, so matching is linear in the number of tokens.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.reading.time_lexer import BREAK, OTHER, Lexed, Symbols
from onrecord.resources.timewords import TimeRule, TimeWords

_ELEMENT = re.compile(r"\s*(?:(?P<mark>[\[\]()|?])|(?P<look><!|!|<)?(?P<name>'[^\s]+?'(?=[\s?)\]|]|$)|[a-z_0-9]+))")


@dataclass(frozen=True, slots=True)
class Bound:
    """An element of a pattern with the tokens it stands on."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Part:
    """One time expression of a match: tokens `first` up to but not including `last`, and the elements in it, in order."""

    rule: TimeRule
    first: int
    last: int
    bounds: tuple[Bound, ...]

    def get(self, name: str, nth: int = 0) -> Bound | None:
        """The nth element of that name."""
        found = [b for b in self.bounds if b.name == name]
        return found[nth] if len(found) > nth else None


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule as a regular expression, the element that each of its groups stands for, and how many parts it has."""

    rule: TimeRule
    regex: re.Pattern[str]
    names: Mapping[int, str]
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All rules compiled, with the words they are made of."""

    words: TimeWords
    symbols: Symbols
    rules: tuple[Compiled, ...]
    prefixes: tuple[Compiled, ...]


class _Compiler:
    def __init__(self, words: TimeWords, symbols: Symbols) -> None:
        self.words, self.symbols = words, symbols

    def compile(self, rule: TimeRule) -> Compiled:
        self.names: dict[int, str] = {}
        self.parts: list[int] = []
        self.groups = 0
        source = self._pattern(rule.pattern, rule.id)
        try:
            return Compiled(rule, re.compile(source), self.names, tuple(self.parts))
        except re.error as error:
            raise ResourceError(f"The time rule {rule.id!r} has a broken pattern: {error}.", "Check its brackets.") from error

    def _group(self, name: str) -> None:
        self.groups += 1
        self.names[self.groups] = name

    def _pattern(self, pattern: str, rule: str) -> str:
        out: list[str] = []
        at = 0
        pattern = pattern.strip()
        while at < len(pattern):
            found = _ELEMENT.match(pattern, at)
            if not found:
                raise ResourceError(f"The time rule {rule!r} is not understood at {pattern[at:]!r}.", "See times_macros.toml.")
            at = found.end()
            mark = found["mark"]
            if mark == "[":
                self.groups += 1
                self.parts.append(self.groups)
                out.append("(")
            elif mark:
                out.append({"]": ")", "(": "(?:", ")": ")", "|": "|", "?": "?"}[mark])
            else:
                out.append(self._element(found["name"], found["look"], rule))
        return "".join(out)

    def _element(self, name: str, look: str | None, rule: str) -> str:
        macro = self.words.macros.get(name)
        if macro and look in (None, "!"):
            if look:
                return f"(?!{self._pattern(macro, rule)})"
            self._group(name)
            return f"({self._pattern(macro, rule)})"
        symbols = self.symbols.of_class(name)
        if not symbols:
            raise ResourceError(f"The time rule {rule!r} names an unknown class {name}.", "Use a class of times_words.toml.")
        if look:
            return {"!": f"(?![{symbols}])", "<!": f"(?<![{symbols}])", "<": f"(?<=[{symbols}])"}[look]
        if name[0] == "'":
            return f"[{symbols}]"
        self._group(name)
        return f"([{symbols}])"


@lru_cache(maxsize=4)
def grammar_of(words: TimeWords) -> Grammar:
    """The compiled grammar of these words. Raises ResourceError for a pattern that makes no sense."""
    patterns = [*words.macros.values(), *(r.pattern for r in (*words.rules, *words.prefixes))]
    literals = {m["name"][1:-1] for p in patterns for m in _ELEMENT.finditer(p) if m["name"] and m["name"][0] == "'"}
    symbols = Symbols(words.words, words.capital, literals)
    compiler = _Compiler(words, symbols)
    return Grammar(
        words, symbols, tuple(compiler.compile(r) for r in words.rules), tuple(compiler.compile(r) for r in words.prefixes)
    )  # fmt: skip


def matches(lexed: Lexed, compiled: Compiled) -> Iterator[list[Part]]:
    """The parts of each match of a rule."""
    parts, names = compiled.parts, compiled.names
    for found in compiled.regex.finditer(lexed.symbols):
        bounds = [Bound(name, *found.span(group)) for group, name in names.items() if found.start(group) >= 0]
        made = []
        for group in parts:
            first, last = found.span(group)
            if first >= 0:
                inside = tuple(b for b in bounds if first <= b.first and b.last <= last)
                made.append(Part(compiled.rule, first, last, inside))
        yield made


__all__ = ["BREAK", "OTHER", "Bound", "Compiled", "Grammar", "Part", "grammar_of", "matches"]
