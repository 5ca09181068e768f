"""TOML files -> tables of entries: one loader for every lexicon, directory and ontology file, strict about what it takes.

A file holds one concept: an optional `[about]` table (free text) and `[[entry]]` tables. A user's folder (`--resources`) has the same layout as
the package's `data`; an entry there with the same `id` takes the place of ours.
"""

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.errors import ResourceError

DATA = Path(str(files("onrecord.resources"))) / "data"


def load_entries(
    pattern: str, *, required: Iterable[str], optional: Iterable[str] = (), examples: bool = True, folders: Iterable[Path] = ()
) -> dict[str, dict[str, Any]]:
    """Entries of all files matching a glob pattern below `data`, by id, those of later folders over those of earlier ones.

    Each entry has `id` and the required keys; with `examples`, at least one example too, and it may have `counterexamples`.
    Raises ResourceError for an unknown or missing key, an id used twice in one folder, an entry without examples, or bad TOML.
    """
    needed = {"id", *required} | ({"examples"} if examples else set())
    allowed = needed | set(optional) | {"examples", "counterexamples", "note"}
    found: dict[str, dict[str, Any]] = {}
    for folder in (DATA, *folders):
        here: dict[str, dict[str, Any]] = {}
        for path in sorted(folder.glob(pattern)):
            for entry in load_file(path):
                check_entry(entry, path, needed=needed, allowed=allowed, examples=examples)
                if entry["id"] in here:
                    raise ResourceError(f"{path.name}: the id {entry['id']!r} is used twice.", "Give each entry an id of its own.")
                here[entry["id"]] = entry
        found |= here
    return found


def check_entry(entry: Mapping[str, Any], path: Path, *, needed: set[str], allowed: set[str], examples: bool) -> None:
    """Raises ResourceError where an entry breaks its schema."""
    name = entry.get("id", "an entry without id")
    if missing := sorted(needed - entry.keys()):
        raise ResourceError(f"{path.name}: {name} lacks {', '.join(missing)}.", "Add the missing keys.")
    if unknown := sorted(entry.keys() - allowed):
        raise ResourceError(f"{path.name}: {name} has unknown keys {', '.join(unknown)}.", f"Known keys are {', '.join(sorted(allowed))}.")
    if examples and not entry["examples"]:
        raise ResourceError(f"{path.name}: {name} has no examples.", "Give at least one example.")


def load_file(path: Path) -> list[dict[str, Any]]:
    """The entries of one file as they are written. Raises ResourceError for bad TOML."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path.name} is not TOML: {error}.", "Mend the file or take it out of the folder.") from error
    if unknown := sorted(table.keys() - {"about", "entry"}):
        raise ResourceError(f"{path.name} has unknown tables {', '.join(unknown)}.", "Use [about] and [[entry]] only.")
    return list(table.get("entry", []))
