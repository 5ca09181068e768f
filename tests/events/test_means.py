"""Weapons and platforms: every example of the ontology, kinds, and bounded time."""

import re
import time

from tests.build import reading

from onrecord.documents.document import new_document
from onrecord.events.means import find_means, kind_of
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.span import Span


def read(parser: SpacyParser, text: str) -> Reading:
    document = new_document(text)
    parse = parser.parse(document)
    return Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))


def test_every_example_of_the_ontology_holds(parser: SpacyParser, resources: Resources) -> None:
    examples = resources.means.examples
    plain = [re.sub(r"[\[\]]", "", s) for _, s, _ in examples]
    text = "\n\n".join(plain)
    found = find_means(read(parser, text), resources=resources)
    wrong, start = [], 0
    for (kind, sentence, counter), bare in zip(examples, plain, strict=True):
        here = [m for m in found if start <= m.span.start < start + len(bare)]
        if counter:
            wrong += [f"{sentence}: {m.kind} {m.span.of(text)!r}" for m in here if m.kind == kind]
        else:
            begin = start + sentence.index("[")
            span = Span(begin, begin + sentence.index("]") - sentence.index("[") - 1)
            if (span, kind) not in [(m.span, m.kind) for m in here]:
                wrong.append(f"{sentence}: found {[(m.kind, m.span.of(text)) for m in here]}")
        start += len(bare) + 2
    assert not wrong, "\n".join(wrong)


def test_a_span_that_names_no_means_is_of_another_kind(resources: Resources) -> None:
    made = reading("rope rope NOUN NN ROOT 0\nmissiles missile NOUN NNS dep 0")
    assert kind_of(made, Span(0, 4), resources=resources) == "other"
    assert kind_of(made, Span(5, 13), resources=resources) == "missile"


def test_a_long_list_costs_linear_time(resources: Resources) -> None:
    made = reading("\n".join(["tank tank NOUN NN ROOT 0", *("and and CCONJ CC cc 0\ntank tank NOUN NN conj 0" for _ in range(5000))]))
    began = time.monotonic()
    assert len(find_means(made, resources=resources)) == 5001
    assert time.monotonic() - began < 3
