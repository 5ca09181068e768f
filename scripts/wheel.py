"""Builds the wheel with the reading room's assets inside, installs it in a fresh environment and opens the room: make wheel.

Says which files are missing from the wheel, and fails where a page does not answer or an asset is not served.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ASSETS = (
    "cytoscape.mjs", "htmx.min.js", "maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css", "topojson-client.min.js", "vis-timeline.min.js",
    "vis-timeline.min.css", "countries-110m.json", "countries-50m.json", "ready",
)  # fmt: skip
INSIDE = (
    *(f"onrecord/web/static/vendor/{name}" for name in ASSETS),
    "onrecord/web/static/room.css", "onrecord/web/static/room.js", "onrecord/web/templates/base.html", "onrecord/record/schema.sql",
    "onrecord/resources/data/ontology/types.toml", "onrecord/py.typed",
)  # fmt: skip
"""What a wheel must hold."""
WAITS = 120
"""Half seconds that a server has to begin."""


def missing(wheel: Path) -> list[str]:
    """The files that a wheel must hold and does not."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    return [name for name in INSIDE if name not in held]


def build(folder: Path) -> Path:
    """The wheel, built into a folder."""
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)],
        check=True,
    )
    return next(folder.glob("onrecord-*.whl"))


def installed(wheel: Path, folder: Path, *, offline: bool) -> Path:
    """The command of the wheel in an environment of its own; `offline` takes the packages of this one in place of fetching them."""
    subprocess.run([sys.executable, "-m", "venv", *(["--system-site-packages"] if offline else []), str(folder)], check=True)
    python = folder / "bin" / "python"
    if offline:
        (found,) = (folder / "lib").glob("python*/site-packages")
        ours = [p for p in sys.path if p.endswith("site-packages")]
        (found / "beside.pth").write_text("".join(f"{p}\n" for p in ours), encoding="utf-8")
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", *(["--no-deps"] if offline else []), str(wheel)], check=True)
    return folder / "bin" / "onrecord"


def answers(address: str, path: str) -> int:
    """The status with which a page answers."""
    for _ in range(WAITS):
        try:
            with urllib.request.urlopen(address + path, timeout=30) as got:
                got.read()
                return int(got.status)
        except urllib.error.HTTPError as error:
            return int(error.code)
        except urllib.error.URLError:  # it says where it is before it listens
            time.sleep(0.5)
    return 0


def main(*, offline: bool) -> int:
    """Build, look inside, install, serve; 1 where anything is missing."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = build(Path(folder))
        if absent := missing(wheel):
            print("the wheel lacks", *absent, sep="\n  ")
            return 1
        print(f"{wheel.name}: {wheel.stat().st_size / 2**20:.1f} MiB, with all {len(ASSETS)} assets")
        os.environ.pop("PYTHONPATH", None)  # what is tried is the wheel, not this folder
        command = installed(wheel, Path(folder) / "env", offline=offline)
        record = Path(folder) / "demo.db"
        subprocess.run(
            [str(command), "read", str(ROOT / "examples" / "falklands-1982"), "--record", str(record), "--quiet"], check=True, cwd=folder
        )
        serving = subprocess.Popen([str(command), "serve", str(record), "--port", "0"], stdout=subprocess.PIPE, text=True, cwd=folder)
        try:
            assert serving.stdout is not None
            address = serving.stdout.readline().split(" is open at ")[1].split("/  ")[0]
            pages = ["/", "/map", "/timeline", "/network", "/matrix", *(f"/static/vendor/{name}" for name in ASSETS if name != "ready")]
            statuses = {path: answers(address, path) for path in pages}
        finally:
            serving.terminate()
            serving.wait(10)
        print(
            f"installed from the wheel, {sum(s == 200 for s in statuses.values())} of {len(statuses)} pages and assets answer at {address}"
        )
        return 0 if set(statuses.values()) == {200} else 1


if __name__ == "__main__":
    sys.exit(main(offline="--offline" in sys.argv))
