"""Mentions -> the same, with "the North" and "the South" as the states they stand for in a text on a divided country."""

from dataclasses import replace

from onrecord.basis import Basis, Reason
from onrecord.reading.reading import Mention, Reading
from onrecord.resources.countries import Countries, Country

_OPPOSITE = {"North": "South", "South": "North", "East": "West", "West": "East"}


def name_halves(reading: Reading, mentions: tuple[Mention, ...], countries: Countries) -> tuple[Mention, ...]:
    """The mentions; a bare "the North" is North X where the text speaks of one of two states, North X and South X, and of no other such pair."""
    spoken = {m.country for m in mentions if m.country}
    return tuple(_half(reading, m, spoken, countries) for m in mentions)


def _half(reading: Reading, mention: Mention, spoken: set[str], countries: Countries) -> Mention:
    token = reading.tokens[mention.head]
    if mention.form != "name" or mention.entries or mention.last - mention.first != 1 or token.text not in _OPPOSITE:
        return mention
    before = reading.tokens[token.index - 1].text.lower() if token.index else ""
    found = _pairs(token.text, spoken, countries) if before == "the" else []
    if len(found) != 1:
        return mention
    state, other = found[0]
    basis = Basis(
        "half-of-a-divided-country", None, (Reason("state-in-text", 1.0, state.code if state.code in spoken else other.code or ""),)
    )
    return replace(mention, kind="state", country=state.code, entries=(state.id,), basis=basis)


def _pairs(side: str, spoken: set[str], countries: Countries) -> list[tuple[Country, Country]]:
    """The states of a side, each with its counterpart, of which a text speaks of one or both."""
    found = []
    for code in sorted(spoken):
        known = countries.by_code(code)
        word, _, rest = known.name.partition(" ") if known is not None else ("", "", "")
        if known is None or word not in {side, _OPPOSITE[side]}:
            continue
        other = countries.by_name(f"{_OPPOSITE[word]} {rest}")
        if other is not None:
            found.append((known, other) if word == side else (other, known))
    return list(dict.fromkeys(found))
