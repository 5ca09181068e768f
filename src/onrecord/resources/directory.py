"""The directory: bodies, forces, groups, parties and media; persons and the offices they held; titles; and the nouns people go by.

Facts only: a `since` or `until` that is not known is left out, and then says nothing. A year alone means any day of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

from onrecord.errors import ResourceError
from onrecord.resources.directory_values import (
    KNOWN_ON,
    SECTORS,
    Body,
    Gender,
    Held,
    Kind,
    Noun,
    Person,
    Stands,
    Title,
    TitleClass,
    Years,
)
from onrecord.resources.phrase_index import PhraseIndex, fold_words
from onrecord.resources.toml_data import load_entries

__all__ = [
    "KNOWN_ON",
    "SECTORS",
    "Body",
    "Directory",
    "Gender",
    "Held",
    "Kind",
    "Noun",
    "Person",
    "Stands",
    "Title",
    "TitleClass",
    "Years",
    "load_directory",
    "years",
]


FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN", "KHM"})
"""Countries whose directory's names have the family's name first."""


class Directory:
    """All of it, with indexes by name. `own` are the ids of the bodies that a user's folders give."""

    def __init__(
        self,
        bodies: Iterable[Body] = (),
        persons: Iterable[Person] = (),
        titles: Iterable[Title] = (),
        nouns: Iterable[Noun] = (),
        own: Iterable[str] = (),
    ) -> None:
        self.own = frozenset(own)
        self.bodies = {b.id: b for b in bodies}
        self.persons = {p.id: p for p in persons}
        self.titles = {t.id: t for t in titles}
        self.nouns = {n.id: n for n in nouns}
        self.names = PhraseIndex((n, b.id) for b in self.bodies.values() for n in b.names)
        self.abbreviations: dict[str, tuple[str, ...]] = {}
        for body in self.bodies.values():
            for short in body.abbreviations:
                self.abbreviations[short] = (*self.abbreviations.get(short, ()), body.id)
        self.person_names = PhraseIndex((n, p.id) for p in self.persons.values() for n in p.names)
        self.surnames: dict[str, tuple[str, ...]] = {}
        for person in self.persons.values():
            for surname in {_surname(person, n) for n in person.names}:
                self.surnames[surname] = (*self.surnames.get(surname, ()), person.id)
        self.title_words = PhraseIndex((w, t.id) for t in self.titles.values() for w in t.words)
        self.noun_words = {w: n for n in self.nouns.values() for w in n.words}

    def holders(self, title: str, of: str) -> tuple[tuple[Person, Held], ...]:
        """Everybody the directory knows to have held an office."""
        return self._held().get((title, of), ())

    def _held(self) -> dict[tuple[str, str], tuple[tuple[Person, Held], ...]]:
        found: dict[tuple[str, str], tuple[tuple[Person, Held], ...]] = self.__dict__.get("_held_index", {})
        if not found:
            for person in self.persons.values():
                for held in person.offices:
                    found[held.title, held.of] = (*found.get((held.title, held.of), ()), (person, held))
            self.__dict__["_held_index"] = found
        return found


def _surname(person: Person, name: str) -> str:
    """The word of a name by which a person is called alone: the last, or the first where names are written so."""
    words = fold_words(name)
    return words[0 if person.country in FAMILY_NAME_FIRST else -1]


def load_directory(folders: Iterable[Path] = ()) -> Directory:
    """The package's directory with a user's entries over it. Raises ResourceError for an entry that breaks its schema."""
    folders = tuple(folders)
    bodies = _bodies(folders)
    ours = _bodies(()) if folders else bodies
    persons = load_entries("actors/persons/*.toml", required=("names", "offices"), optional=("country", "gender"), folders=folders)
    titles = load_entries("actors/titles.toml", required=("words", "rank", "stands", "sectors"), optional=("gender",), folders=folders)
    nouns = load_entries("actors/nouns*.toml", required=("words", "kind", "sectors"), optional=("collective", "gender"), folders=folders)
    found = Directory(
        [_body(e) for e in bodies.values()],
        [_person(e) for e in persons.values()],
        [
            Title(e["id"], _texts(e, "words"), _one(e, "rank", TitleClass), _one(e, "stands", Stands), _sectors(e), _gender(e))
            for e in titles.values()
        ],
        [
            Noun(e["id"], _texts(e, "words"), _one(e, "kind", Kind), _sectors(e), bool(e.get("collective", False)), _gender(e))
            for e in nouns.values()
        ],
        own=(i for i, e in bodies.items() if folders and ours.get(i) != e),
    )
    _check_references(found)
    return found


def _bodies(folders: tuple[Path, ...]) -> dict[str, dict[str, Any]]:
    return load_entries(
        "actors/bodies/*.toml", required=("names", "kind", "sectors"), folders=folders,
        optional=("abbreviations", "country", "since", "until", "part_of", "not_after"),
    )  # fmt: skip


def years(entry: dict[str, Any]) -> Years:
    """The since and until of an entry, each a year, a month or a day. Raises ResourceError for anything else."""
    since, until = (_days(entry, key) for key in ("since", "until"))
    return Years(since[0], since[1], until[1], until[0])


def _days(entry: dict[str, Any], key: str) -> tuple[date | None, date | None]:
    given = entry.get(key)
    if given is None:
        return None, None
    try:
        parts = [int(p) for p in str(given).split("-")]
        first = date(*[*parts, 1, 1][:3])
        if len(parts) == 1:
            return first, date(parts[0], 12, 31)
        if len(parts) == 2:
            after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
            return first, date.fromordinal(after.toordinal() - 1)
    except (ValueError, TypeError) as error:
        raise ResourceError(
            f"{entry.get('id', entry)}: {given!r} is no date.", "Write a year, a month or a day: 2020, 2020-09, 2020-09-27."
        ) from error
    return first, first


def _body(e: dict[str, Any]) -> Body:
    return Body(
        e["id"], _texts(e, "names"), _texts(e, "abbreviations"), _one(e, "kind", Kind), e.get("country"), _sectors(e), years(e),
        e.get("part_of"), _texts(e, "not_after"),
    )  # fmt: skip


def _person(e: dict[str, Any]) -> Person:
    offices = []
    for office in e["offices"]:
        if not {"title", "of"} <= office.keys() or office.keys() - {"title", "of", "since", "until"}:
            raise ResourceError(f"{e['id']}: an office needs title and of, and takes since and until.", "Mend the entry.")
        held = years({"id": e["id"], **office})
        if held.since is not None and "until" not in office:
            held = replace(held, until_surely=KNOWN_ON)
        offices.append(Held(office["title"], office["of"], held))
    return Person(e["id"], _texts(e, "names"), e.get("country"), _gender(e), tuple(offices))


def _texts(e: dict[str, Any], key: str) -> tuple[str, ...]:
    found = e.get(key, [])
    if not isinstance(found, list) or not all(isinstance(f, str) and f for f in found):
        raise ResourceError(f"{e['id']}: {key} must be a list of texts.", "Mend the entry.")
    return tuple(found)


def _one(e: dict[str, Any], key: str, choices: Any) -> Any:
    if e[key] not in get_args(choices):
        raise ResourceError(f"{e['id']}: {key} cannot be {e[key]!r}.", f"Choose one of {', '.join(get_args(choices))}.")
    return e[key]


def _sectors(e: dict[str, Any]) -> tuple[str, ...]:
    found = _texts(e, "sectors")
    if unknown := set(found) - SECTORS:
        raise ResourceError(f"{e['id']}: unknown sectors {', '.join(sorted(unknown))}.", f"Choose among {', '.join(sorted(SECTORS))}.")
    return found


def _gender(e: dict[str, Any]) -> Gender | None:
    return cast("Gender", _one(e, "gender", Gender)) if "gender" in e else None


def _check_references(found: Directory) -> None:
    """Raises ResourceError where an entry points at another that is not there."""
    for body in found.bodies.values():
        if body.part_of and body.part_of not in found.bodies:
            raise ResourceError(f"{body.id}: no body has the id {body.part_of!r}.", "Mend part_of.")
    for person in found.persons.values():
        for held in person.offices:
            if held.title not in found.titles:
                raise ResourceError(f"{person.id}: no title has the id {held.title!r}.", "Mend the office's title.")
            if held.of not in found.bodies and not (len(held.of) == 3 and held.of.isupper()):
                raise ResourceError(f"{person.id}: {held.of!r} is neither a body's id nor a country code.", "Mend the office's of.")
