"""Data from elsewhere is what the manifest says it is."""

import hashlib
import tomllib

from onrecord.resources.toml_data import DATA


def test_every_file_from_elsewhere_is_named_with_its_hash() -> None:
    files = tomllib.loads((DATA / "manifest.toml").read_text(encoding="utf-8"))["file"]
    named = {f["path"]: f["sha256"] for f in files}
    tables = {str(p.relative_to(DATA)) for p in DATA.rglob("*.tsv")}
    assert tables <= set(named)
    assert {p: hashlib.sha256((DATA / p).read_bytes()).hexdigest() for p in named} == named
    assert all(f["licence"] and f["source"] and f["date"] for f in files)
