"""A short name that two states go by -> the one that the text names in full, or whose capital it names ("Congo" in a letter from Brazzaville)."""

from functools import cached_property

from onrecord.reading.reading import Mention, Reading
from onrecord.resources.countries import Countries, Country


class ShortNames:
    """Which state the short names of a document stand for."""

    def __init__(self, reading: Reading, countries: Countries) -> None:
        self.reading, self.countries = reading, countries

    def meant(self, mention: Mention) -> Country | None:
        """The state that a mention's short name stands for here, where that is another than the one that usually goes by it; else None."""
        usual = self.countries.by_id.get(mention.entries[0]) if mention.entries else None
        words = _bare(mention.span.of(self.reading.document.text))
        if usual is None or words not in self._shared or words in {_bare(usual.name), _bare(usual.official or "")}:
            return None
        others = [c for c in self._shared[words] if c.id != usual.id]
        if usual.id in self._spoken_of:
            return None
        told = [c for c in others if c.id in self._spoken_of]
        return told[0] if len(told) == 1 else None

    @cached_property
    def _shared(self) -> dict[str, list[Country]]:
        """The short names in the text that are also a word of another state's full name, with all whose name has it."""
        names = {_bare(m.span.of(self.reading.document.text)) for m in self.reading.mentions if m.kind == "state" and m.form == "name"}
        found = {n: [c for c in self.countries.all if n in _bare(c.name).split()] for n in names if n and " " not in n}
        return {n: cs for n, cs in found.items() if len(cs) > 1}

    @cached_property
    def _spoken_of(self) -> set[str]:
        """The states that the text names by a name of their own, or by their capital."""
        found = set()
        text = self.reading.document.text
        for mention in self.reading.mentions:
            if mention.kind == "state" and mention.form == "name" and mention.entries and _bare(mention.span.of(text)) not in self._shared:
                found.add(mention.entries[0])
        for toponym in self.reading.toponyms:
            if (seat := self.countries.by_seat(toponym.span.of(text))) is not None:
                found.add(seat.id)
        return found


def _bare(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
