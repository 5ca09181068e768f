import datetime
from pathlib import Path

from onrecord.record.claim import Account, Answer, Correspondence, Undertaking
from onrecord.record.filters import Filter
from onrecord.record.moments import moments
from onrecord.record.store import Recipe, Record
from onrecord.record.tell import commitment_key
from tests.accounts import RULE, account, actor, find

DAY = datetime.date.fromisoformat


def letter() -> Account:
    text = "Sir, in answer to the statement of Borea of 3 May I recall the 1994 truce. Ana Lind, President of Aria."
    people = (actor("a1", "Ana Lind", "ALB", kind="person", text=text), actor("a2", "Borea", "BLR", text=text))
    answers = Answer("statement", "a2", DAY("2020-05-03"), find(text, "statement of Borea of 3 May"))
    letters = (Correspondence("l1", "a1", ("a2",), DAY("2020-05-04"), None, "the truce", False, answers, find(text, text), RULE),)
    bonds = (Undertaking("k1", "1994 truce", "ceasefire", (), "1994", None, find(text, "1994 truce"), RULE),)
    return account(text, kind="letter", author="a1", actors=people, letters=letters, commitments=bonds)


def reported() -> Account:
    text = "Ana Lind wrote to the council, the Post reports."
    people = (actor("a1", "Ana Lind", "ALB", kind="person", text=text),)
    letters = (Correspondence("l1", "a1", (), None, None, None, True, None, find(text, "wrote to the council"), RULE),)
    return account(text, published="2020-06-01", actors=people, letters=letters)


def test_letters_what_they_answer_and_commitments_have_their_days() -> None:
    with Record(Path(":memory:"), create=True) as record:
        for each in (letter(), reported()):
            record.add(each, record.begin(Recipe("0", "by hand", {}, {})))
        found = [(m.kind, m.who, str(m.when.earliest), str(m.when.latest)) for m in moments(record)]
        assert found == [
            ("commitment", None, "1994-01-01", "1994-12-31"),
            ("answered", "Borea", "2020-05-03", "2020-05-03"),
            ("letter", "Ana Lind", "2020-05-04", "2020-05-04"),
            ("letter", "Ana Lind", "None", "2020-06-01"),
        ]
        assert [m.kind for m in moments(record, Filter(since=DAY("2020-05-04"), until=DAY("2020-05-30")))] == ["letter"]
        assert [m.kind for m in moments(record, Filter(source="borea"))] == []


def test_one_commitment_under_other_words_is_one() -> None:
    for one, other in (
        ("ceasefire regime", "the ceasefire"),
        ("four UN Security Council resolutions", "relevant resolutions of the UN Security Council"),
        ("ceasefire agreement of 1994", "1994 ceasefire"),
    ):
        assert commitment_key(one) == commitment_key(other)
    for one, other in (
        ("resolution 502", "resolution 598"),
        ("1994 ceasefire", "2020 ceasefire"),
        ("ceasefire", "peace treaty"),
        ("resolutions", "UN Security Council resolutions"),
    ):
        assert commitment_key(one) != commitment_key(other)
