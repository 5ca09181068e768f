"""Mentions of one actor -> what it is called, what it is, and which directory entry it stands for."""

from collections import Counter
from datetime import date

from onrecord.basis import Basis, Candidate, Reason
from onrecord.reading.mentions_nominals import noun_at
from onrecord.reading.reading import ActorKind, Mention, Reading
from onrecord.resolution.actors.draft import Draft
from onrecord.resolution.actors.surnames import by_surname
from onrecord.resolution.actors.wording import nominal_name
from onrecord.resources.directory import Directory
from onrecord.resources.phrase_index import fold_words
from onrecord.resources.resources import Resources

STYLE = "excellency"
"""The entry of titles.toml that is a style and no office."""
_ORDER: tuple[ActorKind, ...] = (
    "state",
    "person",
    "armed_force",
    "party",
    "media",
    "government",
    "organization",
    "group",
    "population",
    "unknown",
)


def draft_of(reading: Reading, mentions: list[Mention], resources: Resources, *, day: date | None, nearby: frozenset[str]) -> Draft:
    """One actor from all its mentions. `day` is when the text was written; `nearby` are the countries it speaks of."""
    directory = resources.directory
    named = [m for m in mentions if m.form == "name"]
    draft = Draft(_called(reading, mentions), _kind(mentions, named), _basis(mentions, named), list(mentions))
    countries = Counter(m.country for m in mentions if m.country and m.form != "pronoun")
    draft.country = countries.most_common(1)[0][0] if countries else None
    for mention in mentions:
        if mention.title and (title := directory.titles.get(mention.title)):
            draft.add_sectors(*title.sectors)
            if draft.title is None and title.rank != "honorific":
                draft.title, draft.title_words = title.id, _title_words(reading, mention, directory)
        elif mention.form == "nominal":
            noun = noun_at(reading, reading.tokens[mention.head], resources)
            draft.add_sectors(*(noun.sectors if noun else ()))
    entries = Counter(e for m in named for e in m.entries)
    if draft.kind == "state":
        code = next((m.entries[0] for m in named if m.entries), None)
        country = resources.countries.by_id.get(code or "")
        draft.entry, draft.outcome = code, "resolved" if code else "nil"
        draft.name = country.name if country else draft.name
        draft.add_sectors("GOV")
    elif entries:
        _resolve(draft, directory, list(entries), day, nearby)
    else:
        by_surname(draft, mentions, directory, day=day, nearby=nearby)
    return draft


def _resolve(draft: Draft, directory: Directory, entries: list[str], day: date | None, nearby: frozenset[str]) -> None:
    """Which of the entries by that name it is: those that existed then, then those of a country the text speaks of."""
    persons = [e for e in entries if e in directory.persons]
    if persons:
        draft.candidates = tuple(Candidate(e, round(1 / len(persons), 2)) for e in persons)
        if len(persons) == 1:
            person = directory.persons[persons[0]]
            draft.entry, draft.outcome, draft.kind = person.id, "resolved", "person"
            draft.country = draft.country or person.country
            draft.basis = Basis("person-in-directory", None, (Reason("name", 1.0, person.name),))
        else:
            draft.outcome = "ambiguous"
        return
    bodies = [directory.bodies[e] for e in entries if e in directory.bodies]
    scored = []
    for body in bodies:
        reasons = [Reason("name", 0.5, body.name)]
        if day is not None:
            reasons.append(Reason("existed-then", 0.25 if body.years.may_hold(day) else -0.4))
        if len(bodies) > 1 and body.country:
            reasons.append(Reason("country-in-text", 0.25 if body.country in nearby else -0.25, body.country))
        if body.id in directory.own:
            reasons.append(Reason("users-own-directory", 0.3, body.id))
        scored.append((round(max(0.0, sum(r.score for r in reasons)), 3), body, tuple(reasons)))
    scored.sort(key=lambda s: -s[0])
    draft.candidates = tuple(Candidate(b.id, s) for s, b, _ in scored)
    best = scored[0]
    if len(scored) > 1 and scored[1][0] == best[0]:
        draft.outcome = "ambiguous"
        draft.basis = Basis("several-bodies-by-that-name", best[0], best[2])
        return
    body = best[1]
    draft.entry, draft.outcome, draft.name, draft.kind = body.id, "resolved", body.name, body.kind
    draft.country = body.country or draft.country
    draft.basis = Basis("name-in-directory", best[0], best[2])
    draft.add_sectors(*body.sectors)


def _called(reading: Reading, mentions: list[Mention]) -> str:
    """The fullest name, or else the first nominal without its article that is more than a style ("H.E.")."""
    names = [m.name for m in mentions if m.form == "name" and m.name]
    if names:
        long = [n for n in names if not (n.isupper() and " " not in n)] or names
        return " ".join(max(long, key=lambda n: (len(fold_words(n)), -names.index(n))).split())
    nominals = [m for m in mentions if m.form == "nominal"]
    for mention in [m for m in nominals if m.title != STYLE] or nominals:
        return nominal_name(reading, mention.head)
    text = reading.document.text
    return mentions[0].span.of(text)


def _kind(mentions: list[Mention], named: list[Mention]) -> ActorKind:
    counted = Counter(m.kind for m in named or [m for m in mentions if m.form == "nominal"])
    counted.pop("unknown", None)
    if not counted:
        persons = any(m.form == "pronoun" and m.kind == "person" for m in mentions) or any(m.kind == "person" for m in mentions)
        return "person" if persons else "unknown"
    return min(counted, key=lambda k: (-counted[k], _ORDER.index(k)))


def _basis(mentions: list[Mention], named: list[Mention]) -> Basis:
    return (named or mentions)[0].basis


def _title_words(reading: Reading, mention: Mention, directory: Directory) -> str | None:
    """A title as the text writes it."""
    known = {fold_words(w) for w in directory.titles[mention.title or ""].words}
    span = range(mention.first, mention.last)
    best: tuple[int, str] | None = None
    for first in span:
        for last in range(first + 1, min(first + 6, mention.last + 1)):
            text = reading.document.text[reading.tokens[first].start : reading.tokens[last - 1].end]
            if text[:1].isalnum() and fold_words(text) in known and (best is None or last - first > best[0]):
                best = (last - first, text)
    before = reading.document.text[max(0, mention.span.start - 60) : mention.span.start]
    if best is None:
        tail = before.split("\n")[-1].split()
        best = next(((n, " ".join(tail[-n:])) for n in (4, 3, 2, 1) if len(tail) >= n and fold_words(" ".join(tail[-n:])) in known), None)
    return " ".join(best[1].split()) if best else directory.titles[mention.title or ""].words[0]
