"""Letters tied to what they answer: by number, by writer and day, by addressee, by subject; and to statements that are on record."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.reading.parse import Parser
from onrecord.record.claim import Account, Answer, Correspondence
from onrecord.record.correspondence import number_key, points, posts, subject_key
from onrecord.record.filters import Filter
from onrecord.record.ledgers import letters
from onrecord.record.moments import moments
from onrecord.record.store import Recipe, Record
from onrecord.resources.resources import Resources
from onrecord.span import Span
from tests.accounts import RULE, account, actor

NOTE = """The Embassy of Chad presents its compliments to the Ministry of Foreign Affairs of Sudan and has the honour to protest against the bombing of the village of Birak by Sudanese aircraft on 1 April 2018.

The Embassy avails itself of this opportunity to renew to the Ministry the assurances of its highest consideration.

Khartoum, 3 April 2018
"""
UN = """S/2019/455

Letter dated 3 June 2019 from the Permanent Representative of Djibouti to the United Nations addressed to the President of the Security Council

I have the honour to inform you that Eritrean troops shelled our post at Dumeira on 29 May 2019.

(Signed) Hassan Moussa
Permanent Representative of Djibouti to the United Nations
"""
REPLY = """S/2019/481

Letter dated 11 June 2019 from the Permanent Representative of Eritrea to the United Nations addressed to the President of the Security Council

I have the honour to refer to the letter from the Permanent Representative of Djibouti (S/2019/455) and to state that Eritrea rejects the allegations in it.

(Signed) Tesfai Ghebre
Permanent Representative of Eritrea to the United Nations
"""
STATEMENT = """Statement by the Organization of Islamic Cooperation

The Organization of Islamic Cooperation condemns the attack on Tovuz.
"""
THANKS = """Baku, 15 July 2020

Dear Mr. Secretary General,

I thank you for the statement of the Organization of Islamic Cooperation dated 14 July 2020. We welcome your condolences.

Yours sincerely,

Rashid Hasanov
Minister of Foreign Affairs of Azerbaijan
"""


FROM_OFFICE = """The Secretary-General

2 May 1982

To the Minister of Foreign Affairs of Chad

Dear Minister,

I write to you about the raid on Faya. I urge your government to agree to a ceasefire.

Yours sincerely,

Javier Pérez de Cuéllar
Secretary-General of the United Nations
"""
TO_OFFICE = """N'Djamena, 6 May 1982

To the Secretary-General of the United Nations

Dear Mr. Secretary-General,

Thank you for your letter of 2 May 1982. We accept the ceasefire.

Yours sincerely,

Idriss Abakar
Minister of Foreign Affairs of Chad
"""


def record_of(folder: Path, parser: Parser, resources: Resources, *texts: tuple[str, date | None, str | None]) -> Record:
    record = Record(folder / "r.db", create=True)
    documents = [pipeline.document_from_text(t, published=day, publisher=who) for t, day, who in texts]
    assert list(pipeline.keep(record, documents, parser=parser, resources=resources))
    return record


def test_a_letter_is_found_by_its_number(tmp_path: Path, parser: Parser, resources: Resources) -> None:
    with record_of(tmp_path, parser, resources, (UN, None, None), (REPLY, None, None)) as record:
        first, second = posts(record)
        assert first.letter.reference == "S/2019/455"
        assert second.letter.answers is not None
        assert second.letter.answers.reference == "S/2019/455"
        assert (first.answered, second.answered) == (None, first.document)


def test_what_is_not_on_record_is_tied_to_nothing(tmp_path: Path, parser: Parser, resources: Resources) -> None:
    with record_of(tmp_path, parser, resources, (REPLY, None, None), (NOTE, None, None)) as record:
        assert [p.answered for p in posts(record)] == [None, None]


def test_a_statement_that_is_answered_is_found_by_who_made_it_and_when(tmp_path: Path, parser: Parser, resources: Resources) -> None:
    oic = "Organization of Islamic Cooperation"
    with record_of(tmp_path, parser, resources, (STATEMENT, date(2020, 7, 14), oic), (THANKS, None, None)) as record:
        found = {p.letter.answers.what: p.answered for p in posts(record) if p.letter.answers}
        statement = next(d for d in record.queries.documents() if d.publisher == oic)
        assert found == {"statement": statement.id}


def test_a_letter_is_found_by_who_held_the_office_that_the_answer_names(tmp_path: Path, parser: Parser, resources: Resources) -> None:
    with record_of(tmp_path, parser, resources, (FROM_OFFICE, None, None), (TO_OFFICE, None, None)) as record:
        first, second = posts(record)
        assert (first.sender, second.answers_by) == ("Javier Pérez de Cuéllar", "Secretary-General of the United Nations")
        assert second.answered == first.document


SECOND = UN.replace("455", "460").replace("3 June", "5 June").replace("29 May", "1 June")
BOTH = REPLY.replace("the letter from the Permanent Representative of Djibouti (S/2019/455)", "the letters from the Permanent Representative of Djibouti (S/2019/455 and S/2019/460)")  # fmt: skip


@pytest.mark.parser
def test_a_letter_that_answers_several_is_tied_to_each(tmp_path: Path, parser: Parser, resources: Resources) -> None:
    with record_of(tmp_path, parser, resources, (UN, None, None), (SECOND, None, None), (BOTH, None, None)) as record:
        first, second, reply = posts(record)
        assert [p.answered for p in reply.each] == [first.document, second.document]
        assert [p.letter.answers.reference for p in reply.each if p.letter.answers] == ["S/2019/455", "S/2019/460"]
        assert {p.answers_by for p in reply.each} == {reply.answers_by}
        row = letters(record)[-1]
        assert [r.answered for r in (row, *row.also)] == [first.document, second.document]


@pytest.mark.parser
def test_of_several_that_are_answered_those_not_on_record_are_told(tmp_path: Path, parser: Parser, resources: Resources) -> None:
    with record_of(tmp_path, parser, resources, (SECOND, None, None), (BOTH, None, None)) as record:
        one, reply = posts(record)
        assert [p.answered for p in reply.each] == [None, one.document]
    text = THANKS.replace("statement of the Organization of Islamic Cooperation dated 14 July 2020", "statements of the Organization of Islamic Cooperation dated 13 July 2020 and 14 July 2020")  # fmt: skip
    oic = "Organization of Islamic Cooperation"
    (tmp_path / "more").mkdir()
    with record_of(tmp_path / "more", parser, resources, (STATEMENT, date(2020, 7, 14), oic), (text, None, None)) as record:
        found = [(p.letter.answers.date, p.answered) for x in posts(record) for p in x.each if p.letter.answers]
        held = next(d.id for d in record.queries.documents() if d.publisher == oic)
        assert found == [(date(2020, 7, 13), None), (date(2020, 7, 14), held)]
        assert [m.when.earliest for m in moments(record) if m.kind == "answered"] == [date(2020, 7, 13)]


def test_numbers_and_subjects_are_compared_without_what_varies() -> None:
    assert number_key("S/2019/455.") == number_key("s/2019/455")
    assert subject_key("Re: Fwd: Shelling at Horlivka") == subject_key("Shelling at Horlivka")


def test_no_question_of_letters_opens_an_account(
    tmp_path: Path, parser: Parser, resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    with record_of(tmp_path, parser, resources, (UN, None, None), (REPLY, None, None)) as record:
        plain = letters(record)
        monkeypatch.setattr(record.queries, "account", None)
        assert letters(record) == plain
        assert [x.sender for x in letters(record, Filter(source="DJI"))] == ["Hassan Moussa"]
        assert [x.sender for x in letters(record, Filter(actor="djibouti"))] == ["Hassan Moussa"]
        assert [x.sender for x in letters(record, Filter(actor="security council"))] == ["Hassan Moussa", "Tesfai Ghebre"]
        assert not letters(record, Filter(source="security council"))


def test_what_is_answered_is_looked_for_among_a_bounded_number_of_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five hundred letters between two writers, each on the day after the one it answers."""
    begin = date(2015, 1, 1)

    def letter(n: int) -> Account:
        text = f"Letter {n}. I refer to your letter."
        people = (actor("a1", ("Ada Roth", "Ben Ulm")[n % 2], kind="person"), actor("a2", ("Ben Ulm", "Ada Roth")[n % 2], kind="person"))
        answers = Answer("letter", "a2", begin + timedelta(n - 1) if n % 3 else None, Span(0, 6)) if n else None
        mail = Correspondence("l1", "a1", ("a2",), begin + timedelta(n), None, "The border", False, answers, Span(0, 6), RULE)
        return account(text, actors=people, letters=(mail,), author="a1", external_id=str(n))

    compared = []
    monkeypatch.setattr(
        "onrecord.record.correspondence.points", lambda post, other, side=0: compared.append(1) or points(post, other, side=side)
    )
    with Record(tmp_path / "r.db", create=True) as record:
        run = record.begin(Recipe("0", "by hand", {}, {}))
        for n in range(500):
            record.add(letter(n), run)
        found = posts(record)
        assert [p.answered for p in found] == [None, *(p.document for p in found[:-1])]
        assert len(compared) < 500 * 200
