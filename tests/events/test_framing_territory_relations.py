"""Loaded words, control of land and relations between events: every example of their lexicons."""

import re
from pathlib import Path

import pytest

from onrecord.basis import Basis
from onrecord.documents.document import new_document
from onrecord.errors import ResourceError
from onrecord.events.event import EventMention, Factuality, Trigger
from onrecord.events.framing import attach_framing, find_framing
from onrecord.events.relations import find_relations
from onrecord.events.territory import territory_of
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.reading.tree import token_at
from onrecord.resources.framing import load_framing
from onrecord.resources.resources import Resources
from onrecord.statements.statement import Statements


def read(parser: SpacyParser, text: str) -> Reading:
    document = new_document(text)
    parse = parser.parse(document)
    return Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))


def event(made: Reading, offset: int, name: str = "v1", kind: str = "ASSAULT") -> EventMention:
    head = token_at(made, offset)
    assert head is not None
    trigger = Trigger(head.span, head.index, "test", kind, Basis("test"))
    return EventMention(name, trigger, kind, kind, (), None, Factuality("certain", True, "actual"), head.sentence, Basis("test"))


def test_every_loaded_word_of_the_lexicon_is_marked(parser: SpacyParser, resources: Resources) -> None:
    wrong = []
    for name, sentence, counter in resources.framing.examples:
        text = re.sub(r"[\[\]]", "", sentence)
        found = [(f.word, f.span.of(text)) for f in find_framing(read(parser, text), resources=resources)]
        if (counter and found) or (not counter and (name, sentence[sentence.index("[") + 1 : sentence.index("]")]) not in found):
            wrong.append(f"{sentence}: {found}")
    assert not wrong, "\n".join(wrong)


def test_what_shows_a_common_sense_is_of_a_word_of_its_entry(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    entry = '[[entry]]\nid = "mine"\nwords = ["zealot"]\nnot_beside = { zeal = ["tax"] }\nexamples = ["[Zealots] came."]\n'
    (tmp_path / "en" / "framing.toml").write_text(entry, encoding="utf-8")
    with pytest.raises(ResourceError, match="none of its words"):
        load_framing([tmp_path])


def test_an_event_carries_the_loaded_word_it_is_told_with(parser: SpacyParser, resources: Resources) -> None:
    made = read(parser, "The brigade liberated Oruma in May.")
    marked = attach_framing(made, (event(made, 13),), find_framing(made, resources=resources))
    assert [f.word for f in marked[0].framing] == ["liberated"]


def test_every_word_of_control_holds(parser: SpacyParser, resources: Resources) -> None:
    wrong = []
    for control, sentence, counter in resources.territory.examples:
        made = read(parser, re.sub(r"[\[\]]", "", sentence))
        head = token_at(made, sentence.index("["))
        assert head is not None
        found = territory_of(made, head.index, resources=resources)
        if (found.control if found else None) != (None if counter else control):
            wrong.append(f"{sentence}: {found}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("Tarvian troops [occupied] 15 percent of the island.", "15 percent"),
        ("The front [seized] six villages near Lomar.", "six villages"),
        ("Rebels [control] half of the city.", "half"),
        ("The army [captured] the port.", None),
    ],
)
def test_the_share_is_in_the_words_of_the_text(parser: SpacyParser, resources: Resources, sentence: str, share: str | None) -> None:
    made = read(parser, re.sub(r"[\[\]]", "", sentence))
    head = token_at(made, sentence.index("["))
    assert head is not None
    found = territory_of(made, head.index, resources=resources)
    assert found is not None
    assert found.share == share


def test_every_relation_word_holds(parser: SpacyParser, resources: Resources) -> None:
    wrong = []
    for kind, example in resources.relations.examples:
        sentence, source = example.split(" => ")
        text = re.sub(r"[\[\]{}]", "", sentence)
        made = read(parser, text)
        marks = [m.start() - n for n, m in enumerate(re.finditer(r"[\[\]{}]", sentence)) if m.group() in "[{"]
        events = tuple(event(made, at, f"v{n}") for n, at in enumerate(sorted(marks)))
        named = {e.id: e.trigger.span.of(text) for e in events}
        found = [(r.kind, named[r.source]) for r in find_relations(made, events, Statements(), resources=resources)]
        if found != [(kind, source)]:
            wrong.append(f"{sentence}: {found}")
    assert not wrong, "\n".join(wrong)


def test_the_attack_named_again_is_the_same(parser: SpacyParser, resources: Resources) -> None:
    text = "A bombing hit the market in Lomar. The bombing shocked traders."
    made = read(parser, text)
    events = (event(made, 2, "v1"), event(made, text.rindex("bombing"), "v2"))
    found = find_relations(made, events, Statements(), resources=resources)
    assert [(r.kind, r.source, r.target) for r in found] == [("same_event", "v2", "v1")]


def test_nobody_answers_himself_and_what_names_its_cause_answers_that_alone(parser: SpacyParser, resources: Resources) -> None:
    text = "Rebels bombed a bank. Jets hit a camp in response to the murder of a judge."
    made = read(parser, text)
    events = (event(made, text.index("bombed"), "v1"), event(made, text.index("hit"), "v2"), event(made, text.index("murder"), "v3"))
    found = find_relations(made, events, Statements(), resources=resources)
    assert [(r.kind, r.source, r.target) for r in found if r.kind == "answers"] == [("answers", "v2", "v3")]


def test_the_means_of_an_answer_are_not_what_it_answers(parser: SpacyParser, resources: Resources) -> None:
    text = "Rebels bombed a bank. The army retaliated with raids."
    made = read(parser, text)
    events = (event(made, text.index("bombed"), "v1"), event(made, text.index("retaliated"), "v2"), event(made, text.index("raids"), "v3"))
    found = {(r.kind, r.source, r.target) for r in find_relations(made, events, Statements(), resources=resources)}
    assert ("answers", "v2", "v1") in found
    assert ("answers", "v2", "v3") not in found
