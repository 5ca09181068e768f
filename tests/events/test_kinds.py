"""Modes and contexts: every example of their lexicons; every mode and context of PLOVER is reached by an example; the codebook shows each mode."""

import re
from pathlib import Path

from tests import build

from onrecord.pipeline import read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources

GUIDE = Path(__file__).parents[2] / "docs" / "guide"


def test_every_example_has_its_mode_or_context(parser: SpacyParser, resources: Resources) -> None:
    wrong = []
    for code, sentence, counter in resources.kinds.examples:
        events = read_document(build.document(sentence), parser=parser, resources=resources).events.events
        found = {e.mode for e in events} | {c for e in events for c in e.contexts}
        if (code in found) is counter:
            wrong.append(f"{code}: {sentence} {[(e.type, e.mode, e.contexts) for e in events]}")
    assert not wrong, "\n".join(wrong)


def test_every_mode_and_context_has_an_entry_with_an_example(resources: Resources) -> None:
    entries = resources.triggers.entries.values()
    modes = {(e.type, e.mode) for e in entries} | {(r.type, r.mode) for rules in resources.kinds.modes.values() for r in rules}
    contexts = {c for e in entries for c in e.contexts} | set(resources.kinds.contexts.values())
    assert {(t.id, m) for t in resources.ontology.types.values() for m in t.modes} - modes == set()
    assert set(resources.ontology.contexts) - contexts == set()


def test_an_event_takes_no_context_from_another_clause(parser: SpacyParser, resources: Resources) -> None:
    text = "Police arrested nine men, the ministry said after the earthquake."
    events = read_document(build.document(text), parser=parser, resources=resources).events.events
    assert [c for e in events if e.type == "COERCE" for c in e.contexts] == ["legal"]


def test_the_codebook_shows_every_type_mode_and_context(resources: Resources) -> None:
    chapter = (GUIDE / "events.md").read_text(encoding="utf-8")
    types = resources.ontology.types.values()
    assert [t.id for t in types if f"**{t.id}**" not in chapter] == []
    shown = {t.id: chapter.split(f"**{t.id}**", 1)[1].split("\n\n", 1)[0] for t in types}
    assert [(t.id, m) for t in types for m in t.modes if f"*{m}*" not in shown[t.id]] == []
    assert [c for c in resources.ontology.contexts if f"`{c}`" not in chapter] == []


def test_the_codebooks_sentences_have_the_type_mode_and_context_they_stand_under(parser: SpacyParser, resources: Resources) -> None:
    chapter = (GUIDE / "events.md").read_text(encoding="utf-8")
    wrong = []
    shown = [(code, sentence) for code, sentence in re.findall(r"^\| `([\w-]+)` \| .*? \| (.*?) \|$", chapter, re.M)]
    for name, sentences in re.findall(r"^\*\*([A-Z]+)\*\*(.*?)\n\n", chapter, re.M | re.S):
        parts = re.split(r"(\*[\w-]+\*)", " ".join(sentences.split()))
        for mark, said in zip(["", *parts[1::2]], parts[0::2], strict=False):
            shown += [(mark.strip("*") or name, s) for s in re.findall(r'"([^"]+)"', said)]
    for code, sentence in shown:
        events = read_document(build.document(sentence), parser=parser, resources=resources).events.events
        if code not in {c for e in events for c in (e.type, e.mode, *e.contexts)}:
            wrong.append(f"{code}: {sentence} {[(e.type, e.mode) for e in events]}")
    assert len(shown) > 120
    assert not wrong, "\n".join(wrong)
