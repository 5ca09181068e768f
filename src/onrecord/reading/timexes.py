"""Text -> time expressions found, each with what it says by itself; anchoring is `resolution.dates`' work.

All rules of the grammar run over the text's symbols; the longest match wins, then the rule that stands first. Prefixes ("early", "the end
of") are put before, and neighbours that are one expression are joined. Method: rules beside their examples, as in HeidelTime (Strötgen and
Gertz 2010) and Duckling; values after TimeML's TIMEX3.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from onrecord.basis import Basis, Omission
from onrecord.reading import (
    time_guards,
    time_meanings,
    time_meanings_beyond,
    time_meanings_clock,
    time_meanings_relative,
    time_meanings_within,
)
from onrecord.reading.reading import Reading, Timex, TimexType
from onrecord.reading.time_grammar import Grammar, Part, grammar_of, matches
from onrecord.reading.time_holidays import find_holidays
from onrecord.reading.time_joins import Item, join
from onrecord.reading.time_lexer import Lexed, lex
from onrecord.reading.time_meanings import Found, Meaning
from onrecord.reading.tree import tokens_in
from onrecord.resources.resources import Resources
from onrecord.span import Span

_BLOCK = 200_000
"""Characters read at once, so that a long text never needs memory for all of its words."""
MOST_TIMEXES = 50_000
"""Time expressions kept of one document; a text with more is a table or noise."""


def read_timexes(reading: Reading, *, resources: Resources) -> Reading:
    """The same reading with its time expressions, in text order, none overlapping, and an omission where there are more than are kept."""
    timexes, omissions = detect_all(reading.document.text, resources=resources)
    kept = tuple(_without_article(reading, t) for t in timexes if not _is_verb(reading, t))
    return replace(reading, timexes=kept, omissions=(*reading.omissions, *omissions))


def find_timexes(reading: Reading, *, resources: Resources) -> tuple[Timex, ...]:
    """The time expressions of a parsed document."""
    return read_timexes(reading, resources=resources).timexes


def detect(text: str, *, resources: Resources) -> tuple[Timex, ...]:
    """The time expressions of a text that nobody parsed."""
    return detect_all(text, resources=resources)[0]


def detect_all(text: str, *, resources: Resources) -> tuple[tuple[Timex, ...], tuple[Omission, ...]]:
    """The time expressions of a text that nobody parsed, and an omission for the rest of the text where there are more than are kept."""
    grammar = grammar_of(resources.time_words)
    kept: list[Timex] = []
    for start, end in _blocks(text):
        lexed = lex(text[start:end], grammar.symbols)
        items = join(lexed, _with_prefixes(lexed, grammar, _select(lexed, grammar)))
        kept.extend(_timex(lexed, item, start) for item in items if item.meaning["kind"] != "head")
        if len(kept) > MOST_TIMEXES:
            rest = Span(kept[MOST_TIMEXES - 1].span.end, len(text))
            return tuple(kept[:MOST_TIMEXES]), (Omission(rest, "reading", f"more than {MOST_TIMEXES} time expressions"),)
    return tuple(kept), ()


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """A text in parts of some length, cut at an empty line where there is one, else at a line's end or a space."""
    start = 0
    while len(text) - start > _BLOCK:
        low, high = start + _BLOCK // 2, start + _BLOCK
        end = next((at + 1 for mark in ("\n\n", "\n", " ") if (at := text.rfind(mark, low, high)) > 0), high)
        yield start, end
        start = end
    yield start, len(text)


_MAKERS: dict[str, Callable[[Found], Meaning | None]] = {
    name: maker
    for module in (time_meanings, time_meanings_relative, time_meanings_clock, time_meanings_within, time_meanings_beyond, time_guards)
    for name, maker in vars(module).items()
    if callable(maker) and getattr(maker, "__module__", "") == module.__name__ and not name.startswith("_") and name[0].islower()
} | {"length": time_meanings_relative.make_length}


def _select(lexed: Lexed, grammar: Grammar) -> list[Item]:
    """The longest readings that do not overlap, in text order."""
    candidates: list[tuple[int, int, int, Part]] = []
    for order, compiled in enumerate(grammar.rules):
        for parts in matches(lexed, compiled):
            candidates.extend((part.first - part.last, order, part.first, part) for part in parts)
    candidates.sort(key=lambda c: c[:3])
    taken = bytearray(len(lexed.starts))
    items = find_holidays(lexed, grammar.words.holidays)
    for item in items:
        taken[item.first : item.last] = b"\1" * (item.last - item.first)
    for _, _, first, part in candidates:
        if any(taken[first : part.last]):
            continue
        meaning = _MAKERS[part.rule.means](Found(lexed, grammar, part))
        if meaning:
            taken[first : part.last] = b"\1" * (part.last - first)
            items.append(Item(first, part.last, meaning, part.rule.id))
    return sorted(items, key=lambda i: i.first)


def _with_prefixes(lexed: Lexed, grammar: Grammar, items: list[Item]) -> list[Item]:
    """The same expressions, each with the words before it that belong to it."""
    ends = {part.last: part for compiled in grammar.prefixes for parts in matches(lexed, compiled) for part in parts}
    out: list[Item] = []
    for item in items:
        here = item
        for _ in range(2):
            part = ends.get(here.first)
            if part is None or not _may_join(lexed, part, here) or (out and out[-1].last > part.first):
                break
            mod = _modifier(Found(lexed, grammar, part))
            first = part.first + (part.rule.mod == "early" and lexed.word(part.first) == "the" and "month" in here.meaning)
            here = Item(first, here.last, here.meaning | {"mod": here.meaning.get("mod", mod)}, f"{part.rule.id}+{here.rule}")
        out.append(here)
    return out


def _may_join(lexed: Lexed, part: Part, item: Item) -> bool:
    """Whether a prefix fits an expression; "over the years" is no more than the years, "earlier Friday" no more than Friday."""
    beside = item.meaning["kind"] == "length" and ("side" in item.meaning or lexed.word(item.first) in ("the", "these", "those"))
    earlier_weekday = part.rule.mod == "later" and item.meaning["kind"] == "calendar" and "weekday" in item.meaning
    return item.meaning["kind"] in part.rule.onto and not beside and not earlier_weekday


def _modifier(found: Found) -> str:
    mod = found.part.rule.mod
    if mod in ("early", "edge"):
        return found.value(mod) or "MID"
    return "LATER" if mod == "later" and "later" in found.words() else "EARLIER" if mod == "later" else mod


def _timex(lexed: Lexed, item: Item, start: int) -> Timex:
    span = Span(start + lexed.starts[item.first], start + lexed.ends[item.last - 1])
    return Timex(span, _type(item.meaning), tuple(item.meaning.items()), Basis(item.rule))


def _type(meaning: Meaning) -> TimexType:
    kind = meaning["kind"]
    if kind == "each":
        return "SET"
    if "nth" in meaning and kind != "length":
        one_day = (
            "nth_weekday" in meaning or meaning.get("nth_unit") == "WE" or (meaning.get("nth_unit") == "D" and "nth_count" not in meaning)
        )
        return "DATE" if one_day else "DURATION"
    if kind == "length":
        return "DURATION"
    if "clock" in meaning or "part" in meaning:
        return "TIME"
    return "DATE"


def _without_article(reading: Reading, timex: Timex) -> Timex:
    """Without what is not of it: an article of the noun after it ("the [summer] offensive"), a "that" of its clause ("said that [Friday] ...")."""
    meaning = dict(timex.meaning)
    if (
        meaning.get("rel") == "that"
        and meaning["kind"] == "calendar"
        and (that := tokens_in(reading, timex.span))
        and that[0].dep == "mark"
    ):
        rest = tuple((f, v) for f, v in timex.meaning if f != "rel")
        return replace(timex, span=Span(that[1].span.start, timex.span.end), meaning=rest) if len(that) > 1 else timex
    whole = meaning["kind"] in ("rel", "the_unit", "length", "today") or "day" in meaning or "rel" in meaning
    words = () if whole else tokens_in(reading, timex.span)
    if len(words) < 2 or words[0].text.lower() not in ("the", "a", "an") or words[0].head <= words[-1].index:
        return timex
    return replace(timex, span=Span(words[1].span.start, timex.span.end))


def _is_verb(reading: Reading, timex: Timex) -> bool:
    """Whether the parser reads a lone "may", "march" or "spring" as a verb."""
    if dict(timex.meaning).get("kind") != "calendar":
        return False
    words = tokens_in(reading, timex.span)
    return len(words) == 1 and words[0].pos in ("VERB", "AUX") and words[0].tag in ("MD", "VB", "VBP") and not words[0].text.isdigit()


__all__ = ["MOST_TIMEXES", "detect", "detect_all", "find_timexes", "read_timexes"]
