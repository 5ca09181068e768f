import json

from hypothesis import HealthCheck, given, settings

from onrecord.exports.json_lines import from_line, to_dict, to_line
from onrecord.record.claim import Account
from onrecord.span import Span
from tests.accounts import account, actor, claim, said
from tests.any_account import accounts

TEXT = "Aria said Borea shelled Toll. Borea denied it."


def one() -> Account:
    return account(
        TEXT,
        publisher="The Post",
        published="2020-05-04",
        actors=(actor("a1", "Aria", "AAA", text=TEXT), actor("a2", "Borea", "BBB", text=TEXT)),
        statements=(said("s1", TEXT, "Aria", "said", "Borea shelled Toll", actor="a1"),),
        events=(claim("v1", TEXT, "shelled", "ASSAULT", day="2020-05-04", actors=("a2",), statement="s1"),),
    )


def test_the_shape_is_that_of_the_format() -> None:
    made = to_dict(one())
    assert list(made)[:2] == ["format", "document"]
    assert made["format"] == "onrecord/1"
    assert made["document"]["published"] == made["document"]["published_earliest"] == "2020-05-04"
    assert made["statements"][0]["source"] == [{"start": 0, "end": 4}]
    event = made["events"][0]
    assert TEXT[event["start"] : event["end"]] == "shelled"
    assert event["sentence"] == [0, 29]
    assert (event["earliest"], event["latest"]) == ("2020-05-04", "2020-05-04")
    assert event["factuality"]["happened"] is True


def test_a_line_is_one_line_and_comes_back() -> None:
    line = to_line(account("one\ntwo\u2028three\x85four\r\nfive"))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["document"]["text"] == "one\ntwo\u2028three\x85four\r\nfive"
    assert from_line(to_line(one())) == one()


def test_a_lone_surrogate_is_written_and_comes_back() -> None:
    line = to_line(account("a\ud800b"))
    assert line.encode("utf-8")
    assert from_line(line).document.text == "a\ud800b"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(accounts())
def test_any_account_comes_back_the_same_and_its_spans_stay_inside_its_text(made: Account) -> None:
    line = to_line(made)
    back = from_line(line)
    assert back == made
    assert to_line(back) == line
    for claimed in back.events:
        assert Span(0, len(back.document.text)).contains(claimed.span)
