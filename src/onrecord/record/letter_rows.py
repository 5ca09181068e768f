"""Letters of an account -> their rows: with the names, countries and directory entries of those they are from and to, so that no question of letters has to open accounts."""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from onrecord.record.claim import Account, Correspondence
from onrecord.record.index import storable
from onrecord.record.plain import as_json
from onrecord.resolution.resolution import Actor


def add_letters(connection: sqlite3.Connection, account: Account, number: int) -> None:
    """The letters of an account, with the names of those they are from and to."""
    for letter in account.letters:
        sender, recipients, by = named_in(letter, account)
        given = {
            "account": number,
            "local": letter.id,
            "date": str(letter.date) if letter.date else None,
            "body": as_json(letter),
            "sender": sender,
            "recipients": json.dumps(recipients, ensure_ascii=False),
            "answers_by": by,
            **dict(zip(("sender_country", "answers_country"), countries_in(letter, account), strict=True)),
            **known_in(letter, account),
            "answers_also": json.dumps([_answered_by(a.by, account) for a in letter.also], ensure_ascii=False),
        }
        marks = ", ".join("?" * len(given))
        connection.execute(f"INSERT INTO letters ({', '.join(given)}) VALUES ({marks})", tuple(given.values()))


def named_in(letter: Correspondence, account: Account) -> tuple[str | None, list[str], str | None]:
    """The names of who wrote a letter, of those it is to, and of who wrote what it answers."""
    names = {a.id: storable(a.name) for a in account.actors}
    by = names.get(letter.answers.by or "") if letter.answers else None
    return names.get(letter.sender or ""), [names[r] for r in letter.recipients if r in names], by


def _answered_by(actor: str | None, account: Account) -> dict[str, str | None]:
    """Who wrote something more that a letter answers: name, country, entry of the directory."""
    known = {a.id: a for a in account.actors}
    here = known.get(actor or "")
    return {"by": storable(here.name) if here else None, "country": _country(actor, known), "entry": _entry(actor, known)}


def countries_in(letter: Correspondence, account: Account) -> tuple[str | None, str | None]:
    """The countries of who wrote a letter and of who wrote what it answers."""
    known = {a.id: a for a in account.actors}
    return _country(letter.sender, known), _country(letter.answers.by, known) if letter.answers else None


def _country(actor: str | None, known: Mapping[str, Actor]) -> str | None:
    here = known.get(actor or "")
    body = known.get((here.office.of or "") if here and here.office else (here.speaks_for or "") if here else "")
    return (here.country if here else None) or (body.country if body else None)


def _entry(actor: str | None, known: Mapping[str, Actor]) -> str | None:
    here = known.get(actor or "")
    return here.entry if here and here.outcome == "resolved" else None


def known_in(letter: Correspondence, account: Account) -> dict[str, str | None]:
    """What else tells who the parties are: the directory's entries of who writes and of who wrote what is answered, and what they and those who get it go by (JSON lists)."""
    known = {a.id: a for a in account.actors}
    return {
        "sender_entry": _entry(letter.sender, known),
        "answers_entry": _entry(letter.answers.by, known) if letter.answers else None,
        "sender_called": _as_list(_called((letter.sender,), known)),
        "recipients_called": _as_list(_called(letter.recipients, known)),
    }


def _called(idents: Iterable[str | None], known: Mapping[str, Actor]) -> set[str]:
    """What some actors go by besides their own names: the bodies they speak for, and the codes and names of the countries."""
    found: set[str] = set()
    for ident in idents:
        person = known.get(ident or "")
        if person is None:
            continue
        bodies = (person, known.get(person.speaks_for or ""), known.get((person.office.of or "") if person.office else ""))
        found |= {word for b in bodies if b for word in (b.name, b.country or "") if word}
        found |= {a.name for b in bodies if b and b.country for a in known.values() if a.kind == "state" and a.country == b.country}
    return found


def _as_list(words: Iterable[str]) -> str:
    return json.dumps(sorted(map(storable, words)), ensure_ascii=False)
