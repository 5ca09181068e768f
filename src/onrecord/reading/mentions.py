"""Reading with toponyms -> mentions of actors: names, nominals and pronouns."""

from bisect import bisect_left
from dataclasses import replace

from onrecord.reading.mentions_halves import name_halves
from onrecord.reading.mentions_names import find_names
from onrecord.reading.mentions_nominals import find_nominals, find_pronouns, nation_of, noun_at, title_at
from onrecord.reading.mentions_phrases import Phrase, phrase
from onrecord.reading.mentions_words import Words, words_of
from onrecord.reading.reading import Mention, Reading
from onrecord.resources.resources import Resources
from onrecord.span import Span


def find_mentions(reading: Reading, *, resources: Resources) -> tuple[Mention, ...]:
    """The mentions of possible actors, in text order, not yet linked.

    One head has one mention, the longest; a mention may stand inside another ("Nicaragua" in "Nicaragua's president").
    """
    words = words_of(reading)
    names = [_widened(reading, words, m, resources) for m in find_names(reading, resources=resources)]
    found: dict[int, Mention] = {}
    for mention in (*names, *find_nominals(reading, names, resources=resources), *find_pronouns(reading)):
        other = found.get(mention.head)
        if other is None or len(mention.span) > len(other.span):
            found[mention.head] = mention
    ordered = sorted(found.values(), key=lambda m: (m.span.start, -m.span.end))
    whole = tuple(_over_whole_names(reading, _cut_before_name(reading, m, names), names) for m in ordered)
    return name_halves(reading, whole, resources.countries)


def _over_whole_names(reading: Reading, mention: Mention, names: list[Mention]) -> Mention:
    """A phrase that a broken parse ends inside a name goes on to the name's end."""
    if mention.form != "nominal":
        return mention
    at = bisect_left(names, mention.last, key=lambda n: n.first) - 1
    if at >= 0 and names[at].first >= mention.first and names[at].first < mention.last < names[at].last:
        return _over(reading, mention, mention.first, names[at].last)
    if at + 1 < len(names) and names[at + 1].first == mention.last and reading.tokens[mention.last - 1].pos in ("DET", "ADP"):
        return _over(reading, mention, mention.first, names[at + 1].last)  # "warplanes of the" before "Saudi-led coalition"
    return mention


def _cut_before_name(reading: Reading, mention: Mention, names: list[Mention]) -> Mention:
    """A titled phrase that a broken parse lets run into the name it belongs to ends before that name ("head of the bank Ana Ruiz")."""
    if mention.form != "nominal" or mention.title is None:
        return mention
    at = bisect_left(names, mention.head + 1, key=lambda n: n.first)
    while at + 1 < len(names) and names[at + 1].first < mention.last:
        first, second = names[at], names[at + 1]
        if first.last == second.first and second.kind in {"person", "unknown"} and first.kind != "person":
            return _over(reading, mention, mention.first, first.last)
        at += 1
    return mention


def _widened(reading: Reading, words: Words, mention: Mention, resources: Resources) -> Mention:
    """A person's or a titled mention with the title or noun that stands before or after it in its phrase ("the trader Akol Deng")."""
    around = phrase(reading, mention.head)
    if mention.form == "nominal":
        if around.first <= mention.first and around.last >= mention.last:
            mention = _over(reading, mention, around.first, around.last)
        return mention if mention.country else replace(mention, country=nation_of(reading, words, around, resources))
    if mention.kind == "person" and mention.title and mention.country is None:
        mention = replace(mention, country=nation_of(reading, words, around, resources))
    if mention.kind not in {"person", "unknown"} or around.first >= mention.first or around.core != mention.last:
        return mention
    before = reading.tokens[mention.first - 1]
    title = title_at(reading, words, before, resources)
    noun = noun_at(reading, before, resources)
    if mention.title is None and title is None and (noun is None or noun.collective or before.dep not in {"compound", "nmod", "amod"}):
        return mention
    country = mention.country or nation_of(reading, words, Phrase(mention.head, around.first, around.core, around.core), resources)
    widened = _over(reading, mention, around.first, mention.last)
    return replace(widened, kind="person", country=country, title=mention.title or (title.id if title else None))


def _over(reading: Reading, mention: Mention, first: int, last: int) -> Mention:
    span = Span(reading.tokens[first].start, reading.tokens[last - 1].end)
    return replace(mention, span=span, first=first, last=last)
