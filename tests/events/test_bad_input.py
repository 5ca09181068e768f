"""What no writer meant: endless sentences and lists, capitals, headlines without verbs, tables, nonsense. Bounded, and what is left out is said."""

import time

import pytest
from tests import build

from onrecord.events.arguments_phrases import LIST_LIMIT
from onrecord.events.event import Events
from onrecord.events.extract import extract
from onrecord.pipeline import read_document
from onrecord.reading.parse import SpacyParser
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.statements.statement import Statements


def _extract(reading: Reading, resources: Resources) -> Events:
    return extract(reading, Statements(), resources=resources)


def _steps(rows: str, resources: Resources) -> float:
    reading = build.reading(rows)
    began = time.process_time()
    _extract(reading, resources)
    return time.process_time() - began


def _listed(names: int) -> str:
    """ "Troops attacked Mali, Chad0, Chad1 ...": each name hangs on the one before it."""
    listed = "\n".join(f"Chad{n} Chad{n} PROPN NNP conj {n + 2}" for n in range(names))
    return f"Troops troops NOUN NNS nsubj 1\nattacked attack VERB VBD ROOT 1\nMali Mali PROPN NNP dobj 1\n{listed}\n. . PUNCT . punct 1"


def test_a_list_longer_than_is_kept_leaves_an_omission(resources: Resources) -> None:
    made = _extract(build.reading(_listed(10_000)), resources)
    assert len([a for a in made.events[0].arguments if a.role == "recipient"]) == LIST_LIMIT
    assert [(o.stage, o.reason) for o in made.omissions] == [("events", "a list of more than 200 names")]


def test_a_list_that_is_kept_whole_leaves_none(resources: Resources) -> None:
    assert _extract(build.reading(_listed(30)), resources).omissions == ()


def _of_chain(links: int) -> str:
    """ "the attack of the attack of the attack ...": every noun of one sentence an event under the one before it."""
    rows = ["attack attack NOUN NN ROOT 0"]
    for n in range(links):
        rows += [f"of of ADP IN prep {2 * n}", f"attack attack NOUN NN pobj {2 * n + 1}"]
    return "\n".join(rows)


def _clauses(number: int) -> str:
    """ "the army shelled towns and the army shelled towns and ...": five thousand words without a stop."""
    rows: list[str] = []
    for n in range(number):
        verb = 4 * n + 1
        rows += [
            f"army army NOUN NN nsubj {verb}",
            f"shelled shell VERB VBD {'ROOT' if n == 0 else 'conj'} {verb if n == 0 else verb - 4}",
            f"towns town NOUN NNS dobj {verb}",
            f"and and CCONJ CC cc {verb}",
        ]
    return "\n".join(rows)


@pytest.mark.parametrize("rows", [_of_chain, _clauses], ids=["nested nouns", "joined clauses"])
def test_an_endless_sentence_grows_about_as_its_length(rows: object, resources: Resources) -> None:
    assert callable(rows)
    _steps(rows(20), resources)
    short, long = _steps(rows(100), resources), _steps(rows(400), resources)
    assert long < 12 * short + 0.5


TEXTS = {
    "capitals": ("REBELS SHELLED THE TOWN OF GOMA ON MONDAY, KILLING NINE PEOPLE.", {"ASSAULT"}),
    "headline without a verb": ("Six dead in Gao blast", {"ASSAULT"}),
    "table": ("Town\tKilled\tWounded\nGao\t6\t9\nKidal\t0\t2\n", None),
    "marks": ("!!! ??? ((( ---- ... ,,, ;;;", set()),
    "nothing": (" ", set()),
    "numbers": ("1 2 3 4 5 6 7 8 9 10 11 12", set()),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_hardly_one_is_read_or_refused(name: str, parser: SpacyParser, resources: Resources) -> None:
    text, types = TEXTS[name]
    events = read_document(build.document(text), parser=parser, resources=resources).events.events
    assert types is None or {e.type for e in events} == types
    assert all(0 <= a.span.start < a.span.end <= len(text) for e in events for a in e.arguments)
