"""The library's face stays light."""

import subprocess
import sys

HEAVY = ("spacy", "fastapi", "typer", "rich", "sqlite3", "trafilatura", "numpy")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, onrecord; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_loads() -> None:
    import onrecord

    assert all(getattr(onrecord, name) is not None for name in onrecord.__all__)
