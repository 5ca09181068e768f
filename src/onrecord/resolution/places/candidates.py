"""Toponyms -> groups of one name with the places it may stand for, scored by what is known without the rest of the document."""

import re
from dataclasses import dataclass, field
from math import log10

from onrecord.basis import Reason
from onrecord.reading.reading import Feature, Reading, Toponym
from onrecord.reading.tree import tokens_in
from onrecord.resources.folding import fold
from onrecord.resources.gazetteer import PlaceEntry, PlaceMatch
from onrecord.resources.resources import Resources
from onrecord.span import Span

CAPITAL_NAMED = 0.6
"""Weight for a capital whose country the text names, where that has so few inhabitants that only texts about it do."""
FEW = 1_000_000
MOST = 60
"""Candidates looked at for one name: the most populous namesakes, units and countries first."""


@dataclass(slots=True)
class Option:
    """A place that a name may stand for, with the reasons gathered so far."""

    entry: PlaceEntry
    reasons: list[Reason] = field(default_factory=list)

    @property
    def score(self) -> float:
        """The sum of the reasons."""
        return sum(r.score for r in self.reasons)


@dataclass(slots=True)
class Group:
    """All toponyms of a document with one name (and all its demonyms apart): they stand for one place."""

    name: str
    members: list[int]
    options: list[Option]
    feature: Feature | None = None
    weight: float = 1.0

    @property
    def best(self) -> Option | None:
        """The option with the highest score, None where there is none."""
        return max(self.options, key=lambda o: o.score, default=None)


def group_names(reading: Reading, resources: Resources) -> list[Group]:
    """The document's groups in order of first mention."""
    groups: dict[tuple[str, bool], Group] = {}
    for number, toponym in enumerate(reading.toponyms):
        key = (fold(toponym.name), toponym.feature == "demonym")
        group = groups.get(key)
        if group is None:
            matches = resources.gazetteer.lookup(toponym.name) if toponym.basis.rule in LOOKED_UP or guessed(toponym) else ()
            if not matches and _called_capital(reading, toponym.span):
                matches = tuple(m for m in resources.gazetteer.lookup(toponym.name) if _is_seat(m.entry, toponym.name, resources))
            group = groups[key] = Group(toponym.name, [], _options(matches, toponym))
            if toponym.basis.rule == NAMED_LIKE:
                group.options, group.weight = _options(resources.gazetteer.lookup(_bare(toponym.name, resources)), toponym), 0.2
        group.members.append(number)
        if toponym.feature and not group.feature:
            group.feature = toponym.feature
    return list(groups.values())


LOOKED_UP = frozenset({"known-name", "abbreviation", "abbreviation-after-place"})
"""Rules whose toponyms have an entry; the others name places that no gazetteer has."""


def guessed(toponym: Toponym) -> bool:
    """Whether only the words beside a name say that it is a place: then an entry of that name is it only where the document's other places lie."""
    return toponym.basis.rule.startswith("unknown-name")


NAMED_LIKE = "name-with-kind"
"""The rule of a fort, camp or river that has no entry: its options are the places that share its name, and tell no more than where it may be near."""


def _bare(name: str, resources: Resources) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in resources.place_words.kind_before else name.rpartition(" ")[0]


def _options(matches: tuple[PlaceMatch, ...], toponym: Toponym) -> list[Option]:
    demonym = toponym.feature == "demonym"
    fitting = [m for m in matches if (m.naming == "adjective") == demonym] or list(matches)
    ranked = sorted(fitting, key=lambda m: (m.entry.level != 0, m.entry.feature == "town", -m.entry.population))[:MOST]
    named = max((m.entry.population for m in fitting if m.naming == "name"), default=0)
    by_place: dict[str, Option] = {}
    for match in [*ranked, *fitting[:MOST]]:
        by_place.setdefault(match.entry.id, Option(match.entry, list(_own_reasons(match, named))))
    return list(by_place.values())


def _own_reasons(match: PlaceMatch, named: int) -> list[Reason]:
    entry = match.entry
    reasons = [prominence(entry)]
    if match.naming == "alternate":
        # Where a larger place bears the name as its own, a lesser one's by-name is hardly meant.
        reasons.append(Reason("other-name", -0.8 if named > entry.population else -0.35))
    elif match.naming == "former":
        reasons.append(Reason("former-name", -0.15))
    if entry.capital:
        reasons.append(Reason("capital", 0.5))
    return reasons


def prominence(entry: PlaceEntry) -> Reason:
    """How likely a place is meant by its name alone: countries first, then by inhabitants (on a logarithmic scale)."""
    if entry.feature == "country" or entry.level == 0:
        return Reason("country", 2.2 if entry.population > 1_000_000 else 1.6)
    people = max(0.0, (log10(entry.population + 10) - 2) / 5)
    if entry.level == 1:
        return Reason("first-level-unit", 0.9 + min(1.0, people) * 0.55)
    if entry.level == 2:
        return Reason("second-level-unit", people * 0.9)
    if entry.id.startswith("onrecord:"):
        return Reason("known-feature", min(1.7, people * 1.7))
    return Reason("inhabitants", people * 1.6, str(entry.population))


def apply_kind(group: Group) -> None:
    """Weigh what a kind word beside the name says ("city of", "district") against what each option is."""
    if group.feature in (None, "demonym", "border"):
        return
    for option in group.options:
        fits = option.entry.feature == group.feature or (group.feature in ("region", "district") and option.entry.level in (1, 2))
        if fits:
            option.reasons.append(Reason("kind-word-fits", 0.5, str(group.feature)))
        elif group.feature in ("water", "camp"):
            option.reasons.append(Reason("kind-word-differs", -0.6, str(group.feature)))
        elif option.entry.level == 0:
            option.reasons.append(Reason("kind-word-differs", -0.8, str(group.feature)))


_CAPITAL = re.compile(r",?\s+(?:the|its|their|whose|which is the|is the)\s+capital\b")
_OF = re.compile(r"\b(?:capital(?: city)?)(?:\s+of)?,?\s+$")


def _called_capital(reading: Reading, span: Span) -> bool:
    """Whether the words beside a name call it a capital ("Stanley, the capital"; "the capital, Stanley")."""
    text = reading.document.text
    return bool(_CAPITAL.match(text, span.end, span.end + 40) or _OF.search(text[max(0, span.start - 30) : span.start]))


def _is_seat(entry: PlaceEntry, name: str, resources: Resources) -> bool:
    """Whether a place is the seat of a state's or territory's government."""
    country = resources.countries.by_seat(name)
    return entry.capital or (entry.feature == "town" and country is not None and entry.country == (country.code or country.id))


def apply_capital_of_named(groups: list[Group], resources: Resources) -> None:
    """Weigh that a text that names a small country and a town of the name of its capital means that capital ("Stanley" in one on the Falklands)."""
    named = {
        b.entry.country
        for g in groups
        if g.feature != "demonym" and (b := g.best) is not None and b.entry.level == 0 and b.entry.population < FEW
    }
    for group in groups:
        for option in group.options:
            if option.entry.country in named and option.entry.level != 0 and _is_seat(option.entry, group.name, resources):
                option.reasons.append(Reason("capital-of-a-named-country", CAPITAL_NAMED, option.entry.country or ""))


def apply_capital(reading: Reading, group: Group, resources: Resources) -> None:
    """Weigh that the text calls a name a capital: a country's or territory's seat is meant."""
    if not any(_called_capital(reading, reading.toponyms[n].span) for n in group.members):
        return
    for option in group.options:
        if _is_seat(option.entry, group.name, resources):
            option.reasons.append(Reason("called-the-capital", 1.6))


LOCAL = frozenset(
    [
        "City",
        "Elementary",
        "High",
        "Middle",
        "Civic",
        "Mayor",
        "Town",
        "Township",
        "Fire",
        "Community",
        "Regional",
        "Village",
        "Borough",
        "County",
        "Municipal",
    ]
)
"""Words after a name that begin the name of a town's body: no country has an elementary school."""


def apply_local_body(reading: Reading, group: Group) -> None:
    """Weigh against a country the name of a town's body right after the name ("Lebanon High School", "Jordan Mayor Ann Lee")."""
    for number in group.members[:20]:
        after = next(iter(tokens_in(reading, Span(reading.toponyms[number].span.end, reading.toponyms[number].span.end + 2))), None)
        if after is not None and after.text in LOCAL and group.feature != "demonym":
            for option in group.options:
                if option.entry.level == 0:
                    option.reasons.append(Reason("before-a-town's-body", -1.6, after.text))
            return
