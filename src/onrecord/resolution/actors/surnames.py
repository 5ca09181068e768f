"""A surname alone -> the person of the directory whom it means: by the office before it, or the country that the text speaks of."""

from datetime import date

from onrecord.basis import Basis, Candidate, Reason
from onrecord.reading.reading import Mention
from onrecord.resolution.actors.draft import Draft
from onrecord.resources.directory import Directory, Person
from onrecord.resources.phrase_index import fold_words


def by_surname(draft: Draft, mentions: list[Mention], directory: Directory, *, day: date | None, nearby: frozenset[str]) -> None:
    """Resolves one whom the text gives a surname alone; where several fit who are of one country, only the country is taken.

    With an office the bearer must have held it (then, where the day is known); without one he must be of a country that the text speaks of,
    and be resolved only on a day on which he surely held some office.
    """
    names = {fold_words(m.name) for m in mentions if m.form == "name" and m.name}
    if len(names) != 1 or draft.entry is not None or draft.kind not in {"person", "unknown"}:
        return
    (words,) = names
    genders = {m.gender for m in mentions if m.gender}
    bearers = [directory.persons[i] for i in directory.surnames.get(words[0], ())] if len(words) == 1 else []
    bearers = [p for p in bearers if not genders or p.gender is None or p.gender in genders]
    bearers = [p for p in bearers if draft.country is None or p.country == draft.country]
    title = directory.titles.get(draft.title or "")
    if title is not None and title.rank == "office":
        found = [p for p in bearers if any(_held(p, title.id, day))]
        rule, sure = "surname-with-its-office", True
    elif title is None:
        found = [p for p in bearers if p.country in nearby]
        rule, sure = "surname-in-a-text-of-its-country", day is not None
        found = [p for p in found if day is None or any(h.years.surely_holds(day) for h in p.offices)]
    else:
        return
    if not found or len({p.country for p in found}) > 1:
        return
    draft.candidates = tuple(Candidate(p.id, round(1 / len(found), 2)) for p in found)
    if sure and len(found) == 1:
        draft.entry, draft.outcome = found[0].id, "resolved"
    else:
        draft.outcome = "ambiguous"
    draft.kind, draft.country = "person", draft.country or found[0].country
    draft.basis = Basis(rule, None, (Reason("surname", 1.0, " or ".join(p.name for p in found)),))


def _held(person: Person, title: str, day: date | None) -> list[bool]:
    return [day is None or h.years.may_hold(day) for h in person.offices if h.title == title]
