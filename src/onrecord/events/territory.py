"""Reading, events -> events with the control of land that they claim."""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import cast

from onrecord.events.event import Control, EventMention, Territory
from onrecord.events.tolls_numbers import number_at
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children, subtree
from onrecord.resources.resources import Resources
from onrecord.resources.territory import TerritoryWord
from onrecord.span import Span

LAND = frozenset(
    [
        "town",
        "city",
        "village",
        "district",
        "territory",
        "area",
        "camp",
        "base",
        "airport",
        "hill",
        "position",
        "land",
        "region",
        "province",
        "island",
        "peninsula",
        "border",
        "bridge",
        "port",
        "capital",
        "settlement",
        "height",
        "ridge",
        "outpost",
        "stronghold",
        "neighbourhood",
        "neighborhood",
        "suburb",
        "county",
        "zone",
        "pass",
        "valley",
        "coast",
        "country",
        "enclave",
        "exclave",
        "corridor",
        "checkpoint",
        "post",
        "part",
        "percent",
        "half",
        "third",
        "quarter",
        "fort",
        "fortress",
        "junction",
        "crossing",
        "harbour",
        "harbor",
        "oilfield",
        "airfield",
        "dam",
        "islet",
        "mountain",
        "swathe",
        "swath",
        "ground",
        "hamlet",
        "archipelago",
        "stretch",
        "sector",
        "front",
        "headquarters",
        "garrison",
        "homeland",
        "majority",
        "strip",
        "atoll",
        "reef",
        "highlands",
        "lowlands",
        "canal",
        "strait",
        "islands",
    ]
)
UNITS = frozenset(
    [
        "district",
        "village",
        "town",
        "city",
        "settlement",
        "province",
        "region",
        "county",
        "municipality",
        "island",
        "hill",
        "post",
        "base",
        "community",
        "parish",
        "governorate",
        "oblast",
        "raion",
    ]
)
FRACTIONS = frozenset({"half", "third", "quarter", "majority", "most", "all", "two-thirds", "three-quarters", "bulk"})
_PERCENT = re.compile(r"(?i)(\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)?) ?(%|per ?cent)")


def attach_territory(reading: Reading, events: tuple[EventMention, ...], *, resources: Resources) -> tuple[EventMention, ...]:
    """The same events; those about land with who holds, gains or loses it, and the share."""
    return tuple(
        replace(e, territory=found) if (found := territory_of(reading, e.trigger.head, resources=resources)) else e for e in events
    )


def territory_of(reading: Reading, head: int, *, resources: Resources) -> Territory | None:
    """The control of land that a word claims, or None where it is no such word or nothing of land hangs on it."""
    token = reading.tokens[head]
    word = _word(reading, token, resources)
    if word is None:
        return None
    land = _land(reading, token, word)
    if land is None:
        return None
    return Territory(cast(Control, word.control), share_of(reading, land))


def _word(reading: Reading, token: Token, resources: Resources) -> TerritoryWord | None:
    lemma = token.lemma.lower()
    extra = [
        t.text.lower()
        for t in children(reading, token.index, "prt", "dobj")
        if t.text.lower() in ("out", "back", "over", "up", "control", "claim")
    ]
    keys = [*(f"{lemma} {e}" for e in extra), lemma]
    if lemma == "control" and reading.tokens[token.head].lemma.lower() in ("take", "gain", "seize", "regain", "establish", "assume"):
        keys.insert(0, "take control")
    if lemma == "control" and reading.tokens[token.head].lemma.lower() in ("lose", "cede"):
        keys.insert(0, "lose")
    return next((found for key in keys if (found := resources.territory.words.get(key)) is not None), None)


def _land(reading: Reading, token: Token, word: TerritoryWord) -> Token | None:
    """The land a word is about: its object, the subject of its passive, or what hangs on it by one of the word's prepositions."""
    found = children(reading, token.index, "dobj", "nsubjpass", "oprd")
    if token.dep in ("acl", "amod"):
        found.append(reading.tokens[token.head])
    if token.lemma.lower() == "fall":
        found += children(reading, token.index, "nsubj")
    control = next((t for t in found if t.lemma.lower() in ("control", "claim")), None)
    for holder in (token, control):
        for prep in children(reading, holder.index, "prep") if holder is not None else []:
            if prep.text.lower() in word.through and (inner := child(reading, prep.index, "pobj", "pcomp")) is not None:
                found.append(inner)
    found += [inner for t in found if t.lemma.lower() in ("number", "series", "lot") for inner in _amount_of(reading, t)]
    return next((t for t in found if _is_land(reading, t) or (word.only_land and t.pos == "PROPN" and t.entity != "PERSON")), None)


def _amount_of(reading: Reading, noun: Token) -> list[Token]:
    """What an amount is of: "a number of villages"."""
    return [t for p in children(reading, noun.index, "prep") if p.lemma == "of" for t in children(reading, p.index, "pobj")]


def _is_land(reading: Reading, noun: Token) -> bool:
    if noun.lemma.lower() in LAND or noun.entity in ("GPE", "LOC", "FAC"):
        return True
    toponyms = reading.toponyms
    at = bisect_left(toponyms, noun.start, key=lambda t: t.span.start)
    return any(t.span.overlaps(noun.span) and t.feature != "demonym" for t in toponyms[max(0, at - 1) : at + 1])


def share_of(reading: Reading, land: Token) -> str | None:
    """How much of the land, in the text's words: "20 percent", "seven districts", "half"."""
    phrase = subtree(reading, land.index, without=frozenset({"relcl", "acl", "appos"}))
    text = reading.document.text
    span = Span(phrase[0].start, phrase[-1].end)
    if match := _PERCENT.search(text, span.start, span.end):
        return " ".join(match.group().split())
    for token in phrase:
        if token.lemma.lower() in UNITS:
            for number in children(reading, token.index, "nummod"):
                if number_at([number.text.lower()], 0)[0]:
                    return " ".join(text[number.start : token.end].split())
        if token.text.lower() in FRACTIONS and (token is land or token.dep in ("amod", "nsubj", "dobj", "pobj")):
            lead = [t for t in children(reading, token.index, "det", "nummod", "amod", "compound") if t.index < token.index]
            return " ".join(text[(lead[0].start if lead else token.start) : token.end].split())
    return None
