"""Which resource files are in use: their SHA-256, for runs and for the doctor."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from onrecord.resources.toml_data import DATA


@lru_cache(maxsize=8)
def _hashes(folders: tuple[Path, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, folder in enumerate((DATA, *folders)):
        for path in sorted(folder.rglob("*.toml")):
            name = path.relative_to(folder).as_posix()
            found[f"user {number}: {name}" if number else name] = sha256(path.read_bytes()).hexdigest()
    return found


def resource_hashes(folders: Iterable[Path] = ()) -> dict[str, str]:
    """The SHA-256 of every TOML file of the package's data and of a user's folders, by name."""
    return dict(_hashes(tuple(folders)))
