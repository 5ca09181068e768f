"""The directory's own entries, each with its examples, and the loader's refusals."""

import itertools
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import ResourceError
from onrecord.resources.directory import Directory, load_directory, years
from onrecord.resources.phrase_index import PhraseIndex, fold_words
from onrecord.resources.resources import Resources
from onrecord.resources.toml_data import load_entries

KEYS = (
    "names",
    "kind",
    "sectors",
    "abbreviations",
    "country",
    "since",
    "until",
    "part_of",
    "words",
    "rank",
    "stands",
    "gender",
    "collective",
    "offices",
    "not_after",
)


def entries(pattern: str) -> list[dict[str, object]]:
    return list(load_entries(pattern, required=(), optional=KEYS).values())


def found_in(sentence: str, index: PhraseIndex) -> set[str]:
    """Every id whose longest match begins somewhere in a sentence, each word matched once."""
    words, at, found = fold_words(sentence.strip(".")), 0, set()
    while at < len(words):
        hit = index.longest(words, at)
        found |= set(hit[1]) if hit else set()
        at = hit[0] if hit else at + 1
    return found


def bodies_in(sentence: str, directory: Directory) -> set[str]:
    bare = [w.strip(".,;:!?'’\"").removesuffix("'s").removesuffix("’s") for w in sentence.split()]
    short = {i for w in bare for i in directory.abbreviations.get(w, ())}
    found = {i for i in found_in(sentence, directory.names) if any(n.split()[0] in sentence for n in directory.bodies[i].names)}
    return short | {
        i for i in found if not any(f"{w} {n}" in sentence for w in directory.bodies[i].not_after for n in directory.bodies[i].names)
    }


@pytest.mark.parametrize("entry", entries("actors/bodies/*.toml"), ids=lambda e: str(e["id"]))
def test_bodies_are_found_in_their_examples(entry: dict[str, list[str]], resources: Resources) -> None:
    for sentence in entry["examples"]:
        assert entry["id"] in bodies_in(sentence, resources.directory), sentence
    for sentence in entry.get("counterexamples", []):
        assert entry["id"] not in bodies_in(sentence, resources.directory), sentence


@pytest.mark.parametrize("entry", entries("actors/titles.toml"), ids=lambda e: str(e["id"]))
def test_titles_are_found_in_their_examples(entry: dict[str, list[str]], resources: Resources) -> None:
    for sentence in entry["examples"]:
        assert entry["id"] in found_in(sentence, resources.directory.title_words), sentence
    for sentence in entry.get("counterexamples", []):
        assert entry["id"] not in found_in(sentence, resources.directory.title_words), sentence


@pytest.mark.parametrize("entry", entries("actors/nouns.toml"), ids=lambda e: str(e["id"]))
def test_nouns_are_found_in_their_examples(entry: dict[str, list[str]], resources: Resources) -> None:
    known = resources.directory.noun_words
    for sentence in entry["examples"]:
        words = fold_words(sentence.strip("."))
        singles = {w.removesuffix("s") for w in words} | set(words) | {w[:-3] + "y" for w in words if w.endswith("ies")}
        pairs = {f"{a} {b.removesuffix('s')}" for a, b in itertools.pairwise(words)}
        assert any(known[w].id == entry["id"] for w in singles | pairs if w in known), sentence


@pytest.mark.parametrize("entry", entries("actors/persons/*.toml"), ids=lambda e: str(e["id"]))
def test_persons_are_found_in_their_examples(entry: dict[str, list[str]], resources: Resources) -> None:
    for sentence in entry["examples"]:
        assert entry["id"] in found_in(sentence, resources.directory.person_names), sentence


def test_the_directory_is_as_large_as_promised(resources: Resources) -> None:
    bodies = resources.directory.bodies.values()
    assert sum("IGO" in b.sectors or "NGO" in b.sectors for b in bodies) >= 120
    assert sum(b.kind in {"armed_force", "group"} for b in bodies) >= 150
    assert len(resources.directory.titles) >= 40


def test_a_year_means_any_day_of_it() -> None:
    held = years({"since": "2016", "until": "2021-08"})
    assert held.may_hold(date(2016, 1, 1))
    assert not held.surely_holds(date(2016, 6, 1))
    assert held.surely_holds(date(2021, 8, 1))
    assert held.may_hold(date(2021, 8, 31))
    assert not held.may_hold(date(2021, 9, 1))


def test_what_is_not_known_says_nothing() -> None:
    assert years({}).may_hold(date(1200, 1, 1))
    assert not years({"since": "1990"}).surely_holds(date(2000, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        'id = "x"\nnames = ["X"]\nkind = "club"\nsectors = []\nexamples = ["X."]',
        'id = "x"\nnames = ["X"]\nkind = "party"\nsectors = ["ZZZ"]\nexamples = ["X."]',
        'id = "x"\nnames = ["X"]\nkind = "party"\nsectors = []\nsince = "long ago"\nexamples = ["X."]',
        'id = "x"\nnames = ["X"]\nkind = "party"\nsectors = []\npart_of = "nobody"\nexamples = ["X."]',
        'id = "x"\nnames = "X"\nkind = "party"\nsectors = []\nexamples = ["X."]',
    ],
)
def test_a_bad_entry_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "actors" / "bodies").mkdir(parents=True)
    (tmp_path / "actors" / "bodies" / "own.toml").write_text(f"[[entry]]\n{text}\n", encoding="utf-8")
    with pytest.raises(ResourceError):
        load_directory([tmp_path])


def test_a_users_entry_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "actors" / "bodies").mkdir(parents=True)
    text = '[[entry]]\nid = "nato"\nnames = ["Northern Pact"]\nkind = "organization"\nsectors = ["IGO"]\nexamples = ["The Northern Pact met."]\n'
    (tmp_path / "actors" / "bodies" / "own.toml").write_text(text, encoding="utf-8")
    directory = load_directory([tmp_path])
    assert directory.bodies["nato"].name == "Northern Pact"
    assert directory.names.ids("Northern Pact") == ("nato",)


def test_holders_of_an_office() -> None:
    directory = Resources().directory
    assert directory.holders("secretary-general", "nobody") == ()
