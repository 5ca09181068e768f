"""Reading, events -> events with the control of land that they claim."""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import cast

from onrecord.events.arguments_slots import fillers
from onrecord.events.arguments_subjects import deep_object, surface_subject
from onrecord.events.event import Control, EventMention, Territory
from onrecord.events.tolls_numbers import number_at
from onrecord.events.triggers_content import content
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children, subtree
from onrecord.resources.resources import Resources
from onrecord.resources.territory import TerritoryWord
from onrecord.span import Span

LAND = frozenset(
    {
        "town", "city", "village", "district", "territory", "area", "camp", "base", "airport", "hill", "position", "land", "region",
        "province", "island", "peninsula", "border", "bridge", "port", "capital", "settlement", "height", "ridge", "outpost",
        "stronghold", "neighbourhood", "neighborhood", "suburb", "county", "zone", "pass", "valley", "coast", "country", "enclave",
        "exclave", "corridor", "checkpoint", "post", "part", "percent", "half", "third", "quarter", "fort", "fortress", "junction",
        "crossing", "harbour", "harbor", "oilfield", "airfield", "dam", "islet", "mountain", "swathe", "swath", "ground", "hamlet",
        "archipelago", "stretch", "sector", "front", "headquarters", "garrison", "homeland", "majority", "strip", "atoll", "reef",
        "highlands", "lowlands", "canal", "strait", "islands", "township", "hilltop", "commune", "locality", "canton", "governorate",
        "oblast", "municipality", "plateau", "citadel", "bastion", "pocket", "bridgehead", "heartland", "outskirts", "two-third",
        "three-quarter", "fifth", "tenth", "most", "bulk", "terrain", "quarters", "road", "highway", "airbase", "refinery", "square",
        "compound", "crossroads", "hinterland", "countryside", "riverbank", "waterway", "mine", "roundabout", "salient", "heights",
        "terminal", "plain",
    }
)  # fmt: skip
UNITS = frozenset(
    {
        "district", "village", "town", "city", "settlement", "province", "region", "county", "municipality", "island", "hill", "post",
        "base", "community", "parish", "governorate", "oblast", "raion", "township", "commune", "canton", "locality", "neighbourhood",
        "neighborhood", "suburb", "checkpoint", "outpost", "position", "sector", "area", "state", "hamlet", "enclave", "kilometre",
        "kilometer", "mile", "hectare", "barracks", "bridge", "airport", "camp", "governorates", "hilltop", "fort",
    }
)  # fmt: skip
FRACTIONS = frozenset({"half", "third", "quarter", "majority", "most", "all", "two-thirds", "three-quarters", "bulk"})
_LONGEST = 8
"""Words of a share that is given as so many of so many."""
_PERCENT = re.compile(r"(?i)(\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)?) ?(%|per ?cent)")


def attach_territory(reading: Reading, events: tuple[EventMention, ...], *, resources: Resources) -> tuple[EventMention, ...]:
    """The same events; those about land with who holds, gains or loses it, and the share."""
    return tuple(
        replace(e, territory=found)
        if (
            found := territory_of(
                reading, e.trigger.head, resources=resources, seizes=e.trigger.mode == "seize", lasts=e.factuality.status == "ongoing"
            )
        )
        else e
        for e in events
    )


def territory_of(reading: Reading, head: int, *, resources: Resources, seizes: bool = True, lasts: bool = False) -> Territory | None:
    """The control of land that a word claims, or None where it is no such word or nothing of land hangs on it.

    `seizes`: the event is a seizure of ground, so that words which only then are about land count. `lasts`: what the word says goes on ("occupy").
    """
    token = reading.tokens[head]
    word = _word(reading, token, resources)
    if word is None or (word.of_seizures and not seizes):
        return None
    land = _land(reading, token, word)
    if land is None:
        return None
    return Territory(cast(Control, word.lasting if lasts and word.lasting else word.control), share_of(reading, land))


def _word(reading: Reading, token: Token, resources: Resources) -> TerritoryWord | None:
    lemma, above = token.lemma.lower(), reading.tokens[token.head]
    if token.pos != "NOUN":
        lemma = resources.triggers.lemmas.get(("verb", token.text.lower()), lemma)
        keys = [f"{lemma} {t.lemma.lower()}" for t in children(reading, token.index, "prt", "dobj", "advmod", "prep")]
    elif above.pos == "ADP":
        # "came under the control of", "in rebel hands": the phrase is the trigger
        phrase = f"{above.text.lower()} {lemma}"
        keys = [f"{reading.tokens[above.head].lemma.lower()} {phrase}", phrase]
    else:
        # "took control": the noun may be the trigger
        keys = [f"{above.lemma.lower()} {lemma}"]
    return next((found for key in (*keys, lemma) if (found := resources.territory.words.get(key)) is not None), None)


def _land(reading: Reading, token: Token, word: TerritoryWord) -> Token | None:
    """The land a word is about: its object, the subject of its passive, or what hangs on it by one of the word's prepositions."""
    found = children(reading, token.index, "dobj", "nsubjpass", "oprd")
    if token.dep in ("acl", "amod"):
        found.append(reading.tokens[token.head])
    if token.pos in ("VERB", "AUX") and (held := deep_object(reading, token.index)) is not None and held.token not in found:
        found.append(held.token)
    if word.of_subject and (who := surface_subject(reading, token.index)) is not None:
        found.append(who.token)
    found += [f.token for f in fillers(reading, token.index, "noun", "said-of") if token.pos == "NOUN"]
    named = next((t for t in found if t.lemma.lower() in ("control", "claim", "hold", "grip", "capture", "seizure", "liberation")), None)
    for holder in (token, named):
        found += _through(reading, holder, word) if holder is not None else []
    found += [inner for t in tuple(found) for inner in content(reading, t) if inner not in found]
    found += [inner for t in tuple(found) if t.lemma.lower() in ("number", "series", "lot") for inner in _amount_of(reading, t)]
    land = next((t for t in found if _is_land(reading, t) or (word.only_land and t.pos == "PROPN" and t.entity != "PERSON")), None)
    return next((t for t in found if land is not None and land in content(reading, t)), land)


def _through(reading: Reading, holder: Token, word: TerritoryWord) -> list[Token]:
    """What hangs on a word by one of its prepositions, or by two ("out of the town")."""
    found = []
    hosts = [
        holder.index,
        *(t.index for t in children(reading, holder.index, "prep", "prt", "advmod") if t.text.lower() in ("out", "back")),
    ]
    for host in hosts:
        for prep in children(reading, host, "prep"):
            if prep.text.lower() in word.through and (inner := child(reading, prep.index, "pobj", "pcomp")) is not None:
                found.append(inner)
    return found


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
    if land.pos == "NUM" and phrase[-1].index > land.index:
        # "fourteen of the seventeen townships"
        return " ".join(text[land.start : phrase[-1].end].split()) if len(phrase) <= _LONGEST else None
    for token in phrase:
        if token.lemma.lower() in UNITS:
            for number in children(reading, token.index, "nummod"):
                if number_at([number.text.lower()], 0)[0]:
                    return " ".join(text[number.start : token.end].split())
        if {token.text.lower(), token.lemma.lower()} & FRACTIONS and (token is land or token.dep in ("amod", "nsubj", "dobj", "pobj")):
            lead = [
                t
                for t in children(reading, token.index, "det", "nummod", "amod", "compound", "advmod", "quantmod")
                if t.index < token.index
            ]
            return " ".join(text[(lead[0].start if lead else token.start) : token.end].split())
    return None
