"""The cue lexicon: its schema, and every example of every entry."""

from pathlib import Path

import pytest

from onrecord.errors import ResourceError
from onrecord.reading.parse import Parser
from onrecord.resources.cues import load_cues
from onrecord.resources.toml_data import load_entries
from tests.statements.drills import misread, shown, statements_of

ENTRIES = load_entries(
    "en/cues_*.toml", required=("kind", "stance", "words"), optional=("takes", "prepositions", "object_with", "subjects", "objects")
)


def test_every_example_is_attributed_as_it_is_marked(parser: Parser) -> None:
    assert misread(parser, ENTRIES) == []


def test_counterexamples_credit_nobody(parser: Parser) -> None:
    wrong = []
    for entry in ENTRIES.values():
        for text in entry.get("counterexamples", ()):
            found = statements_of(parser, text)
            if found.statements:
                wrong.append(f"{entry['id']}: {text}  GOT {shown(text, found)}")
    assert not wrong, "\n".join(wrong)


def test_particles_come_before_bare_words() -> None:
    calls = load_cues().of("verb", "call")
    assert [bool(c.particle) for c in calls] == sorted((bool(c.particle) for c in calls), reverse=True)


def test_a_users_entry_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "cues_mine.toml").write_text(
        '[[entry]]\nid = "offer-noun"\nkind = "noun"\nstance = "offers"\nwords = ["overture"]\nexamples = ["none needed"]\n',
        encoding="utf-8",
    )
    lexicon = load_cues([tmp_path])
    assert [c.id for c in lexicon.of("noun", "overture")] == ["offer-noun"]
    assert "offer-noun" not in [c.id for c in lexicon.of("noun", "offer")]


@pytest.mark.parametrize(
    "line",
    ['kind = "gesture"\nstance = "asserts"', 'kind = "verb"\nstance = "sulks"', 'kind = "verb"\nstance = "asserts"\ntakes = ["fish"]'],
)
def test_unknown_kinds_stances_and_complements_are_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "cues_mine.toml").write_text(f'[[entry]]\nid = "x"\nwords = ["wave"]\nexamples = ["x"]\n{line}\n', encoding="utf-8")
    with pytest.raises(ResourceError):
        load_cues([tmp_path])
