"""Commitments: every example of the lexicons, names with date and number, and what events do to them."""

import re

import pytest

from onrecord.basis import Basis
from onrecord.documents.document import new_document
from onrecord.events.commitments import find_commitments, link_commitments
from onrecord.events.event import Commitment, EventMention, Factuality, Trigger
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.reading.tree import token_at
from onrecord.resources.resources import Resources


def read(parser: SpacyParser, text: str) -> Reading:
    document = new_document(text)
    parse = parser.parse(document)
    return Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))


def found_in(parser: SpacyParser, resources: Resources, text: str) -> list[Commitment]:
    return list(find_commitments(read(parser, text), resources=resources))


def test_every_name_of_the_lexicon_holds(parser: SpacyParser, resources: Resources) -> None:
    wrong = []
    for kind, sentence, counter in resources.commitments.names:
        here = found_in(parser, resources, re.sub(r"[\[\]]", "", sentence))
        if counter and here:
            wrong.append(f"{sentence}: {here}")
        elif not counter:
            name = sentence[sentence.index("[") + 1 : sentence.index("]")]
            if (name, kind) not in [(c.name, c.kind) for c in here]:
                wrong.append(f"{sentence}: {[(c.name, c.kind) for c in here]}")
    assert not wrong, "\n".join(wrong)


def test_every_link_of_the_lexicon_holds(parser: SpacyParser, resources: Resources) -> None:
    wrong = []
    for relation, sentence in resources.commitments.links:
        text = re.sub(r"[\[\]{}]", "", sentence)
        made = read(parser, text)
        head = token_at(made, sentence.replace("[", "").replace("]", "").index("{"))
        assert head is not None
        trigger = Trigger(head.span, head.index, "test", "ASSAULT", Basis("test"))
        event = EventMention("v1", trigger, "ASSAULT", "ASSAULT", (), None, Factuality("certain", True, "actual"), 0, Basis("test"))
        linked = link_commitments(made, (event,), find_commitments(made, resources=resources), resources=resources)
        if [k.relation for k in linked[0].commitments] != [relation] * (relation != "ends"):
            wrong.append(f"{sentence}: {linked[0].commitments}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "name", "kind", "date", "count"),
    [
        ("Shells fell in breach of the truce of 12 May 1994.", "truce", "ceasefire", "1994-05-12", None),
        ("They cited the 1987 border agreement.", "1987 border agreement", "agreement", "1987", None),
        ("Tarvia ignores four UN Security Council resolutions.", "UN Security Council resolutions", "resolution", None, 4),
        ("Tarvia ignores resolutions 822 and 853.", "resolutions 822 and 853", "resolution", None, 2),
        ("The envoys signed the Treaty of Peace and Amity in Lomar.", "Treaty of Peace and Amity", "treaty", None, None),
        ("It recalls Security Council resolution 1325 (2000).", "Security Council resolution 1325 (2000)", "resolution", "2000", None),
    ],
)
def test_names_with_date_and_number(
    parser: SpacyParser, resources: Resources, text: str, name: str, kind: str, date: str | None, count: int | None
) -> None:
    found = [(c.name, c.kind, c.date, c.count) for c in found_in(parser, resources, text)]
    assert found == [(name, kind, date, count)]


def test_a_resolution_is_of_each_body_that_passed_it(parser: SpacyParser, resources: Resources) -> None:
    cases = {
        "The envoy recalled resolutions by the Arab League and the General Assembly.": {"the Arab League", "the General Assembly"},
        "Oslo cited resolutions adopted by the African Union and the Security Council.": {"the African Union", "the Security Council"},
        "Lagos violated resolutions of the Security Council.": {"the Security Council"},
    }
    for text, bodies in cases.items():
        (bond,) = found_in(parser, resources, text)
        assert all(any(span.of(text) in body for body in bodies) for span in bond.by), text
        assert len(bond.by) == len(bodies), text
