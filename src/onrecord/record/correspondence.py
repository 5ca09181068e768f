"""Record -> its letters, each with what it answers where that is on record: by number, writer, day, addressee and subject."""

import datetime
import json
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace

from onrecord.record.claim import Correspondence
from onrecord.record.plain import from_plain
from onrecord.record.store import Record
from onrecord.record.tell import folded

ENOUGH = 5
"""Points at which a letter is taken for the one that is answered: its number, or two things that agree."""
NUMBER, SAME, DAY, SIDE, ADDRESSEE, SUBJECT = 10, 3, 3, 2, 2, 2
"""Points for the same number; the same writer; the same day; a writer of the same country; an addressee who answers; the same subject."""
DOCUMENTS = 200
"""Documents of one day that are looked at for what a letter answers."""
NEAR = 200
"""Letters of one number, day, writer or subject that are looked at for what a letter answers."""
SIDES = 12
"""Letters whose writers' countries are looked at for one answer, where no writer's name agrees."""


@dataclass(frozen=True, slots=True)
class Post:
    """A letter of the record with the names of those it is from and to, and of who wrote what it answers.

    `answered` is the document that holds what it answers and `start` where in it that begins: None where that is not on record.
    """

    document: str
    letter: Correspondence
    sender: str | None
    recipients: tuple[str, ...]
    answers_by: str | None
    answered: str | None = None
    start: int | None = None
    country: str | None = None
    """The writer's country, or that of the body whose office they hold."""
    answers_country: str | None = None
    entry: str | None = None
    """The directory's entry of who writes, and of who wrote what it answers."""
    answers_entry: str | None = None
    called: tuple[str, ...] = ()
    """What who writes goes by besides their name: the bodies they speak for, the codes and names of countries; and what those who get it go by."""
    recipients_called: tuple[str, ...] = ()
    also: tuple["Post", ...] = ()
    """The letter again for each thing more that it answers, tied to that."""

    @property
    def each(self) -> tuple["Post", ...]:
        """The letter for each thing that it answers; itself where it answers none or one."""
        return (self, *self.also)


def posts(record: Record) -> list[Post]:
    """Every letter of the record, oldest first, tied to what it answers."""
    question = (
        """SELECT a.document, x.* FROM letters x JOIN current_accounts a ON a.id = x.account ORDER BY x.date IS NULL, x.date, x.rowid"""
    )
    found = []
    for r in record.queries.rows(question):
        letter = from_plain(Correspondence, json.loads(r["body"]))
        post = Post(
            r["document"],
            letter,
            r["sender"],
            tuple(json.loads(r["recipients"])),
            r["answers_by"],
            country=r["sender_country"],
            answers_country=r["answers_country"],
            entry=r["sender_entry"],
            answers_entry=r["answers_entry"],
            called=tuple(json.loads(r["sender_called"])),
            recipients_called=tuple(json.loads(r["recipients_called"])),
        )
        also = tuple(
            replace(
                post,
                letter=replace(letter, answers=a, also=()),
                answers_by=by["by"],
                answers_country=by["country"],
                answers_entry=by["entry"],
            )
            for a, by in zip(letter.also, json.loads(r["answers_also"]), strict=False)
        )
        found.append(replace(post, also=also) if also else post)
    if not any(p.letter.answers for p in found):
        return found
    shelf = _Shelf(found, record)
    return [shelf.all_tied(p) if p.letter.answers is not None else p for p in found]


def answer_words(post: Post) -> str:
    """What a letter answers, in words: "letter of Hassan Moussa, 2019-06-03, S/2019/455"."""
    answers = post.letter.answers
    if answers is None:
        return ""
    by = f" of {post.answers_by}" if post.answers_by else ""
    return f"{answers.what}{by}{f', {answers.date}' if answers.date else ''}{', ' + answers.reference if answers.reference else ''}"


class _File:
    """Letters that share a writer or a subject, by their days, so that of thousands only those are looked at which one may answer."""

    def __init__(self) -> None:
        self.dated: list[Post] = []
        self.undated: list[Post] = []

    def put(self, post: Post) -> None:
        """Add a letter: they come in the order of their days."""
        (self.dated if post.letter.date else self.undated).append(post)

    def near(self, post: Post) -> list[Post]:
        """The letters of the day that is answered, or else the last ones before the answer; and some that have no day."""
        answers = post.letter.answers
        day = (answers.date if answers else None) or post.letter.date
        end = bisect_right(self.dated, day, key=_day) if day else len(self.dated)
        start = bisect_left(self.dated, day, key=_day) if answers and answers.date and day else 0
        return self.dated[max(start, end - NEAR) : end] + self.undated[-NEAR:]


def _day(post: Post) -> datetime.date:
    return post.letter.date or datetime.date.max


class _Shelf:
    """The letters and documents of a record by what they are looked up by, so that no letter is compared with every other."""

    def __init__(self, letters: list[Post], record: Record) -> None:
        self.record = record
        self.by_number: dict[str, list[Post]] = defaultdict(list)
        self.by_day: dict[object, list[Post]] = defaultdict(list)
        self.by_writer: dict[str, _File] = defaultdict(_File)
        self.by_subject: dict[str, _File] = defaultdict(_File)
        for post in letters:
            self.by_number[number_key(post.letter.reference)].append(post)
            self.by_day[post.letter.date].append(post)
            self.by_writer[folded(post.sender or "")].put(post)
            self.by_subject[subject_key(post.letter.subject)].put(post)
        self.documents: dict[object, list[tuple[str, frozenset[str]]]] = {}

    def all_tied(self, post: Post) -> Post:
        """The letter with everything that it answers, each thing once."""
        first, *others = (self.tied(p) for p in post.each)
        taken, also = {(first.answered, first.start)}, []
        for other in others:
            held = (other.answered, other.start)
            also.append(other if held not in taken else replace(other, answered=None, start=None))
            taken.add(held)
        return replace(first, also=tuple(also))

    def tied(self, post: Post) -> Post:
        """The letter with what it answers."""
        answers = post.letter.answers
        if answers is None:
            return post
        near = self.by_number[number_key(answers.reference)][:NEAR] if answers.reference else []
        near += self.by_day[answers.date][:NEAR] if answers.date else []
        near += self.by_writer[folded(post.answers_by)].near(post) if post.answers_by else []
        near += self.by_subject[subject_key(post.letter.subject)].near(post) if post.letter.subject else []
        best = max(near, key=lambda other: (points(post, other), str(other.letter.date)), default=None)
        if best is None or points(post, best) < ENOUGH:
            best = self._of_the_same_person(post) or self._of_its_side(post)
        if best is not None:
            return replace(post, answered=best.document, start=best.letter.span.start)
        if answers.date and post.answers_by:
            wanted = folded(post.answers_by)
            for document, names in self._of_day(answers.date):
                if document != post.document and wanted in names:
                    return replace(post, answered=document, start=0)
        return post

    def _of_day(self, day: datetime.date) -> list[tuple[str, frozenset[str]]]:
        """The documents published on a day, each with the names of its voice and publisher, folded."""
        if day not in self.documents:
            question = """SELECT d.id, json_extract(a.voice, '$.name') AS voice, d.publisher FROM documents d
                          JOIN accounts a ON a.id = (SELECT max(id) FROM accounts WHERE document = d.id)
                          WHERE d.id IN (SELECT document FROM accounts WHERE published = ?) ORDER BY d.number LIMIT ?"""
            rows = self.record.queries.rows(question, (str(day), DOCUMENTS))
            self.documents[day] = [(r["id"], frozenset(folded(n) for n in (r["voice"], r["publisher"]) if n)) for r in rows]
        return self.documents[day]

    def _of_the_same_person(self, post: Post) -> Post | None:
        """A letter of the day that is answered, by who held the office named then: "the letter of the Secretary-General"."""
        answers = post.letter.answers
        if answers is None or answers.date is None or post.answers_entry is None:
            return None
        near = (p for p in self.by_day[answers.date][:SIDES] if p.document != post.document and p.entry == post.answers_entry)
        return next((p for p in near if points(post, p, side=SAME) >= ENOUGH), None)

    def _of_its_side(self, post: Post) -> Post | None:
        """A letter of the day that is answered, whose writer is of the country named: "the letter of the Permanent Representative of Chad"."""
        answers, country = post.letter.answers, post.answers_country
        if answers is None or answers.date is None or answers.by is None or country is None:
            return None
        fits = [p for p in self.by_day[answers.date][:SIDES] if p.document != post.document and points(post, p, side=SIDE) >= ENOUGH]
        return next((p for p in fits if p.country == country), None)


def points(post: Post, other: Post, *, side: int = 0) -> int:
    """How much speaks for one letter being what another answers; below 0 where something speaks against it. `side` stands in for a writer's name."""
    answers, letter = post.letter.answers, other.letter
    if answers is None or (other.document == post.document and letter.id == post.letter.id):
        return -1
    if answers.reference and number_key(answers.reference) == number_key(letter.reference):
        return NUMBER
    if answers.date and letter.date and answers.date != letter.date:
        return -1
    if post.letter.date and letter.date and letter.date > post.letter.date:
        return -1
    writer = SAME if post.answers_by and folded(post.answers_by) == folded(other.sender or "") else side
    if post.answers_by and other.sender and not writer:
        return -1
    same = subject_key(post.letter.subject) and subject_key(post.letter.subject) == subject_key(letter.subject)
    addressed = bool(post.sender) and folded(post.sender or "") in {folded(r) for r in other.recipients}
    return (
        writer + (DAY if answers.date and answers.date == letter.date else 0) + (ADDRESSEE if addressed else 0) + (SUBJECT if same else 0)
    )


def number_key(number: str | None) -> str:
    """A letter's number without spaces and marks that vary."""
    return re.sub(r"[\s.()]+", "", number or "").casefold()


def subject_key(subject: str | None) -> str:
    """A subject without "Re:" and "Fwd:" before it."""
    return re.sub(r"^(?:(?:re|fwd?|aw|sv)\s*:\s*)+", "", (subject or "").casefold()).strip(" .")
