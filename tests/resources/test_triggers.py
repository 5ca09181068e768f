"""The trigger lexicon: every entry's examples give its event, its counterexamples do not."""

from collections.abc import Iterator

import pytest

from onrecord.errors import ResourceError
from onrecord.events.triggers import find_triggers
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.resources.resources import Resources
from onrecord.resources.triggers import Condition, TriggerEntry, TriggerLexicon, load_triggers
from tests import build

BATCH = 400
"""Sentences parsed as one document, each its own paragraph: thousands of entries within seconds."""


def _rows(resources: Resources) -> Iterator[tuple[TriggerEntry, str, bool]]:
    for entry in resources.triggers.entries.values():
        yield from ((entry, example, True) for example in entry.examples)
        yield from ((entry, example, False) for example in entry.counterexamples)


def _wrong(rows: list[tuple[TriggerEntry, str, bool]], parser: SpacyParser, resources: Resources) -> list[str]:
    document = build.document("\n\n".join(sentence for _, sentence, _ in rows))
    parse = parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    triggers = find_triggers(reading, resources=resources)
    wrong, offset = [], 0
    for entry, sentence, wanted in rows:
        found = {t.entry for t in triggers if offset <= t.span.start < offset + len(sentence)}
        if (entry.id in found) is not wanted:
            wrong.append(f"{entry.id}: {'missed in' if wanted else 'found in'} {sentence!r} ({sorted(found)})")
        offset += len(sentence) + 2
    return wrong


def test_every_example_gives_its_trigger_and_no_counterexample_does(parser: SpacyParser, resources: Resources) -> None:
    rows = list(_rows(resources))
    wrong = [w for n in range(0, len(rows), BATCH) for w in _wrong(rows[n : n + BATCH], parser, resources)]
    assert not wrong, "\n".join(wrong)


def test_the_lexicon_covers_every_type_with_at_least_1500_entries(resources: Resources) -> None:
    entries = resources.triggers.entries.values()
    assert len(entries) >= 1500
    assert {e.type for e in entries} == set(resources.ontology.types)


def test_an_entry_with_an_unknown_mode_is_refused(resources: Resources, tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "en" / "triggers").mkdir(parents=True)
    (folder / "en" / "triggers" / "own.toml").write_text(
        'entry = [{ id = "own", verb = "zap", type = "ASSAULT", mode = "psychic", examples = ["They zapped it."] }]', encoding="utf-8"
    )
    with pytest.raises(ResourceError, match="no mode of ASSAULT"):
        load_triggers(resources.ontology, resources.noun_classes, (folder,))


def test_a_users_entry_takes_the_place_of_ours(resources: Resources, tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "en" / "triggers").mkdir(parents=True)
    (folder / "en" / "triggers" / "own.toml").write_text(
        'entry = [{ id = "accuse", verb = "accuse", type = "REJECT", examples = ["They accused him."] }]', encoding="utf-8"
    )
    lexicon = load_triggers(resources.ontology, resources.noun_classes, (folder,))
    assert lexicon.entries["accuse"].type == "REJECT"


def _noun(name: str, head: str, *needs: Condition) -> TriggerEntry:
    return TriggerEntry(
        id=name, form="noun", head=head, rest=(), type="ASSAULT", mode=None, contexts=(), cameo=None, symmetric=False, actor=(), recipient=(),
        instrument=(), place=(), needs=needs, unless=(), examples=("...",), counterexamples=(),
    )  # fmt: skip


def test_a_specific_frame_of_the_lemma_goes_before_a_vague_one_of_the_noun_in_ing() -> None:
    vague, specific, plain = (
        _noun("fighting", "fighting"),
        _noun("street-fight", "fight", Condition("in", frozenset({"street"}), ())),
        _noun("fight", "fight"),
    )
    lexicon = TriggerLexicon({}, {("noun", "fighting"): (vague,), ("noun", "fight"): (specific, plain)})
    assert lexicon.find("noun", "fight", "fighting") == (specific, vague, plain)


def test_a_noun_in_ing_that_is_its_own_lemma_is_tried_once() -> None:
    vague = _noun("fighting", "fighting")
    lexicon = TriggerLexicon({}, {("noun", "fighting"): (vague,)}, {("noun", "fighting"): "fight"})
    assert lexicon.find("noun", "fighting", "fighting") == (vague,)
