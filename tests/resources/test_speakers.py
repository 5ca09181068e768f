"""The speaker lexicon: its schema, and every example and counterexample of every entry."""

from pathlib import Path

import pytest

from onrecord.errors import ResourceError
from onrecord.reading.parse import Parser
from onrecord.resources.speakers import load_speakers
from onrecord.resources.toml_data import load_entries
from tests.statements.drills import misread, shown, statements_of, unmarked

ENTRIES = load_entries("en/speakers.toml", required=("role", "words"))


def test_every_example_is_credited_as_it_is_marked(parser: Parser) -> None:
    assert misread(parser, ENTRIES) == []


def test_in_counterexamples_the_cue_is_of_somebody_else(parser: Parser) -> None:
    wrong = []
    for entry in ENTRIES.values():
        for example in entry["counterexamples"]:
            text, marked = unmarked(example)
            found = statements_of(parser, text)
            cued = [s for s in found.statements if any(a.overlaps(b) for a in s.cue for b in marked["<"])]
            if any(a.overlaps(b) for s in cued for a in s.source for b in marked["{"]):
                wrong.append(f"{entry['id']}: {example}  GOT {shown(text, found)}")
    assert not wrong, "\n".join(wrong)


def test_an_unknown_role_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "speakers.toml").write_text(
        '[[entry]]\nid = "x"\nrole = "singer"\nwords = ["bard"]\nexamples = ["x"]\n', encoding="utf-8"
    )
    with pytest.raises(ResourceError, match="singer"):
        load_speakers([tmp_path])
