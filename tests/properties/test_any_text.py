"""What holds for any text at all, however badly parsed."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.nonsense import NonsenseParser

from onrecord import pipeline
from onrecord.exports.json_lines import to_dict
from onrecord.resources.resources import Resources

RESOURCES = Resources()
WORDS = [
    "Armenia",
    "Azerbaijan",
    "Baku",
    "Ganja",
    "Ankara",
    "the",
    "The",
    "a",
    "said",
    "that",
    "denied",
    "accused",
    "told",
    "according",
    "to",
    "of",
    "attack",
    "attacked",
    "shelling",
    "killed",
    "wounded",
    "troops",
    "forces",
    "minister",
    "president",
    "he",
    "they",
    "we",
    "I",
    "you",
    "it",
    "his",
    "our",
    "letter",
    "Dear",
    "Mr.",
    "Secretary",
    "General",
    "Sincerely",
    "ceasefire",
    "agreement",
    "violated",
    "resolution",
    "Security",
    "Council",
    "UN",
    "1994",
    "2020",
    "15",
    "July",
    "on",
    "Monday",
    "last",
    "week",
    "two",
    "12",
    "at",
    "least",
    "dozens",
    "“",
    "”",
    '"',
    "'",
    ",",
    ".",
    ";",
    ":",
    "-",
    "—",
    "(",
    ")",
    "\n\n",
    "not",
    "may",
    "if",
    "will",
    "has",
    "been",
    "withdraw",
    "withdrawal",
    "from",
    "in",
    "and",
    "or",
    "Reuters",
    "reported",
    "reportedly",
    "civilians",
    "missile",
    "artillery",
    "occupied",
    "20",
    "percent",
]
news = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
texts = st.one_of(news, st.text(max_size=120))
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def line(text: str, seed: int) -> dict[str, Any]:
    document = pipeline.document_from_text(text)
    return to_dict(pipeline.account_of(document, parser=NonsenseParser(seed), resources=RESOURCES))


def spans(value: Any) -> list[tuple[int, int]]:
    """Every start and end anywhere in a line."""
    if isinstance(value, list):
        return [s for v in value for s in spans(v)]
    if not isinstance(value, dict):
        return []
    here = [(value["start"], value["end"])] if "start" in value else []
    return here + [s for v in value.values() for s in spans(v)]


@given(texts, st.integers(0, 5))
@relaxed
def test_every_span_points_into_the_text(text: str, seed: int) -> None:
    made = line(text, seed)
    assert made["document"]["text"] == text
    assert all(0 <= start <= end <= len(text) for start, end in spans(made))


@given(texts, st.integers(0, 5))
@relaxed
def test_reading_twice_changes_nothing(text: str, seed: int) -> None:
    assert line(text, seed) == line(text, seed)


@given(texts, st.integers(0, 5))
@relaxed
def test_every_reference_is_to_something_there(text: str, seed: int) -> None:
    made = line(text, seed)
    known = {key: {row["id"] for row in made[key]} for key in ("actors", "places", "times", "statements", "events", "commitments")}
    for event in made["events"]:
        assert {*event["actors"], *event["recipients"]} <= known["actors"]
        assert set(event["places"]) <= known["places"]
        assert set(event["times"]) <= known["times"]
        assert {event["statement"]} - {None} <= known["statements"]
        assert {k["id"] for k in event["commitments"]} <= known["commitments"]
    for statement in made["statements"]:
        assert {statement["parent"]} - {None} <= known["statements"]
        assert {*statement["source_actors"], *statement["addressees"]} <= known["actors"]
    for relation in made["relations"]:
        assert {relation["from"], relation["to"]} <= known["events"]


@given(texts)
@relaxed
def test_a_line_is_json(text: str) -> None:
    assert json.loads(json.dumps(line(text, 0))) == line(text, 0)
